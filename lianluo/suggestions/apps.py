from django.apps import AppConfig


class SuggestionsConfig(AppConfig):
    name = "lianluo.suggestions"
    label = "suggestions"
