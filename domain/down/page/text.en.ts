import type { downPageId } from './text.id.ts';

/** Words of what the hub tells a till, on the page of the hub, in English. */
export const downPageEn: Record<keyof typeof downPageId, string> = {
  'error.templateGone': 'The manager has withdrawn this template.',
  'down.news': 'News from the manager',
  'down.newsNone': 'There is no news.',
  'down.newsWaiting': 'There is news.',
  'down.newsShow': 'Show what is new: {{news, number}}',
  'down.newsNew': 'New',
  'down.newsRead': 'I have read it',
  'down.newsFrom': 'From {{from}}',
  'down.newsSpan': '{{from}} – {{until}}',
  'down.requests': 'Requests of auditors',
  'down.requestsHow':
    'An auditor may ask for the details of one record. The till sends those of that record alone, and writes it into the audit trail.',
  'down.requestsNone': 'No requests yet.',
  'down.requestOf': 'Receipt {{receipt}}',
  'down.requestMark': 'Record {{mark}}',
  'down.requestBy': 'Asked for by {{by}}, {{at}}',
  'down.byHub': 'the hub’s manager',
  'down.request.waiting': 'Sent in a moment',
  'down.request.sent': 'Sent {{at}}',
  'down.request.missing': 'This till has no such record',
  'down.request.refused': 'The hub did not take it',
  'down.request.withdrawn': 'Withdrawn before it was sent',
  'down.templates': 'Templates of products and prices',
  'down.templatesHow':
    'Offered by the manager. Nothing changes before you have checked it and agreed.',
  'down.templateUse': 'Check and import',
  'down.templateUseOf': 'Check and import {{name}}',
};
