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
  'error.chargeAhead':
    'A charge is for {{period}} at the latest, and due on {{due}} at the latest. Correct the month or the date.',
  'error.creditUnknown': 'This stall has no such payment or credit. Reload first.',
  'error.creditExceeded': 'Only {{left, rupiah}} is unused. Enter less.',
  'error.allocationBound': 'A waiver is for its own charge only. Reverse the waiver.',
  'error.allocationExceeded': 'Only {{allocated, rupiah}} of it settles that charge. Enter less.',
  'error.creditRefunded':
    '{{refunded, rupiah}} of this payment was given back. Reverse that refund first.',
  'error.owedChanged':
    'What is owed has changed to {{owed, rupiah}} meanwhile. Look at it, then send again.',
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
  'error.readingOutOfOrder':
    'The reading ends at {{to, quantity}} kWh, but {{period}} was read already, from {{from, quantity}} kWh. Take the reading of {{period}} back first (reverse its charge if there is one), then read in order.',
  'error.kuitansiUnknown': 'There is no such kuitansi.',
  'error.statementTooLong':
    'This statement has {{lines, number}} lines, {{most, number}} at most. Choose fewer days.',
  'feeOffice.about.chargeMonth': 'charges the stalls of a mall, or of all malls, for a month',
  'feeOffice.about.plan':
    'sets what a mall charges from --from on; without it, says what it charges',
  'feeOffice.about.pay': 'books a payment of a stall, with the next kuitansi',
  'feeOffice.about.ageing': 'what stalls owe, by how long it is overdue',
  'feeOffice.about.statement': 'what a stall was charged and paid, with a running balance',
  'feeOffice.noMalls': 'There is no mall at this hub yet.',
  'feeOffice.charged':
    'Mall {{mall}}, {{period}}: {{charged, number}} stalls charged {{total, rupiah}}, {{there, number}} before; advances used {{advances, rupiah}}.',
  'feeOffice.wouldCharge':
    'Mall {{mall}}, {{period}}: {{charged, number}} stalls would be charged {{total, rupiah}}, {{there, number}} were before; advances used {{advances, rupiah}}. Nothing was booked.',
  'feeOffice.withoutContract':
    '{{withoutContract, number}} stalls without a contract are not charged.',
  'feeOffice.tariffDiffers':
    '{{stall}}: charged by its contract, {{tariff, rupiah}}; the mall’s tariff is {{plan, rupiah}}',
  'feeOffice.withoutReading': '{{stall}}: its meter is not read, so electricity is not charged',
  'feeOffice.planUsual': 'Mall {{mall}} has set no tariff: each contract is charged its own.',
  'feeOffice.planFixed':
    'From {{from}}: electricity {{electricity, rupiah}}, cleaning {{cleaning, rupiah}}, due on day {{day, number}}',
  'feeOffice.planMetered':
    'From {{from}}: electricity Rp{{kwh, quantity}} a kWh, cleaning {{cleaning, rupiah}}, due on day {{day, number}}',
  'feeOffice.paid':
    '{{stall}}: {{amount, rupiah}} booked, kuitansi {{kuitansi}}. Still owed {{owed, rupiah}}, advance {{advance, rupiah}}.',
  'feeOffice.ageingOf':
    '{{stall}}  {{name}}  {{total, rupiah}} since {{oldestDue}} (current {{current, rupiah}}, 1–30 {{to30, rupiah}}, 31–60 {{to60, rupiah}}, 61–90 {{to90, rupiah}}, >90 {{over90, rupiah}})',
  'feeOffice.ageingSum':
    'Sum of {{count, number}} stalls: {{total, rupiah}} (current {{current, rupiah}}, 1–30 {{to30, rupiah}}, 31–60 {{to60, rupiah}}, 61–90 {{to90, rupiah}}, >90 {{over90, rupiah}})',
  'feeOffice.statementOf':
    '{{stall}} {{name}}, {{from}} – {{to}}. Opening balance {{opening, rupiah}}.',
  'feeOffice.statementLine': '{{on}}  {{of}}  {{amount, rupiah}}  {{balance, rupiah}}',
  'feeOffice.statementSum':
    'Charges {{charges, rupiah}}, payments {{credits, rupiah}}, closing balance {{closing, rupiah}}.',
  'feeOffice.move.charge': 'charge',
  'feeOffice.move.credit': 'payment',
  'feeOffice.move.refund': 'refund',
  'feeOffice.move.reversal': 'reversal',
};
