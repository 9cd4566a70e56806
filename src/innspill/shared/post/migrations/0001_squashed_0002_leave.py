"""All tables of `post` at once, for a database without any: as the steps that it replaces leave them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ("post", "0001_initial"),
        ("post", "0002_leave"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Mail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("to", models.EmailField(max_length=320)),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("reply_to", models.EmailField(blank=True, max_length=320)),
                ("from_name", models.CharField(blank=True, max_length=300)),
                ("enclosures", models.JSONField(default=list)),
                ("about", models.CharField(max_length=120)),
                ("message_id", models.CharField(max_length=200, unique=True)),
                ("answers", models.CharField(blank=True, max_length=250)),
                ("leave", models.CharField(blank=True, max_length=500)),
                ("queued_at", models.DateTimeField()),
                ("next_try_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("trying_since", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("failed_at", models.DateTimeField(null=True)),
                ("problem", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ReturnNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("delivery", models.PositiveBigIntegerField(unique=True)),
                ("ours", models.BooleanField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
