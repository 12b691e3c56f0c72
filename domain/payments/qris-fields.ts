/** A field of an EMVCo QR code: a tag of two digits and what it says. */
export interface QrisField {
  readonly tag: string;
  readonly value: string;
}

/** Most letters of one field: its length has two digits. */
export const FIELD_LENGTH_MAX = 99;

/**
 * The fields of a code or of a template in it, in their order; undefined where a tag or a length is
 * no number, where a length runs past the end, or where a tag stands twice.
 * Source: EMVCo QR Code Specification for Payment Systems, merchant-presented mode, section 3.2;
 * lengths count letters, not bytes.
 */
export function parseFields(text: string): QrisField[] | undefined {
  const letters = Array.from(text);
  const fields: QrisField[] = [];
  const tags = new Set<string>();
  let at = 0;
  while (at < letters.length) {
    const [tag, length] = [
      letters.slice(at, at + 2).join(''),
      letters.slice(at + 2, at + 4).join(''),
    ];
    if (!/^\d\d$/.test(tag) || !/^\d\d$/.test(length) || tags.has(tag)) return undefined;
    const end = at + 4 + Number(length);
    if (length === '00' || end > letters.length) return undefined;
    tags.add(tag);
    fields.push({ tag, value: letters.slice(at + 4, end).join('') });
    at = end;
  }
  return fields;
}

/** Fields as a code has them. */
export function formatFields(fields: readonly QrisField[]): string {
  return fields.map(({ tag, value }) => `${tag}${lengthOf(value)}${value}`).join('');
}

/** What a field says; undefined where there is none. */
export function valueOf(fields: readonly QrisField[], tag: string): string | undefined {
  return fields.find((field) => field.tag === tag)?.value;
}

/** With this field in place of one of its tag, or before the first of a higher one. */
export function withField(fields: readonly QrisField[], field: QrisField): QrisField[] {
  const known = fields.findIndex(({ tag }) => tag === field.tag);
  if (known >= 0) return fields.with(known, field);
  const next = fields.findIndex(({ tag }) => tag > field.tag);
  return next < 0 ? [...fields, field] : fields.toSpliced(next, 0, field);
}

/** Letters of a text as EMVCo counts them. */
export function countLetters(text: string): number {
  return Array.from(text).length;
}

function lengthOf(value: string): string {
  return String(countLetters(value)).padStart(2, '0');
}
