import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { RupiahSum } from '../money.ts';
import { Pin } from '../staff/pin.ts';
import { StaffId } from '../staff/staff.ts';
import { BusinessDate } from '../time.ts';
import { CashCount } from './cash-count.ts';
import { DifferenceReason, MovedRupiah, MoveReason, Note, OpenReason } from './movement.ts';
import { ShiftReport, ShiftSummary } from './report.ts';
import { SmallChange } from './small-change.ts';

/** Of an act, made by the page: the same again answers who may do it what the first did. */
const ActId = z.uuid().transform((id) => id.toLowerCase());
const ShiftNumber = z.int().min(1);
/** The shift that was seen at the drawer of the line; null is whichever is open there. */
const MeantShift = ShiftNumber.nullable().default(null);
const DrawerNumber = z.int().min(1).max(2);

/** Most shifts that one page of the list shows. */
export const SHIFTS_PAGE_MAX = 100;

/** A shift that is open, as everybody at the till may know it: no sums. */
export const OpenShift = z.strictObject({
  shift: ShiftNumber,
  drawer: DrawerNumber,
  cashier: z.string(),
  openedAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
});
export type OpenShift = z.output<typeof OpenShift>;

/** The drawers of the till now. */
export const Drawers = z.strictObject({
  /** The business date that it is now: a shift of an earlier one was left open. */
  today: BusinessDate,
  open: z.array(OpenShift),
  /** What the newest count left in each drawer that was ever closed. */
  left: z.array(z.strictObject({ drawer: DrawerNumber, count: CashCount })),
});
export type Drawers = z.output<typeof Drawers>;

/** What a count came to. `expectedRupiah` is what it was held against. */
export const CountResult = z.strictObject({
  /** Which count it is: the close says that it is meant. */
  count: z.int().min(1),
  countedRupiah: RupiahSum,
  expectedRupiah: RupiahSum,
  differenceRupiah: RupiahSum,
  /** How often this drawer was counted since it was opened: all of them stand in the Z. */
  counts: z.int().min(1),
});
export type CountResult = z.output<typeof CountResult>;

const Close = z.strictObject({
  id: ActId,
  shift: ShiftNumber,
  /** The count that was seen, as its result named it; null takes the newest, whoever counted. */
  count: z.int().min(1).nullable().default(null),
  /** Needed where the count is not what was expected. */
  reason: DifferenceReason.nullable(),
  note: Note,
  /** `carry`: carts that are not paid yet go on in the next shift. */
  carts: z.enum(['refuse', 'carry']),
});

/** What was written down; `isOpened` is false where the printer is known not to open the drawer. */
const AtTheDrawer = z.strictObject({ isOpened: z.boolean() });

const closeErrors = pickErrors(
  'SHIFT_ENDED',
  'COUNT_NEEDED',
  'COUNT_STALE',
  'COUNT_OTHER',
  'REASON_NEEDED',
  'NOTE_NEEDED',
  'CARTS_HELD',
  'ACT_ID_REUSED',
  'CLOCK_WRONG',
);

