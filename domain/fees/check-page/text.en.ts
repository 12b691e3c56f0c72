import type { kuitansiPageId } from './text.id.ts';

export const kuitansiPageEn: Record<keyof typeof kuitansiPageId, string> = {
  'kuitansi.page': 'Check a kuitansi',
  'kuitansi.by': 'Checked with the key of hub {{hub}}',
  'kuitansi.genuineHow': 'This hub signed what follows, and nothing of it was changed.',
  'kuitansi.forgedHow':
    'This hub never signed this. Do not accept the kuitansi; ask the manager of the mall.',
  'kuitansi.otherHubHow':
    'This code names the key of another hub ({{key}}). Check it on that hub’s page, or ask the manager of the mall.',
  'kuitansi.unreadableHow':
    'The code of this kuitansi is cut off or damaged. Scan the whole QR again, in good light.',
  'kuitansi.number': 'Number',
  'kuitansi.date': 'Date',
  'kuitansi.stall': 'Stall',
  'kuitansi.amount': 'Amount',
  'kuitansi.terbilang': 'In words',
  'kuitansi.compare':
    'Compare it with the paper: number, date, stall and amount must be the same. If they differ, the paper is not this one.',
  'kuitansi.cancelled':
    'A kuitansi that was cancelled later still reads as genuine here; the manager has the list of those.',
  'kuitansi.begin': 'Scan the QR of the kuitansi',
  'kuitansi.beginHow':
    'Scan it with the phone’s camera, or take a photo of it here. It is checked on this phone, also without internet.',
  'kuitansi.photo': 'Take a photo of the QR',
  'kuitansi.another': 'Check another kuitansi',
  'kuitansi.photoOther': 'The QR in that photo is not the code of a kuitansi.',
};
