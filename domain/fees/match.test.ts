import { describe, expect, test } from 'vitest';
import { suggestStalls, type MatchRow } from './match.ts';
import { indexStalls, type KnownSender, type MatchCharge, type MatchStall } from './match-index.ts';
import { senderOf, wordsOf } from './match-words.ts';

/** A month's charges of a stall, due on the 10th. */
function month(stall: string, period: string, open = 1_000_000): MatchCharge[] {
  const of = { due: `${period}-10`, period };
  return [
    { ...of, id: `${stall}-${period}-e`, kind: 'electricity', open: open - 300_000 },
    { ...of, id: `${stall}-${period}-c`, kind: 'cleaning', open: 300_000 },
  ];
}

const a12: MatchStall = {
  stall: 'TC-A12',
  name: 'Kaos Bandung',
  code: 17,
  members: ['Siti Aminah'],
  open: month('a12', '2026-11'),
};
const b07: MatchStall = {
  stall: 'TC-B07',
  name: 'Batik Sekar',
  code: 18,
  members: ['Budi Santoso'],
  open: month('b07', '2026-11'),
};
const c01: MatchStall = { stall: 'TC-C01', name: 'Kopi', code: 19, members: [], open: [] };
const mall = [a12, b07, c01];

/** A payment of 20 November, far from the due date. */
function suggest(row: Partial<MatchRow>, senders: readonly KnownSender[] = [], stalls = mall) {
  const description = row.description ?? '';
  const clues: MatchRow = {
    on: '2026-11-25',
    amount: 1_000_000,
    description,
    sender: senderOf(wordsOf(description)),
    isWhole: true,
    booked: new Map(),
    ...row,
  };
  return suggestStalls(indexStalls(stalls, senders), clues);
}

/** `TC-A12 70 ✓ code balance` */
function said(...given: Parameters<typeof suggest>): string[] {
  return suggest(...given).map(({ stall, score, ticked, reasons }) =>
    [stall, score, ...(ticked ? ['✓'] : []), ...reasons.map(({ reason }) => reason)].join(' '),
  );
}

