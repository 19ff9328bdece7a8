// SPDX-License-Identifier: Apache-2.0
#include "lint/document.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "base/random.h"
#include "lint/output/output.h"
#include "lint/prose/places.h"
#include "lint/slots.h"
#include "lint/suppress.h"
#include "text/utf8.h"

namespace attune {
namespace {

const Rules& shipped() {
  static const Rules rules = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  return rules;
}

std::vector<Finding> lint(std::string_view source, std::string_view name,
                          const LintConfig& config = {}, const Facts* facts = nullptr) {
  std::vector<Finding> found;
  LintSinks sinks;
  sinks.finding = [&](const Finding& finding) { found.push_back(finding); };
  LintState state;
  lint_document({source, name, markup_of(name)}, {shipped(), config, facts}, sinks, state);
  return found;
}

std::string words(std::string_view source, const Finding& finding) {
  return std::string(finding.span.of(source));
}

std::vector<std::string> blocks(std::string_view source, Markup markup) {
  std::vector<std::string> texts;
  cut_prose(source, markup, [&](const CopyBlock& block) { texts.push_back(block.text); });
  return texts;
}

TEST(Prose, MarkupCommentsAndCodeAreNotProse) {
  EXPECT_EQ(blocks("<p>Act <b>now</b></p><!-- hurry --><script>last chance</script>", Markup::html),
            (std::vector<std::string>{"Act now"}));
  EXPECT_EQ(blocks("# Act **now** [here](http://x.y)\n\n```\nhurry\n```\n`only 3 left` left",
                   Markup::markdown),
            (std::vector<std::string>{" Act **now** [here\n", " left"}));
}

TEST(Prose, PlaceholdersAreNotProseButRemembered) {
  CopyBlock kept;
  cut_prose("Hi {{ user.first_name | upcase }}, {% if x %}*|CITY|*{% endif %} {{! hurry }}",
            Markup::plain, [&](const CopyBlock& block) { kept = block; });
  EXPECT_EQ(kept.text, "Hi \uFFFC, \uFFFC ");
  ASSERT_EQ(kept.slots.size(), 2U);
  EXPECT_EQ(kept.slots[0].path, "user.first_name");
  EXPECT_EQ(kept.slots[1].path, "CITY");
}

/// The slow twin is a finder that remembers nothing: a new one for each place.
TEST(Prose, WhatAFinderOfPlaceholdersRemembersChangesNothing) {
  const std::string_view pieces[] = {"<%", "%>", "{{", "}}", "{",  "}",   "{{!--", "--}}", "*|",
                                     "|*", "[[", "]]", "${", "%%", "a.b", " ",     "x",    "<%= y"};
  Random random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t length = 1 + random.below(600);  // Over and under the reach of one.
    while (text.size() < length) text += pieces[random.below(round % 2 == 0 ? 18 : 5)];
    PlaceholderFinder finder(text);
    for (std::size_t at = 0; at < text.size(); at += 1 + random.below(3)) {
      const Placeholder quick = finder.at(at);
      const Placeholder slow = PlaceholderFinder(text).at(at);
      ASSERT_EQ(quick.length, slow.length) << at << " in " << text;
      ASSERT_EQ(quick.path, slow.path) << at << " in " << text;
    }
    const std::size_t back = random.below(text.size());
    EXPECT_EQ(finder.at(back).length, PlaceholderFinder(text).at(back).length);
  }
}

TEST(Prose, TemplatesAreReadByWhatTheyMake) {
  EXPECT_EQ(markup_of("mail.html.liquid"), Markup::html);
  EXPECT_EQ(markup_of("mail.md.j2"), Markup::markdown);
  EXPECT_EQ(markup_of("mail.txt.hbs"), Markup::plain);
  EXPECT_EQ(markup_of("dir.md/mail.liquid"), Markup::html);
}

TEST(Prose, NoBlockIsLongAndNoByteIsLost) {
  const std::string line(100000, 'x');
  std::size_t bytes = 0;
  cut_prose(line, Markup::plain, [&](const CopyBlock& block) {
    bytes += block.text.size();
    EXPECT_LE(block.text.size(), 8192U);
  });
  EXPECT_EQ(bytes, line.size());
}

TEST(Document, PlacesAreRightAcrossEntitiesTagsAndEmoji) {
  const std::string source =
      "<p>\xF0\x9F\x98\x80 e\xCC\x81 Don&rsquo;t <i>miss</i> out</p>\r\n<p>Act now</p>";
  const auto found = lint(source, "a.html");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(words(source, found[0]), "Don&rsquo;t <i>miss</i> out");
  EXPECT_EQ(found[0].line, 1U);
  EXPECT_EQ(found[0].column, 10U);  // <p> + two UTF-16 units + space + e + accent + space
  EXPECT_EQ(found[1].line, 2U);
  EXPECT_EQ(found[1].column, 4U);
  EXPECT_EQ(found[0].message.substr(0, 21), "\"Don\u2019t miss out\" pl");
}

TEST(Document, LinesEndAtLfCrLfAndCr) {
  PlaceFinder places("a\rb\r\nc\nd");
  EXPECT_EQ(places.at(2).line, 2U);
  EXPECT_EQ(places.at(5).line, 3U);
  EXPECT_EQ(places.at(7).line, 4U);
  EXPECT_EQ(places.at(2).line, 2U);
  EXPECT_EQ(places.at(7).column, 1U);
}

TEST(Document, CommentsSwitchRulesOff) {
  const char* bad = "Act now\n";
  const auto quiet = [&](const std::string& source, const char* name) {
    return lint(source, name).empty();
  };
  EXPECT_FALSE(quiet(bad, "a.md"));
  EXPECT_TRUE(quiet("<!-- attune-disable false-urgency -- agreed -->\nAct now", "a.md"));
  EXPECT_TRUE(quiet("{# attune-disable false-urgency-hurry -- x #}\nAct now", "a.html"));
  EXPECT_TRUE(quiet("{{!-- attune-disable -- x --}}<p>Act now</p>", "a.hbs"));
  EXPECT_TRUE(quiet("<p>Act now</p> <!-- attune-disable-line false-urgency -- x -->", "a.html"));
  EXPECT_TRUE(quiet("[//]: # (attune-disable-next-line false-urgency -- x)\nAct now", "a.md"));
  EXPECT_FALSE(quiet("<!-- attune-disable guilt -->\nAct now", "a.md"));
  EXPECT_FALSE(
      quiet("<!-- attune-disable false-urgency -->\n\nAct now\n\n"
            "<!-- attune-enable false-urgency -->\n\nAct now",
            "a.md"));
}

/// "rule/words" of each finding of the comments.
std::vector<std::string> faults(const std::string& source, const std::string& name = "a.md") {
  std::vector<std::string> all;
  for (const Finding& one : lint(source, name)) {
    if (one.rule.starts_with("suppression-"))
      all.push_back(std::string(one.rule.substr(12)) + "/" + std::string(one.span.of(source)));
  }
  return all;
}

TEST(Document, ACommentSaysWhyAndSwitchesSomethingOff) {
  using All = std::vector<std::string>;
  EXPECT_EQ(faults("<!-- attune-disable false-urgency -- agreed -->\nAct now"), All{});
  EXPECT_EQ(faults("<!-- attune-disable false-urgency -->\nAct now"),
            All{"without-reason/attune-disable false-urgency"});
  EXPECT_EQ(faults("{{!-- attune-disable --}}\nAct now", "a.hbs"),
            All{"without-reason/attune-disable"});
  EXPECT_EQ(faults("<!-- attune-disable guilt -- agreed -->\nAct now"), All{"unused/guilt"});
  EXPECT_EQ(faults("<!-- attune-disable -- agreed -->\nGood morning."),
            All{"unused/attune-disable"});
  EXPECT_EQ(faults("<!-- attune-disable false-urgency, guilt -- agreed -->\nAct now"),
            All{"unused/guilt"});
  EXPECT_EQ(faults("Act now <!-- attune-disable-line false-urgency -- agreed -->"), All{});
  EXPECT_EQ(faults("Act now\n<!-- attune-disable-line false-urgency -- agreed -->"),
            All{"unused/false-urgency"});
  EXPECT_EQ(faults("<!-- attune-disable gilt -- agreed -->\n<!-- attune-enable gilt -->"),
            (All{"unknown/gilt", "unknown/gilt"}));
  EXPECT_EQ(faults("<!-- attune-disable false-urgency -- agreed -->\nAct now\n"
                   "<!-- attune-enable false-urgency -->"),
            All{});
}

TEST(Document, ACommentOfAllDoesNotHideWhatIsWrongWithIt) {
  EXPECT_EQ(faults("<!-- attune-disable all -->\nAct now"),
            std::vector<std::string>{"without-reason/attune-disable all"});
}

TEST(Document, CodeOfMarkdownHoldsNoComments) {
  EXPECT_TRUE(faults("Write `attune-disable gilt` there.").empty());
  EXPECT_TRUE(faults("```\n<!-- attune-disable gilt -->\n```\n").empty());
  EXPECT_FALSE(faults("```\nx\n```\n<!-- attune-disable gilt -->\n").empty());
  EXPECT_FALSE(lint("`attune-disable all`\n\nAct now", "a.md").empty());
}

TEST(Document, ARunOfSomeRulesDoesNotCallACommentUseless) {
  const std::string source = "<!-- attune-disable guilt -- agreed -->\nAct now";
  const auto selection =
      Selection::make({{"false-urgency"}, {}, Severity::suggestion}, shipped().book());
  const LintConfig config;
  LintContext context{shipped(), config};
  context.selection = &*selection;
  std::size_t found = 0;
  LintSinks sinks;
  sinks.finding = [&](const Finding& one) {
    ++found;
    EXPECT_EQ(one.rule, "false-urgency-hurry");
  };
  LintState state;
  lint_document({source, "a.md", Markup::markdown}, context, sinks, state);
  EXPECT_EQ(found, 1U);
}

TEST(Document, ATeamsChoicesHold) {
  const auto config =
      read_config("rules: {false-urgency: off, scarcity: error}\nallow: [Act now]\n");
  ASSERT_TRUE(config.has_value());
  EXPECT_TRUE(lint("Hurry! Don't miss out.", "a.txt", *config).empty());
  const auto found = lint("Only 3 left!", "a.txt", *config);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::error);
}

