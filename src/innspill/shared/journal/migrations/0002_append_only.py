"""The database itself refuses to change or delete these rows."""

from django.db import migrations

from innspill.shared.journal.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [append_only("journal_journalentry")]
