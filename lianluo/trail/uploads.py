"""Uploads that are too large are not even written to the disk."""

from django.core.files.uploadhandler import FileUploadHandler

from lianluo.trail.attachments import limit


class Limited(FileUploadHandler):
    """Stands before Django's own handlers: what comes after the limit is read from the line and dropped.

    The piece that crosses the limit still passes, so the file is larger than allowed and `attach` says so.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= limit() else None

    def file_complete(self, file_size: int) -> None:
        """Django's own handlers keep the file."""
