// SPDX-License-Identifier: Apache-2.0
#include "listen/listen.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/hash_counts.h"
#include "listen/messages.h"
#include "listen/own_files.h"
#include "listen/plan/plan.h"
#include "listen/rejects.h"
#include "text/harmless.h"

namespace attune {

namespace {

constexpr std::size_t kSampleBytes = 2U << 20;
constexpr std::uint64_t kPreviewed = 10;
constexpr std::uint64_t kManyMessages = 1000;
constexpr std::uint64_t kLoudShare = 100;  ///< One in so many messages is loud.

std::string counted(std::uint64_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string counted_are(std::uint64_t n, std::string_view what) {
  return counted(n, what) + (n == 1 ? " is" : " are");
}

std::string base_name(const Source& source) {
  if (source.standard_input()) return "stdin";
  const std::size_t slash = source.path.find_last_of('/');
  return slash == std::string::npos ? source.path : source.path.substr(slash + 1);
}

/// No record at all: white space, or an empty JSON array.
bool holds_nothing(std::string_view text) {
  std::string rest;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) rest += c;
    if (rest.size() > 2) return false;
  }
  return rest.empty() || rest == "[]";
}

std::vector<std::string> names_of(std::span<const Source> sources) {
  std::map<std::string, int> used;
  std::vector<std::string> names;
  for (const Source& source : sources) {
    std::string name = valid_utf8(base_name(source));
    if (const int before = used[name]++; before > 0) name += fmt::format("#{}", before + 1);
    names.push_back(std::move(name));
  }
  return names;
}

std::uint64_t size_of(const Source& source) {
  if (source.bytes) return source.bytes->size();
  if (source.stream) return source.stream->size().value_or(0);
  struct stat about {};
  const bool regular = ::stat(source.path.c_str(), &about) == 0 && S_ISREG(about.st_mode);
  return regular ? static_cast<std::uint64_t>(about.st_size) : 0;
}

/// Per source: true if an earlier one has the same content. Reads those of equal size.
std::vector<bool> find_repeated(std::span<const Source> sources, const Limits& limits) {
  std::vector<bool> repeated(sources.size());
  std::map<std::uint64_t, std::vector<std::size_t>> by_size;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (const std::uint64_t size = size_of(sources[i]); size > 0) by_size[size].push_back(i);
  }
  for (const auto& [size, group] : by_size) {
    std::unordered_set<std::uint64_t> seen;
    for (const std::size_t i : group) {
      if (group.size() < 2) break;
      const auto hash = content_hash(sources[i], limits);
      repeated[i] = hash && !seen.insert(*hash).second;
    }
  }
  return repeated;
}

class Listener {
 public:
  Listener(const ChosenFiles& files, const ListenOptions& options, const MessageSink& sink,
           std::uint64_t most_records)
      : sources_(files.sources),
        options_(options),
        sink_(sink),
        most_records_(most_records),
        shared_rejects_(options.rejects_path, files.sources.size() > 1) {
    intake_.files = names_of(sources_);
    for (const std::string& why : files.left_out) {
      intake_.warnings.push_back(why);
      intake_.assumed.push_back({"files", why, 1});
    }
  }

  Result<Intake> run() {
    const std::vector<bool> repeated = sources_.size() > 1
                                           ? find_repeated(sources_, options_.limits)
                                           : std::vector<bool>(sources_.size());
    for (std::size_t i = 0; i < sources_.size() && !stopped(); ++i) {
      if (auto done = read_source(i, repeated[i]); !done) {
        return within(sources_[i].path == "-" ? "standard input" : sources_[i].path, done.error());
      }
    }
    close_rejects(shared_rejects_);
    if (sources_.empty()) return fail(Fault::bad_input, "no file is named");
    say_ids();
    say_persons();
    return std::move(intake_);
  }

 private:
  void say(std::size_t index, Assumption assumption) {
    if (sources_.size() > 1) assumption.said = intake_.files[index] + ": " + assumption.said;
    intake_.assumed.push_back(std::move(assumption));
  }

  /// The beginning of the file, decoded, and whether that is all.
  Result<Beginning> read_beginning(Window& window, std::size_t index) {
    while (window.unread().size() < kSampleBytes) {
      auto more = window.more();
      if (!more) return tl::unexpected(more.error());
      if (!*more) return Beginning{window.unread(), true, intake_.files[index]};
    }
    return Beginning{window.unread(), false, intake_.files[index]};
  }

