import type { cliId } from './text.id.ts';

export const cliEn: Record<keyof typeof cliId, string> = {
  'error.commandUnknown': 'There is no command {{command}}.',
  'error.commandInvalid': 'The command cannot be run: {{detail}}.',
  'error.commandStopped':
    'Stopped. What came in until now stays; run the same command once more to go on.',
  'error.lineInvalid': 'This line cannot be run: {{detail}}',
  'error.lineTooLong': 'This line is too long: {{lettersMax, number}} letters at most.',
  'error.keptUnknown': 'No line before this one has kept {{kept}}.',
  'error.callUnknown': 'There is no call {{call}}.',
  'error.timeNotGiven':
    'This line gives a time (at), but the clock of Lapak is not given. Run it with --clock given.',
  'error.timeNeeded':
    'With --clock given the first line has to say its time (at), such as 2026-11-24T09:00:00+07:00.',
  'error.nameNotOne':
    'The name {{name}} is that of {{people, number}} people. Give the pseudonym, such as kasir-2.',
  'cli.askHelp': '--help tells all commands.',
  'cli.usage': 'Usage: npm run -s lapak -- COMMAND [--data FOLDER] [--json] [--lang id|en]',
  'cli.about.importCatalog': 'takes products in from a CSV file',
  'cli.about.exportCatalog': 'writes all products into a CSV file',
  'cli.about.replay': 'takes in the sales history of another system',
  'cli.about.verify': 'checks that the whole book is as it was signed',
  'cli.about.totals': 'sums of sales and refunds in the book',
  'cli.about.z': 'a Z report by its number, or the last one',
  'cli.about.shifts': 'all shifts with their Z reports, the newest first',
  'cli.about.auditTrail': 'who did what and when, the newest first',
  'cli.about.play': 'makes the calls of a file, one a line, by the same rules as the screen',
  'cli.played': 'Line {{line}}: {{call}}, done.',
  'cli.playFailed': 'Line {{line}}: {{message}}',
  'cli.noShifts': 'There is no shift yet.',
  'cli.noTrail': 'No record matches.',
  'cli.shiftClosed':
    'Shift {{shift}}, drawer {{drawer}}: {{opened}} – {{closed}}, {{number}}, turnover {{net, rupiah}}, difference {{difference, rupiah}}',
  'cli.shiftOpen': 'Shift {{shift}}, drawer {{drawer}}: opened {{opened}}, not closed',
  'cli.about.printReceipt': 'prints a receipt again, marked SALINAN',
  'cli.about.printTest': 'prints a test page',
  'cli.notDelivered': 'The answer could not be written to standard output ({{reason}}).',
  'cli.reading': 'Reading {{file}}…',
  'cli.checking': 'Checking the book…',
  'cli.printing': 'Printing to {{printer}}…',
  'cli.rows': 'Rows: {{done, number}} of {{total, number}}',
  'cli.invoices': 'Invoices: {{done, number}} of {{total, number}}',
  'cli.imported':
    'Rows read: {{rows, number}}. {{added, number}} new, {{updated, number}} updated, {{unchanged, number}} as they were, {{rejectedRows, number}} rejected.',
  'cli.wouldImport':
    'A dry run, nothing has changed. Rows read: {{rows, number}}. {{added, number}} new, {{updated, number}} to be updated, {{unchanged, number}} as they are, {{rejectedRows, number}} rejected.',
  'cli.exported': 'All products were written to {{file}}.',
  'cli.wouldReplay': 'A dry run, nothing is booked. What would come in:',
  'cli.sales': 'Sales: {{sales, number}}, {{total, rupiah}}',
  'cli.refunds': 'Refunds: {{refunds, number}}, {{total, rupiah}}',
  'cli.stockOnly': 'Invoices without value, which only move stock: {{stockOnly, number}}',
  'cli.products': 'New products in the catalog: {{products, number}}',
  'cli.alreadyThere':
    'Invoices that were there already and are not added again: {{alreadyThere, number}}',
  'cli.differs':
    'Of them, those that differ from what is booked, which stays as it is: {{differs, number}}',
  'cli.differsFrom':
    'Invoice {{document}} of {{date}}: booked {{booked, rupiah}}, in the file {{inFile, rupiah}}',
  'cli.noteCell': 'Row {{row}}, column {{column}}, note: {{note}}',
  'cli.rejected': 'Cells or rows that were rejected: {{rejected, number}}',
  'cli.rejectedNone': 'Nothing was rejected.',
  'cli.rejectedCell': 'Row {{row}}, column {{column}}: {{reason}}',
  'cli.rejectedRow': 'Row {{row}}: {{reason}}',
  'cli.whole': 'The book is whole. Records checked: {{records, number}}.',
  'cli.broken': 'The book is not whole. First bad record: {{firstBad}} ({{reason}}).',
  'cli.brokenSomewhere': 'The book is not whole: {{reason}}.',
  'cli.receiptPrinted': 'A copy of receipt {{number}} was printed on {{printer}}.',
  'cli.testPrinted': 'A test page was printed on {{printer}}.',
  'cli.about.rebuild':
    'makes the tables of sales and stock anew from the journal and proves that nothing changed',
  'cli.about.recover': 'lets a book go on that was set back or lost its tip file',
  'cli.about.enrol': 'enrols the till at a hub by the manager’s invitation',
  'cli.about.sync': 'sends the hub everything that was not sent yet',
  'cli.about.syncStatus': 'how far this till has reported to the hub',
  'cli.synced': 'Records sent: {{sent, number}}.',
  'cli.rebuilding': 'Making the tables of sales and stock anew…',
  'cli.rebuiltSame':
    'The tables of sales and stock were made anew: nothing changed. Records read: {{records, number}}.',
  'cli.rebuiltChanged':
    'The tables of sales and stock were made anew. Records read: {{records, number}}. What was not right before: {{changed}}.',
  'cli.recovered':
    'The book goes on in epoch {{epoch}}. The journal says that its end was not known.',
  'cli.recoveredFrom':
    'The book goes on in epoch {{epoch}}. The journal says that records up to {{lost}} were lost.',
  'cli.ofHistory': "Of these, from another system and no turnover of this stall's own:",
  'error.simulatedAlready':
    'The tills in {{dataDir}} were simulated already. Choose another folder with --data.',
  'error.linkUnreadable': 'That is no link of an administrator. Make one: npm run hub -- link',
  'error.hubRefused': 'The hub {{hub}} refused: {{code}}.',
  'cli.about.simulate': 'lives days of trade with real tills of many stalls at a hub',
  'cli.simulated': '{{stall}}: {{done, number}} of {{stalls, number}}',
  'cli.simulatedSum':
    '{{stalls, number}} stalls, {{days, number}} days: {{receipts, number}} receipts, {{net, rupiah}}.',
};
