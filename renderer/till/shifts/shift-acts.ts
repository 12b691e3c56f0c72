import {
  type Icon,
  IconArrowsExchange,
  IconCashBanknotePlus,
  IconCashBanknoteMinus,
  IconLockOpen,
  IconReportMoney,
  IconDoorExit,
} from '@tabler/icons-react';
import type { PlainTextKey } from '../../../domain/text.ts';

/** What can be done with an open shift. */
export type ShiftAct = 'in' | 'out' | 'noSale' | 'x' | 'handOver' | 'close';

interface ShiftActRow {
  readonly act: ShiftAct;
  readonly key: string;
  readonly textKey: PlainTextKey;
  readonly Icon: Icon;
}

/** Each of it, with its key, in the order of the screen. */
export const shiftActs: readonly ShiftActRow[] = [
  { act: 'in', key: 'F4', textKey: 'shift.in', Icon: IconCashBanknotePlus },
  { act: 'out', key: 'F5', textKey: 'shift.out', Icon: IconCashBanknoteMinus },
  { act: 'noSale', key: 'F6', textKey: 'shift.noSale', Icon: IconLockOpen },
  { act: 'x', key: 'F7', textKey: 'shift.x', Icon: IconReportMoney },
  { act: 'handOver', key: 'F2', textKey: 'shift.handOver', Icon: IconArrowsExchange },
  { act: 'close', key: 'F9', textKey: 'shift.close', Icon: IconDoorExit },
];

/** Opens a shift, where closing one stands otherwise. */
export const OPEN_KEY = 'F9';
