const KEY = 'lapak.import';

/** Keeps for this window which file goes in: a page that is loaded again stops it. */
export function markImport(file: string): void {
  try {
    sessionStorage.setItem(KEY, file);
  } catch {
    // No storage: a reload would then say nothing; the import goes on.
  }
}

/** The file has gone in, or was stopped by a person. */
export function clearImportMark(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There is no mark either.
  }
}

/** The file that was going in when this page was loaded, or null. */
export const stoppedImport = readImportMark();
clearImportMark();

function readImportMark(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
