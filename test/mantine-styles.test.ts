import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './support/source-files.ts';

const projectDir = join(import.meta.dirname, '..');
const mantineDir = join(projectDir, 'node_modules/@mantine/core');

/** Names of the style files that renderer/ui/mantine.css brings, in its order. */
const brought = [
  ...readFileSync(join(projectDir, 'renderer/ui/mantine.css'), 'utf8').matchAll(
    /@import "@mantine\/core\/styles\/(.+)\.css";/g,
  ),
].map((match) => match[1] ?? '');

test('every part of Mantine in use, and whatever it is made of, brings its styles', () => {
  const missing = [...stylesInUse()].filter((style) => !brought.includes(style));

  expect(missing).toEqual([]);
  expect(brought).toContain('Drawer');
});

test('no styles of Mantine come that no part in use has', () => {
  const base = ['baseline', 'default-css-variables', 'global'];
  const inUse = stylesInUse();

  expect(brought.filter((style) => !base.includes(style) && !inUse.has(style))).toEqual([]);
});

test('the styles stand in the order of Mantine, in which the later ones win', () => {
  const whole = readFileSync(join(mantineDir, 'styles.css'), 'utf8');
  const places = brought.map((style) => whole.indexOf(firstClassOf(style)));

  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

/** Style files of the parts that the screens import, and of those that these import. */
function stylesInUse(): Set<string> {
  const imports = /import \{([^}]+)\} from '@mantine\/core'/g;
  const names = sourceFiles('renderer')
    .flatMap(({ lines }) => [...lines.join('\n').matchAll(imports)])
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) => join(mantineDir, `esm/components/${name.trim()}/${name.trim()}.mjs`));
  const styles = new Set<string>();
  const seen = new Set<string>();
  const look = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (file.endsWith('.module.mjs')) styles.add(basename(file, '.module.mjs'));
    else for (const imported of importsOf(file)) look(imported);
  };
  for (const file of names.filter(existsSync)) look(file); // else a hook, a type
  return styles;
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)].map((match) =>
    join(dirname(file), match[1] ?? ''),
  );
}

/** Mantine names its classes by a hash; what has none of them stands before all that have. */
function firstClassOf(style: string): string {
  const styles = readFileSync(join(mantineDir, `styles/${style}.css`), 'utf8');
  return /\.m_[0-9a-f]+/.exec(styles)?.[0] ?? '';
}
