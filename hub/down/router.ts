import { active } from '../enrolment/active.ts';
import { implementer } from '../implementer.ts';
import { readDown } from './read-down.ts';
import { takeBodies } from './take-bodies.ts';

/** What tills call to hear what the hub tells them, and to answer what it asks. */
export const downRouter = implementer.down.router({
  read: implementer.down.read.handler(({ context: { hub, signer }, input }) => {
    return readDown(hub.database, active(signer()), input.after);
  }),

  bodies: implementer.down.bodies.handler(async ({ context: { hub, signer }, input }) => {
    const { stall, device } = active(signer());
    return { answers: await takeBodies(hub, { stall, device }, input.bodies) };
  }),
});
