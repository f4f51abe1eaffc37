"""Small rows that come along with a suggestion or a handling in one query, as JSON: which fields of them."""

from django.db.models.functions import JSONObject

SIGNER = JSONObject(
    name="seat__person__name",
    delegation="seat__delegation__name",
    seat="seat_id",
    confirmed="confirmed_at",
    asked="asked_at",
    note="note",
    declined="declined_at",
    withdrawn="withdrawn_at",
)
RATING = JSONObject(
    seat_id="seat_id",
    name="seat__person__name",
    round="round",
    attitude="attitude",
    attitude_label="attitude_label",
    result="result",
    result_label="result_label",
    comment="comment",
    redo="redo",
    handling_id="handling",
    unit="handling__unit__short_name",
    entered_by="entered_by",
    at="at",
)
TRIAGED = JSONObject(
    round="round",
    outcome="outcome",
    talk_deputy="talk_deputy",
    talk_unit="talk_unit",
    note="note",
    by="by",
    at="at",
)
MET = JSONObject(
    round="round",
    held_at="held_at",
    place="place",
    chair="chair",
    deputies_side="deputies_side",
    units_side="units_side",
    others="others",
    deputies_said="deputies_said",
    units_said="units_said",
    agreed="agreed",
    more="more",
    confirmed_at="confirmed_at",
    confirmed_by="confirmed_by",
    objected_at="objected_at",
    objection="objection",
    by="by",
    at="at",
)
ASSESSED = JSONObject(
    round="round",
    held_on="held_on",
    experts="experts",
    findings="findings",
    conclusion="conclusion",
    more="more",
    by="by",
    at="at",
)
FILE = JSONObject(id="pk", name="name", size="size", kind="kind", media_type="media_type")
KEPT = JSONObject(id="pk", case="case_id", name="name", size="size", kind="kind")
REPLY = JSONObject(
    id="pk",
    round="round",
    reply_class="reply_class",
    document_number="document_number",
    body="body",
    signer_name="signer_name",
    explanation="explanation",
    delivered_at="delivered_at",
)
ASKED = JSONObject(
    id="pk",
    state="state",
    until="until",
    reason="reason",
    told_on="told_on",
    told_deputy="told_deputy",
    consent="consent",
    proof_id="proof",
    proof_name="proof__name",
    unit="handling__unit__short_name",
)
TALK = JSONObject(
    id="pk",
    round="round",
    stage="stage",
    method="method",
    on="on",
    place="place",
    participants="participants",
    content="content",
    attitude="attitude",
    opinions="opinions",
    signed="signed",
    by_name="by_name",
    answer="answer",
    correction="correction",
    answered_by="answered_by__person__name",
)
NOTE = JSONObject(id="pk", on="on", text="text", inside="inside", by_name="by_name")
PROMISED = JSONObject(
    id="pk", text="text", state="state", planned_on="planned_on", reply="reply", responsible="responsible"
)
OBJECTED = JSONObject(reason="reason", basis="basis", proposed="proposed__short_name")
CLOCK = JSONObject(
    id="pk",
    kind="kind",
    started_on="started_on",
    statutory_on="statutory_on",
    due_on="due_on",
    hard_on="hard_on",
    stopped_at="stopped_at",
    steps="steps",
    rule="rule",
    certain="certain",
    assumed="assumed",
)
