import { type RawBuilder, sql } from 'kysely';
import { likeOf } from '../database/like.ts';

/** Of a stall `s`: whether its code, name or number has this text in it; all have an empty one. */
export function isStallWith(text: string): RawBuilder<boolean> {
  if (text === '') return sql`TRUE`;
  return sql`lower(s.code || ' ' || s.name || ' ' || s.number) LIKE ${likeOf(text)} ESCAPE '\\'`;
}
