"""Words: a translation marker that `flow` and `policy` may use without knowing Django."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:

    def _(message: str) -> str:
        """Mark `message` for translation; it is translated when it is shown."""
        ...

else:
    from django.utils.translation import gettext_lazy as _  # noqa: F401


class Sentence:
    """A translated sentence with facts filled in when it is shown, in the reader's language."""

    def __init__(self, template: str, **facts: Any) -> None:
        self.template, self.facts = template, facts

    def __str__(self) -> str:
        return str(self.template).format(**self.facts)

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"
