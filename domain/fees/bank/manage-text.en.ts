import type { bankRowsId } from './manage-text.id.ts';

/** Words of rows of bank files that every program of the mall's side says, in English. */
export const bankRowsEn: Record<keyof typeof bankRowsId, string> = {
  'error.bankAccountNeeded':
    'This file names no account that is known ({{number}}). Say the account or its mall, then try again.',
  'error.bankFileChanged':
    'The books have changed since the preview, so nothing was saved. Look at the preview again.',
  'error.bankRowUnknown': 'There is no such row of the bank. Load the list again.',
  'error.bankRowUsed':
    'This row was used already; {{left, rupiah}} is left of it. Load again to see who booked it.',
  'error.bankRowWentOut':
    'The money of this row left the account, so it is no payment. Explain the row instead.',
  'error.bankPartsWrong':
    'The parts come to {{sum, rupiah}}, but {{left, rupiah}} of the row is left. Make them agree first.',
  'error.bankExplanationUnfit':
    'This explanation does not fit the way that the money went, in or out. Choose another.',
  'error.bankBookedUnknown':
    'Nothing of that amount is booked to this account, or it is paired already. Load again first.',
  'error.bankUseUnknown': 'There is nothing to undo here, or it was undone already.',
  'error.bankProfileUnknown': 'There is no profile {{profile}}. Choose one from the list.',
  'error.bankProfileWrong': 'That profile is not right yet: {{detail}}. Mend it, then try again.',
  'error.reconciliationChanged':
    'The balances have changed since this was opened, so it was not signed. Look again, then sign.',
};
