#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Neovim with `attune lint --lsp`, set up by the lines of docs/editors.md: a finding is shown while somebody types, the comment that
switches it off makes it go, and Neovim leaves in order. Ends with 77 (skipped) where it is not installed.

Usage: check_neovim.py ATTUNE SOURCE_DIR"""
import os, pathlib, re, shutil, subprocess, sys, tempfile

SCRIPT = r"""
local function fail(words)
  io.stderr:write("FAILED " .. words .. "\n")
  vim.cmd("cquit 1")
end

local function wait(what, done)
  if not vim.wait(60000, done, 20) then
    fail(what .. "; shown: " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

vim.cmd("filetype on")
vim.cmd("edit mail.md")
wait("attune is started for a file of Markdown", function() return next(vim.lsp.buf_get_clients(0)) end)
local client = next(vim.lsp.buf_get_clients(0))
local left
vim.lsp.get_client_by_id(client).config.on_exit = function(code) left = code end

vim.api.nvim_buf_set_lines(0, 1, 2, false, { "Größe 😀 Act now!" })
wait("what is typed is checked", function() return #vim.diagnostic.get(0) == 1 end)
local found = vim.diagnostic.get(0)[1]
local words = vim.api.nvim_buf_get_text(0, found.lnum, found.col, found.end_lnum, found.end_col, {})
if words[1] ~= "Act now" or found.code ~= "false-urgency-hurry" or found.source ~= "attune" then
  fail("the quoted words alone are marked: " .. vim.inspect({ words, found }))
end

vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {} }
local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000)
vim.lsp.util.apply_workspace_edit(answers[client].result[1].edit, "utf-16")
wait("a rule that is switched off is silent", function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd("write")

vim.lsp.stop_client(client)
wait("it leaves in order", function() return left ~= nil end)
if left ~= 0 then fail("it leaves in order, but with " .. left) end
vim.cmd("qall!")
"""

if not shutil.which("nvim"):
    print("neovim: skipped, it is not installed (tools/setup editors)")
    sys.exit(77)
with tempfile.TemporaryDirectory() as home:
    folder = pathlib.Path(home, "my mails é")
    folder.mkdir()
    (folder / "mail.md").write_text("Good day.\n\nBye.\n")
    setup = re.findall(r"```lua\n(.*?)```", pathlib.Path(sys.argv[2], "docs/editors.md").read_text(), re.DOTALL)
    (folder / "check.lua").write_text(setup[1] + SCRIPT)
    environment = {**os.environ, "PATH": os.path.dirname(os.path.abspath(sys.argv[1])) + ":" + os.environ["PATH"], "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home,
                   "XDG_DATA_HOME": home, "XDG_STATE_HOME": home, "LC_ALL": "C.UTF-8"}
    run = subprocess.run(["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile check.lua", "-c", "cquit 2"],
                         cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    wanted = "Good day.\nGröße 😀 Act now! <!-- attune-disable-line false-urgency-hurry -- say why it is right here -->\nBye.\n"
    text = (folder / "mail.md").read_text()
    if run.returncode or text != wanted:
        sys.exit(f"Neovim ended with {run.returncode}, the file holds {text!r}\n{run.stderr}")
print("neovim: ok")
