import type { Chance } from './random.ts';

/** The same ids for the same seed. Source: RFC 9562 §5.4. */
export function uuidOf(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('');
  const variant = '89ab'[chance.between(0, 3)] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
