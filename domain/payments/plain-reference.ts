/**
 * A reference without what people and sheets put between its letters, and without the zeros before
 * them, which a sheet drops where it takes it for a number. Empty for what is none.
 */
export function plainReference(reference: string): string {
  const letters = reference.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters.replace(/^0+/, '');
}
