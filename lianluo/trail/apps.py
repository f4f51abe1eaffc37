from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "lianluo.trail"
    label = "trail"
