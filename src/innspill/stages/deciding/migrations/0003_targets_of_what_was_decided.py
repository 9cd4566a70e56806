"""What was decided on a comment's row is said of the comment's fingerprint."""

from django.db import migrations


def to_fingerprints(apps, _schema_editor):
    disposition = apps.get_model("deciding", "Disposition")
    rows = disposition.objects.select_related("comment__run__rendition").filter(target="")
    for row in rows.iterator():
        disposition.objects.filter(pk=row.pk).update(
            consultation_id=row.comment.run.rendition.consultation_id,
            scope="comment",
            target=row.comment.fingerprint,
        )


class Migration(migrations.Migration):

    dependencies = [
        ("deciding", "0002_targets_and_follow_up"),
        ("analysis", "0004_asking"),
        ("publication", "0001_initial"),
    ]

    operations = [migrations.RunPython(to_fingerprints, migrations.RunPython.noop)]
