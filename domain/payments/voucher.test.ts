import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatVoucher, VoucherCode, voucherCode, voucherLink } from './voucher.ts';

test('a code is read as it was printed, typed or scanned, whatever a person makes of it', () => {
  const code = voucherCode(new Uint8Array([0x3b, 0xa6, 0x2a, 0x05, 0x7e, 0xcd, 0x28, 0x1f]));

  expect(code).toBe('7EK2M1BYSMM1');
  expect(formatVoucher(code)).toBe('7EK2-M1BY-SMM1');
  expect(VoucherCode.parse(' 7ek2 mlby-smmi ')).toBe(code);
  expect(VoucherCode.parse('oOo0-LlIi-2345')).toBe('000011112345');
  expect(VoucherCode.parse(voucherLink(code))).toBe(code);
});

test('every code of any bits is one that can be typed again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const code = voucherCode(bytes);
      expect(VoucherCode.parse(formatVoucher(code).toLowerCase())).toBe(code);
    }),
  );
});

test.each(['', 'ABCD', '8991234567891', '7GK2-M0QX-RT9U', '7GK2-M0QX-RT9D-1'])(
  '“%s” is no code of a voucher',
  (text) => {
    expect(VoucherCode.safeParse(text).success).toBe(false);
  },
);
