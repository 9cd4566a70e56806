"""After the targets are there: each has one. Apart, since PostgreSQL alters no table with rows waiting."""

from django.db import migrations, models
from django.db.models.deletion import PROTECT

KINDS = [
    ("stance", "Stance"),
    ("proposal", "Proposal"),
    ("link", "Link"),
    ("mention", "Mention"),
    ("theme", "Theme"),
]


class Migration(migrations.Migration):
    dependencies = [("analysis", "0002_what_people_say_of_it")]

    operations = [
        migrations.RemoveField("judgement", "suggestion"),
        migrations.AlterField(
            "judgement",
            "consultation",
            models.ForeignKey(
                on_delete=PROTECT,
                related_name="judgements",
                to="consultations.consultation",
            ),
        ),
        migrations.AlterField(
            "judgement", "kind", models.CharField(choices=KINDS, max_length=20)
        ),
        migrations.AlterField(
            "judgement", "target", models.CharField(db_index=True, max_length=64)
        ),
        migrations.AlterField(
            "suggestion", "target", models.CharField(db_index=True, max_length=64)
        ),
    ]
