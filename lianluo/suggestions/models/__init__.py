from lianluo.suggestions.models.handlings import Handling, Rating, Reply
from lianluo.suggestions.models.suggestions import CoSignature, Revision, Suggestion

__all__ = ["CoSignature", "Handling", "Rating", "Reply", "Revision", "Suggestion"]
