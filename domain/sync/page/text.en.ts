import type { syncPageId } from './text.id.ts';

/** Words of the hub's page and of the commands, in English. */
export const syncPageEn: Record<keyof typeof syncPageId, string> = {
  'sync.alone': 'This till is enrolled at no hub.',
  'sync.waiting': 'Stall {{stall}} waits for the manager’s approval at {{hub}}.',
  'sync.sent': 'Stall {{stall}}: everything was sent to {{hub}}, last {{at}}.',
  'sync.unsent': 'Records not sent yet: {{records, number}}, since {{since}}.',
  'sync.pending.not-tried': 'Sending to {{hub}} was not tried yet.',
  'sync.pending.soon': 'They are sent to {{hub}} in a moment.',
  'sync.pending.no-network': '{{hub}} cannot be reached. It is tried again by itself.',
  'sync.pending.hub-busy': '{{hub}} is busy. It is tried again by itself.',
  'sync.attention.revoked': 'This till was revoked at {{hub}}. Talk to the manager.',
  'sync.attention.hub-forgot':
    '{{hub}} no longer has what it had acknowledged: it was set back. This till has its receipts, and sends all of it again. Tell the manager.',
  'sync.attention.unproven':
    'The answer of {{hub}} does not prove itself, so it is not believed. Talk to the manager.',
  'sync.attention.recovered':
    '{{hub}} knows records of this till that are not in its book: it was set back, or copied. The journal says so, and selling goes on.',
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
  'sync.codeField': 'Code',
  'sync.codeHow': 'Good for 15 minutes, once',
  'sync.codeUnread': 'A code has 16 letters and figures.',
  'sync.enrolAct': 'Enrol',
  'sync.enrolCancel': 'Cancel',
  'sync.enrolDone': 'This till is enrolled for stall {{stall}}.',
  'sync.waitingTitle': 'Waiting for the manager’s approval',
  'sync.waitingCompare':
    'The manager compares the number of this device with the one at the hub, and approves it.',
  'sync.waitingThen':
    'From then on this till reports by itself, and this page changes untouched. Selling goes on.',
  'sync.factDevice': 'Device number',
  'sync.factStall': 'Stall',
  'sync.factMall': 'Mall',
  'sync.factHub': 'Address of the hub',
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
  'sync.tellsHow.sale':
    'Receipt number, time, total, means of payment, discount, tax and rounding; not the goods.',
  'sync.tells.z': 'Close of a shift (Z report)',
  'sync.tellsHow.z':
    'Totals by means of payment, tax and category; not what is in the drawer or the difference.',
  'sync.tells.shift': 'Opening of a shift, drawer money',
  'sync.tellsHow.shift': 'That it happened and when; not the amount.',
  'sync.tells.act': 'Other acts',
  'sync.tellsHow.act': 'That there was one and when; not what was done.',
  'sync.tells.never': 'Never sent',
  'sync.tellsHow.never':
    'Customers, names of staff and PINs. Who sells is named by a code, such as kasir-2.',
  'sync.sharing': 'What is shared',
  'sync.sharing.totals': 'Totals only',
  'sync.sharingHow.totals':
    'Only what stands above. The details stay on this till, but for a record that an auditor asks for.',
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
