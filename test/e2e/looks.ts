import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Settings } from '../../domain/settings/settings.ts';
import type { TextKey } from '../../domain/text.ts';
import { words } from '../../domain/translator.ts';
import { seeNothingAgainstAxe } from './axe.ts';
import type { Lapak } from './lapak.ts';
import { seeThatItFits } from './picture.ts';
import { seeFiguresWhole, seeInReach } from './reach.ts';
import { seeRowsApart } from './rows.ts';

export const sizes = {
  '1920x1080': { width: 1920, height: 1080 },
  '1366x768': { width: 1366, height: 768 },
  '1024x600': { width: 1024, height: 600 },
};

/** What a person may choose who sees little. */
export const looks: readonly { name: string; settings: Partial<Settings> }[] = [
  { name: 'text-150', settings: { textSizePercent: 150 } },
  { name: 'contrast', settings: { colorScheme: 'contrast' } },
];

/** A page whose look is looked at, and the till behind it. */
export interface Looked {
  readonly page: Page;
  readonly lapak: Lapak;
  readonly look: string;
}

interface State {
  /** For its pictures. */
  readonly name: string;
  /** Whole and in reach without scrolling. */
  readonly inReach: readonly Locator[];
}

/** Sees the state of the page at each size in both languages, and that axe finds nothing. */
export async function seeEverywhere(
  { page, lapak, look }: Looked,
  { name, inReach }: State,
): Promise<void> {
  for (const language of ['en', 'id'] as const) {
    await speak(page, lapak, language);
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      const at = `${look}-${name}-${size}-${language}`;
      await seeInReach(inReach, at);
      await seeFiguresWhole(page, at);
      await seeRowsApart(page, at);
      await seeThatItFits(page, at);
    }
  }
  await seeNothingAgainstAxe(page);
}

async function speak(page: Page, lapak: Lapak, language: Language): Promise<void> {
  await lapak.calls.settings.switchLanguage({ language });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** A button by its words, in either language. */
export function button(page: Page, key: TextKey): Locator {
  const name = new RegExp(`^(${words.id[key]}|${words.en[key]})`);
  return page.getByRole('button', { name }).first();
}
