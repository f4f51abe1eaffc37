"""What earlier judgements mean in the words of the scale: they were made with the three usual options."""

from django.db import migrations

FORWARD = """
UPDATE suggestions_rating SET
    redo = 'dissatisfied' IN (attitude, result), counts = NOT 'dissatisfied' IN (attitude, result),
    reason_asked = 'dissatisfied' IN (attitude, result);
UPDATE suggestions_suggestion SET
    asked_ids = CASE WHEN state = 'replied' THEN signer_ids ELSE asked_ids END,
    redo_wanted = state = 'rated' AND final_rating = 'dissatisfied',
    final_share = CASE final_rating WHEN '' THEN '' WHEN 'dissatisfied' THEN 'no' ELSE 'yes' END;
UPDATE suggestions_suggestion s SET first_share = CASE
    WHEN EXISTS (SELECT 1 FROM suggestions_rating r WHERE r.suggestion_id = s.id AND r.round = 1 AND r.redo)
    THEN 'no' ELSE 'yes' END
    WHERE EXISTS (SELECT 1 FROM suggestions_rating r WHERE r.suggestion_id = s.id AND r.round = 1)
    AND (s.round > 1 OR s.final_rating <> '');
UPDATE suggestions_handling h SET final_rating = s.final_rating, share = s.final_share, redo_wanted = s.redo_wanted
    FROM suggestions_suggestion s
    WHERE s.id = h.suggestion_id AND h.mode <> 'co' AND h.state IN ('replied', 'done') AND s.final_rating <> '';
"""


class Migration(migrations.Migration):
    dependencies = [("suggestions", "0012_judging")]
    operations = [migrations.RunSQL(FORWARD, migrations.RunSQL.noop)]
