"""What a rule is: one record that stands in one file, with its weight, its words and its own examples.

A rule file defines ``RULE = Rule(…)``. Discovery, tests, documentation, the API's list of rules and the check of
translations follow by themselves: see `verifier.rules.all_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, final

import msgspec

from verifier.contacts.model import Contact, Direction, Email, Handle, Kind, Span, Url
from verifier.contacts.redirects import redirect_target

if TYPE_CHECKING:
    from verifier.lookalikes import Lookalike
    from verifier.lookalikes.engine import Technique
    from verifier.registry.index import Match, Registry
    from verifier.registry.names import Claim
    from verifier.world import World

    Aspect = Literal["entry", "claim", "account", "site", "disguise", "letters", "number", "page", "age"] | Technique

DANGEROUS = 0.8
SUSPICIOUS = 0.4
"""Thresholds on the combined risk. A rule at or above one of them decides alone; below `SUSPICIOUS` it never does."""

Group = Literal["registry", "claim", "imitation", "address", "writing", "number", "age", "request", "pretext", "pressure", "sender"]

GROUP_CAPS: dict[str, float] = {
    "registry": 0.97,
    "claim": 0.97,
    "imitation": 0.97,
    "address": 0.95,
    "sender": 0.95,
    "request": 0.97,
    "pretext": 0.75,
    "pressure": 0.35,
    "writing": 0.35,
    "number": 0.35,
    "age": 0.35,
}
"""The most a group of related rules can add together, so that one property seen by five rules counts once. Groups capped
below `SUSPICIOUS` hold weak signs that never decide alone, however many of them there are."""

Role = Literal["owner", "imitated", "claimed", "mentioned"]


@final
class Finding(msgspec.Struct, frozen=True, gc=False):
    """What a rule found in one contact, with the facts for its explanation.

    ``weight`` replaces the rule's own where the find is weaker (never stronger). ``brand`` is the brand it is about. ``advice``
    replaces the rule's where this find calls for other next steps.
    """

    facts: dict[str, Any] = {}
    weight: float | None = None
    brand: str | None = None
    spans: tuple[Span, ...] = ()
    advice: tuple[str, ...] = ()
    rule: Rule = None  # type: ignore[assignment]  # set by Rule.sign, through which every finding passes

    @property
    def is_lowered(self) -> bool:
        """Whether its rule would decide and this find of it does not."""
        return (self.weight or 0.0) < SUSPICIOUS <= self.rule.weight


class Case(msgspec.Struct, frozen=True, dict=True):
    """Everything a rule may look at: the contact as read, what is claimed, and the world's tables. No I/O anywhere."""

    contact: Contact
    world: World
    match: Match | None = None
    claim: Claim | None = None
    direction: Direction = "outgoing"
    authentication: dict[str, str] = {}
    facts: dict[str, Any] = {}
    """Slow facts the edge has at hand (``registration_age_days``)."""
    inside: tuple[Answered, ...] = ()
    """For a message: the contacts in it, already judged."""

    @property
    def registry(self) -> Registry:
        """The registry, for rules that ask it further questions."""
        return self.world.registry

    @property
    def claimed(self) -> str | None:
        """The id of the claimed brand, where the claim names exactly one."""
        return self.claim.brand if self.claim else None

    @property
    def claim_is_open(self) -> bool:
        """Whether somebody is named of whom we cannot say that it is this contact's owner: nobody we know, or not one of several."""
        if self.claim is None or self.claim.status == "known" or self.match is None:
            return False
        return not any(self.registry.same_family(id, self.match.brand.id) for id in self.claim.candidates)

    @cached_property
    def shown_as_other(self) -> str:
        """The display name of a mail address where it names another brand or address than the address's own; else ""."""
        mail, match = self.contact, self.match
        if not isinstance(mail, Email) or not mail.display_name or match is None:
            return ""
        shown = mail.display_name
        if "@" in shown and mail.host.ascii not in shown.lower():
            return shown
        words = shown.split()[:6]
        for end in range(len(words), 0, -1):
            named = self.registry.names.resolve(" ".join(words[:end])).brand
            if named:
                return "" if self.registry.same_family(named, match.brand.id) else shown
        return ""

    @property
    def site_owner(self) -> str | None:
        """The id of the brand on whose site an address stands, whoever wrote the page."""
        if not isinstance(self.contact, Url):
            return None
        match = self.match
        if match is None and not self.contact.host.shared_platform:
            match = self.world.registry.owner_of(self.contact.host.registrable_domain)
        return match.brand.id if match and match.contact and match.through != "email-domain" else None

    @cached_property
    def foreign_target(self) -> Url | None:
        """For an address on a registered brand's site that leads on to one outside its owner's family: that address."""
        site_owner = self.site_owner
        if site_owner is None or not isinstance(self.contact, Url):
            return None
        target = redirect_target(self.contact)
        owner = self.registry.look_up(target) if target else None
        if owner and owner.contact and self.registry.same_family(owner.brand.id, site_owner):
            return None
        return target

    @cached_property
    def signs(self) -> frozenset[str]:
        """For a message: the concepts in it, and facts about its contacts (`verifier.messages.signs`)."""
        from verifier.messages.signs import signs_of

        return signs_of(self)

    @property
    def account(self) -> Handle | None:
        """The account the contact is or lies below; None for other contacts."""
        contact = self.contact
        if isinstance(contact, Url):
            return contact.profile or contact.account
        return contact if isinstance(contact, Handle) else None

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What there is for rules to look at: an ``entry`` of the registry, a ``claim``, an ``account``, a registered brand's ``site``;
        in an address its ``disguise``, ``letters`` beyond ASCII, a ``number`` for a host, a ``page`` that is not its host's front page
        or a host for everybody's pages, its domain's ``age``; and the techniques by which a contact that is nobody's own resembles
        a brand."""
        contact, match = self.contact, self.match
        there: list[Aspect] = []
        if match is not None:
            there.append("entry")
        if self.claim is not None:
            there.append("claim")
        if contact.kind == "handle":
            there.append("account")
        elif contact.kind == "url":
            if contact.profile is not None or contact.account is not None:
                there.append("account")
            if self.site_owner is not None:
                there.append("site")
            if contact.path != "/" or contact.query or contact.host.shared_platform:
                there.append("page")
        if contact.kind == "url" or contact.kind == "email":
            host = contact.host
            if contact.disguises:
                there.append("disguise")
            if host.unicode != host.ascii:
                there.append("letters")
            if host.is_ip:
                there.append("number")
        if "registration_age_days" in self.facts:
            there.append("age")
        if match is None or match.contact is None:
            for lookalike in self.lookalikes:
                there.append(lookalike.technique)
        return tuple(there)

    @property
    def lookalikes(self) -> tuple[Lookalike, ...]:
        """The brands this contact's host or name resembles, strongest first (computed once for all rules)."""
        known: tuple[Lookalike, ...] | None = self.__dict__.get("_lookalikes")
        if known is None:  # not a cached_property, whose lock costs more than most hosts' answer
            known = self.__dict__["_lookalikes"] = self.world.lookalikes.of(self.contact)
        return known


