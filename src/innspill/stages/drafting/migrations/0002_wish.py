"""How the sender wishes a response to be published."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("drafting", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="wish",
            field=models.CharField(default="none", max_length=20),
        ),
    ]
