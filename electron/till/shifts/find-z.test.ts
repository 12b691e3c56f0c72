import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { openTestTill } from '../../../test/support/test-till.ts';
import { recoverFolder } from '../journal/recover.ts';
import { TIP_FILE } from '../journal/tip-file.ts';
import { closeTill } from '../open-till.ts';
import { readZByNumber } from './procedures.ts';

test('a Z number of an epoch that was lost finds no Z of another', async () => {
  const book = await openTestTill();
  onTestFinished(book.close);
  endTestShift(book.till);
  await closeTill(book.till);
  rmSync(join(book.dataDir, TIP_FILE));
  recoverFolder(book.dataDir, book.clock.now);
  const till = await book.reopen();
  endTestShift(till);
  const found = (number: string) => readZByNumber(till, { number }).closing?.number;

  expect(found('last')).toBe('Z2-000002');
  expect(found('Z2-000002')).toBe('Z2-000002');
  expect(found('2')).toBe('Z2-000002');
  expect(found('Z-000001')).toBe('Z-000001');
  // What was printed under it is lost with its epoch: this Z is another paper.
  for (const number of ['Z-000002', 'Z1-2', 'Z2-000001', 'Z3-000002']) {
    expect(() => found(number)).toThrow(
      expect.objectContaining({ code: 'Z_UNKNOWN', data: { number } }),
    );
  }
});
