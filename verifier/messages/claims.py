"""Claims: which brand a text speaks as, or whose contact it offers; and which brands it merely mentions.

A claim needs more than a name: the name in a role ("TP客服", "Coinbase support", "this is Ledger"), as a signature or in the
brackets with which services sign their texts, or beside words that offer a line to it. Whoever only talks about a brand
claims nothing, and a link in such a text is judged without a claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from verifier.automaton import Automaton
from verifier.contacts.chinese import simplified
from verifier.contacts.model import Email, Found, Handle, Message, Phone
from verifier.messages.reading import Reading
from verifier.registry.index import Registry
from verifier.registry.names import Claim, Names

_BRACKETED = re.compile(r"[\[【(「『<]\s*$")
_BRACKET_CLOSES = re.compile(r"^\s*[\]】)」』>]")
_ROLE_AFTER = re.compile(
    r"^\s{0,2}(?:'s )?(?:wallet |exchange |钱包|交易所|app|live |global |pro |中文|中国|大陆|官网|平台|银行|公司|\s){0,3}"
    r"(?:official |technical |live |24/7 |verified |customer |user |global |account |recovery |fraud |security |phone |"
    r"toll[- ]free |helpline |service |care |tech |wallet |官方|在线|人工|专属|全国|安全|投诉|技术|售后|总部|高级|认证|平台|\s){0,4}"
    r"(?:support|customer service|customer care|service|care|helpdesk|help desk|help centre|help center|helpline|hotline|desk|team|admins?|"
    r"moderators?|agents?|staff|security|department|number|representative|specialist|engineers?|technicians?|compliance|recovery|"
    r"客服|热线|电话|专员|客户|技术|安全中心|安全团队|安全部|风控|工作人员|管理员|官方|团队|人工|专线|投诉|服务|工程师|审核|理赔|专家|助手|助理|通知|提醒您|温馨提示|核验|サポート|カスタマー|고객센터|고객|"
    r"soporte|atención|suporte|atendimento|служб|поддержк|hỗ trợ|tổng đài|cskh|dukungan|layanan|kundendienst|kundenservice|service client|assistance)"
)
_ROLE_BEFORE = re.compile(
    r"(?:\b(?:i am|i'm|this is|we are|i'm with|calling from|writing from|contacting you from|speaking with|on behalf of|here at|from the|team at|support from|"
    r"support for|number for|hotline for|helpline for|hello from|sent by|welcome to|message from|soporte de|suporte da|soporte técnico de|service client|"
    r"support de|kundendienst von|служба поддержки|поддержка|hỗ trợ|dukungan|layanan pelanggan)|"
    r"我是|我们是|这里是|这边是|本人是|官方|官方客服|人工客服|客服电话|客服热线|官方热线|官方电话|您好,|来自|致电|我系|呢度系|联系|拨打)\s{0,2}(?:the |official |der |la |el |o |da |de )?$"
)
_SIGNED = re.compile(r"(?:^|\n)\s*(?:-{1,3}|—|~|regards,?|sincerely,?|best,?|thanks,?)?\s*(?:the )?$")
_ENDS_LINE = re.compile(r"^\s*(?:team|support|security)?\s*[.!]?\s*(?:$|\n)")
_OPENS = re.compile(r"^\s{0,3}(?:alert|notice|security|warning|通知|提醒|公告|警告|温馨提示|安全提醒|重要通知|系统)?\s{0,2}[:\-]\s")
_SAID_FALSELY = re.compile(
    r"(?:fake|pretend(?:ing)? to be|impersonat\w*|posing as|not|假|冒充|假冒|伪装成?|自称|谎称|仿冒|山寨)\s{0,2}(?:the |official |a |an |官方|是)?$"
)
_RIDER = re.compile(r"快递员|骑手|师傅|司机|派送员|小哥|取件|courier|driver|rider|tracking|door|floor")
_ONLY_GAP = re.compile(r"[\s:@=>~\-]*(?:号|id|账号|帐号|号码|群|is|at|on)?[\s:@=>~\-]*")
_MOST_NAMES = 120


class Named(msgspec.Struct, frozen=True):
    """A brand's name in a text (places of the matching text). ``role``: it is claimed there, not only mentioned."""

    start: int
    end: int
    brands: frozenset[str]
    certain: bool
    role: bool


@lru_cache(maxsize=4)
def _automaton(names: Names) -> Automaton[tuple[frozenset[str], bool]]:
    words: dict[str, tuple[frozenset[str], bool]] = {}
    for key, ids in names.all_doubtful().items():
        words[simplified(key)] = (ids, False)
    for key, ids in names.all_certain().items():
        if len(key) > 1 and not key.isdigit():
            words[simplified(key)] = (ids, True)
    return Automaton(words)


