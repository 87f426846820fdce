"""The typed contacts: what a text becomes when it has been read, and what every later step works on.

All values are frozen and parsed once. ``value`` is the canonical form that look-ups use; ``display`` is what a person is
shown. ``kind`` is the contract's word for the type.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal

import msgspec

if TYPE_CHECKING:
    from verifier.messages.claims import Named
    from verifier.messages.reading import Reading
    from verifier.registry.index import Registry

Kind = Literal["url", "phone", "handle", "email", "message"]
Direction = Literal["outgoing", "incoming"]


class Host(msgspec.Struct, frozen=True, gc=False):
    """A host name as a browser reads it.

    >>> from verifier.contacts.hosts import read_host
    >>> read_host("help.TokenPocket.pro").registrable_domain
    'tokenpocket.pro'
    """

    ascii: str
    """Lower case, punycode where needed, no trailing dot; an IPv6 address in brackets."""
    unicode: str
    """The same with its labels decoded; equal to ``ascii`` for plain hosts."""
    registrable_domain: str
    """Public suffix plus one label, in ASCII (``foo.github.io`` on a shared platform); "" for an address or a bare suffix."""
    public_suffix: str
    """The suffix under which anybody can register, in ASCII, the public suffix list's private section included."""
    shared_platform: str = ""
    """The platform's domain if strangers publish under this suffix (``github.io``, ``gitbook.io``), else ""."""
    is_ip: bool = False

    @property
    def left(self) -> str:
        """What stands left of the public suffix, in Unicode: ``help.tokenpocket``; all of an address's text."""
        suffix = self.public_suffix
        if not suffix:
            return self.unicode
        if self.unicode == self.ascii:
            return self.ascii[: -len(suffix) - 1]
        count = suffix.count(".") + 1
        return self.unicode.rsplit(".", count)[0] if self.unicode.count(".") >= count else ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The Unicode labels left of the public suffix, as they stand: ``("help", "tokenpocket")``; all of an address's text."""
        left = self.left
        return tuple(left.split(".")) if left else ()


class App(msgspec.Struct, frozen=True, gc=False):
    """An app in a store: ``platform`` is the store (``google-play``), ``id`` its id there."""

    platform: str
    id: str


class Handle(msgspec.Struct, frozen=True, gc=False):
    """An account on a platform. ``platform`` is "" when the text does not say which one."""

    kind: ClassVar[Literal["handle"]] = "handle"

    platform: str
    name: str
    """The name as written, without ``@``."""
    folded: str
    """The name as the platform compares it (lower case where the platform ignores case)."""
    link: str = ""
    """The canonical address of the profile, "" where the platform has none or is not known."""
    disguises: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        """``telegram:tokenpocket_cn``; ``@name`` without a platform."""
        return f"{self.platform}:{self.folded}" if self.platform else f"@{self.folded}"

    @property
    def display(self) -> str:
        """The name as a person writes it."""
        return self.name if self.name[:1] in "@+" or "/" in self.name else f"@{self.name}"


class Url(msgspec.Struct, frozen=True, gc=False):
    """A web address, parsed as browsers parse it (WHATWG URL)."""

    kind: ClassVar[Literal["url"]] = "url"

    value: str
    display: str
    scheme: str
    host: Host
    path: str
    """Percent-encoded path, ``/`` at least."""
    query: str = ""
    port: int | None = None
    """The port if it is not the scheme's default one."""
    userinfo: str = ""
    """What stands before ``@`` in the authority, decoded; "" where nothing does."""
    scheme_written: bool = True
    profile: Handle | None = None
    """The account, where the address is a profile link of a known platform."""
    account: Handle | None = None
    """The account below whose page the address lies (a post, an issue): strangers may write there, so it proves nothing."""
    app: App | None = None
    """The app, where the address is a store's page."""
    disguises: tuple[str, ...] = ()


class Phone(msgspec.Struct, frozen=True):
    """A telephone number. ``value`` is E.164, or the bare digits of a short or service number."""

    kind: ClassVar[Literal["phone"]] = "phone"

    value: str
    display: str
    e164: str | None
    region: str | None
    """ISO 3166-1 alpha-2 of the numbering plan, or None where the number belongs to none or several."""
    region_assumed: bool
    """The region was guessed from the number's shape, not given: such a number is never ``official``."""
    type: str
    """``mobile`` ``fixed-line`` ``toll-free`` ``premium-rate`` ``shared-cost`` ``voip`` ``personal-number`` ``uan`` ``short-code`` …"""
    extension: str = ""
    regions: tuple[str, ...] = ()
    """For a short number without a region: where it would mean something."""
    disguises: tuple[str, ...] = ()


class Email(msgspec.Struct, frozen=True):
    """A mail address; ``display_name`` is what stood before ``<…>``, "" where nothing did."""

    kind: ClassVar[Literal["email"]] = "email"

    value: str
    local: str
    host: Host
    display_name: str = ""
    disguises: tuple[str, ...] = ()

    @property
    def display(self) -> str:
        """The address with its host decoded."""
        return f"{self.local}@{self.host.unicode}"


class Span(msgspec.Struct, frozen=True):
    """A passage of the input: code point offsets, ``end`` exclusive."""

    start: int
    end: int


class Found(msgspec.Struct, frozen=True):
    """A contact found in a message, with its place there."""

    contact: Url | Phone | Handle | Email
    span: Span


class Message(msgspec.Struct, frozen=True, dict=True):
    """Free text with the contacts in it. What it means is read once, when somebody asks (`reading`, `named`)."""

    kind: ClassVar[Literal["message"]] = "message"

    text: str
    language: str
    """BCP 47: ``zh-Hans``, ``zh-Hant``, ``en``, … or ``und``."""
    found: tuple[Found, ...] = ()

    @property
    def display(self) -> str:
        """The text itself."""
        return self.text

    @cached_property
    def reading(self) -> Reading:
        """The concepts, sentences and stances of the text (`verifier.messages.reading`)."""
        from verifier.messages.reading import read_meaning

        return read_meaning(self.text, tuple(f.span for f in self.found), self.language)

    def named(self, registry: Registry) -> tuple[Named, ...]:
        """The brands the text names (`verifier.messages.claims`), found once for one registry."""
        cached = self.__dict__.get("_named")
        if cached is None or cached[0] is not registry:
            from verifier.messages.claims import names_in

            cached = self.__dict__["_named"] = (registry, names_in(self.reading, registry))
        found: tuple[Named, ...] = cached[1]
        return found


Contact = Url | Phone | Handle | Email | Message
