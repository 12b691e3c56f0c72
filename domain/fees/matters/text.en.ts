import type { English } from '../../english.ts';
import type { feeMattersId } from './text.id.ts';

/** Words of what is beside charging and paying, in English. */
export const feeMattersEn: English<typeof feeMattersId> = {
  'error.feeMatterUnknown': 'That is not here (any more) ({{id}}). Reload, then choose again.',
  'error.feeMatterDone': 'This was settled before, so nothing was changed. Reload to see how.',
  'error.disputeOpen':
    'This charge is disputed already, and the manager has not answered yet. Wait for the answer first.',
  'error.disputeNotUpheld': 'Only a dispute that was upheld is credited. Answer the dispute first.',
  'error.photoWrong': 'That is no whole JPEG or PNG picture. Choose or take another one.',
  'error.messagesTooMany':
    'This stall has sent {{max, number}} of these today, which is the most. Send it tomorrow, or come to the mall’s office.',
  'error.monthUnfinished':
    'Month {{month}} was not closed: {{findings, number}} things are still open. Settle them first, or close it with a reason.',
  'error.monthUnbalanced':
    'The books are not what stalls were charged: {{account}} differs by {{amount, rupiah}}. Run npm run hub -- verify, and do not close this month.',
  'error.monthToCome': 'Month {{month}} has not come yet. Choose this month or an earlier one.',
  'error.monthOpen': 'Month {{month}} is not closed, so it needs no reopening.',
  'error.drawerShort':
    'By the books only {{expected, rupiah}} is in the drawer of the office. Count it first, or take less.',
  'error.monthClosed':
    'Month {{month}} is closed, so nothing was booked. Book it with today’s date, or ask the federation to reopen the month.',
  'error.feeAccountUnknown': 'The mall has no account {{account}}.',
  'error.creditUnknown': 'This stall has no such payment or credit. Reload first.',
  'error.feeDateAhead': '{{on}} has not come yet. Use today’s date or an earlier one.',
};
