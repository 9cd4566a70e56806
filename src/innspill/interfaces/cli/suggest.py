"""`innspill suggest`: a language model asked about one hearing, after the estimate was shown."""

from __future__ import annotations

import click

from innspill.interfaces.cli.bars import Bars
from innspill.interfaces.cli.starting import prepare_home, start_django


@click.command()
@click.argument("slug")
@click.option("--yes", is_flag=True, help="Send it. Without, nothing is sent.")
def suggest(slug: str, yes: bool) -> None:
    """Have the language model of the settings asked about the hearing SLUG.

    Shows first what would be sent and what it would cost. Only the public text of responses is sent. What
    the model says becomes suggestions beside those of the rules.
    """
    start_django()
    prepare_home()
    from innspill.pipeline import asking, wiring
    from innspill.shared.errors import BadInput
    from innspill.stages.analysis import actions, queries
    from innspill.stages.consultations import queries as consultations

    model, source = wiring.language_model(), asking.source()
    if model is None or source is None:
        raise BadInput("no language model is set", where="INNSPILL_MODEL", todo="Set one.")
    hearing = consultations.id_of(slug)
    if hearing is None:
        raise BadInput("there is no such hearing", where=slug, todo="Give its address (slug).")
    found = queries.to_be_asked(hearing, source)
    click.echo(f"{model.name} at {model.server.named}")
    for line in asking.told(found, wiring.model_price()):
        click.echo(line)
    if not yes:
        click.echo("nothing is sent; --yes sends it")
        return
    number = queries.open_asking(hearing, source) or actions.begin_asking(
        hearing, source=source, price=wiring.model_price(), by=None, now=wiring.clock().now()
    )
    with Bars() as bars:
        done = asking.ask_all(number, lambda at, of: bars("suggest", at, of))
    for line in asking.came_of(done):
        click.echo(line)
