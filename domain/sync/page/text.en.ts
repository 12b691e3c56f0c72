import type { syncPageId } from './text.id.ts';

/** Words of the hub's page and of the commands, in English. */
export const syncPageEn: Record<keyof typeof syncPageId, string> = {
  'error.hubBusy': 'The hub is busy. It is tried again by itself.',
  'error.hubFull': 'The hub’s storage is full. Tell the manager; this till goes on selling.',
  'error.tooManyRequests': 'Too many requests to the hub. Wait a moment.',
  'error.unsignedTooMuch':
    'Too much of what this till sent today is not rightly signed. The hub takes more tomorrow; have the disk of this till looked at.',
  'error.deviceWaiting': 'The manager has not approved this till at the hub yet.',
  'error.deviceRevoked':
    'This till was revoked at that hub, for good. To report again, open Lapak with a new data folder and enrol there.',
  'error.batchTooLarge': 'Too much at once for the hub. It is sent again in smaller parts.',
  'error.invitationUnreadable':
    'This is not an invitation. Scan or paste it whole, or type the address of the hub and the code.',
  'error.hubUnreachable':
    'The hub at {{hub}} cannot be reached. Check the network, then try again.',
  'error.hubNotFound':
    'No hub of Lapak answers at {{hub}}. Check the address, and whether the network asks for a sign-in.',
  'error.hubOtherwise': 'This hub answers at {{hub}}. Use that address.',
  'error.hubKeyUnchecked':
    'Key of the hub that answers: {{key}}. Compare it with the hub’s key below the manager’s code; if they are the same, add it behind the code.',
  'error.hubKeyWrong':
    'What answers at {{hub}} is not the hub of this invitation: its key is another. The till was not enrolled. Tell the manager, and ask for a new invitation.',
  'error.requestUnsigned': 'The hub does not know the signature of this till.',
  'sync.alone': 'This till is enrolled at no hub.',
  'sync.waiting': 'Stall {{stall}} waits for the manager’s approval at {{hub}}.',
  'sync.sent': 'Stall {{stall}}: everything was sent to {{hub}}, last {{at}}.',
  'sync.unsent': 'Records not sent yet: {{records, number}}, since {{since}}.',
  'sync.pending.not-tried': 'Sending to {{hub}} was not tried yet.',
  'sync.pending.soon': 'They are sent to {{hub}} in a moment.',
  'sync.pending.no-network': '{{hub}} cannot be reached. It is tried again by itself.',
  'sync.pending.hub-busy': '{{hub}} is busy. It is tried again by itself.',
  'sync.attention.revoked':
    'The manager revoked this till at {{hub}}, for good. Selling goes on here, but what was written after that counts nothing at the hub.',
  'sync.revokedUnsent':
    'Records that the hub has not: {{records, number}}, since {{since}}. All of them stay in the book of this till.',
  'sync.revokedNext':
    'To report again: close the shift, export the catalog (Menu → Products), open Lapak with a new data folder (--data), import the catalog, then enrol there by a new invitation. Keep the old folder.',
  'sync.attention.hub-forgot':
    '{{hub}} no longer has what it had acknowledged: it was set back. This till has its receipts, and sends all of it again. Tell the manager.',
  'sync.attention.unproven':
    'The answer of {{hub}} does not prove itself, so it is not believed. Talk to the manager.',
  'sync.attention.recovered':
    '{{hub}} knows records of this till that are not in its book: it was set back, or copied. The journal says so, and selling goes on.',
  'sync.attention.tells-too-much':
    '{{hub}} tells more than a till keeps, and the rest is not kept. Reporting and selling go on. Tell the manager.',
  'sync.attention.two-tills':
    'At {{hub}} there is another till with the same key. Use one of them; the other needs a data folder of its own.',
  'sync.attention.hub-full':
    'The storage of {{hub}} is full. Tell the manager; this till goes on selling.',
  'sync.attention.not-a-hub':
    'What answers at {{hub}} is no hub of Lapak. Check whether the network asks for a sign-in.',
  'sync.attention.refused':
    '{{hub}} refuses what this till sends. It is tried again by itself; if it stays so, talk to the manager.',
  'sync.attention.key-lost':
    'The file transport-key.pem is not in the data folder. Enrol this till at {{hub}} again.',
  'sync.attention.till-fault':
    'The till cannot write down what {{hub}} answers. The cause is in lapak.log.',
  'sync.title': 'Hub of the mall',
  'sync.about':
    'The hub of the mall is the manager’s computer, which collects the sales totals of all stalls. A till that is enrolled reports by itself whenever there is a network, and goes on selling without one. From the hub your stall gets signed proof that it has reported.',
  'sync.enrolTitle': 'Enrol this till',
  'sync.enrolAgain': 'Enrol again',
  'sync.enrolHow':
    'Ask the manager for an invitation. Scan or paste it, or type the address of the hub and the code.',
  'sync.hubField': 'Invitation or address of the hub',
  'sync.hubNeeded': 'An invitation or the address of the hub is needed.',
  'sync.hubUnread': 'This is no address of a hub. One is like http://192.168.1.5:8080.',
  'sync.codeField': 'Code',
  'sync.codeHow': 'Good for 15 minutes, once',
  'sync.codeUnread': 'A code has 16 letters and figures.',
  'sync.enrolTotals': 'Another hub is sent only totals, until you choose details again there.',
  'sync.keyAsk': 'Is this the hub’s key?',
  'sync.keyAskHow':
    'On the manager’s screen, below the code, stands the key of the hub. If it is not the same as this, what answers is not the manager’s hub:',
  'sync.hubPut':
    'This hub answers at {{hub}}. That address is filled in now; enrol if it is right.',
  'sync.keySame': 'The same, enrol',
  'sync.keyOther': 'Not the same',
  'sync.keyOtherSaid':
    'The till was not enrolled. Tell the manager: what answers at that address is not the hub.',
  'sync.enrolAct': 'Enrol',
  'sync.enrolCancel': 'Cancel',
  'sync.enrolDone': 'This till is enrolled for stall {{stall}}.',
  'sync.waitingTitle': 'Waiting for the manager’s approval',
  'sync.waitingCompare':
    'The manager compares this short name with the one at the hub, and approves it.',
  'sync.waitingThen':
    'From then on this till reports by itself, and this page changes untouched. Selling goes on.',
  'sync.factDevice': 'Short name',
  'sync.factStall': 'Stall',
  'sync.factMall': 'Mall',
  'sync.factHub': 'Address of the hub',
  'sync.factKey': 'Key of the hub',
  'sync.factSince': 'Enrolled since',
  'sync.state': 'State of reporting to the hub',
  'sync.sentTitle': 'Everything was sent',
  'sync.sentHow': 'Last {{at}}. The next sales are sent by themselves.',
  'sync.pendingTitle': 'Records waiting: {{records, number}}',
  'sync.pendingSince': 'Waiting since {{since}}. Selling goes on.',
  'sync.attentionTitle': 'Needs a look',
  'sync.tryNow': 'Try now',
  'sync.proofTitle': 'Proof of having reported',
  'sync.proofReceipt': 'The hub has stored up to receipt {{receipt}} at {{at}}.',
  'sync.proofMark': 'The hub has stored up to record {{mark}} at {{at}}.',
  'sync.proofRecords':
    'All records: {{records, number}}, up to record {{mark}}. The hub signed them, and this till has checked the signature.',
  'sync.proofOthers':
    '{{others, number}} of them are not in this book: of before it was set back, or of a copy of it.',
  'sync.proofNone': 'The hub has stored nothing of this till yet.',
  'sync.proofShow': 'See the proof',
  'sync.proofHide': 'Hide the proof',
  'sync.proofText': 'Signed proof from the hub',
  'sync.proofHow': 'This text proves what you reported, whatever the hub says later.',
  'sync.copy': 'Copy',
  'sync.copied': 'The proof is copied.',
  'sync.copyFailed': 'It cannot be copied. Select the text and copy it yourself.',
  'sync.tellsTitle': 'What leaves this till',
  'sync.tellsWill': 'What will leave this till',
  'sync.tells.sale': 'Sales and refunds',
  'sync.tells.totals.sale':
    'Receipt number, time, total, means of payment, discount, tax and rounding; not the goods.',
  'sync.tells.details.sale':
    'Receipt number, time, total, means of payment, discount, tax and rounding; also the goods, their quantities and prices.',
  'sync.tells.z': 'Close of a shift (Z report)',
  'sync.tells.totals.z':
    'Totals by means of payment, tax and category; not what is in the drawer or the difference.',
  'sync.tells.details.z':
    'Totals by means of payment, tax and category; also what is in the drawer and the difference.',
  'sync.tells.shift': 'Opening of a shift, drawer money',
  'sync.tells.totals.shift': 'That it happened and when; not the amount.',
  'sync.tells.details.shift': 'That it happened and when; also the amount.',
  'sync.tells.claim': 'Claimed payments checked',
  'sync.tells.totals.claim':
    'Of which sale, means of payment, amount and what was found; not the reference or the note.',
  'sync.tells.details.claim':
    'Of which sale, means of payment, amount and what was found; also the reference and the note.',
  'sync.tells.act': 'Other acts',
  'sync.tells.totals.act': 'That there was one and when; not what was done.',
  'sync.tells.details.act': 'That there was one and when; also what was done, and why.',
  'sync.tells.never': 'Never sent',
  'sync.tellsNever':
    'Customers, names of staff and PINs. Who sells is named by a code, such as kasir-2.',
  'sync.sharing': 'What is shared',
  'sync.sharing.totals': 'Totals only',
  'sync.sharingHow.totals':
    'Without goods, what is in the drawer and what acts were. These stay on this till, but for a record that an auditor asks for.',
  'sync.sharing.details': 'With details',
  'sync.sharingHow.details':
    'Goods, quantities and prices of each receipt too, what is in the drawer, and other acts with their reasons.',
  'sync.sharingSince': 'Chosen {{at}}; it is in the audit trail.',
  'sync.sharingDefault': 'Chosen from the start; never changed.',
  'sync.shareAsk': 'Send details to the hub?',
  'sync.shareAskHow':
    'From the next record on the hub is sent what is on each receipt, what is in the drawer, and other acts. What was sent cannot be taken back.',
  'sync.shareKeep': 'Keep to totals',
  'sync.shareAct': 'Send details',
  'sync.shared.totals': 'From now on only totals are sent.',
  'sync.shared.details': 'From now on details are sent too.',
  'sync.leftTitle': 'What was sent',
  'sync.leftTotals': 'Records: {{records, number}}, all of them totals only.',
  'sync.leftDetails': 'Records: {{records, number}}, with details: {{details, number}}.',
  'sync.leftNone': 'Nothing was sent yet',
  'sync.leftNoneHow': 'What is sent to the hub is listed here, day by day.',
  'sync.leftDay': 'Day',
  'sync.leftRecords': 'Records',
  'sync.leftWhat': 'Content',
  'sync.leftWhen': 'Sent',
  'sync.leftMore': 'Show more',
};
