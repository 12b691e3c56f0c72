/**
 * Reads a list of the hub whole, page by page, as it stands while it is read.
 * @param read one page; the cursor is empty for the first
 */
export async function everyPage<P extends { readonly nextCursor: string }>(
  read: (cursor: string) => Promise<P>,
): Promise<[P, ...P[]]> {
  const first = await read('');
  const pages: [P, ...P[]] = [first];
  for (let cursor = first.nextCursor; cursor !== ''; ) {
    const page = await read(cursor);
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}
