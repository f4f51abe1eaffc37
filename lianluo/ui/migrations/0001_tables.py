import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("ui", "0001_lists_and_long_work"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("people", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="LongWork",
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
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="long_works",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="事项")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等候"),
                            ("running", "在跑"),
                            ("done", "好了"),
                            ("failed", "没有办成"),
                            ("stopped", "停下了"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("error", models.CharField(blank=True, max_length=300)),
                ("result_file", models.FileField(blank=True, upload_to="work/%Y/%m/")),
                ("result_name", models.CharField(blank=True, max_length=120)),
                ("back_url", models.CharField(blank=True, max_length=500)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done__lte", models.F("total"))), name="work_not_more_than_all"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
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
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("page", models.CharField(max_length=60, verbose_name="列表")),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="视图名称")),
                ("query", models.CharField(blank=True, max_length=2000, verbose_name="条件")),
                ("is_default", models.BooleanField(default=False, verbose_name="打开列表时先看")),
                ("columns", models.JSONField(blank=True, default=list, verbose_name="栏目")),
                ("size", models.PositiveSmallIntegerField(default=20, verbose_name="每页件数")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "congress", "page", "name"), name="one_view_of_a_name"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("account", "congress", "page"),
                        name="one_default_view",
                    ),
                ],
            },
        ),
    ]
