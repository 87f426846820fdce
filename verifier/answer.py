"""The contract: what a check is asked and what it answers. These structs validate requests, make the JSON and generate
the OpenAPI document; existing names and meanings never change."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from verifier.registry.model import ContactKind, Proof

VerdictName = Literal["official", "dangerous", "suspicious", "unknown"]
KindName = Literal["url", "phone", "handle", "email", "message"]
Outcome = Literal["pass", "fail", "none"]


class Authentication(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the receiver verified of an incoming mail (SPF, DKIM, DMARC) or call (STIR attestation)."""

    spf: Outcome = "none"
    dkim: Outcome = "none"
    dmarc: Outcome = "none"
    stir: Literal["A", "B", "C", "none"] = "none"


class CheckRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One check: the contact or message and what is known about it."""

    input: Annotated[str, Meta(description="The contact or message.", extra_json_schema={"minLength": 1, "maxLength": 10_000})]
    kind: Annotated[
        Literal["auto", "url", "phone", "handle", "email", "message"], Meta(description="What the input is; `auto` decides by its shape.")
    ] = "auto"
    claimed_brand: Annotated[
        str | None, Meta(description="Whom it is said to belong to: a brand's id, name or alias, in any language.")
    ] = None
    region: Annotated[str | None, Meta(description="ISO 3166-1 alpha-2, to read national numbers.", examples=["CN", "HK"])] = None
    platform: Annotated[
        str | None, Meta(description="Where a bare account name is: `x`, `telegram`, `discord`, `wechat`, `weibo` …", examples=["telegram"])
    ] = None
    direction: Annotated[
        Literal["outgoing", "incoming"], Meta(description="`outgoing`: about to contact it. `incoming`: it contacted me.")
    ] = "outgoing"
    authentication: Annotated[Authentication | None, Meta(description="What the receiver verified of an incoming mail or call.")] = None
    lang: Annotated[
        str | None,
        Meta(description="Language of the answer, BCP 47; default: `Accept-Language`, then `en`.", examples=["zh-Hans", "zh-Hant", "en"]),
    ] = None


class UrlContact(msgspec.Struct, frozen=True, gc=False):
    """A web address as read."""

    value: str
    display: str
    scheme: str
    host: str
    unicode_host: str
    registrable_domain: str
    public_suffix: str


class PhoneContact(msgspec.Struct, frozen=True):
    """A telephone number as read; ``regions`` lists where a short number without a region would mean something."""

    value: str
    display: str
    e164: str | None
    region: str | None
    region_assumed: bool
    type: str
    extension: str = ""
    regions: tuple[str, ...] = ()


class HandleContact(msgspec.Struct, frozen=True):
    """An account as read; ``platform`` is null where the text does not say which."""

    value: str
    display: str
    platform: str | None
    name: str
    link: str | None


class EmailContact(msgspec.Struct, frozen=True):
    """A mail address as read."""

    value: str
    display: str
    local: str
    host: str
    registrable_domain: str


class MessageContact(msgspec.Struct, frozen=True):
    """A message: it has no value of its own."""

    value: None
    language: str


AnyContact = UrlContact | PhoneContact | HandleContact | EmailContact | MessageContact

_ONE_CONTACT = {
    "anyOf": [
        {"$ref": f"#/components/schemas/{name}"}
        for name in ("UrlContact", "PhoneContact", "HandleContact", "EmailContact", "MessageContact")
    ]
}
"""`AnyContact` for the OpenAPI document: which of them it is, ``kind`` says."""


class BrandRef(msgspec.Struct, frozen=True, gc=False):
    """The brand an answer is about, and what it is to the contact."""

    id: str
    name: str
    role: Literal["owner", "imitated", "claimed", "mentioned"]


class ClaimView(msgspec.Struct, frozen=True):
    """How the claim was understood: ``known`` names its brand; else ``candidates`` lists whom it could mean."""

    status: Literal["known", "unknown", "ambiguous"]
    brand: str | None = None
    candidates: tuple[str, ...] = ()


class Reason(msgspec.Struct, frozen=True, gc=False):
    """One reason of the verdict, in the reader's language, with the facts behind it."""

    rule: str
    weight: float
    title: str
    detail: str
    facts: dict[str, Any]


class Advice(msgspec.Struct, frozen=True):
    """A next step."""

    id: str
    text: str


class Channel(msgspec.Struct, frozen=True):
    """One of the brand's real channels, with its proof."""

    kind: ContactKind
    value: str
    purpose: str
    proof: Proof
    confirmed_at: date | None
    source: str
    platform: str | None = None
    region: str | None = None
    display: str = ""
    link: str | None = None


class SpanView(msgspec.Struct, frozen=True):
    """A passage of the input a pattern matched; offsets count code points of the input as sent, ``end`` exclusive."""

    start: int
    end: int
    rule: str


class Place(msgspec.Struct, frozen=True):
    """Where a contact stands in a message."""

    start: int
    end: int


class RegistryState(msgspec.Struct, frozen=True, gc=False):
    """The state of the registry that was asked."""

    version: str
    date: date


class Answer(msgspec.Struct, frozen=True, gc=False):
    """The answer to one check."""

    verdict: Annotated[VerdictName, Meta(description="`unknown` is an honest answer and no green light.")]
    risk: Annotated[float, Meta(description="0 to 1.", extra_json_schema={"minimum": 0, "maximum": 1})]
    kind: KindName
    contact: Annotated[Any, Meta(description="The input as read, by `kind`.", extra_json_schema=_ONE_CONTACT)]
    brand: Annotated[BrandRef | None, Meta(description="The brand the answer is about.")]
    claim: Annotated[ClaimView | None, Meta(description="How the claim was understood; null without one.")]
    stale: Annotated[bool, Meta(description="The proof is older than its review age: a client may be stricter.")]
    summary: Annotated[str, Meta(description="The verdict in one sentence, in `lang`.")]
    reasons: Annotated[tuple[Reason, ...], Meta(description="Heaviest first.")]
    advice: Annotated[tuple[Advice, ...], Meta(description="Next steps.")]
    official_contacts: Annotated[tuple[Channel, ...], Meta(description="The brand's real channels, best first.")]
    contacts: Annotated[tuple[Answer, ...], Meta(description="For a message: one answer for each contact in it, with its `span`.")]
    spans: Annotated[tuple[SpanView, ...], Meta(description="For a message: passages that patterns matched.")]
    pending: Annotated[tuple[str, ...], Meta(description="Facts on their way (`registration-age`); asking again brings them.")]
    registry: RegistryState
    lang: str
    span: Annotated[Place | None, Meta(description="For a contact inside a message: where it stands there.")] = None