def names_in(reading: Reading, registry: Registry) -> tuple[Named, ...]:
    """Every brand name in the text, the longest at each place. Linear."""
    text = reading.plain.text
    places = [i for i, c in enumerate(text) if c.isalnum() or c in "#+"]
    squeezed = "".join([text[i] for i in places])
    found: list[tuple[int, int, frozenset[str], bool]] = []
    for start, end, (ids, certain) in _automaton(registry.names).find(squeezed):
        low, high = places[start], places[end - 1] + 1
        if _stands_alone(text, low, high):
            found.append((low, high, ids, certain))
    found.sort(key=lambda f: (f[0], -f[1], not f[3]))
    kept: list[Named] = []
    reach = -1
    for low, high, ids, certain in found:
        if high <= reach or len(kept) >= _MOST_NAMES:
            continue
        reach = high
        if certain and all(registry.brands[id].ordinary_word for id in ids):
            certain = _meant_as_name(reading, low, high)
        if not certain and not _trade_nearby(reading, low, high):
            continue
        role = _in_role(reading, low, high)
        if not _is_where(reading, registry, low, high, ids):
            kept.append(Named(low, high, ids, certain, role))
    return tuple(kept)


def _stands_alone(text: str, low: int, high: int) -> bool:
    inside = text[low:high]
    if "\n" in inside or any(c in inside for c in ",;:!?。()[]【】/@"):
        return False
    if inside[0].isascii() and low and ((text[low - 1].isascii() and text[low - 1].isalnum()) or text[low - 1] in "@/._-"):
        return False
    if inside[-1].isascii():
        after = text[high : high + 2]
        if (after[:1].isascii() and after[:1].isalnum()) or after[:1] in "_@/" or (after[:1] in ".-" and after[1:].isalnum()):
            return False
    return True


def _is_where(reading: Reading, registry: Registry, low: int, high: int, ids: frozenset[str]) -> bool:
    """A platform's name that only says where an account is: "加微信 kefu_8888", "on Telegram: @name"."""
    if not all(id in registry.brands and registry.brands[id].category == "platform" for id in ids):
        return False
    beside = reading.first("contact", high, high + 24)
    return beside is not None and _ONLY_GAP.fullmatch(reading.plain.text[high : beside.start]) is not None


def _meant_as_name(reading: Reading, low: int, high: int) -> bool:
    """A name that is an ordinary word ("ledger", "phantom"): written with a capital inside a sentence, or beside the trade's words."""
    return _trade_nearby(reading, low, high)


def _trade_nearby(reading: Reading, low: int, high: int) -> bool:
    return any(reading.between(c, max(0, low - 60), high + 60) for c in ("walletword", "support", "hotline", "seed", "key", "pretext"))


def _in_role(reading: Reading, low: int, high: int) -> bool:
    text = reading.plain.text
    before, after = text[max(0, low - 60) : low], text[high : high + 70]
    if _SAID_FALSELY.search(before):
        return False
    if _BRACKETED.search(before) and _BRACKET_CLOSES.search(after):
        opens = before.rstrip()[:-1].rstrip(" ")
        return not opens or opens.endswith("\n") or not text[high:].strip(" \n]】)」』>.。")
    if _ROLE_AFTER.search(after) or _ROLE_BEFORE.search(before):
        return True
    if not before.strip() and _OPENS.search(after):
        return True
    return bool(low > 40 and _SIGNED.search(before) and _ENDS_LINE.search(after))


def claim_in(message: Message, registry: Registry) -> Claim | None:
    """The brand a message speaks as, or whose contact it offers; None where it claims nothing. Several are ambiguous."""
    claimed = [n for n in message.named(registry) if n.role]
    ids = [n.brands for n in claimed]
    if not ids:
        return None
    known = {next(iter(b)) for b in ids if len(b) == 1}
    if len(known) == 1:
        return Claim("known", next(iter(known)))
    if known:
        return Claim("ambiguous", None, tuple(sorted(known)))
    common = frozenset.intersection(*ids) or frozenset.union(*ids)
    if len(common) == 1:
        return Claim("known", next(iter(common)))
    return Claim("ambiguous", None, tuple(sorted(common)))


def mentioned(message: Message, registry: Registry) -> tuple[str, ...]:
    """The brands a text names without doubt, in order."""
    return tuple(dict.fromkeys(next(iter(n.brands)) for n in message.named(registry) if len(n.brands) == 1))


def claim_for(found: Found, claim: Claim | None, message: Message, registry: Registry) -> Claim | None:
    """The claim as far as it speaks for one contact of the message.

    A number or an account counts as the brand's where the text offers it as a line to the brand (not the courier's mobile in
    a parcel notice); another brand's own contact keeps its owner when the text names that owner, or it is a platform's.
    """
    if claim is None or claim.brand is None:
        return claim
    match = registry.look_up(found.contact)
    if match is not None and match.brand.id != claim.brand:
        if match.brand.category in ("platform", "authority") or match.brand.id in mentioned(message, registry):
            return None
        return claim
    if match is not None or not isinstance(found.contact, Phone | Handle | Email):
        return claim
    reading = message.reading
    low, high = _plain_range(reading, found.span.start, found.span.end)
    sentence_low, sentence_high = reading.sentence(low)
    near_low, near_high = max(0, min(sentence_low, low - 80)), max(min(sentence_high, high + 80), high + 30)
    text = reading.plain.text[near_low:near_high]
    if _RIDER.search(text):
        return None
    offered = any(
        reading.between(c, near_low, near_high) for c in ("support", "hotline", "contactme", "seed", "key", "password", "code", "give")
    )
    offered = offered or any(near_low <= n.start < near_high for n in message.named(registry))
    return claim if offered else None


def _plain_range(reading: Reading, start: int, end: int) -> tuple[int, int]:
    from bisect import bisect_left

    return bisect_left(reading.plain.origin, start), bisect_left(reading.plain.origin, end)
