import { PlanDetails } from '../../../../domain/fees/details.ts';
import { mulDivRound } from '../../../../domain/money.ts';
import { milliOf } from '../milli-of.ts';
import type { Plan } from './plan-words.ts';
import { percentWords } from './plan-words.ts';
import { formatQuantity } from '../../../../domain/quantity.ts';

/** A plan as it stands in its form: what is typed, letter by letter. */
export interface PlanDraft {
  readonly from: string;
  readonly basis: 'fixed' | 'metered';
  /** Digits of rupiah. */
  readonly electricity: string;
  readonly cleaning: string;
  /** Rupiah for a kWh, with a decimal comma. */
  readonly rate: string;
  readonly dueDay: number;
  readonly isProrated: boolean;
  readonly hasPenalty: boolean;
  /** Per cent, with a decimal comma. */
  readonly penaltyRate: string;
  /** Days. */
  readonly penaltyGrace: string;
  readonly penaltyCap: string;
}

/** Of which a preview of a metered plan is made. kWh */
export const PREVIEW_KWH = 300;

/** A form that begins with what holds now. */
export function draftOf(
  { electricity, cleaning, dueDay, isProrated, penalty }: Plan,
  from: string,
) {
  const draft: PlanDraft = {
    from,
    basis: electricity.basis,
    electricity: electricity.basis === 'fixed' ? String(electricity.amount) : '',
    cleaning: String(cleaning),
    rate: electricity.basis === 'metered' ? formatQuantity(electricity.rateMilli) : '1.444,70',
    dueDay,
    isProrated,
    hasPenalty: penalty !== undefined,
    penaltyRate: percentWords(penalty?.rateBp ?? 200),
    penaltyGrace: String(penalty?.graceDays ?? 7),
    penaltyCap: percentWords(penalty?.capBp ?? 1_000),
  };
  return draft;
}

/** The plan that a form says; undefined while it says none. */
export function planOf(draft: PlanDraft): Plan | undefined {
  const { from, basis, electricity, cleaning, dueDay, isProrated, hasPenalty } = draft;
  const read = PlanDetails.omit({ kind: true }).safeParse({
    from,
    electricity:
      basis === 'fixed'
        ? { basis, amount: electricity === '' ? undefined : Number(electricity) }
        : { basis, rateMilli: milliOf(draft.rate) },
    cleaning: cleaning === '' ? undefined : Number(cleaning),
    dueDay,
    isProrated,
    ...(hasPenalty
      ? {
          penalty: {
            rateBp: bpOf(draft.penaltyRate),
            graceDays: Number(draft.penaltyGrace),
            capBp: bpOf(draft.penaltyCap),
          },
        }
      : {}),
  });
  return read.success ? read.data : undefined;
}

/** What a stall pays a month; by the meter, when it takes PREVIEW_KWH. Rupiah */
export function previewOf({ electricity, cleaning }: Plan): number {
  const current =
    electricity.basis === 'fixed'
      ? electricity.amount
      : mulDivRound(electricity.rateMilli, PREVIEW_KWH, 1000);
  return current + cleaning;
}

/** Basis points of per cent as they are typed. */
function bpOf(typed: string): number | undefined {
  const milli = milliOf(typed);
  return milli === undefined || milli % 10 !== 0 ? undefined : milli / 10;
}
