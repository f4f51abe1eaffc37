"""Suggestions that were numbered before `series_no` was kept: read it off the number where that is beyond doubt."""

from django.db import migrations

READ_OFF = r"""
    WITH read AS (
        SELECT id, congress_id, series, substring(number FROM '(\d{1,9})\D*$')::bigint AS seq
          FROM suggestions_suggestion WHERE series <> '' AND number ~ '\d'
    ), sure AS (
        SELECT id, seq, count(*) OVER (PARTITION BY congress_id, series, seq) AS n FROM read
    )
    UPDATE suggestions_suggestion s SET series_no = sure.seq
      FROM sure WHERE sure.id = s.id AND sure.n = 1 AND sure.seq BETWEEN 1 AND 2000000000;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("suggestions", "0008_review_outcomes"),
    ]

    operations = [migrations.RunSQL(READ_OFF, migrations.RunSQL.noop)]