describe('what a row says', () => {
  test('the digits at the end of the amount, with just what is owed, are sure enough', () => {
    expect(said({ amount: 1_000_017 })).toEqual(['TC-A12 70 ✓ code balance']);
  });

  test('what it would pay is told, the oldest first, and what is left over', () => {
    const [first] = suggest({ amount: 1_000_017 });

    expect(first?.charges).toEqual([
      { charge: 'a12-2026-11-c', period: '2026-11', kind: 'cleaning', amount: 300_000 },
      { charge: 'a12-2026-11-e', period: '2026-11', kind: 'electricity', amount: 700_000 },
    ]);
    expect(first?.advance).toBe(17);
  });

  test('the digits count with the sum of several months too', () => {
    const late = { ...a12, open: [...month('a12', '2026-10'), ...month('a12', '2026-11')] };

    expect(said({ amount: 2_000_017 }, [], [late, b07])).toEqual(['TC-A12 70 ✓ code balance']);
    expect(said({ amount: 1_000_017 }, [], [late, b07])).toEqual(['TC-A12 60 code']);
    expect(said({ amount: 6_000_017 }, [], [late, b07])).toEqual(['TC-A12 60 code']);
  });

  test('charges of a later month were not owed yet', () => {
    const ahead = { ...a12, open: [...a12.open, ...month('a12', '2026-12')] };

    expect(said({ amount: 1_000_017 }, [], [ahead])).toEqual(['TC-A12 70 ✓ code balance']);
  });

  test('around the due date is a little likelier', () => {
    expect(said({ amount: 1_000_017, on: '2026-11-20' })).toEqual([
      'TC-A12 75 ✓ code balance date',
    ]);
    expect(said({ amount: 1_000_017, on: '2026-11-21' })).toEqual(['TC-A12 70 ✓ code balance']);
  });

  test('amount and date alone suggest at most, and nobody where many owe the same', () => {
    const many = Array.from({ length: 6 }, (_, at) => {
      return { ...a12, stall: `TC-X${at}`, code: 100 + at, members: [] };
    });

    expect(said({ on: '2026-11-10' })).toEqual([
      'TC-A12 15 balance date',
      'TC-B07 15 balance date',
    ]);
    expect(said({ on: '2026-11-10' }, [], many)).toEqual([]);
  });

  test('a sum that is metered, with the digits added, is found but not sure', () => {
    const metered = { ...a12, open: month('a12', '2026-11', 734_512) };

    expect(said({ amount: 734_529 }, [], [metered])).toEqual(['TC-A12 10 code-sum']);
  });

  test('the sum that its bill asks for is what it owes, whatever it paid ahead', () => {
    const ahead = { ...a12, open: month('a12', '2026-11', 999_966) };

    expect(said({ amount: 1_000_017 }, [], [ahead, b07])).toEqual(['TC-A12 70 ✓ code balance']);
  });

  test('the same round sum as ever is not made sure by digits that were paid ahead', () => {
    const ahead = { ...a12, open: month('a12', '2026-11', 999_983) };
    const senders = [{ sender: 'RINA WATI', stall: 'TC-A12' }];

    const [first] = said({ amount: 1_000_000, description: 'RINA WATI' }, senders, [ahead, b07]);

    expect(first).toBe('TC-A12 35 code-sum sender');
  });

  test('digits that a metered sum ends with by chance are never sure', () => {
    expect(said({ amount: 734_017 })).toEqual(['TC-A12 60 code']);
  });

  test('a row of which something is used is never ticked', () => {
    expect(said({ amount: 1_000_017, isWhole: false })).toEqual(['TC-A12 70 code balance']);
  });

  test('what an act booked for the stall before its row came is not ticked', () => {
    const booked = new Map([['TC-A12', 'act-1']]);

    expect(said({ amount: 1_000_017, booked })).toEqual(['TC-A12 70 code balance other-act']);
    expect(said({ amount: 1_000_018, booked })).toEqual(['TC-B07 70 ✓ code balance']);
  });
});

describe('a remark', () => {
  test.each([
    'TC-A12-2611',
    'tc a12 2611',
    'TCA122611',
    'TC.A12/2611',
    'TRSF E-BANKING CR 0511/FTSCY/WS95031 1000000.00TC-A12-2611 SITI AMINAH',
    'IURAN TC-A12-202611',
    'IURAN TC-A12-2610',
  ])('is read in %s', (description) => {
    const [first] = suggest({ description });

    expect(first).toMatchObject({ stall: 'TC-A12', score: 70, ticked: true });
  });

  test.each([
    'XTC-A12-2611',
    'TC-A12-26115',
    'TC-A12-2613',
    'TC-A12X-2611',
    'TC-A122-2611',
    'TC-A1-22611',
  ])('is none in %s', (description) => {
    const reasons = suggest({ description }).flatMap((one) =>
      one.reasons.map(({ reason }) => reason),
    );

    expect(reasons).not.toContain('remark');
  });

  test('does not go past the amount: a sum that is not owed is no match that is sure', () => {
    // odoo#64409: a label that matched was taken whatever the amount, and the rest written off.
    expect(said({ description: 'TC-A12-2611', amount: 400_000 })).toEqual(['TC-A12 60 remark']);
  });

  test('of two stalls ticks neither', () => {
    const found = said({ description: 'TC-A12-2611 TC-B07-2611', amount: 2_000_000 });

    expect(found).toEqual(['TC-A12 60 remark other-remark', 'TC-B07 60 remark other-remark']);
  });
});

