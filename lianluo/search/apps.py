from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "lianluo.search"
    label = "search"
