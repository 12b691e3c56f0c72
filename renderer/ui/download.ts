/** Gives the person a text file under this name. */
export function download(name: string, pieces: readonly string[]): void {
  downloadBlob(name, new Blob([...pieces], { type: 'text/csv' }));
}

/** Gives the person a file under this name. */
export function downloadBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
