import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("figures", "0001_initial"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("people", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Snapshot",
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
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("period", models.CharField(max_length=10, verbose_name="时段")),
                ("below", models.BooleanField(default=False, verbose_name="含下级")),
                ("numbers", models.JSONField(verbose_name="数据")),
                ("taken_at", models.DateTimeField(verbose_name="定格时间")),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-taken_at"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="82cb86e96b3e840a9051fb768fb085b5f2f08bf1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_b67b0",
                    table="figures_snapshot",
                    when="BEFORE",
                ),
            ),
        ),
    ]
