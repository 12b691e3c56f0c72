import type { English } from '../english.ts';
import type { hubId } from './text.id.ts';

/** Words of the hub's own program, in English. */
export const hubEn: English<typeof hubId> = {
  'error.hubKeyOther':
    'The key of hub {{hub}} is not in {{file}}. Copy the key file from the computer on which this hub was begun.',
  'error.stallUnknown': 'There is no stall {{stall}} at this hub.',
  'error.deviceUnknown': 'There is no till {{device}} at this hub.',
  'error.deviceNotOne': '{{devices, number}} tills begin with {{device}}. Give more of its digits.',
  'hub.usage': 'Usage: npm run -s hub -- COMMAND [--data FOLDER] [--json] [--lang id|en]',
  'hub.about.serve': 'runs the hub until it is stopped; also where no command is named',
  'hub.about.link': 'makes a link to sign in as an administrator, once',
  'hub.about.enrolmentCode': 'makes a one-time code by which a till of a stall enrols',
  'hub.about.devices': 'all tills that enrolled',
  'hub.about.approve': 'approves a till that waits',
  'hub.about.revoke': 'revokes a till; its records up to --through stay good',
  'hub.about.totals': 'turnover by stall and date; without --from and --to: today',
  'hub.about.dayGrid': 'received, nil or missing, for every stall and date',
  'hub.about.verify': 'checks all that tills sent, and the hub’s own journal',
  'hub.about.rebuildTotals':
    'sums up every record anew and holds the totals against it; --mend mends them',
  'hub.totalsOf': '{{date}}  {{stall}}  {{net, rupiah}}',
  'hub.totalsSum': 'Sum: {{net, rupiah}} of {{receipts, number}} receipts.',
  'hub.noStalls': 'There is no stall at this hub yet.',
  'hub.state.received': 'received',
  'hub.state.nil': 'nil',
  'hub.state.open': 'not closed',
  'hub.state.missing': 'missing',
  'hub.state.awaited': 'awaited',
  'hub.state.unexpected': '-',
  'hub.ledgerWhole': '{{records, number}} records of {{devices, number}} tills, all of them whole.',
  'hub.ledgerBroken': 'What tills sent is not whole: {{reason}}.',
  'hub.journalWhole': 'The hub’s journal: {{records, number}} records, all of them whole.',
  'hub.journalBroken': 'The hub’s journal is not whole: {{reason}}.',
  'hub.totalDiffers':
    'Stall {{stall}}, {{what}}: stored {{stored, number}}, by the records {{found, number}}.',
  'hub.totalsWhole':
    'The totals are those of {{records, number}} records of {{devices, number}} tills.',
  'hub.serving': 'Hub {{hub}} serves at {{url}}. Ctrl-C stops it.',
  'hub.bundling': 'Building the page of administrators…',
  'hub.firstLink':
    'No administrator has signed in yet. Open this link in a browser within 15 minutes, once: {{link}}',
  'hub.link': 'Open this link in a browser within 15 minutes, once: {{link}}',
  'hub.code': 'Code for {{stall}}, good for 15 minutes, once:',
  'hub.invitation': 'Or paste or scan this invitation at the till:',
  'hub.noDevices': 'No till has enrolled yet.',
  'hub.device.waiting': '{{device}} stall {{stall}}: waits for approval',
  'hub.device.active': '{{device}} stall {{stall}}: active',
  'hub.device.revoked': '{{device}} stall {{stall}}: revoked',
  'error.recordUnknown': 'This stall has no record {{leaf}}.',
  'error.linkWrong':
    'The link is wrong, was used, or is older than 15 minutes. Ask for another: npm run hub -- link',
  'error.signInNeeded': 'Sign in first, by the link of an administrator.',
};
