import { fieldsOf, isSameContent } from '../../../domain/merge-fields.ts';
import { isOfPkp } from '../../../domain/sales/tax.ts';
import { formatNpwp, isNpwp, npwpDigits } from '../../../domain/settings/npwp.ts';
import { ReceiptSettings, Settings } from '../../../domain/settings/settings.ts';

/** The settings as the fields of a form. */
export interface SettingsDraft {
  name: string;
  number: string;
  mall: string;
  phone: string;
  receiptPrint: string;
  receiptFooter: string;
  /** `on` or `off`, as those that follow. */
  receiptQr: string;
  receiptQris: string;
  tenderQris: string;
  tenderCard: string;
  tenderTransfer: string;
  taxKind: string;
  /** `in` the price, or `added` to it. */
  taxWay: string;
  npwp: string;
  zone: string;
  cutOffHour: string;
  cashRoundingRupiah: string;
  receiptLanguage: string;
  language: string;
  colorScheme: string;
  textSizePercent: string;
  pinUse: string;
  lockAfterMinutes: string;
  closing: string;
  drawers: string;
  sharing: string;
}

/** What stands in the fields when these settings are kept. */
export function draftOf({ stall, receipt, tax, tenders, ...settings }: Settings): SettingsDraft {
  return {
    ...stall,
    ...settings,
    receiptPrint: receipt.print,
    receiptFooter: receipt.footer,
    receiptQr: onOrOff(receipt.hasQr),
    receiptQris: onOrOff(receipt.hasQris),
    tenderQris: onOrOff(tenders.qris),
    tenderCard: onOrOff(tenders.card),
    tenderTransfer: onOrOff(tenders.transfer),
    taxKind: tax.kind,
    taxWay: tax.isAdded ? 'added' : 'in',
    npwp: formatNpwp(settings.npwp),
    cutOffHour: String(settings.cutOffHour),
    cashRoundingRupiah: String(settings.cashRoundingRupiah),
    textSizePercent: String(settings.textSizePercent),
    lockAfterMinutes: String(settings.lockAfterMinutes),
    drawers: String(settings.drawers),
  };
}

/**
 * Only what the fields say otherwise than is kept: another page may change the rest.
 * @throws ZodError of fields that were not checked before
 */
export function changesOf(draft: SettingsDraft, kept: Settings): Partial<Settings> {
  const { name, number, mall, phone, taxKind, taxWay, ...others } = draft;
  const { receiptPrint: print, receiptFooter: footer, receiptQr, receiptQris, ...rest } = others;
  const { tenderQris, tenderCard, tenderTransfer, ...chosen } = rest;
  const wanted = Settings.parse({
    ...chosen,
    qris: kept.qris, // no field of this form: it is kept by itself
    stall: { name, number, mall, phone },
    receipt: { print, footer, hasQr: isOn(receiptQr), hasQris: isOn(receiptQris) },
    tenders: { qris: isOn(tenderQris), card: isOn(tenderCard), transfer: isOn(tenderTransfer) },
    tax: { kind: taxKind, isAdded: taxKind !== 'none' && taxWay === 'added' },
    npwp: npwpDigits(draft.npwp),
    cutOffHour: Number(draft.cutOffHour),
    cashRoundingRupiah: Number(draft.cashRoundingRupiah),
    textSizePercent: Number(draft.textSizePercent),
    lockAfterMinutes: Number(draft.lockAfterMinutes),
    drawers: Number(draft.drawers),
  });
  const changed = fieldsOf(wanted).filter((field) => !isSameContent(wanted[field], kept[field]));
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}

function onOrOff(is: boolean): 'on' | 'off' {
  return is ? 'on' : 'off';
}

/** Whether a field of `on` and `off` says that something is so. */
export function isOn(field: string): boolean {
  return field === 'on';
}

/** What is wrong with a tax number beside this tax; null where nothing is. */
export function npwpFault(
  npwp: string,
  taxKind: string,
): 'settings.npwpWrong' | 'settings.npwpNeeded' | null {
  const digits = npwpDigits(npwp);
  if (digits !== '' && !isNpwp(digits)) return 'settings.npwpWrong';
  return digits === '' && isOfPkp(taxKind) ? 'settings.npwpNeeded' : null;
}

/** Whether a footer has more lines, or longer ones, than a receipt has room for. */
export function isFooterTooLong(footer: string): boolean {
  return !ReceiptSettings.shape.footer.safeParse(footer).success;
}
