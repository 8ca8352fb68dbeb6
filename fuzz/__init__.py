"""Coverage-guided fuzzing of filmmeta: targets that must hold for any bytes.

``python -m fuzz --seconds 120`` shares the time among the targets. A find is written to ``tests/crashes/`` and its
path printed; ``tests/test_crashes.py`` replays every file there from then on. To add a find of your own, put the
bytes of a page into ``tests/crashes/parse-NAME``, the text for a grammar into ``tests/crashes/grammars-NAME``, an
archive or a feed into ``tests/crashes/sources-NAME``.
"""
