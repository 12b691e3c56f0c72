/** Acts of people and programs at the hub that its own journal has. */
export const hubActs = [
  'code-make',
  'device-enrol',
  'device-approve',
  'device-revoke',
  'alarm-settle',
  'totals-mend',
  'organisation-import',
  'link-make',
  'sign-in',
  'sign-out',
  'announce',
  'template-publish',
  'item-end',
  'body-ask',
  'body-take',
  'body-miss',
  'audit-export',
  'issuer-set',
] as const;
export type HubAct = (typeof hubActs)[number];
