"""Next steps: what to do now, by id. Rules name them; the verdict adds the general ones."""

from __future__ import annotations

from verifier.errors import N_

ADVICE: dict[str, str] = {
    "use-official-channel": N_("Reach {brand} only through the channels shown here."),
    "find-channel-yourself": N_("Type the address you already know, or open the app you already use, and look for the contact there."),
    "do-not-open": N_("Do not open this link, and enter nothing on the page behind it."),
    "do-not-call": N_("Do not call this number, and do not call it back."),
    "do-not-reply": N_("Do not reply, and send nothing."),
    "never-share-secret": N_("Nobody may ever have your recovery words or private key: not support, not the police, not us."),
    "secret-was-shared": N_(
        "If somebody has already seen your words: create a new wallet on a clean device now and move everything to it, "
        "the most valuable first. Changing a password does not help."
    ),
    "hang-up-and-call-back": N_("Hang up, or do not answer. Contact {brand} yourself through a channel shown here."),
    "open-from-here": N_("Open the account from the link shown here, not by searching for its name."),
    "unknown-is-not-safe": N_("We know nothing about this. That does not make it safe: confirm it with the company through a channel you already trust."),
    "give-region": N_("Tell us the country of this number for a definite answer."),
    "give-platform": N_("Tell us on which platform this account is for a definite answer."),
    "which-brand": N_("Tell us which of these you mean: {candidates}."),
    "confirm-if-old": N_("This was last confirmed on {confirmed_at}. If much depends on it, confirm it on {brand}'s own website."),
}
"""Templates by advice id (gettext msgids)."""
