import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  noKeys,
  stepScan,
  type KeyPlace,
  type ScanInput,
  type ScanOutput,
  type ScanState,
} from './scan.ts';

const KOPI = '8991000000010';

/** The keys of a text, `gapMs` apart, the first at `fromMs`. */
function keys(text: string, gapMs: number, place: KeyPlace = 'page', fromMs = 1_000): ScanInput[] {
  return [...text].map((character, i) => ({
    kind: 'character',
    character,
    atMs: fromMs + i * gapMs,
    place,
  }));
}

function enter(atMs: number): ScanInput {
  return { kind: 'suffix', atMs };
}

const pause: ScanInput = { kind: 'pause', pausedMs: 300 };

/** Keys and the Enter or Tab behind them, all with the same time between them. */
function withEnter(text: string, gapMs: number, place: KeyPlace = 'page'): ScanInput[] {
  return [...keys(text, gapMs, place), enter(1_000 + text.length * gapMs)];
}

/** Feeds them in their order. @returns what was told, and of the suffixes which were swallowed */
function feed(...inputs: readonly ScanInput[]) {
  let state: ScanState = noKeys;
  const outputs: ScanOutput[] = [];
  const swallowed: boolean[] = [];
  for (const input of inputs) {
    const step = stepScan(state, input);
    state = step.state;
    outputs.push(...step.outputs);
    if (input.kind === 'suffix') swallowed.push(step.isSwallowed);
  }
  return { outputs, swallowed };
}

const scan = (code: string, wasTyped = false, isWhole = true): ScanOutput => {
  return { kind: 'scan', code, undo: wasTyped ? 'keys' : 'nothing', isWhole };
};
/** A scan that no suffix ended. */
const unended = (code: string): ScanOutput => scan(code, false, false);
const typed = (text: string, before = ''): ScanOutput => ({ kind: 'typed', text, before });

test.each([3, 30, 37, 60])('thirteen digits at %i ms and Enter are one scan', (gapMs) => {
  const read = feed(...withEnter(KOPI, gapMs));

  expect(read).toEqual({ outputs: [scan(KOPI)], swallowed: [true] });
});

test.each([3, 30, 60])('thirteen digits at %i ms and nothing are one scan', (gapMs) => {
  expect(feed(...keys(KOPI, gapMs), pause).outputs).toEqual([unended(KOPI)]);
});

test('a pause of 95 ms, or of 290, does not break a scan', () => {
  const late = (pauseMs: number) => [
    ...keys('8991', 37),
    ...keys('000000010', 37, 'page', 1_111 + pauseMs),
    enter(1_444 + pauseMs),
  ];

  expect(feed(...late(95)).outputs).toEqual([scan(KOPI)]);
  expect(feed(...late(290)).outputs).toEqual([scan(KOPI)]);
});

test('keys that are handled late are told as typed and taken back with the scan', () => {
  const read = feed(
    ...keys('89', 5),
    { kind: 'pause', pausedMs: 120 },
    ...keys('91000000010', 5, 'page', 1_010),
    enter(1_065),
  );

  expect(read).toEqual({ outputs: [typed('89'), scan(KOPI, true)], swallowed: [true] });
});

test('the first four digits of a code that stalls are not another code', () => {
  const read = feed(
    ...keys('8991', 5),
    { kind: 'pause', pausedMs: 250 },
    ...keys('000000010', 5, 'page', 1_020),
    enter(1_065),
  );

  expect(read.outputs).toEqual([scan(KOPI)]);
});

test('eight characters and Enter are a code at any speed, what was typed of it taken back', () => {
  const slow = keys('90311017', 700).flatMap((key) => [key, pause]);

  const read = feed(...slow, enter(9_000));

  expect(read.outputs.at(-1)).toEqual(scan('90311017', true));
  expect(read.swallowed).toEqual([true]);
});

test('seven characters by hand and Enter are typed', () => {
  const read = feed(...withEnter('9031101', 110));

  expect(read).toEqual({ outputs: [typed('9031101')], swallowed: [false] });
});

test('a quantity by hand is typed, digit after digit', () => {
  const [one, two] = keys('12', 180);
  if (!one || !two) throw new Error('two keys');

  const read = feed(one, { kind: 'pause', pausedMs: 100 }, two, pause, enter(2_000));

  expect(read).toEqual({ outputs: [typed('1'), typed('2', '1')], swallowed: [false] });
});

