# SPDX-License-Identifier: Apache-2.0
"""How a folder, a file and a header are made. Each rule gives (what its debt would be called in "still", a sentence)."""
from fnmatch import fnmatch
import re
from house.includes import TABLE
from house.tree import is_helper, is_test, unit

FILES_A_FOLDER, LINES_A_README, LINES_A_PUBLIC_HEADER = 40, 30, 120
RESULT = re.compile(r"^(?!\s*(//|using|return|template|\[\[nodiscard\]\])).*?\bResult<[^;={]*>\s+\w+\(.*", re.M)
SCOPE_OR_TYPE = re.compile(r"^(?:namespace ([\w:]*) ?\{|(\})  // namespace.*|(?:struct|class|enum class) (\w+)\b(?!::)(?!.*;\s*$))", re.M)


def pairs(tree):
    """A .cpp has a header of its own name beside it or in include/attune/, but for mains, tests and pure data."""
    public = lambda n: f"attune/{unit(n).rpartition('/')[2]}.h"
    lonely = [n for n in tree.texts if n.endswith(".cpp") and unit(n) + ".h" not in tree.texts and public(n) not in tree.ours(n) and n.split("/")[0] in tree.rooms and not is_test(n)]
    for name in (n for n in lonely if not any(fnmatch(n, p) for p in tree.table["without_header"])):
        yield name, f"{tree.path(name)}: has no header of its own name; give it one, or put it where its header is"
    for pattern in (p for p in tree.table["without_header"] if not any(fnmatch(n, p) for n in lonely)):
        yield pattern, f'{TABLE}: "without_header" names {pattern}, and no such file is without; take it off'


def folder_sizes(tree):
    """A folder is read in one look."""
    for folder, files in tree.folders():
        if len(files) > FILES_A_FOLDER:
            yield tree.shown(folder), f"{tree.shown(folder)}: holds {len(files)} files (at most {FILES_A_FOLDER}); put those of one idea into a subfolder"


def readmes(tree):
    """The README of a folder, or of the one above that has none of its own, names every unit, in at most 30 lines."""
    for folder, files in tree.folders():
        home = next((f for f in (folder, *folder.parents) if (f / "README.md").exists()), None)
        if home in (None, tree.root, *tree.root.parents):
            yield tree.shown(folder), f"{tree.shown(folder)}: has no README.md; say there what the folder is for and name its units"
            continue
        text = (home / "README.md").read_text()
        if home == folder and len(text.splitlines()) > LINES_A_README:
            yield tree.shown(folder), f"{tree.shown(folder)}/README.md: has {len(text.splitlines())} lines (at most {LINES_A_README}); keep what a newcomer needs"
        words = re.findall(r"\w+\*?", text)
        for stem in sorted({unit(f) for f in files if f.endswith((".h", ".cpp")) and not is_test(f)}):
            if not any(fnmatch(stem, word) for word in words):
                yield f"{tree.shown(folder)}/{stem}", f"{tree.shown(home)}/README.md: does not name {stem}; say in its table what it is for"


def public_headers(tree):
    """include/attune/ is read by people outside: one noun a header."""
    for name, text in tree.texts.items():
        if name.startswith("attune/") and len(text.splitlines()) > LINES_A_PUBLIC_HEADER:
            yield name, f"{tree.path(name)}: has {len(text.splitlines())} lines (at most {LINES_A_PUBLIC_HEADER}); give its nouns headers of their own"


def nodiscard(tree):
    """A Result that a header gives must be looked at."""
    for name in (n for n in tree.texts if n.endswith(".h")):
        for hit in RESULT.finditer(tree.texts[name]):
            yield name, f"{tree.path(name)}: needs [[nodiscard]]: {hit.group(0).strip()}"


def types_once(tree):
    """Two types of one name in one namespace are one to a linker, and no compiler need say so."""
    seen = {}
    for name in (n for n in tree.texts if n.endswith(".h") and not is_helper(n)):
        scopes = []
        for scope, end, kind in SCOPE_OR_TYPE.findall(tree.texts[name]):
            if kind:
                other = seen.setdefault(("::".join(scopes), kind), name)
                if other != name:
                    yield f"{kind} {name}", f"{tree.path(name)}: {kind} is defined in {tree.path(other)} too; give one of them another name, or its room's namespace"
            elif end:
                scopes = scopes[:-1]
            else:
                scopes.append(scope)
