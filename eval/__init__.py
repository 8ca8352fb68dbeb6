"""What filmmeta reads of real material, and how much of it: ``make eval``.

The material stands beside the project, in ``../shared/corpus``, and no text of it stands in the project; where
it is absent there is nothing to measure, and ``make eval`` says so and ends well. Each module measures one
thing and gives its figures by name; ``floors.json`` pins them: a figure below its floor fails the run, one well
above it is a reason to raise the floor.
"""
