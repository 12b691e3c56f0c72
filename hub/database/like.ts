/** A pattern for LIKE … ESCAPE '\' that finds this text anywhere in a text of small letters. */
export function likeOf(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
