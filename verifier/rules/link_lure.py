"""A click or scan on a link that is not official."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="link-lure",
    kinds=frozenset({"message"}),
    group="pressure",
    weight=0.1,
    title=N_("Wants a link opened"),
    detail=N_("The text wants a link opened or a code scanned that is not among the contacts we could prove."),
    find=Together("click urgent|pretext|prize|airdrop|polite|threat|refund", within=40, when="strange-link"),
    role="mentioned",
    catches=(example("Please log in at brand-verify.example now to avoid closure.", "a link to log in"),),
    spares=(example("The changelog is at https://example.org/changes", "a link without a lure"),),
)
