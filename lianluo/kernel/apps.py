from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "lianluo.kernel"
    label = "kernel"
