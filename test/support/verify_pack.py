"""Checks an audit pack of a Lapak hub (docs/adr/0019-audit-pack.md) and shares nothing with Lapak.

Usage: python3 verify_pack.py FILE [KEY OF THE HUB AS HEX]
It has only the standard library: Ed25519 by RFC 8032, trees by RFC 6962, JSON by RFC 8785.
"""
import base64, hashlib, json, re, sys
from datetime import date
from decimal import Decimal
from unicodedata import normalize

# ---- Ed25519, RFC 8032 section 5.1: points as X, Y, Z, T with x = X/Z, y = Y/Z, x*y = T/Z
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P

def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def decode_point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - xx) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)

def encode_point(point):
    z = pow(point[2], -1, P)
    x, y = point[0] * z % P, point[1] * z % P
    return (y | (x & 1) << 255).to_bytes(32, "little")

NEUTRAL = (0, 1, 1, 0)

def table_of(point):
    """Rows of 0..15 times 16^n times the point: a product is then 64 additions."""
    rows = []
    for _ in range(64):
        row = [NEUTRAL]
        for _ in range(16):
            row.append(add(row[-1], point))
        rows.append(row[:16])
        point = row[16]
    return rows

def times(table, number):
    total = NEUTRAL
    for row in table:
        total = add(total, row[number & 15])
        number >>= 4
    return total

