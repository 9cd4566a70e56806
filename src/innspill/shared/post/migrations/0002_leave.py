from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("post", "0001_initial")]

    operations = [
        migrations.AddField("mail", "leave", models.CharField(blank=True, default="", max_length=500), preserve_default=False),
    ]