  /// Whether 3/4 is in March or April, from all dates if the first thousand do not tell.
  Result<void> settle_order(const Source& source, bool complete, Plan& plan) {
    OrderVotes votes = plan.votes;
    const bool look_on = votes.either > 0 && votes.order() == DayOrder::unknown;
    if (look_on && !complete) {
      auto window = Window::open(source, options_.limits);
      if (!window) return tl::unexpected(window.error());
      const auto reader = make_reader(*window, plan.layout, options_.limits);
      const std::uint32_t column = plan[Field::time].front();
      while (votes.order() == DayOrder::unknown) {
        auto record = reader->next();
        if (!record) return tl::unexpected(record.error());
        if (*record == nullptr) break;
        if ((*record)->fault.empty() && column < (*record)->cells.size()) {
          votes.look_at((*record)->cells[column].bytes);
        }
      }
    }
    plan.settle_order(votes);
    return {};
  }

  Result<void> read_source(std::size_t index, bool repeated) {
    const Source& source = sources_[index];
    auto window = Window::open(source, options_.limits);
    if (!window) return tl::unexpected(window.error());
    auto beginning = read_beginning(*window, index);
    if (!beginning) return tl::unexpected(beginning.error());
    if (beginning->complete && holds_nothing(beginning->text)) {
      intake_.warnings.push_back(intake_.files[index] + ": is empty");
      intake_.mappings.emplace_back();
      return {};
    }
    auto plan = make_plan(*beginning, options_.mapping.value_or(Mapping{}), options_.limits);
    if (!plan) return tl::unexpected(plan.error());
    if (auto set = settle_order(source, beginning->complete, *plan); !set) return set;
    if (source.stream && !options_.read_again) source.stream->forget();
    for (Assumption& assumption : plan->assumed) say(index, std::move(assumption));
    intake_.mappings.push_back(plan->mapping());
    const bool skip = repeated && (*plan)[Field::id].empty();
    if (auto done = read_records(index, *window, *plan, skip); !done) return done;
    say_encoding(index, window->decoder());
    return {};
  }

  void say_encoding(std::size_t index, const Decoder& decoder) {
    if (decoder.guessed()) {
      say(index,
          {"encoding", fmt::format("the text is {} (95 % sure)", encoding_name(decoder.encoding())),
           .95});
    } else if (decoder.western_lines() > 0) {
      say(index, {"encoding",
                  fmt::format("{} windows-1252 among lines of UTF-8, and read as such",
                              counted_are(decoder.western_lines(), "line")),
                  .9});
    }
  }

  Result<void> read_records(std::size_t index, Window& window, const Plan& plan, bool skip) {
    const Source& source = sources_[index];
    const bool beside = options_.rejects_path.empty() && !source.bytes &&
                        !source.standard_input() && most_records_ == 0;
    Rejects own = beside ? Rejects::beside(source.path) : Rejects("", false);
    Rejects& rejects = options_.rejects_path.empty() ? own : shared_rejects_;
    MessageBuilder builder(plan, keep(), static_cast<std::uint32_t>(index),
                           sources_.size() > 1 ? intake_.files[index] + ":" : "");
    const auto reader = make_reader(window, plan.layout, options_.limits);
    const std::uint64_t before = intake_.read;
    while (!stopped() && (most_records_ == 0 || intake_.read - before < most_records_)) {
      auto got = reader->next();
      if (!got) return tl::unexpected(got.error());
      if (*got == nullptr) break;
      take(**got, builder.build(**got, reader->columns()), skip, rejects, intake_.files[index]);
    }
    if (const std::uint64_t values = reader->passed_over(); values > 0 && keep() != Keep::nothing) {
      intake_.warnings.push_back(fmt::format("{}: {} of keys beyond the first {} {} not kept",
                                             intake_.files[index], counted(values, "value"),
                                             reader->columns().size(), values == 1 ? "is" : "are"));
    }
    if (intake_.read == before) {
      intake_.warnings.push_back(intake_.files[index] + ": has a header and no rows");
    }
    if (&rejects == &own) close_rejects(own);
    return {};
  }

  [[nodiscard]] bool stopped() const { return options_.stop && options_.stop(); }

