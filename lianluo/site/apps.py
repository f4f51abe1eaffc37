"""The top floor: it knows all rooms and puts them under one roof."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "lianluo.site"
    label = "site"
