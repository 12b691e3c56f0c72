import type { journalId } from './text.id.ts';

export const journalEn: Record<keyof typeof journalId, string> = {
  'error.folderInUse':
    'This data folder is in use by another Lapak or program: {{dataDir}}. Close that one first.',
  'error.folderReadOnly':
    'The data folder cannot be written to: {{dataDir}}. Allow writing, then open Lapak again.',
  'error.diskFull':
    'The disk is full. Nothing was booked; free some space on this computer, then try again.',
  'error.diskFault':
    'The disk has a fault ({{detail}}). Nothing was booked; check the disk, then try again.',
  'error.databaseDamaged':
    'The database is damaged, so Lapak does not sell until it is mended and nothing is lost. Do not delete the folder {{dataDir}}; call the mall office. ({{detail}})',
  'error.databaseNewer':
    'The database was made by a newer Lapak (version {{found}}, this program knows {{known}}). Install the newest Lapak.',
  'error.databaseRolledBack':
    'This database is older than the last sale (record {{databaseSeq}}, it should be {{tipSeq}}). Selling is held; call the mall office for recovery.',
  'error.deviceKeyMissing':
    'The device key is missing from the folder {{dataDir}} although there is a book of sales. Put device-key.pem back from the backup.',
  'error.bookMissing':
    'There is no book of sales in the folder {{dataDir}}. Name the right folder with --data.',
  'error.bookLost':
    'The book lapak.db is not in the folder {{dataDir}}, though its key or its records are. Delete nothing there; put lapak.db back from a backup. If it is lost for good, start a new stall in another folder.',
  'error.fileLost':
    'The file {{file}} was removed or replaced while Lapak was running, so nothing more is booked. Close Lapak, then open it again.',
  'error.tipMissing':
    'The file {{file}} is missing or cannot be read, so it is not certain that record {{seq}} is the newest. Selling waits; ask the mall manager for a recovery (command recover).',
  'error.recoveryNotNeeded': 'This book is whole, so there is nothing to recover.',
  'error.fileForeign':
    'The file {{file}} is no plain file (a link, a pipe, or one with two names), so it is not used. Move it away, then open Lapak again.',
  'error.clockWrong':
    "This computer's clock shows the year {{year}}. Set its date and time, then try again.",
  'error.stockTooLarge':
    'The stock of this product would pass the largest number that can be kept. Check its quantity and what its unit holds.',
};
