import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate

from lianluo.papers import services
from lianluo.papers.policy import may_change
from lianluo.papers.registry import BadPaper, Paper, Papers
from lianluo.papers.templates import LARGEST, BadTemplate, Sandbox, check
from lianluo.papers.tests.conftest import LETTER, SHEET, repacked, with_text, words
from tests.cast import NOW, Cast

TwoPapers = tuple[Paper, Paper]


def test_a_template_names_exactly_the_fields_of_its_paper(papers: TwoPapers) -> None:
    for paper in papers:
        named = DocxTemplate(str(paper.file)).get_undeclared_template_variables(Sandbox())
        assert named == paper.variables, paper.name


def test_the_assignment_sheet_says_what_is_to_be_done_by_when(cast: Cast, papers: TwoPapers) -> None:
    text = words(services.write("test.assignment", SHEET, congress=cast.home.congress))
    assert "现将省十四届人大四次会议第0123号建议交你单位主办。" in text
    assert "请于收到之日起10个工作日内提出异议，于2026年8月20日前答复代表。" in text
    assert "省财政厅、省市场监督管理局" in text
    assert "{{" not in text
    assert "{%" not in text


def test_the_reply_has_every_part_of_the_skeleton(cast: Cast, papers: TwoPapers) -> None:
    text = words(services.write("test.reply", LETTER, congress=cast.home.congress))
    for part in ("类别：A", "公开属性：主动公开", "湘建函〔2026〕12号", "签发人：胡军", "李建国等5名代表：",
                 "经商省财政厅、省市场监督管理局，现答复如下：", "二、下一步工作。", "2026年7月30日", "抄送："):  # fmt: skip
        assert part in text, part


def test_what_is_empty_leaves_no_trace(cast: Cast, papers: TwoPapers) -> None:
    bare = replace(LETTER, consulted="", copies="", paragraphs=())
    text = words(services.write("test.reply", bare, congress=cast.home.congress))
    assert "收悉。现答复如下：" in text
    assert "抄送" not in text


def test_marks_of_xml_in_the_facts_stay_text(cast: Cast, papers: TwoPapers) -> None:
    facts = replace(LETTER, title="关于<b>R&D</b>投入的建议", paragraphs=("{{ signer }}",))
    text = words(services.write("test.reply", facts, congress=cast.home.congress))
    assert "《关于<b>R&D</b>投入的建议》" in text
    assert "{{ signer }}" in text


def test_facts_of_another_shape_are_refused(cast: Cast, papers: TwoPapers) -> None:
    with pytest.raises(TypeError):
        services.write("test.reply", SHEET, congress=cast.home.congress)


def test_an_office_uses_its_own_template_and_the_neighbour_does_not(cast: Cast, papers: TwoPapers) -> None:
    _sheet, letter = papers
    own = with_text(letter.file.read_bytes(), "公开属性", "公开方式")
    services.replace(letter, "我们的答复函.docx", own, actor=cast.wang, at=NOW)
    assert "公开方式：" in words(services.specimen(letter, congress=cast.home.congress))
    assert "公开属性：" in words(services.specimen(letter, congress=cast.neighbour.congress))
    assert "公开属性：" in words(services.specimen(letter, congress=cast.lower.congress))


def test_the_last_template_is_used_and_the_built_in_one_comes_back(cast: Cast, papers: TwoPapers) -> None:
    _sheet, letter = papers
    for word in ("公开方式", "公开类别"):
        content = with_text(letter.file.read_bytes(), "公开属性", word)
        services.replace(letter, "a.docx", content, actor=cast.wang, at=NOW)
    assert "公开类别：" in words(services.specimen(letter, congress=cast.home.congress))
    assert services.restore(letter, actor=cast.wang)
    assert not services.restore(letter, actor=cast.wang)
    assert "公开属性：" in words(services.specimen(letter, congress=cast.home.congress))


def test_a_template_that_names_what_is_unknown_is_refused_in_a_sentence(papers: TwoPapers) -> None:
    _sheet, letter = papers
    with pytest.raises(BadTemplate, match=r"salary.*可以使用的有.*signer"):
        check(with_text(letter.file.read_bytes(), "{{ signer }}", "{{ salary }}"), letter)


