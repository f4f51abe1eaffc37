"""Addresses of the pages that deputies use."""

from django.urls import path

from lianluo.suggestions.web import deputy, drafts, judging, outcomes

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
    path("<int:pk>/withdraw/ask/", outcomes.ask_withdraw, name="ask_withdraw"),
    path("<int:pk>/withdraw/agree/", outcomes.agree_withdraw, name="agree_withdraw"),
    path("<int:pk>/withdraw/refuse/", outcomes.refuse_withdraw, name="refuse_withdraw"),
    path("<int:pk>/withdraw/take-over/", outcomes.take_over, name="take_over"),
    path("<int:pk>/withdraw/keep/", outcomes.keep_going, name="keep_going"),
    path("<int:pk>/rewrite/", outcomes.rewrite, name="rewrite"),
    path("<int:pk>/discard/", deputy.discard, name="discard"),
    path("<int:pk>/rate/", judging.rate, name="rate"),
]
