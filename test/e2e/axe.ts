import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Sees that axe finds nothing against the page as it stands, in light and in dark; in high contrast
 * its text has to stand 7:1 out (WCAG 2.2, 1.4.6).
 */
export async function seeNothingAgainstAxe(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await endMovement(page);
    const enabled = (await page.locator('html[data-contrast]').count()) > 0;
    const rules = { 'color-contrast-enhanced': { enabled } };
    const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
    );
    expect.soft(found, colorScheme).toEqual([]);
  }
}

/**
 * Ends what is on its way, from one color to another or out of sight, and what that sets going: a
 * color that is inherited moves behind the one that it comes from. What blinks goes on.
 */
async function endMovement(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document.getAnimations().filter(({ playState, effect }) => {
        return playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
      });
    const painted = () => new Promise((done) => requestAnimationFrame(done));
    await painted();
    for (let still = moving(); still.length > 0; still = moving()) {
      for (const one of still) one.finish();
      await painted();
    }
  });
}
