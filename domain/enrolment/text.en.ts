import type { enrolmentId } from './text.id.ts';

/** Words of enrolling a till at a hub, in English. */
export const enrolmentEn: Record<keyof typeof enrolmentId, string> = {
  'error.enrolmentCodeWrong':
    'The code is wrong, was used, or is older than 15 minutes. Ask the manager for a new one.',
  'error.enrolmentUnproven':
    'The hub cannot check the keys of this till. Check the address of the hub, and try again.',
  'error.deviceElsewhere':
    'This till is enrolled for another stall. Another till needs a data folder of its own.',
};
