import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("notices", "0001_initial"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("people", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Habit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_habit",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("quiet_from", models.TimeField(default=datetime.time(22, 0), verbose_name="免打扰开始")),
                ("quiet_to", models.TimeField(default=datetime.time(7, 0), verbose_name="免打扰结束")),
                ("digest_at", models.TimeField(default=datetime.time(8, 0), verbose_name="每日汇总时间")),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
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
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=200, verbose_name="标题")),
                ("body", models.TextField(blank=True, verbose_name="内容")),
                ("url", models.CharField(max_length=300)),
                ("case_type", models.CharField(blank=True, max_length=40)),
                ("case_id", models.BigIntegerField(null=True)),
                ("urgent", models.BooleanField(default=False, verbose_name="紧急")),
                ("shown", models.BooleanField(default=True)),
                ("once", models.CharField(max_length=100)),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("read_at", models.DateTimeField(null=True, verbose_name="已读时间")),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["account", "-at"], name="notice_inbox"),
                    models.Index(
                        condition=models.Q(("read_at", None), ("shown", True)),
                        fields=["account"],
                        name="notice_unread",
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("account", "once"), name="told_once")],
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_preferences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("channel", models.CharField(max_length=12)),
                (
                    "mode",
                    models.CharField(
                        choices=[("now", "即时"), ("digest", "每日汇总"), ("off", "不接收")], max_length=8
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account", "key", "channel"), name="one_notice_preference"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Switch",
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
                        related_name="notice_switches",
                        to="congress.congress",
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("role", models.CharField(max_length=20)),
                ("channel", models.CharField(max_length=12)),
                ("on", models.BooleanField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("congress", "key", "role", "channel"), name="one_switch_a_cell"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="notices.notice",
                    ),
                ),
                ("channel", models.CharField(max_length=12, verbose_name="渠道")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等待发送"),
                            ("held", "等待汇总"),
                            ("sent", "已发送"),
                            ("failed", "发送失败"),
                            ("dropped", "不再发送"),
                        ],
                        default="waiting",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="应发时间")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="次数")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="发出时间")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="原因")),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "held"])),
                        fields=["due_at"],
                        name="delivery_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("notice", "channel"), name="one_delivery_a_channel")
                ],
            },
        ),
    ]
