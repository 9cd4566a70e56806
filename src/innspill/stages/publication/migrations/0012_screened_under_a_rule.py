"""What a hearing let out without a person when a response was screened is noted beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("publication", "0011_replies_themes_and_changes")]

    operations = [
        migrations.AddField(
            model_name="screening",
            name="let_out",
            field=models.CharField(blank=True, max_length=20),
        ),
    ]
