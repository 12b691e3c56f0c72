import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStaffedTill } from '../../../test/support/staffed-till.ts';
import { verifyBook } from '../journal/verify.ts';
import { closeTill } from '../open-till.ts';

const PEOPLE = 60;

test('of sixty people with PINs who were erased, no file of the folder has a name', async () => {
  const book = await openStaffedTill();
  onTestFinished(book.close);
  const { staff } = await book.page('kasir-1');
  const ids: string[] = [];
  for (let at = 1; at <= PEOPLE; at += 1) {
    const { id } = await staff.add({ name: `Ratnasari ${at} Wulandari`, role: 'cashier' });
    await staff.setPin({ staff: id, pin: '620417' });
    ids.push(id);
  }
  const hashes = (): string[] =>
    book.till.db.prepare<[], string>('SELECT pin FROM staff WHERE number > 4').pluck().all();
  const salts = hashes().map((pin) => pin.split('$').at(-2) ?? '');
  expect(new Set(salts).size).toBe(PEOPLE);
  const leftBy = (parts: readonly string[]) =>
    readdirSync(book.dataDir).filter((file) => {
      const bytes = readFileSync(join(book.dataDir, file));
      return parts.some((part) => bytes.includes(part));
    });
  expect(leftBy(['Ratnasari'])).not.toEqual([]);

  for (const id of ids) await staff.erase({ staff: id });

  expect(leftBy(['Ratnasari', 'Wulandari', ...salts])).toEqual([]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
  await closeTill(book.till);
  expect(leftBy(['Ratnasari', 'Wulandari', ...salts])).toEqual([]);
});
