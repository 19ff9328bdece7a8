#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the outputs of attune lint against tests/schemas. Usage: check_schemas.py ATTUNE

Validates with the few JSON-Schema words that the schemas use, and with python3-jsonschema too where it is installed.
"""
import json, pathlib, re, subprocess, sys, tempfile

SCHEMAS = pathlib.Path(__file__).resolve().parent / "schemas"
TYPES = {"object": dict, "array": list, "string": str, "integer": int}
COPY = {
    "a b,c.md": "\ufeff# Act **now** \U0001f600\r\n\r\ne\u0301 Only 3 left! [Last chance](http://x.y)\r\n",
    "b.html": '<p title="Act now, hurry">Don&rsquo;t\n<i>miss</i> out {{ user.income }}</p>\n<p>It ends on 3 May, hurry.</p>',
    "c.txt": "Your parcel comes on Tuesday.\n",
}


def errors(value, schema, root, at="$"):
    """All that is wrong with `value`, as sentences."""
    if "$ref" in schema:
        schema = root["definitions"][schema["$ref"].rsplit("/", 1)[1]]
    known = {"$ref", "description", "definitions", "type", "enum", "required", "properties", "additionalProperties", "items",
             "minItems", "maxItems", "uniqueItems", "minimum", "minLength", "minProperties", "pattern"}
    assert set(schema) <= known, f"{at}: the validator does not know {set(schema) - known}"
    if "type" in schema and (not isinstance(value, TYPES[schema["type"]]) or isinstance(value, bool)):
        return [f"{at}: not of type {schema['type']}"]
    wrong = []
    if "enum" in schema and value not in schema["enum"]:
        wrong.append(f"{at}: {value!r} is none of {schema['enum']}")
    if isinstance(value, dict):
        wrong += [f"{at}: no {name}" for name in schema.get("required", []) if name not in value]
        if len(value) < schema.get("minProperties", 0):
            wrong.append(f"{at}: too few properties")
        for name, item in value.items():
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
    if isinstance(value, int) and value < schema.get("minimum", value):
        wrong.append(f"{at}: {value} is too small")
    if isinstance(value, str) and (len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value)):
        wrong.append(f"{at}: {value!r} does not fit")
    return wrong


def by_library(value, schema):
    try:
        import jsonschema
    except ImportError:
        return []
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)]


def main():
    attune, wrong = pathlib.Path(sys.argv[1]).resolve(), []
    with tempfile.TemporaryDirectory() as folder:
        for name, text in COPY.items():
            pathlib.Path(folder, name).write_bytes(text.encode())
        for form, file in (("sarif", "sarif-2.1.0.json"), ("rdjson", "rdjson.json")):
            for names in (list(COPY), ["c.txt"]):
                run = subprocess.run([attune, "lint", *names, "--format", form], cwd=folder, capture_output=True)
                out, schema = json.loads(run.stdout), json.loads((SCHEMAS / file).read_text())
                wrong += [f"{form} {names}: {e}" for e in errors(out, schema, schema) + by_library(out, schema)]
                found = out["runs"][0]["results"] if form == "sarif" else out["diagnostics"]
                if (len(found) >= 5) != (len(names) > 1):
                    wrong.append(f"{form} {names}: {len(found)} findings")
        broken = {"version": "2.1", "runs": [{"tool": {}, "results": [{"level": "loud"}]}]}
        schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text())
        if len(errors(broken, schema, schema)) != 4:
            wrong.append("the validator does not see what is broken")
    print("\n".join(wrong) or "SARIF and rdjson are as their schemas say")
    return 1 if wrong else 0


sys.exit(main())
