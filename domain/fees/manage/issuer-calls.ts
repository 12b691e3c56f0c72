import { z } from 'zod';
import { lineOfText } from '../../line-of-text.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { ofMall } from './shapes.ts';

/** Who writes the papers of a mall, beside its name; each is empty where nobody said it. */
export const MallIssuer = z.strictObject({
  address: lineOfText(0, 120),
  telephone: lineOfText(0, 40),
  /** City, before the date: `Jakarta`. */
  place: lineOfText(0, 60),
  /** Name of who signs. */
  signer: lineOfText(0, 60),
});
export type MallIssuer = z.output<typeof MallIssuer>;

/** Who writes the papers of a mall: the name of a person, so no record has it. */
export const issuerCalls = {
  issuer: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/malls/{mall}/issuer',
      tags: ['fees'],
      summary: 'Address, telephone, place and signer on the papers of a mall',
    })
    .input(z.strictObject(ofMall))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(MallIssuer),

  /** Sets all of it: what is empty is erased. The journal has only that it was set. */
  setIssuer: hubCall('administrator')
    .route({
      method: 'PUT',
      path: '/fees/malls/{mall}/issuer',
      tags: ['fees'],
      summary: 'Sets address, telephone, place and signer on the papers of a mall',
    })
    .input(z.strictObject({ ...ofMall, ...MallIssuer.shape }))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(MallIssuer),
};
