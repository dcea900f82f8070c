"""`resalewatch read --pictures`: a line of the label format for each file, with the proof and the places."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from typer.testing import CliRunner

from scheduler import app
from tests.pictures.drawn import picture_of, words_of


def saved(folder: Path, **pictures: bytes) -> list[str]:
    for name, body in pictures.items():
        (folder / name).write_bytes(body)
    return [str(folder / name) for name in pictures]


def test_each_picture_gives_its_identifiers_with_their_place(tmp_path: Path) -> None:
    body = picture_of("https://u.wechat.com/EGb1Xk3_qzAbcd")
    ran = CliRunner().invoke(app, ["read", "--pictures", *saved(tmp_path, one=body)])
    assert ran.exit_code == 0
    found = json.loads(ran.stdout)
    assert found["picture"] == {
        "sha256": sha256(body).hexdigest(),
        "format": "PNG",
        "width": 148,
        "height": 148,
    }
    (one,) = found["identifiers"]
    assert (one["type"], one["normalised"], one["role"]) == (
        "wechat",
        "u.wechat.com/EGb1Xk3_qzAbcd",
        "operator",
    )
    assert one["place"].startswith("xywh=16,16,")


def test_words_give_offers_where_asked(tmp_path: Path) -> None:
    files = saved(tmp_path, sheet=words_of("Claude Pro account $11", "Telegram: @sandglass_ops"))
    plain = json.loads(CliRunner().invoke(app, ["read", "--pictures", *files]).stdout)
    assert (plain["offers"], plain["identifiers"]) == ([], [])
    found = json.loads(CliRunner().invoke(app, ["read", "--pictures", "--words", *files]).stdout)
    assert [offer["price"] for offer in found["offers"]] == [{"amount": "11", "currency": "USD"}]
    assert [(one["type"], one["normalised"]) for one in found["identifiers"]] == [
        ("telegram", "sandglass_ops")
    ]
    assert found["identifiers"][0]["place"].startswith("xywh=")


def test_what_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    files = saved(tmp_path, broken=b"no", fine=picture_of("https://t.me/sandglass_ops"))
    ran = CliRunner().invoke(app, ["read", "--pictures", *files, str(tmp_path / "missing")])
    assert ran.exit_code == 1
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == [str(tmp_path / "fine")]
    assert f"{files[0]} is no picture that is read" in ran.stderr
    assert "missing cannot be read: No such file or directory" in ran.stderr


def test_a_secret_is_named_and_never_printed(tmp_path: Path) -> None:
    files = saved(tmp_path, door=picture_of("otpauth://totp/shop?secret=JBSWY3DPEHPK3PXP"))
    ran = CliRunner().invoke(app, ["read", "--pictures", *files])
    assert "holds a code with a secret, which is not read" in ran.stderr
    assert "JBSWY3DPEHPK3PXP" not in ran.stdout + ran.stderr


def test_files_and_the_option_go_together(tmp_path: Path) -> None:
    for arguments in (["--pictures"], ["some.png"], ["--words"], ["--pictures", "--explain", "some.png"]):
        assert CliRunner().invoke(app, ["read", *arguments]).exit_code == 2
