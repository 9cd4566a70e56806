"""All tables of `handover` at once, for a database without any: as the steps that it replaces leave them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("handover", "0001_initial"),
        ("handover", "0002_forwarding"),
    ]

    initial = True

    dependencies = [
        ("consultations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("post", "0001_initial"),
        ("register", "0002_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forwarding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("mail", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="forwarding", to="post.mail")),
                ("response", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="forwardings", to="register.response")),
            ],
            options={
                "ordering": ["id"],
                "constraints": [models.UniqueConstraint(fields=("response",), name="one_forwarding_each")],
            },
        ),
        migrations.CreateModel(
            name="Package",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("manifest", models.JSONField()),
                ("made_from", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("consultation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="packages", to="consultations.consultation")),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [models.UniqueConstraint(fields=("consultation", "made_from"), name="one_package_per_state")],
            },
        ),
    ]
