import type { English } from '../../../english.ts';
import type { consoleFeesIssuerId } from './text.id.ts';

/** Words of who writes the papers of a mall, in English. */
export const consoleFeesIssuerEn: English<typeof consoleFeesIssuerId> = {
  'console.fees.issuer.title': 'Letterhead',
  'console.fees.issuer.how':
    'Stands on bills, kuitansi and letters. What is left empty is erased from the hub.',
  'console.fees.issuer.address': 'Address',
  'console.fees.issuer.telephone': 'Telephone',
  'console.fees.issuer.telephoneLine': 'Tel. {{telephone}}',
  'console.fees.issuer.place': 'City',
  'console.fees.issuer.placeHow': 'Before the date of a letter; empty: the name of the mall',
  'console.fees.issuer.signer': 'Who signs',
  'console.fees.issuer.signerHow': 'Empty: written by hand',
  'console.fees.issuer.save': 'Save the letterhead',
  'console.fees.issuer.saved': 'The letterhead is saved.',
};
