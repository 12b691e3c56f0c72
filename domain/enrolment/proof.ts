import { canonicalJson } from '../journal/canonical.ts';
import type { EnrolmentClaim } from './contract.ts';

/**
 * The message that a till signs with both of its keys to prove that it has them: of this very code
 * and hub, and nothing else that the keys ever sign begins like it.
 */
export function enrolmentMessage(claim: EnrolmentClaim): string {
  return `lapak/enrolment/1\0${canonicalJson(claim)}`;
}