export const shiftsContract = {
  /** Which shifts are open, now and after each change. */
  watch: call('sale.ring-up').output(eventIterator(Drawers)),

  /** Opens a shift at a drawer with what was counted in it. */
  open: call('shift.open')
    .input(z.strictObject({ id: ActId, drawer: DrawerNumber, float: CashCount }))
    .errors(pickErrors('SHIFT_OPEN', 'DRAWER_UNKNOWN', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(OpenShift),

  /** Cash into the drawer of this line or out of it, beside sales; the drawer opens. */
  move: call('drawer.move')
    .input(
      z.strictObject({
        id: ActId,
        shift: MeantShift,
        reason: MoveReason,
        amountRupiah: MovedRupiah,
        note: Note,
      }),
    )
    .errors(
      pickErrors('SHIFT_CLOSED', 'SHIFT_ENDED', 'NOTE_NEEDED', 'ACT_ID_REUSED', 'CLOCK_WRONG'),
    )
    .output(AtTheDrawer),

  /** Opens the drawer of this line without a sale, which is written down. */
  noSale: call('drawer.no-sale')
    .input(
      z.strictObject({
        id: ActId,
        shift: MeantShift,
        reason: OpenReason.exclude(['count']),
        note: Note,
      }),
    )
    .errors(
      pickErrors('SHIFT_CLOSED', 'SHIFT_ENDED', 'NOTE_NEEDED', 'ACT_ID_REUSED', 'CLOCK_WRONG'),
    )
    .output(AtTheDrawer),

  /** Opens the drawer to count it for the close; a few times, then the count is due. */
  openToCount: call('shift.close')
    .input(z.strictObject({ id: ActId, shift: ShiftNumber }))
    .errors(pickErrors('SHIFT_ENDED', 'COUNT_FIRST', 'ACT_ID_REUSED', 'CLOCK_WRONG'))
    .output(AtTheDrawer),

  /** The shift so far: the X report. Without `shift` that of this line's drawer. */
  x: call('shift.report')
    .input(z.strictObject({ shift: ShiftNumber.nullable() }))
    .errors(pickErrors('SHIFT_CLOSED', 'SHIFT_ENDED'))
    .output(ShiftReport),

  /** What should be in the drawer; for who may know it before it is counted. */
  expected: call('shift.see-expected')
    .input(z.strictObject({ shift: ShiftNumber }))
    .errors(pickErrors('SHIFT_ENDED'))
    .output(z.strictObject({ expectedRupiah: RupiahSum })),

  /** Keeps what was counted, and says how it compares. Each count stays written down. */
  count: call('shift.close')
    .input(z.strictObject({ shift: ShiftNumber, count: CashCount }))
    .errors(pickErrors('SHIFT_ENDED', 'CLOCK_WRONG'))
    .output(CountResult),

  /** Closes the shift with the newest count: its Z report, for good. */
  close: call('shift.close').input(Close).errors(closeErrors).output(ShiftReport),

  /**
   * Closes the shift and opens the next at the same drawer, with what was counted, for who takes it
   * over and says so with a PIN, in one act. This line is theirs from then on: the same order again
   * is one of theirs, and is answered where they may close a shift too, or somebody allows it.
   */
  handOver: call('shift.close')
    .input(
      z.strictObject({
        ...Close.omit({ carts: true }).shape,
        receiver: z.strictObject({ staff: StaffId, pin: Pin.nullable() }),
      }),
    )
    .errors({
      ...closeErrors,
      ...pickErrors(
        'RECEIVER_SAME',
        'RECEIVER_MAY_NOT',
        'PIN_WRONG',
        'PIN_LOCKED',
        'PIN_UNSET',
        'PEPPER_MISSING',
        'STAFF_UNKNOWN',
      ),
    })
    .output(z.strictObject({ closed: ShiftReport, opened: OpenShift, ticket: z.string() })),

  /** Shifts, the newest first. */
  list: call('shift.report')
    .input(
      z.strictObject({
        /** `nextCursor` of the page before; empty for the first. */
        cursor: z.string().max(20).default(''),
        limit: z.int().min(1).max(SHIFTS_PAGE_MAX),
      }),
    )
    .output(
      z.strictObject({
        shifts: z.array(ShiftSummary).max(SHIFTS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  /** A Z report by its number (`12`, `Z-000012`), or the newest with `last`. */
  z: call('shift.report')
    .input(z.strictObject({ number: z.string().trim().min(1).max(20) }))
    .errors(pickErrors('Z_UNKNOWN', 'Z_NONE'))
    .output(ShiftReport),

  /** Prints the shift so far; it is on paper when this answers, or it is said why not. */
  printX: call('shift.report')
    .input(z.strictObject({ shift: ShiftNumber.nullable() }))
    .errors(pickErrors('SHIFT_CLOSED', 'SHIFT_ENDED', 'PAPER_NOT_PRINTED')),

  /** Queues a Z report once more, marked SALINAN. */
  reprintZ: call('shift.report')
    .input(z.strictObject({ z: z.int().min(1) }))
    .errors(pickErrors('Z_UNKNOWN'))
    .output(z.strictObject({ job: z.int() })),

  /** Which coins run out before the close, and the float to prepare for tomorrow. */
  smallChange: call('shift.see-expected')
    .input(z.strictObject({ shift: ShiftNumber.nullable() }))
    .errors(pickErrors('SHIFT_CLOSED', 'SHIFT_ENDED'))
    .output(SmallChange),
};
