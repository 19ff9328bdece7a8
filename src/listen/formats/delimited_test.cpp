// SPDX-License-Identifier: Apache-2.0
#include "listen/formats/delimited.h"

#include <csv.h>

#include "base/random.h"
#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::hear;
using testing::Heard;
using testing::Texts;

using Rows = std::vector<std::vector<std::string>>;

Rows read_rows(std::string_view text, char delimiter = ',') {
  Window window(text);
  DelimitedReader reader(window, {.delimiter = delimiter}, {});
  Rows rows;
  while (const Record* record = reader.next().value()) {
    auto& row = rows.emplace_back();
    for (const Cell& cell : record->cells) row.emplace_back(cell.bytes);
  }
  return rows;
}

/// The slow twin: libcsv, told to keep the blanks that it would strip.
Rows judge_rows(const std::string& text, char delimiter) {
  struct State {
    Rows rows;
    std::vector<std::string> row;
  } state;
  csv_parser parser{};
  csv_init(&parser, 0);
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  csv_set_space_func(&parser, [](unsigned char) { return 0; });
  const auto cell = [](void* bytes, std::size_t size, void* to) {
    static_cast<State*>(to)->row.emplace_back(static_cast<const char*>(bytes), size);
  };
  const auto row = [](int, void* to) {
    auto* it = static_cast<State*>(to);
    it->rows.push_back(std::move(it->row));
    it->row.clear();
  };
  csv_parse(&parser, text.data(), text.size(), cell, row, &state);
  csv_fini(&parser, cell, row, &state);
  csv_free(&parser);
  return state.rows;
}

/// A random row as a careful program would write it, some cells quoted without need.
std::string random_row(Random& random, char delimiter) {
  constexpr std::string_view kAlphabet = "ab ,;\t|\"\n'xé";
  std::string row;
  const std::uint64_t cells = 2 + random.below(4);
  for (std::uint64_t c = 0; c < cells; ++c) {
    std::string cell = "w";
    for (std::uint64_t n = random.below(9); n > 0; --n) cell += kAlphabet[random.below(11)];
    const bool needs = cell.find_first_of(std::string("\"\n") + delimiter) != std::string::npos;
    if (c > 0) row += delimiter;
    if (!needs && random.below(3) > 0) {
      row += cell;
      continue;
    }
    row += '"';
    for (const char letter : cell) row += letter == '"' ? "\"\"" : std::string(1, letter);
    row += '"';
  }
  return row + (random.below(2) == 0 ? "\n" : "\r\n");
}

TEST(Delimited, AgreesWithLibcsvOnWellFormedRows) {
  Random random(7);
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += random_row(random, delimiter);
    EXPECT_EQ(read_rows(text, delimiter), judge_rows(text, delimiter)) << delimiter;
  }
}

TEST(Delimited, QuotedCellsHoldLineEndsQuotesAndDelimiters) {
  const Heard got = hear("id,text\n1,\"line one\r\nline two, \"\"quoted\"\"\"\n2,plain\n");
  EXPECT_EQ(got.texts(), (Texts{"line one\r\nline two, \"quoted\"", "plain"}));
}

TEST(Delimited, AQuotedCellMayBePaddedWithBlanks) {
  EXPECT_EQ(read_rows("a, \"b, c\" ,d\n"), (Rows{{"a", "b, c", "d"}}));
}

TEST(Delimited, QuotesInsideAnUnquotedCellStand) {
  EXPECT_EQ(read_rows("5'11\" tall,x\n"), (Rows{{"5'11\" tall", "x"}}));
}

TEST(Delimited, UnescapedQuotesInsideAQuotedCellStand) {
  const Heard got = hear("id,text\n1,\"they said \"soon\" twice\"\n2,fine\n");
  EXPECT_EQ(got.texts(), (Texts{"they said \"soon\" twice", "fine"}));
}

TEST(Delimited, AQuoteThatIsNeverClosedRejectsItsLineAlone) {
  const Heard got = hear("id,text,x\n1,good,a\n2,\"open,b\n3,fine,c\n4,\"ok, too\",d\n5,end,e\n");
  EXPECT_EQ(got.texts(), (Texts{"good", "fine", "ok, too", "end"}));
  EXPECT_EQ(got.intake.rejected, 1U);
}

TEST(Delimited, AQuoteOpenUntilTheEndRejectsItsLineAlone) {
  const Heard got = hear("id,text\n1,\"open\n2,two\n3,three\n");
  EXPECT_EQ(got.texts(), (Texts{"two", "three"}));
  EXPECT_EQ(got.intake.rejected, 1U);
}

