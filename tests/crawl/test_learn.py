"""`sources learn`: the contract of a source.yml that was written by hand."""

from __future__ import annotations

from pathlib import Path

import yaml

from crawlers.cli_learn import write_contract

HAND = "# why it is watched\nplatform: generic\ncontract:\n  min_listings: 2 # once\n  shape:\n    list.price: '1.00'\n# after it\nstart: [https://shop.example/]\n"


def test_the_contract_is_replaced_and_all_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "source.yml"
    path.write_text(HAND, "utf-8")
    write_contract(path, {"min_listings": 5, "shape": {"list.needs": "class:a<b"}})
    text = path.read_text("utf-8")
    assert text.startswith("# why it is watched\nplatform: generic\n")
    read = yaml.safe_load(text)
    assert read["contract"] == {"min_listings": 5, "shape": {"list.needs": "class:a<b"}}
    assert read["start"] == ["https://shop.example/"]
    write_contract(path, {"min_listings": 6})
    assert yaml.safe_load(path.read_text("utf-8"))["contract"] == {"min_listings": 6}


def test_a_file_without_one_gets_one(tmp_path: Path) -> None:
    path = tmp_path / "source.yml"
    path.write_text("platform: generic\nstart: [https://shop.example/]", "utf-8")
    write_contract(path, {"min_listings": 5})
    assert yaml.safe_load(path.read_text("utf-8")) == {
        "platform": "generic",
        "start": ["https://shop.example/"],
        "contract": {"min_listings": 5},
    }