TEST(Config, GlobsStayInFoldersUnlessDoubled) {
  EXPECT_TRUE(glob_matches("mails/*.html", "mails/a.html"));
  EXPECT_FALSE(glob_matches("mails/*.html", "mails/x/a.html"));
  EXPECT_TRUE(glob_matches("mails/**/*.html", "mails/x/y/a.html"));
  EXPECT_TRUE(glob_matches("**", "a/b"));
  EXPECT_FALSE(glob_matches("a?c", "a/c"));
}

std::string refusal(const std::string& yaml) {
  const auto config = read_config(yaml);
  if (!config) return config.error().message;
  const auto known = check_rules(*config, shipped().book());
  return known ? "" : known.error().message;
}

TEST(Config, UnknownNamesAreToldWithTheOneThatWasMeant) {
  EXPECT_EQ(refusal("allow: x\nrulez: {}"),
            "line 2: unknown key \"rulez\"; did you mean \"rules\"?");
  EXPECT_EQ(
      refusal("weather: fine"),
      "line 1: unknown key \"weather\"; known are rules, allow, attributes, paths, ignore, copy, "
      "facts, baseline, rules_url");
  EXPECT_EQ(refusal("attributes: {customer.name: {sources: form}}"),
            "attributes: customer.name: line 1: unknown key \"sources\"; did you mean \"source\"?");
  EXPECT_EQ(refusal("paths: {a: {rule: {}}}"),
            "paths: a: line 1: unknown key \"rule\"; did you mean \"rules\"?");
  EXPECT_EQ(refusal("rules: {gilt: off}"),
            "rules: there is no rule \"gilt\"; did you mean \"guilt\"?");
  EXPECT_EQ(refusal("paths: {a: {rules: {guilt-dept: off}}}"),
            "paths: a: rules: there is no rule \"guilt-dept\"; did you mean \"guilt-debt\"?");
  EXPECT_EQ(refusal("rules: {all: off, guilt: error, guilt-debt: off}"), "");
}

