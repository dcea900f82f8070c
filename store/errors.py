"""Errors that a user can meet."""


class UserError(Exception):
    """Raised where the user can mend it; its text is one clear sentence that says what to do (exit 1)."""
