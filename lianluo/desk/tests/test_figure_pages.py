import pytest
from django.urls import reverse

from lianluo.figures.models import Snapshot
from tests.cast import Cast

YEAR = {"period": "2026"}


def test_every_number_leads_to_its_records(cast: Cast) -> None:
    client = cast.client("wang")
    shown = client.get(reverse("desk:figures"), YEAR).content.decode()
    url = f"{reverse('desk:figure', args=['people.deputies'])}?period=2026"
    assert url in shown
    evidence = client.get(url)
    assert evidence.context["number"] == len(evidence.context["records"]) == 3


def test_a_bar_opens_into_what_it_counts(cast: Cast) -> None:
    url = reverse("desk:figure", args=["people.deputies"])
    answer = cast.client("chen").get(url, YEAR | {"by": "delegation", "is": "第一代表团"})
    assert answer.context["page"].paginator.count == 2
    assert "其中：第一代表团" in answer.content.decode()


def test_from_below_come_sums_and_no_records(cast: Cast) -> None:
    answer = cast.client("wang").get(reverse("desk:figure", args=["people.deputies"]), YEAR | {"below": "1"})
    assert answer.context["number"] == 6
    assert len(answer.context["records"]) == 3
    assert "长沙市人大" in answer.content.decode()
    assert "（长沙）" not in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"period": "never"},
        {"by": "shoe_size", "is": "44"},
        {"by": "gender", "is": ""},
        {"by": "gender"},
        {"page": "x"},
    ],
)
def test_an_odd_address_still_shows_a_page(cast: Cast, query: dict[str, str]) -> None:
    assert cast.client("wang").get(reverse("desk:figure", args=["people.deputies"]), query).status_code == 200


def test_an_unknown_figure_does_not_exist(cast: Cast) -> None:
    assert cast.client("wang").get(reverse("desk:figure", args=["no.figure"])).status_code == 404


def test_what_is_reported_is_frozen(cast: Cast) -> None:
    client = cast.client("wang")
    answer = client.post(reverse("desk:figures_freeze"), YEAR | {"title": "年度总结"})
    kept = Snapshot.objects.within(cast.home.congress.scope).get()
    assert answer["Location"] == reverse("desk:snapshot", args=[kept.pk])
    assert "年度总结" in client.get(answer["Location"]).content.decode()
    assert cast.client("chen").post(reverse("desk:figures_freeze"), YEAR).status_code == 403
