import type { PlainTextKey } from '../../domain/text.ts';
import { translator } from '../../domain/translator.ts';

/**
 * A page of one sentence in both languages, for what the screen itself cannot say: a person without
 * a session has no screen yet, and nobody has chosen a language.
 */
export function plainPage(key: PlainTextKey): string {
  return [
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>Lapak</title>',
    '<meta name="viewport" content="width=device-width">',
    '<body style="font:1.25rem/1.6 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem">',
    `<p>${escapeHtml(translator('id').text(key))}</p>`,
    `<p lang="en" style="color:#666">${escapeHtml(translator('en').text(key))}</p>`,
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
