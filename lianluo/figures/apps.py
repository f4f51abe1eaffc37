from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "lianluo.figures"
    label = "figures"
