"""Addresses of the staff and of the units; the page of a suggestion is everybody's."""

from django.urls import URLPattern, path

from lianluo.suggestions.lists import PlanRows
from lianluo.suggestions.web import assigning, case, documents, handlings, plans, receipts, staff, units

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
    path("<int:pk>/rework/", staff.rework, name="rework"),
    path("<int:pk>/close/", staff.close, name="close"),
    path("plans/", plans.plans, name="plans"),
    path("plans/<int:pk>/", plans.plan, name="plan"),
    path("plans/<int:pk>/carry-out/", plans.carry_out, name="plan_carry_out"),
    path("plans/<int:pk>/move/", plans.move, name="plan_move"),
    path("plans/<int:pk>/sheets/", plans.sheets, name="plan_sheets"),
    path("plan-rows/", PlanRows.as_view(), name="plan_rows"),
    path("plan-rows/<int:pk>/", plans.row, name="plan_row"),
    path("handlings/<int:pk>/receipt/", receipts.receipt, name="receipt"),
    path("handlings/<int:pk>/split/", handlings.split, name="split"),
    path("<int:pk>/instruct/", assigning.instruct, name="instruct"),
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
