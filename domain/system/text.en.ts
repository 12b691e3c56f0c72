import type { systemId } from './text.id.ts';

export const systemEn: Record<keyof typeof systemId, string> = {
  'error.notPermitted': 'Needs approval: $t(permission.{{permission}}).',
  'error.inputTooLong': 'This is too long: {{lettersMax, number}} letters at most.',
  'error.inputInvalid':
    'This cannot be used as it was entered; lapak.log has the details. Nothing was changed.',
  'error.tillUnreachable':
    'This screen has lost its Lapak. No sale is lost; open Lapak again from its link.',
  'error.portInUse': 'Port {{port}} is in use by another program. Choose another one with --port.',
  'error.linkNotDelivered':
    'Nobody takes the link from standard output ({{detail}}). Run "npm start" once more for a new link.',
  'error.electronMissing':
    'The Electron program is not on this computer and cannot be downloaded. Connect to the internet and run "npx install-electron", or use --shell browser.',
  'error.screenNotBundled': 'The screen of Lapak cannot be built: {{detail}}',
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
  'shell.bundling': 'Building the screen of Lapak…',
  'shell.gettingElectron': 'Downloading the Electron program…',
  'shell.gettingBrowser': 'Looking for a browser to install…',
  'shell.asRoot': 'Lapak runs as root, so its window opens without the sandbox of the browser.',
  'shell.windowClosed': 'The window was closed; Lapak is closed too.',
  'screen.opening': 'Opening Lapak…',
  'screen.reconnecting': 'The cart is kept; connecting again…',
  'screen.ended': 'Lapak was started anew',
  'screen.endedHow':
    'This window is dead: it takes no goods, no money and no keys any more. Go on in the new window of Lapak.',
  'screen.endedCart': 'This cart is there.',
  'screen.endedMissing':
    'This did not reach the till before the connection was lost. Compare it with the cart there:',
  'screen.endedLine': '{{name}}: in this window {{here}}, at the till {{there}}',
  'screen.endedPaying':
    'The sale may have been booked, or not. Look there before you take money again.',
  'screen.startupFailed': 'Lapak cannot sell yet',
  'screen.dataFolder': 'Data folder',
  'screen.version': 'Version {{version}}',
  'screen.retryHint':
    'Once it is mended, close Lapak and open it again. Sales data is left as it is.',
  'screen.retry': 'Check again',
  'screen.unsavedAsk': 'Drop what is not saved?',
  'screen.unsavedKeep': 'Go on',
  'screen.unsavedDrop': 'Drop',
  'screen.menu': 'Menu',
  'screen.register': 'Register',
  'screen.sales': 'Sales',
  'screen.claims': 'Check payments',
  'screen.shift': 'Shift',
  'screen.fees': 'Fees',
  'screen.catalog': 'Products',
  'screen.printer': 'Printer',
  'screen.trail': 'Audit trail',
  'screen.hub': 'Hub',
  'screen.settings': 'Settings',
  'screen.language': 'Language',
  'screen.cashier': 'Cashier: {{name}}',
  'screen.close': 'Close',
  'screen.held': 'Wait until it is done',
  'screen.keys': 'Keyboard keys',
  'screen.crashed': 'This screen stumbled. Sales already paid are in the book.',
  'screen.notLoaded': 'This screen has not loaded',
  'screen.notLoadedHow': 'See that Lapak is still running, then load it again. The cart stays.',
  'screen.reload': 'Reload the screen',
  'error.fault':
    'Something inside Lapak went wrong ({{name}}); lapak.log has the details. Look first whether the last act was recorded, then try again.',
};
