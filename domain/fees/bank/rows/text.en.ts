import type { bankRowsId } from './text.id.ts';

/** Words of rows of bank files that every program of the mall's side says, in English. */
export const bankRowsEn: Record<keyof typeof bankRowsId, string> = {
  'error.bankQrisNeeded':
    'This file is of {{merchants, number}} merchants, and the QRIS of the account {{account}} is not set. Set it up first.',
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
  'error.bankRefundUnbooked':
    'This money goes back to a stall: book the refund on the page of the stall first, then choose it here for this row.',
  'error.bankUseUnknown': 'There is nothing to undo here, or it was undone already.',
  'error.bankProfileUnknown': 'There is no profile {{profile}}. Choose one from the list.',
  'error.bankProfileUsed':
    'The files of account {{label}} are read this way. Choose another way there first.',
  'error.bankProfileWrong': 'That profile is not right yet: {{detail}}. Mend it, then try again.',
  'error.reconciliationChanged':
    'The balances have changed since this was opened, so it was not signed. Look again, then sign.',
  'bank.about.import': 'takes in a bank or QRIS file; with --dry-run only tells what would happen',
  'bank.about.suggestions': 'stalls that may have paid each bank row that waits',
  'bank.about.accept': 'books all rows that are ticked (--ticked)',
  'bank.about.reconciliation':
    'bank balance, book balance, and what explains the difference on a date',
  'bank.imported':
    '{{file}}, account {{account}}: {{rows, number}} rows; {{added, number}} new, {{known, number}} known, {{pending, number}} pending at the bank.',
  'bank.wouldImport':
    'A dry run, nothing has changed. {{file}}, account {{account}}: {{rows, number}} rows; {{added, number}} new, {{known, number}} known, {{pending, number}} pending at the bank.',
  'bank.renamed':
    '{{renamed, number}} known rows that nobody used yet say what the bank says of them now.',
  'bank.refusal.rejected-rows':
    'Some rows cannot be read, so none was taken. Download the file again, or adapt the profile of the bank.',
  'bank.refusal.other-rows':
    'For one of its days this file has other rows than those that are here, so none is taken in. Download those days again, in the same format as before.',
  'bank.refusal.unbalanced':
    'The opening balance and the rows do not come to the closing balance, so none was taken. Download the file again.',
  'bank.gap': 'Between {{from}} and {{to}} rows are missing: a difference of {{amount, rupiah}}.',
  'bank.noted': 'Row {{row}}: {{reason}}',
  'bank.rowSuggested':
    '{{mark}} {{on}}  {{amount, rupiah}}  {{stall}} ({{score}})  {{description}}',
  'bank.rowOfNobody': '? {{on}}  {{amount, rupiah}}  {{description}}',
  'bank.accepted': 'Booked: {{count, number}} payments, {{sum, rupiah}}.',
  'bank.balances':
    'Bank balance {{bank, rupiah}}, book balance {{book, rupiah}}, difference {{difference, rupiah}}.',
  'bank.difference.row': 'in the bank, not in the books',
  'bank.difference.posting': 'in the books, not in the bank',
  'bank.difference.gap': 'files that do not meet',
  'bank.difference.opening': 'balance before the first file',
  'bank.difference.sen': 'fractions of a rupiah',
  'bank.difference.withheld': 'fees of the acquirer (MDR)',
  'bank.difference.paid-out': 'paid out to a bank account',
};
