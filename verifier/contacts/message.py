"""Messages: every contact inside a text with its place, and the language the text is in."""

from __future__ import annotations

import msgspec

from verifier.contacts.disguise import fold
from verifier.contacts.finding import find_contacts
from verifier.contacts.model import Found, Message, Phone, Span
from verifier.messages.language import language_of

_REGIONS = {"zh-Hans": "CN", "ja": "JP", "ko": "KR", "vi": "VN", "id": "ID", "th": "TH", "de": "DE", "fr": "FR", "ru": "RU"}
"""The region a text's language suggests for numbers written nationally; languages of many countries suggest none."""


def read_message(text: str, region: str | None = None) -> Message:
    """Read a text: never raises; a text without contacts is a message too.

    Without a ``region`` the text's language suggests one; a national number read by it is marked ``region_assumed``.
    """
    folded = fold(text)
    language = language_of(folded.text)
    guessed = None if region else _REGIONS.get(language)
    found: list[Found] = []
    for place in find_contacts(folded, region or guessed):
        contact = place.contact
        written = folded.text[place.start : place.end]
        if isinstance(contact, Phone) and guessed and not contact.region_assumed and not written.lstrip("( ").startswith(("+", "00")):
            contact = msgspec.structs.replace(contact, region_assumed=True)
        found.append(Found(contact, Span(folded.at(place.start), folded.at(place.end - 1) + 1)))
    return Message(text, language, tuple(found))