TEST(Config, RefusesValuesThatItWouldNotUse) {
  for (const char* yaml :
       {"rules: {guilt: loud}", "rules: [guilt]", "rules: {guilt: [off]}", "rules: [", "- rules",
        "allow: {a: b}", "allow: [[a]]", "attributes: [a]", "attributes: {a: form}",
        "attributes: {a: {sensitive: perhaps}}", "paths: [a]", "paths: {a: on}",
        "paths: {a: {ignore: perhaps}}", "ignore: {a: b}", "facts: [a]", "facts: {[a]: b}",
        "baseline: {a: b}", "rules_url: docs"})
    EXPECT_NE(refusal(yaml), "") << yaml;
  for (const char* yaml :
       {"", "rules: {guilt: off}", "allow: a", "allow: [a, b]", "attributes:", "attributes: {a: }",
        "attributes: {a: {source: form, sensitive: yes}}", "paths: {a: off, b: {ignore: true}}",
        "ignore: [a, b]", "facts: f.yaml", "facts: {stock: 3}", "baseline: b.txt"})
    EXPECT_EQ(refusal(yaml), "") << yaml;
}

/// What a file is for is told by its other passages; one that sells is not excused by them.
TEST(Purpose, DeadlinesOfTransactionalMailAreNews) {
  const std::string deadline = "<p>Last chance: the final hours.</p>";
  const auto found = [&](const std::string& before, const std::string& after = "") {
    return lint(before + deadline + after, "mail.html").size();
  };
  EXPECT_GT(found(""), 0U);
  EXPECT_EQ(found("<p>Your trial ends on Friday.</p>"), 0U);
  EXPECT_EQ(found("", "<p>You are receiving this email because you have an account.</p>"), 0U);
  EXPECT_GT(found("<p>Your trial ends.</p>", "<p>Buy premium. Every deal is on sale.</p>"), 0U);
  EXPECT_GT(lint("<p>Your order is reserved for 09:45 minutes!</p>", "mail.html").size(), 0U);
}

