const KEY = 'lapak.import';

/** Keeps for this window which file goes in: a page that is loaded again stops it. */
export function markImport(file: string): void {
  try {
    sessionStorage.setItem(KEY, file);
  } catch {
    // No storage: a reload would then say nothing; the import goes on.
  }
}

/** Takes the mark away. @returns the file that it named, or null */
export function clearImportMark(): string | null {
  try {
    const file = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return file;
  } catch {
    return null; // no storage, no mark
  }
}

/** The file that was going in when this page was reloaded, or null; told once. */
export function takeStoppedImport(): string | null {
  const file = clearImportMark();
  return isReloaded() ? file : null;
}

/** A tab that was duplicated has the mark of an import that still runs in the other one. */
function isReloaded(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload');
}
