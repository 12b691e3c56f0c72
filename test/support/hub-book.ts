import { theOwner } from '../../domain/actor.ts';
import type { SyncStatus } from '../../domain/sync/status.ts';
import { enrolTill } from '../../electron/till/enrolment/enrol-till.ts';
import { FakeHub } from './fake-hub.ts';
import { TestWorld } from './sync-world.ts';
import { openTestTill, type TestTill } from './test-till.ts';

/** A till, a hub, and the world between them. */
export interface HubBook extends TestTill {
  readonly hub: FakeHub;
  readonly world: TestWorld;
  /** Enrols the till at the hub. */
  enrol(): Promise<SyncStatus>;
  /** One round of reporting. @returns how it stands then */
  report(): Promise<SyncStatus>;
  /** Positions of the cursor, and of the newest record. */
  readonly cursor: { readonly position: number; readonly size: number } | undefined;
  readonly newest: number;
}

/** @param isReporting whether it reports by itself, by the world's timers */
export async function openHubBook({ isReporting = false } = {}): Promise<HubBook> {
  const hub = await new FakeHub().open();
  const world = new TestWorld();
  const book = await openTestTill(world.clockMs, { world, isReporting });
  return {
    ...book,
    hub,
    world,
    get till() {
      return book.till;
    },
    get cursor() {
      const query = 'SELECT position, size FROM sync_cursor';
      return book.till.db.prepare<[], { position: number; size: number }>(query).get();
    },
    get newest() {
      const query = 'SELECT max(position) FROM journal_record';
      return book.till.db.prepare<[], number>(query).pluck().get() ?? 0;
    },
    enrol: () => enrolTill(book.till, theOwner, { invitation: hub.invitation }),
    report: async () => {
      await book.till.uploader.report();
      return book.till.uploader.status();
    },
    close: async () => {
      await book.close();
      await hub.close();
    },
  };
}
