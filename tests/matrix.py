"""Who gets what from which address of the house. `test_matrix.py` walks it; `README.md` says how to add a row.

"200 liaison li; 403 admins; 404 rest": statuses with groups or people of the cast. Everybody must appear, once.
403 is "you may know of it, not do it" and says why; 404 is "for you there is no such thing".
"""

from dataclasses import dataclass, field

from tests.walking import EVERYONE

GROUPS = {
    "deputies": "li wu zhou",
    "liaison": "wang qian",
    "education": "xu zhao ma hu",
    "admins": "han feng dong",
    "everyone": " ".join(EVERYONE),
}
COMMON = frozenset({"", "year", "rule", "nothing", "figure", "paper", "table"})
"""Kinds of arguments that name no thing of a congress."""


@dataclass(frozen=True)
class Row:
    """`args`: what kind of thing the address names (tests/stock.py). `get`: what everybody at home is answered.

    `post`: the same for an empty form; without it, whoever is refused by `get` must be refused here too.
    `elsewhere`: who of another congress is let in all the same, by law ("upper": "han").
    """

    args: str
    get: str
    post: str = ""
    elsewhere: dict[str, str] = field(default_factory=dict)

    @property
    def is_owned(self) -> bool:
        return self.args not in COMMON

    def lets_in(self, place: str) -> set[str]:
        return _people(self.elsewhere.get(place, ""))


def keys_by_status(words: str) -> dict[int, set[str]]:
    """Read the words of a row."""
    found: dict[int, set[str]] = {}
    named: set[str] = set()
    for part in words.split(";"):
        status, *who = part.split()
        keys = set(EVERYONE) - named if who == ["rest"] else _people(" ".join(who))
        assert not keys & named, f"twice in {words!r}: {keys & named}"
        found[int(status)] = keys
        named |= keys
    assert named == set(EVERYONE), f"forgotten in {words!r}: {set(EVERYONE) - named}"
    return {status: keys for status, keys in found.items() if keys}


def _people(words: str) -> set[str]:
    found: set[str] = set()
    for word in words.split():
        if word not in GROUPS and word not in EVERYONE:
            raise KeyError(word)
        found |= set(GROUPS.get(word, word).split())
    return found


PUBLIC = frozenset(
    {"healthz", "metrics", "ui:offline", "ui:worker", "ui:manifest", "ui:preferences", "ui:states"}
)
"""Open without sign-in: probes (metrics only from the machine itself), the shell of the phone app, the look of the
pages (language, letters, colours), and the page of components, which is 404 for all but the system administrator."""


