from lianluo.suggestions.models.handlings import Extension, Handling, Objection, Rating, Reply
from lianluo.suggestions.models.suggestions import CoSignature, Revision, Suggestion

__all__ = ["CoSignature", "Extension", "Handling", "Objection", "Rating", "Reply", "Revision", "Suggestion"]
