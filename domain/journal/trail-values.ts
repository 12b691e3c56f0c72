import { correctionReasonNames } from '../inventory/correction.ts';
import { isStaticQris, readStaticQris } from '../payments/qris.ts';
import { stickerResults } from '../payments/sticker.ts';
import { tenderWords } from '../payments/tender-words.ts';
import { rolePermissions } from '../permissions.ts';
import { builtinRoles } from '../role.ts';
import { ReceiptSettings, Settings } from '../settings/settings.ts';
import { differenceReasons } from '../shifts/movement.ts';
import type { Translator } from '../text.ts';
import { ClaimFinder } from './tender-state-body.ts';
import { trailTopics } from './trail.ts';

const { pinUse, closing, colorScheme, sharing } = Settings.shape;

/** Words for the values of some fields; undefined for a value that says enough by itself. */
const valueWordsOf: Readonly<
  Record<string, (value: string, speaker: Translator) => string | undefined>
> = {
  reason: (value, speaker) => {
    const known = correctionReasonNames.find((reason) => reason === value);
    return known && speaker.text(`inventory.reason.${known}`);
  },
  difference: (value, speaker) => {
    const known = differenceReasons.find((reason) => reason === value);
    return known && speaker.text(`trail.difference.${known}`);
  },
  topic: (value, speaker) => {
    const known = trailTopics.find((topic) => topic === value);
    return known && speaker.text(`trail.topic.${known}`);
  },
  role: (value, speaker) => {
    const known = builtinRoles.find((role) => role === value);
    return known && speaker.text(`staff.role.${known}`);
  },
  pinUse: (value, speaker) => {
    const known = pinUse.options.find((use) => use === value);
    return known && speaker.text(`settings.pinUse.${known}`);
  },
  closing: (value, speaker) => {
    const known = closing.options.find((way) => way === value);
    return known && speaker.text(`settings.closing.${known}`);
  },
  sharing: (value, speaker) => {
    const known = sharing.options.find((share) => share === value);
    return known && speaker.text(`settings.sharing.${known}`);
  },
  colorScheme: (value, speaker) => {
    const known = colorScheme.options.find((scheme) => scheme === value);
    return known && speaker.text(`settings.${known}`);
  },
  tender: tenderWords,
  'found-by': (value, speaker) => {
    const known = ClaimFinder.options.find((by) => by === value);
    return known && speaker.text(`trail.foundBy.${known}`);
  },
  'receipt.print': (value, speaker) => {
    const known = ReceiptSettings.shape.print.options.find((when) => when === value);
    return known && speaker.text(`settings.print.${known}`);
  },
  'receipt.hasQr': yesOrNo,
  'receipt.hasQris': yesOrNo,
  'tenders.qris': yesOrNo,
  'tenders.card': yesOrNo,
  'tenders.transfer': yesOrNo,
  qris: qrisWords,
  sticker: (value, speaker) => {
    const known = stickerResults.find((result) => result === value);
    return known && speaker.text(`trail.sticker.${known}`);
  },
  language: languageWords,
  receiptLanguage: languageWords,
};

function yesOrNo(value: string, speaker: Translator): string | undefined {
  if (value === 'true') return speaker.text('trail.yes');
  return value === 'false' ? speaker.text('trail.no') : undefined;
}

function languageWords(value: string, speaker: Translator): string | undefined {
  if (value === 'id') return speaker.text('settings.indonesian');
  return value === 'en' ? speaker.text('settings.english') : undefined;
}

/** Whose a QRIS is: what it says is for scanners. */
function qrisWords(payload: string): string | undefined {
  if (!isStaticQris(payload)) return undefined;
  const { merchant, nmid } = readStaticQris(payload);
  return nmid === null ? merchant : `${merchant} (${nmid})`;
}

/** A value of a field as a person calls it; nothing is `kosong`. */
export function valueWords(field: string, value: string, speaker: Translator): string {
  if (value === '') return speaker.text('trail.nothing');
  return valueWordsOf[field]?.(value, speaker) ?? value;
}

/** `+ Membuka shift, − Mengekspor barang`: what a role was given, and what was taken from it. */
export function permissionChangeWords(from: string, to: string, speaker: Translator): string {
  const [before, after] = [from, to].map((list) => new Set(list.split(' ').filter(Boolean)));
  const given = [...(after ?? [])].filter((name) => !before?.has(name));
  const taken = [...(before ?? [])].filter((name) => !after?.has(name));
  const words = (name: string): string => {
    const known = rolePermissions.find((permission) => permission === name);
    return known ? speaker.text(`permission.${known}`) : name;
  };
  return [
    ...given.map((name) => `+ ${words(name)}`),
    ...taken.map((name) => `− ${words(name)}`),
  ].join(', ');
}
