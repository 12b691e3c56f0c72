import { type RawBuilder, sql } from 'kysely';

/** Whether `epoch` and `seq` of a row are one of these marks (`epoch.seq`): at least one. */
export function isAtPlace(marks: readonly string[]): RawBuilder<boolean> {
  const places = marks.map((mark) => {
    const [epoch, seq] = mark.split('.').map(Number);
    return sql`(CAST(${epoch} AS BIGINT), CAST(${seq} AS BIGINT))`; // PostgreSQL takes it for text
  });
  return sql<boolean>`(epoch, seq) IN (VALUES ${sql.join(places)})`;
}
