import { implementer } from '../../implementer.ts';
import { who } from '../../people/who.ts';
import { bookClaim } from './book-claim.ts';
import { endClosure, listClosures, stampClosure } from './closures.ts';
import { creditDispute, listDisputes, offerCredit, settleDispute } from './disputes.ts';
import { bankCash, countDrawer, listDrawers } from './drawers.ts';
import { exportJournal, readJournal, sumJournal } from './journals.ts';
import { listMessages, listSeen, settleClaim, showPhoto } from './messages.ts';
import { checkMonth, closeMonth, listMonths, reopenMonth } from './months.ts';
import { deliverNotice, issueNotices, listDue, listNotices, readNotice } from './notices.ts';
import { grantRelief, offerRelief } from './reliefs.ts';

const calls = implementer.matters;

/** What a manager does of fees beside charging and taking payments. */
export const mattersRouter = calls.router({
  listDue: calls.listDue.handler(({ context: { hub }, input }) => listDue(hub, input)),
  listNotices: calls.listNotices.handler(({ context: { hub }, input }) => listNotices(hub, input)),
  issueNotices: calls.issueNotices.handler(({ context, input }) =>
    issueNotices(context.hub, who(context), input),
  ),
  readNotice: calls.readNotice.handler(({ context: { hub }, input }) =>
    readNotice(hub, input.notice),
  ),
  deliverNotice: calls.deliverNotice.handler(({ context, input }) =>
    deliverNotice(context.hub, who(context), input),
  ),

  listDisputes: calls.listDisputes.handler(({ context: { hub }, input }) =>
    listDisputes(hub, input),
  ),
  settleDispute: calls.settleDispute.handler(({ context, input }) =>
    settleDispute(context.hub, who(context), input),
  ),
  offerCredit: calls.offerCredit.handler(({ context: { hub }, input }) => offerCredit(hub, input)),
  creditDispute: calls.creditDispute.handler(({ context, input }) =>
    creditDispute(context.hub, who(context), input),
  ),

  listClosures: calls.listClosures.handler(({ context: { hub }, input }) =>
    listClosures(hub, input),
  ),
  stampClosure: calls.stampClosure.handler(({ context, input }) =>
    stampClosure(context.hub, who(context), input),
  ),
  endClosure: calls.endClosure.handler(({ context, input }) =>
    endClosure(context.hub, who(context), input),
  ),
  offerRelief: calls.offerRelief.handler(({ context: { hub }, input }) => offerRelief(hub, input)),
  grantRelief: calls.grantRelief.handler(({ context, input }) =>
    grantRelief(context.hub, who(context), input),
  ),

  listMessages: calls.listMessages.handler(({ context: { hub }, input }) =>
    listMessages(hub, input),
  ),
  settleClaim: calls.settleClaim.handler(({ context, input }) => {
    const credit = input.outcome === 'booked' ? input.credit : null;
    return settleClaim(context.hub, who(context), { ...input, credit });
  }),
  bookClaim: calls.bookClaim.handler(({ context, input }) =>
    bookClaim({ hub: context.hub, by: who(context) }, input),
  ),
  readPhoto: calls.readPhoto.handler(({ context: { hub }, input }) => showPhoto(hub, input.sha256)),
  listSeen: calls.listSeen.handler(({ context: { hub }, input }) => listSeen(hub, input)),

  listMonths: calls.listMonths.handler(({ context: { hub }, input }) => listMonths(hub, input)),
  checkMonth: calls.checkMonth.handler(({ context: { hub }, input }) => checkMonth(hub, input)),
  closeMonth: calls.closeMonth.handler(({ context, input }) =>
    closeMonth(context.hub, who(context), input),
  ),
  reopenMonth: calls.reopenMonth.handler(({ context, input }) =>
    reopenMonth(context.hub, who(context), input),
  ),
  readJournal: calls.readJournal.handler(({ context: { hub }, input }) => readJournal(hub, input)),
  sumJournal: calls.sumJournal.handler(({ context: { hub }, input }) => sumJournal(hub, input)),
  exportJournal: calls.exportJournal.handler(({ context: { hub }, input }) =>
    exportJournal(hub, input),
  ),

  listDrawers: calls.listDrawers.handler(async ({ context: { hub }, input }) => ({
    drawers: await listDrawers(hub, input.mall),
  })),
  countDrawer: calls.countDrawer.handler(({ context, input }) =>
    countDrawer(context.hub, who(context), input),
  ),
  bankCash: calls.bankCash.handler(({ context, input }) =>
    bankCash(context.hub, who(context), input),
  ),
});
