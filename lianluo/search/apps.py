from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "lianluo.search"
    label = "search"

    def ready(self) -> None:
        from lianluo.search import changes  # noqa: F401  registers the follower of steps
