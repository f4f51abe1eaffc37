import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("congress", "0001_initial"),
        ("congress", "0002_rules_units_calendar"),
        ("congress", "0004_keep_deletions"),
        ("congress", "0005_document_series"),
    ]

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="日期")),
                ("is_workday", models.BooleanField(verbose_name="上班")),
                ("label", models.CharField(blank=True, max_length=30, verbose_name="名称")),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="stamp",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="INSERT INTO congress_calendarstamp (id, changed_at) VALUES (1, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET changed_at = clock_timestamp(); RETURN NULL;",
                    hash="1f396ba2485e09aed54b7460c25ec38be7a798d1",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_stamp_dbd2c",
                    table="congress_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_calendardayevent" ("day", "id", "is_workday", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."day", NEW."id", NEW."is_workday", NEW."label", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="105b434bc9410a38782c0c927c0f6a5c2e9bea13",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_50e7e",
                    table="congress_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_calendardayevent" ("day", "id", "is_workday", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."day", NEW."id", NEW."is_workday", NEW."label", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="d40ff3dbeaafe94b6658041ae41ba9c8cc12fef3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1224c",
                    table="congress_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendarday",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_calendardayevent" ("day", "id", "is_workday", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."day", OLD."id", OLD."is_workday", OLD."label", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="eb60532a965eab9816b25d4aaa81143d4dd9b027",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0c3fb",
                    table="congress_calendarday",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="CalendarStamp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("changed_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="CalendarYear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="年份")),
                ("source", models.CharField(max_length=120, verbose_name="依据")),
                ("announced_at", models.DateTimeField(verbose_name="录入时间")),
            ],
            options={
                "ordering": ["-year"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendaryear",
            trigger=pgtrigger.compiler.Trigger(
                name="stamp",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="INSERT INTO congress_calendarstamp (id, changed_at) VALUES (1, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET changed_at = clock_timestamp(); RETURN NULL;",
                    hash="6d90b64f1bded91d21793383671456701f8f145f",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_stamp_66aa4",
                    table="congress_calendaryear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendaryear",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_calendaryearevent" ("announced_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "year") VALUES (NEW."announced_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."year"); RETURN NULL;',
                    hash="a32d14335fd6efa70f1656e3d632c0e22d076055",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ea4d7",
                    table="congress_calendaryear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendaryear",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_calendaryearevent" ("announced_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "year") VALUES (NEW."announced_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."year"); RETURN NULL;',
                    hash="0a0d80525681f7502436115b3ff642ec09270082",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75d9d",
                    table="congress_calendaryear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="calendaryear",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_calendaryearevent" ("announced_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "year") VALUES (OLD."announced_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."year"); RETURN NULL;',
                    hash="774ce5e49ef0142e010a8fd11fa43b00702504b7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26aad",
                    table="congress_calendaryear",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=12, verbose_name="区划代码")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "全国"),
                            ("province", "省级"),
                            ("prefecture", "设区的市、自治州"),
                            ("county", "县级"),
                            ("township", "乡镇"),
                        ],
                        max_length=12,
                        verbose_name="层级",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="congress.region",
                    ),
                ),
                ("is_street", models.BooleanField(default=False, verbose_name="街道")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="自")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="congress.region",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to", None)), fields=("code",), name="region_code_in_force"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarDayEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.calendarday",
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
                ("id", models.BigIntegerField()),
                ("day", models.DateField(verbose_name="日期")),
                ("is_workday", models.BooleanField(verbose_name="上班")),
                ("label", models.CharField(blank=True, max_length=30, verbose_name="名称")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CalendarYearEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.calendaryear",
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
                ("id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                ("source", models.CharField(max_length=120, verbose_name="依据")),
                ("announced_at", models.DateTimeField(verbose_name="录入时间")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Congress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="congress.congress",
                    ),
                ),
                (
                    "region",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="congress",
                        to="congress.region",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "全国"),
                            ("province", "省级"),
                            ("prefecture", "设区的市、自治州"),
                            ("county", "县级"),
                            ("township", "乡镇"),
                        ],
                        max_length=12,
                        verbose_name="层级",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("short_name", models.CharField(max_length=40, verbose_name="简称")),
                ("path", models.CharField(max_length=60, unique=True)),
                ("active", models.BooleanField(default=False, verbose_name="已启用")),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["path"], name="congress_path_prefix", opclasses=["varchar_pattern_ops"]
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="congress",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_congressevent" ("active", "id", "level", "name", "parent_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "short_name") VALUES (NEW."active", NEW."id", NEW."level", NEW."name", NEW."parent_id", NEW."path", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."short_name"); RETURN NULL;',
                    hash="712237580709267310255d9447ca4ef4a3f6de5c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0c125",
                    table="congress_congress",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="congress",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_congressevent" ("active", "id", "level", "name", "parent_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "short_name") VALUES (NEW."active", NEW."id", NEW."level", NEW."name", NEW."parent_id", NEW."path", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."short_name"); RETURN NULL;',
                    hash="2cfd7f5302a8ef9396c7b395ec36ddb28720b5de",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2847a",
                    table="congress_congress",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="congress",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_congressevent" ("active", "id", "level", "name", "parent_id", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "short_name") VALUES (OLD."active", OLD."id", OLD."level", OLD."name", OLD."parent_id", OLD."path", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region_id", OLD."short_name"); RETURN NULL;',
                    hash="de854a68308682de53b0918b51bc1b0a5a3cd93c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53a29",
                    table="congress_congress",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="CongressEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.congress",
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
                ("id", models.BigIntegerField()),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.region",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "全国"),
                            ("province", "省级"),
                            ("prefecture", "设区的市、自治州"),
                            ("county", "县级"),
                            ("township", "乡镇"),
                        ],
                        max_length=12,
                        verbose_name="层级",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("short_name", models.CharField(max_length=40, verbose_name="简称")),
                ("path", models.CharField(max_length=60)),
                ("active", models.BooleanField(default=False, verbose_name="已启用")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Counter",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counters",
                        to="congress.congress",
                    ),
                ),
                ("series", models.CharField(max_length=80)),
                ("value", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("congress", "series"), name="one_counter_per_series")
                ],
            },
        ),
        migrations.CreateModel(
            name="ElectoralUnit",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="congress.congress"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "elector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elects",
                        to="congress.congress",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("congress", "name"), name="electoral_unit_name")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="electoralunit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_electoralunitevent" ("congress_id", "elector_id", "id", "is_active", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."congress_id", NEW."elector_id", NEW."id", NEW."is_active", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="4c7ba149c71d6b82e895cca149006245e73a14bb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_025ec",
                    table="congress_electoralunit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="electoralunit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_electoralunitevent" ("congress_id", "elector_id", "id", "is_active", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."congress_id", NEW."elector_id", NEW."id", NEW."is_active", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                    hash="1d6c39966305253e5b63a8f333d3964a55c30add",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b224e",
                    table="congress_electoralunit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="electoralunit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_electoralunitevent" ("congress_id", "elector_id", "id", "is_active", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."congress_id", OLD."elector_id", OLD."id", OLD."is_active", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="097fb9dfd61af657697005917a945a369dea854d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9c405",
                    table="congress_electoralunit",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="OfficeName",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="office_names",
                        to="congress.congress",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="全称")),
                ("short", models.CharField(max_length=20, verbose_name="简称")),
                ("valid_from", models.DateField(verbose_name="自")),
            ],
            options={
                "ordering": ["-valid_from"],
                "constraints": [
                    models.UniqueConstraint(fields=("congress", "valid_from"), name="one_office_name_a_day")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officename",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_officenameevent" ("congress_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "valid_from") VALUES (NEW."congress_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short", NEW."valid_from"); RETURN NULL;',
                    hash="bc1e286790d6782ca0c4ea70a2c5add8de81af73",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_414c5",
                    table="congress_officename",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officename",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_officenameevent" ("congress_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "valid_from") VALUES (NEW."congress_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short", NEW."valid_from"); RETURN NULL;',
                    hash="b3fad74826c851fa94ed33bc41b29fc2b47da320",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f51c",
                    table="congress_officename",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="officename",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_officenameevent" ("congress_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "valid_from") VALUES (OLD."congress_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short", OLD."valid_from"); RETURN NULL;',
                    hash="e9043c9d14adf3ed69efd28423108fe693ceb7ac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3b387",
                    table="congress_officename",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Rule",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rules",
                        to="congress.congress",
                    ),
                ),
                ("key", models.CharField(max_length=60, verbose_name="参数")),
                ("value", models.JSONField(null=True, verbose_name="值")),
                ("valid_from", models.DateField(verbose_name="自")),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="来源")),
                ("article", models.CharField(blank=True, max_length=60, verbose_name="条文")),
                ("assumed", models.BooleanField(default=False, verbose_name="假定")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
            ],
            options={
                "ordering": ["key", "-valid_from"],
                "constraints": [
                    models.UniqueConstraint(fields=("congress", "key", "valid_from"), name="one_rule_a_day")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rule",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_ruleevent" ("article", "assumed", "congress_id", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "value") VALUES (NEW."article", NEW."assumed", NEW."congress_id", NEW."id", NEW."key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."valid_from", NEW."value"); RETURN NULL;',
                    hash="0d17d2cb943906b0ac5ca4cfbb691216fa3e7a39",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7318e",
                    table="congress_rule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rule",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_ruleevent" ("article", "assumed", "congress_id", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "value") VALUES (NEW."article", NEW."assumed", NEW."congress_id", NEW."id", NEW."key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."valid_from", NEW."value"); RETURN NULL;',
                    hash="4571f0f5d619b3fb81d88a616a1e7ef71abef281",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d06d9",
                    table="congress_rule",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rule",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_ruleevent" ("article", "assumed", "congress_id", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "valid_from", "value") VALUES (OLD."article", OLD."assumed", OLD."congress_id", OLD."id", OLD."key", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."valid_from", OLD."value"); RETURN NULL;',
                    hash="c0ca60d60d1406b3b95245539b1c2d6bd38ce41b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b2a2e",
                    table="congress_rule",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Term",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="congress.congress",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="届次")),
                ("starts_on", models.DateField(verbose_name="开始日期")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("seats_total", models.PositiveIntegerField(blank=True, null=True, verbose_name="代表名额")),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("congress", "number"), name="term_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gt", models.F("starts_on")), _connector="OR"
                        ),
                        name="term_in_order",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_termevent" ("congress_id", "ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats_total", "starts_on") VALUES (NEW."congress_id", NEW."ends_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."seats_total", NEW."starts_on"); RETURN NULL;',
                    hash="9f48651114d4b338ec033cb9081f1db7d7a4de10",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_34321",
                    table="congress_term",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_termevent" ("congress_id", "ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats_total", "starts_on") VALUES (NEW."congress_id", NEW."ends_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."seats_total", NEW."starts_on"); RETURN NULL;',
                    hash="eabfe07df96596705a3d2275e8c4f29f5ac71f60",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8beb5",
                    table="congress_term",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="term",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_termevent" ("congress_id", "ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seats_total", "starts_on") VALUES (OLD."congress_id", OLD."ends_on", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."seats_total", OLD."starts_on"); RETURN NULL;',
                    hash="b1359d26b2c4301b346fed9ca05ee997c68db46d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e5d8",
                    table="congress_term",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Unit",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="units",
                        to="congress.congress",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="congress.unit",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="全称")),
                ("short_name", models.CharField(max_length=30, verbose_name="简称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "政府部门"),
                            ("party", "党群部门"),
                            ("court", "法院"),
                            ("procuratorate", "检察院"),
                            ("supervision", "监察委员会"),
                            ("committee", "人大专门委员会、工作机构"),
                            ("local", "下级政府"),
                            ("enterprise", "企事业单位"),
                            ("military", "军队"),
                        ],
                        max_length=14,
                        verbose_name="类别",
                    ),
                ),
                ("pinyin", models.CharField(blank=True, max_length=600)),
                ("initials", models.CharField(blank=True, db_index=True, max_length=160)),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_dispatcher", models.BooleanField(default=False, verbose_name="交办机构")),
                (
                    "dispatched_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dispatches",
                        to="congress.unit",
                        verbose_name="经由交办机构",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="设立日期")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="congress.unit",
                        verbose_name="职责承接单位",
                    ),
                ),
                (
                    "document_pattern",
                    models.CharField(blank=True, max_length=60, verbose_name="发文字号格式"),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="设立、变动依据")),
            ],
            options={
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_to", None)),
                        fields=("congress", "name"),
                        name="unit_name_in_force",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("successor", models.F("pk")), _negated=True),
                        name="unit_not_its_own_heir",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("pk")), _negated=True),
                        name="unit_not_its_own_parent",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_unitevent" ("congress_id", "dispatched_by_id", "document_pattern", "id", "initials", "is_dispatcher", "kind", "name", "note", "order", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin", "short_name", "successor_id", "valid_from", "valid_to") VALUES (NEW."congress_id", NEW."dispatched_by_id", NEW."document_pattern", NEW."id", NEW."initials", NEW."is_dispatcher", NEW."kind", NEW."name", NEW."note", NEW."order", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pinyin", NEW."short_name", NEW."successor_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="9a7f6fe1c96f72a4af96a607d18254050f287a4b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a07b1",
                    table="congress_unit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_unitevent" ("congress_id", "dispatched_by_id", "document_pattern", "id", "initials", "is_dispatcher", "kind", "name", "note", "order", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin", "short_name", "successor_id", "valid_from", "valid_to") VALUES (NEW."congress_id", NEW."dispatched_by_id", NEW."document_pattern", NEW."id", NEW."initials", NEW."is_dispatcher", NEW."kind", NEW."name", NEW."note", NEW."order", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pinyin", NEW."short_name", NEW."successor_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                    hash="7ee64f49ff6695a5d0995db822594c1e33c2c139",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0be13",
                    table="congress_unit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_unitevent" ("congress_id", "dispatched_by_id", "document_pattern", "id", "initials", "is_dispatcher", "kind", "name", "note", "order", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinyin", "short_name", "successor_id", "valid_from", "valid_to") VALUES (OLD."congress_id", OLD."dispatched_by_id", OLD."document_pattern", OLD."id", OLD."initials", OLD."is_dispatcher", OLD."kind", OLD."name", OLD."note", OLD."order", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."pinyin", OLD."short_name", OLD."successor_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                    hash="b0c5be4e626c3ff9bda8dbb4d72a7707d99f49ff",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0101d",
                    table="congress_unit",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Delegation",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="congress.congress"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delegations",
                        to="congress.term",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("region", "按选举单位组成"), ("military", "解放军和武警")],
                        default="region",
                        max_length=10,
                        verbose_name="组成",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("term", "name"), name="delegation_name")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_delegationevent" ("congress_id", "id", "is_active", "kind", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."congress_id", NEW."id", NEW."is_active", NEW."kind", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."term_id"); RETURN NULL;',
                    hash="160fda73d6fc985000527e951138e71b4a08ec6a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_513fc",
                    table="congress_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_delegationevent" ("congress_id", "id", "is_active", "kind", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."congress_id", NEW."id", NEW."is_active", NEW."kind", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."term_id"); RETURN NULL;',
                    hash="280cc9fad4d6e3a3e593e9650193e43b355e64d8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f2962",
                    table="congress_delegation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="delegation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_delegationevent" ("congress_id", "id", "is_active", "kind", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (OLD."congress_id", OLD."id", OLD."is_active", OLD."kind", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."term_id"); RETURN NULL;',
                    hash="a9007c96133c8c2bb350806e78e5db888d25498a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6be94",
                    table="congress_delegation",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="DeputyGroup",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="congress.congress"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="congress.term"
                    ),
                ),
            ],
            options={
                "ordering": ["order", "pk"],
                "abstract": False,
                "constraints": [models.UniqueConstraint(fields=("term", "name"), name="group_name")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deputygroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_deputygroupevent" ("congress_id", "id", "is_active", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."congress_id", NEW."id", NEW."is_active", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."term_id"); RETURN NULL;',
                    hash="de38591d3fb9100ac93783baa962a4762a4d3670",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_85315",
                    table="congress_deputygroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deputygroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_deputygroupevent" ("congress_id", "id", "is_active", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."congress_id", NEW."id", NEW."is_active", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."term_id"); RETURN NULL;',
                    hash="1798905c778011bb17c0245c300aec6792ad8aa0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0df62",
                    table="congress_deputygroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deputygroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_deputygroupevent" ("congress_id", "id", "is_active", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (OLD."congress_id", OLD."id", OLD."is_active", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."term_id"); RETURN NULL;',
                    hash="c94c18158e886cdbec018516a674cec4782cb486",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_045d4",
                    table="congress_deputygroup",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="ElectoralUnitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.electoralunit",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "elector",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficeNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.officename",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="全称")),
                ("short", models.CharField(max_length=20, verbose_name="简称")),
                ("valid_from", models.DateField(verbose_name="自")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RuleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.rule",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                ("key", models.CharField(max_length=60, verbose_name="参数")),
                ("value", models.JSONField(null=True, verbose_name="值")),
                ("valid_from", models.DateField(verbose_name="自")),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="来源")),
                ("article", models.CharField(blank=True, max_length=60, verbose_name="条文")),
                ("assumed", models.BooleanField(default=False, verbose_name="假定")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="congress.congress",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="congress.term",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="会次")),
                ("opens_on", models.DateField(verbose_name="拟开幕日期")),
                ("closes_on", models.DateField(verbose_name="拟闭幕日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "未开幕"), ("open", "正在举行"), ("closed", "已闭幕")],
                        default="planned",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="开幕时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="闭幕时间")),
                ("deadline_at", models.DateTimeField(blank=True, null=True, verbose_name="建议截止时间")),
            ],
            options={
                "ordering": ["-opens_on"],
                "constraints": [
                    models.UniqueConstraint(fields=("term", "number"), name="session_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("congress",),
                        name="one_open_session_per_congress",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closes_on__gte", models.F("opens_on"))), name="session_in_order"
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_sessionevent" ("closed_at", "closes_on", "congress_id", "deadline_at", "id", "number", "opened_at", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "term_id") VALUES (NEW."closed_at", NEW."closes_on", NEW."congress_id", NEW."deadline_at", NEW."id", NEW."number", NEW."opened_at", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."term_id"); RETURN NULL;',
                    hash="b8dd5e8f7d6d5fb8f02289e19595f3a04c248700",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38349",
                    table="congress_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_sessionevent" ("closed_at", "closes_on", "congress_id", "deadline_at", "id", "number", "opened_at", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "term_id") VALUES (NEW."closed_at", NEW."closes_on", NEW."congress_id", NEW."deadline_at", NEW."id", NEW."number", NEW."opened_at", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."term_id"); RETURN NULL;',
                    hash="7a1e365d9a610abef478e9b0845d688ec5b6f62a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1586c",
                    table="congress_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_sessionevent" ("closed_at", "closes_on", "congress_id", "deadline_at", "id", "number", "opened_at", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "term_id") VALUES (OLD."closed_at", OLD."closes_on", OLD."congress_id", OLD."deadline_at", OLD."id", OLD."number", OLD."opened_at", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."term_id"); RETURN NULL;',
                    hash="ddeaf197fef746f90fb5e52809422fe32d2bf16e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c4e35",
                    table="congress_session",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="TermEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.term",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="届次")),
                ("starts_on", models.DateField(verbose_name="开始日期")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("seats_total", models.PositiveIntegerField(blank=True, null=True, verbose_name="代表名额")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UnitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.unit",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.unit",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="全称")),
                ("short_name", models.CharField(max_length=30, verbose_name="简称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "政府部门"),
                            ("party", "党群部门"),
                            ("court", "法院"),
                            ("procuratorate", "检察院"),
                            ("supervision", "监察委员会"),
                            ("committee", "人大专门委员会、工作机构"),
                            ("local", "下级政府"),
                            ("enterprise", "企事业单位"),
                            ("military", "军队"),
                        ],
                        max_length=14,
                        verbose_name="类别",
                    ),
                ),
                ("pinyin", models.CharField(blank=True, max_length=600)),
                ("initials", models.CharField(blank=True, max_length=160)),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_dispatcher", models.BooleanField(default=False, verbose_name="交办机构")),
                (
                    "dispatched_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.unit",
                        verbose_name="经由交办机构",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="设立日期")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.unit",
                        verbose_name="职责承接单位",
                    ),
                ),
                (
                    "document_pattern",
                    models.CharField(blank=True, max_length=60, verbose_name="发文字号格式"),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="设立、变动依据")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UnitName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="congress.unit",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="曾用名")),
                ("until", models.DateField(verbose_name="至")),
            ],
            options={
                "ordering": ["-until"],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "until"), name="one_former_name_a_day")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unitname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_unitnameevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "until") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."unit_id", NEW."until"); RETURN NULL;',
                    hash="584d6d109f3f8440a5afbb60c6a9fae5184f9bdd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc276",
                    table="congress_unitname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unitname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "congress_unitnameevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "until") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."unit_id", NEW."until"); RETURN NULL;',
                    hash="55dc33b78c3338f8bc8a5b5bac838d4b3643753c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7cc7c",
                    table="congress_unitname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unitname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "congress_unitnameevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "unit_id", "until") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."unit_id", OLD."until"); RETURN NULL;',
                    hash="c585335608f745e0c013946511eeb31d006f9b7e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4241",
                    table="congress_unitname",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="DelegationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.delegation",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "term",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.term",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("region", "按选举单位组成"), ("military", "解放军和武警")],
                        default="region",
                        max_length=10,
                        verbose_name="组成",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DeputyGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.deputygroup",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("is_active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "term",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.term",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.session",
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
                ("id", models.BigIntegerField()),
                (
                    "congress",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.term",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="会次")),
                ("opens_on", models.DateField(verbose_name="拟开幕日期")),
                ("closes_on", models.DateField(verbose_name="拟闭幕日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "未开幕"), ("open", "正在举行"), ("closed", "已闭幕")],
                        default="planned",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="开幕时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="闭幕时间")),
                ("deadline_at", models.DateTimeField(blank=True, null=True, verbose_name="建议截止时间")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UnitNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="congress.unitname",
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
                ("id", models.BigIntegerField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.unit",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="曾用名")),
                ("until", models.DateField(verbose_name="至")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
