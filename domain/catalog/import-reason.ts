/** Why a cell keeps its row out; its words are `import.reason.<reason>`. */
export const importReasons = [
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
  'unitTwice',
  'codeTwice',
  'cellsWrong',
  'factorZero',
  'baseUnitChanged',
  'baseUnitMissing',
] as const;
export type ImportReason = (typeof importReasons)[number];
