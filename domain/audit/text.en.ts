import type { English } from '../english.ts';
import type { auditId } from './text.id.ts';

/** Words of audit packs, in English. */
export const auditEn: English<typeof auditId> = {
  'audit.about.export':
    'writes the audit pack of a stall: all that proves its figures from --from to --to',
  'audit.about.verify':
    'checks an audit pack without the hub; --hub-key says which hub is believed',
  'audit.exporting': 'Writing {{file}}: {{megabytes, number}} MB…',
  'audit.exported':
    'The audit pack of stall {{stall}}, {{from}} to {{to}}, was written to {{file}}.',
  'audit.key': 'Hub {{hub}}, key {{key}}. Tell the auditor this key by another way.',
  'audit.checking': 'Checking {{file}}: {{lines, number}} lines…',
  'audit.whole':
    'The pack is whole. Stall {{stall}}, {{from}} to {{to}}: {{records, number}} records of {{devices, number}} tills were checked, {{shown, number}} of them in full.',
  'audit.wrongSignatures':
    '{{count, number}} records have a wrong signature of their own, and later ones of the till prove them: look at its disk.',
  'audit.wrongSignatures_one':
    '{{count, number}} record has a wrong signature of its own, and a later one of the till proves it: look at its disk.',
  'audit.byWord':
    '{{count, number}} records do not count, and only the hub says why: look at them there.',
  'audit.byWord_one':
    '{{count, number}} record does not count, and only the hub says why: look at it there.',
  'audit.ofHub':
    'Signed by hub {{hub}}. Compare its key with the one that the hub told you: {{key}}',
  'audit.ofKnownHub': 'Signed by hub {{hub}}, with the key that was given.',
  'audit.broken': 'The pack cannot be believed. Line {{firstBad}}: {{reason}}.',
  'audit.brokenSomewhere': 'The pack cannot be believed: {{reason}}.',
};
