"""Addresses of the pages that deputies use."""

from django.urls import path

from lianluo.suggestions.web import (
    delegation,
    deputy,
    drafts,
    entering,
    files,
    joint,
    judging,
    outcomes,
    sending,
)

urlpatterns = [
    path("mine/", deputy.mine, name="mine"),
    path("new/", deputy.new, name="new"),
    path("<int:pk>/write/", drafts.write, name="write"),
    path("<int:pk>/details/", drafts.details, name="details"),
    path("<int:pk>/check/", sending.check, name="check"),
    path("<int:pk>/save/", drafts.save, name="save"),
    path("<int:pk>/settle/", drafts.settle, name="settle"),
    path("<int:pk>/submit/", sending.submit, name="submit"),
    path("<int:pk>/sent/", sending.sent, name="sent"),
    path("<int:pk>/withdraw/", deputy.withdraw, name="withdraw"),
    path("<int:pk>/withdraw/ask/", outcomes.ask_withdraw, name="ask_withdraw"),
    path("<int:pk>/withdraw/agree/", outcomes.agree_withdraw, name="agree_withdraw"),
    path("<int:pk>/withdraw/refuse/", outcomes.refuse_withdraw, name="refuse_withdraw"),
    path("<int:pk>/withdraw/lead-on/", outcomes.lead_on, name="lead_on"),
    path("<int:pk>/withdraw/keep/", outcomes.keep_going, name="keep_going"),
    path("<int:pk>/rewrite/", outcomes.rewrite, name="rewrite"),
    path("<int:pk>/discard/", deputy.discard, name="discard"),
    path("<int:pk>/attach/", files.attach, name="attach"),
    path("<int:pk>/files/<int:file>/drop/", files.drop, name="drop_file"),
    path("<int:pk>/delegation/", delegation.delegation, name="delegation"),
    path("<int:pk>/confirm/", entering.confirm, name="confirm"),
    path("<int:pk>/invite/", joint.invite, name="invite"),
    path("<int:pk>/invite/remind/", joint.invite_remind, name="invite_remind"),
    path("<int:pk>/invite/<int:seat>/back/", joint.invite_back, name="invite_back"),
    path("<int:pk>/cosign/", joint.cosign, name="cosign"),
    path("<int:pk>/decline/", joint.decline, name="decline"),
    path("<int:pk>/uncosign/", joint.uncosign, name="uncosign"),
    path("<int:pk>/join/", joint.join, name="join"),
    path("<int:pk>/admit/", joint.admit, name="admit"),
    path("<int:pk>/rate/", judging.rate, name="rate"),
]
