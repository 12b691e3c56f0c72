import { assert } from '../../domain/assert.ts';
import { LapakError } from '../../domain/errors.ts';
import { implementer } from '../implementer.ts';
import { signIn, signOut } from './sessions.ts';

/** Who is signed in at the console. */
export const peopleRouter = implementer.people.router({
  signIn: implementer.people.signIn.handler(async ({ context, input }) => {
    const { hub, browser } = context;
    // A page of somebody else signs nobody in.
    if (!browser.isOwnPage) throw new LapakError('LINK_WRONG', {});
    browser.keep(await signIn(hub, input.token));
    return { hub: hub.identity.name };
  }),

  me: implementer.people.me.handler(({ context: { hub, administrator } }) => {
    assert(administrator !== null, 'a call of administrators has one');
    return { hub: hub.identity.name, administrator };
  }),

  signOut: implementer.people.signOut.handler(async ({ context: { hub, browser } }) => {
    for (const token of browser.tokens) await signOut(hub, token);
    browser.keep(null);
  }),
});
