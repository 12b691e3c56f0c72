/** Id of the list of rows: there is one on a page. */
export const LIST_ID = 'bank-rows';

/** The keys act on the list, where nobody types and nothing lies over it. */
export function focusList(): void {
  const { activeElement } = document;
  if (activeElement?.closest('[role="dialog"], input, textarea, select')) return;
  document.getElementById(LIST_ID)?.focus({ preventScroll: true });
}
