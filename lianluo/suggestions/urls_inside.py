"""Addresses of the work inside a unit: talks, notes, hand-over, files of a reply, promises."""

from django.urls import URLPattern, path

from lianluo.suggestions.web import case, inside, promises, reply_files, unit_desk

urlpatterns: list[URLPattern] = [
    path("<int:pk>/rounds/", case.rounds, name="rounds"),
    path("handlings/<int:pk>/contact/", inside.contact, name="contact"),
    path("handlings/<int:pk>/note/", inside.note, name="note"),
    path("handlings/<int:pk>/hand-over/", inside.hand_over, name="hand_over"),
    path("handlings/<int:pk>/return-opinion/", inside.return_opinion, name="return_opinion"),
    path("handlings/<int:pk>/files/<int:file>/", inside.handling_file, name="handling_file"),
    path("contacts/<int:pk>/confirm/", inside.confirm_contact, name="confirm_contact"),
    path("contacts/<int:pk>/dispute/", inside.dispute_contact, name="dispute_contact"),
    path("own-unit/", unit_desk.own_unit, name="own_unit"),
    path("units/<int:pk>/series/", unit_desk.series, name="series"),
    path("units/<int:pk>/leaver/", unit_desk.leaver, name="leaver"),
    path("replies/<int:pk>/files/", reply_files.reply_files, name="reply_files"),
    path("replies/<int:pk>/files/<int:file>/", reply_files.reply_file, name="reply_file"),
    path("replies/<int:pk>/files/<int:file>/drop/", reply_files.drop, name="drop_reply_file"),
    path("promises/", promises.ledger, name="promises"),
    path("promises/<int:pk>/", promises.promise, name="promise"),
    path("promises/<int:pk>/report/", promises.report, name="report"),
    path("promises/<int:pk>/keep/", promises.keep, name="keep"),
    path("promises/<int:pk>/carry/", promises.carry_on, name="carry_on"),
    path("promises/<int:pk>/change/", promises.change, name="change"),
    path("promises/<int:pk>/rate/", promises.rate, name="rate_promise"),
    path("promises/<int:pk>/look-back/", promises.look_back, name="look_back"),
    path("promises/<int:pk>/files/<int:file>/", promises.promise_file, name="promise_file"),
]
