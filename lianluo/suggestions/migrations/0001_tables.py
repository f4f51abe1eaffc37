import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("suggestions", "0001_initial"),
        ("suggestions", "0002_keep_deletions"),
        ("suggestions", "0003_assigning"),
        ("suggestions", "0004_plans"),
        ("suggestions", "0005_recounts"),
        ("suggestions", "0006_extension_consent"),
        ("suggestions", "0007_proposing"),
        ("suggestions", "0008_review_outcomes"),
        ("suggestions", "0009_series_numbers"),
        ("suggestions", "0010_number_in_series"),
        ("suggestions", "0011_inside"),
        ("suggestions", "0012_judging"),
        ("suggestions", "0013_fill_judging"),
        ("suggestions", "0014_publishing"),
        ("suggestions", "0015_warnings"),
        ("suggestions", "0016_saved_views_of_each_desk"),
        ("suggestions", "0017_dividing"),
        ("suggestions", "0018_gap_notes"),
        ("suggestions", "0019_reading_at_scale"),
        ("suggestions", "0020_signed_scans"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("people", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trail", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="AssignmentPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.session",
                    ),
                ),
                ("made_by", models.CharField(max_length=60, verbose_name="拟定人")),
                ("made_at", models.DateTimeField(verbose_name="拟定时间")),
                ("agreed", models.JSONField(default=list)),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="交办完成")),
                ("work", models.BigIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["done", "dropped"]), _negated=True),
                        fields=("congress", "session"),
                        name="one_open_plan",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GapNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("series", models.CharField(max_length=60)),
                ("first", models.PositiveIntegerField(verbose_name="从")),
                ("last", models.PositiveIntegerField(verbose_name="到")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("not_accepted", "立案以前撤回，号没有用"),
                            ("paper", "用在纸质登记上"),
                            ("imported", "用在从别处带来的建议上"),
                            ("continued", "接着别的系统编号"),
                            ("mistake", "误取的号，作废"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="情形",
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="说明")),
                ("by", models.BigIntegerField()),
                ("by_name", models.CharField(max_length=60)),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["congress", "series"], name="gap_notes")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first__gte", 1), ("last__gte", models.F("first"))),
                        name="gap_runs_upwards",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gapnote",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ead18d4db6eb179f8dbf6c80eb6cb0814fd0c764",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_only_added_53df0",
                    table="suggestions_gapnote",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Recount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                ("cause", models.CharField(max_length=60, verbose_name="缘由")),
                ("rule_on", models.DateField(blank=True, null=True, verbose_name="按哪一天的规则")),
                ("prepared_at", models.DateTimeField(verbose_name="测算时间")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="核准时间")),
                ("work", models.BigIntegerField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("congress",),
                        name="one_open_recount_a_congress",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="congress.term",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="congress.session",
                        verbose_name="会议",
                    ),
                ),
                ("series", models.CharField(blank=True, max_length=60)),
                ("series_no", models.PositiveIntegerField(blank=True, null=True, verbose_name="流水号")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="编号")),
                (
                    "kind",
                    models.CharField(
                        choices=[("single", "代表个人"), ("joint", "代表联名"), ("delegation", "代表团")],
                        default="single",
                        max_length=10,
                        verbose_name="提出方式",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_suggestions",
                        to="people.seat",
                        verbose_name="领衔代表",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="congress.delegation",
                        verbose_name="代表团",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="标题")),
                ("situation", models.TextField(blank=True, verbose_name="情况与问题")),
                ("proposals", models.TextField(blank=True, verbose_name="具体建议")),
                (
                    "formed_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("research", "专题调研"),
                            ("forum", "座谈走访"),
                            ("inspection", "视察检查"),
                            ("station", "联络站接待群众"),
                            ("own_work", "本职工作中了解"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="形成方式",
                    ),
                ),
                (
                    "consent",
                    models.CharField(
                        choices=[("full", "同意全文公开"), ("title", "仅同意公开标题")],
                        default="full",
                        max_length=6,
                        verbose_name="公开意愿",
                    ),
                ),
                ("reply_wanted", models.BooleanField(default=True, verbose_name="需要书面答复")),
                (
                    "raised_before",
                    models.CharField(
                        choices=[
                            ("no", "首次提出"),
                            ("two", "连续两年提出"),
                            ("three", "连续三年提出"),
                            ("more", "三年以上仍未解决"),
                        ],
                        default="no",
                        max_length=6,
                        verbose_name="是否多次提出",
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=30, verbose_name="内容分类")),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervised",
                        to="congress.unit",
                        verbose_name="督办委员会",
                    ),
                ),
                ("is_key", models.BooleanField(default=False, verbose_name="重点督办")),
                ("is_express", models.BooleanField(default=False, verbose_name="直通车")),
                ("units_questioned", models.BooleanField(default=False, verbose_name="代表对承办单位有意见")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="suggestions.suggestion",
                        verbose_name="并入",
                    ),
                ),
                ("bundle_size", models.PositiveSmallIntegerField(default=0, verbose_name="并案件数")),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offspring",
                        to="suggestions.suggestion",
                        verbose_name="由哪件而来",
                    ),
                ),
                (
                    "division",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("waits", "等领衔代表确认分件"),
                            ("agreed", "已分件"),
                            ("undone", "分件已撤销"),
                        ],
                        max_length=7,
                        verbose_name="分件",
                    ),
                ),
                ("letter_to", models.CharField(blank=True, max_length=120, verbose_name="来信转交")),
                (
                    "letter_answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="来信有了结果"),
                ),
                (
                    "agreed_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("confidential", models.BooleanField(default=False, verbose_name="不公开姓名")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="收到纸质建议")),
                ("entered_by", models.BigIntegerField(blank=True, null=True, verbose_name="代录人")),
                ("edition", models.PositiveIntegerField(default=0)),
                ("round", models.PositiveSmallIntegerField(default=0, verbose_name="办理轮次")),
                ("final_rating", models.CharField(blank=True, max_length=20, verbose_name="评价")),
                ("final_label", models.CharField(blank=True, max_length=20, verbose_name="评价")),
                (
                    "final_share",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "计入，满意"), ("no", "计入，不满意")],
                        max_length=3,
                        verbose_name="计入满意率",
                    ),
                ),
                (
                    "first_share",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "计入，满意"), ("no", "计入，不满意")],
                        max_length=3,
                        verbose_name="首轮计入满意率",
                    ),
                ),
                ("redo_wanted", models.BooleanField(default=False, verbose_name="代表要求重新办理")),
                (
                    "settled",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("explained", "已作说明"),
                            ("meeting", "待双方面商"),
                            ("recorded", "面商记录待代表确认"),
                            ("met", "已面商"),
                            ("experts", "待组织评估"),
                            ("assessed", "已评估"),
                            ("reopened", "恢复办理，待定下一步"),
                        ],
                        max_length=10,
                        verbose_name="不满意的处理",
                    ),
                ),
                ("reply_class", models.CharField(blank=True, max_length=2, verbose_name="答复类别")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="当前期限")),
                ("created_at", models.DateTimeField(verbose_name="起草时间")),
                ("saved_at", models.DateTimeField(verbose_name="最后保存")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="提出时间")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="立案时间")),
                ("assigned_at", models.DateTimeField(blank=True, null=True, verbose_name="交办时间")),
                ("replied_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("archived_at", models.DateTimeField(blank=True, null=True, verbose_name="归档时间")),
                ("archive_number", models.CharField(blank=True, max_length=40, verbose_name="档号")),
                ("retention", models.CharField(blank=True, max_length=12, verbose_name="保管期限")),
                (
                    "unit_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "signer_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "invited_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "asked_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "rated_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "paper_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "entrusted_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "asking_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "wished_units",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="congress.unit", verbose_name="希望承办的单位"
                    ),
                ),
            ],
            options={
                "ordering": ["-submitted_at", "-pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["unit_ids"], name="suggestion_units"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["signer_ids"], name="suggestion_signers"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["invited_ids"], name="suggestion_invited"
                    ),
                    models.Index(
                        fields=["congress", "state", "due_on"],
                        include=("submitted_at", "entered_by"),
                        name="suggestion_waiting",
                    ),
                    models.Index(fields=["congress", "-submitted_at", "-id"], name="suggestion_recent"),
                    models.Index(
                        fields=["congress", "due_on", "id"],
                        include=("state", "submitted_at", "entered_by"),
                        name="suggestion_due",
                    ),
                    models.Index(
                        fields=["congress", "number"],
                        name="suggestion_number_begins",
                        opclasses=["int8_ops", "varchar_pattern_ops"],
                    ),
                    models.Index(
                        condition=models.Q(("is_key", True)), fields=["congress"], name="suggestion_key"
                    ),
                    models.Index(
                        condition=models.Q(("is_express", True)),
                        fields=["congress"],
                        name="suggestion_express",
                    ),
                    models.Index(
                        condition=models.Q(("redo_wanted", True)), fields=["congress"], name="suggestion_redo"
                    ),
                    models.Index(fields=["congress", "topic"], name="suggestion_topic"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("congress", "series", "number"),
                        name="suggestion_number",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("archive_number", ""), _negated=True),
                        fields=("congress", "archive_number"),
                        name="archive_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    ["accepted", "handling", "replied", "rated", "closed", "archived"],
                                ),
                                _negated=True,
                            ),
                            models.Q(("number", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="accepted_suggestion_has_number",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("series_no__isnull", False)),
                        fields=("congress", "series", "series_no"),
                        name="suggestion_series_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(
                                models.Q(("merged_into", models.F("id")), _negated=True),
                                ("bundle_size__gte", 2),
                            ),
                            _connector="OR",
                        ),
                        name="merged_into_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bundle_size", 1), _negated=True), name="a_bundle_has_two"
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="bundle_is_flat",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."merged_into_id" IS NOT NULL)',
                    declare="DECLARE main RECORD;",
                    func="\n        SELECT merged_into_id, congress_id, term_id INTO main\n          FROM suggestions_suggestion WHERE id = NEW.merged_into_id;\n        IF main.merged_into_id IS NOT NULL\n           OR main.congress_id <> NEW.congress_id OR main.term_id <> NEW.term_id\n           OR EXISTS (SELECT 1 FROM suggestions_suggestion WHERE merged_into_id = NEW.id) THEN\n            RAISE EXCEPTION 'a bundle has one main, of the same congress and term';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="91afd7b530eac8f7be259acced3f332bb0f2b67f",
                    operation='INSERT OR UPDATE OF "merged_into_id"',
                    pgid="pgtrigger_bundle_is_flat_68382",
                    table="suggestions_suggestion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_suggestiontitlesituationproposalstopicconsentnu98ce" ("consent", "is_key", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposals", "situation", "title", "topic") VALUES (NEW."consent", NEW."is_key", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposals", NEW."situation", NEW."title", NEW."topic"); RETURN NULL;',
                    hash="7d0c1310d2b51c6c9eaf51677922930842dba84e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1fb43",
                    table="suggestions_suggestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."consent" IS DISTINCT FROM (NEW."consent") OR OLD."is_key" IS DISTINCT FROM (NEW."is_key") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."proposals" IS DISTINCT FROM (NEW."proposals") OR OLD."situation" IS DISTINCT FROM (NEW."situation") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."topic" IS DISTINCT FROM (NEW."topic"))',
                    func='INSERT INTO "suggestions_suggestiontitlesituationproposalstopicconsentnu98ce" ("consent", "is_key", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposals", "situation", "title", "topic") VALUES (NEW."consent", NEW."is_key", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposals", NEW."situation", NEW."title", NEW."topic"); RETURN NULL;',
                    hash="acec1177da27998423453745539846f13753d448",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78e97",
                    table="suggestions_suggestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_suggestiontitlesituationproposalstopicconsentnu98ce" ("consent", "is_key", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposals", "situation", "title", "topic") VALUES (OLD."consent", OLD."is_key", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposals", OLD."situation", OLD."title", OLD."topic"); RETURN NULL;',
                    hash="c3cfdae8a8e254e716d3fdc42b3fdf252b00b299",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1d182",
                    table="suggestions_suggestion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Warned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="warned", to="trail.clock"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="期限")),
                ("stage", models.SmallIntegerField(verbose_name="提前天数")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("clock", "due_on", "stage"), name="one_warning_a_stage")
                ],
            },
        ),
        migrations.CreateModel(
            name="Handling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handlings",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handlings",
                        to="congress.unit",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("sole", "单办"), ("lead", "主办"), ("co", "会办"), ("separate", "分办")],
                        max_length=10,
                        verbose_name="办理方式",
                    ),
                ),
                ("part", models.TextField(blank=True, verbose_name="负责的部分")),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="轮次")),
                ("assigned_at", models.DateTimeField(verbose_name="交办时间")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="签收时间")),
                ("replied_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="答复期限")),
                ("final_rating", models.CharField(blank=True, max_length=20, verbose_name="评价")),
                (
                    "share",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "计入，满意"), ("no", "计入，不满意")],
                        max_length=3,
                        verbose_name="计入满意率",
                    ),
                ),
                ("redo_wanted", models.BooleanField(default=False, verbose_name="代表要求重新办理")),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="承办人",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="suggestions.handling",
                        verbose_name="改办前",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["unit", "state", "due_on"], name="handling_todo"),
                    models.Index(fields=["congress", "state", "suggestion"], name="handling_where"),
                    models.Index(fields=["congress", "replied_at"], name="handling_replied"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "cancelled"), _negated=True),
                        fields=("suggestion", "unit"),
                        name="one_live_handling_per_unit",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("mode__in", ["sole", "lead"]), models.Q(("state", "cancelled"), _negated=True)
                        ),
                        fields=("suggestion",),
                        name="one_lead_per_suggestion",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handling",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_handlingunitmodepartdueonevent" ("due_on", "mode", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."due_on", NEW."mode", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."unit_id"); RETURN NULL;',
                    hash="5da67c33c17cb5123383a294c41e43aa9039bd21",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_12191",
                    table="suggestions_handling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."part" IS DISTINCT FROM (NEW."part") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id"))',
                    func='INSERT INTO "suggestions_handlingunitmodepartdueonevent" ("due_on", "mode", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (NEW."due_on", NEW."mode", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."unit_id"); RETURN NULL;',
                    hash="e0b68ce57fd528ad72d730311b66c7610e4edb00",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5971e",
                    table="suggestions_handling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_handlingunitmodepartdueonevent" ("due_on", "mode", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id") VALUES (OLD."due_on", OLD."mode", OLD."part", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."unit_id"); RETURN NULL;',
                    hash="4b14c9bdc3f38ab52867524d894e57e6dfe6c216",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d5bb0",
                    table="suggestions_handling",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="suggestions.suggestion",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("situation", models.TextField()),
                ("proposals", models.TextField()),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "step",
                    models.CharField(
                        blank=True, choices=[("divided", "分件后"), ("reunited", "撤销分件后")], max_length=8
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("suggestion", "number"), name="one_revision_per_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="RecountRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recount",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="suggestions.recount",
                    ),
                ),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="trail.clock"
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="期限")),
                ("was", models.DateField(verbose_name="原期限")),
                ("becomes", models.DateField(verbose_name="新期限")),
                ("statutory_on", models.DateField()),
                ("hard_on", models.DateField(blank=True, null=True)),
                ("certain", models.BooleanField(default=True)),
                ("assumed", models.BooleanField(default=False)),
                ("steps", models.JSONField(default=list)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "待核准"),
                            ("kept", "不改"),
                            ("moved", "已改"),
                            ("passed", "没有改成"),
                        ],
                        db_index=True,
                        default="waiting",
                        max_length=8,
                        verbose_name="处理",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("at", models.DateTimeField(blank=True, null=True, verbose_name="时间")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("recount", "clock"), name="one_recount_row_a_clock")
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="suggestions.assignmentplan",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                    ),
                ),
                ("tasks", models.JSONField(default=list)),
                (
                    "unit_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("why", models.JSONField(default=list)),
                ("alike", models.JSONField(default=list)),
                ("said", models.JSONField(default=list)),
                ("edited", models.BooleanField(default=False, verbose_name="人工改过")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "待交办"),
                            ("done", "已交办"),
                            ("failed", "没有办成"),
                            ("left", "这次不交办"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("error", models.CharField(blank=True, max_length=300, verbose_name="没有办成的原因")),
                ("told", models.BooleanField(default=False)),
                ("at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["plan", "outcome"], name="plan_row_outcome")],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "suggestion"), name="one_plan_row_a_suggestion")
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("by", models.CharField(max_length=60, verbose_name="记录人")),
                ("at", models.DateTimeField()),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="suggestions.suggestion",
                    ),
                ),
                ("held_at", models.DateTimeField(verbose_name="时间")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                ("chair", models.CharField(max_length=60, verbose_name="主持人")),
                ("deputies_side", models.CharField(max_length=300, verbose_name="代表一方")),
                ("units_side", models.CharField(max_length=300, verbose_name="承办单位一方")),
                ("others", models.CharField(blank=True, max_length=300, verbose_name="其他到会的")),
                ("deputies_said", models.TextField(verbose_name="代表的意见")),
                ("units_said", models.TextField(verbose_name="承办单位的意见")),
                ("agreed", models.TextField(verbose_name="商定的事项")),
                ("more", models.BooleanField(default=False, verbose_name="商定继续办理")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="代表确认时间")),
                ("confirmed_by", models.CharField(blank=True, max_length=60, verbose_name="确认人")),
                ("objected_at", models.DateTimeField(blank=True, null=True)),
                ("objection", models.TextField(blank=True, verbose_name="代表对记录的意见")),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Division",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="divisions",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "second",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="divided_from",
                        to="suggestions.suggestion",
                    ),
                ),
                ("original", models.JSONField()),
                ("lands", models.JSONField()),
                ("files", models.JSONField(blank=True, default=dict)),
                ("reason", models.CharField(max_length=1000, verbose_name="为什么分件")),
                ("state_then", models.CharField(max_length=24)),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first", models.F("second")), _negated=True),
                        name="divided_into_another",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Discussion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "suggestion",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="discussion",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "head",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.seat",
                        verbose_name="团长",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="讨论日期")),
                (
                    "present",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="到会人数"
                    ),
                ),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="应到人数"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("present__gte", 1), ("present__lte", models.F("members"))),
                        name="present_of_members",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CoSignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="people.seat",
                    ),
                ),
                ("invited_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                ("declined_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("asked_at", models.DateTimeField(blank=True, null=True)),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="附言")),
                ("read", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("suggestion", "seat"), name="one_signature_per_seat")
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("by", models.CharField(max_length=60, verbose_name="记录人")),
                ("at", models.DateTimeField()),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="suggestions.suggestion",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="评估日期")),
                ("experts", models.CharField(max_length=300, verbose_name="评估人员")),
                ("findings", models.TextField(verbose_name="评估情况")),
                ("conclusion", models.TextField(verbose_name="结论")),
                ("more", models.BooleanField(default=False, verbose_name="应继续办理")),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SuggestionTitleSituationProposalsTopicConsentNumberIsKeyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="title_situation_proposals_topic_consent_number_is_key_events",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="标题")),
                ("situation", models.TextField(blank=True, verbose_name="情况与问题")),
                ("proposals", models.TextField(blank=True, verbose_name="具体建议")),
                ("topic", models.CharField(blank=True, max_length=30, verbose_name="内容分类")),
                (
                    "consent",
                    models.CharField(
                        choices=[("full", "同意全文公开"), ("title", "仅同意公开标题")],
                        default="full",
                        max_length=6,
                        verbose_name="公开意愿",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="编号")),
                ("is_key", models.BooleanField(default=False, verbose_name="重点督办")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Triage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("by", models.CharField(max_length=60, verbose_name="记录人")),
                ("at", models.DateTimeField()),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="triages",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("redo", "交承办单位重新办理"),
                            ("explained", "已向代表说明，不再重新办理"),
                            ("meeting", "召集双方面商"),
                            ("experts", "组织评估"),
                        ],
                        max_length=10,
                        verbose_name="研判结果",
                    ),
                ),
                ("talk_deputy", models.TextField(verbose_name="与代表沟通")),
                ("talk_unit", models.TextField(verbose_name="与承办单位沟通")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UnitQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unit_questions",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.seat"
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                (
                    "wished",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="希望由谁办",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
                ("changed", models.BooleanField(default=False, verbose_name="调整了承办单位")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("suggestion",),
                        name="one_open_unit_question",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "handling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="suggestions.handling",
                    ),
                ),
                ("until", models.DateField(verbose_name="延至")),
                ("reason", models.TextField(verbose_name="理由")),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="告知代表的日期")),
                ("told_deputy", models.CharField(max_length=300, verbose_name="告知代表的情况")),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trail.attachment",
                    ),
                ),
                (
                    "consent",
                    models.CharField(
                        choices=[
                            ("assigner", "交办机构同意"),
                            ("deputy", "代表同意"),
                            ("told", "告知代表即可"),
                        ],
                        default="assigner",
                        max_length=10,
                        verbose_name="由谁同意",
                    ),
                ),
                ("requested_at", models.DateTimeField(verbose_name="申请时间")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="审定时间")),
                ("decision", models.CharField(blank=True, max_length=300, verbose_name="审定意见")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "requested")),
                        fields=("handling",),
                        name="one_open_extension",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "handling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="suggestions.handling",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="轮次")),
                (
                    "stage",
                    models.CharField(
                        choices=[("before", "办理前"), ("during", "办理中"), ("after", "办理后")],
                        max_length=8,
                        verbose_name="阶段",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("visit", "上门走访"),
                            ("phone", "电话"),
                            ("meeting", "座谈、调研"),
                            ("online", "网络、视频"),
                            ("letter", "书面"),
                            ("face", "当面答复（面复）"),
                        ],
                        max_length=8,
                        verbose_name="方式",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("participants", models.CharField(max_length=200, verbose_name="参加人员")),
                ("content", models.TextField(verbose_name="沟通内容")),
                (
                    "attitude",
                    models.CharField(
                        choices=[
                            ("agrees", "认可"),
                            ("partly", "部分认可"),
                            ("opposes", "有不同意见"),
                            ("open", "没有表态"),
                        ],
                        max_length=8,
                        verbose_name="代表态度",
                    ),
                ),
                ("opinions", models.TextField(blank=True, verbose_name="代表意见")),
                ("signed", models.BooleanField(default=False, verbose_name="代表已在面复记录上签名")),
                ("by_name", models.CharField(max_length=60, verbose_name="登记人")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("confirmed", "代表已确认"), ("disputed", "代表说与实际不符")],
                        max_length=10,
                        verbose_name="代表确认",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.seat",
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("correction", models.TextField(blank=True, verbose_name="代表的更正")),
            ],
            options={
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "disputed"), _negated=True),
                            models.Q(("correction", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="disputed_contact_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandlingUnitModePartDueOnEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="unit_mode_part_due_on_events",
                        to="suggestions.handling",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.unit",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("sole", "单办"), ("lead", "主办"), ("co", "会办"), ("separate", "分办")],
                        max_length=10,
                        verbose_name="办理方式",
                    ),
                ),
                ("part", models.TextField(blank=True, verbose_name="负责的部分")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="答复期限")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "handling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="objections",
                        to="suggestions.handling",
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                (
                    "proposed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="建议改由",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("upheld", models.BooleanField(null=True)),
                ("decision", models.TextField(blank=True, verbose_name="裁定说明")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("handling",),
                        name="one_open_objection",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "handling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="suggestions.handling",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(verbose_name="进展")),
                ("inside", models.BooleanField(default=False, verbose_name="只给本单位看")),
                ("by_name", models.CharField(max_length=60, verbose_name="登记人")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "handling",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipt",
                        to="suggestions.handling",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="签收单位",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="签收人")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="身份")),
                ("at", models.DateTimeField(verbose_name="签收时间")),
                ("deemed", models.BooleanField(default=False, verbose_name="逾期视为签收")),
                ("received", models.TextField(verbose_name="收到的内容")),
                ("digest", models.CharField(max_length=64, verbose_name="校验值")),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "handling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="suggestions.handling",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="轮次")),
                ("reply_class", models.CharField(blank=True, max_length=2, verbose_name="类别")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("body", models.TextField(blank=True, verbose_name="答复内容")),
                ("signer_name", models.CharField(blank=True, max_length=40, verbose_name="签发人")),
                ("contact_name", models.CharField(blank=True, max_length=40, verbose_name="联系人")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                (
                    "public_attribute",
                    models.CharField(
                        choices=[("active", "主动公开"), ("request", "依申请公开"), ("withheld", "不予公开")],
                        default="active",
                        max_length=10,
                        verbose_name="公开属性",
                    ),
                ),
                ("withheld_reason", models.CharField(blank=True, max_length=200, verbose_name="不公开理由")),
                (
                    "number_reason",
                    models.CharField(blank=True, max_length=200, verbose_name="另编文号的理由"),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="不能解决的原因")),
                ("promises", models.JSONField(blank=True, default=list, verbose_name="承诺事项")),
                (
                    "without_opinions",
                    models.BooleanField(default=False, verbose_name="逾期未送会办意见，已在答复里说明"),
                ),
                ("created_at", models.DateTimeField(verbose_name="拟稿时间")),
                ("delivered_at", models.DateTimeField(blank=True, null=True, verbose_name="送达时间")),
            ],
            options={
                "verbose_name": "答复",
                "ordering": ["round", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["discarded", "returned"]), _negated=True),
                        fields=("handling", "round"),
                        name="one_reply_per_round",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "delivered"), _negated=True),
                            ("delivered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="delivered_reply_has_time",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reply",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_replyreplyclassdocumentnumberbodypublicattribut35c9" ("body", "document_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_attribute", "reply_class", "signer_name") VALUES (NEW."body", NEW."document_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_attribute", NEW."reply_class", NEW."signer_name"); RETURN NULL;',
                    hash="0242673df3f772fc3b6d205876af563bd3760f92",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f2a77",
                    table="suggestions_reply",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reply",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."document_number" IS DISTINCT FROM (NEW."document_number") OR OLD."public_attribute" IS DISTINCT FROM (NEW."public_attribute") OR OLD."reply_class" IS DISTINCT FROM (NEW."reply_class") OR OLD."signer_name" IS DISTINCT FROM (NEW."signer_name"))',
                    func='INSERT INTO "suggestions_replyreplyclassdocumentnumberbodypublicattribut35c9" ("body", "document_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_attribute", "reply_class", "signer_name") VALUES (NEW."body", NEW."document_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_attribute", NEW."reply_class", NEW."signer_name"); RETURN NULL;',
                    hash="387fa1363339ecdb00702d135129adee9abb9af0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_345ea",
                    table="suggestions_reply",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reply",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_replyreplyclassdocumentnumberbodypublicattribut35c9" ("body", "document_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_attribute", "reply_class", "signer_name") VALUES (OLD."body", OLD."document_number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_attribute", OLD."reply_class", OLD."signer_name"); RETURN NULL;',
                    hash="1502db21494d0a75fb483cc266cba9bcaa2814aa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5028f",
                    table="suggestions_reply",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="suggestions.suggestion",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="ratings", to="people.seat"
                    ),
                ),
                (
                    "handling",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="suggestions.handling",
                        verbose_name="承办单位",
                    ),
                ),
                ("attitude", models.CharField(blank=True, max_length=20, verbose_name="办理态度")),
                ("attitude_label", models.CharField(blank=True, max_length=20)),
                ("result", models.CharField(max_length=20, verbose_name="办理结果")),
                ("result_label", models.CharField(blank=True, max_length=20)),
                ("counts", models.BooleanField(default=True, verbose_name="算满意")),
                ("redo", models.BooleanField(default=False, verbose_name="要求重新办理")),
                ("reason_asked", models.BooleanField(default=False, verbose_name="须写明意见")),
                ("comment", models.TextField(blank=True, verbose_name="具体意见")),
                ("publish_agreed", models.BooleanField(default=True, verbose_name="同意公开答复")),
                ("entered_by", models.CharField(blank=True, max_length=60, verbose_name="代录人")),
                ("at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField(blank=True, null=True, verbose_name="改评时间")),
            ],
            options={
                "ordering": ["round", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at", None)),
                        fields=("suggestion", "round", "seat", "handling"),
                        name="one_rating_per_answer",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason_asked", False), models.Q(("comment", ""), _negated=True), _connector="OR"
                        ),
                        name="dissatisfied_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "handling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="suggestions.handling",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises",
                        to="congress.unit",
                        verbose_name="承诺单位",
                    ),
                ),
                (
                    "reply",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promises_made",
                        to="suggestions.reply",
                    ),
                ),
                ("text", models.TextField(verbose_name="承诺事项")),
                ("responsible", models.CharField(max_length=100, verbose_name="责任处室、责任人")),
                ("made_on", models.DateField(verbose_name="承诺日期")),
                ("planned_on", models.DateField(verbose_name="计划完成")),
                ("stages", models.JSONField(blank=True, default=list, verbose_name="分步")),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="最近一次告知代表")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="落实或调整日期")),
                ("change_reason", models.TextField(blank=True, verbose_name="调整理由")),
                ("change_signer", models.CharField(blank=True, max_length=40, verbose_name="签字领导")),
                (
                    "look_back",
                    models.CharField(
                        blank=True,
                        choices=[("kept", "已经落实"), ("partly", "部分落实"), ("not", "没有落实")],
                        max_length=8,
                        verbose_name="回头看",
                    ),
                ),
                ("look_back_text", models.TextField(blank=True, verbose_name="回头看情况")),
                ("look_back_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "承诺",
                "ordering": ["planned_on", "pk"],
                "indexes": [models.Index(fields=["congress", "state", "planned_on"], name="promise_due")],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "congress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="congress.congress"
                    ),
                ),
                ("state", models.CharField(db_index=True, max_length=24, verbose_name="状态")),
                ("trail_seq", models.PositiveIntegerField(default=0, editable=False)),
                ("trail_hash", models.BinaryField(default=b"", max_length=32)),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="suggestions.suggestion",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("text", "建议正文"), ("reply", "答复")],
                        max_length=5,
                        verbose_name="公开内容",
                    ),
                ),
                (
                    "reply",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication",
                        to="suggestions.reply",
                        verbose_name="答复",
                    ),
                ),
                (
                    "proposal",
                    models.CharField(
                        choices=[
                            ("full", "全文"),
                            ("summary", "摘要"),
                            ("title", "只公开标题"),
                            ("withheld", "不公开"),
                        ],
                        max_length=8,
                        verbose_name="建议的公开方式",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="公开的标题")),
                ("body", models.TextField(blank=True, verbose_name="公开的正文")),
                ("masked", models.PositiveSmallIntegerField(default=0, verbose_name="隐去的电话、证件号")),
                ("deputy_refused", models.BooleanField(default=False, verbose_name="代表不同意公开答复")),
                ("name_shown", models.BooleanField(default=False, verbose_name="写明代表姓名")),
                ("reason", models.CharField(blank=True, max_length=20, verbose_name="不公开的理由")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="公开期限")),
                ("opened_at", models.DateTimeField(verbose_name="进入审核")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="决定时间")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="公开时间")),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["congress", "state", "due_on"], name="publication_todo")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "text")),
                        fields=("suggestion",),
                        name="one_publication_of_the_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "reply"), ("reply__isnull", False)),
                            models.Q(("kind", "text"), ("reply__isnull", True)),
                            _connector="OR",
                        ),
                        name="publication_of_a_reply_names_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withheld"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="withheld_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["full", "summary"]), _negated=True),
                            models.Q(("body", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="published_text_is_there",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["full", "summary", "title"]), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="published_has_time",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_publicationtitlebodyreasondeputyrefusedevent" ("body", "deputy_refused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "title") VALUES (NEW."body", NEW."deputy_refused", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."title"); RETURN NULL;',
                    hash="110b5e3c470d84fd097e8a970732eb32d82de357",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_96d9b",
                    table="suggestions_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."deputy_refused" IS DISTINCT FROM (NEW."deputy_refused") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func='INSERT INTO "suggestions_publicationtitlebodyreasondeputyrefusedevent" ("body", "deputy_refused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "title") VALUES (NEW."body", NEW."deputy_refused", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."title"); RETURN NULL;',
                    hash="c9879e1b7fe271c6c341b718175ad6e6c826fa40",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d222c",
                    table="suggestions_publication",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "suggestions_publicationtitlebodyreasondeputyrefusedevent" ("body", "deputy_refused", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "title") VALUES (OLD."body", OLD."deputy_refused", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."title"); RETURN NULL;',
                    hash="87f095b82519262a0667e08ac304011aa1177edc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab5df",
                    table="suggestions_publication",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="ReplyReplyClassDocumentNumberBodyPublicAttributeSignerNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="reply_class_document_number_body_public_attribute_signer_name_events",
                        to="suggestions.reply",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("reply_class", models.CharField(blank=True, max_length=2, verbose_name="类别")),
                ("document_number", models.CharField(blank=True, max_length=40, verbose_name="发文字号")),
                ("body", models.TextField(blank=True, verbose_name="答复内容")),
                (
                    "public_attribute",
                    models.CharField(
                        choices=[("active", "主动公开"), ("request", "依申请公开"), ("withheld", "不予公开")],
                        default="active",
                        max_length=10,
                        verbose_name="公开属性",
                    ),
                ),
                ("signer_name", models.CharField(blank=True, max_length=40, verbose_name="签发人")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PromiseRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="suggestions.promise",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.seat"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "result",
                    models.CharField(
                        choices=[("satisfied", "满意"), ("basic", "基本满意"), ("dissatisfied", "不满意")],
                        max_length=12,
                        verbose_name="落实情况评价",
                    ),
                ),
                ("comment", models.TextField(blank=True, verbose_name="具体意见")),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("promise", "seat", "year"), name="one_promise_rating_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "dissatisfied"), _negated=True),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="dissatisfied_promise_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PromiseStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "promise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="suggestions.promise",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(verbose_name="落实情况")),
                ("by_name", models.CharField(max_length=60, verbose_name="登记人")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PublicationTitleBodyReasonDeputyRefusedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="title_body_reason_deputy_refused_events",
                        to="suggestions.publication",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="公开的标题")),
                ("body", models.TextField(blank=True, verbose_name="公开的正文")),
                ("reason", models.CharField(blank=True, max_length=20, verbose_name="不公开的理由")),
                ("deputy_refused", models.BooleanField(default=False, verbose_name="代表不同意公开答复")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
