"""Make a format's stub and its first fixture: ``make new FORMAT=name PAGE=file``."""

from __future__ import annotations

import keyword
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STUB = '''"""{title}: which site prints it, and when."""

from filmmeta.formats import Format
from filmmeta.readers.selected import selected

FACTS = {{
    "title": "//h1",
}}

FORMAT = Format(film=lambda page: selected(page, FACTS), hosts=("{host}",))
'''


def main(name: str, page: Path) -> int:
    """The files of a new format; exit code 2 when the name or the page is off."""
    if not name.isidentifier() or keyword.iskeyword(name) or not name.islower():
        print(f"FORMAT={name!r} is no module name: small letters, digits and _", file=sys.stderr)
        return 2
    module = ROOT / "src" / "filmmeta" / "formats" / f"{name}.py"
    if module.exists() or not page.is_file():
        print(f"{module} is there already" if module.exists() else f"PAGE={page}: no such file", file=sys.stderr)
        return 2
    from filmmeta.page import Page

    host = Page(page.read_bytes()).host or f"{name.replace('_', '-')}.example"
    module.write_text(STUB.format(title=name.replace("_", " "), host=host), "utf-8")
    folder = ROOT / "tests" / "fixtures" / name
    folder.mkdir(parents=True, exist_ok=True)
    fixture = Path(shutil.copy(page, folder / page.name))
    expected = folder / (page.name.partition(".")[0] + ".json")
    expected.write_text(f'{{"url": "https://{host}/"}}\n', "utf-8")
    print(f"wrote {module}\n      {fixture}\n      {expected}")
    command = [sys.executable, "-m", "pytest", "-q", "tests/test_fixtures.py", "--update", "-k", name]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])) if len(sys.argv) == 3 else "usage: new_format.py NAME PAGE")
