import type { Actor } from '../../../domain/actor.ts';
import type { Permission } from '../../../domain/permissions.ts';
import { read } from '../database/write.ts';
import { newestPlace } from '../journal/record-store.ts';
import { findApprovedSince } from '../journal/trail-store.ts';
import { actDraft, type JournalTill, writeJournal } from '../journal/write-journal.ts';

/** How far the journal is before a call that somebody else has allowed. */
export function placeBefore(till: JournalTill): number {
  return read(till, (tx) => newestPlace(tx)?.position ?? 0);
}

/**
 * Writes down that somebody allowed a call, where the call itself wrote nothing that says so: what
 * was only read, counted or printed.
 * @param before as placeBefore() said
 */
export function tellApproval(
  till: JournalTill,
  actor: Actor & { readonly approver: string },
  { permission, before }: { readonly permission: Permission; readonly before: number },
): void {
  const isTold = read(till, (tx) => findApprovedSince(tx, actor.approver, before));
  if (isTold) return;
  const changes = [{ field: 'permissions', from: '', to: permission }];
  writeJournal(till, (tx, append) => {
    append(actDraft(tx, actor, till.clock(), { act: 'approval', changes }));
  });
}
