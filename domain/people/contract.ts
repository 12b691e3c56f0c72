import { z } from 'zod';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';

/** What the link of an administrator carries behind `#token=`: 32 random bytes as base64url. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** How long a link can be used, once. ms */
export const LINK_LIFE_MS = 15 * 60_000;
/** How long a session lasts from its last call. ms */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;

export const peopleContract = {
  /** Opens a session, which a cookie of this browser then stands for. */
  signIn: hubCall('anybody')
    .route({
      method: 'POST',
      path: '/session',
      tags: ['people'],
      summary: 'Opens a session by the link of an administrator',
    })
    .input(z.strictObject({ token: LinkToken }))
    .errors(pickHubErrors('LINK_WRONG'))
    .output(z.strictObject({ hub: z.string() })),

  /** Whose session it is. */
  me: hubCall('administrator')
    .route({ method: 'GET', path: '/session', tags: ['people'], summary: 'Whose session it is' })
    .output(z.strictObject({ hub: z.string(), administrator: z.string() })),

  signOut: hubCall('administrator').route({
    method: 'DELETE',
    path: '/session',
    tags: ['people'],
    summary: 'Ends the session',
  }),
};
