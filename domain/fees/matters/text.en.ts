import type { English } from '../../english.ts';
import type { feeMattersId } from './text.id.ts';

/** Words of what is beside charging and paying, in English. */
export const feeMattersEn: English<typeof feeMattersId> = {
  'error.feeMatterUnknown': 'That is not here (any more) ({{id}}). Reload, then choose again.',
  'error.feeMatterDone': 'This was settled before, so nothing was changed. Reload to see how.',
  'error.claimPaymentUsed':
    'That kuitansi has answered another claim of this stall. Where the stall told it twice, refuse the second.',
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
  'error.journalTooLong':
    'The journal of this month has {{lines, number}} lines, {{most, number}} at most here. Ask who runs the hub for export-ledger.',
  'error.drawerNotEmpty':
    'By the books {{balance, rupiah}} is still in the drawer of the office. Bank it or count the drawer first, then close it.',
  'error.drawerShort':
    'By the books only {{expected, rupiah}} can be taken from the drawer of the office since that date. Count it first, take less, or choose another account.',
  'fees.book.receivable': 'Receivable of stalls',
  'fees.book.advance': 'Advances of stalls',
  'fees.book.deposit': 'Deposits of stalls',
  'fees.book.revenue-electricity': 'Revenue of electricity',
  'fees.book.revenue-cleaning': 'Revenue of cleaning',
  'fees.book.revenue-penalty': 'Revenue of penalties',
  'fees.book.revenue-other': 'Other revenue',
  'fees.book.opening': 'Opening balance',
  'fees.book.acquirer-fee': 'Fees of QRIS',
  'fees.book.bank-fee': 'Fees of the bank',
  'fees.book.interest': 'Interest of the bank',
  'fees.book.drawer-difference': 'Differences of the office drawer',
  'fees.book.other-in': 'Other money in',
  'fees.book.other-out': 'Other money out',
  'fees.book.money': 'Account {{account}}',
  'fees.ledger.on': 'date',
  'fees.ledger.mall': 'mall',
  'fees.ledger.stall': 'stall',
  'fees.ledger.what': 'kind',
  'fees.ledger.debit': 'debit',
  'fees.ledger.credit': 'credit',
  'fees.ledger.debitName': 'debit account',
  'fees.ledger.creditName': 'credit account',
  'fees.ledger.amount': 'amount',
  'fees.ledger.note': 'note',
  'fees.ledger.act': 'id',
  'fees.ledger.line': 'line',
  'fees.ledgerExported':
    '{{count, number}} postings written to {{file}}: {{amount, rupiah}} of debit, and as much of credit.',
  'fees.monthClosed': 'Month {{month}} of mall {{mall}} is closed: {{posted, rupiah}} were posted.',
  'fees.monthReopened': 'Month {{month}} of mall {{mall}} is open again, for the federation.',
  'fees.finding.rows-unmatched':
    '{{account}}: {{count, number}} rows of the bank are not matched, {{amount, rupiah}}.',
  'fees.finding.drawer-uncounted':
    'Drawer {{account}} was not counted: it should hold {{amount, rupiah}}.',
  'fees.finding.uncharged': '{{count, number}} stalls with a contract are not charged in full.',
  'fees.finding.unbalanced':
    'Account {{account}} differs by {{amount, rupiah}} from what stalls owe.',
  'fees.finding.not-over': 'The month has {{count, number}} more days.',
  'hub.about.exportLedger':
    'writes the journal of fees to FILE (.csv or .xlsx); without --from, --to: this month',
  'hub.about.closeMonth': 'closes a month of fees; --note closes it although something is open',
  'hub.about.reopenMonth': 'reopens a closed month, for the federation',
  'hub.feesWhole': 'The books of fees: {{acts, number}} acts, all of them as the journal says.',
  'hub.feesDiffer':
    'The books of fees are not as the journal says: {{table}} {{id}}, {{column}}: stored “{{stored}}”, by the journal “{{found}}”.',
};
