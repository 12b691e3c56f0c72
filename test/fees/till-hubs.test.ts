import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { openHubDatabase } from '../../hub/database/open-database.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { approveDevice } from '../../hub/enrolment/devices.ts';
import { type DownWorld, openDownWorld, type TillAtHub } from '../support/down-world.ts';
import { mallActs } from '../support/mall-acts.ts';

/** A hub on a database of its own. */
async function openHub(stack: AsyncDisposableStack): Promise<DownWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-hub-'));
  stack.defer(() => rmSync(dataDir, { recursive: true }));
  const database = openHubDatabase({ dataDir });
  stack.defer(() => database.close());
  await migrate(database, hubMigrations);
  return stack.use(await openDownWorld(database));
}

async function enrolAt({ server: { hub, url } }: DownWorld, till: TillAtHub): Promise<void> {
  const made = await makeEnrolmentCode(hub, 'TC-A12', 'lapak');
  await till.calls.sync.enrol({ invitation: formatInvitation({ hub: url, ...made }) });
  await approveDevice(hub, till.device, 'lapak');
  await till.report();
}

const claim = (reference: string) =>
  ({ kind: 'claim', amount: 1_000_017, how: 'bank', on: '2026-11-23', reference }) as const;

test('what was told to one hub is neither sent to the next, nor waits there', async () => {
  await using stack = new AsyncDisposableStack();
  const [first, next] = [await openHub(stack), await openHub(stack)];
  const till = await first.till();
  const tell = (message: Parameters<typeof till.calls.fees.send>[0]['message']) =>
    till.calls.fees.send({ id: randomUUID(), message, photo: null });
  const states = async () => (await till.calls.fees.read()).messages.map(({ state }) => state);
  await mallActs(first.server.hub).plan('2026-12', 350_000);
  await till.report();
  const position = (await till.calls.fees.read()).ledger.plans[0]?.position ?? 0;
  await tell(claim('satu'));
  await till.report();
  await tell(claim('dua'));
  await tell({ kind: 'seen', positions: [position] });
  expect(await states()).toEqual(['waiting', 'waiting', 'sent']);

  await enrolAt(next, till);
  await mallActs(next.server.hub).plan('2026-12', 400_000); // in the same place of its journal
  await till.report();
  const { db } = next.server.hub.database;
  expect(await db.selectFrom('fee_message').select('id').execute()).toEqual([]);
  expect(await states()).toEqual(['unsent', 'unsent', 'former']);
  const [plan] = (await till.calls.fees.read()).ledger.plans;
  expect(plan).toMatchObject({ position, cleaningRupiah: 400_000, isSeen: false });

  await enrolAt(first, till); // what waited for it waits on
  await till.report();
  expect(await states()).toEqual(['answered', 'sent', 'sent']);
});
