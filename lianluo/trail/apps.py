from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "lianluo.trail"
    label = "trail"

    def ready(self) -> None:
        from lianluo.trail import recount

        recount.register()
