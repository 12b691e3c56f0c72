/**
 * A table as CSV text for a spreadsheet: every cell in quotes, and a cell that a spreadsheet would
 * take for a formula gets an apostrophe before it. Source: OWASP, CSV injection.
 */
export function csvTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('');
}

function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
