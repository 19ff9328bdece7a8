# SPDX-License-Identifier: Apache-2.0
"""Who may include what. Each rule gives (what its debt would be called in "still", a sentence)."""
from fnmatch import fnmatch
from house.tree import FACADE, is_helper, is_test, room, unit

TABLE = "cmake/rooms.json"


def rooms_known(tree):
    """Every folder under src/ is a room of the table, and holds nothing that these rules would not read."""
    for path in sorted((tree.root / "src").iterdir()):
        if path.name not in tree.rooms:
            yield path.name, f"src/{path.name}: is no room of {TABLE}; give it a row there, or move it into a room that has one"
    for folder, files in tree.folders():
        for file in (f for f in files if not f.endswith((".h", ".cpp")) and f not in ("README.md", "CMakeLists.txt")):
            yield file, f"{tree.shown(folder)}/{file}: is no kind of file that a room holds; name it .h or .cpp, or keep data in models/"


def floors(tree):
    """Rooms use rooms of lower floors, so the table itself has no cycle."""
    for name, row in tree.rooms.items():
        for other in row["uses"]:
            if other not in tree.rooms or tree.rooms[other]["floor"] >= row["floor"]:
                yield f"{name} {other}", f"{TABLE}: {name} (floor {row['floor']}) may not use {other}, which is on no lower floor; take it off"


def grants(tree):
    """A room includes the rooms that its row grants; public headers include only each other."""
    for name, other, here, there in tree.crossings():
        if here in tree.judges or there in tree.judges or here not in (*tree.rooms, "attune"):
            continue  # The rules open_headers and rooms_known speak of those.
        if other == FACADE and here != "engine" and not is_door(tree, here):
            yield f"{name} {other}", f"{tree.path(name)}: includes {other}, which is for doors; include the header that says what you need"
        granted = granted_rooms(tree, name)
        if there not in ("attune", *granted):
            yield f"{name} {other}", f"{tree.path(name)}: {here} may not include {other} (granted: {', '.join(granted) or 'nothing'}); move what is needed to a lower room"


def granted_rooms(tree, name):
    here = room(name)
    if here == "attune":
        return ["engine"] if name == FACADE else []
    return tree.rooms[here]["uses"] + (["engine"] if is_door(tree, here) and FACADE not in tree.places else [])


def is_door(tree, name):
    return "door" in tree.rooms.get(name, {})


def doors(tree):
    """A door meets the engine by the facade, which may bring in no room but those that the door is granted, and theirs."""
    uses = {name: row["uses"] for name, row in tree.rooms.items()}
    for door in (name for name in tree.rooms if is_door(tree, name)):
        met = {}
        for name in (n for n in tree.texts if room(n) == door):
            for header, way in tree.reach(name).items():
                if room(header) not in {door, "attune", "engine", *walk(uses, door)}:
                    met.setdefault(header, f"{tree.path(name)}: {door} reaches {header} by {' > '.join(way[:-1]) or 'itself'}; hide it from that header (a forward declaration, a value)")
        yield from met.items()


def open_headers(tree):
    """Other rooms include only what a room opens; an entry that nobody uses is taken off."""
    used, read = set(), set()
    for name, other, here, there in tree.crossings():
        if here in tree.judges:
            read.add((here, other))
            if there in tree.rooms and other not in (*opened(tree, there), *tree.judges[here]):
                yield f"{name} {other}", f'{tree.path(name)}: {other} is not open to other rooms; use a header that is, or name it under "{here}" of "judges" in {TABLE}'
        elif there in tree.rooms:
            used.add(other)
            if other not in opened(tree, there):
                yield f"{name} {other}", f"{tree.path(name)}: {other} is not open to other rooms; use one of {', '.join(opened(tree, there)) or 'none'}"
        elif there in tree.judges and not is_test(name):
            yield f"{name} {other}", f"{tree.path(name)}: includes {other}, and nothing but tests may include {there}/; move what is needed into a room"
    for other in (o for r in tree.rooms for o in opened(tree, r) if o not in used):
        yield other, f"{TABLE}: {other} is open and no other room includes it; take it off"
    for judge, other in ((j, o) for j, others in tree.judges.items() for o in others):
        if (judge, other) not in read or other in opened(tree, room(other)):
            yield other, f"{TABLE}: {judge} need not be granted {other} (not included, or open to all); take it off"


def opened(tree, name):
    return [f"{name}/{header}" for header in tree.rooms[name].get("open", [])]


def private_headers(tree):
    """What is not for everybody is included by the files that the table names, and some rooms reach it by no way at all."""
    for row in tree.table["private"]:
        header, used, met = row["header"], {n for n in tree.texts if row["header"] in tree.ours(n)}, {}
        for name in (n for n in sorted(used) if not any(fnmatch(n, p) for p in row["in"])):
            yield f"{name} {header}", f"{tree.path(name)}: includes {header}, which is for {', '.join(row['in'])} alone; take a value that holds none of it"
        for name in (n for n in tree.texts if room(n) in row["never"] and n not in used):
            if header in (ways := tree.reach(name)):
                met.setdefault(room(name), f"{tree.path(name)}: {room(name)} must not reach {header}, and does by {' > '.join(ways[header][:-1])}; part what it needs from that")
        yield from met.items()
        for place in (p for p in row["in"] if not any(fnmatch(n, p) for n in used)):
            yield f"{header} {place}", f"{TABLE}: {header} is granted to {place} and not included there; take it off"


def test_helpers(tree):
    """X_testing.h is for tests alone."""
    for name in tree.texts:
        for other in tree.ours(name):
            if is_helper(other) and not is_test(name):
                yield f"{name} {other}", f"{tree.path(name)}: includes {other}, which helps tests; move what is needed out of it"


def cycles(tree):
    """No unit includes itself by way of others."""
    after = {}
    for name in tree.texts:
        after.setdefault(unit(name), set()).update(unit(other) for other in tree.ours(name) if unit(other) != unit(name))
    beyond = {start: walk(after, start) for start in after}
    rings = {" + ".join(sorted(u for u in beyond[start] if start in beyond[u])) for start in after if start in beyond[start]}
    for ring in sorted(rings):
        yield ring, f"src/{ring.split(' + ')[0]}: includes itself by way of others ({ring}); move what they share into a header of its own"


def walk(after, start):
    seen, ends = set(), [start]
    while ends:
        for other in after.get(ends.pop(), ()):
            if other not in seen:
                seen.add(other)
                ends.append(other)
    return seen


def outside_headers(tree):
    """Headers of others (and of the system) only where the table says."""
    used = set()
    for name in tree.texts:
        for header in tree.outside(name):
            row = next((r for r in tree.table["outside"] if any(header == h or h.endswith("/") and header.startswith(h) for h in r["headers"])), None)
            if row is None:
                if "." in header or "/" in header:  # The standard library's have neither.
                    yield f"{name} {header}", f'{tree.path(name)}: <{header}> stands in no row of "outside" in {TABLE}; use what we have, or give it a row'
                continue
            places = [p for p in row["in"] if fnmatch(name, p)]
            used.update((row["name"], p) for p in places)
            if not places:
                yield f"{name} {header}", f"{tree.path(name)}: may not include <{header}>: {row['name']} is for {', '.join(row['in'])} alone; ask there"
    for row, place in ((r["name"], p) for r in tree.table["outside"] for p in r["in"]):
        here = room(place)
        if (row, place) not in used and ("*" in here or (tree.root / "src" / here).exists()):
            yield f"{row} {place}", f"{TABLE}: {row} is granted to {place} and not included there; take it off"
