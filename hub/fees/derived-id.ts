import { createHash } from 'node:crypto';

/**
 * An id that belongs to another one, the same each time: so that what is sent again finds what it
 * made first. RFC 9562 §5.8
 * @param what which of those that belong to it
 */
export function derivedId(id: string, what: string): string {
  const hash = createHash('sha256').update(`${id} ${what}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}
