/** What an array of a column holds on PostgreSQL, and the number that its type has there. */
const elementTypes = { bytea: 17, bigint: 20, text: 25 } as const;
export type ElementType = keyof typeof elementTypes;

/** An element: bytes of `bytea`, a whole number of `bigint`, a text; null in each. */
export type Element = Uint8Array | number | string | null;

/**
 * An array as PostgreSQL sends and takes it in binary: a parameter that is a Buffer goes as it is,
 * where any other array is written out as text, its bytes twice as long. Source: array_recv() in
 * postgresql.org's src/backend/utils/adt/arrayfuncs.c.
 */
export function arrayBytes(type: ElementType, elements: readonly Element[]): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD_BYTES + sum(elements.map(sizeOf)));
  const hasNull = elements.includes(null) ? 1 : 0;
  let at = 0;
  const dimensions = 1;
  const lowest = 1;
  for (const word of [dimensions, hasNull, elementTypes[type], elements.length, lowest]) {
    at = bytes.writeInt32BE(word, at);
  }
  for (const element of elements) at = writeElement(bytes, element, at);
  return bytes;
}

/** Five numbers of four bytes: dimensions, nulls, type, length and the index of the first. */
const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;
/** Of what a length says where nothing follows. */
const NULL_LENGTH = -1;

function sizeOf(element: Element): number {
  if (element === null) return LENGTH_BYTES;
  if (typeof element === 'number') return LENGTH_BYTES + 8;
  const isText = typeof element === 'string';
  return LENGTH_BYTES + (isText ? Buffer.byteLength(element) : element.length);
}

/** @returns where the next one begins */
function writeElement(bytes: Buffer, element: Element, at: number): number {
  const begin = at + LENGTH_BYTES;
  if (element === null) return bytes.writeInt32BE(NULL_LENGTH, at);
  if (typeof element === 'number') {
    bytes.writeInt32BE(8, at);
    const high = Math.floor(element / 2 ** 32);
    return bytes.writeUInt32BE(element - high * 2 ** 32, bytes.writeInt32BE(high, begin));
  }
  let length = element.length;
  if (typeof element === 'string') length = bytes.write(element, begin);
  else bytes.set(element, begin);
  bytes.writeInt32BE(length, at);
  return begin + length;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