ROWS: dict[str, Row] = {
    "healthz": Row("", "200 everyone"),
    "metrics": Row("", "200 everyone"),
    "ui:preferences": Row("", "405 everyone", post="302 everyone"),
    "ui:states": Row("", "200 han; 404 rest"),
    "ui:mine": Row("", "200 everyone"),
    "ui:places": Row("", "200 everyone"),
    "ui:work": Row("nothing", "404 everyone"),
    "ui:work_file": Row("nothing", "404 everyone"),
    "ui:offline": Row("", "200 everyone"),
    "ui:worker": Row("", "200 everyone"),
    "ui:manifest": Row("", "200 everyone"),
    "suggestions:mine": Row("", "404 sun; 200 rest"),
    "suggestions:new": Row("", "200 deputies; 404 sun; 403 rest"),
    "suggestions:write": Row("draft", "200 li; 404 rest"),
    "suggestions:details": Row("draft", "200 li; 404 rest"),
    "suggestions:check": Row("draft", "200 li; 404 rest"),
    "suggestions:save": Row("draft", "405 everyone", post="200 li; 404 rest"),
    "suggestions:settle": Row("draft", "405 everyone", post="302 li; 404 rest"),
    "suggestions:word": Row("draft", "405 everyone", post="302 li; 404 rest"),
    "suggestions:submit": Row("draft", "405 everyone", post="302 li; 404 rest"),
    "suggestions:sent": Row("submitted", "200 liaison li chen; 404 rest"),
    "suggestions:withdraw": Row("suggestion", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:discard": Row("draft", "405 everyone", post="302 li; 404 rest"),
    "suggestions:rate": Row("replied", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:enter": Row("", "200 liaison; 404 sun; 403 rest"),
    "suggestions:confirm": Row("entered", "200 li; 403 wang; 404 rest"),
    "suggestions:delegation": Row("draft", "403 li; 404 rest"),
    "suggestions:attach": Row("draft", "405 everyone", post="403 li; 404 rest"),
    "suggestions:drop_file": Row("draft_file", "405 everyone", post="302 li; 404 rest"),
    "suggestions:invite": Row("draft", "200 li; 404 rest"),
    "suggestions:invite_remind": Row("draft", "405 everyone", post="403 li; 404 rest"),
    "suggestions:invite_back": Row("invited_seat", "405 everyone", post="302 li; 403 wu; 404 rest"),
    "suggestions:cosign": Row("invited", "200 wu; 403 li; 404 rest"),
    "suggestions:decline": Row("invited", "200 wu; 403 li; 404 rest"),
    "suggestions:uncosign": Row("signed", "200 wu; 403 li; 404 rest"),
    "suggestions:join": Row("accepted", "200 wu zhou; 403 li liaison guo chen; 404 rest"),
    "suggestions:admit": Row("joining", "200 li; 403 wu zhou liaison guo chen; 404 rest"),
    "suggestions:list": Row("", "404 sun; 200 rest"),
    "suggestions:case": Row("suggestion", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:similar": Row("suggestion", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:attachment": Row("attachment", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:whole": Row("suggestion", "403 wu zhou; 404 admins he lin liu tang sun; 200 rest"),
    "suggestions:review": Row("submitted", "200 liaison; 403 li chen; 404 rest"),
    "suggestions:ask_withdraw": Row("joint", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:agree_withdraw": Row("asked_withdraw", "200 wu; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:refuse_withdraw": Row("asked_withdraw", "200 wu; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:lead_on": Row("asked_withdraw", "200 wu; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:keep_going": Row("asked_withdraw", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:rewrite": Row("letter", "405 everyone", post="302 li; 403 liaison chen; 404 rest"),
    "suggestions:letter_answer": Row("letter", "200 liaison; 403 li chen; 404 rest"),
    "suggestions:editions": Row("suggestion", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:merge": Row("accepted", "200 liaison; 403 deputies guo chen; 404 rest"),
    "suggestions:unmerge": Row("bundle", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:divide": Row("submitted", "200 liaison; 403 li chen; 404 rest"),
    "suggestions:agree_division": Row("divided", "200 li; 403 wu zhou liaison guo chen; 404 rest"),
    "suggestions:refuse_division": Row("divided", "200 li; 403 wu zhou liaison guo chen; 404 rest"),
    "suggestions:record_division": Row("divided", "200 liaison; 403 deputies guo chen; 404 rest"),
    "suggestions:reunite": Row("divided", "200 liaison; 403 deputies guo chen; 404 rest"),
    "suggestions:bundle": Row("bundle", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:carry": Row(
        "bundle_part",
        "405 everyone",
        post="404 admins he lin liu tang sun; 403 rest",
    ),
    "suggestions:number_gaps": Row("", "200 liaison lin chen; 404 sun; 403 rest"),
    "suggestions:numbers": Row("", "200 liaison lin chen; 404 sun; 403 rest"),
    "suggestions:assign": Row("accepted", "200 liaison; 403 deputies guo chen; 404 rest"),
    "suggestions:urge": Row("suggestion", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:remind": Row("replied", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:enter_rating": Row("replied", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:triage": Row("dissatisfied", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:meet": Row("to_meet", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:assess": Row("to_meet", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:confirm_meeting": Row("met", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:object_meeting": Row("met", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:archive": Row("closed", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:reopen": Row("closed", "200 qian; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:lapse": Row("accepted", "403 liaison deputies guo chen; 404 rest"),
    "suggestions:entrust": Row("replied", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:judge_oneself": Row("replied", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:tell_lead": Row("replied", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:dispute": Row("replied", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:close": Row("rated", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:sign_for": Row(
        "unsigned", "405 everyone", post="302 xu zhao hu; 404 admins he lin liu tang sun; 403 rest"
    ),
    "suggestions:reply": Row("handling", "200 xu zhao hu; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:reply_save": Row(
        "handling", "405 everyone", post="200 xu zhao hu; 404 admins he lin liu tang sun; 403 rest"
    ),
    "desk:notices": Row("", "403 sun; 200 rest"),
    "desk:notices_read": Row("", "403 sun; 405 rest", post="403 sun; 302 rest"),
    "desk:notice_preferences": Row("", "403 sun; 200 rest"),
    "desk:notice": Row("notice", "302 li; 403 sun; 404 rest"),
    "desk:notice_matrix": Row("", "200 qian han; 403 rest"),
    "desk:deliveries": Row("", "200 qian han dong; 403 rest"),
    "desk:jobs": Row("", "200 han; 403 rest"),
    "desk:job_again": Row("nothing", "405 han; 403 rest", post="302 han; 403 rest"),
    "desk:search": Row("", "403 sun; 200 rest"),
    "desk:figures": Row("", "200 liaison chen; 403 rest"),
    "desk:figure": Row("figure", "200 liaison chen; 403 rest"),
    "desk:figures_freeze": Row("", "405 liaison; 403 rest", post="302 liaison; 403 rest"),
    "desk:snapshot": Row("snapshot", "200 liaison chen; 403 rest"),
    "desk:paper_templates": Row("", "200 liaison; 403 rest"),
    "desk:paper_template": Row("paper", "200 liaison; 403 rest"),
    "desk:paper_template_file": Row("paper", "200 liaison; 403 rest"),
    "desk:paper_specimen": Row("paper", "200 liaison; 403 rest"),
    "desk:paper_template_restore": Row("paper", "405 liaison; 403 rest", post="302 liaison; 403 rest"),
    "suggestions:conclude": Row("replied", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:sheet": Row("handling", "200 liaison education gao; 403 deputies guo chen; 404 rest"),
    "suggestions:transfer_form": Row(
        "objection", "200 liaison education gao; 403 deputies guo chen; 404 rest"
    ),
    "suggestions:extension_form": Row(
        "extension", "200 liaison education gao; 403 deputies guo chen; 404 rest"
    ),
    "suggestions:opinion": Row(
        "given_opinion", "200 liaison education gao liu guo chen; 403 deputies; 404 rest"
    ),
    "suggestions:record": Row("handling", "200 li liaison education; 403 wu zhou gao guo chen; 404 rest"),
    "suggestions:feedback_form": Row(
        "feedback", "200 li liaison education gao; 403 wu zhou guo chen; 404 rest"
    ),
    "suggestions:notice": Row("notified", "200 li liaison chen; 404 rest"),
    "suggestions:as_public": Row("suggestion", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:publications": Row("", "200 liaison; 403 rest"),
    "suggestions:publication": Row("publication", "200 liaison; 404 sun; 403 rest"),
    "suggestions:publication_back": Row("published", "200 liaison; 404 sun; 403 rest"),
    "suggestions:directory_sheet": Row("", "200 liaison; 404 sun; 403 rest"),
    "suggestions:directory_json": Row("", "200 liaison; 404 sun; 403 rest"),
    "suggestions:letter": Row("delivered", "200 deputies liaison education gao guo chen; 404 rest"),
    "suggestions:dispatch": Row("at_office", "200 gao; 403 deputies liaison guo chen; 404 rest"),
    "suggestions:redirect": Row("at_office", "200 gao; 403 deputies liaison guo chen; 404 rest"),
    "suggestions:object": Row("unsigned", "200 xu zhao hu; 403 deputies liaison ma gao guo chen; 404 rest"),
    "suggestions:uphold": Row("objected", "200 liaison gao; 403 deputies education guo chen; 404 rest"),
    "suggestions:overrule": Row("objected", "200 liaison gao; 403 deputies education guo chen; 404 rest"),
    "suggestions:reassign": Row("handling", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:ask_longer": Row(
        "handling", "200 xu zhao hu; 403 deputies liaison ma gao guo chen; 404 rest"
    ),
    "suggestions:plans": Row("", "200 liaison lin gao guo chen; 404 sun; 403 rest"),
    "suggestions:plan": Row("plan", "200 liaison gao guo chen; 404 rest"),
    "suggestions:plan_rows": Row("", "200 liaison lin gao guo chen; 403 rest"),
    "suggestions:plan_row": Row("plan_row", "200 liaison gao guo chen; 404 rest"),
    "suggestions:plan_move": Row("plan", "405 everyone", post="403 liaison gao guo chen; 404 rest"),
    "suggestions:plan_carry_out": Row("plan", "200 liaison; 403 gao guo chen; 404 rest"),
    "suggestions:plan_sheets": Row("plan", "200 liaison gao guo chen; 404 rest"),
    "suggestions:receipt": Row("handling", "200 liaison education gao; 403 deputies guo chen; 404 rest"),
    "suggestions:split": Row("at_office", "200 gao; 403 deputies liaison guo chen; 404 rest"),
    "suggestions:instruct": Row("suggestion", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:grant": Row("extension", "200 liaison gao; 403 deputies education guo chen; 404 rest"),
    "suggestions:recounts": Row("", "200 liaison; 403 rest"),
    "suggestions:recount_again": Row("", "405 everyone", post="302 qian; 404 sun; 403 rest"),
    "suggestions:recount_approve": Row("recount", "405 everyone", post="302 qian; 404 sun; 403 rest"),
    "suggestions:recount_resume": Row("recount", "405 everyone", post="404 sun; 403 rest"),
    "suggestions:recount_discard": Row("recount", "200 qian; 404 sun; 403 rest"),
    "suggestions:refuse": Row("extension", "200 liaison gao; 403 deputies education guo chen; 404 rest"),
    "suggestions:question_units": Row(
        "suggestion", "200 li; 403 wu zhou liaison education gao guo chen; 404 rest"
    ),
    "suggestions:answer_question": Row(
        "questioned", "200 liaison; 403 deputies education gao guo chen; 404 rest"
    ),
    "suggestions:supervise": Row("suggestion", "200 liaison; 403 deputies education gao guo chen; 404 rest"),
    "suggestions:express": Row("suggestion", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:transfer": Row("unsigned", "404 admins he lin liu tang sun; 403 rest"),
    "suggestions:rounds": Row("replied", "404 admins he lin liu tang sun; 200 rest"),
    "suggestions:contact": Row("handling", "200 education; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:note": Row("handling", "200 education; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:hand_over": Row("handling", "200 education; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:return_opinion": Row("opinion", "200 xu zhao hu; 404 admins he lin tang sun; 403 rest"),
    "suggestions:handling_file": Row(
        "talk_file", "200 li liaison education gao guo chen; 403 wu zhou; 404 rest"
    ),
    "suggestions:confirm_contact": Row(
        "talk", "405 everyone", post="302 li; 404 admins he lin liu tang sun; 403 rest"
    ),
    "suggestions:dispute_contact": Row("talk", "200 li; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:own_unit": Row("", "302 xu; 404 sun; 403 rest"),
    "suggestions:series": Row("education", "200 xu; 403 zhao ma hu; 404 rest"),
    "suggestions:leaver": Row("education", "200 xu; 403 zhao ma hu; 404 rest"),
    "suggestions:reply_files": Row("reply", "200 education; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:reply_file": Row("reply_file", "200 education; 404 admins he lin liu tang sun; 403 rest"),
    "suggestions:drop_reply_file": Row(
        "reply_file", "405 everyone", post="302 xu zhao hu; 404 admins he lin liu tang sun; 403 rest"
    ),
    "suggestions:promises": Row("", "200 deputies liaison education liu gao guo chen; 403 rest"),
    "suggestions:promise": Row("promise", "200 li liaison education gao guo chen; 404 rest"),
    "suggestions:report": Row("promise", "200 education; 403 li liaison gao guo chen; 404 rest"),
    "suggestions:keep": Row("promise", "200 education; 403 li liaison gao guo chen; 404 rest"),
    "suggestions:carry_on": Row("promise", "200 hu; 403 li liaison xu zhao ma gao guo chen; 404 rest"),
    "suggestions:change": Row("promise", "200 hu; 403 li liaison xu zhao ma gao guo chen; 404 rest"),
    "suggestions:rate_promise": Row("promise", "200 li; 403 liaison education gao guo chen; 404 rest"),
    "suggestions:look_back": Row("promise", "200 liaison; 403 li education gao guo chen; 404 rest"),
    "suggestions:promise_file": Row("promise_file", "200 li liaison education gao guo chen; 404 rest"),
    "desk:home": Row("", "200 everyone"),
    "desk:accounts": Row("", "200 xu han feng; 403 rest"),
    "desk:account_new": Row("", "200 xu han; 403 rest"),
    "desk:account": Row("account", "200 han feng; 404 xu; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:account_edit": Row("account", "200 han; 403 rest", elsewhere={"upper": "han"}),
    "desk:account_unlock": Row("account", "405 xu han feng; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:account_activate": Row("account", "405 xu han feng; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:account_suspend": Row("account", "200 han feng; 404 xu; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:account_password": Row("account", "405 xu han feng; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:account_factor": Row("account", "200 han feng; 404 xu; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:account_devices": Row("account", "405 xu han feng; 403 rest", elsewhere={"upper": "han feng"}),
    "desk:role_new": Row("account", "200 feng; 404 xu; 403 rest", elsewhere={"upper": "feng"}),
    "desk:role_end": Row("role", "405 xu feng; 403 rest", elsewhere={"upper": "feng"}),
    "desk:deputies": Row("", "200 deputies liaison he lin guo chen tang; 403 rest"),
    "desk:deputy": Row("seat", "200 deputies liaison he lin guo chen tang; 403 rest"),
    "desk:deputy_reveal": Row("seat_field", "405 deputies liaison he lin guo chen tang; 403 rest"),
    "desk:deputy_new": Row("", "200 liaison; 403 rest"),
    "desk:deputy_edit": Row("seat", "200 liaison; 403 rest"),
    "desk:deputy_head": Row("seat", "405 everyone", post="302 liaison; 403 rest"),
    "desk:deputy_move": Row("seat", "200 liaison; 403 rest"),
    "desk:deputy_decide": Row("seat_move", "200 qian; 403 rest"),
    "desk:me": Row("", "200 everyone"),
    "desk:sessions": Row("", "200 everyone"),
    "desk:stand_ins": Row("", "200 education liu; 403 rest"),
    "desk:stand_in_end": Row(
        "stand_in", "405 education liu; 403 rest", post="302 ma hu; 404 xu zhao liu; 403 rest"
    ),
    "desk:session_end": Row("", "405 everyone", post="302 everyone"),
    "desk:pick_units": Row("", "403 sun; 200 rest"),
    "desk:pick_deputies": Row("", "200 deputies liaison he lin guo chen tang; 403 rest"),
    "desk:pick_accounts": Row("", "200 xu han feng; 403 rest"),
    "desk:tree": Row("", "200 liaison admins; 403 rest"),
    "desk:tree_of": Row("congress", "200 liaison admins; 403 rest", elsewhere={"upper": "liaison admins"}),
    "desk:tree_switch": Row(
        "congress", "405 everyone", post="302 liaison admins; 403 rest", elsewhere={"upper": "liaison admins"}
    ),
    "desk:units": Row("", "200 liaison admins; 403 rest"),
    "desk:units_tree": Row("", "200 liaison admins; 403 rest"),
    "desk:unit_new": Row("", "200 qian han; 403 rest"),
    "desk:unit": Row("unit", "200 liaison admins; 403 rest"),
    "desk:unit_edit": Row("unit", "200 qian han; 403 rest"),
    "desk:unit_rename": Row("unit", "200 qian han; 403 rest"),
    "desk:unit_close": Row("unit", "200 qian han; 403 rest"),
    "exchange:home": Row("", "200 liaison admins; 403 rest"),
    "exchange:new": Row("table", "200 qian han; 403 rest"),
    "exchange:blank": Row("table", "200 qian han; 403 rest"),
    "exchange:export": Row("table", "200 liaison admins; 403 rest"),
    "exchange:batch": Row("batch", "200 qian han dong; 403 rest"),
    "exchange:columns": Row("batch", "200 qian han; 403 rest"),
    "exchange:answers": Row("batch", "405 liaison admins; 403 rest", post="302 qian han; 403 rest"),
    "exchange:run": Row("batch", "405 liaison admins; 403 rest", post="302 qian han; 403 rest"),
    "exchange:errors": Row("batch", "200 qian han; 403 rest"),
    "exchange:undo": Row("batch", "405 liaison admins; 403 rest", post="302 qian han; 403 rest"),
    "desk:terms": Row("", "200 liaison admins; 403 rest"),
    "desk:term_new": Row("", "200 han; 403 rest"),
    "desk:term_edit": Row("term", "200 han; 403 rest"),
    "desk:session_new": Row("term", "200 qian han; 403 rest"),
    "desk:session_edit": Row("session", "200 qian han; 403 rest"),
    "desk:session_open": Row("session", "405 everyone", post="302 qian han; 403 rest"),
    "desk:session_close": Row("session", "405 everyone", post="302 qian han; 403 rest"),
    "desk:groups": Row("", "200 liaison admins; 403 rest"),
    "desk:group_new": Row("delegation_term", "200 qian han; 403 rest"),
    "desk:group_edit": Row("delegation", "200 qian han; 403 rest"),
    "desk:group_retire": Row("delegation", "405 everyone", post="302 qian han; 403 rest"),
    "desk:groups_copy": Row("new_term", "405 everyone", post="302 qian han; 403 rest"),
    "desk:electoral_fill": Row("", "405 everyone", post="302 qian han; 403 rest"),
    "desk:rules": Row("", "200 liaison admins; 403 rest"),
    "desk:rules_sheet": Row("", "200 liaison admins; 403 rest"),
    "desk:rule_drop": Row("coming_rule", "405 everyone", post="302 qian han; 403 rest"),
    "desk:rule": Row("rule", "200 liaison admins; 403 rest"),
    "desk:rule_return": Row("rule", "405 everyone", post="302 qian han; 403 rest"),
    "desk:calendar": Row("", "200 liaison admins; 403 rest"),
    "desk:calendar_year": Row("year", "200 liaison admins; 403 rest"),
    "desk:calendar_read": Row("", "405 everyone", post="200 han; 403 rest"),
    "desk:calendar_adopt": Row("", "405 everyone", post="302 han; 403 rest"),
    "desk:calendar_changes": Row("", "200 liaison admins; 403 rest"),
    "desk:offices": Row("", "200 liaison admins; 403 rest"),
    "desk:office_drop": Row("office", "405 everyone", post="302 qian han; 403 rest"),
    "desk:audit": Row("", "200 dong; 403 rest"),
    "desk:audit_accounts": Row("", "200 dong; 403 rest"),
    "desk:audit_reveals": Row("", "200 dong; 403 rest"),
    "desk:audit_changes": Row("", "200 dong; 403 rest"),
    "desk:audit_proof": Row("", "200 dong; 403 rest"),
    "desk:audit_check": Row("", "405 everyone", post="302 dong; 403 rest"),
    "desk:audit_roots": Row("", "200 dong; 403 rest"),
    "desk:audit_case": Row("events", "200 dong; 403 rest"),
}
