"""Registers every table on the one metadata; import this package before using it."""

from database.models import analysis, auth, clients, files, notes, search, settings, sync
from database.models.base import Base

__all__ = ["Base", "analysis", "auth", "clients", "files", "notes", "search", "settings", "sync"]
