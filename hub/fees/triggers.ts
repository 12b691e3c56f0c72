import { MONEY } from '../../domain/fees/postings.ts';
import type { DatabaseKind } from '../database/ddl.ts';
import { saidElsewhere } from './bank/said-elsewhere.ts';

/** What a trigger does at each row that comes into a table, in SQL that both databases know. */
interface Rule {
  readonly name: string;
  readonly table: string;
  /** Statements that add up; `NEW` is the row. */
  readonly sums?: readonly string[];
  /** Of which rows they do; left out, of each. */
  readonly sumsWhen?: string;
  /** When it refuses, and with which words. */
  readonly refuses?: readonly { readonly when: string; readonly why: string }[];
}

const take = (credit: string, amount: string) =>
  `UPDATE fee_credit SET used = used + ${amount} WHERE id = ${credit}`;

/** The later of two dates, in SQL that both databases know. */
const later = (one: string, other: string) =>
  `CASE WHEN ${one} < ${other} THEN ${other} ELSE ${one} END`;
const earlier = (one: string, other: string) =>
  `CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`;

/** Adds to what was posted and paired of an act, from a query of a row of fee_pairing. */
const pair = (rows: string) =>
  `INSERT INTO fee_pairing
      (account, act, position, on_date, posted, paired, first_on, last_on) ${rows}
    ON CONFLICT (account, act) DO UPDATE SET posted = fee_pairing.posted + excluded.posted,
      paired = fee_pairing.paired + excluded.paired,
      first_on = ${earlier('fee_pairing.first_on', 'excluded.first_on')},
      last_on = ${later('fee_pairing.last_on', 'excluded.last_on')}`;

const pairPosted = (side: 'debit' | 'credit', sign: '' | '-') =>
  pair(`SELECT substr(NEW.${side}, ${MONEY.length + 1}), id, position, on_date, ${sign}NEW.amount,
        0, on_date, on_date
      FROM fee_act WHERE id = NEW.act AND NEW.${side} LIKE '${MONEY}%'
        AND NOT ${saidElsewhere('NEW', side)}`);

const rules: readonly Rule[] = [
  {
    name: 'fee_allocation_counts',
    table: 'fee_allocation',
    refuses: [
      {
        when: `NOT EXISTS (SELECT 1 FROM fee_credit
          WHERE id = NEW.credit AND stall = NEW.stall AND is_reversed = 0)`,
        why: 'an allocation is of a credit of the stall',
      },
      {
        when: 'EXISTS (SELECT 1 FROM fee_charge WHERE id = NEW.charge AND is_reversed = 1)',
        why: 'an allocation is for a charge that is there',
      },
    ],
    sums: [
      take('NEW.credit', 'NEW.amount'),
      `UPDATE fee_charge SET settled = settled + NEW.amount,
        changed_on = ${later('changed_on', 'NEW.on_date')},
        settled_from = ${earlier('coalesce(settled_from, NEW.on_date)', 'NEW.on_date')}
        WHERE id = NEW.charge`,
    ],
  },
  {
    name: 'fee_refund_counts',
    table: 'fee_refund',
    refuses: [
      {
        when: 'EXISTS (SELECT 1 FROM fee_credit WHERE id = NEW.credit AND is_reversed = 1)',
        why: 'a refund is of a credit that is there',
      },
    ],
    sums: [take('NEW.credit', 'NEW.amount')],
  },
  {
    name: 'fee_deposit_counts',
    table: 'fee_deposit',
    sums: [
      // Of an upsert the CHECK would look at what comes in, which is below nothing on its own.
      'INSERT INTO fee_deposit_sum (stall, amount) VALUES (NEW.stall, 0) ON CONFLICT DO NOTHING',
      'UPDATE fee_deposit_sum SET amount = amount + NEW.amount WHERE stall = NEW.stall',
    ],
  },
  {
    name: 'bank_use_counts',
    table: 'bank_use',
    sums: [
      `UPDATE bank_row SET used = used + NEW.amount,
        used_on = ${later('used_on', '(SELECT on_date FROM fee_act WHERE id = NEW.act)')}
        WHERE id = NEW.bank_row`,
      pair(`SELECT r.account, a.id, a.position, a.on_date, 0,
          CASE WHEN r.amount < 0 THEN -NEW.amount ELSE NEW.amount END,
          ${later('r.on_date', 'b.on_date')}, ${later('r.on_date', 'b.on_date')}
        FROM bank_row AS r
        JOIN fee_act AS a ON a.id = coalesce(NEW.of_act, NEW.act)
        JOIN fee_act AS b ON b.id = NEW.act
        WHERE r.id = NEW.bank_row`),
    ],
  },
  {
    name: 'fee_posting_pairs',
    table: 'fee_posting',
    sumsWhen: `NEW.debit LIKE '${MONEY}%' OR NEW.credit LIKE '${MONEY}%'`,
    sums: [pairPosted('debit', ''), pairPosted('credit', '-')],
  },
  {
    name: 'fee_posting_in_open_month',
    table: 'fee_posting',
    refuses: [
      {
        when: `EXISTS (SELECT 1 FROM fee_month
          WHERE mall = NEW.mall AND month = NEW.month AND is_closed = 1)`,
        why: 'a closed month takes no posting',
      },
    ],
  },
  {
    name: 'fee_credit_numbered',
    table: 'fee_credit',
    refuses: [
      {
        when: `NEW.kuitansi_number > 1 + (SELECT coalesce(max(kuitansi_number), 0)
          FROM fee_credit WHERE mall = NEW.mall AND kuitansi_year = NEW.kuitansi_year)`,
        why: 'a number of a kuitansi is left out',
      },
    ],
  },
  {
    name: 'fee_notice_numbered',
    table: 'fee_notice',
    refuses: [
      {
        when: `NEW.number > 1 + (SELECT coalesce(max(number), 0) FROM fee_notice
          WHERE mall = NEW.mall AND level = NEW.level AND year = NEW.year)`,
        why: 'a number of a notice is left out',
      },
    ],
  },
];

