#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""When .ci/run may write build/ci.passed, in a small repository whose steps do nothing. Usage: check_ci_run.py CI_RUN"""
import os, pathlib, subprocess, sys, tempfile

STEPS = ["setup", "format", "layers", "test", "headers", "tidy", "asan", "fuzz", "tsan"]


def git(repo, *words):
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *who, *words], cwd=repo, capture_output=True, text=True, check=True).stdout.strip()


def script(repo, name, text):
    path = repo / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def run(repo, **environment):
    """(exit code, output, what build/ci.passed holds or None, names of the steps in build/ci.times)"""
    done = subprocess.run([repo / ".ci/run"], capture_output=True, text=True, env={**os.environ, **environment})
    passed, times = repo / "build/ci.passed", (repo / "build/ci.times").read_text().splitlines()
    return done.returncode, done.stdout, passed.read_text().strip() if passed.exists() else None, times


def claims(repo, ci_run):
    script(repo, ".ci/run", ci_run.read_text())
    script(repo, "tools/setup", "#!/bin/sh\n")
    script(repo, "tools/check", '#!/bin/sh\n[ "$1" != "$FAILS" ] && { [ "$1" != fuzz ] || sh -c "$MEANWHILE"; }\n')
    script(repo, "Makefile", "test:\n\t@true\n")
    script(repo, ".gitignore", "/build/\n")
    git(repo, "init", "-q")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "one")
    tree = git(repo, "rev-parse", "HEAD^{tree}")

    code, said, passed, times = run(repo)
    assert (code, passed) == (0, tree), said
    assert [line.split()[0] for line in times] == STEPS, times

    code, said, passed, times = run(repo, FAILS="tidy")  # and the old mark is gone
    assert code == 1 and passed is None, said
    assert times[-1].startswith("tidy ") and times[-1].endswith("failed") and times[-1] in said, said

    for meanwhile, why in [("touch left-behind", "left-behind"), ("echo >>Makefile; "
                            "git -c user.name=a -c user.email=a@example.org commit -qam two", "HEAD has moved")]:
        code, said, passed, _ = run(repo, MEANWHILE=meanwhile)
        assert code == 0 and passed is None and why in said, said
        (repo / "left-behind").unlink(missing_ok=True)

    (repo / "Makefile").write_text("test:\n\t@true\n# edited\n")
    code, said, passed, _ = run(repo, MEANWHILE="git checkout -q Makefile")  # clean at the end is not enough
    assert code == 0 and passed is None and "Makefile" in said, said
    code, said, passed, _ = run(repo)
    assert passed == git(repo, "rev-parse", "HEAD^{tree}") != tree, said


with tempfile.TemporaryDirectory() as folder:
    claims(pathlib.Path(folder), pathlib.Path(sys.argv[1]))
print("ci_run: ok")
