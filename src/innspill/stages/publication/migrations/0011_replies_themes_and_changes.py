import django.db.models.deletion
from django.db import migrations, models

from innspill.shared.journal.frozen import frozen


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0002_editions'),
        ('publication', '0010_subscriptions_wanted'),
    ]

    operations = [
        migrations.AddField(
            model_name='publishedpoint',
            name='changes',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='publishedpoint',
            name='responsible',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='publishedpoint',
            name='themes',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='subscription',
            name='result_told_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='PublishedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField()),
                ('place', models.CharField(max_length=60)),
                ('old', models.TextField(blank=True)),
                ('new', models.TextField(blank=True)),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='publication.publishedresult')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='PublishedTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveBigIntegerField()),
                ('label', models.CharField(max_length=300)),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='publication.publishedresult')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='GivenReply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('language', models.CharField(max_length=5)),
                ('content', models.JSONField()),
                ('salt', models.CharField(max_length=64)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('at', models.DateTimeField()),
                ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='given_replies', to='consultations.consultation')),
            ],
            options={
                'verbose_name_plural': 'given replies',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('consultation', 'number'), name='one_given_reply_to_a_response')],
            },
        ),
        # SQLite makes a table with new columns anew, without what guarded it.
        frozen("publication_publishedpoint", but=()),
        frozen("publication_publishedtheme", but=()),
        frozen("publication_publishedchange", but=()),
        frozen("publication_givenreply", but=()),
    ]
