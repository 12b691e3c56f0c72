import type { KeyObject } from 'node:crypto';
import type { Actor } from '../../../domain/actor.ts';
import { formatCode } from '../../../domain/enrolment/code.ts';
import {
  type Invitation,
  parseInvitation,
  typedInvitation,
} from '../../../domain/enrolment/invitation.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { TrailChange } from '../../../domain/journal/trail.ts';
import type { SyncStatus } from '../../../domain/sync/status.ts';
import type { EnrolOrder } from '../../../domain/sync/till-contract.ts';
import { hubKeyName } from '../../../node/crypto/keys.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { forgetTold } from '../down/forget-told.ts';
import { publishFees } from '../fees/fee-news.ts';
import { publishClaims } from '../payments/claim-news.ts';
import { publishSticker } from '../payments/sticker-news.ts';
import { writeAct } from '../journal/write-journal.ts';
import type { TillNews } from '../news.ts';
import { changeSettings, readSettings } from '../settings/stall-settings.ts';
import { forgetReached } from '../sync/anew-store.ts';
import { type EnrolledHub, findHub, keepHub } from '../sync/hub-store.ts';
import type { UploadingTill } from '../sync/procedures.ts';
import { keepDetailsAfter } from '../sync/sent-store.ts';
import { claimStall } from './claim-stall.ts';
import { ensureTransportKey } from './transport-key.ts';

/** What enrolling a till needs of it. */
interface EnrollingTill extends UploadingTill {
  readonly news: Pick<TillNews, 'sync' | 'down' | 'fees' | 'claims' | 'sticker' | 'settings'>;
}

/**
 * Gives this till to the stall of a hub whose manager made the code: both keys prove themselves,
 * and the hub's key for checkpoints is pinned, once the invitation or a person has said that it is
 * the hub's. The same order again, after an answer that was lost or with the key's name, is
 * answered by the hub as the first. Of another hub than before nothing is acknowledged yet, and
 * what was shared with that one is not shared with it.
 * @throws LapakError INVITATION_UNREADABLE, HUB_UNREACHABLE, HUB_NOT_FOUND, HUB_OTHERWISE,
 *   HUB_KEY_UNCHECKED, HUB_KEY_WRONG, what the hub refuses with, FILE_FOREIGN, and as
 *   writeJournal()
 */
export async function enrolTill(
  till: EnrollingTill,
  actor: Actor,
  order: EnrolOrder,
): Promise<SyncStatus> {
  const { uploader, device } = till;
  const invitation =
    'invitation' in order ? parseInvitation(order.invitation) : typedInvitation(order);
  if (!invitation) throw new LapakError('INVITATION_UNREADABLE', {});
  const key = keyOf(till.dataDir);
  const hub = await claimStall(uploader.world, invitation, { device, key });
  assertKey(invitation, hub, read(till, findHub));
  await uploader.enrolAt(() =>
    writeAct(till, actor, (tx, tell) => {
      const before = findHub(tx);
      const isOther = !isSameHub(hub, before);
      if (isOther) forgetReached(tx);
      if (isOther || before?.stall.code !== hub.stall.code) forgetTold(tx);
      const changes = before && isOther ? shareTotals(tx) : [];
      keepHub(tx, hub);
      tell({ act: 'enrol', subject: hub.stall.code, note: hub.origin, changes });
    }),
  );
  till.news.settings.publish(read(till, readSettings));
  publishFees(till);
  publishClaims(till);
  publishSticker(till);
  return uploader.status();
}

/**
 * Over http anybody on the way can answer in place of the hub: its key is the one that the
 * invitation names, a person has compared, or the till has met before.
 * @throws LapakError HUB_KEY_UNCHECKED, HUB_KEY_WRONG
 */
function assertKey(
  { keyName }: Invitation,
  hub: EnrolledHub,
  before: EnrolledHub | undefined,
): void {
  const name = hubKeyName(hub.publicKey);
  if (keyName === name || (keyName === null && isSameHub(hub, before))) return;
  if (keyName !== null) throw new LapakError('HUB_KEY_WRONG', { hub: hub.origin });
  throw new LapakError('HUB_KEY_UNCHECKED', { key: formatCode(name) });
}

function keyOf(dataDir: string): KeyObject {
  try {
    return ensureTransportKey(dataDir);
  } catch (error) {
    throw databaseFailure(error, dataDir);
  }
}

/** Whether it signs as the hub before: one that only moved has what it had. */
function isSameHub({ name, publicKey }: EnrolledHub, before: EnrolledHub | undefined): boolean {
  return before?.name === name && before.publicKey.equals(publicKey);
}

/** What one hub is told is not for the next. */
function shareTotals(tx: Tx): TrailChange[] {
  const { sharing } = readSettings(tx);
  if (sharing === 'totals') return [];
  keepDetailsAfter(tx, null);
  changeSettings(tx, { sharing: 'totals' });
  return [{ field: 'sharing', from: sharing, to: 'totals' }];
}
