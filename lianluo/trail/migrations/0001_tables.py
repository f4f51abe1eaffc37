import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import lianluo.trail.models.attachments


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("trail", "0001_initial"),
        ("trail", "0002_clock"),
        ("trail", "0003_day_roots"),
        ("trail", "0004_clock_rule_day"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="DayRoot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True, verbose_name="日期")),
                ("upto", models.BigIntegerField()),
                ("leaves", models.PositiveIntegerField(verbose_name="事项数")),
                ("root", models.BinaryField(max_length=32, verbose_name="总摘要")),
                ("previous", models.BinaryField(max_length=32)),
            ],
            options={
                "ordering": ["day"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dayroot",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="18842a9b87fd1a2a63036595285a7fc3ffa3dcc4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_12271",
                    table="trail_dayroot",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Event",
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
                ("case_type", models.CharField(max_length=40)),
                ("case_id", models.BigIntegerField()),
                ("seq", models.PositiveIntegerField()),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("account_id", models.BigIntegerField(null=True, verbose_name="账号")),
                ("actor_name", models.CharField(blank=True, max_length=60, verbose_name="经办人")),
                ("actor_role", models.CharField(blank=True, max_length=120, verbose_name="身份")),
                ("move", models.CharField(max_length=40, verbose_name="步骤")),
                ("source", models.CharField(blank=True, max_length=24)),
                ("target", models.CharField(max_length=24)),
                ("facts", models.JSONField(default=dict)),
                ("previous", models.BinaryField(max_length=32)),
                ("hash", models.BinaryField(max_length=32)),
            ],
            options={
                "ordering": ["case_type", "case_id", "seq"],
                "indexes": [
                    models.Index(fields=["congress", "-at"], name="event_recent"),
                    models.Index(fields=["at"], name="event_at"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("case_type", "case_id", "seq"), name="one_event_a_step")
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="102b783fbe463a9265a633d823ddadb507f06350",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4383b",
                    table="trail_event",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="RootHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("root", models.BinaryField(max_length=32)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="one_root_head")],
            },
        ),
        migrations.CreateModel(
            name="Attachment",
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
                ("case_type", models.CharField(max_length=40)),
                ("case_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField(verbose_name="大小")),
                ("sm3", models.BinaryField(max_length=32)),
                (
                    "file",
                    models.FileField(max_length=120, upload_to=lianluo.trail.models.attachments.stored_name),
                ),
                ("kind", models.CharField(blank=True, max_length=20, verbose_name="用途")),
                ("account_id", models.BigIntegerField(null=True, verbose_name="上传人")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["case_type", "case_id"], name="attachment_case")],
            },
        ),
        migrations.CreateModel(
            name="Clock",
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
                ("case_type", models.CharField(max_length=40)),
                ("case_id", models.BigIntegerField()),
                ("kind", models.CharField(max_length=30)),
                ("started_on", models.DateField(verbose_name="起算")),
                ("statutory_on", models.DateField(verbose_name="法定期限")),
                ("due_on", models.DateField(verbose_name="期限")),
                ("hard_on", models.DateField(blank=True, null=True, verbose_name="最迟期限")),
                ("stopped_at", models.DateTimeField(blank=True, null=True, verbose_name="停止")),
                ("steps", models.JSONField(default=list)),
                ("rule", models.CharField(blank=True, max_length=60)),
                ("rule_on", models.DateField(blank=True, null=True, verbose_name="按哪一天的规则")),
                ("certain", models.BooleanField(default=True, verbose_name="日历已公布")),
                ("assumed", models.BooleanField(default=False, verbose_name="假定")),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(fields=["case_type", "case_id"], name="clock_case"),
                    models.Index(
                        condition=models.Q(("stopped_at", None)),
                        fields=["congress", "due_on"],
                        name="clock_running",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stopped_at", None)),
                        fields=("case_type", "case_id", "kind"),
                        name="one_running_clock_a_kind",
                    )
                ],
            },
        ),
    ]
