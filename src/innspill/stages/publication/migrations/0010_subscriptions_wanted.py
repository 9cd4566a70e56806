"""What somebody asks for in the form is noted, and answered by a step."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("publication", "0009_files_tried_again")]

    operations = [
        migrations.AddField(
            model_name="subscription",
            name="wanted_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="subscription",
            name="wanted_language",
            field=models.CharField(blank=True, max_length=2),
        ),
    ]
