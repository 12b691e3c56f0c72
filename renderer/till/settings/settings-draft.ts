import { fieldsOf, isSameContent } from '../../../domain/merge-fields.ts';
import { Settings } from '../../../domain/settings/settings.ts';

/** The settings as the fields of a form. */
export interface SettingsDraft {
  name: string;
  number: string;
  mall: string;
  phone: string;
  zone: string;
  cutOffHour: string;
  cashRoundingRupiah: string;
  receiptLanguage: string;
  language: string;
  colorScheme: string;
  pinUse: string;
  lockAfterMinutes: string;
  closing: string;
  drawers: string;
  sharing: string;
}

/** What stands in the fields when these settings are kept. */
export function draftOf({ stall, ...settings }: Settings): SettingsDraft {
  return {
    ...stall,
    ...settings,
    cutOffHour: String(settings.cutOffHour),
    cashRoundingRupiah: String(settings.cashRoundingRupiah),
    lockAfterMinutes: String(settings.lockAfterMinutes),
    drawers: String(settings.drawers),
  };
}

/**
 * Only what the fields say otherwise than is kept: another page may change the rest.
 * @throws ZodError of fields that were not checked before
 */
export function changesOf(draft: SettingsDraft, kept: Settings): Partial<Settings> {
  const { name, number, mall, phone, ...chosen } = draft;
  const wanted = Settings.parse({
    ...chosen,
    stall: { name, number, mall, phone },
    cutOffHour: Number(draft.cutOffHour),
    cashRoundingRupiah: Number(draft.cashRoundingRupiah),
    lockAfterMinutes: Number(draft.lockAfterMinutes),
    drawers: Number(draft.drawers),
  });
  const changed = fieldsOf(wanted).filter((field) => !isSameContent(wanted[field], kept[field]));
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}
