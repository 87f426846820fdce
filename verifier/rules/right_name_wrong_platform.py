"""A brand's own name on a platform where the brand has not said that the account is its own."""

from __future__ import annotations

from verifier.contacts.model import Handle
from verifier.contacts.platforms import PLATFORMS
from verifier.errors import N_
from verifier.lookalikes.accounts import bare_name
from verifier.registry.model import Brand
from verifier.rules.imitating_handle import resemblance
from verifier.rules.record import Case, Finding, Rule, example

NOTE = 0.0
WEAK = 0.2


def accounts_of(brand: Brand, platform: str = "") -> list[str]:
    """The brand's proved, active accounts as people write them: ``X @TokenPocket_TP``; on one platform, or on all."""
    return [
        f"discord.gg/{c.value}" if c.platform == "discord" else f"{PLATFORMS[c.platform].label} @{c.value.removeprefix('@')}"
        for c in brand.contacts
        if c.kind == "handle" and c.status == "active" and c.proof != "listed" and c.platform in PLATFORMS and platform in ("", c.platform)
    ]


AT_LEFT_OUT = frozenset({"medium"})
"""Platforms whose writers' ``@`` people leave out, though a publication may have the bare name (on LINE that is an impostor's trick)."""


def _only_lacks_at(account: Handle, brand: Brand) -> bool:
    written = f"@{account.folded}"
    here = account.platform in AT_LEFT_OUT
    return here and any(c.kind == "handle" and c.platform == account.platform and c.value.casefold() == written for c in brand.contacts)


def find(case: Case) -> Finding | None:
    """A suspicion where the brand has other accounts there, where it offers help, or where it is claimed to be the brand's; else a note."""
    account = case.account
    if account is None or not account.platform or case.match is not None or case.registry.look_up(account) or resemblance(case):
        return None
    name = bare_name(account)
    elsewhere = {m.brand.id for m in case.registry.handles_named(name)}
    named = dict(case.world.accounts.named(name))
    candidates = sorted(elsewhere | named.keys(), key=lambda id: (id != case.claimed, id not in elsewhere, len(id), id))
    if not candidates:
        return None
    brand = case.registry.brands[candidates[0]]
    here = accounts_of(brand, account.platform)
    same = [text for text in accounts_of(brand) if text.casefold().endswith(f" @{name.casefold()}")]
    real = list(dict.fromkeys([*same, *(here or accounts_of(brand))]))
    if not real:
        return None
    coined = named.get(brand.id, False)
    weight = None if (here and coined) or case.world.accounts.says_help(name) else WEAK if here else NOTE
    if case.claimed == brand.id and coined:
        weight = None
    if _only_lacks_at(account, brand):
        weight = WEAK
    return Finding({"real": real[:3], "name": name, "platform": PLATFORMS[account.platform].label}, weight=weight, brand=brand.id)


RULE = Rule(
    id="right-name-wrong-platform",
    kinds=frozenset({"handle", "url"}),
    group="imitation",
    weight=0.45,
    title=N_("{brand}'s name, but not {brand}'s account"),
    detail=N_(
        "Anybody can take a free name. {brand} does not publish an account called “{name}” on {platform}; its accounts that we know are {real}."
    ),
    summary=N_("This has {brand}'s name, but {brand} does not publish it as its account on {platform}."),
    needs="account",
    find=find,
    catches=(
        example("@TokenPocket_TP", "official on X, and somebody else's on Telegram", platform="telegram"),
        example("@metamask-support", "the name of the brand's help account, where the brand has none", platform="medium"),
        example("https://www.instagram.com/tokenpocket_tp", "no account of the brand is known there: a note"),
        example("@uniswap", "a person's name on Discord, where the brand has a server", platform="discord"),
    ),
    spares=(
        example("@TokenPocket_TP", "where it is official", platform="x"),
        example("@somebody_else", "nobody's name we know", platform="telegram"),
        example("discord.gg/uniswap", "the server's own invitation"),
    ),
)
