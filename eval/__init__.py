"""What filmmeta reads of real material, and how much of it: ``make eval``.

The material stands beside the project, in ``../shared/corpus``, and no text of it stands in the project; where
it is absent there is nothing to measure, and ``make eval`` says so and ends well. Each part measures one
thing and gives its figures by name; ``floors.json`` pins them: a figure below its floor fails the run, one well
above it is a reason to raise the floor. ``python -m eval PART`` runs one part, ``--show FIELD`` and ``--misses
SITE`` list what it read wrong, and ``--corpus DIR`` measures another set of pages with sheets of the same form.

A sheet (``sheets``) says what is demanded, what is also right and what is not checked; ``answers`` puts a record
in the form of the sheets; ``agreement`` says when two values are one; ``scoring`` counts. Pages of one layout
(``layouts``) count as one.
"""
