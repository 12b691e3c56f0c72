"""Checks the signed code of a kuitansi (docs/kuitansi.md), and shares nothing with Lapak.

Usage: python3 check_kuitansi.py CODE KEY
CODE is what the QR of the kuitansi says (in quotes), KEY the hub's public key as 64 hex digits.
Ends with 0 only where the hub signed it. It has only the standard library: Ed25519 by RFC 8032.
"""
import base64, hashlib, re, sys
from datetime import date

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(one, other):
    """Points of the curve as X, Y, Z, T with x = X/Z, y = Y/Z, x*y = T/Z."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, point)
        point, number = add(point, point), number >> 1
    return total


def decode_point(raw):
    """None for bytes of no point."""
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - xx) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    """RFC 8032, section 5.1.7."""
    a, r = decode_point(key), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


# ---- The name of a key: twelve letters of Crockford's base 32 of its SHA-256
def key_name(key):
    bits = int.from_bytes(hashlib.sha256(key).digest(), "big")
    return "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 251 - 5 * i & 31] for i in range(12))


FIELDS = re.compile(
    r"#LK1\*(?P<fields>(?P<key>[0-9A-HJKMNP-TV-Z]{12})\*(?P<number>[A-Z0-9][A-Za-z0-9./-]{0,59})"
    r"\*(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2})\*(?P<stall>[A-Za-z0-9][A-Za-z0-9.-]{0,31})"
    r"\*(?P<amount>[1-9][0-9]{0,12})\*(?P<leaf>[0-9a-f]{16}))\*(?P<signature>[A-Za-z0-9_-]{86})\Z"
)


def fault_of(text, key):
    """What is wrong with a code, and its fields; None and the fields where nothing is."""
    code = FIELDS.search(text.strip())
    if not code:
        return "bukan kode kuitansi yang utuh (no whole code of a kuitansi)", None
    try:
        date.fromisoformat(code["on"])
    except ValueError:
        return "tanggalnya tidak ada (no such date)", None
    if code["key"] != key_name(key):
        return f"kunci hub lain: {code['key']} (the key of another hub)", code
    signature = base64.urlsafe_b64decode(code["signature"] + "==")
    if base64.urlsafe_b64encode(signature).decode().rstrip("=") != code["signature"]:
        return "tanda tangannya tidak utuh (the signature is not whole)", code
    if not is_signed(key, b"lapak/kuitansi/1\0" + code["fields"].encode(), signature):
        return "tidak ditandatangani hub ini (not signed by this hub)", code
    return None, code


def main():
    if len(sys.argv) != 3 or not re.fullmatch("[0-9a-fA-F]{64}", sys.argv[2]):
        sys.exit(__doc__)
    key = bytes.fromhex(sys.argv[2])
    fault, code = fault_of(sys.argv[1], key)
    print("ASLI" if fault is None else f"TIDAK COCOK: {fault}")
    if code:
        amount = f"{int(code['amount']):,}".replace(",", ".")
        print(f"{code['number']}  {code['on']}  {code['stall']}  Rp{amount}")
    return 0 if fault is None else 1


if __name__ == "__main__":
    sys.exit(main())
