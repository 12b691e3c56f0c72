import { createHash } from 'node:crypto';
import { type ContractCall, callsOf } from './contract-calls.ts';
import { CALLS_PREFIX } from './call-routes.ts';
import { hubContract } from '../../domain/hub-contract.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;
padding:0 1rem;color:#1c2826;background:#fbfaf8}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid #dcdfdc}
code{font:14px/1.5 ui-monospace,monospace;white-space:nowrap}a{color:#0b5f59}`;

/** What the page may load: its own style and nothing else. Source: CSP Level 3, hash-source. */
export const docsStyleSource = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const byWhom = {
  device: 'a till, by its signature',
  administrator: 'an administrator, by a session',
  anybody: 'anybody',
} as const satisfies Record<ContractCall['by'], string>;

/** Every call of the hub on one page without a script: in English, for who writes to it. */
export function docsPage(hub: string): string {
  const rows = callsOf(hubContract).map(
    ({ name, method, path, by, summary }) =>
      `<tr><td><code>${method} ${escape(CALLS_PREFIX + path)}</code></td>` +
      `<td>${escape(summary)}</td><td>${byWhom[by]}</td><td><code>${escape(name)}</code></td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(hub)}: calls</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><h1>${escape(hub)}</h1>
<p>What tills and the console ask of this hub. The form of each call, and how a till signs, is in
<a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<table><thead><tr><th>Call</th><th>What it does</th><th>Who may</th><th>In the contract</th>
</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></body></html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
