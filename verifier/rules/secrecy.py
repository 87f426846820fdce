"""Wants the matter kept from family, bank or police."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

_KEPT = "secret money|pay|authority|bankstaff|release|accuse"

RULE = Rule(
    id="secrecy",
    kinds=frozenset({"message"}),
    group="pretext",
    weight=0.45,
    title=N_("Wants you to keep it secret"),
    detail=N_("The text wants you to tell nobody, or to mislead the bank. Secrecy serves only whoever takes the money."),
    advice=("talk-to-somebody",),
    find=FirstOf(
        Together("hideline money|cash|pay|secret|authority|insider|guarantee", within=70, of_fraud=True),
        Together(_KEPT, within=90, when="bankstaff|authority"),
        Together(_KEPT, within=90, weight=0.3),
    ),
    role="mentioned",
    catches=(
        example("Withdraw the cash and don't mention this to the branch staff, tell the bank it is for repairs.", "misleading the bank"),
        example("案件保密,不得告诉家人,否则冻结你的银行卡。", "a case kept secret"),
    ),
    spares=(
        example("Don't tell anyone, but we're throwing Sam a surprise party.", "a party"),
        example("Keep your seed phrase secret.", "advice"),
    ),
)
