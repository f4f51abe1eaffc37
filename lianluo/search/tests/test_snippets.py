from hypothesis import given
from hypothesis import strategies as st

from lianluo.search.snippets import WIDTH, marked, snippet


def test_words_are_marked() -> None:
    assert marked("小区加装电梯", ["电梯"]) == "小区加装<mark>电梯</mark>"


def test_words_side_by_side_are_one_mark() -> None:
    assert marked("加装电梯补贴", ["加装", "电梯"]) == "<mark>加装电梯</mark>补贴"


def test_markup_in_the_text_is_escaped() -> None:
    assert marked("<b>电梯</b>", ["电梯"]) == "&lt;b&gt;<mark>电梯</mark>&lt;/b&gt;"


def test_markup_in_the_words_does_no_harm() -> None:
    assert "<script>" not in marked("a<script>b", ["<script>"])


def test_a_word_is_no_pattern() -> None:
    assert marked("a.c abc", ["a.c"]) == "<mark>a.c</mark> abc"


def test_the_snippet_shows_where_most_words_stand() -> None:
    text = "电梯。" + "其他内容" * 60 + "小区加装电梯有补贴" + "其他内容" * 60
    shown = snippet(text, ["小区", "电梯", "补贴"])
    assert "<mark>小区</mark>加装<mark>电梯</mark>有<mark>补贴</mark>" in shown


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("小区加装电梯", ["小区"]) == "<mark>小区</mark>加装电梯"


@given(st.text(max_size=400), st.lists(st.text(max_size=6), max_size=4))
def test_a_snippet_is_short_and_safe_whatever_comes(text: str, words: list[str]) -> None:
    shown = snippet(text, words)
    bare = shown.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in bare
    assert len(bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")) <= 6 * WIDTH
