from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lianluo.desk"
    label = "desk"

    def ready(self) -> None:
        from lianluo.desk import intake, stand_ins
        from lianluo.desk.nav import register

        register()
        intake.register()
        stand_ins.register()
