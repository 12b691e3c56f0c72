import { formatToldCode, parseCode, type ToldCode } from './code.ts';
import { HubOrigin } from './hub-origin.ts';

/** What a manager hands over: the hub's address and a code, in one line that a QR holds. */
export interface Invitation extends ToldCode {
  /** `https://hub.example` */
  readonly hub: string;
}

/**
 * `https://hub.example/#K7QF-2M9D-XR4T-8WHB-9V3C-5TGA-2KQM`: address, code, and the name of the
 * hub's key. What stands behind # goes over no wire.
 */
export function formatInvitation({ hub, ...told }: Invitation): string {
  return `${hub}/#${formatToldCode(told)}`;
}

/**
 * Reads the last invitation in a text as it was scanned or pasted, whatever stands around it:
 * quotes, words, a line that a letter was broken in; undefined where there is none.
 */
export function parseInvitation(text: string): Invitation | undefined {
  const plain = text.replace(INVISIBLE, '').replace(DASHES, '-');
  return readLast(plain.replace(/[\r\n]+/g, '')) ?? readLast(plain);
}

/** The address that a person typed: in any case, with a slash behind it, without `https://`. */
export function parseAddress(typed: string): string | undefined {
  const address = typed.trim().toLowerCase().replace(/\/+$/, '');
  return HubOrigin.safeParse(/^https?:\/\//.test(address) ? address : `https://${address}`).data;
}

/**
 * Reads the two fields that a person fills: an address and a code, or an invitation in either of
 * them. Undefined for neither.
 */
export function typedInvitation({ hub, code }: TypedInvitation): Invitation | undefined {
  const whole = parseInvitation(hub) ?? parseInvitation(code);
  const [address, told] = [parseAddress(hub), parseCode(code)];
  if (whole) return told?.code === whole.code ? { ...whole, ...told } : whole;
  return address !== undefined && told ? { hub: address, ...told } : undefined;
}

/** An invitation as it stands in two fields. */
interface TypedInvitation {
  readonly hub: string;
  readonly code: string;
}

function readLast(text: string): Invitation | undefined {
  for (const [, address = '', letters = '', key = ''] of [...text.matchAll(INVITATION)].reverse()) {
    const told = parseCode(letters + key);
    const hub = parseAddress(address);
    if (told && hub !== undefined) return { hub, ...told };
  }
  return undefined;
}

/** Zero-width characters, which come with text of messengers, and what stands for a dash. */
const [INVISIBLE, DASHES] = [/[\u200b-\u200d\u2060\ufeff]/g, /[\u2010-\u2015\u2212]/g];

/**
 * An address, #, sixteen letters of a code with what people put between four of them, and twelve
 * of a key only as they were made: words may stand behind a code.
 */
const INVITATION = new RegExp(
  '((?:https?://)?(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(?::\\d{1,5})?)' +
    '\\s?/?\\s?(?:#|%23)\\s?/?((?:[\\s-]{0,2}[0-9a-z]){16})((?:-[0-9a-z]{4}){3})?(?![0-9a-z])',
  'gi',
);
