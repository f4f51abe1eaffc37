"""Form parts: a field with label, hint and error beside it; the summary of errors; buttons that post."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lianluo.ui.components.base import BREAK, NOTHING, together
from lianluo.ui.components.small import icon
from lianluo.ui.components.text import masked

CHOICE_WIDGETS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def _described(bound: BoundField, hint: object, counter: int) -> dict[str, Any]:
    ids = [f"{bound.id_for_label}_hint"] if hint or counter else []
    ids += [f"{bound.id_for_label}_err"] if bound.errors else []
    attrs: dict[str, Any] = {"aria-describedby": " ".join(ids)} if ids else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if counter:
        attrs["data-counter"] = str(counter)
    return attrs


def _hint(bound: BoundField, hint: object, counter: int) -> SafeString:
    if not (hint or counter):
        return NOTHING
    count = format_html('<span data-count="{}"></span>', bound.id_for_label) if counter else NOTHING
    return format_html(
        '<p class="hint" id="{}_hint"><span>{}</span>{}</p>', bound.id_for_label, hint or "", count
    )


def _errors(bound: BoundField) -> SafeString:
    if not bound.errors:
        return NOTHING
    lines = together(bound.errors, BREAK)
    return format_html('<p class="err" id="{}_err">{}</p>', bound.id_for_label, lines)


def _checkbox(bound: BoundField, hint: object, attrs: dict[str, Any]) -> SafeString:
    small = format_html('<small id="{}_hint">{}</small>', bound.id_for_label, hint) if hint else NOTHING
    return format_html(
        '<div class="field"><label class="choice">{}<span><b>{}</b>{}</span></label>{}</div>',
        bound.as_widget(attrs=attrs), bound.label, small, _errors(bound),
    )  # fmt: skip


def _choices(bound: BoundField, hint: object, optional: SafeString, attrs: dict[str, Any]) -> SafeString:
    notes = getattr(bound.field, "notes", {})
    options = [
        (
            option.tag(), option.choice_label,
            format_html("<small>{}</small>", note) if (note := notes.get(str(option.data["value"]))) else "",
        )
        for option in bound.subwidgets
    ]  # fmt: skip
    rows = format_html_join("", '<label class="choice">{}<span><b>{}</b>{}</span></label>', options)
    css = "field field-bad" if bound.errors else "field"
    described = format_html(' aria-describedby="{}"', d) if (d := attrs.get("aria-describedby")) else NOTHING
    return format_html(
        '<fieldset class="{}"{}><legend>{}{}</legend>{}<div class="choices">{}</div>{}</fieldset>',
        css, described, bound.label, optional, _hint(bound, hint, 0), rows, _errors(bound),
    )  # fmt: skip


def field(
    bound: BoundField, hint: object = None, optional: bool | None = None, counter: int = 0, **attrs: Any
) -> SafeString:
    """One field of a form. `hint` defaults to its help text; further keywords become attributes (rows=8)."""
    hint = bound.help_text if hint is None else hint
    spare = not bound.field.required if optional is None else optional
    mark = format_html('<span class="opt">{}</span>', _("可不填")) if spare else NOTHING
    said = {name.replace("_", "-"): value for name, value in attrs.items()} | _described(bound, hint, counter)
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return _checkbox(bound, hint, said)
    if isinstance(bound.field.widget, CHOICE_WIDGETS):
        return _choices(bound, hint, mark, said)
    return format_html(
        '<div class="{}"><label for="{}">{}{}</label>{}{}{}</div>',
        "field field-bad" if bound.errors else "field", bound.id_for_label, bound.label, mark,
        bound.as_widget(attrs=said), _hint(bound, hint, counter), _errors(bound),
    )  # fmt: skip


def form_errors(form: forms.BaseForm) -> SafeString:
    """All errors on top, each leading to its field; nothing when the form is right."""
    if not form.errors:
        return NOTHING
    rows = [
        format_html('<li><a href="#{}">{}</a>：{}</li>', form[name].id_for_label, form[name].label, errors[0])
        for name, errors in form.errors.items()
        if name != "__all__"
    ]
    rows = [format_html("<li>{}</li>", error) for error in form.non_field_errors()] + rows
    heading = _("还有 %d 处要改，您填的都还在：") % len(rows)
    return format_html(
        '<div class="note note-bad" role="alert" tabindex="-1" data-focus>{}<div><b>{}</b><ul>{}</ul></div></div>',
        icon("alert"), heading, together(rows),
    )  # fmt: skip


def hidden(form: forms.BaseForm, csrf: str) -> SafeString:
    """Hidden fields and the token."""
    return together([csrf_input(csrf), *form.hidden_fields()])


def csrf_input(csrf: str) -> SafeString:
    """The token as a hidden field; nothing without one (a page without a request)."""
    return (
        format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', csrf) if csrf else NOTHING
    )


def postbutton(
    url: str, label: object, css: str, csrf: str, *, icon_name: str = "", confirm: str = "", confirm_text: str = "",
    fields: Mapping[str, str] | None = None,
) -> SafeString:  # fmt: skip
    """A form with one button and hidden `fields`. `confirm` is asked first: in a dialog, or on a page."""
    asked = NOTHING
    if confirm:
        asked = format_html(' data-confirm="{}" data-confirm-text="{}"', confirm, confirm_text)
    extra = format_html_join("", '<input type="hidden" name="{}" value="{}">', (fields or {}).items())
    return format_html(
        '<form class="one" method="post" action="{}"{}>{}{}<button class="{}">{}{}</button></form>',
        url, asked, csrf_input(csrf), extra, css, icon(icon_name) if icon_name else "", label,
    )  # fmt: skip


def mask(value: str, kind: str, url: str, label: object, csrf: str) -> SafeString:
    """A masked number and the button that reveals it; the reveal posts and leaves a record."""
    shown = masked(value, kind)
    if not shown:
        return format_html('<span class="muted">{}</span>', _("未填"))
    if not url:
        return format_html('<span class="nb" aria-label="{}">{}</span>', label, shown)
    return format_html(
        '<span class="rev"><b aria-label="{}">{}</b>{}</span>',
        label, shown, postbutton(url, _("看全号"), "btn btn-sm", csrf, icon_name="eye"),
    )  # fmt: skip
