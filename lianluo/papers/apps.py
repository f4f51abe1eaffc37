from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "lianluo.papers"
    label = "papers"
