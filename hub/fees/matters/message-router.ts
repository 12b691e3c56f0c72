import { active } from '../../enrolment/active.ts';
import { implementer } from '../../implementer.ts';
import { takeMessage } from './take-message.ts';

/** What tills say of fees. */
export const feeMessagesRouter = implementer.feeMessages.router({
  send: implementer.feeMessages.send.handler(({ context: { hub, signer }, input }) => {
    const { stall, device } = active(signer());
    return takeMessage(hub, { stall, device }, input);
  }),
});