test('a star ends a quantity at once, and the scan behind it is a code of its own', () => {
  const read = feed(
    ...keys('12*', 110),
    ...keys(KOPI, 5, 'page', 1_330),
    enter(1_330 + KOPI.length * 5),
  );

  expect(read.outputs).toEqual([typed('12*'), scan(KOPI)]);
});

test.each(['+', '-', '/'])('%s typed alone is forgotten by what comes behind it', (key) => {
  const read = feed(...keys(key, 0), pause, ...keys('1', 0, 'page', 2_000), pause);

  expect(read.outputs).toEqual([typed(key), typed('1')]);
});

test('a code with a minus in it is whole at a hand’s speed', () => {
  const slow = keys('KOPI-0001', 150).flatMap((key): ScanInput[] => [
    key,
    { kind: 'pause', pausedMs: 120 },
  ]);

  const read = feed(...slow, enter(3_000));

  expect(read.outputs.at(-1)).toEqual(scan('KOPI-0001', true));
  expect(read.outputs).toContainEqual(typed('-', 'KOPI'));
});

test('three fast characters are too few for a code', () => {
  expect(feed(...withEnter('123', 5)).outputs).toEqual([typed('123')]);
});

test('a fast typist is a person', () => {
  expect(feed(...withEnter('kopi', 75)).outputs).toEqual([typed('kopi')]);
});

test('two scans with no suffix come apart by the pause between them', () => {
  const read = feed(...keys('11112222', 5), ...keys('33334444', 5, 'page', 1_400), pause);

  expect(read.outputs).toEqual([unended('11112222'), unended('33334444')]);
});

test('an Enter or Tab up to 500 ms behind a scan is swallowed, a later one is not', () => {
  const read = feed(...withEnter(KOPI, 5), enter(1_070), enter(1_565), enter(1_566));

  expect(read).toEqual({ outputs: [scan(KOPI)], swallowed: [true, true, true, false] });
});

test('the Enter behind a scan that silence has ended is swallowed', () => {
  const read = feed(...keys(KOPI, 5), pause, enter(1_060 + 400));

  expect(read).toEqual({ outputs: [unended(KOPI)], swallowed: [true] });
});

test('another key right behind a scan with no suffix ends it first', () => {
  expect(feed(...keys(KOPI, 5), { kind: 'other' }).outputs).toEqual([unended(KOPI)]);
});

test('what was typed before another key or a touch is no part of a code', () => {
  const read = feed(...keys('12', 110), { kind: 'other' }, ...withEnter('990311', 110));

  expect(read.outputs).toEqual([typed('12'), typed('990311')]);
});

test('Enter with nothing before it is left alone', () => {
  expect(feed(enter(1_000))).toEqual({ outputs: [], swallowed: [false] });
});

test('words that come fast into the search field stay words', () => {
  expect(feed(...withEnter('kopi gayo 250', 5, 'search')).outputs).toEqual([]);
  expect(feed(...withEnter('sambal', 5, 'search')).outputs).toEqual([]);
  expect(feed(...keys('2000', 5, 'search'), pause).outputs).toEqual([]);
});

test('a barcode that comes fast into the search field is a scan', () => {
  expect(feed(...keys(KOPI, 5, 'search'), pause).outputs).toEqual([unended(KOPI)]);
  expect(feed(...withEnter('200012', 5, 'search')).outputs).toEqual([scan('200012')]);
});

test.each(['1234567', '100234', KOPI, 'ABCDEF'])(
  '%s faster than a hand into the amount field is a scan, not cash',
  (code) => {
    expect(feed(...withEnter(code, 37, 'amount')).outputs).toEqual([scan(code)]);
    expect(feed(...keys(code, 5, 'amount'), pause).outputs).toEqual([unended(code)]);
  },
);

test('an amount by hand is an amount, however long', () => {
  expect(feed(...withEnter('1300000', 80, 'amount'))).toEqual({ outputs: [], swallowed: [false] });
  expect(feed(...withEnter('13000000', 80, 'amount'))).toEqual({ outputs: [], swallowed: [false] });
});

test('a barcode off a slow scanner is no amount, a round sum is one', () => {
  expect(feed(...withEnter(KOPI, 90, 'amount')).outputs).toEqual([scan(KOPI)]);
  expect(feed(...withEnter('13000000', 90, 'amount')).outputs).toEqual([]);
});

