# SPDX-License-Identifier: Apache-2.0
"""The C++ files of the house and its table (cmake/rooms.json), read once."""
import json, pathlib, re

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
FACADE = "attune/engine.h"


class Tree:
    """Files are named as includes name them: listen/plan/dates.h, attune/span.h, fuzz/listen_csv.cpp."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.table = json.loads((self.root / "cmake/rooms.json").read_text())
        self.rooms = {row["room"]: row for row in self.table["rooms"]}
        self.judges = self.table["judges"]
        self.places = {}  # name -> path
        for top, base in {"include": "include", "src": "src", "fuzz": ".", "bench": ".", "tests": "."}.items():
            for path in sorted((self.root / top).rglob("*")):
                if path.suffix in {".h", ".cpp"}:
                    self.places[str(path.relative_to(self.root / base))] = path
        self.texts = {name: path.read_text() for name, path in self.places.items()}
        self.includes = {name: [*self._resolved(name)] for name in self.texts}

    def _resolved(self, name):
        """What a file includes: (name of a file of ours, None) or (None, header from outside)."""
        here = name.rpartition("/")[0]
        for quote, header in INCLUDE.findall(self.texts[name]):
            ours = next((n for n in (header, f"{here}/{header}", f"fuzz/{header}", f"bench/{header}") if n in self.places), None)
            yield (ours, None) if ours else (None, header)

    def ours(self, name):
        return [other for other, _ in self.includes[name] if other]

    def outside(self, name):
        return [header for _, header in self.includes[name] if header]

    def crossings(self):
        """Each include that leaves a room: (file, header, the file's room, the header's room)."""
        for name in self.texts:
            for other in self.ours(name):
                if room(other) != room(name):
                    yield name, other, room(name), room(other)

    def reach(self, name):
        """Every header that a file brings in, with the way to it: {header: [first include, …, header]}."""
        ways, open_ends = {}, [[name]]
        for way in open_ends:  # Grows while it is walked, so the shortest way is found first.
            for other in self.ours(way[-1]):
                if other not in ways:
                    ways[other] = [*way[1:], other]
                    open_ends.append([name, *ways[other]])
        return ways

    def shown(self, path):
        return str(path.relative_to(self.root))

    def path(self, name):
        return self.shown(self.places[name])

    def folders(self):
        """Every folder under src/, with the names of the files that lie in it (not in its subfolders)."""
        for folder in sorted(p for p in (self.root / "src").rglob("*") if p.is_dir() and p.name != "__pycache__"):
            yield folder, sorted(p.name for p in folder.iterdir() if p.is_file())


def room(name):
    return name.split("/")[0]


def unit(name):
    """A header and the .cpp of its name are one unit."""
    return name.rpartition(".")[0]


def is_test(name):
    return unit(name).endswith(("_test", "_testing"))


def is_helper(name):
    return name.endswith("_testing.h")
