"""Delegations, deputy groups and electoral units that a roster names: found, folded, or set up when somebody says so."""

import re
from collections import Counter, defaultdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from lianluo.congress import policy
from lianluo.congress.groups import save_group
from lianluo.congress.models import Delegation, DeputyGroup, ElectoralUnit, Term
from lianluo.exchange.kinds import ASK, Candidate, Finding
from lianluo.exchange.matching.found import bare
from lianluo.kernel.text import Sentence
from lianluo.people.actor import Actor

ENDS = re.compile(r"(代表团|选举单位|代表小组|团|新区|特别行政区|自治区|自治州|地区|盟|省|市|区|县)$")
NEW = "new:"
MODELS: dict[str, Any] = {"delegation": Delegation, "group": DeputyGroup, "electoral_unit": ElectoralUnit}
LABELS = {"delegation": _("代表团"), "group": _("代表小组"), "electoral_unit": _("选举单位")}


def folded(name: str) -> str:
    """嘉定, 嘉定区, 嘉定代表团 → 嘉定; 浦东新区, 浦东 → 浦东."""
    short = bare(name)
    while len(rest := ENDS.sub("", short)) >= 2 and rest != short:
        short = rest
    return short


class Groups:
    """The groups of one kind in one term, by name; new ones only after somebody confirmed them."""

    def __init__(self, field: str, term: Term, actor: Actor, choices: dict[tuple[str, str], str]) -> None:
        self.field, self.term, self.actor, self.choices = field, term, actor, choices
        self.thing = f"{field}:{term.pk}" if field != "electoral_unit" else field
        self.rows: dict[int, Any] = {}
        rows = MODELS[field].objects.within(actor.scope).filter(is_active=True)
        for group in rows if field == "electoral_unit" else rows.filter(term=term):
            self.rows[group.pk] = group
        self.by_name = {bare(group.name): group for group in self.rows.values()}
        self.spellings: Counter[str] = Counter()
        self.may_add = policy.may_edit_groups(actor, actor.congress)

    def find(self, text: str) -> Any | None:
        """The group, or the name of one to be set up ("new:…"), or None when it is not known yet."""
        if not text:
            return None
        if group := self.by_name.get(bare(text)):
            return group
        target = self.choices.get((self.thing, text), "")
        if target.startswith(NEW):
            return self.by_name.get(bare(target.removeprefix(NEW))) or target
        return self.rows.get(int(target)) if target.isdigit() else None

    def judge(self, text: str) -> list[Finding]:
        """Asks about a name that is not known; which answers there are is seen when the file has been read."""
        if not text or self.find(text) is not None:
            return []
        self.spellings[text] += 1
        said = Sentence(str(_("还没有叫“{text}”的{label}。")), text=text, label=LABELS[self.field])
        return [Finding(grade=ASK, field=self.field, sentence=str(said), thing=self.thing, written=text)]

    def candidates(self, written: str) -> list[Candidate]:
        """Those that are there and fold to the same; then new ones, as most rows of the file write it."""
        alike = defaultdict(list)
        for name, count in self.spellings.most_common():
            alike[folded(name)].append((count, name))
        there = [g for g in self.rows.values() if folded(g.name) == folded(written)]
        found = [Candidate(str(group.pk), group.name, str(_("已有"))) for group in there]
        if self.may_add:
            for _count, name in sorted(alike[folded(written)], key=lambda one: (-one[0], one[1])):
                others = [other for _n, other in alike[folded(written)] if other != name]
                note = (
                    str(Sentence(str(_("新建；文件里还写作{others}")), others="、".join(others)))
                    if others
                    else str(_("新建"))
                )
                found.append(Candidate(f"{NEW}{name}"[:80], name, note))
        return found or [Candidate(str(group.pk), group.name) for group in list(self.rows.values())[:8]]

    def made(self, found: Any, at: datetime) -> Any | None:
        """The group itself; one that was confirmed is set up now."""
        if not isinstance(found, str):
            return found
        name = found.removeprefix(NEW)
        if group := self.by_name.get(bare(name)):
            return group
        facts = {} if self.field == "electoral_unit" else {"term": self.term}
        group = MODELS[self.field](
            congress=self.actor.congress, name=name[:60], order=len(self.rows) + 1, **facts
        )
        save_group(group, actor=self.actor, at=at)
        self.rows[group.pk] = self.by_name[bare(name)] = group
        return group
