"""Views, columns and page size that were kept when one list served several desks go along to the list of the desk.

What somebody has kept under the same name on the newer list since then stays, and the older row where it was.
"""

from django.db import migrations

FORWARD = """
WITH held AS (
    SELECT account_id, congress_id, array_agg(kind::text) AS kinds FROM people_role
    WHERE starts_on <= CURRENT_DATE AND (ends_on IS NULL OR ends_on >= CURRENT_DATE) GROUP BY 1, 2
), desk AS (
    SELECT h.account_id, h.congress_id, CASE
        WHEN h.kinds && ARRAY['liaison', 'liaison_lead', 'leader', 'session_staff'] OR EXISTS (
            SELECT 1 FROM people_seat s JOIN people_account a ON a.person_id = s.person_id
            WHERE a.id = h.account_id AND s.congress_id = h.congress_id AND s.state = 'active') THEN ''
        WHEN 'committee' = ANY (h.kinds) THEN 'committee_suggestions'
        WHEN 'dispatcher' = ANY (h.kinds) THEN 'office_suggestions'
        WHEN h.kinds && ARRAY['unit_admin', 'unit_handler', 'unit_reviewer', 'unit_signer'] THEN ''
        WHEN 'delegation_staff' = ANY (h.kinds) THEN 'delegation_suggestions' ELSE '' END AS page
    FROM held h
)
UPDATE ui_savedview v SET
    page = d.page,
    columns = CASE WHEN d.page = 'office_suggestions' AND jsonb_array_length(v.columns) > 0
        THEN v.columns || '["office"]'::jsonb ELSE v.columns END,
    is_default = v.is_default AND NOT EXISTS (
        SELECT 1 FROM ui_savedview o WHERE o.account_id = v.account_id AND o.congress_id = v.congress_id
        AND o.page = d.page AND o.is_default)
FROM desk d
WHERE d.account_id = v.account_id AND d.congress_id = v.congress_id
    AND v.page = CASE d.page WHEN 'office_suggestions' THEN 'unit_suggestions' WHEN '' THEN '' ELSE 'suggestions' END
    AND NOT EXISTS (
        SELECT 1 FROM ui_savedview o WHERE o.account_id = v.account_id AND o.congress_id = v.congress_id
        AND o.page = d.page AND o.name = v.name);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("suggestions", "0015_warnings"),
        ("people", "0005_stand_ins"),
        ("ui", "0001_lists_and_long_work"),
    ]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
