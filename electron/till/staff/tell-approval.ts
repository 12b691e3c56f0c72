import type { Actor } from '../../../domain/actor.ts';
import type { Permission } from '../../../domain/permissions.ts';
import { read } from '../database/write.ts';
import { newestPlace } from '../journal/record-store.ts';
import { findApprovedSince } from '../journal/trail-store.ts';
import { actDraft, type JournalTill, writeJournal } from '../journal/write-journal.ts';

/** A call that somebody else has allowed. */
export interface ApprovedCall<T extends JournalTill> {
  /** The till for this call alone: of each act on it is seen whether it says who allowed it. */
  readonly till: T;
  /** Writes down that it was allowed, where the call itself wrote nothing that says so. */
  readonly tell: () => void;
}

/**
 * Follows a call that somebody else has allowed, whatever other calls of theirs write meanwhile:
 * what was only read, counted or printed is told at its end.
 */
export function followApproved<T extends JournalTill>(
  till: T,
  actor: Actor & { readonly approver: string },
  permission: Permission,
): ApprovedCall<T> {
  let isTold = false;
  const immediate: T['transact']['immediate'] = (act) => {
    let isSaid = false;
    const result = till.transact.immediate(() => {
      const before = read(till, (tx) => newestPlace(tx)?.position ?? 0);
      const given = act();
      isSaid = read(till, (tx) => findApprovedSince(tx, actor.approver, before));
      return given;
    });
    isTold ||= isSaid; // it is on disk now
    return result;
  };
  const changes = [{ field: 'permissions', from: '', to: permission }];
  return {
    till: { ...till, transact: { ...till.transact, immediate } },
    tell: () => {
      if (isTold || !till.db.open) return;
      writeJournal(till, (tx, append) => {
        append(actDraft(tx, actor, till.clock(), { act: 'approval', changes }));
      });
    },
  };
}
