"""`innspill index`: the search index brought up to date, or made anew."""

from __future__ import annotations

import click

from innspill.interfaces.cli.bars import Bars
from innspill.interfaces.cli.starting import prepare_home, start_django


@click.command()
@click.option("--anew", is_flag=True, help="Make the whole index anew from what is public.")
def index(anew: bool) -> None:
    """Bring the search index up to date with what is public. `innspill work` does so by itself."""
    start_django()
    prepare_home()
    from innspill.pipeline import indexing, wiring

    if anew:
        with Bars() as bars:
            count = indexing.make_anew(bars)
        click.echo(f"the search index is made anew: {count} public responses")
        return
    things = indexing.due()
    with Bars() as bars:
        for done, thing in enumerate(things, start=1):
            indexing.bring_up(thing, now=wiring.clock().now())
            bars("index", done, len(things))
    held = wiring.search_index()
    click.echo(f"the search index holds {held.size() if held else 0} public responses")
