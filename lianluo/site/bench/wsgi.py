"""The site with one more address: a view that returns a constant through the same middleware."""

from django.conf import settings

from lianluo.site.wsgi import application

settings.ROOT_URLCONF = "lianluo.site.bench.urls"

__all__ = ["application"]