BASE = table_of(decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little")))
keys = {}

def is_signed(key, message, signature):
    if key not in keys:
        point = decode_point(key)
        keys.clear()  # one device comes after the other
        keys[key] = point and table_of((P - point[0], point[1], 1, P - point[3]))
    s = int.from_bytes(signature[32:], "little")
    if not keys[key] or len(signature) != 64 or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return encode_point(add(times(BASE, s), times(keys[key], h))) == signature[:32]

# ---- JSON, RFC 8785
def number_text(number):
    """As ECMAScript writes it (section 3.2.2.3): the shortest digits, a power where it is far off."""
    sign, digits, power = Decimal(repr(float(number))).normalize().as_tuple()
    text = "".join(map(str, digits))
    size, point = len(text), len(text) + power
    if text == "0":
        return "0"
    if size <= point <= 21:
        text += "0" * (point - size)
    elif 0 < point <= 21:
        text = text[:point] + "." + text[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + text
    else:
        text = text[0] + ("." + text[1:] if size > 1 else "") + f"e{point - 1:+d}"
    return "-" * sign + text

def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number_text(value)
    return json.dumps(value, ensure_ascii=False)

def parse(text):
    """The value of JSON text, and whether the text is the canonical one of it."""
    def refuse(_):
        raise ValueError
    try:
        value = json.loads(text, parse_constant=refuse)
        return value, canonical(value) == text
    except (ValueError, OverflowError, RecursionError):
        return None, False

# ---- The forms of lines and heads: a test for each field; one with "_" behind may be missing
def is_int(low=-(2**53) + 1, high=2**53 - 1):
    return lambda v: type(v) in (int, float) and v == int(v) and low <= v <= high

def text_of(pattern):
    return lambda v: isinstance(v, str) and re.fullmatch(pattern, v, re.S) is not None

def one_of(*words):
    return lambda v: v in words and not isinstance(v, bool)

def or_null(test):
    return lambda v: v is None or test(v)

def list_of(**fields):
    return lambda v: isinstance(v, list) and all(has_form(one, fields) for one in v)

def record_of(**fields):
    return lambda v: has_form(v, fields)

def has_form(value, fields):
    if not isinstance(value, dict) or not set(value) <= {name.rstrip("_") for name in fields}:
        return False
    return all(
        test(value[name.rstrip("_")]) if name.rstrip("_") in value else name.endswith("_")
        for name, test in fields.items()
    )

def is_date(value):
    try:
        return text_of("[0-9]{4}-[0-9]{2}-[0-9]{2}")(value) and bool(date.fromisoformat(value))
    except ValueError:
        return False

def is_tenders(value):
    return isinstance(value, dict) and len(value) <= 20 and all(KIND(k) and WHOLE(v) for k, v in value.items())

def is_taxes(value):
    return list_of(kind=is_tax_kind, base=WHOLE, tax=WHOLE)(value) and len(value) <= 20

WHOLE, COUNT, ONE = is_int(), is_int(0), is_int(1)
HASH, KIND = text_of("[0-9a-f]{64}"), text_of("[a-z][a-z-]{0,39}")
DEVICE, MARK = text_of("[0-9a-f]{32}"), text_of(r"[1-9][0-9]{0,9}\.[1-9][0-9]{0,9}")
SIGNATURE, ANY, CODE = text_of("[A-Za-z0-9+/]{86}=="), text_of(".*"), r"[A-Za-z0-9][A-Za-z0-9.-]{0,31}"
TIME = is_int(0, 253402128000000)

def is_plain(value):
    whole = isinstance(value, str) and not re.search("[\ud800-\udfff]", value)
    return whole and normalize("NFC", value) == value

def is_tax_kind(value):
    return is_plain(value) and len(value) <= 40 and "\0" not in value

COMMON = dict(
    v=one_of(1), type=ANY, device=DEVICE, epoch=ONE, seq=ONE, prev=HASH,
    at=TIME, offset=is_int(-720, 840), businessDate=is_date, total=WHOLE, body=HASH,
    cashier=text_of(r"(kasir|pengelola)-(0|[1-9][0-9]{0,5})|lapak"),
    counters=record_of(sales=COUNT, refunds=COUNT, count=COUNT),
)
SALE = dict(
    number=is_plain, tenders=is_tenders, discount=WHOLE, tax=WHOLE, rounding=WHOLE,
    ref_=MARK, source_=is_plain, shift_=ONE,
)
COUNTED = record_of(count=COUNT, total=WHOLE)
HEADS = {
    "start": dict(publicKey=HASH), "sale": SALE, "refund": SALE, "void": SALE,
    "shift-open": dict(shift=ONE, drawer=ONE), "drawer": dict(shift=ONE), "count": dict(shift=ONE),
    "tender-state": dict(
        ref=MARK, kind=KIND, amount=ONE, state=one_of("claimed", "verified", "missing"),
    ),
    "act": {}, "fee": {}, "training": {}, "login-lockout": {}, "clock-change": {"from": TIME}, "recovery": dict(lost_=MARK),
    "z": dict(
        number=ONE, shift=ONE, drawer=ONE, opened=is_date, sales=COUNTED, refunds=COUNTED,
        discount=WHOLE, tax=WHOLE, rounding=WHOLE, tenders=is_tenders, unsent=COUNT,
        taxes=is_taxes,
        categories=list_of(name=is_plain, total=WHOLE),
    ),
}
SUMS = ("receipts", "sales", "refundCount", "refunds", "discount", "tax", "rounding",
        "zCount", "nilZCount", "quarantined", "records")
VERDICTS, REASONS = ("ok", "held", "quarantined", "fork"), (
    "newer-version", "not-authentic", "not-readable", "not-canonical", "other-device",
    "not-linked", "counters-differ", "tenders-differ", "implausible", "after-revocation",
    "sums-too-large", "refund-above-sale", "refund-of-nothing", "z-differs", "other-at-place", "on-a-fork")
LINES = {
    "pack": dict(version=one_of(1), devices=COUNT, **{"from": is_date}, to=is_date,
                 hub=record_of(name=text_of(".{1,255}"), publicKey=HASH),
                 stall=record_of(code=text_of(CODE), name=text_of(".{0,60}"), mall=text_of(".{0,60}"))),
    "device": dict(device=DEVICE, publicKey=HASH, state=one_of("waiting", "active", "revoked"),
                   through=or_null(text_of(r"[1-9][0-9]{0,9}\.[1-9][0-9]{0,9}")),
                   size=COUNT, first=COUNT, end=COUNT),
    "leaves": dict(device=DEVICE, index=COUNT, leaves=text_of("([0-9a-f]{64}){1,256}")),
    "record": dict(device=DEVICE, index=COUNT, epoch=ONE, seq=ONE, leaf=HASH, head=ANY, body_=ANY,
                   signature=SIGNATURE, verdict=one_of(*VERDICTS), reason=or_null(one_of(*REASONS)),
                   goesOn=lambda v: isinstance(v, bool)),
    "checkpoint": dict(device=DEVICE, checkpoint=or_null(ANY)),
    "day": dict(date=is_date, **{name: WHOLE for name in SUMS},
                tenders=list_of(tender=text_of(".{0,100}"), amount=WHOLE),
                taxes=list_of(kind=text_of(".{0,100}"), base=WHOLE, tax=WHOLE)),
    "end": dict(lines=COUNT, sha256=HASH, signature=SIGNATURE),
}

def is_deeper(value, levels):
    if not isinstance(value, (dict, list)):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(is_deeper(one, levels - 1) for one in inner)

def read_head(text):
    value, is_canonical = parse(text)
    if isinstance(value, dict) and isinstance(value.get("type"), str) and value["type"] in HEADS:
        if has_form(value, COMMON | HEADS[value["type"]]):
            return ("head" if is_canonical else "not-canonical"), value
    if isinstance(value, dict) and not is_deeper(value, 16) and is_int(2)(value.get("v")) and ONE(value.get("epoch")):
        if ONE(value.get("seq")) and HASH(value.get("prev")):
            return ("newer" if is_canonical else "not-canonical"), value
    return "unreadable", None

# ---- What a record is held against: the chain
def balance_fault(head):
    if head["type"] in ("sale", "refund", "void"):
        if sum(head["tenders"].values()) != head["total"]:
            return True
        return ("source" in head) == ("shift" in head)
    if head["type"] == "z":
        net = head["sales"]["total"] - head["refunds"]["total"]
        lines = sum(one["total"] for one in head["categories"])
        return (sum(head["tenders"].values()) != net or lines + head["rounding"] != net
                or sum(one["tax"] for one in head["taxes"]) != head["tax"])
    return False

def is_plausible(head):
    kind, sale, life = head["type"], 10**11, 10**13
    if max(head["counters"].values()) > life:
        return False
    if kind in ("sale", "refund", "void"):
        sign, tenders = (1 if kind == "sale" else -1), dict(head["tenders"])
        cash, total, tax = tenders.pop("cash", 0), head["total"], head["tax"]
        signed = [sign * one for one in (total, head["discount"], tax, *tenders.values())]
        return (all(0 <= one <= sale for one in signed) and abs(tax) <= abs(total) + 1000
                and abs(cash) <= sale and abs(head["rounding"]) <= (1000 if kind == "sale" else 2000))
    if kind == "z":
        sales, refunds, taxes = head["sales"], head["refunds"], head["taxes"]
        traded = sales["total"] + refunds["total"] + abs(head["rounding"])
        amounts = [head[k] for k in ("discount", "tax", "rounding")] + [*head["tenders"].values()]
        amounts += [one["total"] for one in head["categories"]]
        return (all(0 <= one <= life for one in (*sales.values(), *refunds.values()))
                and len({one["kind"] for one in taxes}) == len(taxes)
                and sum(abs(one["base"]) for one in taxes) <= 2 * traded
                and sum(abs(one["tax"]) for one in taxes) <= traded
                and all(abs(one) <= life for one in amounts))
    return True

def moves(head):
    if head["type"] == "z":
        return any(one["base"] or one["tax"] for one in head["taxes"])
    amounts = [head[k] for k in ("total", "discount", "tax", "rounding")] if "tenders" in head else []
    return any(amounts) or any(head.get("tenders", {}).values())

def counters_after(before, head):
    """None where the total has the wrong sign."""
    total, after = head["total"], dict(before)
    if head["type"] not in ("sale", "refund", "void"):
        return after if total == 0 else None
    if (total < 0) if head["type"] == "sale" else (total > 0):
        return None
    if "source" not in head:
        after["sales" if head["type"] == "sale" else "refunds"] += abs(total)
        after["count"] += 1
    return after

def counts_on(head, before):
    """Behind records that nobody can read the counters may have grown by as many."""
    counters, unread = before
    own = head["type"] in ("sale", "refund", "void") and "source" not in head
    grown = head["counters"]["count"] - counters["count"] - own
    if grown == 0:
        return counters_after(counters, head) == head["counters"]
    sales = head["total"] if head["type"] == "sale" else 0
    refunds = -head["total"] if head["type"] in ("refund", "void") else 0
    return (0 < grown <= unread and head["counters"]["sales"] >= counters["sales"] + sales
            and head["counters"]["refunds"] >= counters["refunds"] + refunds)

NOTHING = dict(sales=0, refunds=0, count=0)

def chain_fault(head, device, before):
    """before: "any", None before the first of all, or (epoch, seq, leaf, counters, unread)."""
    if head["device"] != device["device"]:
        return "other-device"
    start, recovery, counted = head["type"] == "start", head["type"] == "recovery", None
    if before is None or (start and before == "any"):
        if not start or head["seq"] != 1 or head["prev"] != "0" * 64:
            return "not-linked"
        counted = NOTHING, 0
    elif start or (recovery and head["seq"] != 1):
        return "not-linked"
    elif before != "any":
        epoch, seq, leaf, counters, unread = before
        is_next = head["epoch"] > epoch if recovery else (head["epoch"], head["seq"]) == (epoch, seq + 1)
        if not is_next or (head["prev"] != leaf and not recovery and unread == 0):
            return "not-linked"
        # A recovery counts on the record that it names, which may be an older one.
        if counters is not None and (head["prev"] == leaf or not recovery):
            counted = counters, unread
    if counted and not counts_on(head, counted):
        return "counters-differ"
    return own_fault(head, device)

def own_fault(head, device):
    """What is wrong with a record wherever it stands."""
    if head["device"] != device["device"]:
        return "other-device"
    if head["type"] in ("refund", "void") and "source" not in head and "ref" not in head:
        return "refund-of-nothing"
    if balance_fault(head):
        return "tenders-differ"
    if not is_plausible(head):
        return "implausible"
    through = device["through"]
    place = (head["epoch"], head["seq"])
    return "after-revocation" if through and place > tuple(map(int, through.split("."))) else None

def is_ahead(place, before):
    """Whether it stands behind all of the chain: else it is on a fork."""
    return before in ("any", None) or place > before[:2]

def is_next(place, before):
    """The place behind the newest, in its epoch or in the one that a recovery opens."""
    epoch, seq = before[:2] if before else (1, 0)
    return before != "any" and place in ((epoch, seq + 1), (epoch + 1 if before else 0, 1))

def chain_after(line, before, kind, head):
    """What the next one is held against, behind a record that the chain goes on from."""
    place = line["epoch"], line["seq"], line["leaf"]
    if line["reason"] != "not-authentic" and kind == "head":
        return (*place, head["counters"], 0)
    counters, unread = before[3:] if before else (NOTHING, 0)
    return (*place, counters, unread + 1)

def is_own(line, device):
    """Whether its own signature is the device's."""
    signature = base64.b64decode(line["signature"])
    if base64.b64encode(signature).decode() != line["signature"]:
        return False
    message = b"lapak/record/1\0" + line["head"].encode()
    return is_signed(bytes.fromhex(device["publicKey"]), message, signature)

class Proof:
    """A record whose own signature is wrong is good where a good one names its leaf."""
    def __init__(self):
        self.unproved, self.named, self.last, self.wrong = {}, set(), None, 0

    def take(self, leaf, prev, signed):
        if not signed and leaf not in self.named:
            self.unproved[leaf] = prev
        else:
            self.wrong += not signed
            while prev in self.unproved:
                prev = self.unproved.pop(prev)
                self.wrong += 1
            if prev != self.last:
                self.named.add(prev)
        self.last = leaf

def record_fault(line, device, before, beside, kind, head, signed):
    verdict, reason, place = line["verdict"], line["reason"], (line["epoch"], line["seq"])
    body, goes_on = line.get("body"), line["goesOn"]
    if (verdict == "ok") != (reason is None) or (reason == "not-authentic" and signed):
        return "its verdict or its signature is wrong"
    if body is not None and (kind != "head" or hashlib.sha256(body.encode()).hexdigest() != head["body"]):
        return "its body is another"
    if reason == "not-authentic" or kind in ("unreadable", "not-canonical"):
        expected = {"unreadable": "not-readable"}.get(kind, "not-canonical")
        is_wrong = verdict != "quarantined" or reason not in ("not-authentic", expected)
        return is_wrong or (goes_on and not is_next(place, before))
    if (head["epoch"], head["seq"]) != place:
        return "it stands in the place of another"
    if verdict != "quarantined" and goes_on != (verdict != "fork"):
        return "it is not where the hub says"
    fault = None
    if kind == "head":
        fault = chain_fault(head, device, before) if goes_on else own_fault(head, device)
    if verdict == "fork":
        return fault or reason not in ("other-at-place", "on-a-fork")
    if kind == "newer" or verdict == "held":
        return (kind, verdict, reason) != ("newer", "held", "newer-version")
    if verdict == "ok":
        return fault
    ahead, recovery = is_ahead(place, before), head["type"] == "recovery"
    is_on_fork = head["prev"] in beside and not recovery
    return not {
        "other-device": fault == reason and (ahead or not goes_on),
        "not-linked": (fault == reason or recovery) and goes_on and ahead and not is_on_fork,
        "counters-differ": (fault == reason or recovery) and goes_on,
        "tenders-differ": fault == reason, "implausible": fault == reason,
        "after-revocation": fault == reason,
        "sums-too-large": fault is None and moves(head),
        "refund-above-sale": fault is None and head["type"] in ("refund", "void"),
        "refund-of-nothing": fault == reason or (fault is None and head["type"] in ("refund", "void")),
        "z-differs": fault is None and head["type"] == "z",
    }.get(reason, False)

# ---- Sums of a date
def add_record(days, head, verdict):
    day = days.setdefault(head["businessDate"], dict.fromkeys(SUMS, 0) | dict(tenders={}, taxes={}))
    day["records"] += 1
    if verdict in ("quarantined", "held"):
        day["quarantined"] += 1
    elif head["type"] == "z":
        day["zCount"] += 1
        day["nilZCount"] += head["sales"]["count"] + head["refunds"]["count"] == 0
        for one in head["taxes"]:
            base, tax = day["taxes"].get(one["kind"], (0, 0))
            day["taxes"][one["kind"]] = (base + one["base"], tax + one["tax"])
    elif head["type"] in ("sale", "refund", "void") and "source" not in head:
        day["receipts"] += 1
        day["sales"] += head["total"] if head["type"] == "sale" else 0
        day["refundCount"] += head["type"] in ("refund", "void")
        day["refunds"] -= head["total"] if head["type"] in ("refund", "void") else 0
        for name in ("discount", "tax", "rounding"):
            day[name] += head[name]
        for kind, amount in head["tenders"].items():
            day["tenders"][kind] = day["tenders"].get(kind, 0) + amount

def is_day(line, day):
    tenders = {one["tender"]: one["amount"] for one in line["tenders"]}
    taxes = {one["kind"]: (one["base"], one["tax"]) for one in line["taxes"]}
    return (all(line[name] == day[name] for name in SUMS)
            and len(tenders) == len(line["tenders"]) and len(taxes) == len(line["taxes"])
            and all(tenders.get(k, 0) == day["tenders"].get(k, 0) for k in tenders | day["tenders"])
            and all(taxes.get(k, (0, 0)) == day["taxes"].get(k, (0, 0)) for k in taxes | day["taxes"]))

# ---- Trees of RFC 6962, and the checkpoint of one: c2sp.org/tlog-checkpoint
def root_of(roots):
    while len(roots) > 1:
        right = roots.pop()[1]
        level, left = roots.pop()
        roots.append((level, hashlib.sha256(b"\1" + left + right).digest()))
    return roots[0][1]

def append_leaf(roots, leaf):
    level = 0
    while roots and roots[-1][0] == level:
        leaf, level = hashlib.sha256(b"\1" + roots.pop()[1] + leaf).digest(), level + 1
    roots.append((level, leaf))

def is_checkpoint(note, origin, key, size, root):
    text, _, signatures = (note or "").rpartition("\n\n")
    text += "\n"
    if text != f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n":
        return False
    key_id = hashlib.sha256(origin.encode() + b"\n\1" + key).digest()[:4]
    for line in signatures.split("\n"):
        if line.startswith(f"\u2014 {origin} "):
            signature = base64.b64decode(line.split(" ")[2])
            if signature[:4] == key_id:
                return is_signed(key, text.encode(), signature[4:])
    return False

# ---- The pack, line by line
class Bad(Exception):
    pass

def need(condition, reason):
    if not condition:
        raise Bad(reason)

class Checker:
    def __init__(self, hub_key):
        self.hub_key, self.sha256, self.lines = hub_key, hashlib.sha256(), 0
        self.pack = self.device = None
        self.records = self.devices = self.wrong = 0
        self.last, self.compared, self.days, self.ended = "", "", {}, False

    def take(self, raw):
        try:
            line, is_canonical = parse(raw.decode().removesuffix("\n"))
        except UnicodeDecodeError:
            raise Bad("it is no text")
        kind = line.get("kind") if isinstance(line, dict) else None
        form = LINES.get(kind) if isinstance(kind, str) else None
        need(form and is_canonical and has_form(line, form | dict(kind=ANY)), "it is no line of a pack")
        need(not self.ended, "something stands behind the last line")
        need((kind == "pack") == (self.lines == 0), "a pack begins with its first line")
        if kind in ("leaves", "record", "checkpoint"):
            need(self.device and self.device["device"] == line["device"], "it is of another device")
        else:
            need(not self.device, "a device has no end")
        if kind in ("day", "end"):
            need(self.devices == self.pack["devices"], "a device is missing")
        getattr(self, "take_" + kind)(line)
        self.sha256.update(raw if raw.endswith(b"\n") else raw + b"\n")
        self.lines += 1

    def take_pack(self, line):
        days = (date.fromisoformat(line["to"]) - date.fromisoformat(line["from"])).days
        need(0 <= days < 3660, "its dates are wrong")
        need(self.hub_key in (None, line["hub"]["publicKey"]), "it is of another hub")
        self.pack = line

    def take_device(self, line):
        need(not self.compared and line["device"] > self.last, "the devices are not in their order")
        name = hashlib.sha256(bytes.fromhex(line["publicKey"])).hexdigest()[:32]
        need(name == line["device"], "its name is of another key")
        first, end, size = line["first"], line["end"], line["size"]
        need(end <= size and (first < end if size else first == 0), "no part of it is here in full")
        self.device, self.last, self.roots, self.counted, self.done = line, name, [], [], 0
        self.before, self.beside, self.head = (None if first == 0 else "any"), set(), None
        self.proof = Proof()

    def append(self, leaf):
        raw = bytes.fromhex(leaf)
        append_leaf(self.roots, raw)
        self.done += 1

    def take_leaves(self, line):
        index, count, device = line["index"], len(line["leaves"]) // 64, self.device
        need(index == self.done, "a record is missing")
        need(not device["first"] <= index < device["end"], "a record is not here in full")
        need(index + count <= (device["first"] if index < device["first"] else device["size"]), "one too many")
        for at in range(0, 64 * count, 64):
            self.append(line["leaves"][at:at + 64])

    def take_record(self, line):
        device, index = self.device, line["index"]
        need(index == self.done and device["first"] <= index < device["end"], "a record is missing")
        leaf = hashlib.sha256(b"\0" + line["head"].encode()).hexdigest()
        need(leaf == line["leaf"], "the leaf is not of these bytes")
        kind, head = read_head(line["head"])
        if index == device["first"] and index > 0:
            need(kind == "head" and head["businessDate"] < self.pack["from"], "more may stand before it")
            need(line["verdict"] == "ok", "the chain is not known before it")
        signed = is_own(line, device)
        fault = record_fault(line, device, self.before, self.beside, kind, head, signed)
        need(not fault, f"record {line['epoch']}.{line['seq']}: {fault}")
        if line["reason"] != "not-authentic":
            self.proof.take(leaf, head["prev"] if kind in ("head", "newer") else None, signed)
        if line["goesOn"]:
            self.before = chain_after(line, self.before, kind, head)
        else:
            self.beside.add(leaf)
        self.head = head if kind == "head" else None
        if kind == "head" and self.pack["from"] <= head["businessDate"] <= self.pack["to"]:
            add_record(self.days, head, line["verdict"])
        if line["verdict"] in ("ok", "fork"):
            self.counted.append(bytes.fromhex(leaf[:16]))
        self.append(leaf)

    def take_checkpoint(self, line):
        device, hub, note = self.device, self.pack["hub"], line["checkpoint"]
        need(self.done == device["size"], "a record is missing")
        need(not self.proof.unproved, "nobody signed one of its records")
        self.wrong += self.proof.wrong
        if self.done:
            origin, key = f"{hub['name']}/device/{device['device']}", bytes.fromhex(hub["publicKey"])
            root = root_of(self.roots)
            need(is_checkpoint(note, origin, key, self.done, root), "the checkpoint is of another tree")
            need(len(set(self.counted)) == len(self.counted), "a record counts twice")
            last = self.head and self.head["businessDate"]
            need(device["end"] == self.done or (last and last > self.pack["to"]), "more may stand behind")
        else:
            need(note is None, "there is no tree without records")
        self.records, self.devices, self.device, self.done = self.records + self.done, self.devices + 1, None, 0

    def take_day(self, line):
        day = line["date"]
        need(self.pack["from"] <= day <= self.pack["to"] and day > self.compared, "no day of its place")
        need(not [one for one in self.days if self.compared < one < day], "a day is missing")
        need(day in self.days and is_day(line, self.days[day]), f"the records of {day} come to other sums")
        self.compared = day

    def take_end(self, line):
        need(not [one for one in self.days if one > self.compared], "a day is missing")
        need(line["lines"] == self.lines, "it has another number of lines")
        need(self.sha256.hexdigest() == line["sha256"], "its SHA-256 is not of its lines")
        message = b"lapak/pack/1\0" + self.sha256.digest()
        key = bytes.fromhex(self.pack["hub"]["publicKey"])
        need(is_signed(key, message, base64.b64decode(line["signature"])), "the hub did not sign it")
        self.ended = True

def main(path, hub_key=None):
    checker, reason, first_bad = Checker(hub_key), "", None
    try:
        with open(path, "rb") as file:
            while raw := file.readline(2**24 + 2):
                need(len(raw) <= 2**24 + 1, "it is longer than a line of a pack")
                checker.take(raw)
        reason = "" if checker.ended else "the pack ends before its last line"
    except Bad as bad:
        reason, first_bad = str(bad), checker.lines + 1
    done = checker.records + (checker.done if checker.device else 0)
    result = dict(ok=not reason, records=done, devices=checker.devices, firstBad=first_bad, reason=reason)
    print(json.dumps(result | ({} if reason else dict(wrongSignatures=checker.wrong))))
    return 1 if reason else 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
