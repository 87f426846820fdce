"""An invoice or a superior wants money paid to an account that is new."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="changed-bank-details",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("A payment to a new account"),
    detail=N_(
        "The text wants a payment sent to a new account or done in a hurry for somebody who cannot be called. Invoices and superiors are imitated "
        "this way. Ask on a number you had before."
    ),
    summary=N_("This text wants money sent to a new account. Ask on a number you had before, not by reply."),
    advice=("call-known-number", "do-not-pay"),
    find=FirstOf(
        Together("newdetails", when="pay"),
        Together("bossline", when="pay|giftcard urgent|iam|giftcard|secret"),
    ),
    role="mentioned",
    catches=(
        example("Please note our bank details have changed. Kindly pay the open invoice to the new account below.", "an invoice"),
        example("This is your CEO. I need a transfer done before noon, I'm in a meeting so no calls.", "a superior"),
    ),
    spares=(
        example("Our bank details have not changed. If a mail says otherwise, call us.", "advice"),
        example("Payroll: if your bank details have changed, update them in the HR portal.", "a notice"),
    ),
)
