from django.db import migrations, models

import lianluo.trail.models.attachments


class Migration(migrations.Migration):
    dependencies = [("trail", "0002_clock")]

    operations = [
        migrations.AddField("dayroot", "upto", models.BigIntegerField(default=0), preserve_default=False),
        migrations.AlterField("dayroot", "day", models.DateField(unique=True, verbose_name="日期")),
        migrations.AlterField("dayroot", "leaves", models.PositiveIntegerField(verbose_name="事项数")),
        migrations.AlterField("dayroot", "root", models.BinaryField(max_length=32, verbose_name="总摘要")),
        migrations.AlterField(
            "attachment",
            "file",
            models.FileField(max_length=120, upload_to=lianluo.trail.models.attachments.stored_name),
        ),
        migrations.CreateModel(
            name="RootHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("root", models.BinaryField(max_length=32)),
            ],
        ),
        migrations.AddConstraint(
            "roothead", models.CheckConstraint(condition=models.Q(("id", 1)), name="one_root_head")
        ),
    ]
