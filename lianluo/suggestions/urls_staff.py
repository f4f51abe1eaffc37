"""Addresses of the staff and of the units; the page of a suggestion is everybody's."""

from django.urls import URLPattern, path

from lianluo.suggestions.web import assigning, case, closing, documents, handlings, judging, staff, units

urlpatterns: list[URLPattern] = [
    path("", staff.suggestion_list, name="list"),
    path("<int:pk>/", case.case, name="case"),
    path("<int:pk>/similar/", case.similar, name="similar"),
    path("<int:pk>/files/<int:file>/", documents.attachment, name="attachment"),
    path("<int:pk>/review/", staff.review, name="review"),
    path("<int:pk>/assign/", staff.assign, name="assign"),
    path("<int:pk>/urge/", staff.urge, name="urge"),
    path("<int:pk>/remind/", staff.remind, name="remind"),
    path("<int:pk>/conclude/", staff.conclude, name="conclude"),
    path("<int:pk>/enter-rating/", judging.enter_rating, name="enter_rating"),
    path("<int:pk>/triage/", closing.triage, name="triage"),
    path("<int:pk>/meet/", closing.meet, name="meet"),
    path("<int:pk>/assess/", closing.assess, name="assess"),
    path("<int:pk>/archive/", closing.archive, name="archive"),
    path("<int:pk>/reopen/", closing.reopen, name="reopen"),
    path("<int:pk>/lapse/", closing.lapse, name="lapse"),
    path("<int:pk>/close/", staff.close, name="close"),
    path("handlings/<int:pk>/sheet/", documents.sheet, name="sheet"),
    path("handlings/<int:pk>/dispatch/", handlings.dispatch, name="dispatch"),
    path("handlings/<int:pk>/redirect/", handlings.redirect, name="redirect"),
    path("handlings/<int:pk>/object/", handlings.object_to, name="object"),
    path("handlings/<int:pk>/uphold/", handlings.uphold, name="uphold"),
    path("handlings/<int:pk>/overrule/", handlings.overrule, name="overrule"),
    path("handlings/<int:pk>/reassign/", handlings.reassign, name="reassign"),
    path("handlings/<int:pk>/transfer/", handlings.transfer, name="transfer"),
    path("handlings/<int:pk>/longer/", handlings.ask_longer, name="ask_longer"),
    path("extensions/<int:pk>/grant/", handlings.grant, name="grant"),
    path("extensions/<int:pk>/refuse/", handlings.refuse, name="refuse"),
    path("<int:pk>/question-units/", handlings.question_units, name="question_units"),
    path("<int:pk>/answer-question/", assigning.answer_question, name="answer_question"),
    path("<int:pk>/supervise/", assigning.supervise, name="supervise"),
    path("<int:pk>/express/", assigning.express, name="express"),
    path("replies/<int:pk>/letter/", documents.letter, name="letter"),
    path("handlings/<int:pk>/sign/", units.sign_for, name="sign_for"),
    path("handlings/<int:pk>/reply/", units.reply, name="reply"),
    path("handlings/<int:pk>/reply/save/", units.reply_save, name="reply_save"),
]
