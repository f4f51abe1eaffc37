"""How the facts of a step read in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lianluo.suggestions.deadlines import CLOCK_LABELS
from lianluo.suggestions.states import (
    Attitude,
    ContactAnswer,
    ContactMethod,
    ContactStage,
    Mode,
    Satisfaction,
    option_words,
)
from lianluo.ui.components.text import date_full

Words = Callable[[dict[str, Any]], str]


def silent(facts: dict[str, Any]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """How a step is told: its title (the move's own label when there is none), the words of its facts, its tone.

    `title` may name facts in braces, and {who}, {unit}. A `quiet` step only follows from another one that is told.
    """

    title: Any = ""
    text: Words = silent
    tone: str = ""
    quiet: bool = False


def fact(name: str) -> Words:
    """One fact as it stands."""
    return lambda facts: str(facts.get(name) or "")


def assigned(facts: dict[str, Any]) -> str:
    said = [f"{row.get('way') or Mode(row['mode']).label} {row['unit']}" for row in facts.get("units", [])]
    if facts.get("committee"):
        said.append(_("%s督办") % facts["committee"])
    return "；".join(said)


def changed(facts: dict[str, Any]) -> str:
    """The new units of one row of a plan, or that it is left out or taken in."""
    said = assigned(facts)
    return "　".join(part for part in (str(facts.get("note") or ""), said) if part)


def carried(facts: dict[str, Any]) -> str:
    left = int(facts.get("failed") or 0)
    return ngettext("%d 件没有办成", "%d 件没有办成", left) % left if left else ""


def urged(facts: dict[str, Any]) -> str:
    units = "、".join(facts.get("units", []))
    return "　".join(part for part in (units, facts.get("note", "")) if part)


def talked(facts: dict[str, Any]) -> str:
    talk = facts.get("talk") or {}
    spoke = "，".join(part for part in (talk.get("on"), talk.get("how"), talk.get("with_whom")) if part)
    spoke = _("沟通：%s") % spoke if spoke else ""
    return "　".join(part for part in (facts.get("reason", ""), spoke, talk.get("note", "")) if part)


def lettered(facts: dict[str, Any]) -> str:
    """Whom the letter was passed to, before reason and talk."""
    to = _("转交%s") % facts["to"] if facts.get("to") else ""
    return "　".join(part for part in (to, talked(facts)) if part)


def bundled(facts: dict[str, Any]) -> str:
    """The numbers of the others, or of the main one."""
    others, said = [str(one) for one in facts.get("others", [])], []
    if others:
        said.append(_("%s并入这一件") % "、".join(others))
    if facts.get("left"):
        said.append(_("%s退出并案") % facts["left"])
    if facts.get("main"):
        said.append(_("主件 %s") % facts["main"])
    return "　".join([*said, *([facts["reason"]] if facts.get("reason") else [])])


def divided(facts: dict[str, Any]) -> str:
    """Both titles, the second with its number, and why."""
    first, second = facts.get("titles", ["", ""])
    said = _("第一件：%(first)s；第二件：%(number)s%(second)s") % {
        "first": first, "second": second, "number": f"{facts['other']} " if facts.get("other") else "",
    }  # fmt: skip
    return "　".join(part for part in (said, facts.get("reason", "")) if part)


def beside_other(facts: dict[str, Any]) -> str:
    """The other one of a division, by its number or its title, and why."""
    other = _("另一件：%s") % facts["other"] if facts.get("other") else ""
    return "　".join(part for part in (other, facts.get("reason", "")) if part)


def answered(facts: dict[str, Any]) -> str:
    said = _("%s 类") % facts["class"] if facts.get("class") else ""
    return "　".join(part for part in (str(facts.get("number") or ""), said) if part)


def concluded(facts: dict[str, Any]) -> str:
    silent = int(facts.get("silent") or 0)
    return ngettext("%d 名代表没有评价", "%d 名代表没有评价", silent) % silent if silent else ""


def because(facts: dict[str, Any]) -> str:
    """Reasons and decisions, with the unit that was named."""
    said = [str(facts.get(name) or "") for name in ("reason", "basis", "note", "decision", "answer")]
    if facts.get("proposed") or facts.get("wished"):
        said.append(_("建议改由%s") % (facts.get("proposed") or facts.get("wished")))
    return "　".join(part for part in said if part)


def recounted(facts: dict[str, Any]) -> str:
    """Which deadline, from which day to which."""
    label = str(CLOCK_LABELS.get(facts.get("clock", ""), ""))
    days = [date_full(date.fromisoformat(facts[name])) for name in ("was", "becomes") if facts.get(name)]
    return _("%(label)s：%(days)s") % {"label": label, "days": " → ".join(days)}


def longer(facts: dict[str, Any]) -> str:
    """Why more time is needed, and how the deputy was told, with the file that shows it."""
    day = facts.get("told_on")
    when = date_full(date.fromisoformat(day)) if day else ""
    how = "，".join(part for part in (when, str(facts.get("told_deputy") or "")) if part)
    said = [str(facts.get("reason") or ""), _("告知代表：%s") % how if how else ""]
    said += [_("证明材料：%s") % row["name"] for row in facts.get("files", [])]
    return "　".join(part for part in said if part)


def receipt(facts: dict[str, Any]) -> str:
    """The first characters of the digest are enough to compare by eye."""
    return _("回执 %s") % facts["digest"][:12] if facts.get("digest") else ""


def names(facts: dict[str, Any]) -> str:
    return "、".join(facts.get("names", []))


def judged(facts: dict[str, Any]) -> str:
    """态度满意，结果不满意; one axis alone; unit by unit where several answered apart."""
    if parts := facts.get("parts"):
        return "；".join(f"{row['unit']} {judged(row)}" for row in parts)
    if not facts.get("result"):
        return ""
    result = option_words(facts.get("result") or "", facts.get("result_label") or "")
    if not facts.get("attitude"):
        return result
    attitude = option_words(facts["attitude"], facts.get("attitude_label") or "")
    return _("态度%(attitude)s，结果%(result)s") % {"attitude": attitude, "result": result}


def commented(facts: dict[str, Any]) -> str:
    rows = facts.get("parts") or [facts]
    return "　".join(row["comment"] for row in rows if row.get("comment"))


def triaged(facts: dict[str, Any]) -> str:
    said = [_("代表：%s") % facts["deputy"] if facts.get("deputy") else ""]
    said += [_("承办单位：%s") % facts["unit"] if facts.get("unit") else "", str(facts.get("note") or "")]
    return "　".join(part for part in said if part)


def met(facts: dict[str, Any]) -> str:
    who = "，".join(str(facts.get(key) or "") for key in ("deputies_side", "units_side", "others"))
    return "　".join(
        part for part in (str(facts.get("place") or ""), who.strip("，"), facts.get("agreed", "")) if part
    )


def assessed(facts: dict[str, Any]) -> str:
    return "　".join(str(facts.get(key) or "") for key in ("experts", "conclusion"))


def archived(facts: dict[str, Any]) -> str:
    said = [
        _("缺：%s") % "、".join(facts["missing"]) if facts.get("missing") else "",
        facts.get("note") or "",
    ]
    return "　".join(part for part in said if part)


def contacted(facts: dict[str, Any]) -> str:
    """When and how; what was said stands on the page for those who may read it."""
    stage, method = ContactStage(facts["stage"]).label, ContactMethod(facts["method"]).label
    attitude = _("代表%s") % Attitude(facts["attitude"]).label
    return "　".join((str(facts["on"]), str(stage), str(method), attitude))


def contact_answered(facts: dict[str, Any]) -> str:
    return f"{facts['on']}　{ContactAnswer(facts['answer']).label}"


def handed(facts: dict[str, Any]) -> str:
    """From whom to whom, and why."""
    names = " → ".join(str(facts[key]) for key in ("handler_from", "handler_to") if facts.get(key))
    return "　".join(part for part in (names, str(facts.get("note") or "")) if part)


def brought(facts: dict[str, Any]) -> str:
    return "、".join(file["name"] for file in facts.get("files", []))


def kept(facts: dict[str, Any]) -> str:
    return "　".join(
        part for part in (str(Satisfaction(facts["result"]).label), facts.get("comment", "")) if part
    )
