from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "lianluo.notices"
    label = "notices"
