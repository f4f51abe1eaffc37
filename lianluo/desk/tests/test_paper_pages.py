import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from lianluo.papers import services
from lianluo.papers.registry import Paper
from lianluo.papers.tests.conftest import papers, with_text, words  # noqa: F401  a fixture
from tests.cast import Cast

TwoPapers = tuple[Paper, Paper]
PAGE = "desk:paper_template"


def upload(client: Client, content: bytes, name: str = "我们的.docx") -> str:
    """Send a template; the page that follows."""
    file = SimpleUploadedFile(name, content, services.MEDIA_TYPE)
    return client.post(reverse(PAGE, args=["test.reply"]), {"file": file}, follow=True).content.decode()


def test_the_list_says_which_template_is_in_use(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    shown = cast.client("wang").get(reverse("desk:paper_templates")).content.decode()
    assert shown.count("内置模板") == 2


def test_a_good_template_is_used_at_once(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    client = cast.client("wang")
    shown = upload(client, with_text(papers[1].file.read_bytes(), "公开属性", "公开方式"))
    assert "正在使用 我们的.docx" in shown
    specimen = client.get(reverse("desk:paper_specimen", args=["test.reply"]))
    assert specimen["Content-Type"] == services.MEDIA_TYPE
    assert "公开方式：主动公开" in words(specimen.getvalue())


def test_a_bad_template_is_refused_beside_the_field(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    shown = upload(
        cast.client("wang"), with_text(papers[1].file.read_bytes(), "{{ signer }}", "{{ salary }}")
    )
    assert "模板里有这份文书没有的内容：salary" in shown
    assert services.own_template("test.reply", cast.home.congress) is None


def test_another_kind_of_file_is_refused(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    assert "请上传 .docx 文件" in upload(cast.client("wang"), b"x", "病毒.exe")
    assert "这不是 Word 文档" in upload(cast.client("wang"), b"x")


def test_going_back_is_asked_once(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    client = cast.client("wang")
    upload(client, with_text(papers[1].file.read_bytes(), "公开属性", "公开方式"))
    restore = reverse("desk:paper_template_restore", args=["test.reply"])
    assert "恢复内置的答复函模板？" in client.post(restore).content.decode()
    assert services.own_template("test.reply", cast.home.congress) is not None
    client.post(restore, {"confirmed": "1"})
    assert services.own_template("test.reply", cast.home.congress) is None


def test_the_template_in_use_comes_back_to_be_changed(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    answer = cast.client("wang").get(reverse("desk:paper_template_file", args=["test.reply"]))
    assert "filename*=utf-8''" in answer["Content-Disposition"]
    assert any(
        "{{ heading }}" in paragraph.text for paragraph in Document(io.BytesIO(answer.getvalue())).paragraphs
    )


def test_an_unknown_paper_does_not_exist(cast: Cast, papers: TwoPapers) -> None:  # noqa: F811
    assert cast.client("wang").get(reverse(PAGE, args=["no.paper"])).status_code == 404
