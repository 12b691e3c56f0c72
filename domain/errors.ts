import { z } from 'zod';

/**
 * One expected failure: the key of its words (in every `text.*.ts`) and the facts the words need.
 */
interface ErrorEntry {
  readonly textKey: string;
  readonly data: z.ZodType;
}

const none = z.strictObject({});

/** Every failure that a person can meet, once. Only the edge turns a code into words. */
export const lapakErrors = {
  // the folder and the database
  FOLDER_IN_USE: { textKey: 'error.folderInUse', data: z.strictObject({ dataDir: z.string() }) },
  FOLDER_READ_ONLY: {
    textKey: 'error.folderReadOnly',
    data: z.strictObject({ dataDir: z.string() }),
  },
  DISK_FULL: { textKey: 'error.diskFull', data: none },
  DISK_FAULT: { textKey: 'error.diskFault', data: z.strictObject({ detail: z.string() }) },
  DATABASE_DAMAGED: {
    textKey: 'error.databaseDamaged',
    data: z.strictObject({ dataDir: z.string(), detail: z.string() }),
  },
  DATABASE_NEWER: {
    textKey: 'error.databaseNewer',
    data: z.strictObject({ found: z.int(), known: z.int() }),
  },
  DATABASE_ROLLED_BACK: {
    textKey: 'error.databaseRolledBack',
    data: z.strictObject({ databaseSeq: z.int(), headSeq: z.int() }),
  },
  DEVICE_KEY_MISSING: {
    textKey: 'error.deviceKeyMissing',
    data: z.strictObject({ dataDir: z.string() }),
  },
  // who may do what
  NOT_PERMITTED: {
    textKey: 'error.notPermitted',
    data: z.strictObject({ permission: z.string() }),
  },
  INPUT_INVALID: { textKey: 'error.inputInvalid', data: z.strictObject({ detail: z.string() }) },
  // catalog
  BARCODE_UNKNOWN: {
    textKey: 'error.barcodeUnknown',
    data: z.strictObject({ barcode: z.string() }),
  },
  PRODUCT_UNKNOWN: {
    textKey: 'error.productUnknown',
    data: z.strictObject({ code: z.string(), unit: z.string() }),
  },
  FILE_UNREADABLE: { textKey: 'error.fileUnreadable', data: z.strictObject({ file: z.string() }) },
  FILE_TOO_LARGE: {
    textKey: 'error.fileTooLarge',
    data: z.strictObject({ maxMegabytes: z.int() }),
  },
  CSV_BROKEN: {
    textKey: 'error.csvBroken',
    data: z.strictObject({ line: z.int(), detail: z.string() }),
  },
  CSV_COLUMN_MISSING: {
    textKey: 'error.csvColumnMissing',
    data: z.strictObject({ column: z.string() }),
  },
  // sales
  TENDER_SHORT: {
    textKey: 'error.tenderShort',
    data: z.strictObject({ missingRupiah: z.int() }),
  },
  TOTAL_CHANGED: {
    textKey: 'error.totalChanged',
    data: z.strictObject({ totalRupiah: z.int() }),
  },
  CART_FULL: { textKey: 'error.cartFull', data: z.strictObject({ maxLines: z.int() }) },
  TOTAL_TOO_LARGE: { textKey: 'error.totalTooLarge', data: none },
  SALE_ID_REUSED: { textKey: 'error.saleIdReused', data: none },
  RECEIPT_UNKNOWN: {
    textKey: 'error.receiptUnknown',
    data: z.strictObject({ number: z.string() }),
  },
  // printing
  PRINTER_UNREACHABLE: {
    textKey: 'error.printerUnreachable',
    data: z.strictObject({ printer: z.string(), detail: z.string() }),
  },
  PRINTER_ADDRESS_INVALID: {
    textKey: 'error.printerAddressInvalid',
    data: z.strictObject({ address: z.string() }),
  },
  // the line between the screen and the till
  TILL_UNREACHABLE: { textKey: 'error.tillUnreachable', data: none },
  // the shell around the till
  PORT_IN_USE: { textKey: 'error.portInUse', data: z.strictObject({ port: z.int() }) },
  ELECTRON_MISSING: { textKey: 'error.electronMissing', data: none },
  SCREEN_NOT_BUILT: {
    textKey: 'error.screenNotBuilt',
    data: z.strictObject({ detail: z.string() }),
  },
  COMMAND_UNKNOWN: {
    textKey: 'error.commandUnknown',
    data: z.strictObject({ command: z.string() }),
  },
  COMMAND_INVALID: {
    textKey: 'error.commandInvalid',
    data: z.strictObject({ detail: z.string() }),
  },
} as const satisfies Record<string, ErrorEntry>;

export type LapakErrorCode = keyof typeof lapakErrors;
export type LapakErrorData<C extends LapakErrorCode> = z.infer<(typeof lapakErrors)[C]['data']>;

/** An expected failure with its typed facts. Its message is for the log, in English. */
export class LapakError<C extends LapakErrorCode = LapakErrorCode> extends Error {
  override readonly name = 'LapakError';
  readonly code: C;
  readonly data: LapakErrorData<C>;

  constructor(code: C, data: LapakErrorData<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.code = code;
    this.data = data;
  }
}

/** The oRPC error map of a call that can fail with these codes. */
export function pickErrors<C extends LapakErrorCode>(
  ...codes: C[]
): { [K in C]: { data: (typeof lapakErrors)[K]['data'] } } {
  const entries = codes.map((code) => [code, { data: lapakErrors[code].data }]);
  return Object.fromEntries(entries); // the keys are exactly `codes`
}
