/** Why a cell keeps its row out; its words are `import.reason.<reason>`. */
export const importReasons = [
  'quote',
  'lineTooLong',
  'missing',
  'tooLong',
  'tooMany',
  'numberInvalid',
  'numberTooLarge',
  'numberNegative',
  'rupiahFraction',
  'barcodeInvalid',
  'barcodeUnreadable',
  'barcodeRounded',
  'barcodeTwice',
  'barcodeTaken',
  'barcodeIsCode',
  'codeIsBarcode',
  'unitTwice',
  'codeTwice',
  'codeTaken',
  'cellsWrong',
  'factorZero',
  'baseUnitChanged',
  'baseUnitMissing',
  'floorAbovePrice',
  'priceBelowFloor',
  'taxUnknown',
] as const;
export type ImportReason = (typeof importReasons)[number];

/** What a person should know of a row that does come in; its words are `import.note.<note>`. */
export const importNotes = [
  'priceZero',
  'stockKept',
  'stockIgnored',
  'taxIgnored',
  'codeCase',
  'archived',
] as const;
export type ImportNote = (typeof importNotes)[number];
