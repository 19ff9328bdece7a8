#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the outputs of attune lint and attune explain against tests/schemas, JUnit against the table below, and what they
read against docs/*.schema.json. Usage: check_schemas.py ATTUNE

Validates with the few JSON-Schema words that the schemas use, and with python3-jsonschema too where it is installed.
"""
import json, pathlib, re, subprocess, sys, tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "tests" / "schemas"
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
COPY = {
    "a b,c.md": "\ufeff# Act **now** \U0001f600\r\n\r\ne\u0301 Only 3 left! [Last chance](http://x.y)\r\n\r\nHurry! Our rooms cost 40 pounds.\r\n",
    "b.html": '<p title="Act now, hurry">Don&rsquo;t\n<i>miss</i> out {{ user.income }}</p>\n<p>It ends on 3 May, hurry.</p>',
    "c.txt": "Your parcel comes on Tuesday.\n",
    "d.txt": "Nur noch heute: Rabatt auf alles, schnell sein lohnt sich.\n",
    "f/e 1.rst": "Act now.\n",
}
# JUnit has no schema of its own. Of each element: attributes that it needs, others, and what may stand within it.
COUNTS = {"tests", "failures", "errors"}
JUNIT = {
    "testsuites": (set(), COUNTS | {"name", "time"}, {"testsuite"}),
    "testsuite": ({"name"} | COUNTS, {"skipped", "time", "package", "id"}, {"testcase"}),
    "testcase": ({"name", "classname"}, {"time"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set(), set()),
    "skipped": (set(), {"message"}, set()),
    "system-out": (set(), set(), set()),
}


def is_of(value, name):
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def errors(value, schema, root, at="$"):
    """All that is wrong with `value`, as sentences."""
    if schema.get("$ref", "").endswith(".json"):
        schema = root = json.loads((ROOT / "docs" / schema["$ref"]).read_text())
    elif "$ref" in schema:
        schema = root["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    known = {"$ref", "description", "definitions", "type", "enum", "required", "properties", "additionalProperties", "items",
             "minItems", "maxItems", "uniqueItems", "minimum", "minLength", "minProperties", "pattern", "anyOf", "propertyNames",
             "$schema", "title"}
    assert set(schema) <= known, f"{at}: the validator does not know {set(schema) - known}"
    types = schema.get("type", list(TYPES))
    if not any(is_of(value, name) for name in ([types] if isinstance(types, str) else types)):
        return [f"{at}: not of type {types}"]
    wrong = []
    if "anyOf" in schema and all(errors(value, one, root, at) for one in schema["anyOf"]):
        wrong.append(f"{at}: as none of {len(schema['anyOf'])} ways")
    if "enum" in schema and value not in schema["enum"]:
        wrong.append(f"{at}: {value!r} is none of {schema['enum']}")
    if isinstance(value, dict):
        wrong += [f"{at}: no {name}" for name in schema.get("required", []) if name not in value]
        if len(value) < schema.get("minProperties", 0):
            wrong.append(f"{at}: too few properties")
        for name, item in value.items():
            wrong += errors(name, schema.get("propertyNames", {}), root, f"{at}, name {name}")
            rest = schema.get("additionalProperties", {})
            inner = schema.get("properties", {}).get(name, rest)
            wrong += [f"{at}: unknown {name}"] if inner is False else errors(item, inner, root, f"{at}.{name}")
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            wrong.append(f"{at}: {len(value)} items")
        if schema.get("uniqueItems") and len({json.dumps(v, sort_keys=True) for v in value}) < len(value):
            wrong.append(f"{at}: items that are alike")
        for i, item in enumerate(value):
            wrong += errors(item, schema.get("items", {}), root, f"{at}[{i}]")
    if is_of(value, "integer") and value < schema.get("minimum", value):
        wrong.append(f"{at}: {value} is too small")
    if isinstance(value, str) and (len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value)):
        wrong.append(f"{at}: {value!r} does not fit")
    return wrong


def junit_errors(element):
    """All that is wrong with an element of JUnit and below it: names, places, and sums that do not add up."""
    needs, may, within = JUNIT[element.tag]
    wrong = [f"{element.tag}: no {name}" for name in needs - set(element.attrib)]
    wrong += [f"{element.tag}: unknown {name}" for name in set(element.attrib) - needs - may]
    wrong += [f"{element.tag}: {child.tag} within it" for child in element if child.tag not in within]
    if "tests" in element.attrib:
        held = len(element.findall(".//testcase")), len(element.findall(".//failure")), len(element.findall(".//error"))
        if held != tuple(int(element.get(name)) for name in ("tests", "failures", "errors")):
            wrong.append(f"{element.tag}: holds {held}, not {element.attrib}")
    return wrong + [e for child in element if child.tag in JUNIT for e in junit_errors(child)]


def by_library(value, schema):
    try:
        import jsonschema
    except ImportError:
        return []
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)]


def named(schema):
    """The names of all properties that a schema knows, and the words of its enumerations."""
    for name, inner in schema.get("properties", {}).items():
        yield name
        yield from named(inner)
    for inner in (schema.get("items"), schema.get("additionalProperties"), *schema.get("definitions", {}).values()):
        yield from named(inner) if inner else ()
    yield from (word for word in schema.get("enum", []) if word)


def explanations(attune, folder):
    """Faults of what attune explain --json writes: of the example, of a second round by brand, and of a handful of messages."""
    schema = json.loads((SCHEMAS / "explanation.json").read_text())
    example, few, first = ROOT / "examples" / "harbour-lane.csv", folder / "few.csv", folder / "first.json"
    few.write_text("id,text\n1,My parcel is late and nobody answers\n")
    answers = []
    for arguments in ([example], [example, "--by", "channel", "--compare-with", first], [few]):
        run = subprocess.run([attune, "explain", *arguments, "--json"], cwd=folder, capture_output=True)
        first.write_bytes(run.stdout or b"{}")
        answers.append(json.loads(run.stdout))
        yield from (f"explain {arguments[-1]}: {e}" for e in errors(answers[-1], schema, schema) + by_library(answers[-1], schema))
    if not answers[1]["compared_with"] or not answers[1]["cohorts"]["groups"] or answers[2]["answer"] != "too-few":
        yield "explain: the answers do not show a second round, groups and too few messages"
    broken = {**answers[0], "answer": "yes", "unit": 3, "new": 1, "care": [{}]}
    del broken["stretch"]
    if len(errors(broken, schema, schema)) < 5:
        yield "the validator does not see what is broken in an explanation"
    page = (ROOT / "docs" / "explanation.md").read_text()
    yield from (f"docs/explanation.md says nothing of `{name}`" for name in sorted(set(named(schema))) if f"`{name}`" not in page)


CONFIGURATIONS = {  # The schema for editors and the program say the same of each.
    True: [{}, {"rules": {"guilt": "off", "scarcity-left": "error", "all": "suggestion"}}, {"allow": "x", "ignore": ["a", "b"]},
           {"attributes": {"a": None, "b": {"source": "form", "purpose": "p", "consent": "c", "sensitive": True}}},
           {"paths": {"a/**": "off", "b": {"ignore": False, "rules": {"fear": "warning"}, "allow": ["x"]}}},
           {"facts": {"stock": 3}}, {"rules_url": "https://a.example/r.html"},
           {"copy": {"front_matter": "subject", "catalogues": ["a/*.json"], "keys": ["mail.**"], "not_keys": ["slug"]}}],
    False: [{"rulez": {}}, {"rules": {"gilt": "off"}}, {"rules": {"guilt": "loud"}}, {"rules": ["guilt"]}, {"allow": {"a": 1}},
            {"attributes": {"a": {"sources": "form"}}}, {"attributes": {"a": {"sensitive": "perhaps"}}}, {"attributes": ["a"]},
            {"paths": {"a": {"rule": {}}}}, {"paths": {"a": "on"}}, {"paths": ["a"]}, {"facts": ["a"]}, {"baseline": ["a"]},
            {"rules_url": "docs"}, {"copy": {"key": "a"}}]}
FACTS = {
    True: [{"offer_ends": "2026-06-30", "stock": {"lamp": 3}, "audience_size": 250, "message_class": "security"}, {"offer_ends": "none"},
           {"sources": [{"claim": "9 of 10 dentists", "url": "https://a.example"}, "order export"], "sender": "Anna Okafor"},
           {"offer_ends": {"sale": "30 June 2026"}, "consent": ["newsletter, sign-up form"], "price_terms": {"price": "9 EUR", "per": "a month"}}],
    False: [{"offers_end": "2026-06-30"}, {"offer_ends": "yes"}, {"offer_ends": 7}, {"stock": "many"}, {"audience_size": ["many"]},
            {"message_class": "friendly"}, {"sources": {"claim": "9 of 10"}}, {"sources": [{"claim": "9 of 10"}]}]}


def settings(attune, folder):
    """Where the schemas for editors and the program do not say the same of a configuration or of facts."""
    (folder / "s.txt").write_text("Good morning.\n")
    for file, schema, samples in (("c.yaml", "attune-yaml.schema.json", CONFIGURATIONS), ("f.yaml", "facts.schema.json", FACTS)):
        schema = json.loads((ROOT / "docs" / schema).read_text())
        for right, values in samples.items():
            for value in values:
                (folder / file).write_text(json.dumps(value))
                flag = "--config" if file == "c.yaml" else "--facts"
                run = subprocess.run([attune, "lint", "s.txt", flag, file], cwd=folder, capture_output=True)
                if (run.returncode == 0 and not run.stderr) != right:
                    yield f"{value}: the program ends with {run.returncode}: {run.stderr.decode()}"
                if (not errors(value, schema, schema)) != right:
                    yield f"{value}: the schema says {errors(value, schema, schema)}"


def main():
    attune, wrong = pathlib.Path(sys.argv[1]).resolve(), []
    with tempfile.TemporaryDirectory() as folder:
        for name, text in COPY.items():
            pathlib.Path(folder, name).parent.mkdir(exist_ok=True)
            pathlib.Path(folder, name).write_bytes(text.encode())
        for form, file in (("sarif", "sarif-2.1.0.json"), ("rdjson", "rdjson.json"), ("json", "lint.json")):
            for names in (["."], ["c.txt"]):
                run = subprocess.run([attune, "lint", *names, "--format", form], cwd=folder, capture_output=True)
                out, schema = json.loads(run.stdout), json.loads((SCHEMAS / file).read_text())
                wrong += [f"{form} {names}: {e}" for e in errors(out, schema, schema) + by_library(out, schema)]
                found = {"rdjson": lambda: out["diagnostics"], "json": lambda: out["findings"],
                         "sarif": lambda: out["runs"][0]["results"]}[form]()
                fixed = any(key in f for f in found for key in ("fixes", "suggestions", "fix"))
                if (len(found) >= 5) != (names == ["."]) or fixed != (names == ["."]):
                    wrong.append(f"{form} {names}: {len(found)} findings, or no deletion among them")
        junit = xml.fromstring(subprocess.run([attune, "lint", ".", "--format", "junit"], cwd=folder, capture_output=True).stdout)
        wrong += [f"junit: {e}" for e in junit_errors(junit)]
        if [suite.get("name") for suite in junit] != ["./a b,c.md", "./b.html", "./c.txt", "not checked"] or int(junit.get("failures")) < 5:
            wrong.append("junit: not a suite for each file, with its findings")
        broken = xml.fromstring('<testsuite name="" tests="2" failures="0" errors="0"><testcase line="1"/><failure/></testsuite>')
        if len(junit_errors(broken)) != 7:
            wrong.append("the validator does not see what is broken in JUnit")
        wrong += explanations(attune, pathlib.Path(folder))
        wrong += settings(attune, pathlib.Path(folder))
        broken = {"version": "2.1", "runs": [{"tool": {}, "results": [{"level": "loud"}]}]}
        schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text())
        if len(errors(broken, schema, schema)) != 4:
            wrong.append("the validator does not see what is broken")
    print("\n".join(wrong) or "SARIF, rdjson, JUnit, JSON of lint, explanations and settings are as their schemas say")
    return 1 if wrong else 0


sys.exit(main())