TEST(Purpose, ACharacterAtTheEndOfItsReachIsNotCut) {
  for (std::size_t fill = 32760; fill < 32770; ++fill) {
    const std::string source =
        "Last chance to save! " + std::string(fill - 21, ' ') + "\u2026\u2026";
    EXPECT_EQ(lint(source, "a.txt").size(), 1U) << fill;
  }
}

/// The model by itself is heard where a team asks for it by the rule's name, and then suggests.
TEST(Document, TheModelAloneIsOffUntilItIsAskedFor) {
  const ManipulationModel model = [](std::string_view) {
    CopyReading reading;
    reading.manipulation_p = 0.97F;
    reading.kinds[4] = 0.9F;  // guilt
    return reading;
  };
  const auto found = [&](const char* yaml) {
    const auto config = read_config(yaml);
    std::vector<Finding> all;
    LintSinks sinks;
    sinks.finding = [&](const Finding& finding) { all.push_back(finding); };
    LintState state;
    LintContext context{shipped(), *config, nullptr, &model};
    context.eager = true;
    lint_document({"The kettle on our shelf is made of plain steel.", "a.txt"}, context, sinks,
                  state);
    return all;
  };
  EXPECT_TRUE(found("").empty());
  EXPECT_TRUE(found("rules: {guilt: error}").empty());
  EXPECT_TRUE(found("rules: {guilt-prose: suggestion, guilt: off}").empty());
  const auto asked = found("rules: {guilt-prose: suggestion}");
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(asked[0].rule, "guilt-prose");
  EXPECT_EQ(asked[0].severity, Severity::suggestion);
}

