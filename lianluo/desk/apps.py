from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lianluo.desk"
    label = "desk"
