import type { English } from '../english.ts';
import type { feesId } from './text.id.ts';

/** Words of fees that every program of the mall's side says, in English. */
export const feesEn: English<typeof feesId> = {
  'error.monthClosed':
    'Month {{month}} is closed, so nothing was booked. Book it with today’s date, or ask the federation to reopen the month.',
  'error.feeDateAhead': '{{on}} has not come yet. Use today’s date or an earlier one.',
  'error.chargeUnknown': 'This stall has no such charge. Reload, then choose again.',
  'error.chargeExceeded': 'Only {{left, rupiah}} is left of that charge. Enter less.',
  'error.chargeThere':
    'Stall {{stall}} has a charge of this kind for {{period}}. Reverse that one first.',
  'error.creditUnknown': 'This stall has no such payment or credit. Reload first.',
  'error.creditExceeded': 'Only {{left, rupiah}} is unused. Enter less.',
  'error.creditRefunded':
    '{{refunded, rupiah}} of this payment was given back. Reverse that refund first.',
  'error.advanceExceeded': 'The stall’s advance is only {{advance, rupiah}}. Enter less.',
  'error.depositExceeded': 'The stall’s deposit is only {{deposit, rupiah}}. Enter less.',
  'error.bookedUnknown': 'This stall has nothing like that to reverse. Reload first.',
  'error.reversedAlready': 'This was reversed already. Reload to see it.',
  'error.instalmentsExceed':
    'The instalments are more than the {{owed, rupiah}} that the stall owes. Enter less.',
  'error.instalmentsThere': 'Stall {{stall}} has instalments agreed already. End those first.',
  'error.instalmentsNone': 'Stall {{stall}} has no instalments agreed.',
  'error.planLate':
    '{{period}} was charged by the old tariff already. Let the new one begin with a later month.',
  'error.feeAccountUnknown': 'The mall has no account {{account}}.',
  'error.feeAccountOther':
    'Account {{account}} is of another mall, is closed, or does not take this way of paying.',
  'error.feeAccountNeeded':
    'Say which account the money is in. If there is none yet, add it to the list of accounts.',
  'error.readingThere':
    'The meter of {{stall}} was read for {{period}}. Take that reading back first if it is wrong.',
  'error.readingNone': 'There is no reading of {{stall}} for {{period}}.',
  'error.readingCharged':
    'Electricity of {{period}} was charged by this reading. Reverse the charge first.',
  'error.readingBackwards':
    'The meter runs backwards: {{from, quantity}}, then {{to, quantity}} kWh. If it began anew from zero, enter its highest figure.',
  'error.readingLarge':
    '{{used, quantity}} kWh were used, where {{usual, quantity}} kWh are usual. Read it again; if it is right, confirm it.',
  'error.readingApart':
    'The reading begins at {{from, quantity}} kWh, but the last one ended at {{last, quantity}} kWh. If it is right, confirm it.',
  'error.kuitansiUnknown': 'There is no such kuitansi.',
  'error.statementTooLong':
    'This statement has {{lines, number}} lines, {{most, number}} at most. Choose fewer days.',
};
