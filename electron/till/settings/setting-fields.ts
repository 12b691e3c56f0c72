import type { z } from 'zod';

/** What is kept as fields; none when it is no object. */
export function keptFields(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : {};
}

/**
 * Each field by itself: one that is missing or cannot be read has its default, and takes no other
 * with it.
 */
export function readFields<S extends z.ZodObject>(
  schema: S,
  kept: unknown,
  defaults: z.output<S>,
): z.output<S> {
  const fields = keptFields(kept);
  const read = Object.entries(schema.shape).flatMap(([name, field]) => {
    // A field of a zod object is a zod type.
    const parsed = (field as z.ZodType).safeParse(fields[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return { ...defaults, ...Object.fromEntries(read) };
}
