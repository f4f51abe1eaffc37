"""Answers carry their reasons."""

from typing import Any

import pytest
from django.utils.translation import gettext_lazy

from lianluo.kernel.text import Sentence
from lianluo.kernel.verdict import YES, Verdict, all_of, any_of, no


def yes(actor: Any, case: Any) -> Verdict:
    return YES


def too_late(actor: Any, case: Any) -> Verdict:
    return no("已经过了期限。")


def not_yours(actor: Any, case: Any) -> Verdict:
    return no("这件建议不归您办理。")


def test_a_refusal_is_false_and_says_why() -> None:
    refusal = no("已经过了期限。")
    assert not refusal
    assert refusal.reason == "已经过了期限。"


@pytest.mark.parametrize("empty", ["", "  ", None])
def test_a_refusal_without_a_reason_cannot_be_made(empty: object) -> None:
    with pytest.raises(ValueError, match="says why"):
        no(empty)


def test_a_reason_may_be_read_later() -> None:
    assert str(no(gettext_lazy("已过期限")).reason)
    assert str(no(Sentence("{name}已签收", name="教育厅")).reason) == "教育厅已签收"


def test_all_of_gives_the_first_refusal() -> None:
    assert all_of(yes, too_late, not_yours)(None, None).reason == "已经过了期限。"
    assert all_of(yes, yes)(None, None)
    assert all_of()(None, None)


def test_any_of_gives_the_first_consent_or_the_last_refusal() -> None:
    assert any_of(too_late, yes)(None, None)
    assert any_of(yes, too_late)(None, None)
    assert any_of(too_late, not_yours)(None, None).reason == "这件建议不归您办理。"


def test_any_of_asks_nobody_after_a_consent() -> None:
    def never(actor: Any, case: Any) -> Verdict:
        raise AssertionError("asked")

    assert any_of(yes, never)(None, None)


def test_any_of_nothing_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="nobody"):
        any_of()
