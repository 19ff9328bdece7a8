// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lint_files.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/files.h"
#include "engine/copy/changed_lines.h"
#include "engine/copy/copy_folder.h"
#include "engine/copy/cuts.h"
#include "engine/copy/lint_settings.h"
#include "lint/document.h"
#include "lint/values/catalogue.h"
#include "text/language/language_names.h"

namespace attune {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFileBytes = std::size_t{2} << 30U;
constexpr std::size_t kLargeFile = 4U << 20U;  ///< Told as it is read, on one thread.
constexpr std::size_t kBatchBytes = 16U << 20U;
constexpr std::size_t kBatchFiles = 256;

/// One file on its way through.
struct Job {
  std::string path;
  std::string bytes;
  std::shared_ptr<const LintSettings> settings;
  std::optional<LintConfig> config;          ///< None: ignored.
  std::optional<std::vector<Span>> changed;  ///< Only what stands there is told; none: all.
  ForeignCopy foreign;
  std::vector<Finding> findings;
  std::vector<std::pair<std::size_t, Cleared>> cleared;  ///< With the number of findings before.
  std::vector<std::string> doubts;                       ///< Of facts in the file's front matter.
};

/// Is `span` told of in this run?
bool asked_for(const Job& job, Span span) {
  if (!job.changed) return true;
  const auto behind = std::partition_point(job.changed->begin(), job.changed->end(),
                                           [&](Span one) { return one.begin < span.end; });
  return behind != job.changed->begin() && span.begin < std::prev(behind)->end;
}

/// All of standard input.
Result<std::string> read_stdin() {
  std::string bytes;
  std::array<char, 1U << 16U> piece{};
  std::size_t got = 0;
  while ((got = std::fread(piece.data(), 1, piece.size(), stdin)) > 0) {
    bytes.append(piece.data(), got);
    if (bytes.size() > kMostFileBytes) return fail(Fault::bad_input, "standard input is over 2 GB");
  }
  return bytes;
}

/// Is it UTF-16, or no text at all? A NUL here and there is only a character.
bool no_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view head = bytes.substr(0, 4096);
  const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  return 8 * nuls > head.size() + 32;
}

class Run {
 public:
  Run(const LintOptions& options, const Judges& judges, const Pool& pool, FindingWriter::Out out)
      : options_(options),
        judges_(judges),
        pool_(pool),
        settings_(options, judges.rules.book()),
        writer_(options.statistics ? make_statistics_writer(options.format, std::move(out))
                                   : make_writer(options.format, options.colour,
                                                 judges.rules.book(), std::move(out))) {}

  Result<LintOutcome> all(const std::vector<std::string>& files) {
    if (!options_.diff.empty()) changes_.emplace(options_.diff);
    CopyFiles found = find_copy(files);
    outcome_.refused = std::move(found.refused);
    for (const CopyFiles::File& file : found.files) {
      if (auto ok = file.read ? add(file.path) : pass_over(file); !ok)
        return tl::unexpected<Error>(ok.error());
    }
    work();
    if (!options_.write_baseline.empty() && !outcome_.refused.empty()) {
      outcome_.refused.push_back(options_.write_baseline +
                                 ": not written, since it would lack what could not be read");
    } else if (!options_.write_baseline.empty()) {
      if (auto ok = replace_file(options_.write_baseline, settings_.baseline_text()); !ok)
        return tl::unexpected<Error>(ok.error());
    }
    if (options_.format == LintFormat::rdjson) {  // It has no place for what was not checked.
      const LintTotals& totals = outcome_.totals;
      for (const std::string& said : {not_read_sentence(totals), not_checked_sentence(totals)})
        if (!said.empty()) outcome_.warnings.push_back(said);
    }
    writer_->finish(outcome_.totals);
    return std::move(outcome_);
  }

 private:
  Result<void> add(const std::string& file) {
    const auto wanted = changes_ ? changes_->touch(file) : true;
    if (!wanted) return tl::unexpected<Error>(wanted.error());
    return *wanted ? take(file) : Result<void>();
  }

