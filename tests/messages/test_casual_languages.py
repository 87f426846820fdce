"""Thai, Vietnamese and Indonesian as people write them: clauses without marks, words left out, tones not typed."""

from __future__ import annotations

import unicodedata

import pytest

from verifier import Verifier
from verifier.messages.reading import read_meaning
from verifier.messages.stance import stance

FLAGGED = {"suspicious", "dangerous"}
ALIKE = [
    # what is left out, and the same words in an honest text
    ("ปกติลูกค้าถ่ายรูปกระดาษที่จดคำ 12 คำส่งมาให้ผม เดี๋ยวผมเช็กให้", "ปกติลูกค้าจดคำ 12 คำลงกระดาษแล้วเก็บในตู้เซฟ"),
    ("ai bi loi nay cung gui 12 tu qua cho minh, minh nhap lai la xong", "ai tao vi cung nen ghi 12 tu ra giay va cat ky"),
    (
        "Kertas berisi 12 kata masih ada Kak? Difoto saja, nanti tim kami yang masukkan.",
        "Kertas berisi 12 kata masih ada? Simpan di brankas ya.",
    ),
    ("Chị nhập số thẻ và mã CVV vào khung chat này giúp em.", "Chị nhập số thẻ và mã CVV trên trang thanh toán chính thức."),
    ("Pasang aplikasinya, kalau muncul peringatan pilih tetap instal.", "Kalau muncul peringatan saat instal, batalkan."),
    ("ขอวลีกู้คืนหน่อยครับ จะได้ซิงค์ให้", "ไม่มีใครขอวลีกู้คืนจากคุณได้"),
    ("Lát có mã bay qua số mày, cho tao xin nha.", "Mã của tao về rồi, không cần gửi nữa."),
]


@pytest.mark.parametrize(("scam", "honest"), ALIKE, ids=[scam[:30] for scam, _ in ALIKE])
def test_the_same_words_are_told_apart(scam: str, honest: str, verifier: Verifier) -> None:
    """What is asked for is a request though words are left out; the same things in advice are not."""
    assert verifier.check(scam, kind="message").verdict in FLAGGED
    assert verifier.check(honest, kind="message").verdict not in FLAGGED


def test_a_space_ends_a_clause_in_thai() -> None:
    """A denial before the space does not reach the act behind it."""
    reading = read_meaning("ไม่ต้องกลัวนะคะ เราไม่ขอรหัสผ่าน บอกรหัส otp มาก็พอ")
    told = [hit for hit in reading.all("give") if reading.plain.text[hit.start : hit.end] == "บอก"]
    assert [stance(reading, hit) for hit in told] == ["request"]


def test_vietnamese_is_read_with_marks_apart(verifier: Verifier) -> None:
    """Letters whose marks are characters of their own, and letters without any, say the same."""
    text = "Anh đọc giúp em mã xác nhận vừa nhận được để em hủy giao dịch."
    apart = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c)).replace("đ", "d")
    assert {verifier.check(t, kind="message").verdict for t in (text, apart, bare)} == {"dangerous"}