/** Tables of which a row, once there, stays: all of it, or these columns. */
const staying: Readonly<Record<string, readonly string[]>> = {
  fee_act: [],
  fee_charge: ['id', 'act', 'mall', 'stall', 'period', 'kind', 'amount', 'due_on', 'on_date'],
  fee_credit: [
    'id',
    'act',
    'mall',
    'stall',
    'kind',
    'amount',
    'on_date',
    'account',
    'kuitansi_year',
    'kuitansi_number',
    'bank_row',
    'of_charge',
    'withheld',
  ],
  fee_allocation: [],
  fee_refund: [],
  fee_deposit: [],
  fee_posting: [],
  bank_use: [],
};

const REFUSAL = 'what is booked stays: it is corrected by a reversal';

/** What holds the books together where no CHECK can: sums, numbers, closed months, no erasing. */
export function feeTriggers(kind: DatabaseKind): string[] {
  const make = kind === 'sqlite' ? onSqlite : onPostgres;
  return [
    ...rules.flatMap(make),
    ...(kind === 'postgres' ? [refuseBooked] : []),
    ...Object.entries(staying).flatMap(([table, fixed]) => staysOn(kind, table, fixed)),
  ];
}

function onSqlite({ name, table, sums = [], sumsWhen, refuses = [] }: Rule): string[] {
  const refused = refuses.map(
    ({ when, why }) => `CREATE TRIGGER ${name}_${nameOf(why)} BEFORE INSERT ON ${table} WHEN ${when}
    BEGIN SELECT RAISE(ABORT, '${why}'); END`,
  );
  const only = sumsWhen === undefined ? '' : `WHEN ${sumsWhen}`;
  const summed = `CREATE TRIGGER ${name} AFTER INSERT ON ${table} ${only}
    BEGIN ${sums.map((sum) => `${sum};`).join(' ')} END`;
  return sums.length > 0 ? [...refused, summed] : refused;
}

function onPostgres({ name, table, sums = [], sumsWhen, refuses = [] }: Rule): string[] {
  const made: string[] = [];
  const add = (moment: 'BEFORE' | 'AFTER', lines: string, when?: string): void => {
    const only = when === undefined ? '' : `WHEN (${when})`;
    const called = `${name}_${moment.toLowerCase()}`;
    made.push(
      `CREATE FUNCTION ${called}() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN ${lines} RETURN NEW; END $$`,
      `CREATE TRIGGER ${called} ${moment} INSERT ON ${table}
    FOR EACH ROW ${only} EXECUTE FUNCTION ${called}()`,
    );
  };
  if (refuses.length > 0) {
    const lines = refuses.map(
      ({ when, why }) => `IF ${when} THEN RAISE EXCEPTION '${why}'; END IF;`,
    );
    add('BEFORE', lines.join(' '));
  }
  if (sums.length > 0) {
    add('AFTER', sums.map((sum) => `${sum};`).join(' '), sumsWhen);
  }
  return made;
}

/** A trigger's name of the words that it refuses with. */
function nameOf(why: string): string {
  return why.replaceAll(/[^a-z]+/g, '_');
}

function staysOn(kind: DatabaseKind, table: string, columns: readonly string[]): string[] {
  const change = columns.length === 0 ? 'UPDATE' : `UPDATE OF ${columns.join(', ')}`;
  if (kind === 'postgres') {
    return [
      `CREATE TRIGGER ${table}_stays BEFORE ${change} OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_booked()`,
    ];
  }
  return [change, 'DELETE'].map(
    (what, at) => `CREATE TRIGGER ${table}_stays_${at + 1} BEFORE ${what} ON ${table}
    BEGIN SELECT RAISE(ABORT, '${REFUSAL}'); END`,
  );
}

/** The function of PostgreSQL that the triggers of what stays call. */
const refuseBooked = `CREATE FUNCTION refuse_booked() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '${REFUSAL}'; END $$`;
