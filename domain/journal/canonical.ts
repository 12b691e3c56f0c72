import canonicalize from 'canonicalize';

/**
 * Canonical JSON: members sorted, no spaces, one way to write each number and string.
 * @throws Error on NaN, infinity, BigInt or a lone surrogate. Source: RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to canonicalize');
  return text;
}
