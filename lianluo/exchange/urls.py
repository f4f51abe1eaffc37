"""Addresses of import and export."""

from django.urls import URLPattern, path

from lianluo.exchange.web import batch, columns, export, home

app_name = "exchange"
urlpatterns: list[URLPattern] = [
    path("exchange/", home.home, name="home"),
    path("exchange/<slug:key>/new/", home.new, name="new"),
    path("exchange/<slug:key>/blank/", home.blank, name="blank"),
    path("exchange/<slug:key>/export/", export.export, name="export"),
    path("exchange/batches/<int:pk>/", batch.batch, name="batch"),
    path("exchange/batches/<int:pk>/columns/", columns.columns, name="columns"),
    path("exchange/batches/<int:pk>/answers/", batch.answers, name="answers"),
    path("exchange/batches/<int:pk>/run/", batch.run, name="run"),
    path("exchange/batches/<int:pk>/errors/", batch.errors, name="errors"),
    path("exchange/batches/<int:pk>/undo/", batch.undo, name="undo"),
]
