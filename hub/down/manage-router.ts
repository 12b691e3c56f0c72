import { LapakError } from '../../domain/errors.ts';
import { readAs } from '../database/transact.ts';
import { who } from '../people/who.ts';
import { implementer } from '../implementer.ts';
import { findLedgerRow } from '../reports/ledger-store.ts';
import { endItem, makeAnnouncement, publishTemplate } from './announce.ts';
import { askForBody } from './ask-body.ts';
import { checkTemplate } from './check-template.ts';
import { describeNotices, describePlaces, describeRequest, noticeOf } from './describe-notices.ts';

/** What the console tells tills, and asks of them. */
export const noticesRouter = implementer.notices.router({
  list: implementer.notices.list.handler(({ context: { hub }, input }) =>
    describeNotices(hub.database, input),
  ),

  places: implementer.notices.places.handler(({ context: { hub } }) =>
    describePlaces(hub.database),
  ),

  announce: implementer.notices.announce.handler(async ({ context, input }) =>
    noticeOf(await makeAnnouncement(context.hub, { ...input, by: who(context) })),
  ),

  checkTemplate: implementer.notices.checkTemplate.handler(({ input }) => checkTemplate(input.csv)),

  publish: implementer.notices.publish.handler(async ({ context, input }) =>
    noticeOf(await publishTemplate(context.hub, { ...input, by: who(context) })),
  ),

  askBody: implementer.notices.askBody.handler(async ({ context, input }) => {
    const { hub } = context;
    const { stall, leaf, reason } = input;
    const row = await readAs(hub.database.db, { stall }, (db) =>
      findLedgerRow(db, stall, Buffer.from(leaf, 'hex')),
    );
    if (!row) throw new LapakError('RECORD_UNKNOWN', { leaf });
    const { device, epoch, seq } = row;
    const order = { stall, device, place: { epoch, seq, leaf }, reason, by: who(context) };
    return noticeOf(await askForBody(hub, order));
  }),

  requestOf: implementer.notices.requestOf.handler(async ({ context: { hub }, input }) => ({
    notice: await describeRequest(hub.database, input),
  })),

  withdraw: implementer.notices.withdraw.handler(async ({ context, input }) =>
    noticeOf(await endItem(context.hub, input.id, who(context))),
  ),
});
