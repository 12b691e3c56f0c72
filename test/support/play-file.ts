import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runLapakHere } from './run-lapak.ts';

const Answer = z.object({
  line: z.int().optional(),
  ok: z.boolean().optional(),
  answer: z.unknown().optional(),
  error: z
    .object({ code: z.string(), message: z.string(), data: z.unknown().optional() })
    .optional(),
});
type Answer = z.output<typeof Answer>;

/** A line of a file of calls: a call, or text as it is. */
type Line = Readonly<Record<string, unknown>> | string;

/** What `play --json` answered, an object a line. */
export function parsed(stdout: string): Answer[] {
  const texts = stdout.split('\n').filter((text) => text !== '');
  return texts.map((text) => Answer.parse(JSON.parse(text)));
}

/** Plays files of calls in the data folder below a folder of the test. @param dir of this test */
export function playIn(dir: () => string) {
  const data = () => ['--data', join(dir(), 'data')];
  const fileOf = (lines: readonly Line[]): string => {
    const file = join(dir(), 'day.jsonl');
    const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    writeFileSync(file, `${texts.join('\n')}\n`);
    return file;
  };
  const play = async (lines: readonly Line[], ...options: string[]) => {
    const words = ['play', fileOf(lines), ...data(), ...options];
    const { code, stdout } = await runLapakHere(...words, '--json');
    return { code, answers: parsed(stdout) };
  };
  return { data, fileOf, play };
}

/** The clock is what the lines say. */
export const given = ['--clock', 'given'];
/** An id of an act. */
export const id = (n: number) => `0193f1f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const owner = { as: 'kasir-1', pin: '738291' };
export const sari = { as: 'Sari', pin: '591827' };

/** A stall with an owner and a cashier, both with a PIN, and one product. */
export const begun: readonly Line[] = [
  {
    call: 'catalog.importCatalog',
    at: '2026-11-24T08:00:00+07:00',
    input: { content: 'kode;nama;harga\nKOPI;Kopi;45000\n', mode: 'apply' },
  },
  { call: 'staff.add', input: { name: 'Sari', role: 'cashier' } },
  { call: 'staff.setPin', input: { staff: 'kasir-2', pin: '591827' } },
  { call: 'staff.setPin', input: { staff: 'kasir-1', pin: '738291' } },
];

/** Rp200.000 in notes of 10.000. */
export const float = [{ valueRupiah: 10_000, pieces: 20 }];
/** Two pieces for Rp90.000, paid with Rp100.000. */
export const sale = (n: number) => ({
  id: id(n),
  lines: [{ code: 'KOPI', unit: 'pcs', quantityMilli: 2000, priceRupiah: 45_000 }],
  tenders: [{ kind: 'cash', amountRupiah: 100_000 }],
  expectedTotalRupiah: 90_000,
});
