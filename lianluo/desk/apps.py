from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lianluo.desk"
    label = "desk"

    def ready(self) -> None:
        from lianluo.desk import intake, waiting
        from lianluo.desk.nav import register

        register()
        waiting.register()
        intake.register()
