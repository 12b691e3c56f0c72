import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import { formatCode } from '../../../domain/enrolment/code.ts';
import { formatInvitation } from '../../../domain/enrolment/invitation.ts';
import { hubKeyName, rawPublicKey } from '../../../node/crypto/keys.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import { FakeHub } from '../../../test/support/fake-hub.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { actsOf } from '../../../test/support/staffed-till.ts';
import { enrolTill } from './enrol-till.ts';

let book: HubBook;
let calls: Calls;
beforeEach(async () => {
  book = await openHubBook();
  calls = callsOf(book);
});
afterEach(() => book.close());

/** As it is typed: the address, and the code alone. */
const typed = () => ({ hub: book.hub.origin, code: formatCode(book.hub.code) });
const keyOf = ({ keys }: FakeHub) => hubKeyName(rawPublicKey(keys.publicKey));

test('what answers with another key than the invitation tells is not enrolled at', async () => {
  const { origin: hub, code } = book.hub;
  const keyName = hubKeyName(rawPublicKey(generateKeyPairSync('ed25519').publicKey));
  const invitation = formatInvitation({ hub, code, keyName });

  await expect(calls.sync.enrol({ invitation })).rejects.toMatchObject({
    code: 'HUB_KEY_WRONG',
    data: { hub },
  });
  expect(book.till.uploader.status()).toMatchObject({ state: 'alone' });
  expect(actsOf(book)).toEqual([]);
});

test('a code without the hub’s key asks for it once, and enrols with it then', async () => {
  const key = formatCode(keyOf(book.hub));
  await expect(calls.sync.enrol(typed())).rejects.toMatchObject({
    code: 'HUB_KEY_UNCHECKED',
    data: { key },
  });
  expect(book.till.uploader.status()).toMatchObject({ state: 'alone' });

  const { hub, code } = typed();
  expect(await calls.sync.enrol({ hub, code: `${code}-${key}` })).toMatchObject({ hub });
  expect(await calls.sync.enrol(typed())).toMatchObject({ hub }); // it has met it
});

test('what the till has met before names no other hub', async () => {
  await book.enrol();
  const other = await new FakeHub().open();
  const order = { hub: other.origin, code: formatCode(other.code) };

  await expect(calls.sync.enrol(order)).rejects.toMatchObject({ code: 'HUB_KEY_UNCHECKED' });
  expect(book.till.uploader.status()).toMatchObject({ hub: book.hub.origin });
  await other.close();
});

test('where a hub answers by http, https is told to be the wrong one', async () => {
  const invitation = book.hub.invitation.replace('http://', 'https://');

  await expect(calls.sync.enrol({ invitation })).rejects.toMatchObject({
    code: 'HUB_OTHERWISE',
    data: { hub: book.hub.origin },
  });
  expect(book.hub.claim).toBeUndefined(); // it was only looked at
});

test('where a hub answers by https, http is told to be the wrong one', async () => {
  const { origin, invitation } = book.hub;
  const { fetch } = book.world;
  book.world.fetch = (url, init) =>
    url.startsWith('https:')
      ? fetch(url.replace('https:', 'http:'), init)
      : Promise.resolve(new Response('<html>400 The plain HTTP request', { status: 400 }));

  await expect(calls.sync.enrol({ invitation })).rejects.toMatchObject({
    code: 'HUB_OTHERWISE',
    data: { hub: origin.replace('http:', 'https:') },
  });
});

test('details that one hub was sent are not for the next before somebody says so', async () => {
  await book.enrol();
  await calls.settings.change({ sharing: 'details' });
  await book.enrol();
  expect((await calls.settings.read()).sharing).toBe('details');

  const other = await new FakeHub().open();
  await enrolTill(book.till, theOwner, { invitation: other.invitation });
  expect((await calls.settings.read()).sharing).toBe('totals');
  expect(actsOf(book).at(-1)).toMatchObject({
    act: 'enrol',
    note: other.origin,
    changes: JSON.stringify([{ field: 'sharing', from: 'details', to: 'totals' }]),
  });
  await book.report();
  expect(other.stored.filter(({ body }) => body !== undefined)).toEqual([]);
  expect((await calls.sync.receipt()).sharingAtMs).not.toBeNull();
  await other.close();
});
