"""Wants a code scanned that links somebody else's device to the reader's account."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="device-link",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.65,
    title=N_("Wants a strange device linked to your account"),
    detail=N_(
        "The text wants you to scan a picture or to enter a code under “linked devices” for a vote, a prize or a check. "
        "That logs somebody else in to your account."
    ),
    summary=N_("This text wants you to link a strange device to your account. Whoever sent it would read and write in your name."),
    advice=("never-tell-code",),
    find=Together("devicelink scanact linklure", within=110, when="!ui|linklure"),
    role="mentioned",
    catches=(
        example("To vote for my niece open WhatsApp, Linked devices, and scan the square below. Thanks!", "a vote"),
        example("Um für Jana abzustimmen: WhatsApp öffnen, Verknüpfte Geräte, und das Bild unten scannen.", "a vote"),
    ),
    spares=(
        example("To use WhatsApp on your computer open Linked devices on your phone and scan the code on web.whatsapp.com.", "help"),
        example("Never scan a code under Linked devices that somebody sent you for a vote.", "advice"),
    ),
)
