import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { LINK_LIFE_MS, SESSION_LIFE_MS } from '../../domain/people/contract.ts';
import { openPackHub, type PackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { HUB_NINE_MS } from '../../test/support/hub-server.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import { hubRecordsFrom } from '../journal/journal-store.ts';
import { verifyJournal } from '../journal/verify-journal.ts';
import { isAnyLinkUsed } from './link-store.ts';
import { linkTo, makeLink } from './links.ts';
import { seeSession, signIn, signOut } from './sessions.ts';
import { hashOfToken, nameOfLink } from './token.ts';

const MINUTE_MS = 60_000;

/** A hub on a clock that stands until it is set. */
async function hubOn(database: HubDatabase) {
  const clock = { nowMs: HUB_NINE_MS };
  const { identity } = await openPackHub(database);
  return { database, identity, random: randomBytes, clock: () => clock.nowMs, at: clock };
}

async function actsOf({
  database,
  identity,
}: Pick<PackHub, 'database' | 'identity'>): Promise<unknown[]> {
  expect(await verifyJournal(database, identity)).toMatchObject({ ok: true });
  const records = await transact(database, 'no-stall', (trx) => hubRecordsFrom(trx, 2, 10));
  return records.map(({ body }) => JSON.parse(body.toString('utf8')));
}

eachDatabase('a link signs in once, whoever is first', async ({ open }) => {
  const database = await open();
  const hub = await hubOn(database);
  const { token } = await makeLink(hub);
  expect(await isAnyLinkUsed(database.db)).toBe(false);

  const tries = await Promise.allSettled([signIn(hub, token), signIn(hub, token)]);

  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(signIn(hub, token)).rejects.toMatchObject({ code: 'LINK_WRONG' });
  expect(await isAnyLinkUsed(database.db)).toBe(true);
});

eachDatabase('a link is good for fifteen minutes, and is then forgotten', async ({ open }) => {
  const database = await open();
  const hub = await hubOn(database);
  const { token, expiresAtMs } = await makeLink(hub);
  expect(expiresAtMs).toBe(HUB_NINE_MS + LINK_LIFE_MS);

  hub.at.nowMs += LINK_LIFE_MS;

  await expect(signIn(hub, token)).rejects.toMatchObject({ code: 'LINK_WRONG' });
  await makeLink(hub);
  expect(await database.db.selectFrom('sign_in_link').select('hash').execute()).toHaveLength(1);
});

eachDatabase('the database has neither a token of a link nor of a session', async ({ open }) => {
  const database = await open();
  const hub = await hubOn(database);
  const link = await makeLink(hub);
  const session = await signIn(hub, link.token);

  const links = await database.db.selectFrom('sign_in_link').selectAll().execute();
  const sessions = await database.db.selectFrom('session').selectAll().execute();

  const kept = [...links, ...sessions].map(({ hash }) => hash.toString('base64url'));
  expect(kept).toHaveLength(2);
  expect(kept).not.toContain(link.token);
  expect(kept).not.toContain(session);
  expect(linkTo('https://hub.example', link)).toBe(`https://hub.example/#token=${link.token}`);
});

eachDatabase('links, sign-ins and sign-outs are in the journal of the hub', async ({ open }) => {
  const hub = await hubOn(await open());
  const made = await makeLink(hub);
  const token = await signIn(hub, made.token);
  await signOut(hub, token);
  await signOut(hub, token);

  const acts = await actsOf(hub);
  const link = nameOfLink(hashOfToken(made.token));
  expect(acts).toMatchObject([
    { act: 'link-make', subject: 'pengelola-1', note: link },
    { act: 'sign-in', subject: 'pengelola-1', note: link },
    { act: 'sign-out', subject: 'pengelola-1', note: '' },
  ]);
  expect(JSON.stringify(acts)).not.toContain(made.token);
});

eachDatabase('a session lasts twelve hours from its last call', async ({ open }) => {
  const database = await open();
  const hub = await hubOn(database);
  const token = await signIn(hub, (await makeLink(hub)).token);
  const signedIn = { administrator: 'pengelola-1', isProlonged: false };
  expect(await seeSession(hub, token)).toEqual(signedIn);

  hub.at.nowMs += SESSION_LIFE_MS - MINUTE_MS;
  expect(await seeSession(hub, token)).toEqual({ ...signedIn, isProlonged: true });
  hub.at.nowMs += SESSION_LIFE_MS - MINUTE_MS;
  expect(await seeSession(hub, token)).toEqual({ ...signedIn, isProlonged: true });
  hub.at.nowMs += SESSION_LIFE_MS;
  expect(await seeSession(hub, token)).toBeUndefined();

  await signIn(hub, (await makeLink(hub)).token);
  expect(await database.db.selectFrom('session').select('hash').execute()).toHaveLength(1);
});

eachDatabase('who signs out is out, and what was never a token is nobody', async ({ open }) => {
  const database = await open();
  const hub = await hubOn(database);
  const token = await signIn(hub, (await makeLink(hub)).token);
  const other = await signIn(hub, (await makeLink(hub)).token);

  await signOut(hub, token);
  await signOut(hub, token);

  expect(await seeSession(hub, token)).toBeUndefined();
  expect(await seeSession(hub, '')).toBeUndefined();
  expect(await seeSession(hub, `${other}=`)).toBeUndefined();
  expect(await seeSession(hub, other)).toMatchObject({ administrator: 'pengelola-1' });
});
