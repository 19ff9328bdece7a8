// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs.h"

#include <array>

namespace attune {

namespace {

constexpr Flag kJson{"json", Takes::nothing, "",
                     "Write one JSON document to standard output; talk goes to standard error."};
constexpr Flag kThreads{"threads", Takes::words, "N",
                        "Threads to use; the output does not depend on it (default: all cores)."};
constexpr Flag kSeed{"seed", Takes::words, "N",
                     "Seed of everything that is drawn by chance (default: 1)."};
constexpr Flag kMap{
    "map", Takes::input, "FIELD=COLUMN,…",
    "Which column holds what (text=body,time=created_at,…); text=q3+q7 reads two questions; a file "
    "made by --save-map also does."};
constexpr Flag kRejects{"rejects", Takes::spare, "PATH",
                        "Where rows that could not be read go (default: FILE.rejects.csv)."};
constexpr Flag kShowPersonal{"show-pii", Takes::nothing, "",
                             "Show personal data in quotes instead of [email] and the like."};
constexpr Flag kModels{"models", Takes::input, "DIR",
                       "Where the models lie (default: beside the program)."};

constexpr std::array kExplainFlags = {
    kJson,
    Flag{"html", Takes::output, "PATH", "Write the whole report as one self-contained page."},
    Flag{"md", Takes::output, "PATH", "Write a summary in Markdown, to paste."},
    Flag{"csv", Takes::output, "PATH",
         "Write your own rows back with sentiment, theme, need and cause added."},
    kMap,
    Flag{"save-map", Takes::output, "PATH", "Save the column mapping that was used, for --map."},
    Flag{"dry-run", Takes::nothing, "", "Show ten records as they would be read, and stop."},
    Flag{"where", Takes::words, "FIELD=VALUE",
         "Keep only records with this value (brand=X, or any column); may be repeated.", true},
    Flag{"since", Takes::words, "DATE", "Keep only records from this day on (2026-03-01)."},
    Flag{"by", Takes::words, "COLUMN",
         "Compare groups of people side by side: brand, channel, or any column."},
    Flag{"compare-with", Takes::input, "OLD.json",
         "Say what got better, got worse, is new or was solved since an earlier explain --json."},
    Flag{"top", Takes::words, "N", "Problems, needs and praise shown, each at most (default: 8)."},
    kShowPersonal,
    kRejects,
    kThreads,
    kSeed,
    kModels};

constexpr std::array kUnderstandFlags = {
    Flag{"json", Takes::nothing, "", "Accepted for symmetry: the output is always JSON Lines."},
    kMap,
    kRejects,
    kThreads,
    kSeed,
    kModels};

constexpr std::array kThemesFlags = {
    kJson,
    Flag{"k", Takes::words, "N",
         "At most this many themes, parents not counted (default: as many as the texts show)."},
    Flag{"unit", Takes::words, "clause|message",
         "What is themed: each clause (default), or each message as a whole."},
    Flag{"previous", Takes::input, "OLD.json",
         "What an earlier run wrote with --json: themes keep their ids and names, and what was "
         "born, split, merged or retired is told."},
    Flag{"edit", Takes::input, "EDITS.yaml",
         "Rename, merge, split and pin themes; it sticks over later runs with --previous "
         "(docs/themes.md)."},
    kMap,
    kShowPersonal,
    kRejects,
    kThreads,
    kSeed,
    kModels};

constexpr std::array kLintFlags = {
    Flag{"format", Takes::words, "FORMAT", "text (default), json, sarif, rdjson, github or junit."},
    Flag{"json", Takes::nothing, "", "The same as --format json."},
    Flag{"select", Takes::words, "RULE,…",
         "Only these rules, each an id or the kind that it begins with, or all; also those that "
         "are off. This and --ignore overrule .attune.yaml; may be repeated.",
         true},
    Flag{"ignore", Takes::words, "RULE,…",
         "Not these rules. Where both fit a rule, the longer name decides; may be repeated.", true},
    Flag{"min-severity", Takes::words, "LEVEL",
         "Only findings of this weight or more: suggestion, warning or error."},
    Flag{"diff", Takes::words, "REV",
         "Only findings on lines added or changed since this git revision (HEAD, origin/main); "
         "files that git does not know yet are new, what it ignores is left out."},
    Flag{"fix", Takes::nothing, "",
         "Delete from the files the stock sentences that only hurry (--rules-page says which), "
         "where nothing is lost; tell what is left."},
    Flag{"statistics", Takes::nothing, "",
         "Instead of findings, how many each rule has; text or JSON."},
    Flag{"exit-zero", Takes::nothing, "", "Status 0 also where something was found."},
    Flag{"facts", Takes::input, "FILE",
         "What is true (offer_ends, stock, sources …): clears findings, or "
         "confirms them as errors."},
    Flag{"at", Takes::words, "DATE",
         "The day on which facts are judged (2026-03-01); today (UTC) by default."},
    Flag{"lines", Takes::stream, "FILE",
         "Check one text per line of JSON Lines (text, id, context, recipient); "
         "the answer is JSON Lines."},
    Flag{"config", Takes::input, "FILE", "Instead of the nearest .attune.yaml above each file."},
    Flag{"baseline", Takes::renewable, "FILE", "Leave out the findings listed there."},
    Flag{"write-baseline", Takes::output, "PATH", "List all findings there and report none."},
    Flag{"stdin-filename", Takes::words, "NAME",
         "What standard input (-) is taken for: markup and configuration."},
    Flag{"lsp", Takes::nothing, "",
         "Serve an editor on standard input and output (docs/editors.md): findings while you "
         "write."},
    Flag{"stdio", Takes::nothing, "", "Accepted with --lsp, since some editors add it."},
    Flag{"rule", Takes::words, "ID", "Explain a rule, or all rules of a kind, and stop."},
    Flag{"rules-page", Takes::nothing, "",
         "Print the page of all rules (docs/rules.md; share/attune/docs/rules.md), and stop."},
    Flag{"rules-url", Takes::words, "ADDRESS",
         "Where you publish that page, for links in outputs (.attune.yaml: rules_url); without it "
         "there are none."},
    kThreads,
    kModels};

constexpr std::array kTrainFlags = {
    Flag{"data", Takes::renewable, "DIR", "Where the data sets lie; may be repeated.", true},
    Flag{"out", Takes::output, "PATH", "Where the model goes."}, kThreads,
    Flag{kModels.name, Takes::renewable, kModels.value, kModels.help}};

constexpr std::array kEvalFlags = {
    Flag{"by", Takes::words, "FIELD",
         "Also how often each group of records is read wrongly, by their FIELD: community, app."},
    kJson, kSeed, kModels};

constexpr std::array kBenchFlags = {
    Flag{"signature", Takes::nothing, "", "One hash a room, and one of all."},
    Flag{"show", Takes::words, "ROOM", "Instead of the hashes, the bytes behind that room's."},
    kThreads, kModels};

constexpr std::array kVerbs = {
    Verb{"explain", "FILE…", "From a feedback file to the one or two problems worth solving.",
         "Reads CSV, TSV, JSON Lines or plain lines (also .gz, also - for standard input), finds "
         "the columns by itself, "
         "and says which problems reach the most people and hurt the most, how people feel about "
         "them, why they say "
         "they do, whether it grows, what they ask for, what they praise, and what to ask next. "
         "Every number opens "
         "the sentences behind it.",
         "attune explain reviews.csv --html report.html", kExplainFlags, run_explain},
    Verb{
        "understand", "[FILE…|-]",
        "Reads each message: feelings, clauses, causes, needs, care, personal data.",
        "Writes one JSON reading a line, in input order. A reading is a pure function of the text "
        "and the model, so "
        "it can run as a filter in any pipeline. Offsets are bytes into the UTF-8 text. Words that "
        "are not the writer's (quoted mail, a signature, tags) are not read; left_out says where "
        "they stand.",
        "echo 'I waited an hour because nobody knew' | attune understand -", kUnderstandFlags,
        run_understand},
    Verb{"themes", "FILE…", "Discovers what many people say, without being told the topics.",
         "Groups clauses (or whole messages) into themes named in customers' own words. Every text "
         "has a theme or a "
         "stated reason why it has none.",
         "attune themes tickets.jsonl --unit message --k 20", kThemesFlags, run_themes},
    Verb{"lint", "FILE…",
         "Checks what you send: words that press, deceive, shame, intrude or sound deaf.",
         "Reads plain text, Markdown, HTML, templates (Liquid, Jinja, Handlebars, Mustache, ERB) "
         "and "
         "files of texts (JSON, YAML, gettext, CSV), or a folder of them; what is not read, or not "
         "in English, is counted and named (docs/copy-files.md). Each finding names the words, why "
         "they hurt, which fact would clear them "
         "and a better wording. A comment `<!-- attune-disable RULE -- reason -->` switches a rule "
         "off from its line on; .attune.yaml does it for a team. Exit status 1 if a warning or an "
         "error was found.",
         "attune lint mails/ --facts facts.yaml", kLintFlags, run_lint},
    Verb{"eval", "TASK FILE", "Judges the readings against labels that people gave.",
         "Prints the figure with a bootstrap interval and the best answer that ignores the text "
         "beside it. Tasks: "
         "goemotions (records with `labels`), sentiment (`sentiment`), valence (`rating`: 1 and 2 "
         "against 4 and 5), "
         "suggestion and complaint (`label` 0 or 1), politeness (`label` polite or impolite), "
         "kinds (`kinds`), feelings (`felt`, in four groups), care (`care`), because (`because`: "
         "words of the text, or null), aspects "
         "(`aspect_terms`), pii (`spans`), language (`lang`); swaps (train/swaps.jsonl): does a "
         "head move when only the writer is another; and names, which needs no labels: "
         "does a "
         "held-out text match the name of its theme better than other names? And copy "
         "(`manipulative` "
         "0 or 1, `kind`; several files at once): how often lint is right, by rule with --json.",
         "attune eval kinds train/sentences/test-customers.jsonl", kEvalFlags, run_eval},
    Verb{"train", "RECIPE", "Trains a model from a recipe: the same bytes each time.",
         "Files that the recipe names are looked for in the --data folders, then beside the recipe "
         "and in its folder "
         "`sentences`. train/SOURCES.md says where they come from.",
         "attune train train/heads.json --data data --out heads.model", kTrainFlags, run_train},
    Verb{"bench", "", "Says in one hash whether attune still does what it did.",
         "Reads a small fixed corpus through every room, at the top of attune's source "
         "(tests/signature/README.md says more). The first line that differs from "
         "tests/signature/signature.txt names the room where the difference begins.",
         "attune bench --signature", kBenchFlags, run_bench},
};

}  // namespace

std::span<const Verb> verbs() {
  return kVerbs;
}

}  // namespace attune
