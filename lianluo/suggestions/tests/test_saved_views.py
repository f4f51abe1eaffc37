"""What people kept of a list outlives a new name of the list."""

from lianluo.suggestions.lists.pages import OWN


def test_a_list_keeps_its_name_or_brings_its_views_along() -> None:
    """Saved views lie under these names: whoever changes one writes a migration that takes its views along (0116)."""
    assert {page.name for page in OWN} == {
        "suggestions",
        "unit_suggestions",
        "office_suggestions",
        "committee_suggestions",
        "delegation_suggestions",
    }
