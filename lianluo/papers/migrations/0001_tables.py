import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("papers", "0001_initial"),
        ("papers", "0002_keep_deletions"),
        ("papers", "0003_numbers"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("people", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperNumber",
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
                ("paper", models.CharField(max_length=60)),
                ("case_type", models.CharField(max_length=40)),
                ("case_id", models.BigIntegerField()),
                ("number", models.CharField(max_length=60, verbose_name="发文字号")),
                ("at", models.DateTimeField(verbose_name="编号时间")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paper", "case_type", "case_id"), name="one_number_a_paper"
                    ),
                    models.UniqueConstraint(fields=("congress", "paper", "number"), name="paper_number"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperTemplate",
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
                ("name", models.CharField(max_length=60)),
                ("file_name", models.CharField(max_length=120, verbose_name="文件名")),
                ("content", models.BinaryField()),
                ("sm3", models.BinaryField(max_length=32)),
                ("in_use", models.BooleanField(default=True, verbose_name="使用中")),
                ("uploaded_at", models.DateTimeField(verbose_name="上传时间")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-uploaded_at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("in_use", True)),
                        fields=("congress", "name"),
                        name="one_template_in_use",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="papertemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "papers_papertemplateevent" ("congress_id", "file_name", "id", "in_use", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sm3", "uploaded_at", "uploaded_by_id") VALUES (NEW."congress_id", NEW."file_name", NEW."id", NEW."in_use", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sm3", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="b63a4394f480d4c8cb63494920888637d6a23bd8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_389b6",
                    table="papers_papertemplate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="papertemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."congress_id" IS DISTINCT FROM (NEW."congress_id") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."in_use" IS DISTINCT FROM (NEW."in_use") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."sm3" IS DISTINCT FROM (NEW."sm3") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))',
                    func='INSERT INTO "papers_papertemplateevent" ("congress_id", "file_name", "id", "in_use", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sm3", "uploaded_at", "uploaded_by_id") VALUES (NEW."congress_id", NEW."file_name", NEW."id", NEW."in_use", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sm3", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;',
                    hash="3bd508decc46ce5988dd174e62b87841afac691b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a2aeb",
                    table="papers_papertemplate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="papertemplate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "papers_papertemplateevent" ("congress_id", "file_name", "id", "in_use", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sm3", "uploaded_at", "uploaded_by_id") VALUES (OLD."congress_id", OLD."file_name", OLD."id", OLD."in_use", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sm3", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;',
                    hash="aca58c7b24d4041d509f94e00d1273cf4ce7408a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9a28d",
                    table="papers_papertemplate",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="PaperTemplateEvent",
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
                        to="papers.papertemplate",
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
                ("name", models.CharField(max_length=60)),
                ("file_name", models.CharField(max_length=120, verbose_name="文件名")),
                ("sm3", models.BinaryField(max_length=32)),
                ("in_use", models.BooleanField(default=True, verbose_name="使用中")),
                ("uploaded_at", models.DateTimeField(verbose_name="上传时间")),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
