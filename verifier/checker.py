"""The way of a check, top to bottom: read → look up → rules → conclude → explain.

    raw text ──▶ contact ──▶ registry match ──▶ findings ──▶ verdict ──▶ words in the reader's language

Pure but for the clock: whatever is slow (a domain's age) is handed in by the edge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Protocol

import msgspec

from verifier.answer import Answer, CheckRequest, Place, SpanView
from verifier.contacts.handle import platform_id
from verifier.contacts.model import Contact, Found, Message, Url
from verifier.contacts.phone import region_code
from verifier.contacts.reader import MAX_LENGTH, clean, read
from verifier.contacts.secrets import refuse_secrets
from verifier.errors import N_, InvalidRequest, Unreadable
from verifier.explain import channels, explain, negotiate
from verifier.explain.summary import NAMED, NAMED_WITHOUT_CHANNELS, PERHAPS, SEVERAL
from verifier.messages import claim_for, claim_in
from verifier.registry.index import Match
from verifier.registry.names import Claim
from verifier.registry.places import is_strangers_place
from verifier.rules import apply_rules
from verifier.rules.record import Answered, Case
from verifier.verdict import Conclusion, conclude
from verifier.world import World


class SlowFacts(Protocol):
    """What the edge knows about a contact without waiting: the facts at hand, and the names of those on their way."""

    def __call__(self, contact: Contact) -> tuple[Mapping[str, Any], tuple[str, ...]]:  # noqa: D102 - the class says it
        ...


def no_slow_facts(contact: Contact) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """The edge of a program that looks nothing up."""
    return {}, ()


_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,5}")
_BARE_WORD = re.compile(r"[\w.'\-]{1,64}")


class Checker:
    """Answers checks. Built once; `check` may be called from any thread."""

    def __init__(self, world: World | None = None, slow_facts: SlowFacts = no_slow_facts) -> None:
        self.world = world or World()
        self._slow_facts = slow_facts

    def check(self, request: CheckRequest, *, accept_language: str = "", today: date | None = None) -> Answer:
        """Answer one check. Raises `verifier.errors.CheckError` for what cannot be read or asked."""
        lang = self.language(request.lang, accept_language)
        text = clean(request.input)
        region = region_code(request.region) if request.region else None
        platform = platform_id(request.platform) if request.platform else ""
        refuse_secrets(text)
        claimed = (request.claimed_brand or "").strip()
        if claimed:
            refuse_secrets(claimed[:MAX_LENGTH])  # no name is longer

        contact = read(text, request.kind, region=region, platform=platform)
        claim = self.world.registry.names.resolve(claimed) if claimed else None
        if contact.kind == "message":
            stripped = len(request.input) - len(request.input.lstrip())
            return _shifted(self._check_message(contact, request, claim, lang, today), stripped)
        case, conclusion, pending = self._judge(contact, request, claim, today)
        return explain(case, conclusion, lang, pending=pending)

    @staticmethod
    def language(wanted: str | None, accept_language: str = "") -> str:
        """The language to answer in. Raises `InvalidRequest` for what is no language tag."""
        if wanted is not None and not _LANGUAGE_TAG.fullmatch(wanted):
            raise InvalidRequest(
                N_("“{lang}” is not a language tag. Use for example en, zh-Hans or zh-Hant."), field="lang", lang=wanted[:20]
            )
        if not accept_language or (wanted is not None and wanted[:2].lower() in ("en", "zh")):
            return negotiate(wanted)
        return negotiate(wanted, *(part.split(";")[0].strip() for part in accept_language.split(",")[:20]))

    def _judge(
        self, contact: Contact, request: CheckRequest, claim: Claim | None, today: date | None
    ) -> tuple[Case, Conclusion, tuple[str, ...]]:
        match = self.world.registry.look_up(contact)
        facts, pending = self._slow_facts(contact) if self._is_stranger(contact, match) else ({}, ())
        verified = request.authentication
        authentication = {k: v for k, v in _fields(verified).items() if v != "none"} if verified else {}
        case = Case(contact, self.world, match, claim, request.direction, authentication, dict(facts))
        if match is not None:
            today = today or datetime.now(UTC).date()  # only the registry's entries have an age
        return case, conclude(case, apply_rules(case), today), pending

    def _is_stranger(self, contact: Contact, match: Match | None) -> bool:
        """Whether what the edge can find out about a link's domain says anything: not where strangers publish under it."""
        return isinstance(contact, Url) and match is None and not is_strangers_place(contact)

    def _check_message(self, message: Message, request: CheckRequest, claim: Claim | None, lang: str, today: date | None) -> Answer:
        bare = self.world.registry.names.resolve(message.text)
        if bare.status != "unknown" and not message.found:
            return self._check_name(message, bare, claim, lang, today)
        if not message.found and request.kind == "auto" and _BARE_WORD.fullmatch(message.text) and message.text.isascii():
            raise Unreadable(
                N_("We could not tell what this is. If it is an account name, say on which platform; if it is a number, give its country.")
            )
        case, answers = self.message_case(message, request, claim, lang, today)
        return explain(case, conclude(case, apply_rules(case), today), lang, contacts=answers)

    def message_case(
        self, message: Message, request: CheckRequest, claim: Claim | None, lang: str, today: date | None
    ) -> tuple[Case, tuple[Answer, ...]]:
        """What the rules look at in a message, and the answers for the contacts inside, in order."""
        said = claim is None
        claim = claim or claim_in(message, self.world.registry)
        inside: list[Answered] = []
        answers: list[Answer] = []
        judged: dict[tuple[Contact, Claim | None], tuple[Conclusion, Answer]] = {}  # a text may repeat one contact a thousand times
        for found in message.found:
            its_claim = claim_for(found, claim, message, self.world.registry) if said else claim
            key = (found.contact, its_claim)
            if key not in judged:
                inner, conclusion, pending = self._judge(found.contact, _INNER, its_claim, today)
                judged[key] = conclusion, explain(inner, conclusion, lang, pending=pending)
            conclusion, answer = judged[key]
            inside.append(_answered(found, conclusion))
            answers.append(msgspec.structs.replace(answer, span=Place(found.span.start, found.span.end)))
        case = Case(contact=message, world=self.world, claim=claim, direction=request.direction, inside=tuple(inside))
        return case, tuple(answers)

    def _check_name(self, message: Message, named: Claim, claim: Claim | None, lang: str, today: date | None) -> Answer:
        """A brand's bare name: never a verdict on anything, but its channels are what the reader is looking for."""
        case = Case(contact=message, world=self.world, claim=named if named.status == "ambiguous" else claim)
        brand = named.brand or (named.candidates[0] if len(named.candidates) == 1 else None)
        conclusion = Conclusion("unknown", 0.0, (), brand, "mentioned" if brand else None)
        if brand is None:
            summary = SEVERAL
        elif not channels(self.world.registry.brands[brand]):
            summary = NAMED_WITHOUT_CHANNELS
        else:
            summary = NAMED if named.brand else PERHAPS
        return explain(case, conclusion, lang, summary=summary)


_INNER = CheckRequest(input="")
"""How the contacts inside a message are asked about: outgoing, nothing verified (DESIGN, "Direction")."""


def _answered(found: Found, conclusion: Conclusion) -> Answered:
    return Answered(
        found.contact, found.span, conclusion.verdict, conclusion.risk, conclusion.brand, tuple(f.rule.id for f in conclusion.findings)
    )


def _shifted(answer: Answer, by: int) -> Answer:
    """The answer with its offsets counted from the input as sent, of which ``by`` leading spaces were not read."""
    if not by:
        return answer
    place = answer.span and Place(answer.span.start + by, answer.span.end + by)
    return msgspec.structs.replace(
        answer,
        span=place,
        spans=tuple(SpanView(s.start + by, s.end + by, s.rule) for s in answer.spans),
        contacts=tuple(_shifted(inner, by) for inner in answer.contacts),
    )


def _fields(struct: Any) -> dict[str, str]:
    return {name: getattr(struct, name) for name in struct.__struct_fields__}
