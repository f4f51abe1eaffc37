"""The site's addresses and one view that returns a constant: what the machinery alone costs."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lianluo.site import urls


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [*urls.urlpatterns, path("bench/constant", constant, name="constant")]
handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
