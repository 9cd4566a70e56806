"""The database itself refuses to change or delete these rows."""

from django.db import migrations

from innspill.shared.journal.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial")]
    operations = [append_only("intake_delivery", "intake_item")]
