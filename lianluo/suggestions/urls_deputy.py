"""Addresses of the pages that deputies use."""

from django.urls import path

from lianluo.suggestions.web import closing, deputy, drafts, judging

urlpatterns = [
    path("mine/", deputy.mine, name="mine"),
    path("new/", deputy.new, name="new"),
    path("<int:pk>/write/", drafts.write, name="write"),
    path("<int:pk>/details/", drafts.details, name="details"),
    path("<int:pk>/check/", drafts.check, name="check"),
    path("<int:pk>/save/", drafts.save, name="save"),
    path("<int:pk>/settle/", drafts.settle, name="settle"),
    path("<int:pk>/submit/", drafts.submit, name="submit"),
    path("<int:pk>/sent/", drafts.sent, name="sent"),
    path("<int:pk>/withdraw/", deputy.withdraw, name="withdraw"),
    path("<int:pk>/discard/", deputy.discard, name="discard"),
    path("<int:pk>/rate/", judging.rate, name="rate"),
    path("<int:pk>/entrust/", closing.entrust, name="entrust"),
    path("<int:pk>/take-back/", closing.take_back, name="take_back"),
    path("<int:pk>/tell-lead/", closing.tell_lead, name="tell_lead"),
    path("<int:pk>/dispute/", closing.dispute, name="dispute"),
    path("<int:pk>/meeting/confirm/", closing.confirm_meeting, name="confirm_meeting"),
    path("<int:pk>/meeting/object/", closing.object_meeting, name="object_meeting"),
]
