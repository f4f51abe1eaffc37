"""Scans that a deputy signed were kept without a kind: 征询意见表 entered by staff, and records of a meeting."""

from django.db import migrations

OF_STEP = """
UPDATE trail_attachment a SET kind = '%(kind)s' FROM trail_event e
    WHERE a.case_type = 'suggestion' AND a.kind = '' AND e.case_type = 'suggestion' AND e.case_id = a.case_id
    AND e.move = '%(move)s' AND e.facts -> 'files' @> jsonb_build_array(jsonb_build_object('id', a.id));
"""
FORWARD = "".join(
    OF_STEP % {"kind": kind, "move": move}
    for kind, move in (("opinion_form", "enter_rating"), ("minutes", "meet"))
)


class Migration(migrations.Migration):
    dependencies = [("suggestions", "0019_reading_at_scale"), ("trail", "0004_clock_rule_day")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
