"""All addresses. Each room brings its own; here they only get their places."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from lianluo.site import probes

handler400 = "lianluo.site.errors.bad_request"
handler403 = "lianluo.site.errors.forbidden"
handler404 = "lianluo.site.errors.not_found"
handler500 = "lianluo.site.errors.broken"

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", probes.healthz, name="healthz"),
    path("metrics", probes.metrics_page, name="metrics"),
    path("accounts/", include("lianluo.people.urls")),
]
for _room, _prefix in (("ui", ""), ("suggestions", "suggestions/"), ("exchange", ""), ("desk", "")):
    if find_spec(f"lianluo.{_room}.urls"):
        urlpatterns.append(path(_prefix, include(f"lianluo.{_room}.urls")))