TEST(Slots, APersonalOneMustBeDeclaredInFull) {
  const auto config = read_config(
      "attributes:\n  user.name: {source: form, purpose: greet, consent: contract}\n"
      "  user.city: {source: form}\n  user.mood: {source: inferred, purpose: x, consent: y}\n");
  ASSERT_TRUE(config.has_value());
  const auto rules = [&](const char* source) {
    std::vector<std::string> names;
    for (const Finding& finding : lint(source, "a.html", *config)) names.emplace_back(finding.rule);
    return names;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(rules("<p>Hi {{ user.name }}, {{ shop.url }}</p>"), Names{});
  EXPECT_EQ(rules("<p>{{ user.age }}</p>"), Names{"invasive-slot-undeclared"});
  EXPECT_EQ(rules("<p>{{ user.city }}</p>"), Names{"invasive-slot-incomplete"});
  EXPECT_EQ(rules("<p>{{ user.mood }}</p>"), Names{"invasive-slot-covert"});
}

TEST(Slots, WithoutDeclarationsTheSensitiveAndTheManyAreFound) {
  EXPECT_EQ(lint("Hi {{ first_name }} of {{ city }}", "a.txt").size(), 0U);
  EXPECT_EQ(lint("{{ user.income }}", "a.txt").size(), 1U);
  const auto many = lint("{{ user.town }} {{ user.age }} {{ user.employer }}", "a.txt");
  ASSERT_EQ(many.size(), 1U);
  EXPECT_EQ(many[0].rule, "invasive-slot-many");
}

/// A slot is judged by what it reveals and of whom.
TEST(Slots, WhatTellsOfNobodyIsLeftAlone) {
  for (const char* source :
       {"{{ card_brand }} ending in {{ credit_card_last_four }}", "{{ endpoint.disabled_reason }}",
        "{{ 'customer.health.title' | t }}", "{{t 'user.gender'}}", "<%= t('user.mood.sad') %>",
        "{{ i18n.user.income }}", "{{ parcel.weight }}", "{{ event.location }}", "{children}",
        "{{ user.first_name }} {{ user.last_name }} {{ user.email }} {{ user.phone }}",
        "{{ store_credit }}", "{{ race.results }}", "{{ product.gender }}",
        "New sign-in to your account from {{ user.device }} in {{ user.location }}.",
        "{{ customer.location_url }}", "{{ user.debt_id }}"}) {
    for (const Finding& finding : lint(source, "a.html")) ADD_FAILURE() << finding.rule << source;
  }
  for (const char* source :
       {"Since {{ user.pregnancy_week }}", "{{ customer.diagnosis }}", "{{ churn_risk }}",
        "We saw your {{ user.device }}", "Spring in {{ customer.location }}",
        "{{ profile.weight }}", "{{ contact.ethnicity }}", "{{ credit_score }}"}) {
    EXPECT_EQ(lint(source, "a.html").size(), 1U) << source;
  }
}

std::string written(LintFormat format, const std::string& source, const char* name) {
  std::string all;
  const auto writer =
      make_writer(format, false, shipped().book(), [&](std::string_view piece) { all += piece; });
  LintTotals totals;
  totals.files = 1;
  for (const Finding& finding : lint(source, name)) {
    totals.count(finding.severity);
    writer->add(finding, source);
  }
  writer->finish(totals);
  return all;
}

/// The parts of the SARIF 2.1.0 schema that consumers depend on.
TEST(Output, SarifHasWhatItsSchemaRequires) {
  const std::string source = "Act now\n\nAct now, only 3 left!\n";
  const auto sarif = nlohmann::json::parse(written(LintFormat::sarif, source, "a b.txt"));
  EXPECT_EQ(sarif.at("version"), "2.1.0");
  const auto& run = sarif.at("runs").at(0);
  EXPECT_EQ(run.at("columnKind"), "utf16CodeUnits");
  const auto& rules = run.at("tool").at("driver").at("rules");
  std::set<std::string> prints;
  for (const auto& result : run.at("results")) {
    EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
    const std::string level = result.at("level");
    EXPECT_TRUE(level == "note" || level == "warning" || level == "error");
    EXPECT_TRUE(result.at("message").at("text").is_string());
    const auto& place = result.at("locations").at(0).at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri"), "a%20b.txt");
    const auto& region = place.at("region");
    EXPECT_GE(region.at("startLine").get<int>(), 1);
    EXPECT_GE(region.at("startColumn").get<int>(), 1);
    EXPECT_GT(region.at("endColumn").get<int>(), region.at("startColumn").get<int>());
    prints.insert(result.at("partialFingerprints").at("attune/v1").get<std::string>());
  }
  EXPECT_EQ(prints.size(), run.at("results").size());
  EXPECT_EQ(run.at("results").size(), 3U);
}

TEST(Output, RdjsonHasWhatReviewdogReads) {
  const auto json = nlohmann::json::parse(written(LintFormat::rdjson, "\u00E9 Act now", "a.txt"));
  const auto& one = json.at("diagnostics").at(0);
  EXPECT_EQ(one.at("severity"), "WARNING");
  EXPECT_EQ(one.at("location").at("path"), "a.txt");
  EXPECT_EQ(one.at("location").at("range").at("start").at("column"), 4);  // bytes
  EXPECT_EQ(one.at("location").at("range").at("end").at("column"), 11);
}

TEST(Output, GithubEscapesAndPutsTheGravestFirst) {
  const std::string out = written(LintFormat::github, "Experts agree.\nAct now", "a,b:c%.txt");
  EXPECT_EQ(out.find("::warning file=a%2Cb%3Ac%25.txt,line=1,col=1,"), 0U);
}

TEST(Output, NamesOfFilesAreDataInEveryFormat) {
  for (const LintFormat format : {LintFormat::text, LintFormat::json, LintFormat::sarif,
                                  LintFormat::rdjson, LintFormat::github}) {
    const std::string out = written(format, "Act now", "x\x1b[31m\x9b\u202E.md");
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << static_cast<int>(format);
  }
}

TEST(Output, GithubShowsTenAndSaysHowManyMore) {
  std::string source = "Hurry: it ends on 3 May.\n\n";
  for (int i = 0; i < 13; ++i) source += "Act now\n\n";
  const std::string out = written(LintFormat::github, source, "a.txt");
  std::size_t shown = 0;
  for (std::size_t at = out.find("::warning"); at != std::string::npos;
       at = out.find("::warning", at + 1)) {
    ++shown;
  }
  EXPECT_EQ(shown, 10U);
  EXPECT_EQ(out.find("::notice"), std::string::npos);
  EXPECT_NE(out.find("attune: 4 more"), std::string::npos) << out;
}

TEST(Output, TextFitsIntoEightyColumns) {
  std::string source = "Only 3 left at this price, ";
  for (int i = 0; i < 40; ++i) source += "and act now, or do not wait one more minute, my friend, ";
  const std::string out = written(LintFormat::text, source, "a.txt");
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = std::min(out.find('\n', at), out.size());
    std::size_t columns = 0;
    for (std::size_t i = at; i < end; ++i) columns += at_character(out, i) ? 1 : 0;
    EXPECT_LE(columns, 80U) << out.substr(at, end - at);
    at = end + 1;
  }
}

TEST(Output, WordsThatTurnTheDirectionAreMadeHarmless) {
  const std::string out = written(LintFormat::text, "\u202E Act now \u2066", "a.txt");
  EXPECT_EQ(out.find("\u202E"), std::string::npos);
  EXPECT_EQ(out.find("\u2066"), std::string::npos);
}

TEST(Output, TextStripsControlsAndUnderlinesByWidth) {
  const std::string out = written(LintFormat::text, "\x1b[31m\xF0\x9F\x98\x80 Act now", "a.txt");
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_NE(out.find("\n          ^^^^^^^\n"), std::string::npos) << out;
}

TEST(Output, ShownWordsAreShortAndClean) {
  EXPECT_EQ(shown("a\n\x07  b\xFF"), "a b\uFFFD");
  EXPECT_LE(shown(std::string(500, 'x')).size(), 90U);
}

}  // namespace
}  // namespace attune
