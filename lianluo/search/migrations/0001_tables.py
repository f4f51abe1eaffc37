import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("search", "0001_initial"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SearchChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("room", models.CharField(max_length=30)),
                ("object_id", models.BigIntegerField()),
                (
                    "xid",
                    models.BigIntegerField(
                        db_default=django.db.models.functions.comparison.Cast(
                            django.db.models.functions.comparison.Cast(
                                models.Func(function="pg_current_xact_id"), models.TextField()
                            ),
                            models.BigIntegerField(),
                        )
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["xid", "id"], name="search_change_order"),
                    models.Index(fields=["at"], name="search_change_age"),
                ],
            },
        ),
    ]
