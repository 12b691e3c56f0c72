const KEY = 'lapak.import';

/** Keeps for this window which file goes in: a page that is loaded again stops it. */
export function markImport(file: string): void {
  try {
    sessionStorage.setItem(KEY, file);
  } catch {
    // No storage: a reload would then say nothing; the import goes on.
  }
}

/** The file that was going in when this window was last loaded, or null; the mark is gone then. */
export function takeImportMark(): string | null {
  try {
    const file = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return file;
  } catch {
    return null;
  }
}
