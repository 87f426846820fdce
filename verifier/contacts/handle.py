"""Accounts as people write them: ``@name``, ``微信: name``, ``QQ群 12345678``, ``加V：name``, ``u/name``, ``@name@server``.

Which platforms there are and what their names and links look like: `verifier.contacts.platforms`, `verifier.contacts.profiles`.
"""

from __future__ import annotations

import re

from verifier.contacts.disguise import fold
from verifier.contacts.model import Contact, Handle, Url
from verifier.contacts.platforms import BY_WORD, PLATFORMS, is_code, is_name, make_handle, platform_id
from verifier.contacts.profiles import account_in, deep_link, profile_of, store_app_of
from verifier.errors import N_, InvalidRequest, Unreadable

__all__ = [
    "PLATFORMS",
    "account_in",
    "deep_link",
    "hold_to",
    "looks_like_handle",
    "make_handle",
    "platform_id",
    "profile_of",
    "read_handle",
    "store_app_of",
]

_WORDS = "|".join(sorted(map(re.escape, BY_WORD), key=len, reverse=True))
_SUFFIX = r"(?:\s?(?:账号|帐号|帳號|账户|号码|號碼|号|號|群号|群|客服|官方|id|account|handle|channel|group|频道|頻道|群组|群組)){0,2}"
_LABELLED = re.compile(
    r"(?:[➕+]|请加|請加|加我|添加|加|联系|聯繫|聯絡|contact|add)?\s{0,2}(?:my |我的|官方|客服|our )?"
    rf"({_WORDS}){_SUFFIX}(\s{{0,3}}[:：=＝]\s{{0,3}}|\s{{1,3}}|\s?/\s?|)(\d[\d\s-]{{4,24}}\d|\S{{1,100}})",
    re.IGNORECASE,
)
_AT = re.compile(r"[@＠]([^\s@/\\:?#<>()\[\]{}「」“”\"'，。；！？]{1,64})")
_FEDIVERSE = re.compile(r"[@＠]?([A-Za-z0-9_][A-Za-z0-9_.-]{0,60})@((?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})")
_REDDIT = re.compile(r"/?([ur])/([A-Za-z0-9_-]{2,21})/?", re.IGNORECASE)
_REFUSED = re.compile(r"[\s\\@?#<>\x00-\x1f]")
_EDGES = " \t\n\"'“”‘’«»「」『』【】《》()（）[]<>,，。.;；!！?？、:：|*`~"
MOST = 120
"""The longest account name, invitation codes included."""
MOST_WORDS = 5
"""A shown name of more words is a sentence."""


def _trimmed(text: str) -> str:
    return text.strip().strip(_EDGES)


def _labelled(plain: str) -> tuple[str, str] | None:
    """The platform and the name of ``微信: name``; None where a word and another word merely stand side by side."""
    match = _LABELLED.fullmatch(plain)
    if match is None:
        return None
    word, between, name = match[1].casefold(), match[2].strip(), _trimmed(match[3])
    platform = BY_WORD.get(word, "")  # "" for LİNE and lıne, which match without regard to case but fold to no word of ours
    if not name or not platform:
        return None
    if between in (":", "：", "=", "＝"):
        if name.startswith("//") or (platform == "x" and "." in name):
            return None
        return platform, name
    chinese = not word.isascii()
    if between == "/":
        return (platform, name) if chinese and is_name(platform, name) else None
    telling = "@" in plain or any(c.isdigit() or c == "_" for c in name)
    if not telling or not is_name(platform, name) or not name.isascii():
        return None
    if match[2]:
        return (platform, name) if len(word) > 1 else None
    return (platform, name) if chinese or (platform == "qq" and name.isdigit()) else None


