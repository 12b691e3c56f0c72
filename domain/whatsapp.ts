/** Where WhatsApp is opened with a text: the only address that a page of the till leads out to. */
export const WHATSAPP = 'https://wa.me/';

/** Digits behind the country code: a mobile number of Indonesia begins with 8. */
const MOBILE = /^8\d{7,11}$/;

/**
 * A number as WhatsApp takes it, `6281234567890`, of `0812-3456-7890`, `+62 812 3456 7890` or
 * `62812…`. Empty where none is given: then the person chooses to whom in WhatsApp.
 * @returns undefined for what is no mobile number of Indonesia
 */
export function whatsAppNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s().-]/g, '');
  if (digits === '') return '';
  const mobile = /^(?:\+?62|0)(\d+)$/.exec(digits)?.[1];
  return mobile !== undefined && MOBILE.test(mobile) ? `62${mobile}` : undefined;
}

/** A link that opens WhatsApp with a text. @param number as whatsAppNumber() gives it; or none */
export function whatsAppLink(text: string, number = ''): string {
  return `${WHATSAPP}${number}?text=${encodeURIComponent(text.toWellFormed())}`;
}
