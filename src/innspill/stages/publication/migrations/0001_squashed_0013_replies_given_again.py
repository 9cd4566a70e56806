"""All tables of `publication` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from innspill.shared.journal.append_only import append_only
from innspill.shared.journal.frozen import frozen


class Migration(migrations.Migration):

    replaces = [
        ("publication", "0001_initial"),
        ("publication", "0002_result_taken_down"),
        ("publication", "0003_listing"),
        ("publication", "0004_public_files"),
        ("publication", "0005_marks"),
        ("publication", "0006_walls"),
        ("publication", "0007_subscriptions"),
        ("publication", "0008_wishes"),
        ("publication", "0009_files_tried_again"),
        ("publication", "0010_subscriptions_wanted"),
        ("publication", "0011_replies_themes_and_changes"),
        ("publication", "0012_screened_under_a_rule"),
        ("publication", "0013_replies_given_again"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0002_editions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("register", "0003_kinds"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicSum",
            fields=[
                ("consultation_id", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("side", models.CharField(max_length=20)),
                ("what", models.CharField(max_length=40)),
                ("many", models.PositiveBigIntegerField()),
            ],
            options={
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="LastChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("consultation", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="last_change", to="consultations.consultation")),
            ],
        ),
        migrations.CreateModel(
            name="PublishedResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.JSONField()),
                ("files", models.JSONField(default=dict)),
                ("published_at", models.DateTimeField()),
                ("taken_down_at", models.DateTimeField(null=True)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="results", to="consultations.consultation")),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="PublishedChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField()),
                ("place", models.CharField(max_length=60)),
                ("old", models.TextField(blank=True)),
                ("new", models.TextField(blank=True)),
                ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="publication.publishedresult")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PublishedTheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField()),
                ("label", models.CharField(max_length=300)),
                ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="themes", to="publication.publishedresult")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Rendition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=1000)),
                ("group", models.CharField(blank=True, max_length=300)),
                ("late", models.BooleanField(null=True)),
                ("private", models.BooleanField(default=False)),
                ("standing", models.CharField(max_length=20)),
                ("joint", models.BooleanField(default=False)),
                ("remarks", models.BooleanField(default=True)),
                ("received", models.CharField(blank=True, max_length=10)),
                ("answered", models.TextField(blank=True)),
                ("superseded_by", models.PositiveIntegerField(null=True)),
                ("content", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField(null=True)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="renditions", to="consultations.consultation")),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="renditions", to="register.response")),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="PublicFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("attempt", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=100)),
                ("media_type", models.CharField(max_length=100)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveIntegerField(default=0)),
                ("state", models.CharField(choices=[("built", "Built"), ("refused", "Refused")], max_length=10)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField()),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="files", to="publication.rendition")),
            ],
            options={
                "ordering": ["rendition_id", "position", "attempt"],
            },
        ),
        migrations.CreateModel(
            name="AnotherAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("rendition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="asked_for_again", to="publication.rendition")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.PositiveIntegerField()),
                ("outcome", models.CharField(choices=[("clean", "Clean"), ("masked", "Masked"), ("doubtful", "Doubtful")], max_length=20)),
                ("reasons", models.JSONField(default=list)),
                ("wish", models.CharField(choices=[("none", "None"), ("anonymous", "Anonymous"), ("not-on-web", "Not On Web")], default="none", max_length=20)),
                ("let_out", models.CharField(blank=True, max_length=20)),
                ("at", models.DateTimeField()),
                ("rendition", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="screenings", to="publication.rendition")),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="screenings", to="register.response")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=60)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("word", models.CharField(choices=[("withhold", "Withhold"), ("show", "Show"), ("undo", "Undo")], max_length=20)),
                ("kind", models.CharField(max_length=20)),
                ("ground", models.CharField(blank=True, max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("first", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="publication.mark")),
                ("undoes", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="undone", to="publication.mark")),
                ("screening", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="marks", to="publication.screening")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Clearance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(choices=[("publish", "Publish"), ("withhold", "Withhold")], max_length=20)),
                ("ground", models.CharField(blank=True, max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("seen", models.PositiveBigIntegerField(default=0)),
                ("wish", models.CharField(choices=[("none", "None"), ("anonymous", "Anonymous"), ("not-on-web", "Not On Web")], default="none", max_length=20)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("screening", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="clearances", to="publication.screening")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=320)),
                ("language", models.CharField(max_length=2)),
                ("salt", models.CharField(max_length=64)),
                ("key", models.CharField(max_length=64, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("wanted_at", models.DateTimeField(null=True)),
                ("wanted_language", models.CharField(blank=True, max_length=2)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("told_until", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("result_told_at", models.DateTimeField(null=True)),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="subscriptions", to="consultations.consultation")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wish", models.CharField(choices=[("none", "None"), ("anonymous", "Anonymous"), ("not-on-web", "Not On Web")], max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="wishes", to="register.response")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Withholding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=60)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("ground", models.CharField(max_length=200)),
                ("certainty", models.CharField(max_length=10)),
                ("screening", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="withholdings", to="publication.screening")),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="GivenReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("turn", models.PositiveSmallIntegerField(default=1)),
                ("language", models.CharField(max_length=5)),
                ("content", models.JSONField()),
                ("salt", models.CharField(max_length=64)),
                ("key", models.CharField(max_length=64, unique=True)),
                ("at", models.DateTimeField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="given_replies", to="consultations.consultation")),
            ],
            options={
                "verbose_name_plural": "given replies",
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("consultation", "number", "turn"), name="one_given_reply_of_a_turn")],
            },
        ),
        migrations.CreateModel(
            name="PublishedPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("question", models.CharField(blank=True, max_length=60)),
                ("text", models.TextField()),
                ("outcome", models.CharField(max_length=20)),
                ("reason", models.TextField()),
                ("responsible", models.CharField(blank=True, max_length=200)),
                ("themes", models.TextField(blank=True)),
                ("changes", models.TextField(blank=True)),
                ("result", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="points", to="publication.publishedresult")),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["result", "number"], name="points_of_a_response")],
            },
        ),
        migrations.AddIndex(
            model_name="rendition",
            index=models.Index(condition=models.Q(("replaced_at__isnull", True)), fields=["consultation", "number", "standing", "group", "late", "joint", "remarks"], name="public_by_consultation"),
        ),
        migrations.AddConstraint(
            model_name="rendition",
            constraint=models.UniqueConstraint(condition=models.Q(("replaced_at__isnull", True)), fields=("response",), name="one_public_rendition_each"),
        ),
        migrations.AddConstraint(
            model_name="publicfile",
            constraint=models.UniqueConstraint(fields=("rendition", "position", "attempt"), name="one_public_file_per_attempt"),
        ),
        migrations.AddConstraint(
            model_name="publicfile",
            constraint=models.UniqueConstraint(condition=models.Q(("state", "built")), fields=("rendition", "position"), name="one_public_file_built_per_place"),
        ),
        migrations.AddConstraint(
            model_name="screening",
            constraint=models.UniqueConstraint(fields=("response", "state"), name="one_screening_per_state"),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(fields=("consultation", "email"), name="one_subscription_per_address"),
        ),
        frozen("publication_rendition", but=("replaced_at", "superseded_by")),
        frozen("publication_publishedresult", but=("taken_down_at",)),
        frozen("publication_publishedpoint", but=()),
        frozen("publication_publishedtheme", but=()),
        frozen("publication_publishedchange", but=()),
        frozen("publication_givenreply", but=()),
        frozen("publication_publicfile", but=()),
        append_only("publication_mark", "publication_wish"),
    ]