  Result<void> take(const std::string& file) {
    Job job;
    job.path = file == "-" ? options_.stdin_filename : file;
    auto settings = settings_.of(job.path);
    if (!settings) return tl::unexpected<Error>(settings.error());
    job.settings = std::move(*settings);
    warn(job.settings->warnings);
    job.config = for_path(job.settings->config, job.settings->relative(job.path));
    if (!job.config) return {};
    auto bytes = read_copy(file);
    if (!bytes) {
      outcome_.refused.push_back(bytes.error().message);
      not_read(job.path, "could not be opened");
      return {};
    }
    job.bytes = std::move(*bytes);
    if (no_text(job.bytes)) {
      outcome_.refused.push_back(job.path +
                                 ": not UTF-8 text; save it as UTF-8 to have it checked");
      not_read(job.path, "not UTF-8 text; save it as UTF-8 to have it checked");
      return {};
    }
    if (auto ok = texts_of(job); !ok) {
      outcome_.refused.push_back(job.path + ": " + ok.error().message);
      not_read(job.path, ok.error().message);
      return {};
    }
    if (changes_) {
      auto changed = changes_->within(file, job.bytes);
      if (!changed) return tl::unexpected<Error>(changed.error());
      job.changed = std::move(*changed);
    }
    if (job.bytes.size() > kLargeFile && !options_.fix) {
      work();
      stream(job);
      return {};
    }
    batch_bytes_ += job.bytes.size();
    batch_.push_back(std::move(job));
    // A file that is named twice is read again after it was fixed.
    if (options_.fix || batch_bytes_ >= kBatchBytes || batch_.size() >= kBatchFiles) work();
    return {};
  }

  /// Counts a file that nobody knows how to read, unless the team has settled that it is of no
  /// interest or it is a part of the settings.
  Result<void> pass_over(const CopyFiles::File& file) {
    const std::string& path = file.path;
    const auto settings = settings_.of(path);
    if (!settings) return tl::unexpected<Error>(settings.error());
    const LintSettings& held = **settings;
    std::error_code none;
    const bool ours = fs::equivalent(path, held.facts_file, none) ||
                      fs::equivalent(path, held.baseline, none) ||
                      fs::equivalent(path, options_.config, none);
    const std::string relative = held.relative(path);
    if (ours || !for_path(held.config, relative)) return {};
    const std::vector<std::string>& texts = held.config.copy.catalogues;
    if (is_catalogue(markup_of(path)) &&
        std::any_of(texts.begin(), texts.end(),
                    [&](const std::string& glob) { return glob_matches(glob, relative); })) {
      return add(path);
    }
    const std::string reason =
        is_catalogue(markup_of(path))
            ? "its name does not say that it holds texts; name it in .attune.yaml, under copy: "
              "catalogues:, or alone"
            : ending_of(path) + " is a format that is not read; check what it is made into";
    not_read(path, reason);
    if (file.named) outcome_.refused.push_back(path + ": " + reason);
    return {};
  }

  /// A file of texts is read once before it is checked: is it one?
  [[nodiscard]] static Result<void> texts_of(const Job& job) {
    const Markup markup = markup_of(job.path);
    if (!is_catalogue(markup)) return {};
    return read_catalogue(job.bytes, markup, job.config->copy,
                          [](std::string_view, const PlacedText&) {});
  }

  void not_read(const std::string& path, const std::string& reason) {
    outcome_.totals.not_read.add({path, ending_of(path), reason});
  }

  /// Settings that share a file of facts warn of it once.
  void warn(const std::vector<std::string>& sentences) {
    for (const std::string& sentence : sentences) {
      const auto& told = outcome_.warnings;
      if (std::find(told.begin(), told.end(), sentence) == told.end())
        outcome_.warnings.push_back(sentence);
    }
  }

  [[nodiscard]] LintContext context(const Job& job) const {
    LintContext context{judges_.rules, *job.config,
                        job.settings->facts ? &*job.settings->facts : nullptr, judges_.model,
                        options_.today};
    context.selection = judges_.selection;
    return context;
  }

  void work() {
    pool_.for_each_chunk(batch_.size(), 1, [&](std::size_t begin, std::size_t end) {
      LintState state;
      for (std::size_t i = begin; i < end; ++i) check(batch_[i], state);
    });
    for (Job& job : batch_) {
      if (options_.fix) fix(job);
      tell(job);
    }
    batch_.clear();
    batch_bytes_ = 0;
  }

  void check(Job& job, LintState& state) const {
    job.findings.clear();
    job.cleared.clear();
    LintSinks sinks;
    sinks.finding = [&](const Finding& finding) { job.findings.push_back(finding); };
    sinks.cleared = [&](const Cleared& cleared) {
      job.cleared.emplace_back(job.findings.size(), cleared);
    };
    sinks.doubt = [&](const std::string& sentence) {
      job.doubts.push_back(job.path + ": " + sentence);
    };
    job.foreign =
        lint_document({job.bytes, job.path, markup_of(job.path)}, context(job), sinks, state);
  }

