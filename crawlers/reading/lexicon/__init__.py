"""The words of the market in its languages, as tables of classes; see `words.py` for how they are looked up.

A table's text is split at blanks; `_` stands for a blank inside a phrase, a final `*` makes the entry a stem.
Everything is lower case and, for Chinese, simplified, as `text.normalise` leaves it.
"""
