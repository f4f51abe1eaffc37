from django.apps import AppConfig


class CrossingsConfig(AppConfig):
    name = "lianluo.crossings"
    label = "crossings"
