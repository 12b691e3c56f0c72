import { z } from 'zod';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { BusinessDate } from '../../time.ts';
import { EFFECTS_MAX, Moved } from '../body.ts';
import { ChargeKind, PaymentKind } from '../kinds.ts';
import { Period } from '../period.ts';
import {
  account,
  ByHand,
  FeeAmount,
  FeeOutcome,
  newAct,
  newActWhy,
  ofStall,
  onDate,
  wrongAccount,
  wrongAct,
} from './shapes.ts';

const wrongAllocation = ['CHARGE_UNKNOWN', 'CHARGE_EXCEEDED', 'CREDIT_EXCEEDED'] as const;

/** How the allocations of an act are made: null for the oldest due first. */
const allocations = {
  allocations: z.array(ByHand).max(EFFECTS_MAX).nullable().default(null),
};

/** Parts of an instalment plan: by date, each later than the one before. */
const Parts = z
  .array(z.strictObject({ due: BusinessDate, amount: FeeAmount }))
  .min(1)
  .max(36)
  .refine((parts) => parts.every(({ due }, at) => due > (parts[at - 1]?.due ?? '')));

/** What a manager does with the money of one stall. */
export const moneyCalls = {
  /** A charge by hand: what a stall owed before Lapak, or something once. */
  charge: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/charges',
      tags: ['fees'],
      summary: 'Charges one stall by hand',
    })
    .input(
      z.strictObject({
        ...newActWhy,
        ...ofStall,
        ...onDate,
        period: Period,
        kind: ChargeKind,
        amount: FeeAmount,
        due: BusinessDate,
      }),
    )
    .errors(pickHubErrors(...wrongAct, 'CHARGE_AHEAD', 'CHARGE_THERE'))
    .output(FeeOutcome),

  /** Books a payment whole and gives it its kuitansi; what is left of it is advance. */
  pay: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/payments',
      tags: ['fees'],
      summary: 'Books a payment of a stall',
    })
    .input(
      z.strictObject({
        ...newAct,
        ...ofStall,
        ...onDate,
        ...account,
        ...allocations,
        kind: PaymentKind,
        amount: FeeAmount,
        /** What the stall was seen to owe: else it is looked at again. Null: whatever it owes. */
        seenOwed: z.int().nullable().default(null),
      }),
    )
    .errors(pickHubErrors(...wrongAct, ...wrongAccount, ...wrongAllocation, 'OWED_CHANGED'))
    .output(FeeOutcome),

  /**
   * Allocates what a stall paid ahead: to these charges, or to the oldest. What is taken off a
   * charge is advance again, and its act says why.
   */
  allocate: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/allocations',
      tags: ['fees'],
      summary: 'Allocates credits of a stall to its charges, or takes them off again',
    })
    .input(
      z
        .strictObject({
          ...newAct,
          ...ofStall,
          /** Negative takes off; null for all advances to the oldest charges. */
          lines: z
            .array(
              z.strictObject({
                credit: z.uuid(),
                charge: z.uuid(),
                amount: Moved,
              }),
            )
            .min(1)
            .max(EFFECTS_MAX)
            .nullable(),
        })
        .refine(({ lines, note }) => note !== '' || !lines?.some(({ amount }) => amount < 0)),
    )
    .errors(
      pickHubErrors(
        ...wrongAct,
        ...wrongAllocation,
        'CREDIT_UNKNOWN',
        'ALLOCATION_EXCEEDED',
        'ALLOCATION_BOUND',
      ),
    )
    .output(FeeOutcome),

  /** Forgives so much of what is open of a charge; null for all of it. */
  waive: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/waivers',
      tags: ['fees'],
      summary: 'Forgives what is open of a charge',
    })
    .input(
      z.strictObject({
        ...newActWhy,
        ...ofStall,
        charge: z.uuid(),
        amount: FeeAmount.nullable(),
      }),
    )
    .errors(pickHubErrors(...wrongAct, 'CHARGE_UNKNOWN', 'CHARGE_EXCEEDED'))
    .output(FeeOutcome),

  /** Makes a charge less, paid or not: what is left over is advance. */
  creditNote: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/credit-notes',
      tags: ['fees'],
      summary: 'Makes a charge less, paid or not',
    })
    .input(z.strictObject({ ...newActWhy, ...ofStall, charge: z.uuid(), amount: FeeAmount }))
    .errors(pickHubErrors(...wrongAct, 'CHARGE_UNKNOWN', 'CHARGE_EXCEEDED'))
    .output(FeeOutcome),

  /** Gives an advance back. */
  refund: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/refunds',
      tags: ['fees'],
      summary: 'Gives a stall back what it paid ahead',
    })
    .input(z.strictObject({ ...newActWhy, ...ofStall, ...account, amount: FeeAmount }))
    .errors(pickHubErrors(...wrongAct, ...wrongAccount, 'ADVANCE_EXCEEDED', 'DRAWER_SHORT'))
    .output(FeeOutcome),

  /**
   * Makes a charge, payment, credit, refund or deposit as if it had not been. What was paid for a
   * charge is advance again; what waived it goes with it.
   */
  reverse: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/reversals',
      tags: ['fees'],
      summary: 'Reverses a charge, a payment, a credit, a refund or a deposit of a stall',
    })
    .input(z.strictObject({ ...newActWhy, ...ofStall, of: z.uuid() }))
    .errors(
      pickHubErrors(
        ...wrongAct,
        'BOOKED_UNKNOWN',
        'REVERSED_ALREADY',
        'CREDIT_REFUNDED',
        'DEPOSIT_EXCEEDED',
      ),
    )
    .output(FeeOutcome),

  takeDeposit: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/deposits',
      tags: ['fees'],
      summary: 'Takes a deposit of a stall',
    })
    .input(z.strictObject({ ...newAct, ...ofStall, ...onDate, ...account, amount: FeeAmount }))
    .errors(pickHubErrors(...wrongAct, ...wrongAccount))
    .output(FeeOutcome),

  returnDeposit: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/deposits/returned',
      tags: ['fees'],
      summary: 'Gives a deposit back to a stall',
    })
    .input(z.strictObject({ ...newAct, ...ofStall, ...account, amount: FeeAmount }))
    .errors(pickHubErrors(...wrongAct, ...wrongAccount, 'DEPOSIT_EXCEEDED', 'DRAWER_SHORT'))
    .output(FeeOutcome),

  /** Pays what a stall owes from its deposit. */
  useDeposit: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/deposits/used',
      tags: ['fees'],
      summary: 'Pays what a stall owes from its deposit',
    })
    .input(z.strictObject({ ...newActWhy, ...ofStall, ...allocations, amount: FeeAmount }))
    .errors(pickHubErrors(...wrongAct, ...wrongAllocation, 'DEPOSIT_EXCEEDED'))
    .output(FeeOutcome),

  /** Agrees what of its arrears a stall pays by when: penalties rest while it does. */
  agreeInstalments: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/instalments',
      tags: ['fees'],
      summary: 'Agrees what of its arrears a stall pays by when',
    })
    .input(z.strictObject({ ...newAct, ...ofStall, parts: Parts }))
    .errors(pickHubErrors(...wrongAct, 'INSTALMENTS_THERE', 'INSTALMENTS_EXCEED'))
    .output(FeeOutcome),

  endInstalments: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/stalls/{stall}/instalments/end',
      tags: ['fees'],
      summary: 'Ends the instalments that a stall agreed to',
    })
    .input(z.strictObject({ ...newActWhy, ...ofStall }))
    .errors(pickHubErrors(...wrongAct, 'INSTALMENTS_NONE'))
    .output(FeeOutcome),
};
