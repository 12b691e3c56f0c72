import { formatToldCode, groupCode, parseCode } from '../../../domain/enrolment/code.ts';
import {
  type Invitation,
  parseAddress,
  parseInvitation,
} from '../../../domain/enrolment/invitation.ts';
import type { PlainTextKey } from '../../../domain/text.ts';

/** The two fields by which a till is enrolled, as they are typed. */
export interface EnrolDraft {
  readonly hub: string;
  readonly code: string;
}

/** What can stand in a code; anything else is of an invitation. */
const OF_CODE = /^[0-9a-z\s-]*$/i;

/** The fields of an invitation. */
export function draftOf({ hub, ...told }: Invitation): EnrolDraft {
  return { hub, code: formatToldCode(told) };
}

/**
 * The fields once something was typed, scanned or pasted into one of them. An invitation is taken
 * apart as soon as nothing of it can be to come: with the hub's key, or pasted.
 */
export function typedInto(
  field: keyof EnrolDraft,
  { draft, typed, isPasted }: { draft: EnrolDraft; typed: string; isPasted: boolean },
): EnrolDraft {
  const invitation = parseInvitation(typed);
  if (invitation && (isPasted || invitation.keyName !== null)) return draftOf(invitation);
  if (field === 'hub') return { ...draft, hub: typed };
  return { ...draft, code: OF_CODE.test(typed) ? groupCode(typed) : typed };
}

/** The fields once nothing more comes: what stands in the wrong one is put right. */
export function settled(draft: EnrolDraft): EnrolDraft {
  const invitation = parseInvitation(draft.hub) ?? parseInvitation(draft.code);
  if (invitation) return draftOf(invitation);
  const told = draft.code.trim() === '' ? parseCode(draft.hub) : undefined;
  return told ? { hub: '', code: formatToldCode(told) } : draft;
}

/** What is wrong with the fields: of one that is, the other may lack what stands in it. */
export function faultsOf({ hub, code }: EnrolDraft): { [K in keyof EnrolDraft]?: PlainTextKey } {
  if (hub.trim() === '') return { hub: 'sync.hubNeeded' };
  if (parseAddress(hub) === undefined) return { hub: 'sync.hubUnread' };
  return parseCode(code) ? {} : { code: 'sync.codeUnread' };
}
