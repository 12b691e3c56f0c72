import { begun } from '../play-file.ts';
import { done, type DayLine, Day } from './day.ts';
import { exchange, refund, takeBack } from './day-backs.ts';
import { changeTerms, look, moveCash, tryWrong } from './day-others.ts';
import { sell, train } from './day-sales.ts';
import { pick, productCodes, shelfFile } from './day-shelf.ts';

const FLOAT_RUPIAH = 2_000_000;

/** What is done on the day, as often as it is named. */
const acts = [
  ...Array.from({ length: 14 }, () => sell),
  ...Array.from({ length: 4 }, () => refund),
  exchange,
  exchange,
  takeBack,
  train,
  moveCash,
  tryWrong,
  tryWrong,
];

/** A stall that is set up, so many mixed acts, and the close. The same for the same seed. */
export function makeDay(seed: number, count: number): DayLine[] {
  const day = new Day(seed);
  begin(day);
  for (let act = 0; act < count; act += 1) {
    day.goOn();
    if (act === Math.floor(count / 3)) changeTerms(day, 500, { kind: 'pbjt', isAdded: true });
    if (act === Math.floor((2 * count) / 3))
      changeTerms(day, 1_000, { kind: 'none', isAdded: false });
    if (act % 60 === 30) look(day);
    pick(day.chance, acts)(day);
  }
  close(day);
  return day.lines;
}

/** The people, the shelf with a tax of each kind, and the float. */
function begin(day: Day): void {
  for (const line of begun) {
    if (typeof line !== 'string') day.lines.push({ line, expected: done });
  }
  const content = shelfFile();
  day.say({ call: 'catalog.importCatalog', input: { content, mode: 'apply' } }, done);
  day.say({ call: 'settings.change', input: { npwp: '0123456789012345' } }, done);
  changeTerms(day, 100, { kind: 'ppn', isAdded: false });
  const float = [{ valueRupiah: 10_000, pieces: FLOAT_RUPIAH / 10_000 }];
  day.say({ call: 'shifts.open', input: { id: day.id(), drawer: 1, float } }, done);
}

/** The count of what must be there, the Z, and the stock. */
function close(day: Day): void {
  const cash = day.book.drawer(FLOAT_RUPIAH);
  const { expectedRupiah } = cash;
  const count = [
    { valueRupiah: 100_000, pieces: Math.floor(expectedRupiah / 100_000) },
    { valueRupiah: 100, pieces: (expectedRupiah % 100_000) / 100 },
  ];
  const counted = { expectedRupiah, differenceRupiah: 0 };
  const input = { shift: 1, count };
  day.say({ call: 'shifts.count', input }, { is: 'answer', answer: counted });
  const order = { id: day.id(), shift: 1, reason: null, carts: 'refuse' };
  const report = { sums: day.book.sums(), cash };
  day.say({ call: 'shifts.close', input: order }, { is: 'answer', answer: report });
  const stock = day.book.onHand();
  for (const code of productCodes) {
    const product = { code, onHandMilli: stock.get(code) ?? 0 };
    day.say({ call: 'catalog.product', input: { code } }, { is: 'answer', answer: { product } });
  }
}
