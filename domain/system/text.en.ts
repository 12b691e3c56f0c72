import type { systemId } from './text.id.ts';

export const systemEn: Record<keyof typeof systemId, string> = {
  'error.unknown': 'Something unknown went wrong ({{code}}). Nothing is lost; try once more.',
  'error.folderInUse':
    'This data folder is in use by another Lapak: {{dataDir}}. Close that one first.',
  'error.folderReadOnly':
    'The data folder cannot be written to: {{dataDir}}. Allow writing, then open Lapak again.',
  'error.diskFull':
    'The disk is full. Nothing was booked; free some space on this computer, then try again.',
  'error.diskFault':
    'The disk has a fault ({{detail}}). Nothing was booked; check the disk, then try again.',
  'error.databaseDamaged':
    'The database is damaged, so Lapak does not sell until it is mended and nothing is lost. Do not delete the folder {{dataDir}}; call the mall office. ({{detail}})',
  'error.databaseNewer':
    'The database was made by a newer Lapak (version {{found}}, this program knows {{known}}). Install the newest Lapak.',
  'error.databaseRolledBack':
    'This database is older than the last sale (record {{databaseSeq}}, it should be {{headSeq}}). Selling is held; call the mall office for recovery.',
  'error.deviceKeyMissing':
    'The device key is missing from the folder {{dataDir}} although there is a book of sales. Put device-key.pem back from the backup.',
  'error.notPermitted': 'You are not allowed to do this ({{permission}}).',
  'error.inputInvalid': 'This input cannot be used: {{detail}}.',
  'error.tillUnreachable':
    'This screen has lost its Lapak. No sale is lost; open Lapak again from its link.',
  'error.commandUnknown': 'There is no command {{command}}.',
  'error.commandInvalid': 'The command cannot be run: {{detail}}.',
  'error.portInUse': 'Port {{port}} is in use by another program. Choose another one with --port.',
  'error.electronMissing':
    'The Electron program is not on this computer and cannot be downloaded. Connect to the internet and run "npx install-electron", or use --shell browser.',
  'error.screenNotBuilt': 'The screen of Lapak cannot be built: {{detail}}',
  'shell.linkUsed':
    'This link has been used already or is wrong. Run "npm start" once more for a new link.',
  'shell.linkNeeded':
    'Lapak opens only through its link. Run "npm start" once more for a new link.',
  'shell.foreign':
    'This request came from another address, so it is refused. Open Lapak through its own link.',
  'shell.notFound': 'There is no such page in Lapak.',
  'shell.inElectron': 'Lapak opens in an Electron window.',
  'shell.inBrowser': 'Lapak opens in the browser {{browser}}.',
  'shell.inBrowserInstead': 'Electron is not here; Lapak opens in the browser {{browser}}.',
  'shell.link': 'Open this link in a browser on this computer (it works once): {{link}}',
  'shell.alreadyRunning': 'Lapak is already running on {{dataDir}}; asking it for a new link.',
  'shell.building': 'Building the screen of Lapak…',
  'shell.gettingElectron': 'Downloading the Electron program…',
  'shell.gettingBrowser': 'Looking for a browser to install…',
  'shell.asRoot': 'Lapak runs as root, so its window opens without the sandbox of the browser.',
  'shell.windowClosed': 'The window was closed; Lapak is closed too.',
  'screen.opening': 'Opening Lapak…',
  'screen.reconnecting': 'The cart is kept; connecting again…',
  'screen.startupFailed': 'Lapak cannot sell yet',
  'screen.dataFolder': 'Data folder',
  'screen.version': 'Version {{version}}',
  'screen.retryHint':
    'Once it is mended, close Lapak and open it again. Sales data is left as it is.',
  'screen.retry': 'Check again',
  'screen.menu': 'Menu',
  'screen.register': 'Register',
  'screen.catalog': 'Products',
  'screen.printer': 'Printer',
  'screen.settings': 'Settings',
  'screen.language': 'Language',
  'screen.cashier': 'Cashier: {{name}}',
  'screen.close': 'Close',
  'screen.keys': 'Keyboard keys',
  'screen.crashed': 'This screen stumbled. Sales already paid are in the book.',
  'screen.reload': 'Reload the screen',
  'cli.usage': 'Usage: npm run -s lapak -- COMMAND [--data FOLDER] [--json] [--lang id|en]',
  'cli.about.importCatalog': 'takes products in from a CSV file',
  'cli.about.replay': 'takes in the sales history of another system',
  'cli.about.verify': 'checks that the whole book is as it was signed',
  'cli.about.totals': 'sums of sales and refunds in the book',
  'cli.about.printReceipt': 'prints a receipt again, marked SALINAN',
  'cli.about.printTest': 'prints a test page',
  'cli.reading': 'Reading {{file}}…',
  'cli.checking': 'Checking the book…',
  'cli.printing': 'Printing to {{printer}}…',
  'cli.rows': '{{done, number}} of {{total, number}} rows',
  'cli.invoices': '{{done, number}} of {{total, number}} invoices',
  'cli.imported':
    '{{rows, number}} rows read: {{added, number}} new products, {{updated, number}} updated, {{unchanged, number}} as they were.',
  'cli.sales': '{{sales, number}} sales, {{total, rupiah}}',
  'cli.refunds': '{{refunds, number}} refunds, {{total, rupiah}}',
  'cli.stockOnly': '{{stockOnly, number}} invoices without value, which only move stock',
  'cli.products': '{{products, number}} new products in the catalog',
  'cli.alreadyThere':
    '{{alreadyThere, number}} invoices were there already and are not added again',
  'cli.rejected': '{{rejected, number}} cells or rows were rejected:',
  'cli.rejectedNone': 'Nothing was rejected.',
  'cli.rejectedCell': 'Row {{row, number}}, column {{column}}: {{reason}}',
  'cli.rejectedRow': 'Row {{row, number}}: {{reason}}',
  'cli.whole': 'The book is whole: {{records, number}} records checked.',
  'cli.broken': 'The book is not whole. First bad record: {{firstBad, number}} ({{reason}}).',
  'cli.brokenSomewhere': 'The book is not whole: {{reason}}.',
  'cli.receiptPrinted': 'A copy of receipt {{number}} was printed on {{printer}}.',
  'cli.testPrinted': 'A test page was printed on {{printer}}.',
};
