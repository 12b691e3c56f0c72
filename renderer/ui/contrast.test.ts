import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'contrast.css'), 'utf8');
const light = coloursOf(':root[data-contrast]');
const dark = { ...light, ...coloursOf(':root[data-contrast][data-mantine-color-scheme="dark"]') };

const inks = ['ink', 'ink-soft', 'accent', 'warm', 'loss'];
const grounds = ['ground', 'surface', 'raised', 'accent-ground', 'warm-ground', 'loss-ground'];
const texts = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['on-fill', 'fill'],
  ['on-fill', 'fill-strong'],
  ['on-warm', 'warm-mark'],
  ['bar-ink', 'bar'],
  ['bar-ink-soft', 'bar-raised'],
  ['bar-ink', 'alarm'],
] as const;
const marks = ['rule', 'rule-strong', 'accent', 'fill', 'warm-mark'].flatMap((mark) =>
  ['ground', 'surface', 'raised'].map((ground) => [mark, ground] as const),
);

describe.each([
  { scheme: 'light', colours: light },
  { scheme: 'dark', colours: dark },
])('in $scheme', ({ colours }) => {
  test.each(texts)('text in %s stands 7:1 out from %s', (ink, ground) => {
    expect(ratio(colours[ink], colours[ground])).toBeGreaterThanOrEqual(7);
  });

  test.each(marks)('what is drawn in %s stands 3:1 out from %s', (mark, ground) => {
    expect(ratio(colours[mark], colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

/** The colours that a rule of the sheet names, without their dashes. */
function coloursOf(selector: string): Readonly<Record<string, string>> {
  const [, body = ''] = css.split(`${selector} {`);
  const [own = ''] = body.split('}');
  const named = own.matchAll(/--([\w-]+): (#[\da-f]{6});/g);
  return Object.fromEntries([...named].map(([, name, colour]) => [name, colour]));
}

/** Of the lighter colour to the darker, by WCAG 2.2. */
function ratio(one = '', other = ''): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
