#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Speaks the Language Server Protocol with `attune lint --lsp`: the order of a session, edits in both encodings, settings,
broken bytes. Standard library only. Usage: check_lsp.py ATTUNE"""
import json, os, pathlib, signal, subprocess, sys, tempfile, time, traceback, urllib.parse, urllib.request

ATTUNE = os.path.abspath(sys.argv[1])
SECONDS = 120  # That one check may take.
OPEN, CHANGE = "textDocument/didOpen", "textDocument/didChange"


class Editor:
    """A client that waits for what it asked, and keeps everything else that it is told."""

    def __init__(self, folder, *flags):
        self.server = subprocess.Popen([ATTUNE, "lint", "--lsp", "--at", "2026-03-01", *flags], cwd=folder, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.folder, self.told, self.asked = pathlib.Path(folder), [], 0

    def raw(self, data):
        self.server.stdin.write(data)
        self.server.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method, **params):
        self.send({"method": method, "params": params})

    def read(self):
        """The next message; the test fails where anything but a frame is written."""
        head = self.server.stdout.readline()
        assert head.startswith(b"Content-Length: ") and head.endswith(b"\r\n"), f"no frame: {head!r}"
        assert self.server.stdout.readline() == b"\r\n"
        return json.loads(self.server.stdout.read(int(head.split()[1])))

    def until(self, wanted):
        while True:
            message = self.read()
            if wanted(message):
                return message
            self.told.append(message)

    def ask(self, method, /, **params):
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": params})
        return self.until(lambda m: m.get("id") == self.asked and "method" not in m)

    def hello(self, **can):
        answer = self.ask("initialize", processId=None, rootUri=self.folder.as_uri(), capabilities=can)["result"]
        self.tell("initialized")
        return answer["capabilities"]

    def uri(self, name):
        return (self.folder / name).as_uri()

    def open(self, uri, text, language="markdown"):
        self.tell(OPEN, textDocument={"uri": uri, "languageId": language, "version": 1, "text": text})
        return self.findings(uri)

    def change(self, uri, *changes, version=2):
        self.tell(CHANGE, textDocument={"uri": uri, "version": version}, contentChanges=list(changes))
        return self.findings(uri)

    def findings(self, uri):
        return self.until(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri)["params"]["diagnostics"]

    def shown(self):
        return [m["params"]["message"] for m in self.told if m.get("method") == "window/showMessage"]

    def bye(self):
        self.ask("shutdown")
        self.tell("exit")
        return self.end()

    def end(self):
        """The exit status, when nothing but frames is left to read."""
        self.server.stdin.close()
        while self.server.stdout.peek(1):
            self.told.append(self.read())
        self.noise = self.server.stderr.read()
        return self.server.wait(timeout=60)


def span(line, begin, end, text):
    return {"range": {"start": {"line": line, "character": begin}, "end": {"line": line, "character": end}}, "text": text}


def place(finding):
    start, end = finding["range"]["start"], finding["range"]["end"]
    return start["line"], start["character"], end["line"], end["character"]


def codes(findings):
    return [f["code"] for f in findings]


def session_has_an_order(folder):
    """initialize first, once; shutdown, then exit with 0."""
    editor = Editor(folder)
    assert editor.ask("textDocument/hover")["error"]["code"] == -32002
    editor.tell(OPEN, textDocument={"uri": "untitled:x", "languageId": "markdown", "version": 1, "text": "Act now!"})
    can = editor.hello()
    assert can["positionEncoding"] == "utf-16" and can["textDocumentSync"]["change"] == 2
    assert editor.ask("initialize", capabilities={})["error"]["code"] == -32600
    assert editor.ask("textDocument/hover", textDocument=[])["error"]["code"] == -32602
    assert editor.ask("attune/unknown")["error"]["code"] == -32601
    editor.tell("$/cancelRequest", id=7)
    editor.tell("attune/unknown")
    assert editor.ask("shutdown")["result"] is None
    assert editor.ask("textDocument/hover")["error"]["code"] == -32600
    editor.tell("exit")
    assert editor.end() == 0 and editor.noise == b"" and editor.told == []


def leaving_without_goodbye_is_status_1(folder):
    editor = Editor(folder)
    editor.hello()
    editor.tell("exit")
    assert editor.end() == 1
    editor = Editor(folder)
    editor.hello()
    assert editor.end() == 1 and editor.noise == b""
    editor = Editor(folder)
    editor.hello()
    editor.ask("shutdown")
    assert editor.end() == 0


def findings_follow_the_edits(folder):
    """Full and incremental changes; columns are UTF-16 units; closing clears."""
    editor = Editor(folder)
    editor.hello()
    uri = editor.uri("mail.md")
    findings = editor.open(uri, "😀 Act now!\n\nThank you.\n")
    assert codes(findings) == ["false-urgency-hurry"] and place(findings[0]) == (0, 3, 0, 10), findings
    assert findings[0]["severity"] == 2 and findings[0]["source"] == "attune" and findings[0]["message"]
    page, rule = findings[0]["codeDescription"]["href"].split("#")
    page = pathlib.Path(urllib.request.url2pathname(urllib.parse.urlsplit(page).path))
    assert rule == "false-urgency-hurry" and "\n### false-urgency-hurry\n" in page.read_text()
    assert editor.change(uri, span(0, 3, 11, "Good day.")) == []
    assert codes(editor.change(uri, span(2, 0, 0, "😀😀 "), span(2, 5, 99, "Act now!"), version=3)) == ["false-urgency-hurry"]
    assert editor.change(uri, {"text": "Thank you.\r\nAct now!\rAct now!"}, version=4)[1]["range"]["start"]["line"] == 2
    assert len(editor.change(uri, span(7, 0, 3, "\nAct now!"), version=5)) == 3
    editor.tell("textDocument/didClose", textDocument={"uri": uri})
    assert editor.findings(uri) == []
    editor.tell(CHANGE, textDocument={"uri": uri, "version": 9}, contentChanges=[{"text": "Act now!"}])
    assert editor.ask("textDocument/hover", textDocument={"uri": uri}, position={"line": 0, "character": 0})["result"] is None
    assert editor.bye() == 0


def columns_are_bytes_where_asked(folder):
    editor = Editor(folder)
    assert editor.hello(general={"positionEncodings": ["utf-16", "utf-8"]})["positionEncoding"] == "utf-8"
    uri = editor.uri("mail.md")
    assert place(editor.open(uri, "😀 Act now!")[0]) == (0, 5, 0, 12)
    assert place(editor.change(uri, span(0, 0, 4, "é"))[0]) == (0, 3, 0, 10)
    assert editor.bye() == 0


def hover_says_why(folder):
    editor = Editor(folder)
    editor.hello()
    uri = editor.uri("mail.md")
    editor.open(uri, "Act now!\n\nBye.")
    at = lambda line, character: editor.ask("textDocument/hover", textDocument={"uri": uri}, position={"line": line, "character": character})
    contents = at(0, 2)["result"]["contents"]
    assert contents["kind"] == "plaintext"
    for words in ("false-urgency-hurry (warning)", "Why: ", "offer_ends", "Better: "):
        assert words in contents["value"], contents
    assert at(2, 0)["result"] is None and at(0, 7)["result"] and "error" not in at(0, 2**40)
    for line, character in ((-1, 0), (0, "x"), (0.5, 0), (None, 0)):
        assert at(line, character)["error"]["code"] == -32602
    assert editor.bye() == 0


def a_switch_is_in_the_syntax_of_the_file(folder):
    """Each edit that is offered makes its finding go; columns before it are counted as the editor counts."""
    editor = Editor(folder)
    editor.hello()
    cases = [
        ("a.html", "<body>\n  <p>😀 Act now!</p>\n</body>\n", " <!-- "),
        ("a.md", "- Act now!\n- Good day.\n", " <!-- "),
        ("a.html.j2", "<p>Act now!</p>\n", " {# "),
        ("a.liquid", "<p>Act now!</p>\n", " {% comment %} "),
        ("a.hbs", "<p>Act now!</p>\n", " {{! "),
        ("a.html.erb", "<p>Act now!</p>\n", " <%# "),
        ("a.txt", "Act now!\n", None),
        ("b.html", '<img alt="Act now!\n">\n', None),
    ]
    for name, text, comment in cases:
        uri = editor.uri(name)
        findings = editor.open(uri, text)
        assert codes(findings) == ["false-urgency-hurry"], (name, findings)
        ask = lambda **context: editor.ask("textDocument/codeAction", textDocument={"uri": uri}, range=findings[0]["range"],
                                           context={"diagnostics": findings, **context})["result"]
        actions = ask()
        if comment is None:
            assert actions == [], (name, actions)
            continue
        assert [a["title"] for a in actions] == ["Switch off false-urgency-hurry for this line, with a reason"], (name, actions)
        assert actions[0]["kind"] == "quickfix" and actions[0]["diagnostics"] == findings
        assert ask(only=["refactor"]) == [] and ask(only=["quickfix"]) == actions
        (edit,) = actions[0]["edit"]["changes"][uri]
        assert edit["newText"].startswith(comment + "attune-disable-line false-urgency-hurry -- "), (name, edit)
        assert editor.change(uri, {"range": edit["range"], "text": edit["newText"]}) == [], name
    assert editor.bye() == 0


def the_folder_settles_what_holds(folder):
    """.attune.yaml and facts as on the command line, read again when they are saved; broken ones are told of once."""
    mails = pathlib.Path(folder, "my mails é")
    mails.mkdir()
    config, facts = mails / ".attune.yaml", mails / "facts.yaml"
    config.write_text("facts: facts.yaml\n")
    facts.write_text("stock: 3\n")
    editor = Editor(folder)
    editor.hello()
    uri, other = editor.uri("my mails é/sale.md"), editor.uri("my mails é/other.md")
    assert "%20" in uri and "%C3%A9" in uri
    assert editor.open(uri, "Only 3 left!") == []
    facts.write_text("stock: 900\n")
    editor.tell("textDocument/didSave", textDocument={"uri": facts.as_uri()})
    assert [f["severity"] for f in editor.findings(uri)] == [1]
    config.write_text("rules: {scarcity: off}\n")
    editor.tell("workspace/didChangeWatchedFiles", changes=[{"uri": config.as_uri(), "type": 2}])
    assert editor.findings(uri) == []
    config.write_text("rulez: {}\n")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    assert editor.findings(uri) == []
    editor.change(uri, {"text": "Act now!"})
    editor.open(other, "Act now!")
    assert len(editor.shown()) == 1 and ".attune.yaml" in editor.shown()[0] and "rulez" in editor.shown()[0], editor.shown()
    config.write_text("paths: {'other.md': {ignore: true}}\n")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    assert editor.findings(other) == [] and codes(editor.findings(uri)) == ["false-urgency-hurry"]
    config.write_text("rulez: {}\n")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    editor.findings(uri)
    assert len(editor.shown()) == 2 and editor.bye() == 0 and editor.noise == b""


def the_baseline_of_the_folder_holds(folder):
    pathlib.Path(folder, ".attune.yaml").write_text("baseline: known.txt\n")
    pathlib.Path(folder, "mail.md").write_text("Act now!\n")
    pathlib.Path(folder, "known.txt").write_text("")
    subprocess.run([ATTUNE, "lint", "mail.md", "--write-baseline", "known.txt"], cwd=folder, check=True, capture_output=True)
    editor = Editor(folder)
    editor.hello()
    assert editor.open(editor.uri("mail.md"), "Act now!\n") == []
    assert len(editor.open(editor.uri("other.md"), "Act now!\n")) == 1
    assert editor.bye() == 0


def texts_in_no_file_are_checked(folder):
    pathlib.Path(folder, ".attune.yaml").write_text("rules: {false-urgency: error}\n")
    editor = Editor(folder)
    editor.hello()
    assert [f["severity"] for f in editor.open("untitled:Untitled-1", "<p title='x'>Act now!</p>", "html")] == [1]
    assert codes(editor.open("untitled:Untitled-2", "`Act now!`", "markdown")) == []
    assert len(editor.open("untitled:Untitled-3", "`Act now!`", "plaintext")) == 1
    assert editor.bye() == 0


def settings_are_watched_where_the_editor_can(folder):
    editor = Editor(folder)
    editor.hello(workspace={"didChangeWatchedFiles": {"dynamicRegistration": True}})
    asked = editor.until(lambda m: m.get("method") == "client/registerCapability")
    (wish,) = asked["params"]["registrations"]
    assert wish["method"] == "workspace/didChangeWatchedFiles"
    assert {"globPattern": "**/.attune.yaml"} in wish["registerOptions"]["watchers"]
    editor.send({"id": asked["id"], "result": None})
    assert editor.bye() == 0 and editor.told == []


def broken_bytes_are_survived(folder):
    """After each of these the next good message is answered, and no words of a message are said."""
    editor = Editor(folder)
    editor.hello()
    frame = lambda body: b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    secret = b"Dear Ms Rossi"
    for data, code in [
        (frame(b'{"jsonrpc":"2.0","id":1,"method":"' + secret), -32700),
        (frame(b'{"a":"\xff\xfe ' + secret + b'"}'), -32700),
        (frame(b"[" * 5000 + b"]" * 5000), -32700),
        (frame(b"[]"), -32600),
        (frame(b'"' + secret + b'"'), -32600),
        (frame(b'{"id":1}'), -32600),
        (frame(b'{"id":{},"method":"shutdown"}'), -32600),
        (frame(b""), -32700),
        (b"Content-Length: -5\r\n\r\n" + secret, -32700),
        (b"Content-Length: 99999999999999999999999\r\n\r\n" + secret, -32700),
        (b"Content-Type: x\r\n\r\n{}", -32700),
        (secret + b"\r\n\r\n", -32700),
        (b"x" * 5000, -32700),
    ]:
        editor.raw(data)
        fault = editor.until(lambda m: "error" in m)
        assert fault["error"]["code"] == code and b"Rossi" not in json.dumps(fault).encode(), (data[:60], fault)
        assert editor.ask("attune/unknown")["error"]["code"] == -32601, data[:60]
    editor.raw(b"content-length:  2 \nContent-Type: application/vscode-jsonrpc; charset=utf-8\n\n{}")
    assert editor.until(lambda m: "error" in m)["error"]["code"] == -32600
    for params in (None, [], {"textDocument": 3}, {"textDocument": {"uri": []}, "contentChanges": [{"range": 1, "text": "x"}]}):
        for method in (OPEN, CHANGE, "textDocument/didClose", "textDocument/didSave", "workspace/didChangeWatchedFiles"):
            editor.send({"method": method, "params": params})
    body = json.dumps({"id": "é", "method": "attune/unknown"}, ensure_ascii=False).encode()
    for byte in frame(body):
        editor.raw(bytes([byte]))
    assert editor.until(lambda m: m.get("id") == "é")["error"]["code"] == -32601
    editor.raw(frame(b" " * ((64 << 20) + 1)))
    assert editor.until(lambda m: "error" in m)["error"]["code"] == -32700
    assert editor.bye() == 0 and editor.noise == b""


def large_texts_stay_quick(folder):
    editor = Editor(folder)
    editor.hello()
    uri = editor.uri("long.md")
    text = "The garden has roses, and tulips in spring.\n\n" * 4000 + "Act now!\n"
    editor.open(uri, text)
    start = time.monotonic()
    for version in range(20):
        assert len(editor.change(uri, span(8, 0, 0, "A"), version=version)) == 1
    took = time.monotonic() - start
    assert took < 60, took
    assert editor.bye() == 0


def flags_that_are_for_files_are_refused(folder):
    for words in (["mail.md"], ["--json"], ["--lines", "-"], ["--write-baseline", "x"]):
        done = subprocess.run([ATTUNE, "lint", "--lsp", *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
        assert done.returncode == 2 and b"--lsp" in done.stderr and done.stdout == b"", done
    done = subprocess.run([ATTUNE, "lint", "--stdio", "-"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    assert done.returncode == 2 and b"--lsp" in done.stderr, done
    editor = Editor(folder, "--stdio")
    assert editor.ask("initialize", capabilities={"general": [], "workspace": None}, rootUri=7)["result"]["capabilities"]["positionEncoding"] == "utf-16"
    assert editor.bye() == 0


def late(*_):
    raise TimeoutError(f"no answer within {SECONDS} seconds")


def main():
    failed = 0
    signal.signal(signal.SIGALRM, late)
    checks = [check for check in list(globals().values()) if callable(check) and getattr(check, "__code__", None)
              and check.__code__.co_varnames[:1] == ("folder",) and check.__code__.co_argcount == 1]
    for check in checks:
        with tempfile.TemporaryDirectory() as folder:
            signal.alarm(SECONDS)  # A server that is silent where it should answer ends the test.
            try:
                check(os.path.realpath(folder))
            except Exception as error:  # A failed claim, or a server that is gone.
                failed += 1
                print(f"FAILED {check.__name__}: {error!r}\n{traceback.format_exc(limit=-3)}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return failed > 0 or not checks


sys.exit(main())
