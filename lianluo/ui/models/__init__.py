from lianluo.ui.models.views import SavedView
from lianluo.ui.models.work import LongWork, WorkState

__all__ = ["LongWork", "SavedView", "WorkState"]
