"""编号登记簿."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from lianluo.suggestions.lists.numbers import NumberRegister
from lianluo.suggestions.web.doors import acting


def numbers(request: HttpRequest) -> HttpResponseBase:
    """Every number with its suggestion, each series with what comes next and what is missing."""
    acting(request)
    return NumberRegister.as_view()(request)
