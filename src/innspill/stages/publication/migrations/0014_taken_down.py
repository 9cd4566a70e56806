from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publication", "0013_replies_given_again")]

    operations = [
        migrations.CreateModel(
            name="TakenDown",
            fields=[
                ("consultation_id", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
            ],
            options={"managed": False},
        ),
    ]
