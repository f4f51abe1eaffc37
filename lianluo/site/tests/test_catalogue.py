"""Which sentences the code holds, and how the catalogue stands beside them."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from lianluo.site import catalogue


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A small room with sentences in Python and in a template."""
    root = tmp_path / "room"
    (root / "templates").mkdir(parents=True)
    (root / "tests").mkdir()
    (root / "states.py").write_text(
        "from x import gettext_lazy as _, ngettext, pgettext\n"
        'A = _("待审核")\nB = ngettext("%(n)s 件", "%(n)s 件们", 2)\nC = pgettext("动作", "办结")\nD = "不译"\n'
    )
    (root / "tests" / "test_x.py").write_text('_("测试里的不算")\n')
    (root / "templates" / "a.html").write_text(
        '{% load i18n %}<h1 title="{% translate "标题" %}">{% blocktranslate trimmed count n=n %}\n'
        '  {{ n }} 人\n{% plural %}\n  {{ n }} 人们\n{% endblocktranslate %}{{ _("变量里的") }}</h1>'
    )
    return root


def found(room: Path) -> Catalog:
    return catalogue.catalogue(catalogue.sentences(room))


def texts(made: Catalog) -> set[str]:
    return {message.id if isinstance(message.id, str) else message.id[0] for message in made if message.id}


def test_sentences_are_found_in_python_and_in_templates(room: Path) -> None:
    assert texts(found(room)) == {"待审核", "%(n)s 件", "办结", "标题", "%(n)s 人", "变量里的"}


def test_a_sentence_keeps_its_context_and_place(room: Path) -> None:
    message = found(room).get("办结", context="动作")
    assert message is not None
    assert message.locations[0][0] == "room/states.py"


def test_a_new_sentence_is_missing(room: Path) -> None:
    report = catalogue.compare(found(room), Catalog(locale="en"))
    assert len(report.missing) == 6
    assert not report.complete


def _translated(room: Path) -> Catalog:
    made = found(room)
    for message in made:
        if message.id:
            message.string = "x" if isinstance(message.id, str) else ("one", "many")
    return made


def test_a_catalogue_with_everything_is_complete(room: Path) -> None:
    assert catalogue.compare(found(room), _translated(room)).complete


def test_half_a_plural_is_missing(room: Path) -> None:
    kept = _translated(room)
    kept["%(n)s 件"].string = ("one", "")
    assert [text.split("  ")[0] for text in catalogue.compare(found(room), kept).missing] == ["'%(n)s 件'"]


def test_an_uncertain_translation_does_not_count_as_done(room: Path) -> None:
    kept = _translated(room)
    kept["标题"].flags.add("fuzzy")
    assert catalogue.compare(found(room), kept).fuzzy
    assert not catalogue.compare(found(room), kept).complete


def test_a_sentence_no_longer_used_is_obsolete(room: Path) -> None:
    kept = _translated(room)
    kept.add("早就不用了", "long gone")
    assert catalogue.compare(found(room), kept).obsolete


def test_an_update_keeps_translations_guesses_nothing_and_drops_the_old(room: Path, tmp_path: Path) -> None:
    po = tmp_path / "en" / "django.po"
    kept = _translated(room)
    kept.add("早就不用了", "long gone")
    (room / "more.py").write_text('_("待审核的")\n')
    catalogue.write(po, catalogue.merge(found(room), kept))
    again = catalogue.read(po)
    assert again["待审核"].string == "x"
    assert again["待审核的"].string == ""
    assert "早就不用了" not in texts(again)
    assert not again["待审核的"].fuzzy


def test_writing_twice_changes_nothing(room: Path, tmp_path: Path) -> None:
    po = tmp_path / "django.po"
    catalogue.write(po, _translated(room))
    first = po.read_text()
    catalogue.write(po, catalogue.merge(found(room), catalogue.read(po)))
    assert po.read_text() == first
    assert "POT-Creation" not in first
