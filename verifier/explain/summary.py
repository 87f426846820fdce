"""The verdict in one sentence: the strongest reason's own summary, or the general one for the verdict and the kind."""

from __future__ import annotations

from verifier.errors import N_

GENERAL: dict[tuple[str, str], str] = {
    ("official", "url"): N_("This is an official address of {brand}."),
    ("official", "phone"): N_("This is an official number of {brand}."),
    ("official", "handle"): N_("This is an official account of {brand}."),
    ("official", "email"): N_("This is an official e-mail address of {brand}."),
    ("dangerous", ""): N_("This shows the marks of a scam. Do not use it."),
    ("suspicious", ""): N_("There are reasons to distrust this. Do not use it before you have confirmed it."),
    ("unknown", ""): N_("We know nothing about this. Unknown does not mean safe."),
    ("unknown", "message"): N_("We found no known scam pattern in this text. That does not prove it honest."),
}
"""By (verdict, kind), then by (verdict, "")."""


def general_summary(verdict: str, kind: str) -> str:
    """The template for a verdict whose strongest reason has no summary of its own."""
    return GENERAL.get((verdict, kind)) or GENERAL[(verdict, "")]


LOWERED = N_(
    "Some words in this text are those of scams, but as a whole it is not worded like one. That does not prove it honest: keep to the advice below."
)
"""For a message in which rules found something that does not decide, because its wording does not bear it out."""

NAMED = N_("Here is how {brand} can really be reached. Trust nothing else that uses its name.")
"""For a brand's bare name."""

NAMED_WITHOUT_CHANNELS = N_("We know {brand}, but have no contact of it that is proved.")
"""For a bare name whose brand has no proved channel yet."""

SEVERAL = N_("This name is used for several things. It could mean: {candidates}.")
"""For a name that several brands share."""

PERHAPS = N_("This name means other things as well. If you mean {candidates}, here is how it can really be reached.")
"""For a name that one brand and ordinary things share."""