describe('what speaks against a stall', () => {
  test('a remark of another', () => {
    expect(said({ amount: 1_000_018, description: 'TC-A12-2611' })).toEqual([
      'TC-B07 70 code balance other-remark close',
      'TC-A12 60 remark other-code',
    ]);
  });

  test('the code of another, without a month', () => {
    expect(said({ amount: 1_000_018, description: 'BAYAR TC-A12' })).toEqual([
      'TC-B07 70 code balance other-remark',
      'TC-A12 0 name other-code',
    ]);
  });

  test('a sender who paid for other stalls only', () => {
    const senders = [{ sender: 'RINA WATI', stall: 'TC-C01' }];

    expect(said({ amount: 1_000_017, description: 'TRSF DARI RINA WATI' }, senders)).toEqual([
      'TC-A12 70 code balance other-sender',
      'TC-C01 25 sender other-code',
    ]);
  });

  test.each([
    'TRSF E-BANKING CR BUDI SANTOSO',
    'BI-FAST CR DARI BPK BUDI SANTOSO',
    'IURAN BUDI SANT', // cut off by the bank
  ])('the name of another’s member: %s', (description) => {
    expect(suggest({ amount: 1_000_017, description })[0]).toMatchObject({
      stall: 'TC-A12',
      score: 70,
      ticked: false,
    });
  });

  test.each(['SITI AMINAH', 'BUDI', 'SANTOSO BUDI', 'BUDIMAN SANTOSO'])(
    'not its own member’s, nor words that are no name of another: %s',
    (description) => {
      expect(suggest({ amount: 1_000_017, description })[0]?.ticked).toBe(true);
    },
  );

  test('a member of several stalls speaks against none of them', () => {
    const second = { ...b07, members: ['Siti Aminah'] };

    const [first] = suggest({ amount: 1_000_017, description: 'SITI AMINAH' }, [], [a12, second]);

    expect(first).toMatchObject({ stall: 'TC-A12', ticked: true });
  });
});

describe('a sender who is remembered', () => {
  const siti = [{ sender: 'RINA WATI', stall: 'TC-A12' }];
  const description = 'TRSF E-BANKING CR RINA WATI';

  test('helps, but is never enough alone', () => {
    expect(said({ description, on: '2026-11-10' }, siti)).toEqual([
      'TC-A12 40 sender balance date',
      'TC-B07 15 balance date other-sender',
    ]);
  });

  test('makes a part payment with the digits sure', () => {
    expect(said({ description, amount: 400_017 }, siti)).toEqual(['TC-A12 85 ✓ code sender']);
  });

  test('of three stalls stays ambiguous', () => {
    const three = ['TC-A12', 'TC-B07', 'TC-C01'].map((stall) => ({ sender: 'RINA WATI', stall }));

    expect(suggest({ description }, three).map(({ ticked }) => ticked)).toEqual([
      false,
      false,
      false,
    ]);
    expect(suggest({ description, amount: 3_000_000 }, three).some(({ ticked }) => ticked)).toBe(
      false,
    );
  });

  test('of three stalls is told by the digits', () => {
    const three = ['TC-A12', 'TC-B07', 'TC-C01'].map((stall) => ({ sender: 'RINA WATI', stall }));

    expect(said({ description, amount: 1_000_018 }, three)[0]).toBe(
      'TC-B07 95 ✓ code sender balance',
    );
  });
});

test('two stalls that are nearly as likely are left to a person', () => {
  const senders = [
    { sender: 'RINA WATI', stall: 'TC-A12' },
    { sender: 'RINA WATI', stall: 'TC-B07' },
  ];

  const found = said({ amount: 1_000_018, description: 'RINA WATI TC-A12-2611' }, senders);

  expect(found[0]).toBe('TC-B07 95 code sender balance other-remark close');
  expect(found[1]).toBe('TC-A12 85 remark sender other-code');
});