test.each(['BTK-250000', 'A12345', '00123456', '12345678', '4006381333931'])(
  '%s off a slow scanner is no amount, whatever ends it',
  (code) => {
    expect(feed(...withEnter(code, 110, 'amount')).outputs).toEqual([scan(code)]);
    expect(feed(...keys(code, 110, 'amount'), pause).outputs).toEqual([unended(code)]);
  },
);

test.each(['1300000', '45.000', '13000000', '12500000', '250000000'])(
  '%s at a hand’s speed is an amount',
  (amount) => {
    expect(feed(...withEnter(amount, 110, 'amount')).outputs).toEqual([]);
    expect(feed(...keys(amount, 110, 'amount'), pause).outputs).toEqual([]);
  },
);

test('a slow barcode with no suffix is no amount, and a round sum of eight digits is one', () => {
  expect(feed(...keys(KOPI, 110, 'amount'), pause).outputs).toEqual([unended(KOPI)]);
  // 12500000 is a valid EAN-8 by chance.
  expect(feed(...keys('12500000', 110, 'amount'), pause).outputs).toEqual([]);
  expect(feed(...withEnter('12500000', 110, 'amount')).outputs).toEqual([]);
});

test.each([90, 120, 150])('long digits at %i ms with no suffix are a code, not typed', (gapMs) => {
  const slow = keys('4006381333', gapMs).flatMap((key): ScanInput[] => [
    key,
    { kind: 'pause', pausedMs: 100 },
  ]);

  const { outputs } = feed(...slow, pause);

  expect(outputs.at(-1)).toEqual(scan('4006381333', true, false));
});

test('words that a fast typist types on the page are no code', () => {
  expect(feed(...keys('sambalterasi', 90), pause).outputs).toEqual([typed('sambalterasi')]);
});

test.each(['search', 'field'] as const)(
  'a barcode off a slow scanner is none of the %s',
  (place) => {
    expect(feed(...withEnter(KOPI, 110, place)).outputs).toEqual([scan(KOPI)]);
    expect(feed(...keys('96385074', 90, place), pause).outputs).toEqual([unended('96385074')]);
    // A telephone is none, nor is a barcode that a person types.
    expect(feed(...withEnter('081234567897', 110, place)).outputs).toEqual([]); // a UPC by chance
    expect(feed(...withEnter(KOPI, 170, place)).outputs).toEqual([]);
  },
);

test('lesson 19: a word that comes fast into a form’s field stays, a barcode is a scan', () => {
  expect(feed(...withEnter('lusin', 5, 'field')).outputs).toEqual([]);
  expect(feed(...withEnter(KOPI, 60, 'field')).outputs).toEqual([scan(KOPI)]);
});

test('what comes behind a part of a code is not whole, whatever ends it', () => {
  const read = feed(
    ...keys('AB12', 5),
    ...keys('CD34', 5, 'page', 1_500),
    enter(1_520),
    ...keys('EF56', 5, 'page', 3_000),
    enter(3_020),
  );

  expect(read.outputs).toEqual([unended('AB12'), scan('CD34', false, false), scan('EF56')]);
});

test('a code behind digits typed a while ago is whole', () => {
  const read = feed(...keys('12', 110), pause, ...keys('AB12', 5, 'page', 2_500), enter(2_520));

  expect(read.outputs.at(-1)).toEqual(scan('AB12'));
});

test('of a code that was told in part, only what belongs to it is undone', () => {
  const read = feed(
    ...keys('12', 110),
    pause,
    ...keys('89', 20, 'page', 2_500),
    { kind: 'pause', pausedMs: 100 },
    ...keys('91000000010', 20, 'page', 2_680),
    enter(2_900),
  );

  expect(read.outputs.at(-1)).toMatchObject({ code: KOPI, undo: 'stretch' });
});

test('a hand with a key that sends three zeros at once types an amount', () => {
  const sum = [
    ...keys('9', 0, 'amount', 1_000),
    ...keys('0', 0, 'amount', 1_130),
    ...keys('000', 2, 'amount', 1_150),
  ];
  expect(feed(...sum, enter(1_290)).outputs).toEqual([]);
  expect(feed(...withEnter('90000', 20, 'amount')).outputs).toEqual([scan('90000')]);
});

test('a code that begins in one field and ends in another is none', () => {
  const read = feed(...keys('8991', 75, 'search'), ...keys('000000010', 75, 'amount', 1_300));

  expect(read.outputs).toEqual([]);
});

