import type { OpenShift, OpenShifts } from '../../domain/sync/open-shifts.ts';

/**
 * Open shifts as the hub keeps them beside each record, in few bytes; '' for none. Of shift 7 with
 * two sales of 9.000 together `7,2,9000 cash,5000 qris,4000`: its number and its sums in the order
 * of ShiftSums, without those that are 0 at the end, and its tenders. A `;` is between shifts.
 */
export function formatShifts(shifts: OpenShifts): string {
  return shifts.map(formatShift).join(';');
}

/** Open shifts from what `formatShifts` made of them. */
export function parseShifts(text: string): OpenShifts {
  return text === '' ? [] : text.split(';').map(parseShift);
}

function formatShift({ shift, sums, tenders }: OpenShift): string {
  const { receipts, sales, refundCount, refunds, discount, tax, rounding } = sums;
  const numbers = [shift, receipts, sales, refundCount, refunds, discount, tax, rounding];
  const words = [...tenders].map(([kind, amount]) => `${kind},${amount}`);
  return [numbers.join(',').replace(/(,0)+$/, ''), ...words].join(' ');
}

function parseShift(text: string): OpenShift {
  const [numbers = '', ...words] = text.split(' ');
  const [shift = 0, ...sums] = numbers.split(',').map(Number);
  const [receipts = 0, sales = 0, refundCount = 0, refunds = 0, ...others] = sums;
  const [discount = 0, tax = 0, rounding = 0] = others;
  const tenders = words.map((word): [string, number] => {
    const [kind = '', amount] = word.split(',');
    return [kind, Number(amount)];
  });
  return {
    shift,
    sums: { receipts, sales, refundCount, refunds, discount, tax, rounding },
    tenders: new Map(tenders),
  };
}