  [[nodiscard]] Keep keep() const {
    if (options_.all_columns) return Keep::all_columns;
    return options_.keep_attributes ? Keep::unknown_columns : Keep::nothing;
  }

  void take(const Record& record, Built& built, bool skip, Rejects& rejects,
            std::string_view name) {
    ++intake_.read;
    if (!built.fault.empty()) {
      ++intake_.rejected;
      rejects.add({.file = name,
                   .line = record.line,
                   .record = record.number,
                   .reason = built.fault,
                   .raw = record.raw});
      return;
    }
    ++intake_.used;
    if (skip || is_duplicate(built)) {
      ++intake_.duplicates;
      return;
    }
    placeholders_ += built.placeholder ? 1 : 0;
    for (Message& message : built.messages) {
      ++messages_;
      if (!message.person.empty()) persons_.add(hash64(message.person));
      sink_(std::move(message));
    }
  }

  bool is_duplicate(const Built& built) {
    if (!built.own_id) return false;
    const std::uint64_t id = hash64(built.messages.front().id.text);
    std::uint64_t all = id;
    for (const Message& message : built.messages) all = hash_pair(all, hash64(message.text));
    if (records_.add(all) > 0) return true;
    if (ids_.add(id) > 0) ++reused_ids_;
    return false;
  }

  void close_rejects(Rejects& rejects) {
    if (std::string warning = rejects.finish(); !warning.empty()) {
      intake_.warnings.push_back(std::move(warning));
    }
    if (rejects.written()) {
      intake_.rejects_files.push_back(rejects.path());
    } else if (rejects.path().empty() && rejects.count() > 0 && most_records_ == 0) {
      intake_.warnings.push_back(
          fmt::format("{} rejected; to keep what is rejected, name a file: --rejects PATH",
                      counted(rejects.count(), "row")));
    }
  }

  void say_ids() {
    if (reused_ids_ == 0) return;
    intake_.assumed.push_back(
        {"id",
         fmt::format("{} whose id another row has with another text: all are used",
                     counted(reused_ids_, "row")),
         .9});
  }

  void say_persons() {
    if (placeholders_ > 0) {
      intake_.assumed.push_back(
          {"person",
           fmt::format("{} by nobody in particular (\"anonymous\", \"A Google user\" and "
                       "the like): the person is unknown",
                       counted(placeholders_, "row")),
           .95});
    }
    if (messages_ < kManyMessages) return;
    persons_.for_each([&](std::uint64_t hash, std::uint32_t count) {
      if (count * kLoudShare > messages_) intake_.loud_persons.insert(hash);
    });
    if (intake_.loud_persons.empty()) return;
    intake_.assumed.push_back(
        {"person",
         fmt::format("{} with over 1 % of all rows each, too many for one person: the "
                     "person is unknown",
                     counted(intake_.loud_persons.size(), "name")),
         .9});
  }

  std::span<const Source> sources_;
  const ListenOptions& options_;
  const MessageSink& sink_;
  std::uint64_t most_records_;  ///< Per file; 0: all.
  Rejects shared_rejects_;
  Intake intake_;
  HashCounts records_, ids_, persons_;
  std::uint64_t reused_ids_ = 0, placeholders_ = 0, messages_ = 0;
};

}  // namespace

Result<Intake> listen(std::span<const std::string> paths, const ListenOptions& options,
                      const MessageSink& sink) {
  return listen_to(open_sources(paths), options, sink);
}

Result<Intake> listen_to(std::span<const Source> sources, const ListenOptions& options,
                         const MessageSink& sink) {
  auto chosen = without_own_files(sources, options.limits);
  if (!chosen) return tl::unexpected(chosen.error());
  return Listener(*chosen, options, sink, 0).run();
}

Result<Preview> preview(std::span<const std::string> paths, const ListenOptions& options) {
  Preview shown;
  ListenOptions quiet = options;
  quiet.rejects_path.clear();
  const auto chosen = without_own_files(open_sources(paths), options.limits);
  if (!chosen) return tl::unexpected(chosen.error());
  const MessageSink sink = [&](Message&& message) { shown.messages.push_back(std::move(message)); };
  auto intake = Listener(*chosen, quiet, sink, kPreviewed).run();
  if (!intake) return tl::unexpected(intake.error());
  shown.intake = std::move(*intake);
  return shown;
}

}  // namespace attune