def read_handle(text: str, platform: str = "") -> Handle:
    """Read ``@name``, ``name`` (with a platform), ``微信: name``, an app's link. Raises `Unreadable` for what is no account name.

    A name that the platform does not allow is still read: that it cannot exist there is a finding.
    """
    folded = fold(text.strip())
    plain = folded.text.strip()
    if (linked := deep_link(plain)) is not None:
        return make_handle(linked.platform, linked.name, folded.disguises)
    plain = _trimmed(plain) if not plain.startswith(("@", "＠")) else plain.rstrip(_EDGES)
    if (match := _FEDIVERSE.fullmatch(plain)) and platform in ("", "mastodon") and (plain[0] in "@＠" or platform):
        return make_handle("mastodon", f"{match[1]}@{match[2].lower()}", folded.disguises)
    if (match := _REDDIT.fullmatch(plain)) and platform in ("", "reddit"):
        return make_handle("reddit", match[2] if match[1].lower() == "r" else f"u/{match[2]}", folded.disguises)
    labelled = _labelled(plain)
    for _ in range(4):  # "wechat: V: name"
        again = _labelled(plain)
        if again is None:
            break
        if platform not in ("", again[0]) and again is labelled:
            raise _contradicted(again[0], platform)
        platform, plain = again
    name = _trimmed(plain[1:]) if plain.startswith(("@", "＠")) else _trimmed(plain)
    if name and labelled is None and folded.text.rstrip().endswith(f"{name}."):
        name += "."  # part of the name as it was given: on some platforms another account's, on most nobody's
    if platform in PLATFORMS and plain.startswith(("@", "＠")) and (PLATFORMS[platform].keeps_at or is_code(platform, name)):
        name = f"@{name}"
    if platform == "discord" and not name.startswith("@") and "#" not in name and "/" not in name and not is_code(platform, name):
        name = f"@{name}"  # without a link it is a person's name, which anybody can take whatever a server's invitation is called
    if (styled := _styled_name(text)) and fold(styled).text in (name, f"@{name}", name.removeprefix("@")):
        name = styled
    if platform in PLATFORMS and PLATFORMS[platform].numeric and re.fullmatch(r"[\d\s()+.\-]{5,40}", name):
        name = ("+" if name.startswith("+") else "") + re.sub(r"\D", "", name)
    if not name or len(name) > MOST or (_REFUSED.search(_joined(name, platform)) and not (platform and is_name(platform, name))):
        raise Unreadable(N_("This does not read as an account name."))
    if "/" in name and not (platform and is_name(platform, name)):
        raise Unreadable(N_("This does not read as an account name."))
    return make_handle(platform, name, folded.disguises)


def _joined(name: str, platform: str) -> str:
    """The name without a leading ``@``, and without the spaces of a shown name, which is what people see of an account."""
    shown = platform in PLATFORMS and name.count(" ") < MOST_WORDS
    return name.removeprefix("@").replace(" ", "" if shown else " ")


def hold_to(contact: Contact, platform: str) -> None:
    """Raise `InvalidRequest` where a caller names one platform and the account is on another: either may be the slip."""
    account = contact if isinstance(contact, Handle) else (contact.profile or contact.account) if isinstance(contact, Url) else None
    if account and account.platform not in ("", platform):
        raise _contradicted(account.platform, platform)


def _contradicted(found: str, said: str) -> InvalidRequest:
    return InvalidRequest(
        N_("This leads to an account on {found}, not on {platform}. Leave the platform out, or give the account's name alone."),
        field="platform",
        found=PLATFORMS[found].label,
        platform=PLATFORMS[said].label,
    )


def _styled_name(text: str) -> str:
    """The name at the end of a text as it was written, where it has letters that only look plain after folding (ſ, ﬁ, 𝐚); ""
    for a plain one. Full-width forms are how East Asian keyboards write, and no sign."""
    written = _BEFORE_NAME.split(text.strip().rstrip(_EDGES))[-1]
    odd = any(
        c > "\x7f" and not "\uff01" <= c <= "\uff5e" and (plain := fold(c).text).isascii() and plain.isalnum() for c in written[:MOST]
    )
    return written if odd else ""


_BEFORE_NAME = re.compile(r"[\s:：=＝@＠/]+")


def looks_like_handle(text: str) -> bool:
    """Whether a text says by itself that it is an account: ``@name``, ``u/name``, or a platform's word before a name."""
    if len(text) > 200:
        return False
    plain = text.strip().rstrip(_EDGES)
    if _AT.fullmatch(plain) or (plain[:1] in "@＠" and _FEDIVERSE.fullmatch(plain)):
        return True
    return bool(_REDDIT.fullmatch(plain)) or _labelled(_trimmed(plain)) is not None
