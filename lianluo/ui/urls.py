from django.urls import path

from lianluo.ui import web

app_name = "ui"
urlpatterns = [
    path("ui/preferences/", web.preferences, name="preferences"),
    path("ui/states/", web.states, name="states"),
    path("mine/", web.mine, name="mine"),
    path("places/", web.places, name="places"),
    path("work/<int:pk>/", web.work, name="work"),
    path("work/<int:pk>/file/", web.work_file, name="work_file"),
    path("offline/", web.offline, name="offline"),
    path("sw.js", web.worker, name="worker"),
    path("manifest.webmanifest", web.manifest, name="manifest"),
]
