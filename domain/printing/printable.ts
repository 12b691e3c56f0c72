/**
 * The upper half of code page 437, in byte order from 0x80. It is table 0 (`ESC t 0`) of every
 * ESC/POS printer and what `ESC @` returns to, so a printer that ignores the choice of table shows
 * it too.
 */
export const CODE_PAGE_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const onPaper = new Set(CODE_PAGE_437.slice(0, -1)); // its no-break space is printed as a plain one

/** What has no place in the code page, and no plain letter under its marks, in readable letters. */
const folds: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '•': '*',
  '⁄': '/',
  '€': 'EUR',
  '©': '(C)',
  '®': '(R)',
  Ø: 'O',
  ø: 'o',
  Œ: 'OE',
  œ: 'oe',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
};

/**
 * Text as a printer can show it: ASCII and code page 437, one column a character. Anything else is
 * folded to readable letters, and what cannot be folded becomes `?`. Control characters, which a
 * printer would obey, become spaces.
 */
export function printable(text: string): string {
  return Array.from(text.normalize('NFC'), printableCharacter).join('');
}

/** The characters of a text that paper cannot show, each once: a `?` stands in their place. */
export function unprintable(text: string): string[] {
  const characters = new Set(text.normalize('NFC').replaceAll('?', ''));
  return Array.from(characters).filter((one) => printableCharacter(one).includes('?'));
}

function printableCharacter(character: string): string {
  if (/^[ -~]$/.test(character) || onPaper.has(character)) return character;
  if (/^[\p{Zs}\p{Zl}\p{Zp}\p{Cc}]$/u.test(character)) return ' ';
  if (/^[\p{Cf}\p{Mn}\p{Variation_Selector}]$/u.test(character)) return ''; // takes no room
  const fold = folds[character];
  if (fold !== undefined) return fold;
  const plain = character.normalize('NFKD').replace(/\p{Mn}/gu, '');
  if (plain === character || plain === '') return '?';
  return Array.from(plain, printableCharacter).join('');
}
