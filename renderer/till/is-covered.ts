/**
 * Whether a sheet, a question or a menu lies over the screen: it has the keys. What the screen lays
 * over itself (the selector `own`) does not count.
 */
export function isCovered(own?: string): boolean {
  const over = [...document.querySelectorAll('[aria-modal="true"], [role="menu"]')];
  return over.some((element) => own === undefined || !element.closest(own));
}
