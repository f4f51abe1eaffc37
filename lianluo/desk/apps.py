from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lianluo.desk"
    label = "desk"

    def ready(self) -> None:
        from lianluo.desk import intake, stand_ins, waiting
        from lianluo.desk.nav import register

        register()
        waiting.register()
        intake.register()
        stand_ins.register()
