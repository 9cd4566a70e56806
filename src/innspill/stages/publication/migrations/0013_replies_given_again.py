from __future__ import annotations

from django.db import migrations, models

from innspill.shared.journal.frozen import frozen


class Migration(migrations.Migration):
    dependencies = [("publication", "0012_screened_under_a_rule")]

    operations = [
        migrations.RemoveConstraint("givenreply", "one_given_reply_to_a_response"),
        migrations.AddField("givenreply", "turn", models.PositiveSmallIntegerField(default=1)),
        migrations.AddConstraint(
            "givenreply",
            models.UniqueConstraint(
                fields=("consultation", "number", "turn"), name="one_given_reply_of_a_turn"
            ),
        ),
        # SQLite makes the table anew, and its triggers go with the old one.
        frozen("publication_givenreply", but=()),
    ]
