import { expect, test } from 'vitest';
import { isReceiptLinkLike, parseReceiptLink } from './receipt-link.ts';

const device = '0123456789abcdef0123456789abcdef';
const link =
  `https://hub.example/struk/#LP1*${device}*1.1431*1795402800000*-45000*0123456789abcdef` +
  `*${'A'.repeat(86)}`;

test('a receipt’s QR says where in which journal its record is', () => {
  const place = { device, epoch: 1, seq: 1431, leaf16: '0123456789abcdef' };
  expect(parseReceiptLink(` ${link}\n`)).toEqual(place);
  expect(parseReceiptLink(link.slice(link.indexOf('#')))).toEqual(place);
});

test.each([
  ['cut', link.slice(0, -1)],
  ['longer than it is', `${link}A`],
  ['a kuitansi’s', link.replace('#LP1', '#LK1')],
  ['of no place', link.replace('1.1431', '1.0')],
  ['of a till that has no such name', link.replace('0123', 'XYZ3')],
])('a code that is %s is no receipt’s', (_, text) => {
  expect(parseReceiptLink(text)).toBeUndefined();
});

test('a scan with its end lost is still known as one of a receipt', () => {
  expect([link, link.slice(0, 60), '8991000000010'].map(isReceiptLinkLike)).toEqual([
    true,
    true,
    false,
  ]);
});
