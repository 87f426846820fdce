"""Asks to be told a one-time code: the code is the signature under somebody else's login or payment."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import Asks, FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="code-request",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.9,
    title=N_("Asks for your one-time code"),
    detail=N_(
        "The text wants the code that was sent to you. With it somebody logs in or pays in your name. The one who "
        "really sent it knows it already."
    ),
    summary=N_("This text wants your one-time code. Whoever has it can log in or pay in your name."),
    advice=(
        "never-tell-code",
        "code-was-told",
    ),
    find=FirstOf(
        Asks("code", typing=False, addressed=frozenset({"send", "submit", "发送", "提交", "上传"})),
        Asks("codeish", typing=False, when="arrival|support|pretext|threat"),
        Together("helpless code|codeish cond", within=50, when="threat|urgent|pretext|arrival"),
        Together("codeline"),
        when="!household",
    ),
    role="mentioned",
    catches=(
        example("A code just arrived, read it to me so I can cancel the payment.", "a code by phone"),
        example("把刚收到的六位数字念给我听。", "six digits, read aloud"),
        example("If you do not give me the verification code, I cannot stop the transfer.", "a threat in the form of a denial"),
        example(
            "Ohne die TAN kann ich die Überweisung nicht stoppen, in drei Minuten ist das Geld weg.", "what cannot be helped without it"
        ),
    ),
    spares=(
        example("Your verification code is 482913. Do not share it with anyone.", "a real code"),
        example("任何人索要验证码都是诈骗。", "a warning"),
        example("Enter the verification code in the app to finish.", "what an app says"),
        example("Use promo code SAVE10 at checkout.", "another kind of code"),
    ),
)
