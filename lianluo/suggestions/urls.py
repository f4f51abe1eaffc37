"""All addresses of the room: the deputies' own and those of staff and units."""

from django.urls import URLPattern

from lianluo.suggestions import urls_deputy, urls_staff

app_name = "suggestions"
urlpatterns: list[URLPattern] = [*urls_deputy.urlpatterns, *urls_staff.urlpatterns]
