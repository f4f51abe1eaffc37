import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import lianluo.exchange.models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("exchange", "0001_initial"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("people", "0001_tables"),
        ("ui", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Batch",
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
                ("kind", models.CharField(max_length=30)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("by_name", models.CharField(max_length=120, verbose_name="导入人")),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                (
                    "file",
                    models.FileField(
                        blank=True, max_length=120, upload_to=lianluo.exchange.models.stored_name
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="大小")),
                ("sm3", models.BinaryField(max_length=32)),
                ("format", models.CharField(blank=True, max_length=8)),
                ("sheet", models.CharField(blank=True, max_length=60)),
                ("encoding", models.CharField(blank=True, max_length=40)),
                ("head", models.PositiveIntegerField(default=0)),
                ("columns", models.JSONField(default=list)),
                ("samples", models.JSONField(default=list)),
                ("mapping", models.JSONField(default=dict)),
                ("options", models.JSONField(default=dict)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("mapping", "待对栏目"),
                            ("checking", "正在检查"),
                            ("checked", "已检查，待导入"),
                            ("refused", "文件不能用"),
                            ("running", "正在导入"),
                            ("stopped", "停在半路"),
                            ("done", "已导入"),
                            ("taken_back", "已撤回"),
                        ],
                        default="mapping",
                        max_length=12,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, verbose_name="总行数")),
                ("bookmark", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                ("remarks", models.JSONField(default=list)),
                ("error", models.CharField(blank=True, max_length=500)),
                (
                    "work",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ui.longwork",
                    ),
                ),
                ("created_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Choice",
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
                ("thing", models.CharField(max_length=30)),
                ("written", models.CharField(max_length=200)),
                ("target", models.CharField(max_length=80)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("congress", "thing", "written"), name="one_meaning_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Remembered",
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
                ("kind", models.CharField(max_length=30)),
                ("fingerprint", models.CharField(max_length=64)),
                ("mapping", models.JSONField(default=dict)),
                ("options", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("congress", "kind", "fingerprint"), name="one_mapping_a_heading"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Origin",
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
                ("kind", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64)),
                ("target", models.BigIntegerField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="exchange.batch",
                    ),
                ),
                ("row", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["batch", "row"], name="origin_row")],
                "constraints": [
                    models.UniqueConstraint(fields=("congress", "kind", "key"), name="one_target_a_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="Problem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="problems",
                        to="exchange.batch",
                    ),
                ),
                ("row", models.PositiveIntegerField()),
                ("column", models.IntegerField(default=-1)),
                ("field", models.CharField(blank=True, max_length=40)),
                ("text", models.CharField(blank=True, max_length=200)),
                ("sentence", models.CharField(max_length=400)),
                ("grade", models.CharField(max_length=4)),
                ("thing", models.CharField(blank=True, max_length=30)),
                ("written", models.CharField(blank=True, max_length=200)),
                ("candidates", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["row", "column", "pk"],
                "indexes": [
                    models.Index(fields=["batch", "row"], name="problem_row"),
                    models.Index(
                        condition=models.Q(("grade", "ask")),
                        fields=["batch", "thing", "written"],
                        name="problem_ask",
                    ),
                ],
            },
        ),
    ]
