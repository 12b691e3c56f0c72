import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import { theOwner } from '../../domain/actor.ts';
import type { SyncStatus } from '../../domain/sync/status.ts';
import { enrolTill } from '../../electron/till/enrolment/enrol-till.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { approveDevice } from '../../hub/enrolment/devices.ts';
import { type Calls, callsOf } from './calls.ts';
import { openTestServer, type TestServer } from './hub-server.ts';
import { TestWorld } from './sync-world.ts';
import { openTestTill, type TestTill } from './test-till.ts';

/** What passes between a till and its hub: a test puts another in its place. */
type Carry = (url: string, init: RequestInit) => Promise<Response>;

/** A real till that reports to a real hub over HTTP. */
export interface TillAtHub extends TestTill {
  readonly device: string;
  readonly calls: Calls;
  readonly world: MeddledWorld;
  /** One round of reporting. @returns how it stands then */
  report(): Promise<SyncStatus>;
}

/** The real network, with something in between where a test asks for it. */
export class MeddledWorld extends TestWorld {
  carry: Carry = (url, init) => super.fetch(url, init);
  /** `GET /v1/down?after=0` of each request, the oldest first. */
  readonly asked: string[] = [];

  override fetch(url: string, init: RequestInit): Promise<Response> {
    const { pathname, search } = new URL(url);
    this.asked.push(`${init.method} ${pathname}${search}`);
    return this.carry(url, init);
  }

  /** Sends a request on, whatever stands in between. */
  send(url: string, init: RequestInit): Promise<Response> {
    return super.fetch(url, init);
  }
}

/** A hub, and tills that come to it. All of it is closed at its end. */
export interface DownWorld extends AsyncDisposable {
  readonly server: TestServer;
  /** A till of this stall that is enrolled, approved, and has reported. */
  till(stall?: string): Promise<TillAtHub>;
}

/** Opens a hub on a database that has its form. */
export async function openDownWorld(database: HubDatabase): Promise<DownWorld> {
  const stack = new AsyncDisposableStack();
  const limits = { openCallsPerMinute: 1_000 };
  const server = stack.use(await openTestServer(database, { limits }));
  const { nowMs: beganMs } = server.clock;
  return {
    server,
    till: async (stall = 'TC-A12') => {
      const found = await openTill(server, stall, server.clock.nowMs - beganMs);
      stack.defer(found.close);
      return found;
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** @param passedMs by which the till is opened later than the hub was */
async function openTill(
  { hub, url }: TestServer,
  stall: string,
  passedMs: number,
): Promise<TillAtHub> {
  const world = new MeddledWorld();
  world.clockMs += passedMs;
  const book = await openTestTill(world.clockMs, { world, isReporting: false });
  const { device } = book.till.device;
  const report = async () => {
    await book.till.uploader.report();
    return book.till.uploader.status();
  };
  const made = await makeEnrolmentCode(hub, stall, 'lapak');
  await enrolTill(book.till, theOwner, { invitation: formatInvitation({ hub: url, ...made }) });
  await approveDevice(hub, device, 'lapak');
  await report();
  return {
    ...book,
    get till() {
      return book.till;
    },
    get calls() {
      return callsOf(book);
    },
    device,
    world,
    report,
  };
}