describe('a sum for several stalls with the digits of one', () => {
  const lump = { amount: 3_000_017, description: 'RINA WATI TC-A12-2611' };
  const three = ['TC-A12', 'TC-B07', 'TC-C01'].map((stall) => ({ sender: 'RINA WATI', stall }));

  test('is not sure where its sender paid for others before', () => {
    expect(said(lump, three)[0]).toBe('TC-A12 145 code remark sender close');
  });

  test('is not sure where the member who is named has others', () => {
    const owned = mall.map((stall) => ({ ...stall, members: ['Rina Wati'] }));

    expect(said(lump, [], owned)[0]).toBe('TC-A12 120 code remark name close');
  });

  test('is one that pays ahead as far as anybody can tell, where nobody knows the sender', () => {
    expect(said(lump)[0]).toBe('TC-A12 120 ✓ code remark');
  });

  test('may be what that one owes', () => {
    const months = ['2026-09', '2026-10', '2026-11'].flatMap((period) => month('a12', period));
    const owing = [{ ...a12, open: months }, b07, c01];

    expect(said(lump, three, owing)[0]).toBe('TC-A12 155 ✓ code remark sender balance');
  });

  test('a little more than is owed is for one stall', () => {
    const ahead = [{ ...a12, open: month('a12', '2026-11', 950_000) }, b07, c01];

    expect(said({ ...lump, amount: 1_000_017 }, three, ahead)[0]).toBe(
      'TC-A12 145 ✓ code remark sender',
    );
  });
});

test('the digits of another stall are not seen to be so where nobody knows the sender', () => {
  expect(said({ amount: 1_000_018 })).toEqual(['TC-B07 70 ✓ code balance']);
});

test('a sender of more stalls than anybody has is a counter of the bank, and says nothing', () => {
  const stalls = Array.from({ length: 6 }, (_, at) => ({ ...b07, stall: `TC-D${at}`, code: null }));
  const counter = stalls.map(({ stall }) => ({ sender: 'LOKET PASAR', stall }));

  const [first] = said({ amount: 1_000_017, description: 'LOKET PASAR' }, counter, [
    a12,
    ...stalls,
  ]);

  expect(first).toBe('TC-A12 70 ✓ code balance');
});

test('a code that ends as a year begins keeps its month', () => {
  const a20 = { ...a12, stall: 'TC-A20' };
  const found = ['TC-A20-2611', 'TCA202611', 'TC A20 202611', 'TCA20202611'].map(
    (description) => said({ description }, [], [a20, b07])[0],
  );

  expect(found).toEqual(Array(4).fill('TC-A20 70 ✓ remark balance'));
});

test.each([
  ['TRSF E-BANKING CR 0511/FTSCY/WS95031 1000017.00TC-A12-2611 SITI AMINAH', 'SITI AMINAH'],
  ['TRSF E-BANKING CR 0512/FTSCY/WS95031 1000017.00TC-A12-2612 SITI AMINAH', 'SITI AMINAH'],
  ['BI-FAST CR TRANSFER DR 014 SITI AMINAH', 'SITI AMINAH'],
  ['MCM InhouseTrf DARI SITI AMINAH KE KOPERASI MAL', 'SITI AMINAH'],
  ['NBMB SITI AMINAH TO KOPERASI MAL', 'SITI AMINAH'],
  ['TRANSFER DARI | IBU SITI AMINAH | BAYAR LISTRIK NOV', 'SITI AMINAH'],
  ['BFST443080012 SITI AMINAH:BMRIIDJA lunas ya bu', 'SITI AMINAH'],
  ['TRSF E-BANKING CR 1101/FTSCY/WS1 IURAN KIOS BULAN INI SITI AMINAH', 'SITI AMINAH'],
  ['SETORAN TUNAI 0511', ''],
  ['SETORAN TUNAI TELLER 98399', ''],
  ['ATMSTRPRM 77275 5221', ''],
  ['BUNGA', 'BUNGA'],
])('who sent %s is %j', (description, sender) => {
  expect(senderOf(wordsOf(description))).toBe(sender);
});
