"""Whole tables in and out: files of other systems are read, mapped, checked and taken in; the same formats go out."""
