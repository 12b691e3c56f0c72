import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';

/** What is done with the money of a stall as a whole, in the order of the menu. */
export const stallActs = [
  'pay',
  'allocate',
  'charge',
  'notice',
  'agree',
  'endInstalments',
  'refund',
  'takeDeposit',
  'useDeposit',
  'returnDeposit',
] as const;
export type WholeAct = (typeof stallActs)[number];

/** The letter that begins an act. */
export const actKeys: Readonly<Partial<Record<WholeAct, string>>> = {
  pay: 'B',
  allocate: 'P',
  charge: 'G',
  notice: 'S',
  agree: 'C',
  refund: 'K',
  takeDeposit: 'J',
};

/** An act that a person has begun. */
export type StallAct =
  | { readonly kind: WholeAct }
  | {
      readonly kind: 'waive' | 'creditNote';
      readonly charge: StallView['open'][number];
    }
  | {
      readonly kind: 'takeOff';
      readonly credit: StallView['credits'][number];
    }
  | {
      readonly kind: 'reverse';
      /** Id of what is reversed, and what it is called. */
      readonly of: string;
      readonly what: string;
    };

/** Why an act cannot be done now: the key of its words; null where it can. */
export function whyOff(
  act: WholeAct,
  { advance, deposit, owed, overdue, instalments }: StallView,
): OffKey | null {
  switch (act) {
    case 'pay':
    case 'charge':
    case 'takeDeposit':
      return null;
    case 'allocate':
      if (advance === 0) return 'noAdvance';
      return owed === 0 ? 'nothingOwed' : null;
    case 'refund':
      return advance === 0 ? 'noAdvance' : null;
    case 'returnDeposit':
      return deposit === 0 ? 'noDeposit' : null;
    case 'useDeposit':
      if (deposit === 0) return 'noDeposit';
      return owed === 0 ? 'nothingOwed' : null;
    case 'agree':
      if (instalments !== null) return 'instalmentsThere';
      return owed === 0 ? 'nothingOwed' : null;
    case 'endInstalments':
      return instalments === null ? 'noInstalments' : null;
    case 'notice':
      return overdue === 0 ? 'nothingOverdue' : null;
  }
}

type OffKey =
  | 'noAdvance'
  | 'noDeposit'
  | 'nothingOwed'
  | 'noInstalments'
  | 'instalmentsThere'
  | 'nothingOverdue';
