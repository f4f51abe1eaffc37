from django.apps import AppConfig


class CongressConfig(AppConfig):
    name = "lianluo.congress"
    label = "congress"
