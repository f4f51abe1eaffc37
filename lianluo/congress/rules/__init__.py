"""Dated parameters of law and practice: one table of what they mean, one book of what holds where and when."""

from lianluo.congress.rules.book import AnswerClass, CodeRow, RatingOption, RuleBook, RuleValue, Topic
from lianluo.congress.rules.kinds import BadValue, Column, RuleGroup, RuleSpec
from lianluo.congress.rules.periods import Period, Span, period
from lianluo.congress.rules.table import RULES, declare

__all__ = [
    "RULES",
    "AnswerClass",
    "BadValue",
    "CodeRow",
    "Column",
    "Period",
    "RatingOption",
    "RuleBook",
    "RuleGroup",
    "RuleSpec",
    "RuleValue",
    "Span",
    "Topic",
    "declare",
    "period",
]
