from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "lianluo.ui"
    label = "ui"
