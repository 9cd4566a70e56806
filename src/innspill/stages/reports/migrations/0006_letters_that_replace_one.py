from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_letters_that_were_not_sent")]

    operations = [
        migrations.AlterModelOptions(
            "reply",
            options={"ordering": ["number", "position", "turn"], "verbose_name_plural": "replies"},
        ),
        migrations.RemoveConstraint("reply", "one_reply_to_a_sender"),
        migrations.AddField("reply", "turn", models.PositiveSmallIntegerField(default=1)),
        migrations.AddConstraint(
            "reply",
            models.UniqueConstraint(
                fields=["consultation", "number", "position", "turn"],
                condition=models.Q(unsent=""),
                name="one_reply_to_a_sender",
            ),
        ),
    ]
