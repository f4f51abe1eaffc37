"""HTML laid out as a PDF by WeasyPrint. It needs Pango, a part of the system: without it there is a sentence, no failure."""

import logging
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

INSTALL = "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
"""The one line that installs what is missing on Debian and Ubuntu."""


class NoPdf(Exception):
    """This machine cannot lay out pages; the message is a sentence fit to be shown."""


@cache
def engine() -> Any:
    """WeasyPrint, or None where Pango is missing: it looks for the libraries when it is imported."""
    try:
        import weasyprint
    except OSError:
        return None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint


def missing() -> str:
    """Why no PDF can be made here, in a sentence; empty when it can."""
    if engine() is not None:
        return ""
    return _("这台服务器没有排版部件 Pango，暂时不能生成 PDF。请系统管理员在服务器上执行：%s") % INSTALL


def pdf(html: str, css: str) -> bytes:
    """`html` on paper. Nothing is fetched: what the page needs is in it."""
    weasyprint = engine()
    if weasyprint is None:
        raise NoPdf(missing())
    sheet = weasyprint.CSS(string=css, url_fetcher=_nothing)
    made = weasyprint.HTML(string=html, url_fetcher=_nothing).write_pdf(stylesheets=[sheet], pdf_tags=True)
    return bytes(made)


def _nothing(url: str, *args: Any, **kwargs: Any) -> Any:
    raise ValueError(f"a paper fetches nothing: {url}")
