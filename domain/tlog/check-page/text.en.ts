import type { checkPageId } from './text.id.ts';

export const checkPageEn: Record<keyof typeof checkPageId, string> = {
  'check.genuine': 'GENUINE',
  'check.false': 'DOES NOT MATCH',
  'check.unknown': 'CANNOT TELL',
  'check.claimed': 'What the code says, which is not proved:',
  'check.photoNone':
    'No QR could be read in that photo. Take it closer, straight and in good light.',
  'check.noKey':
    'This page came without the key of a hub, so it can check nothing. Open it at the address of the hub.',
  'check.key': 'Name of the key',
  'check.wholeKey': 'Public key (to check with Python)',
  'check.address':
    'Make sure that the address of this page, {{host}}, is that of the manager’s hub: a false page can call anything genuine.',
  'check.crashed': 'This page stopped because of a fault. Reload it to go on.',
};
