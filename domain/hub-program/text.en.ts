import type { English } from '../english.ts';
import type { hubId } from './text.id.ts';

/** Words of the hub's own program, in English. */
export const hubEn: English<typeof hubId> = {
  'error.hubKeyOther':
    'The key of hub {{hub}} is not in {{file}}. Copy the key file from the computer on which this hub was begun.',
  'error.hubFileLost':
    '{{file}} was removed, replaced or cut off while the hub ran. The hub ends; what came after that is not acknowledged, and tills send it again. Put the file back, then start the hub again.',
  'error.hubForgot':
    'Folder {{dataDir}} has the key of a hub (hub-key) or the rest of its data, but its database is gone or empty. Put hub.db back from a backup, or mend DATABASE_URL. If those data are really lost: serve --begin-anew begins an empty hub with the same key; every till then enrols again and sends all again.',
  'error.hubDamaged':
    'The database of the hub in folder {{dataDir}} is damaged, so the hub does not run. Delete nothing there; put hub.db back from a backup: tills send again what it lacks. ({{detail}})',
  'error.hubDiskFull':
    'The hub’s storage is full, so this was not written. Make room on the computer of the hub, or of its PostgreSQL server, then try again.',
  'error.hubDatabaseHeld':
    'Another program holds the database of the hub ({{detail}}), so this was not done. Try again in a moment.',
  'error.hubDatabaseSilent':
    'PostgreSQL at DATABASE_URL does not answer ({{detail}}), so this command ended. Start PostgreSQL first, then try again.',
  'error.hubRightsMissing':
    'The role of PostgreSQL in DATABASE_URL lacks rights: {{detail}}. Let it own its database (docs/adr/0020-row-level-security.md), then try again.',
  'error.hubFault':
    'Something went wrong inside the hub ({{name}}); the line before this has the details. See first whether what was asked has happened, then try again.',
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
  'hub.about.totals': 'turnover by stall and date, or its --sum; without --from, --to: today',
  'hub.about.dayGrid': 'received, nil or missing, for every stall and date',
  'hub.about.verify': 'checks all that tills sent, and the hub’s own journal',
  'hub.about.rebuildTotals':
    'judges and sums up every record anew, and holds what is written against it; --mend mends it',
  'hub.totalsOf': '{{date}}  {{stall}}  {{net, rupiah}}',
  'hub.totalsSum': 'Sum: {{net, rupiah}} of {{receipts, number}} receipts.',
  'hub.noStalls': 'There is no stall at this hub yet.',
  'hub.ledgerWhole': '{{records, number}} records of {{devices, number}} tills, all of them whole.',
  'hub.ledgerBroken':
    'What tills sent is not whole: {{faults, number}} faults in {{records, number}} records of {{devices, number}} tills.',
  'hub.ledgerProved':
    '{{count, number}} records have a wrong signature, but a later record proves them. Look at their till.',
  'hub.ledgerMore': 'And {{count, number}} more.',
  'hub.ledgerFault.key-unknown': '{{where}}: the hub has no key of this till',
  'hub.ledgerFault.record-gone': '{{where}}: a record is gone',
  'hub.ledgerFault.leaf-differs': '{{where}}: its bytes are not those that came',
  'hub.ledgerFault.unsigned': '{{where}}: its till has not signed it',
  'hub.ledgerFault.tree-differs': '{{where}}: the receipts of the hub are not of these records',
  'hub.ledgerFault.nodes-differ': '{{where}}: the proofs that are kept are not of these records',
  'hub.journalWhole': 'The hub’s journal: {{records, number}} records, all of them whole.',
  'hub.journalBroken': 'The hub’s journal is not whole: {{reason}}.',
  'hub.recordsDiffer': '{{records, number}} records are not what is written of them.',
  'hub.wordDiffers': 'Stall {{stall}}, {{what}}: stored “{{stored}}”, by the records “{{found}}”.',
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
  'hub.codeKey': 'Key of the hub, should the till ask: {{key}}',
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
