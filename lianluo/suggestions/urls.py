"""All addresses of the room: the deputies' own and those of staff and units. All of them lie behind sign-in."""

from django.contrib.auth.decorators import login_required
from django.urls import URLPattern

from lianluo.suggestions import urls_deputy, urls_papers, urls_staff

app_name = "suggestions"
urlpatterns: list[URLPattern] = [*urls_deputy.urlpatterns, *urls_staff.urlpatterns, *urls_papers.urlpatterns]
for _pattern in urlpatterns:
    _pattern.callback = login_required(_pattern.callback)