  /// Deletes what can go and checks the rest, until nothing can; then the file is rewritten.
  void fix(Job& job) {
    std::vector<std::string> said;
    std::vector<Span> cuts = deletions(job, said);
    if (cuts.empty()) return;
    LintState state;
    const std::string bytes = job.bytes;
    const auto changed = job.changed;
    for (; !cuts.empty(); cuts = deletions(job, said)) {
      job.bytes = without(job.bytes, cuts);
      if (job.changed) job.changed = moved(std::move(*job.changed), cuts);
      check(job, state);
    }
    if (const auto done = rewrite_file(job.path, bytes, job.bytes); done) {
      outcome_.fixed.insert(outcome_.fixed.end(), said.begin(), said.end());
    } else {
      outcome_.refused.push_back(done.error().message);
      job.bytes = bytes;
      job.changed = changed;
      check(job, state);
    }
  }
  /// What can go from `job` at once: of two that touch the same space, the first. `said` is told.
  [[nodiscard]] std::vector<Span> deletions(const Job& job, std::vector<std::string>& said) const {
    std::vector<Span> cuts;
    for (const Finding& finding : job.findings) {
      const std::string_view words = finding.span.of(job.bytes);
      if (!finding.fix || !asked_for(job, finding.span)) continue;
      if (settings_.listed(*job.settings, finding, words)) continue;
      if (!cuts.empty() && finding.fix->begin < cuts.back().end) continue;
      cuts.push_back(*finding.fix);
      said.push_back(fmt::format("{}:{}:{}: deleted \"{}\" ({})", job.path, finding.line,
                                 finding.column, words, finding.rule));
    }
    return cuts;
  }

  void tell(const Job& job) {
    warn(job.doubts);
    count(job);
    if (!job.foreign.whole) writer_->begin_file(job.path);
    std::size_t next = 0;
    for (std::size_t i = 0; i <= job.findings.size(); ++i) {
      for (; next < job.cleared.size() && job.cleared[next].first <= i; ++next)
        clear(job, job.cleared[next].second);
      if (i < job.findings.size()) tell(job, job.findings[i]);
    }
  }
  void clear(const Job& job, const Cleared& cleared) {
    if (!asked_for(job, cleared.span)) return;
    ++outcome_.totals.cleared;
    writer_->cleared(cleared, job.path);
  }
  void tell(const Job& job, const Finding& finding) {
    if (!asked_for(job, finding.span)) return;
    if (settings_.known(*job.settings, finding, finding.span.of(job.bytes))) return;
    outcome_.totals.count(finding.severity);
    writer_->add(finding, job.bytes);
  }

  void stream(Job& job) {
    bool begun = false;
    const auto begin = [&] {
      if (!std::exchange(begun, true)) writer_->begin_file(job.path);
    };
    LintState state;
    LintSinks sinks;
    sinks.finding = [&](const Finding& finding) {
      begin();
      tell(job, finding);
    };
    sinks.cleared = [&](const Cleared& cleared) {
      begin();
      clear(job, cleared);
    };
    sinks.doubt = [&](const std::string& sentence) { warn({job.path + ": " + sentence}); };
    job.foreign =
        lint_document({job.bytes, job.path, markup_of(job.path)}, context(job), sinks, state);
    if (!job.foreign.whole) begin();
    count(job);
  }
  /// A file was checked, or the rules do not know its language.
  void count(const Job& job) {
    const ForeignCopy& foreign = job.foreign;
    if (!foreign.whole) ++outcome_.totals.files;
    if (foreign.language.empty()) return;
    const std::string name(language_name(foreign.language));
    outcome_.totals.not_checked.add({job.path, foreign.whole ? name : name + " in part",
                                     foreign.whole
                                         ? "it reads as " + name + ", and the rules are for English"
                                         : "what of it reads as " + name + " was left out"});
  }

  const LintOptions& options_;
  const Judges& judges_;
  const Pool& pool_;
  SettingsFinder settings_;
  std::optional<ChangedLines> changes_;  ///< Where only lines that changed are asked for.
  std::unique_ptr<FindingWriter> writer_;
  std::vector<Job> batch_;
  std::size_t batch_bytes_ = 0;
  LintOutcome outcome_;
};

}  // namespace

Result<std::string> read_copy(const std::string& file) {
  return file == "-" ? read_stdin() : read_file(file, kMostFileBytes);
}

Result<LintOutcome> lint_files(const std::vector<std::string>& files, const LintOptions& options,
                               const Judges& judges, const Pool& pool,
                               const FindingWriter::Out& out) {
  return Run(options, judges, pool, out).all(files);
}

}  // namespace attune
