import type { downId } from './text.id.ts';

/** Words of what the hub tells its tills, at the hub itself, in English. */
export const downEn: Record<keyof typeof downId, string> = {
  'error.downItemUnknown': 'There is no announcement, template or request {{id}} at this hub.',
  'error.regionUnknown': 'There is no region {{region}} at this hub.',
  'error.mallUnknown': 'There is no mall {{mall}} at this hub.',
  'error.announcementOver':
    'Its last date has passed: no till would show it. Choose today or a later date.',
  'error.bodyThere': 'The details of record {{mark}} are at this hub already.',
  'error.templateTooLong':
    'The template is too large: {{maxCharacters, number}} characters at most. Split it into several files.',
  'error.templateNoRows':
    'Not one row of this file could come into a till. Mend its codes, names and prices.',
  'error.templateDoubtful':
    'The number {{example}} in the column {{column}} can be read in two ways. Write it without a mark of thousands, then choose the file again.',
  'hub.templateRows': 'Good rows: {{good, number}}, rejected: {{rejected, number}}',
  'hub.templateRejected': 'Row {{row}}: {{why}}',
  'hub.about.announce':
    'tells all tills something, those of a stall (--stall), a mall (--mall) or a region (--region)',
  'hub.about.publishTemplate': 'offers a catalog file to stalls',
  'hub.about.askBody': 'asks a stall’s till for the details of one record',
  'hub.about.withdraw': 'withdraws an announcement, a template or a request',
  'hub.about.downItems': 'announcements, templates and requests, the newest first',
  'hub.noDownItems': 'Tills were told nothing yet.',
  'hub.downItem': '{{id}}  {{to}}  version {{version, number}}  {{what}}',
  'hub.downEnded': '(ended)',
};
