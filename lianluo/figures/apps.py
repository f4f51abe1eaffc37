from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "lianluo.figures"
    label = "figures"

    def ready(self) -> None:
        from lianluo.figures import own  # noqa: F401  registers the figures of the floors below
