import { expect } from 'vitest';
import { PHOTO_BYTES_MAX } from '../../domain/fees/message-bounds.ts';
import { showPhoto } from '../../hub/fees/matters/messages.ts';
import { takeReading } from '../../hub/fees/readings.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import { addLeasedMall, asked, openOffice } from '../support/fee-office.ts';
import { eachDatabase, type FreshPlace } from '../support/hub-databases.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('meter')]);

async function openMeter({ open }: FreshPlace) {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const take = (photo: Buffer) =>
    takeReading(office, {
      ...asked('TC-1'),
      period: '2026-11',
      meter: 'M-17',
      from: 1_000_000,
      to: 1_112_500,
      rollover: null,
      isEstimate: false,
      photo: photo.toString('base64'),
      isConfirmed: false,
    });
  return { database, office, take };
}

eachDatabase('a reading keeps its photo, and its record the hash', async (fresh) => {
  const { database, office, take } = await openMeter(fresh);

  const { photo } = await take(jpeg);

  expect(photo).toBe(hashOf(jpeg));
  expect(await showPhoto(office.hub, photo)).toEqual({
    type: 'image/jpeg',
    bytes: jpeg.toString('base64'),
  });
  const { body } = await database.db
    .selectFrom('hub_record')
    .select('body')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(body.toString('utf8'))).toMatchObject({
    act: 'reading',
    details: { photo: hashOf(jpeg) },
  });
});

eachDatabase('what is no photo, or too large a one, takes no reading', async (fresh) => {
  const { database, take } = await openMeter(fresh);
  const large = Buffer.concat([jpeg, Buffer.alloc(PHOTO_BYTES_MAX)]);

  for (const wrong of [Buffer.from('GIF89a: no JPEG'), large]) {
    await expect(take(wrong)).rejects.toMatchObject({ code: 'PHOTO_WRONG' });
  }

  const kept = await database.db.selectFrom('fee_reading').select('act').execute();
  expect(kept).toEqual([]);
});
