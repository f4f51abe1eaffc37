"""Addresses of the papers of a case, and of what the public may read of it."""

from django.urls import URLPattern, path

from lianluo.suggestions.web import papers, publishing

urlpatterns: list[URLPattern] = [
    path("objections/<int:pk>/form/", papers.transfer_form, name="transfer_form"),
    path("extensions/<int:pk>/form/", papers.extension_form, name="extension_form"),
    path("replies/<int:pk>/opinion/", papers.opinion, name="opinion"),
    path("handlings/<int:pk>/record/", papers.record, name="record"),
    path("<int:pk>/feedback/<int:turn>/<int:seat>/", papers.feedback_form, name="feedback_form"),
    path("<int:pk>/notice/", papers.notice, name="notice"),
    path("<int:pk>/as-public/", publishing.as_public, name="as_public"),
    path("publications/", publishing.publications, name="publications"),
    path("publications/<int:pk>/", publishing.publication, name="publication"),
    path("publications/<int:pk>/take-back/", publishing.publication_back, name="publication_back"),
    path("publications/directory.xlsx", publishing.directory_sheet, name="directory_sheet"),
    path("publications/directory.json", publishing.directory_json, name="directory_json"),
]