@dataclass(frozen=True, slots=True)
class Answered:
    """A contact inside a message with its conclusion."""

    contact: Contact
    span: Span
    verdict: str
    risk: float
    brand: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An input with its options, which the rule must catch or must spare; ``why`` is for the reader."""

    input: str
    why: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    """Slow facts the edge would have at hand for the example's contact (``registration_age_days``)."""


def example(input: str, why: str = "", *, facts: dict[str, Any] | None = None, **options: Any) -> Example:
    """`Example` with the check's options as keywords: ``example("400…", claimed_brand="tokenpocket", region="CN")``."""
    return Example(input, why, options, facts or {})


@dataclass(frozen=True, slots=True)
class Rule:
    """One heuristic.

    ``weight`` is the risk it means on its own, 0 to 1 (see `DANGEROUS` and `SUSPICIOUS`). ``title``, ``detail`` and
    ``summary`` are gettext msgids whose ``{placeholders}`` the finding's facts fill; ``summary`` is the whole verdict in
    one sentence when this is the strongest reason, "" to use the general one. ``advice`` names next steps.
    """

    id: str
    kinds: frozenset[Kind]
    group: Group
    weight: float
    title: str
    detail: str
    find: Callable[[Case], Iterable[Finding] | Finding | None]
    catches: tuple[Example, ...]
    spares: tuple[Example, ...]
    summary: str = ""
    advice: tuple[str, ...] = ()
    role: Role = "imitated"
    """What the finding's brand is to the contact."""
    needs: Aspect | None = None
    """What must be there for the rule to find anything (`Case.aspects`): without it the rule is not asked."""
    weigh: Callable[[Case, list[Finding]], list[Finding]] | None = None
    """For a rule that comes after all others: what it makes of their findings."""
    keys: frozenset[str] = field(init=False)
    """For a message: signs (`Case.signs`) without any of which there is nothing to find, as its pattern says; empty where it says none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", getattr(self.find, "keys", frozenset()))

    def sign(self, answer: Iterable[Finding] | Finding) -> list[Finding]:
        """What `find` answered, as findings of this rule: with its weight where they bring no lighter one."""
        signed: list[Finding] = []
        for found in (answer,) if type(answer) is Finding else answer:  # to learn that a list is no struct costs much more by isinstance
            weight = self.weight if found.weight is None or found.weight > self.weight else found.weight
            signed.append(Finding(found.facts, weight, found.brand, found.spans, found.advice, self))
        return signed
