"""Digests by the standards' own vectors; seals that open, notice every change, and survive a new key."""

import os

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from lianluo.kernel.ciphers import BadKey, Keyring, Unreadable, sm3

SM4, AES = os.urandom(16), os.urandom(32)
RINGS = {name: Keyring({"sm4-1": SM4, "aes-1": AES}, name) for name in ("sm4-1", "aes-1")}
both = pytest.mark.parametrize("ring", RINGS.values(), ids=RINGS)


def test_sm3_of_the_standard() -> None:
    """GB/T 32905-2016, appendix A."""
    assert sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert sm3(b"abcd" * 16).hex() == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"


def test_sm3_of_parts_is_sm3_of_the_whole() -> None:
    assert sm3(b"a", b"", b"bc") == sm3(b"abc")


def test_sm4_of_the_standard() -> None:
    """GB/T 32907-2016, appendix A: the block cipher under our seal is the standard's."""
    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    block = Cipher(algorithms.SM4(key), modes.ECB()).encryptor()
    assert block.update(key).hex() == "681edf34d206965e86b3e94f536e4246"


def test_sm4_gcm_of_the_rfc() -> None:
    """RFC 8998, appendix A.1: the mode, its tag included."""
    key, nonce = bytes.fromhex("0123456789abcdeffedcba9876543210"), bytes.fromhex("00001234567800000000abcd")
    plain = bytes.fromhex(
        "aa" * 8 + "bb" * 8 + "cc" * 8 + "dd" * 8 + "ee" * 8 + "ff" * 8 + "ee" * 8 + "aa" * 8
    )
    worker = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    worker.authenticate_additional_data(bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
    assert (worker.update(plain) + worker.finalize())[:16].hex() == "17f399f08c67d5ee19d0dc9969c4bb7d"
    assert worker.tag.hex() == "83de3541e4c2b58177e065a9bf7b62ec"


@both
@given(text=st.text(max_size=200).filter(lambda t: t.isprintable()))
def test_what_is_sealed_opens_again(ring: Keyring, text: str) -> None:
    assert ring.unseal(ring.seal(text)) == text


@both
def test_the_same_text_never_looks_the_same(ring: Keyring) -> None:
    assert ring.seal("430102198001011234") != ring.seal("430102198001011234")
    assert b"4301" not in ring.seal("430102198001011234")


@both
def test_every_changed_byte_is_noticed(ring: Keyring) -> None:
    sealed = ring.seal("13800001234")
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(Unreadable):
            ring.unseal(bytes(changed))


@both
def test_every_shortened_value_is_noticed(ring: Keyring) -> None:
    sealed = ring.seal("13800001234")
    for end in range(1, len(sealed)):
        with pytest.raises(Unreadable):
            ring.unseal(sealed[:end])


@both
def test_the_empty_text_stays_empty(ring: Keyring) -> None:
    assert ring.seal("") == b""
    assert ring.unseal(b"") == ""


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    old = Keyring({"sm4-1": SM4}, "sm4-1")
    kept = old.seal("13800001234")
    new = Keyring({"sm4-1": SM4, "sm4-2": os.urandom(16)}, "sm4-2")
    assert new.unseal(kept) == "13800001234"
    with pytest.raises(Unreadable, match="sm4-2"):
        old.unseal(new.seal("13800001234"))


def test_a_ring_with_another_key_of_the_same_name_cannot_read() -> None:
    kept = RINGS["sm4-1"].seal("13800001234")
    with pytest.raises(Unreadable):
        Keyring({"sm4-1": os.urandom(16)}, "sm4-1").unseal(kept)


@pytest.mark.parametrize(
    ("keys", "current"),
    [
        ({"sm4-1": b"short"}, "sm4-1"),
        ({"aes-1": bytes(16)}, "aes-1"),
        ({"des-1": bytes(16)}, "des-1"),
        ({"sm4-1": bytes(16)}, "sm4-2"),
        ({"sm4-密": bytes(16)}, "sm4-密"),
    ],
)
def test_a_ring_that_cannot_work_is_refused_at_once(keys: dict[str, bytes], current: str) -> None:
    with pytest.raises(BadKey):
        Keyring(keys, current)
