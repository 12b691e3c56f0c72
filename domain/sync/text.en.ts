import type { syncId } from './text.id.ts';

/** Words of reporting to the hub that are said on any screen, in English. */
export const syncEn: Record<keyof typeof syncId, string> = {
  'error.hubBusy': 'The hub is busy. It is tried again by itself.',
  'error.hubFull': 'The hub’s storage is full. Tell the manager; this till goes on selling.',
  'error.tooManyRequests': 'Too many requests to the hub. Wait a moment.',
  'error.deviceWaiting': 'The manager has not approved this till at the hub yet.',
  'error.deviceRevoked': 'This till was revoked at the hub. Talk to the manager.',
  'error.batchTooLarge': 'Too much at once for the hub. It is sent again in smaller parts.',
  'error.invitationUnreadable':
    'This is not an invitation. Scan or paste it whole, or type the address of the hub and the code.',
  'error.hubUnreachable':
    'The hub at {{hub}} cannot be reached. Check the network, then try again.',
  'error.hubNotFound':
    'No hub of Lapak answers at {{hub}}. Check the address, and whether the network asks for a sign-in.',
  'error.requestUnsigned': 'The hub does not know the signature of this till.',
  'sync.lamp': 'Hub: {{state}}',
  'sync.lampSent': 'everything sent, last {{at}}',
  'sync.lampWaiting': 'waiting for the manager’s approval',
  'sync.lampPending': 'records waiting: {{records, number}}, since {{since}}; {{why}}',
  'sync.lampAttention': 'needs a look; {{why}}',
  'sync.lampNews': 'there is news from the manager: {{title}}',
  'sync.lampUnknown': 'its state is not known yet',
  'sync.short.sent': 'sent',
  'sync.short.waiting': 'waiting',
  'sync.short.attention': 'look',
  'sync.short.unknown': 'hub',
  'sync.why.not-tried': 'not tried yet',
  'sync.why.soon': 'sent in a moment',
  'sync.why.no-network': 'the hub cannot be reached',
  'sync.why.hub-busy': 'the hub is busy',
  'sync.why.revoked': 'this till was revoked at the hub',
  'sync.why.hub-forgot': 'the hub lost what it had, it is sent again',
  'sync.why.unproven': 'the hub’s answer is not proven',
  'sync.why.recovered': 'the book of this till was set back',
  'sync.why.two-tills': 'another till has the same key',
  'sync.why.hub-full': 'the hub’s storage is full',
  'sync.why.not-a-hub': 'what answers is no hub',
  'sync.why.refused': 'the hub refuses what is sent',
  'sync.why.key-lost': 'the key of this till is gone',
  'sync.why.till-fault': 'a fault in this till',
};
