import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import lianluo.people.sealed


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("people", "0001_initial"),
        ("people", "0002_sign_in_and_history"),
        ("people", "0003_keep_deletions"),
        ("people", "0004_proposing"),
        ("people", "0005_stand_ins"),
    ]

    dependencies = [
        ("congress", "0001_tables"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("pinyin", models.CharField(blank=True, max_length=120)),
                ("initials", models.CharField(blank=True, max_length=20)),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("female", "女"), ("male", "男")],
                        max_length=6,
                        verbose_name="性别",
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=20, verbose_name="民族")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="出生日期")),
                ("party", models.CharField(blank=True, max_length=20, verbose_name="政治面貌")),
                ("education", models.CharField(blank=True, max_length=20, verbose_name="学历")),
                ("occupation", models.CharField(blank=True, max_length=30, verbose_name="职业构成")),
                ("employer", models.CharField(blank=True, max_length=120, verbose_name="工作单位及职务")),
                (
                    "phone",
                    lianluo.people.sealed.SealedTextField(
                        blank=True, default=b"", editable=True, verbose_name="手机号码"
                    ),
                ),
                ("phone_digest", lianluo.people.sealed.BlindField(db_index=True, default=b"", of="phone")),
                (
                    "id_number",
                    lianluo.people.sealed.SealedTextField(
                        blank=True, default=b"", editable=True, verbose_name="居民身份证号码"
                    ),
                ),
                ("id_digest", lianluo.people.sealed.BlindField(db_index=True, default=b"", of="id_number")),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        fields=["name"], name="person_name_prefix", opclasses=["varchar_pattern_ops"]
                    ),
                    models.Index(
                        fields=["initials"], name="person_initials_prefix", opclasses=["varchar_pattern_ops"]
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personevent" ("birth_date", "education", "employer", "ethnicity", "gender", "id", "id_digest", "id_number", "initials", "name", "occupation", "party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_digest", "pinyin") VALUES (NEW."birth_date", NEW."education", NEW."employer", NEW."ethnicity", NEW."gender", NEW."id", NEW."id_digest", NEW."id_number", NEW."initials", NEW."name", NEW."occupation", NEW."party", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."phone_digest", NEW."pinyin"); RETURN NULL;',
                    hash="e8bae9bd04e87b34af32d3b3851d0300f539606d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65688",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_personevent" ("birth_date", "education", "employer", "ethnicity", "gender", "id", "id_digest", "id_number", "initials", "name", "occupation", "party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_digest", "pinyin") VALUES (NEW."birth_date", NEW."education", NEW."employer", NEW."ethnicity", NEW."gender", NEW."id", NEW."id_digest", NEW."id_number", NEW."initials", NEW."name", NEW."occupation", NEW."party", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."phone_digest", NEW."pinyin"); RETURN NULL;',
                    hash="fa999237cdcda7472aa37e086722bb3e59346be8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_de829",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="person",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_personevent" ("birth_date", "education", "employer", "ethnicity", "gender", "id", "id_digest", "id_number", "initials", "name", "occupation", "party", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_digest", "pinyin") VALUES (OLD."birth_date", OLD."education", OLD."employer", OLD."ethnicity", OLD."gender", OLD."id", OLD."id_digest", OLD."id_number", OLD."initials", OLD."name", OLD."occupation", OLD."party", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."phone_digest", OLD."pinyin"); RETURN NULL;',
                    hash="359ae96adf2c0319389caed97775a514aa22986c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2ca2d",
                    table="people_person",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="PersonEvent",
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
                        to="people.person",
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
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("pinyin", models.CharField(blank=True, max_length=120)),
                ("initials", models.CharField(blank=True, max_length=20)),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[("female", "女"), ("male", "男")],
                        max_length=6,
                        verbose_name="性别",
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=20, verbose_name="民族")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="出生日期")),
                ("party", models.CharField(blank=True, max_length=20, verbose_name="政治面貌")),
                ("education", models.CharField(blank=True, max_length=20, verbose_name="学历")),
                ("occupation", models.CharField(blank=True, max_length=30, verbose_name="职业构成")),
                ("employer", models.CharField(blank=True, max_length=120, verbose_name="工作单位及职务")),
                (
                    "phone",
                    lianluo.people.sealed.SealedTextField(
                        blank=True, default=b"", editable=True, verbose_name="手机号码"
                    ),
                ),
                ("phone_digest", lianluo.people.sealed.BlindField(db_index=True, default=b"", of="phone")),
                (
                    "id_number",
                    lianluo.people.sealed.SealedTextField(
                        blank=True, default=b"", editable=True, verbose_name="居民身份证号码"
                    ),
                ),
                ("id_digest", lianluo.people.sealed.BlindField(db_index=True, default=b"", of="id_number")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Seat",
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
                        related_name="seats",
                        to="congress.congress",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="people.person"
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="congress.term"
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="congress.delegation",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="seats",
                        to="congress.deputygroup",
                    ),
                ),
                (
                    "electoral_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="congress.electoralunit",
                    ),
                ),
                ("card_number", models.CharField(blank=True, max_length=20, verbose_name="代表证号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "在任"),
                            ("suspended", "暂停执行代表职务"),
                            ("ended", "代表资格终止"),
                        ],
                        default="active",
                        max_length=10,
                        verbose_name="资格状态",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="任职起")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="任职止")),
                ("is_head", models.BooleanField(default=False, verbose_name="代表团团长")),
                ("is_standing_member", models.BooleanField(default=False, verbose_name="常委会组成人员")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "ended"), _negated=True),
                        fields=("person", "term"),
                        name="one_live_seat_per_term",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("card_number", ""), _negated=True),
                        fields=("term", "card_number"),
                        name="card_number_per_term",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_head", True), models.Q(("state", "ended"), _negated=True)),
                        fields=("delegation",),
                        name="one_head_per_delegation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="seat_in_order",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_seatevent" ("card_number", "congress_id", "delegation_id", "electoral_unit_id", "ends_on", "group_id", "id", "is_head", "is_standing_member", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "term_id") VALUES (NEW."card_number", NEW."congress_id", NEW."delegation_id", NEW."electoral_unit_id", NEW."ends_on", NEW."group_id", NEW."id", NEW."is_head", NEW."is_standing_member", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."state", NEW."term_id"); RETURN NULL;',
                    hash="e3b906793853d6d64f6bbe3bab134e38cf51e663",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_06958",
                    table="people_seat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_seatevent" ("card_number", "congress_id", "delegation_id", "electoral_unit_id", "ends_on", "group_id", "id", "is_head", "is_standing_member", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "term_id") VALUES (NEW."card_number", NEW."congress_id", NEW."delegation_id", NEW."electoral_unit_id", NEW."ends_on", NEW."group_id", NEW."id", NEW."is_head", NEW."is_standing_member", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."state", NEW."term_id"); RETURN NULL;',
                    hash="e2a42f822b67d386572cba5c3ae02f373df1bf0d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14bee",
                    table="people_seat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_seatevent" ("card_number", "congress_id", "delegation_id", "electoral_unit_id", "ends_on", "group_id", "id", "is_head", "is_standing_member", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "state", "term_id") VALUES (OLD."card_number", OLD."congress_id", OLD."delegation_id", OLD."electoral_unit_id", OLD."ends_on", OLD."group_id", OLD."id", OLD."is_head", OLD."is_standing_member", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."state", OLD."term_id"); RETURN NULL;',
                    hash="b0d934c1c6b9bc69d5b218fe2f66f4a5675f13d5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7edb0",
                    table="people_seat",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=60, unique=True, verbose_name="用户名")),
                ("display_name", models.CharField(max_length=60, verbose_name="姓名")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱")),
                (
                    "phone",
                    lianluo.people.sealed.SealedTextField(
                        blank=True, default=b"", editable=True, verbose_name="手机号码"
                    ),
                ),
                ("phone_digest", lianluo.people.sealed.BlindField(db_index=True, default=b"", of="phone")),
                (
                    "home",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="congress.congress",
                        verbose_name="开通单位",
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="account",
                        to="people.person",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="可登录")),
                ("must_change_password", models.BooleanField(default=False, verbose_name="下次登录须改密码")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="建立时间")),
                (
                    "last_congress",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="congress.congress",
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=6)),
                ("text_size", models.CharField(blank=True, max_length=6)),
                ("language", models.CharField(blank=True, max_length=8)),
            ],
            options={
                "ordering": ["username"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_accountevent" ("created_at", "display_name", "email", "home_id", "id", "is_active", "language", "last_congress_id", "must_change_password", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_digest", "text_size", "theme", "username") VALUES (NEW."created_at", NEW."display_name", NEW."email", NEW."home_id", NEW."id", NEW."is_active", NEW."language", NEW."last_congress_id", NEW."must_change_password", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."phone_digest", NEW."text_size", NEW."theme", NEW."username"); RETURN NULL;',
                    hash="d367f22ec0be0ce178d01dc9155d7398f5a215ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1b204",
                    table="people_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."display_name" IS DISTINCT FROM (NEW."display_name") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."home_id" IS DISTINCT FROM (NEW."home_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_congress_id" IS DISTINCT FROM (NEW."last_congress_id") OR OLD."must_change_password" IS DISTINCT FROM (NEW."must_change_password") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."phone_digest" IS DISTINCT FROM (NEW."phone_digest") OR OLD."text_size" IS DISTINCT FROM (NEW."text_size") OR OLD."theme" IS DISTINCT FROM (NEW."theme") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                    func='INSERT INTO "people_accountevent" ("created_at", "display_name", "email", "home_id", "id", "is_active", "language", "last_congress_id", "must_change_password", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_digest", "text_size", "theme", "username") VALUES (NEW."created_at", NEW."display_name", NEW."email", NEW."home_id", NEW."id", NEW."is_active", NEW."language", NEW."last_congress_id", NEW."must_change_password", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."phone_digest", NEW."text_size", NEW."theme", NEW."username"); RETURN NULL;',
                    hash="008496318a63d553dbb271db3b620679ad95bffe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7c7a1",
                    table="people_account",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="account",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_accountevent" ("created_at", "display_name", "email", "home_id", "id", "is_active", "language", "last_congress_id", "must_change_password", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_digest", "text_size", "theme", "username") VALUES (OLD."created_at", OLD."display_name", OLD."email", OLD."home_id", OLD."id", OLD."is_active", OLD."language", OLD."last_congress_id", OLD."must_change_password", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."phone_digest", OLD."text_size", OLD."theme", OLD."username"); RETURN NULL;',
                    hash="480d2dd961ea30c574353b8bd7ca49fd38142371",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4e5b6",
                    table="people_account",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Reveal",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reveals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reveals",
                        to="people.person",
                    ),
                ),
                ("field", models.CharField(max_length=20, verbose_name="字段")),
                ("reason", models.CharField(max_length=120, verbose_name="用途")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "ordering": ["-at"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reveal",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ec590434773f2546685a563a3faf683746e11de4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_42196",
                    table="people_reveal",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Role",
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
                        related_name="roles",
                        to="congress.congress",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("liaison", "联工委工作人员"),
                            ("liaison_lead", "联工委负责人"),
                            ("delegation_staff", "代表团工作人员"),
                            ("session_staff", "议案组工作人员"),
                            ("dispatcher", "交办机构"),
                            ("unit_admin", "承办单位管理员"),
                            ("unit_handler", "承办人"),
                            ("unit_reviewer", "承办单位审核人"),
                            ("unit_signer", "承办单位签发人"),
                            ("committee", "专门委员会"),
                            ("leader", "领导"),
                            ("station", "联络站工作人员"),
                            ("system_admin", "系统管理员"),
                            ("security_admin", "安全管理员"),
                            ("auditor", "审计员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="congress.unit",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="congress.delegation",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=60, verbose_name="处室、职务")),
                ("starts_on", models.DateField(verbose_name="自")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "granted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on", None)),
                        fields=("congress", "account", "kind", "unit", "delegation"),
                        name="one_open_role_of_a_kind",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    [
                                        "committee",
                                        "dispatcher",
                                        "unit_admin",
                                        "unit_handler",
                                        "unit_reviewer",
                                        "unit_signer",
                                    ],
                                ),
                                _negated=True,
                            ),
                            ("unit__isnull", False),
                            _connector="OR",
                        ),
                        name="unit_role_has_unit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "delegation_staff"), _negated=True),
                            ("delegation__isnull", False),
                            _connector="OR",
                        ),
                        name="delegation_role_has_delegation",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="role_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("granted_by", models.F("account")), _negated=True),
                        name="nobody_grants_to_oneself",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="role",
            trigger=pgtrigger.compiler.Trigger(
                name="one_administrator_role",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.kind IN ('auditor', 'security_admin', 'system_admin') THEN\n        PERFORM pg_advisory_xact_lock(7301, NEW.account_id::int);\n        IF EXISTS (\n            SELECT 1 FROM people_role AS other\n            WHERE other.account_id = NEW.account_id AND other.id IS DISTINCT FROM NEW.id\n              AND other.kind IN ('auditor', 'security_admin', 'system_admin') AND other.kind <> NEW.kind\n              AND other.starts_on <= COALESCE(NEW.ends_on, 'infinity')\n              AND COALESCE(other.ends_on, 'infinity') >= NEW.starts_on\n        ) THEN\n            RAISE EXCEPTION 'an account holds at most one of the three administrator roles'\n                USING ERRCODE = 'integrity_constraint_violation';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="7d261c317778303b6de40f009522dee362a2ab60",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_one_administrator_role_d2de1",
                    table="people_role",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="role",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_roleevent" ("account_id", "congress_id", "delegation_id", "ends_on", "granted_by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title", "unit_id") VALUES (NEW."account_id", NEW."congress_id", NEW."delegation_id", NEW."ends_on", NEW."granted_by_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."title", NEW."unit_id"); RETURN NULL;',
                    hash="762115ae1fc381a354843010a306788706e98206",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c3144",
                    table="people_role",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="role",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "people_roleevent" ("account_id", "congress_id", "delegation_id", "ends_on", "granted_by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title", "unit_id") VALUES (NEW."account_id", NEW."congress_id", NEW."delegation_id", NEW."ends_on", NEW."granted_by_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."title", NEW."unit_id"); RETURN NULL;',
                    hash="070f0028f477143279a7da21a6905b3ecc58b1f9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f1f81",
                    table="people_role",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="role",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "people_roleevent" ("account_id", "congress_id", "delegation_id", "ends_on", "granted_by_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title", "unit_id") VALUES (OLD."account_id", OLD."congress_id", OLD."delegation_id", OLD."ends_on", OLD."granted_by_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."title", OLD."unit_id"); RETURN NULL;',
                    hash="4e42e100513d1dcd025d31034642f3d88af7f56e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dd532",
                    table="people_role",
                    when="AFTER",
                ),
            ),
        ),
        migrations.CreateModel(
            name="SeatEvent",
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
                        to="people.seat",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
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
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.delegation",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.deputygroup",
                    ),
                ),
                (
                    "electoral_unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.electoralunit",
                    ),
                ),
                ("card_number", models.CharField(blank=True, max_length=20, verbose_name="代表证号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "在任"),
                            ("suspended", "暂停执行代表职务"),
                            ("ended", "代表资格终止"),
                        ],
                        default="active",
                        max_length=10,
                        verbose_name="资格状态",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="任职起")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="任职止")),
                ("is_head", models.BooleanField(default=False, verbose_name="代表团团长")),
                ("is_standing_member", models.BooleanField(default=False, verbose_name="常委会组成人员")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SeatStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="log", to="people.seat"
                    ),
                ),
                ("move", models.CharField(max_length=20, verbose_name="事项")),
                ("on", models.DateField(verbose_name="生效日期")),
                ("ground", models.CharField(blank=True, max_length=30, verbose_name="原因")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="依据、说明")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=120, verbose_name="登记人")),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seatstep",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9f58fb7c8ed870033192bd5a0c803046716ee2b1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e9dc1",
                    table="people_seatstep",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="StandIn",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "absent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stood_in_by",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="本人",
                    ),
                ),
                (
                    "stand_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stands_in_for",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="代理人",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("liaison", "联工委工作人员"),
                            ("liaison_lead", "联工委负责人"),
                            ("delegation_staff", "代表团工作人员"),
                            ("session_staff", "议案组工作人员"),
                            ("dispatcher", "交办机构"),
                            ("unit_admin", "承办单位管理员"),
                            ("unit_handler", "承办人"),
                            ("unit_reviewer", "承办单位审核人"),
                            ("unit_signer", "承办单位签发人"),
                            ("committee", "专门委员会"),
                            ("leader", "领导"),
                            ("station", "联络站工作人员"),
                            ("system_admin", "系统管理员"),
                            ("security_admin", "安全管理员"),
                            ("auditor", "审计员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="自")),
                ("ends_on", models.DateField(verbose_name="至")),
                ("reason", models.CharField(blank=True, max_length=100, verbose_name="原因")),
                ("made_at", models.DateTimeField(verbose_name="设定时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="提前终止")),
            ],
            options={
                "ordering": ["-starts_on", "-pk"],
                "indexes": [models.Index(fields=["stand_in", "ends_on"], name="stand_in_running")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="stand_in_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("absent", models.F("stand_in")), _negated=True),
                        name="nobody_stands_in_for_oneself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["unit_handler", "unit_reviewer", "unit_signer"])),
                        name="only_work_of_a_unit_is_stood_in_for",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountLog",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("typed", models.BinaryField(default=b"", max_length=32)),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("signed_in", "登录"),
                            ("signed_out", "退出"),
                            ("wrong_password", "密码不正确"),
                            ("wrong_code", "第二步验证不正确"),
                            ("locked", "多次出错，暂停登录"),
                            ("unlocked", "解除锁定"),
                            ("opened", "开通账号"),
                            ("changed", "修改资料"),
                            ("suspended", "停用账号"),
                            ("activated", "恢复账号"),
                            ("password_reset", "重置密码"),
                            ("password_changed", "修改密码"),
                            ("factor_added", "设置第二步验证"),
                            ("factor_removed", "取消第二步验证"),
                            ("factor_reset", "重置两步验证"),
                            ("sessions_ended", "退出设备"),
                            ("role_granted", "授予角色"),
                            ("role_ended", "终止角色"),
                            ("stand_in_named", "设定代理"),
                            ("stand_in_ended", "终止代理"),
                        ],
                        max_length=24,
                        verbose_name="事项",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=120, verbose_name="经办人")),
                (
                    "congress",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.congress",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("ip", models.GenericIPAddressField(null=True, verbose_name="网络地址")),
                ("agent", models.CharField(blank=True, max_length=200, verbose_name="设备")),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(fields=["account", "-at"], name="account_log_account"),
                    models.Index(fields=["typed", "-at"], name="account_log_typed"),
                    models.Index(fields=["-at"], name="account_log_at"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accountlog",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="60bed1ed2dd802c9a76cbb2983009653db70a5d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_87932",
                    table="people_accountlog",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.CreateModel(
            name="AccountEvent",
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
                        to=settings.AUTH_USER_MODEL,
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
                ("username", models.CharField(max_length=60, verbose_name="用户名")),
                ("display_name", models.CharField(max_length=60, verbose_name="姓名")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱")),
                (
                    "phone",
                    lianluo.people.sealed.SealedTextField(
                        blank=True, default=b"", editable=True, verbose_name="手机号码"
                    ),
                ),
                ("phone_digest", lianluo.people.sealed.BlindField(db_index=True, default=b"", of="phone")),
                (
                    "home",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.congress",
                        verbose_name="开通单位",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="可登录")),
                ("must_change_password", models.BooleanField(default=False, verbose_name="下次登录须改密码")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="建立时间")),
                (
                    "last_congress",
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
                ("theme", models.CharField(blank=True, max_length=6)),
                ("text_size", models.CharField(blank=True, max_length=6)),
                ("language", models.CharField(blank=True, max_length=8)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleEvent",
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
                        to="people.role",
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
                    "account",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("liaison", "联工委工作人员"),
                            ("liaison_lead", "联工委负责人"),
                            ("delegation_staff", "代表团工作人员"),
                            ("session_staff", "议案组工作人员"),
                            ("dispatcher", "交办机构"),
                            ("unit_admin", "承办单位管理员"),
                            ("unit_handler", "承办人"),
                            ("unit_reviewer", "承办单位审核人"),
                            ("unit_signer", "承办单位签发人"),
                            ("committee", "专门委员会"),
                            ("leader", "领导"),
                            ("station", "联络站工作人员"),
                            ("system_admin", "系统管理员"),
                            ("security_admin", "安全管理员"),
                            ("auditor", "审计员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                (
                    "unit",
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
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="congress.delegation",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=60, verbose_name="处室、职务")),
                ("starts_on", models.DateField(verbose_name="自")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="至")),
                (
                    "granted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
