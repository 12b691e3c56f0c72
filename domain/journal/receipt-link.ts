/** Longest text of a receipt's QR. Letters */
export const RECEIPT_LINK_MAX = 500;

/** Begins what a receipt's QR says of it, behind the address of a page. */
const MARK = '#LP1*';

/** Where in a journal the record of a receipt is. */
export interface ReceiptLink {
  /** 32 hex digits: the till that signed it. */
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  /** The first 16 letters of the leaf of its record. */
  readonly leaf16: string;
}

/** Whether a text is what a receipt's QR says, perhaps with its end lost. */
export function isReceiptLinkLike(text: string): boolean {
  return text.includes(MARK);
}

/**
 * What a receipt's QR says: `…#LP1*device*epoch.seq*at*total*leaf16*signature`. Whether that is
 * true is to be seen in the journal of that till, which knows the whole leaf.
 * @returns undefined for another text, or one with a part lost
 */
export function parseReceiptLink(text: string): ReceiptLink | undefined {
  const { device = '', epoch, seq, leaf16 = '' } = LINK.exec(text.trim())?.groups ?? {};
  if (device === '') return undefined;
  return { device, epoch: Number(epoch), seq: Number(seq), leaf16 };
}

const LINK = new RegExp(
  '#LP1\\*(?<device>[0-9a-f]{32})\\*(?<epoch>[1-9]\\d{0,8})\\.(?<seq>[1-9]\\d{0,14})' +
    '\\*\\d{1,15}\\*-?\\d{1,15}\\*(?<leaf16>[A-Za-z0-9_-]{16})\\*[A-Za-z0-9_-]{86}$',
);
