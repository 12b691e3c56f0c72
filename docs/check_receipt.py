"""Checks the signed code of a receipt (docs/receipt.md), and shares nothing with Lapak.

Usage: python3 check_receipt.py CODE KEYS KEY
CODE is what the QR of the receipt says (in quotes), KEYS the file that the hub tells at
/struk/keys.json, KEY the hub's public key as 64 hex digits. Ends with 0 only where a till that the
hub knows signed it. It has only the standard library, and Ed25519 of check_kuitansi.py beside it.
"""
import base64, json, re, sys
from datetime import datetime, timedelta, timezone

from check_kuitansi import is_signed

WIB = timezone(timedelta(hours=7))
TIME_MAX_MS = 253402128000000

FIELDS = re.compile(
    r"#LP1\*(?P<fields>(?P<device>[0-9a-f]{32})\*(?P<epoch>[1-9][0-9]{0,9})\.(?P<seq>[1-9][0-9]{0,9})"
    r"\*(?P<at>[1-9][0-9]{0,14})\*(?P<total>0|-?[1-9][0-9]{0,15})\*(?P<leaf>[0-9a-f]{32}))"
    r"\*(?P<signature>[A-Za-z0-9_-]{86})\Z"
)


def device_of(name, told, hub_key):
    """What the newest list that the hub signed says of a device, and its stall; None without."""
    found = []
    for signed in told["lists"]:
        keys = signed["keys"]
        devices = [one for one in keys["devices"] if one["device"] == name]
        text = json.dumps(keys, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        message = b"lapak/keys/1\0" + text.encode()
        if devices and is_signed(hub_key, message, base64.b64decode(signed["signature"])):
            found.append((keys["version"], keys["stall"], devices[0]))
    return max(found, key=lambda one: one[0])[1:] if found else None


def fault_of(text, told, hub_key):
    """What is wrong with a code, its fields, and its stall; None for the first where nothing is."""
    code = FIELDS.search(text.strip())
    if not code or int(code["at"]) > TIME_MAX_MS or abs(int(code["total"])) > 2**53 - 1:
        return "bukan kode struk yang utuh (no whole code of a receipt)", None, None
    known = device_of(code["device"], told, hub_key)
    if known is None:
        return "mesin kasir tidak dikenal hub ini (the hub does not know this till)", code, None
    stall, device = known
    signature = base64.urlsafe_b64decode(code["signature"] + "==")
    if base64.urlsafe_b64encode(signature).decode().rstrip("=") != code["signature"]:
        return "tanda tangannya tidak utuh (the signature is not whole)", code, stall
    message = b"lapak/receipt/1\0" + code["fields"].encode()
    if not is_signed(bytes.fromhex(device["publicKey"]), message, signature):
        return "tidak ditandatangani mesin kasir itu (not signed by that till)", code, stall
    if device["through"] is not None:
        through = tuple(int(part) for part in device["through"].split("."))
        if (int(code["epoch"]), int(code["seq"])) > through:
            return "di luar batas kasir yang dicabut (beyond a revoked till's limit)", code, stall
        return "mesin kasirnya sudah dicabut (the till was revoked)", code, stall
    return None, code, stall


def main():
    if len(sys.argv) != 4 or not re.fullmatch("[0-9a-fA-F]{64}", sys.argv[3]):
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        told = json.load(file)
    fault, code, stall = fault_of(sys.argv[1], told, bytes.fromhex(sys.argv[3]))
    print("ASLI" if fault is None else f"TIDAK COCOK: {fault}")
    if code:
        at = datetime.fromtimestamp(int(code["at"]) / 1000, WIB).strftime("%d/%m/%Y %H:%M WIB")
        total = f"{int(code['total']):,}".replace(",", ".")
        print(f"{stall or '?'}  {at}  {code['epoch']}.{code['seq']}  Rp{total}")
    return 0 if fault is None else 1


if __name__ == "__main__":
    sys.exit(main())