/** How a scanner sends a code: the time between its keys, what it sends behind it. */
const scanner = fc.oneof(
  fc.record({
    gapsMs: fc.constant({ min: 0, max: 35 }), // USB, fast and slow
    hasSuffix: fc.boolean(),
  }),
  fc.record({
    gapsMs: fc.constant({ min: 20, max: 60 }), // Bluetooth
    hasSuffix: fc.boolean(),
  }),
  fc.record({
    gapsMs: fc.constant({ min: 80, max: 150 }), // a slow one
    hasSuffix: fc.boolean(),
  }),
);

const stream = scanner.chain(({ gapsMs, hasSuffix }) =>
  fc
    .array(
      fc
        .string({
          // Letters come off a slow scanner as off a hand, and are searched for.
          unit: fc.constantFrom(...'0123456789', ...(gapsMs.max > 60 ? [] : 'AZ-.')),
          // Without a suffix, four characters come off a Bluetooth scanner as off a fast hand.
          minLength: gapsMs.max > 60 || (!hasSuffix && gapsMs.max > 35) ? 8 : 4,
          maxLength: 20,
        })
        // Behind a number these act by themselves: 12-5 is a quantity and a minus.
        .filter((code) => !/^[\d.,]*[*+/-]/.test(code))
        .chain((code) =>
          fc.record({
            code: fc.constant(code),
            gapsMs: fc.array(fc.integer(gapsMs), {
              minLength: code.length,
              maxLength: code.length,
            }),
            // A busy computer hands keys on late: a pause is seen that their time stamps have not.
            lateAt: fc.integer({ min: -1, max: code.length }),
            restMs: fc.integer({ min: 320, max: 2_000 }),
          }),
        ),
      { minLength: 1, maxLength: 5 },
    )
    .map((codes) => ({ hasSuffix, codes })),
);

/** Whether the keys wait until the last has come, and are then handled all at once. */
type Handling = 'as they come' | 'all at once';

function inputsOf({ hasSuffix, codes }: typeof stream extends fc.Arbitrary<infer T> ? T : never) {
  return (handling: Handling): ScanInput[] => {
    let atMs = 1_000;
    return codes.flatMap(({ code, gapsMs, lateAt, restMs }) => {
      const read = [...code].flatMap((character, i): ScanInput[] => {
        atMs += gapsMs[i] ?? 0;
        const key = { kind: 'character', character, atMs, place: 'page' } as const;
        const isLate = handling === 'as they come' && i === lateAt;
        return isLate ? [{ kind: 'pause', pausedMs: 200 }, key] : [key];
      });
      const end: ScanInput[] = hasSuffix
        ? [{ kind: 'suffix', atMs: (atMs += gapsMs[0] ?? 0) }]
        : handling === 'as they come'
          ? [pause]
          : [];
      atMs += restMs;
      return [...read, ...end];
    });
  };
}

test.each<Handling>(['as they come', 'all at once'])(
  'whatever the scanner, each code is told once and nothing of it stays typed: %s',
  (handling) => {
    fc.assert(
      fc.property(stream, (sent) => {
        const { outputs, swallowed } = feed(...inputsOf(sent)(handling), pause);

        let leftTyped = '';
        const codes: string[] = [];
        for (const output of outputs) {
          if (output.kind === 'typed') leftTyped += output.text;
          else {
            codes.push(output.code);
            if (output.undo !== 'nothing') leftTyped = '';
          }
        }
        expect(codes).toEqual(sent.codes.map(({ code }) => code));
        expect(leftTyped).toBe('');
        expect(swallowed.every(Boolean)).toBe(true);
      }),
      { numRuns: 500 },
    );
  },
);

test('no hand makes a scan of seven characters, whatever it types and however unevenly', () => {
  const byHand = fc.array(
    fc.record({
      character: fc.constantFrom(...'0123456789'),
      gapMs: fc.integer({ min: 61, max: 900 }),
    }),
    { minLength: 1, maxLength: 7 },
  );
  fc.assert(
    fc.property(byHand, fc.constantFrom('page', 'amount', 'search'), (typedKeys, place) => {
      let atMs = 1_000;
      const inputs = typedKeys.map(({ character, gapMs }): ScanInput => {
        atMs += gapMs;
        return { kind: 'character', character, atMs, place };
      });

      const { outputs, swallowed } = feed(...inputs, enter(atMs + 61));

      expect(outputs.filter(({ kind }) => kind === 'scan')).toEqual([]);
      expect(swallowed).toEqual([false]);
    }),
  );
});
