import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { sheetOnce } from './open-by-profile.ts';
import { readSettlement } from './read-settlement.ts';
import { readStatement } from './read-statement.ts';

test('a workbook that is tried as a statement and as a settlement is unfolded once', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Stok',
        rows: [
          ['Kaos', 'Ukuran'],
          [1, 2],
        ],
      },
    ],
  });
  const sheet = sheetOnce(bytes);
  const lines = await sheet();
  const unknown = { code: 'STATEMENT_UNKNOWN' };

  await expect(readStatement(bytes, { sheet })).rejects.toMatchObject(unknown);
  bytes.fill(0, 4); // what is left of it could not be unfolded
  await expect(readSettlement(bytes, { sheet })).rejects.toMatchObject(unknown);
  await expect(readSettlement(bytes, {})).rejects.toMatchObject({ code: 'WORKBOOK_BROKEN' });
  expect(await sheet()).toBe(lines);
});
