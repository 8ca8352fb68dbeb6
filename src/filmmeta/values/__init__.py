"""Text in, typed value out: the grammars of what film pages print.

Pure functions that know nothing of pages or records; each raises ``ValueError``
when the text holds no value of its kind.
"""
