import type { HubDatabase } from '../../hub/database/open-database.ts';
import { makeAnnouncement } from '../../hub/down/announce.ts';
import { approveDevice, revokeDevice } from '../../hub/enrolment/devices.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { makeLink } from '../../hub/people/links.ts';
import { makePrivateKey } from '../../node/crypto/private-key.ts';
import { type BelowRules, openBelowRules } from './below-rules.ts';
import { onPostgres, onSqlite } from './hub-databases.ts';
import { hubRows } from './hub-rows.ts';
import { openTestServer, type TestServer } from './hub-server.ts';
import {
  enrolmentOf,
  firstNonce,
  type HubAnswer,
  makeTill,
  post,
  sendSigned,
  type TillKeys,
} from './hub-till.ts';
import { type ChainRecord, makeChain, saleDraft, type SignedChain } from './signed-chain.ts';

/** Everybody who may call a hub. */
export const callers = [
  /** No signature, no cookie. */
  'nobody',
  /** Tills of TC-A12. */
  'waiting',
  'active',
  'revoked',
  /** An active till of TC-B01. */
  'other',
  /** The active till's name, signed by a key that nobody enrolled. */
  'forged',
  /** A browser with a cookie that no session has. */
  'guest',
  'administrator',
] as const;
export type Caller = (typeof callers)[number];

/** A hub with tills of two stalls, of which one has reported. */
export interface Tenants extends AsyncDisposable {
  readonly server: TestServer;
  readonly waiting: TillKeys;
  readonly revoked: TillKeys;
  readonly other: TillKeys;
  /** The active till, and what it has reported: with details. */
  readonly mine: TillKeys;
  readonly chain: SignedChain;
  readonly newest: ChainRecord;
  /** Another record at the place of the newest, of which nothing but the head came. */
  readonly forked: ChainRecord;
  /** Id of what all tills were told. */
  readonly notice: string;
  /** Of the administrator. */
  readonly cookie: string;
}

export interface GivenCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With the prefix and the query. */
  readonly path: string;
  readonly body?: unknown;
}

/** Opens the hub on a database that has its form. */
export async function openManyTenants(on: BelowRules): Promise<Tenants> {
  const server = await openTestServer(on.database, { limits: { openCallsPerMinute: 100_000 } });
  const chain = makeChain();
  const mine = { ...makeTill(chain.key), device: chain.device };
  const [waiting, revoked, other] = [makeTill(), makeTill(), makeTill()];
  await enrol(server, mine, 'TC-A12');
  await enrol(server, waiting, 'TC-A12', false);
  await enrol(server, revoked, 'TC-A12');
  await enrol(server, other, 'TC-B01');
  const newest = chain.add(saleDraft(45_000));
  const records = chain.records.map(({ wire }) => wire);
  const nonce = await firstNonce(server, mine);
  const body = { size: 0, after: null, records };
  const stored = await sendSigned(server, mine, { path: '/v1/batches', body, nonce });
  const forked = chain.branch(1).add(saleDraft(12_000));
  await sendSigned(server, mine, {
    path: '/v1/batches',
    body: { size: 2, after: placeOf(chain.records[0]), records: [headOf(forked)] },
    nonce: stored.headers.get('lapak-nonce') ?? '',
  });
  await revokeDevice(server.hub, revoked.device, { through: null, by: 'lapak' });
  const cookie = await signIn(server);
  const said = { title: 'Pintu timur', text: 'Tutup', from: '2026-11-29', until: null };
  const all = { kind: 'everybody' } as const;
  const { id: notice } = await makeAnnouncement(server.hub, { ...said, to: all, by: 'lapak' });
  const dispose = () => server[Symbol.asyncDispose]();
  const tills = { waiting, revoked, other, mine };
  return {
    server,
    ...tills,
    chain,
    newest,
    forked,
    notice,
    cookie,
    [Symbol.asyncDispose]: dispose,
  };
}

function placeOf(record: ChainRecord | undefined) {
  return record && { epoch: record.wire.epoch, seq: record.wire.seq, leaf: record.leaf };
}

function headOf({ wire: { epoch, seq, head, signature } }: ChainRecord) {
  return { epoch, seq, head, signature };
}

async function enrol(
  server: TestServer,
  till: TillKeys,
  stall: string,
  isApproved = true,
): Promise<void> {
  const { code } = await makeEnrolmentCode(server.hub, stall, 'lapak');
  const { status } = await post(`${server.url}/v1/enrolments`, enrolmentOf(till, code, server.url));
  if (status !== 200) throw new Error(`enrolled with ${status}`);
  if (isApproved) await approveDevice(server.hub, till.device, 'lapak');
}

/** The cookie of a new session. */
export async function signIn(server: TestServer): Promise<string> {
  const { token } = await makeLink(server.hub);
  const response = await fetch(`${server.url}/v1/session`, {
    method: 'POST',
    headers: { origin: server.url },
    body: JSON.stringify({ token }),
  });
  return (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
}

/** Makes a call as one of them. */
export async function callAs(
  tenants: Tenants,
  caller: Caller,
  call: GivenCall,
): Promise<HubAnswer> {
  const { server, cookie, mine } = tenants;
  switch (caller) {
    case 'nobody':
      return ask(server, call, '');
    case 'guest':
      return ask(server, call, `lapak-session=${'A'.repeat(43)}`);
    case 'administrator':
      return ask(server, call, cookie);
    case 'forged':
      return signed(server, { ...mine, transportKey: makePrivateKey() }, call);
    case 'active':
      return signed(server, mine, call);
    case 'waiting':
    case 'revoked':
    case 'other':
      return signed(server, tenants[caller], call);
  }
}

async function signed(server: TestServer, till: TillKeys, call: GivenCall): Promise<HubAnswer> {
  const nonce = await firstNonce(server, till);
  const headers = { origin: server.url };
  const alter = (request: RequestInit) => ({
    ...request,
    headers: { ...Object.fromEntries(new Headers(request.headers)), ...headers },
  });
  return sendSigned(server, till, { ...call, nonce, alter });
}

async function ask(
  { url }: TestServer,
  { method, path, body }: GivenCall,
  cookie: string,
): Promise<HubAnswer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { origin: url, cookie },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const { status, headers } = response;
  const text = await response.text();
  const found: unknown = text === '' ? null : JSON.parse(text);
  const { code }: { readonly code?: unknown } = Object(found);
  return { status, headers, body: found, code };
}

/** All that a hub has, but for the nonces that requests use up. */
export async function rowsOf({ db }: HubDatabase): Promise<Record<string, object[]>> {
  const tables = Object.keys(hubRows) as (keyof typeof hubRows)[]; // its own keys
  const rows: Record<string, object[]> = {};
  for (const table of tables) {
    if (table === 'used_nonce') continue;
    const found: object[] = await db.selectFrom(table).selectAll().execute();
    rows[table] = found.map((row) => ({ ...row })).toSorted(byText);
  }
  return rows;
}

function byText(one: object, other: object): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** On SQLite, and on PostgreSQL where row-level security holds. */
export function eachHub(name: string, body: (databases: BelowRules) => Promise<void>): void {
  onSqlite(name, async ({ open }) => {
    const database = await open();
    await body({ database, admin: database });
  });
  onPostgres(name, async (fresh) => body(await openBelowRules(fresh)));
}
