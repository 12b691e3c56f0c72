import type { English } from '../../english.ts';
import type { receiptPageId } from './text.id.ts';

export const receiptPageEn: English<typeof receiptPageId> = {
  'receiptPage.title': 'Check a receipt',
  'receiptPage.by': 'Checked with the key of hub {{hub}}',
  'receiptPage.stalls_one': 'The list of keys of this hub has {{count, number}} stall.',
  'receiptPage.stalls': 'The list of keys of this hub has {{count, number}} stalls.',
  'receiptPage.why.genuine':
    'The till of this stall signed what follows, and nothing of it was changed.',
  'receiptPage.why.forged':
    'The till that it names never signed this. The receipt is false, or was changed.',
  'receiptPage.why.cutOff':
    'The manager revoked this till, and this record lies beyond what the hub acknowledges.',
  'receiptPage.why.revoked':
    'The signature matches, but the till was revoked: its key may be in other hands. Ask the manager of the mall.',
  'receiptPage.why.unknown':
    'This hub does not know the till that it names. The receipt may be of another mall, or the till is not approved yet.',
  'receiptPage.why.noKeys':
    'The list of keys could not be had, or is not of this hub. Connect to the internet, then reload the page.',
  'receiptPage.why.unreadable':
    'The code of this receipt is cut off, damaged, or of another version. Scan the whole QR again, in good light.',
  'receiptPage.total': 'Total',
  'receiptPage.refunded': 'Refunded',
  'receiptPage.time': 'Time',
  'receiptPage.stall': 'Stall',
  'receiptPage.record': 'Record',
  'receiptPage.device': 'Till',
  'receiptPage.compare':
    'Compare it with the receipt: total, time and record number must be the same. If they differ, the receipt is not this one.',
  'receiptPage.meaning':
    'This sale stands in the stall’s journal, from which it cannot go unnoticed. The goods themselves are not in the code.',
  'receiptPage.begin': 'Scan the QR of the receipt',
  'receiptPage.beginHow':
    'Scan it with the phone’s camera, or take a photo of it here. It is checked on this phone, also without internet.',
  'receiptPage.photo': 'Take a photo of the QR',
  'receiptPage.another': 'Check another receipt',
  'receiptPage.photoOther': 'The QR in that photo is not the code of a receipt.',
};
