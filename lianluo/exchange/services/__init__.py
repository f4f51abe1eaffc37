"""Sentences of loading: a file is opened, its columns mapped, its rows checked, names chosen, then loaded."""

from lianluo.exchange.services.checking import check
from lianluo.exchange.services.choosing import choose
from lianluo.exchange.services.loading import load
from lianluo.exchange.services.mapping import map_columns
from lianluo.exchange.services.opening import open_batch
from lianluo.exchange.services.taking_back import may_take_back, take_back

__all__ = ["check", "choose", "load", "map_columns", "may_take_back", "open_batch", "take_back"]
