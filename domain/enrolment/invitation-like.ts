/**
 * Whether what was scanned is an invitation, perhaps with a part of it lost at either end: no
 * goods, and nothing to be read out.
 */
export function isInvitationLike(scanned: string): boolean {
  const isBeforeCode = /\/\/[^\s#]+#/.test(scanned);
  return isBeforeCode || /#[0-9a-z]{4}-[0-9a-z]{1,4}/i.test(scanned) || isEndOfCode(scanned);
}

/** Four groups of four, or more: as many as of a code alone. */
function isEndOfCode(scanned: string): boolean {
  return /^[0-9a-z]{0,4}(-[0-9a-z]{4}){4,}$/i.test(scanned);
}
