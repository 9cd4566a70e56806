"""What senders wish for how their response is published, and what a clearance knew of it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from innspill.shared.journal.append_only import append_only

_WISH = [("none", "None"), ("anonymous", "Anonymous"), ("not-on-web", "Not On Web")]


class Migration(migrations.Migration):

    dependencies = [
        ("publication", "0007_subscriptions"),
        ("register", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="screening",
            name="wish",
            field=models.CharField(choices=_WISH, default="none", max_length=20),
        ),
        migrations.AddField(
            model_name="clearance",
            name="wish",
            field=models.CharField(choices=_WISH, default="none", max_length=20),
        ),
        migrations.CreateModel(
            name="Wish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wish", models.CharField(choices=_WISH, max_length=20)),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="wishes", to="register.response")),
            ],
            options={"ordering": ["id"]},
        ),
        append_only("publication_wish"),
    ]