TEST(Delimited, AQuoteOpenBeyondTheLimitRejectsItsLineAlone) {
  ListenOptions options;
  options.limits.max_record_bytes = 200;
  std::string text = "id,text\n1,\"open\n";
  for (int i = 2; i < 100; ++i) text += std::to_string(i) + ",some words here\n";
  const Heard got = hear(text, options);
  EXPECT_EQ(got.intake.used, 98U);
  EXPECT_EQ(got.intake.rejected, 1U);
}

/// One record of a reader: its line, its fault, its cells.
std::string told(const Record& record, std::uint64_t lines_before) {
  std::string out = std::to_string(record.line + lines_before) + " " + record.fault;
  for (const Cell& cell : record.cells) out.append(" <").append(cell.bytes).append(">");
  return out;
}

/// The slow twin: a new reader, which remembers nothing, for each record.
std::vector<std::string> told_by_new_readers(std::string_view text, const Layout& layout) {
  std::vector<std::string> all;
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts.push_back(i + 1);
  }
  for (std::uint64_t line = 0; line < starts.size();) {
    Window window(text.substr(starts[line]));
    DelimitedReader reader(window, layout, {});
    const Record* record = reader.next().value();
    if (record == nullptr) break;
    all.push_back(told(*record, line));
    line += record->line;
    line += static_cast<std::uint64_t>(std::count(record->raw.begin(), record->raw.end(), '\n'));
  }
  return all;
}

TEST(Delimited, WhatIsRememberedOfOpenQuotesChangesNoRecord) {
  Random random(5);
  const Layout layout{.delimiter = ',', .columns = {"a", "b"}};
  constexpr std::array<std::string_view, 9> kBits = {"x", ",",       "\"",    "\n",  "\"\"",
                                                     "y", "x\",\"y", "\",\"", " \"w"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::uint64_t n = 1 + random.below(60); n > 0; --n) {
      text += kBits.at(random.below(kBits.size()));
    }
    Window window(text);
    DelimitedReader reader(window, layout, {});
    std::vector<std::string> all;
    while (const Record* record = reader.next().value()) all.push_back(told(*record, 0));
    EXPECT_EQ(all, told_by_new_readers(text, layout)) << text;
  }
}

TEST(Delimited, ARowThatEndsAQuoteAndBeginsOneIsNotReadAgainAndAgain) {
  // 4 MB: to run through the rest of the file from each line would take hours.
  std::string text = "id,text\n1,fine\n";
  for (int i = 0; i < 600'000; ++i) text += "x\",\"y\n";
  const Heard got = hear(text, {}, "a.csv");
  EXPECT_EQ(got.texts(), (Texts{"fine"}));
  EXPECT_EQ(got.intake.rejected, 600'000U);
}

TEST(Delimited, LoneQuotesInTabSeparatedFilesAreLetters) {
  const Heard got = hear("id\ttext\n1\t\"half a quote\n2\tfine\n");
  EXPECT_EQ(got.texts(), (Texts{"\"half a quote", "fine"}));
}

TEST(Delimited, RowsWithTooFewOrTooManyCellsAreRejected) {
  const Heard got = hear("id,text,x\n1,a b,c\n2,short\n3,a,b,c\n4,fine,d\n");
  EXPECT_EQ(got.intake.used, 2U);
  EXPECT_EQ(got.intake.rejected, 2U);
}

TEST(Delimited, EmptyCellsBeyondTheLastColumnAreNothing) {
  EXPECT_EQ(hear("id,text\n1,a b,,\n2,c d\n").intake.used, 2U);
}

TEST(Delimited, LineEndsMayBeCrOrLfOrBoth) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Heard got = hear("id,text" + end + "1,one" + end + "2,two" + end);
    EXPECT_EQ(got.texts(), (Texts{"one", "two"}));
  }
}

TEST(Delimited, BlankLinesAreNoRecords) {
  EXPECT_EQ(hear("id,text\n\n1,one\n\n\n2,two\n\n").intake.read, 2U);
}

TEST(Delimited, RecordsSurviveTheBordersOfChunks) {
  std::string text = "id,text\n";
  Texts expected;
  for (int i = 0; i < 60'000; ++i) {
    const std::string words = "line " + std::to_string(i) + "\nof two, \"\"with\"\" quotes";
    text += std::to_string(i) + ",\"" + words + "\"\n";
    expected.push_back("line " + std::to_string(i) + "\nof two, \"with\" quotes");
  }
  EXPECT_EQ(hear(text).texts(), expected);
}

}  // namespace
}  // namespace attune
