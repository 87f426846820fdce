"""Wants a request in the reader's own bank app confirmed, "to cancel a payment": it is the payment."""

from __future__ import annotations

from verifier.errors import N_
from verifier.messages.pattern import FirstOf, Together
from verifier.rules.record import Rule, example

RULE = Rule(
    id="approval-in-bank-app",
    kinds=frozenset({"message"}),
    group="request",
    weight=0.7,
    title=N_("Wants a request in your app confirmed"),
    detail=N_(
        "The text wants you to confirm a request that your bank's app shows, as if that cancelled or tested something. "
        "What you confirm there is a payment or a login of somebody else."
    ),
    summary=N_("This text wants you to confirm something in your bank's app. It is the payment itself: decline it."),
    advice=("hang-up-and-report", "never-tell-code"),
    find=FirstOf(
        Together("approveline", of_fraud=True),
        Together("confirmit appprompt undoing", within=90, of_fraud=True),
        Together("confirmit bankapp undoing appprompt|agent|urgent|tome", within=70, of_fraud=True),
    ),
    role="mentioned",
    catches=(
        example("A request will pop up in your banking app. Approve it right away, that cancels the fraudulent payment.", "a cancellation"),
        example(
            "Une notification va s'afficher dans votre appli : validez-la tout de suite, c'est l'annulation du paiement.", "a cancellation"
        ),
        example(
            "Gleich erscheint eine Freigabe in Ihrer Banking-App. Bestätigen Sie sie, damit wird die Zahlung storniert.", "a cancellation"
        ),
    ),
    spares=(
        example(
            "Never approve a request in your banking app that you did not start, even if the caller says it cancels a payment.", "advice"
        ),
        example("Please confirm your payment of $18.20 in the app within ten minutes.", "a real prompt"),
        example("To cancel a standing order, open the app and tap Cancel.", "help"),
    ),
)
