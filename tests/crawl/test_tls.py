"""Certificates are verified, unless a source's own words say not to, and that is logged."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.crawl.conftest import Crawl
from tests.crawl.hostile import Hostile, page
from tests.crawl.tiny import goods


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "shop.hostile.test")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(7).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    builder = builder.add_extension(
        x509.SubjectAlternativeName([x509.DNSName("shop.hostile.test")]), critical=False
    )
    file = tmp_path / "self.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_a_certificate_that_nobody_signed_is_not_taken(
    crawl_hostile: Crawl, self_signed: ssl.SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    with Hostile({"shop": page(goods("a"))}, tls=self_signed) as server:
        start = ["https://shop.hostile.test/"]
        strict = crawl_hostile(server, "shop", start=start, timeout_seconds=20)["shop"]
        lenient = crawl_hostile(server, "shop", start=start, verify_tls=False)["shop"]
    assert strict.run.verdict == "failed"
    assert "certificate" in strict.run.reason
    assert lenient.run.verdict == "ok"
    assert lenient.pages[0].peer == "127.0.0.1"
    assert "certificate is not verified" in caplog.text
