import { createHash } from 'node:crypto';
import type { Actor } from '../../../domain/actor.ts';
import { Logo } from '../../../domain/printing/logo.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { type JournalTill, writeAct } from '../journal/write-journal.ts';
import { settingReader, writeSetting } from './setting-store.ts';

const KEY = 'receipt-logo';
/** Of its hash, in the audit trail: enough to tell two pictures apart. */
const NAMED_DIGITS = 16;

/** The picture above each receipt; null for none. It is in no record: only that it was changed. */
export function readLogo(tx: Tx): Logo | null {
  return keptLogo(tx).logo;
}

const keptLogo = settingReader<{ logo: Logo | null }>(KEY, (kept) => {
  return { logo: Logo.safeParse(kept).data ?? null };
});

/** As readLogo(). */
export function readStallLogo(book: Book): { logo: Logo | null } {
  return read(book, keptLogo);
}

/** Keeps another picture, or none. @throws LapakError CLOCK_WRONG */
export function changeLogo(
  till: JournalTill,
  actor: Actor,
  { logo }: { readonly logo: Logo | null },
): void {
  writeAct(till, actor, (tx, tell) => {
    const [from, to] = [nameOf(readLogo(tx)), nameOf(logo)];
    if (from === to) return;
    writeSetting(tx, KEY, logo);
    tell({ act: 'settings-change', changes: [{ field: 'receipt.logo', from, to }] });
  });
}

function nameOf(logo: Logo | null): string {
  if (!logo) return '';
  return createHash('sha256').update(JSON.stringify(logo)).digest('hex').slice(0, NAMED_DIGITS);
}
