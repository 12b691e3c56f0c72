import { hashOf } from '../../../node/crypto/signing.ts';

/**
 * The id of one of several acts that a request brings: the same of the same request, so that it
 * can be sent again. Source: RFC 9562 §5.8, version 8.
 */
export function partId(request: string, part: string): string {
  const hex = hashOf(Buffer.from(`lapak/part/1|${request}|${part}`, 'utf8'));
  const variant = ((Number.parseInt(hex.charAt(16), 16) % 4) + 8).toString(16);
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return groups.join('-');
}
