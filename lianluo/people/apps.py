from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lianluo.people"
    label = "people"
