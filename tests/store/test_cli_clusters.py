"""The commands about clusters, hubs and twins, on one small market."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.links.cluster_names import cluster_id
from tests.store.known_world import World


@pytest.fixture
def url(sqlite_database: Database) -> str:
    with sqlite_database.writing() as connection:
        world = World(connection)
        for source in ("one", "two"):
            world.shows(source, "wechat", "shared\x1b")
            world.shows(source, "logo", "f" * 16)
            world.shows(source, "telegram", "helpdesk")
            for number in range(3):
                world.observe(
                    world.offer(source, f"{source}{number}", product="claude-pro"), source, str(number + 1)
                )
    return sqlite_database.url


def run(url: str, *words: str) -> Result:
    return CliRunner().invoke(scheduler.app, ["--database", url, *words])  # type: ignore[return-value]


def test_clusters_hubs_and_twins_are_listed_and_shown(url: str, tmp_path: Path) -> None:
    listed = tmp_path / "hubs.csv"
    listed.write_text("kind,value,reason\ntelegram,@HelpDesk,the software's own help\n", "utf-8")
    assert run(url, "hubs", "import", str(listed)).exit_code == 0
    assert run(url, "link").exit_code == 0
    cluster = cluster_id("one", "operator")
    said = run(url, "links", "clusters").output
    assert said == f"{cluster}  2 sellers on 2 sources, joined by wechat shared\\x1b (2)\n"
    assert f'"cluster": "{cluster}"' in run(url, "--json", "links", "clusters").output
    shown = run(url, "links", "cluster", cluster[:9]).output
    assert "one/operator\n  shows wechat shared\\x1b as their own\n    proof: " in shown
    assert '"source": "two"' in run(url, "--json", "links", "cluster", cluster).output
    assert run(url, "links", "hubs").output == (
        "telegram helpdesk: 2 sellers; own: the software's own help (hubs.csv)\n"
    )
    assert (
        run(url, "links", "twins").output
        == "one/operator and two/operator agree in prices (shared by 2 sellers), logo (shared by 2 sellers)"
        + ("; joined by what they show, too\n")
    )
    assert '"parts": [["prices", 2], ["logo", 2]]' in run(url, "--json", "links", "twins").output
    assert run(url, "hubs", "withdraw", str(listed)).exit_code == 0
    assert run(url, "link").exit_code == 0
    assert "there are no hubs" in run(url, "links", "hubs").output


def test_a_cluster_that_is_not_there_is_told_in_one_sentence(url: str) -> None:
    done = run(url, "links", "cluster", "clu_nothing")
    assert done.exit_code == 1
    assert "there is no cluster clu_nothing: `links clusters` names them" in str(
        done.exception or done.output
    )