@pytest.mark.parametrize(
    "mark",
    [
        "{{ signer.__class__.__mro__ }}",
        "{{ signer.upper() }}",
        "{{ signer * 1000000 }}",
        "{{ signer|xmlattr }}",
        "{{ signer|pprint }}",
        "{{ signer",
        "{% for a in paragraphs %}{{ a.b }}{% endfor %}",
    ],
)
def test_a_template_may_do_nothing_but_fill_in(papers: TwoPapers, mark: str) -> None:
    _sheet, letter = papers
    with pytest.raises(BadTemplate):
        check(with_text(letter.file.read_bytes(), "{{ signer }}", mark), letter)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是 Word"),
        (b"PK\x03\x04 broken", "不是 Word"),
        (b"<html>", "不是 Word"),
        (b"x" * (LARGEST + 1), "2 MB"),
    ],
)
def test_what_is_no_word_document_is_refused(papers: TwoPapers, content: bytes, said: str) -> None:
    with pytest.raises(BadTemplate, match=said):
        check(content, papers[1])


def same(_name: str, data: bytes) -> bytes:
    return data


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ({"word/vbaProject.bin": b"x"}, "宏"),
        ({"word/embeddings/a.bin": b"x"}, "宏"),
        ({"word/bomb.xml": b"0" * (31 * 1024 * 1024)}, "过大"),
        ({f"word/{n}.xml": b"" for n in range(300)}, "过大"),
        (
            {
                "word/_rels/x.rels": b'<Relationship Type="x/attachedTemplate" Target="http://x" TargetMode="External"/>'
            },
            "外部",
        ),
    ],
)
def test_a_dangerous_document_is_refused(papers: TwoPapers, extra: dict[str, bytes], said: str) -> None:
    with pytest.raises(BadTemplate, match=said):
        check(repacked(papers[1].file.read_bytes(), same, extra), papers[1])


def test_the_file_must_be_called_docx(cast: Cast, papers: TwoPapers) -> None:
    with pytest.raises(BadTemplate):
        services.replace(papers[1], "a.doc", papers[1].file.read_bytes(), actor=cast.wang, at=NOW)


def test_fonts_are_replaced_as_the_installation_says(cast: Cast, papers: TwoPapers, settings: Any) -> None:
    settings.PAPER_FONTS = {"仿宋_GB2312": "Noto Serif CJK SC"}
    made = Document(io.BytesIO(services.specimen(papers[1], congress=cast.home.congress)))
    assert "仿宋_GB2312" not in made.styles.element.xml
    assert "Noto Serif CJK SC" in made.styles.element.xml


def test_a_long_issuer_stays_on_one_line_and_a_short_one_is_large(cast: Cast, papers: TwoPapers) -> None:
    _sheet, letter = papers
    sizes = {}
    for issuer in ("湖南省水利厅", "湖南省人大常委会选举任免联络工作委员会"):
        facts = replace(LETTER, issuer=issuer)
        made = services.document(letter, facts, congress=cast.home.congress)
        head = Document(io.BytesIO(made)).sections[0].first_page_header.paragraphs[0]
        sizes[issuer] = head.runs[0].font.size
        assert head.runs[0].font.size * len(issuer) <= Mm(170)
    assert sizes["湖南省水利厅"] > sizes["湖南省人大常委会选举任免联络工作委员会"]


@dataclass(frozen=True)
class Small:
    name: str


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("reply", {"name": "reply"}),
        ("test.other", {}),
        ("test.small", {"specimen": {"name": "x"}}),
        ("test.small", {"file": Path("/nowhere.docx")}),
    ],
)
def test_a_bad_paper_is_refused(papers: TwoPapers, key: str, changes: dict[str, Any]) -> None:
    facts: dict[str, Any] = {
        "name": "test.small",
        "label": "小",
        "file": papers[0].file,
        "build": Small,
        "specimen": Small("x"),
    }
    with pytest.raises(BadPaper):
        Papers("test").add(key, Paper(**facts | changes))


def test_who_may_change_templates(cast: Cast) -> None:
    assert may_change(cast.wang)
    assert may_change(cast.qian)
    assert not may_change(cast.zhao)
    assert not may_change(cast.li)
