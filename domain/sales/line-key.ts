/** What tells one line from another: a product and a unit come once in a cart. */
export function lineKey(line: { readonly code: string; readonly unit: string }): string {
  return JSON.stringify([line.code, line.unit]);
}
