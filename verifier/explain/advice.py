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
    "hang-up-and-call-back": N_("Do not answer, and hang up if it is a call. Contact {brand} yourself through a channel shown here."),
    "open-from-here": N_("Open the account from the link shown here, not by searching for its name."),
    "unknown-is-not-safe": N_(
        "We know nothing about this. That does not make it safe: confirm it with the company through a channel you already trust."
    ),
    "not-confirmed": N_("We know whose contact this resembles, but not that this is it. Take one of the channels shown here instead."),
    "give-region": N_("Tell us the country of this number for a definite answer."),
    "give-platform": N_("Tell us on which platform this account is for a definite answer."),
    "brand-not-known": N_(
        "We have no entry for the company it is said to be, so we cannot say whether it is theirs. Look on the company's own website."
    ),
    "which-brand": N_("Tell us which of these you mean: {candidates}."),
    "confirm-if-old": N_("This was last confirmed on {confirmed_at}. If much depends on it, confirm it on {brand}'s own website."),
    "posted-phrase-is-bait": N_(
        "A phrase or key that a stranger posts is bait: you cannot move what you see there, and what you send in for fees is taken at once. "
        "Send nothing, and import it nowhere."
    ),
    "never-tell-password": N_("Tell passwords, PINs and card digits to nobody: no bank, shop or authority may ask you for them."),
    "password-was-told": N_(
        "If you have already told it: change the password now from your own device, sign out all other sessions, and have the card "
        "blocked if it was about a card."
    ),
    "never-tell-code": N_("A one-time code is for you alone: type it only where you yourself started to log in or pay."),
    "code-was-told": N_(
        "If you have already told a code: call the bank or service at once through the number on your card or in its app, have payments "
        "stopped, then change the password."
    ),
    "end-remote-session": N_("Install nothing, read out no number from the screen, and share no screen with somebody who contacted you."),
    "remote-was-given": N_(
        "If somebody already had control: switch off the internet, remove the program, then call your bank from another phone. Change "
        "passwords and move wallets from another device only."
    ),
    "do-not-pay": N_("Pay nothing, and send no coins: not even a small amount to test."),
    "money-was-sent": N_(
        "If you have already paid: call your bank now and ask to stop the transfer, keep all messages, and report it to the police. "
        "Pay nobody who promises to get it back."
    ),
    "do-not-connect": N_("Do not connect a wallet, sign or approve anything there."),
    "approval-was-given": N_(
        "If you have already signed or approved: move what is left to another address first, then revoke the approvals in your wallet's "
        "own tool. If you also typed in your words, create a new wallet."
    ),
    "install-from-source": N_("Install a wallet only from the brand's own page or from the store entry it links to."),
    "app-was-installed": N_(
        "If you have already used such an app: its words are known to others. Create a new wallet on another device and move everything "
        "there, then remove the app."
    ),
    "reach-support-yourself": N_("Start the conversation yourself: open the app or the address you already know, and look for help there."),
    "check-whole-address": N_(
        "Compare the whole address with the one the receiver gave you, character by character, or scan it from them again."
    ),
    "report-to-police": N_("Report it to the police; they help without a fee."),
    "hang-up-and-report": N_(
        "Hang up. Call the authority or company yourself on a number you have looked up, and ask whether anything is true."
    ),
    "talk-to-somebody": N_("Talk to somebody you trust before you do anything. Whoever forbids that has a reason to."),
    "do-not-send-papers": N_("Send no papers, selfies or card pictures by message. Real checks happen in the app or at the counter."),
    "card-was-entered": N_("If you have already entered a card: have it blocked by the bank, and look through the latest payments."),
    "gift-card-was-sent": N_(
        "If you have already sent codes: call the card's issuer at once with the receipt; sometimes the balance can be frozen."
    ),
    "call-known-number": N_("Call the person on the number you have always had, or ask something only they would know."),
    "keep-evidence": N_("Keep the messages and addresses as evidence, block the sender, and lock down who sees your contacts."),
}
"""Templates by advice id (gettext msgids)."""
