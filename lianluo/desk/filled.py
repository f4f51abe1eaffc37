"""Do an act of the people floor with a form: what cannot be right becomes an error beside its field."""

from collections.abc import Callable
from typing import TypeVar

from django import forms

from lianluo.congress.refusals import Refusal
from lianluo.people.refusal import Unfit

Made = TypeVar("Made")


def filled(form: forms.Form, act: Callable[[], Made]) -> Made | None:
    """The result of `act` when the form is right and nothing was refused, else None with errors in the form."""
    if not form.is_valid():
        return None
    try:
        return act()
    except Unfit as wrong:
        form.add_error(wrong.field if wrong.field in form.fields else None, str(wrong))
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
    return None
