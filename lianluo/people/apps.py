from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lianluo.people"
    label = "people"

    def ready(self) -> None:
        from lianluo.people import signals

        signals.connect()
