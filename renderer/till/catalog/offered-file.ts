/** What the mall offers, on its way from the page Hub to the import. */
let offered: File | null = null;

/** Lets the import begin with this file when the page of products is opened. */
export function offerFile(file: File): void {
  offered = file;
}

/** The file that the import begins with, or null. */
export function offeredFile(): File | null {
  return offered;
}

/** The import has begun: the page opens as usual the next time. */
export function forgetOffer(): void {
  offered = null;
}
