"""The texts of the demo are whole, differ from one another, and name units that exist."""

import pytest

from lianluo.site.demo import units
from lianluo.site.demo.province import LOWER_UNITS
from lianluo.site.demo.text import texts

KNOWN = {"province": {short for _, _, short in units.provincial()}, "local": set(LOWER_UNITS)}


@pytest.mark.parametrize(("kind", "least"), [("province", 60), ("local", 10)])
def test_texts_are_whole_and_name_units_of_the_place(kind: str, least: int) -> None:
    found = texts(kind)
    assert len({text.title for text in found}) == len(found) >= least
    for text in found:
        assert {text.lead, *text.co} <= KNOWN[kind], text.title
        assert text.situation, text.title
        assert text.proposals, text.title
        assert text.reply, text.title
