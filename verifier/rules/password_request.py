"""Asks for a password, a PIN or the digits of a card: no service needs to be told them."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Asks, FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="password-request",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.85,
    title=N_("Asks for a password"),
    detail=N_(
        "The text wants you to tell somebody a password, a PIN or card digits. No service needs them from you, and its staff may not ask."
    ),
    summary=N_("This text wants your password or PIN. Do not tell it to anybody."),
    advice=(
        "never-tell-password",
        "password-was-told",
    ),
    find=FirstOf(
        Asks("password", typing=False),
        Together("passline"),
        when="!household",
    ),
    role="mentioned",
    catches=(
        example("Reply with your e-mail and password so the hold can be lifted.", "a password by reply"),
        example("回复支付密码和卡号后四位即可提额。", "a payment password by text"),
    ),
    spares=(
        example("Enter your password to view the statement.", "what every program says"),
        example("We will never ask you for your password.", "a policy"),
        example("Can you send me your Wi-Fi password?", "among friends"),
    ),
)
