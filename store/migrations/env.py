"""Alembic's entry: migrates over the connection that store/migrate.py hands it, in that one's transaction."""

from __future__ import annotations

from alembic import context


def run() -> None:
    """Run the scripts that Alembic chose."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


# only Alembic gives its module a config: who imports this file otherwise, such as a doctest run, migrates nothing
if hasattr(context, "config"):
    run()
