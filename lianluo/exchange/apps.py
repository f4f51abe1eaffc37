from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "lianluo.exchange"
    label = "exchange"

    def ready(self) -> None:
        from lianluo.exchange import nav

        nav.register()
