import { expect, type Locator, type Page } from '@playwright/test';

/** Sees that a finger meets each of these parts at its whole, without scrolling. */
export async function seeInReach(controls: readonly Locator[], at: string): Promise<void> {
  for (const control of controls) {
    await expect.poll(() => control.evaluate(hiddenCorners), `${control.toString()} ${at}`).toBe(0);
  }
}

/** Sees that each control of this part can be brought into sight, where nothing covers it. */
export async function seeEachInReach(part: Locator, at: string): Promise<void> {
  const controls = part.locator('button, input:not(label input, [type=radio]), label:has(input)');
  const covered = () => controls.evaluateAll(coveredOnes);
  await expect.poll(covered, at).toEqual([]);
}

/** Sees that of no amount a part is cut. */
export async function seeFiguresWhole(page: Page, at: string): Promise<void> {
  await expect.poll(() => page.evaluate(cutFigures), at).toEqual([]);
}

/** How many corners of it no finger would meet. */
function hiddenCorners(control: Element): number {
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const inset = rem / 4; // within its round corners
  const corners = [left + inset, right - inset].flatMap((x) =>
    [top + inset, bottom - inset].map((y) => document.elementFromPoint(x, y)),
  );
  return corners.filter((met) => !met || !control.contains(met)).length;
}

/** Amounts of which a part does not show. */
function cutFigures(): string[] {
  return [...document.querySelectorAll('strong, dd, td, input')]
    .filter((one) =>
      /^(Rp)?[\d.]{5,}/.test(one.textContent || (one as HTMLInputElement).value || ''),
    )
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map((one) => `${one.textContent} ${one.scrollWidth} > ${one.clientWidth}`);
}

/** Those of which a finger misses a part, though they were brought into sight. */
function coveredOnes(controls: Element[]): string[] {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return controls
    .filter((control) => control.checkVisibility())
    .filter((control) => {
      control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const inset = rem / 4; // within its round corners
      return [left + inset, right - inset]
        .flatMap((x) => [top + inset, bottom - inset].map((y) => document.elementFromPoint(x, y)))
        .some((met) => !met || !control.contains(met));
    })
    .map((control) => control.textContent || control.getAttribute('aria-label') || control.tagName);
}
