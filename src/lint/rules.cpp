// SPDX-License-Identifier: Apache-2.0
#include "lint/rules.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/model_text.h"
#include "lint/context.h"
#include "lint/rule_file.h"

namespace attune {

namespace {

/// Cues speak together once one of them alone would be wrong less often than this.
constexpr double kSure = 0.95;
/// Cues witness for each other within this many sentences.
constexpr std::uint32_t kCueReach = 3;
/// In running text cues come together by chance; they and the rules for short texts hold in blocks
/// of at most so many bytes.
constexpr std::size_t kShortText = 300;
/// The model knows texts of up to so many bytes, and is not asked about longer ones.
constexpr std::size_t kModelReach = 700;
/// How much of the model's word a cue takes, on the log-odds scale.
constexpr double kModelShare = 0.7;
/// … and of its word on the kind, against how often each kind is met among copy that presses.
constexpr double kKindShare = 0.5;
constexpr double kKindPrior = 0.06;

/// The model speaks without a rule from here on: of lines of honest copy that it had not seen, two
/// in a hundred were named.
constexpr float kModelSure = 0.65F;
constexpr float kModelSureOfKind = 0.25F;
/// Fewer words than these are often the name of a thing: there it must be surer.
constexpr std::size_t kWordsOfALabel = 6;
constexpr float kModelSureOfLabel = 0.85F;
/// Below this it takes back what a rule says: a sure rule, and one that is not so sure.
constexpr float kSureRule = 0.93F;
constexpr float kVetoSure = 0.10F;
constexpr float kVeto = 0.30F;

double log_odds(double p) {
  p = std::clamp(p, 0.001, 0.999);
  return std::log(p / (1 - p));
}

/// Does a token say something? Marks do not, nor do mentions and hashtags here.
bool worded(const phrases::CopyWord& word) {
  using Bit = phrases::TokenBit;
  return (word.flags & ~(Bit::kToken | Bit::kMention | Bit::kHashtag)) != 0;
}

}  // namespace

/// Turns the hits of one block into what is raised.
class Rules::Judge {
 public:
  Judge(const Rules& rules, const CopyBlock& block, const CheckOptions& options, CheckState& state)
      : rules_(rules), block_(block), options_(options), state_(state) {}

  void run() {
    sort_out(state_.words.hits());
    sort_out(state_.cues.hits());
    if (claims_.empty() && cues_.empty()) return hear_model();
    rules_.matchers_.contexts.find(state_.words.words, state_.contexts);
    Surroundings around(block_.text, state_.words, state_.contexts, *rules_.contexts_);
    if (!around.serves() && !around.sells() && options_.transactional != nullptr)
      around.set_service((*options_.transactional)());
    around_ = &around;
    for (const phrases::Hit& hit : claims_) {
      if (!cleared(hit)) raise(rules_.book_->entries[hit.entry], hit);
    }
    std::erase_if(cues_, [&](const phrases::Hit& hit) { return cleared(hit); });
    weigh_cues();
    settle();
    hear_model();
  }

 private:
  void sort_out(std::span<const phrases::Hit> hits) {
    for (const phrases::Hit& hit : hits) {
      const Rule& rule = rules_.book_->entries[hit.entry];
      if (!holds(rule)) continue;
      if (rule.level != RuleLevel::cue) {
        if (!silent(hit)) claims_.push_back(hit);
      } else if (options_.eager) {
        cues_.push_back(hit);
      }
    }
  }

  /// Does the rule speak of such a text at all?
  [[nodiscard]] bool holds(const Rule& rule) const {
    if (rule.reply && !options_.trouble) return false;
    if (rule.brief && block_.text.size() > kShortText) return false;
    return rule.level != RuleLevel::fact || options_.facts != nullptr;
  }

  /// Was the rule switched off for this run? It must not hide what another one says.
  [[nodiscard]] bool silent(const phrases::Hit& hit) const {
    return options_.selection != nullptr && options_.selection->of(hit.entry) == Standing::off;
  }

  void raise(const Rule& rule, const phrases::Hit& hit) {
    const std::vector<phrases::CopyWord>& words = state_.words.words;
    Raised raised;
    raised.rule = &rule;
    std::uint32_t last = hit.last - 1;
    while (last > hit.first && !worded(words[last])) --last;  // A closing comma.
    raised.span = {words[hit.first].span.begin, words[last].span.end};
    raised.severity = rule.level == RuleLevel::suggest ? Severity::suggestion : Severity::warning;
    if (rule.truth && around_->checkable(hit.first, hit.last)) {
      raised.severity = Severity::suggestion;
      raised.needs_fact = true;
    }
    if (options_.care && raised.severity == Severity::warning) raised.severity = Severity::error;
    if (options_.facts != nullptr) ask(raised, hit);
    if (rule.level == RuleLevel::fact && !raised.false_claim) return;
    state_.raised.push_back(raised);
  }

  void ask(Raised& raised, const phrases::Hit& hit) const {
    const FactVerdict verdict =
        judge(*options_.facts, raised.rule->clears,
              {raised.span.of(block_.text), around_->sentence(hit.first, hit.last),
               around_->beside(hit.first, hit.last), options_.today});
    if (verdict == FactVerdict::unknown) return;
    raised.fact = raised.rule->clears;
    raised.needs_fact = false;
    raised.cleared = verdict == FactVerdict::true_claim;
    raised.false_claim = !raised.cleared;
    if (raised.false_claim) raised.severity = Severity::error;
  }

  [[nodiscard]] bool cleared(const phrases::Hit& hit) const {
    const Rule& rule = rules_.book_->entries[hit.entry];
    return (around_->clearing(hit.first, hit.last) & rule.clears_by) != 0;
  }

  /// What the cues of one kind and the model say together of a passage.
  struct Witness {
    const phrases::Hit* hit = nullptr;
    Span passage;
    double sure = 0;     ///< That the passage presses, 0 to 1.
    double of_kind = 0;  ///< … and in this way: log-odds, to compare kinds by.
  };

  /// Several weak witnesses of one kind near each other (noisy or), and the model as one more. A
  /// passage is told of once, by the kind that fits it best.
  void weigh_cues() {
    std::vector<Witness> told;
    CopyReading model;
    Span asked;
    for (const phrases::Hit& hit : cues_) {
      const Rule& rule = rules_.book_->entries[hit.entry];
      if (silent(hit)) continue;  // A silent cue is still a witness.
      Witness witness{&hit, around_->passage(hit.first, hit.last), together(hit, rule.kind), 0};
      if (options_.model != nullptr) {
        if (witness.passage != asked) model = (*options_.model)(witness.passage.of(block_.text));
        asked = witness.passage;
        hear_both(model, rule.kind, witness);
      }
      if (witness.sure < kSure) continue;
      const auto same = std::find_if(told.begin(), told.end(), [&](const Witness& other) {
        return other.passage == witness.passage;
      });
      if (same == told.end()) {
        told.push_back(witness);
      } else if (witness.of_kind > same->of_kind) {
        *same = witness;
      }
    }
    for (const Witness& witness : told)
      raise(rules_.book_->entries[witness.hit->entry], *witness.hit);
  }

  /// That one at least of the cues of `kind` near `hit` is right. A rule counts once, however often
  /// it hits.
  [[nodiscard]] double together(const phrases::Hit& hit, std::uint32_t kind) const {
    const std::uint32_t sentence = state_.words.words[hit.first].sentence;
    double none = 1;
    std::uint32_t counted = ~std::uint32_t{0};  // Hits come in order of their rules.
    for (const phrases::Hit& other : cues_) {
      const Rule& witness = rules_.book_->entries[other.entry];
      const std::uint32_t there = state_.words.words[other.first].sentence;
      const bool near = there <= sentence + kCueReach && sentence <= there + kCueReach;
      if (witness.kind != kind || !near || other.entry == counted) continue;
      none *= 1 - witness.p;
      counted = other.entry;
    }
    return 1 - none;
  }

  static void hear_both(const CopyReading& model, std::uint32_t kind, Witness& witness) {
    const double cues = log_odds(witness.sure);
    const double of_kind = log_odds(model.kinds[kind]);
    const double likeliest = log_odds(*std::max_element(model.kinds.begin(), model.kinds.end()));
    const double odds = cues + kModelShare * log_odds(model.manipulation_p) +
                        kKindShare * (of_kind - log_odds(kKindPrior));
    witness.sure = 1 / (1 + std::exp(-odds));
    witness.of_kind = cues + kKindShare * (2 * of_kind - likeliest);
  }

  /// Of whole texts the model takes back what it finds most unlikely; where a team asks for it, it
  /// also speaks alone, once, where it is sure: a suggestion about prose that no rule knows.
  void hear_model() {
    if (options_.model == nullptr || block_.text.size() > kModelReach) return;
    if (!options_.alone && (!options_.eager || state_.raised.empty())) return;
    const Span span = trimmed();
    if (span.empty()) return;
    const CopyReading model = (*options_.model)(block_.text);
    const bool label = state_.words.words.size() < kWordsOfALabel;
    if (options_.eager) take_back(model, label);
    if (options_.alone) speak(model, label, span);
  }

  /// The model takes back what it finds most unlikely.
  void take_back(const CopyReading& model, bool label) {
    std::erase_if(state_.raised, [&](const Raised& one) {
      const float least = one.rule->p < kSureRule ? kVeto : kVetoSure;
      return !label && one.severity == Severity::warning && model.manipulation_p < least;
    });
  }

  /// … and names, where it is asked to, what no rule knows.
  void speak(const CopyReading& model, bool label, Span span) {
    if (model.manipulation_p < (label ? kModelSureOfLabel : kModelSure)) return;
    const auto likeliest = static_cast<std::uint32_t>(
        std::max_element(model.kinds.begin(), model.kinds.end()) - model.kinds.begin());
    if (model.kinds[likeliest] < kModelSureOfKind) return;
    const Rule* const rule = rules_.prose_[likeliest];
    if (rule == nullptr || !borne_out(likeliest)) return;
    for (const Raised& one : state_.raised) {
      if (one.rule->kind == likeliest && one.severity != Severity::suggestion) return;
    }
    Raised raised;
    raised.rule = rule;
    raised.span = span;
    state_.raised.push_back(raised);
    std::sort(state_.raised.begin(), state_.raised.end(), by_place);
  }

  /// Cheer is deaf only to trouble: there must be a word of it. Other kinds need none.
  [[nodiscard]] bool borne_out(std::uint32_t kind) const {
    if (kRuleKinds[kind] != "deaf-tone") return true;
    const auto of_kind = [&](const phrases::Hit& hit) {
      const Rule& rule = rules_.book_->entries[hit.entry];
      return rule.kind == kind && !rule.reply;
    };
    return std::ranges::any_of(state_.words.hits(), of_kind) ||
           std::ranges::any_of(state_.cues.hits(), of_kind);
  }

  /// The block without white space around it.
  [[nodiscard]] Span trimmed() const {
    const std::string_view text = block_.text;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
  }

  static bool by_place(const Raised& a, const Raised& b) {
    if (a.span != b.span) return a.span < b.span;
    return a.rule->id < b.rule->id;
  }

  /// What a fact has cleared weighs less than what it has not; what speaks alone, more than a cue.
  static int weight(const Raised& raised) {
    const int alone = raised.rule->level == RuleLevel::cue ? 0 : 1;
    return raised.cleared ? -1 : 2 * static_cast<int>(raised.severity) + alone;
  }

  /// By place; of findings of one kind that overlap, the strongest stays.
  void settle() {
    auto& raised = state_.raised;
    std::sort(raised.begin(), raised.end(), [](const Raised& a, const Raised& b) {
      if (a.rule->kind != b.rule->kind) return a.rule->kind < b.rule->kind;
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      return a.rule->id < b.rule->id;
    });
    std::vector<Raised> kept;
    for (const Raised& one : raised) {
      if (!kept.empty() && kept.back().rule->kind == one.rule->kind &&
          one.span.begin < kept.back().span.end) {
        if (weight(one) > weight(kept.back())) kept.back() = one;
        continue;
      }
      kept.push_back(one);
    }
    std::sort(kept.begin(), kept.end(), by_place);
    raised = std::move(kept);
  }

  const Rules& rules_;
  const CopyBlock& block_;
  const CheckOptions& options_;
  CheckState& state_;
  const Surroundings* around_ = nullptr;  ///< Set once there is something to judge.
  std::vector<phrases::Hit> claims_;      ///< Hits that speak alone.
  std::vector<phrases::Hit> cues_;
};

Rules::Rules(std::unique_ptr<const RuleBook> book, std::unique_ptr<const RuleBook> contexts,
             Matchers matchers)
    : book_(std::move(book)), contexts_(std::move(contexts)), matchers_(std::move(matchers)) {
  for (std::size_t k = 0; k < kCopyKinds; ++k)
    prose_[k] = find(std::string(kRuleKinds[k]) + "-prose");
}

Result<Rules> Rules::load(const std::string& folder) {
  const auto files = read_model_folder(folder, "shared.txt");
  if (!files) return tl::unexpected<Error>(files.error());
  RuleReader rules;
  RuleReader contexts(true);
  for (const ModelText& file : *files) {
    const bool for_both = &file == &files->front();
    const bool context = file.name == "contexts.txt";
    Result<void> done;
    if (!context) done = rules.read(file.name, file.content);
    if (done && (context || for_both)) done = contexts.read(file.name, file.content);
    if (!done) return tl::unexpected<Error>(done.error());
  }
  return compile(rules.take(), contexts.take());
}

Result<Rules> Rules::compile(RuleBook rules, RuleBook contexts) {
  auto book = std::make_unique<const RuleBook>(std::move(rules));
  auto around = std::make_unique<const RuleBook>(std::move(contexts));
  std::vector<phrases::TokenClass> classes = book->classes;
  classes.insert(classes.end(), around->classes.begin(), around->classes.end());
  const auto words =
      std::make_shared<const phrases::WordTable>(classes);  // One scan serves both books.
  const auto cue = [&rules = book->entries](std::uint32_t entry) {
    return rules[entry].level == RuleLevel::cue;
  };
  auto claims = phrases::AnchorMatcher::compile(*book, words, 0,
                                                [&](std::uint32_t entry) { return !cue(entry); });
  if (!claims) return tl::unexpected<Error>(claims.error());
  auto cues = phrases::AnchorMatcher::compile(*book, words, 0, cue);
  if (!cues) return tl::unexpected<Error>(cues.error());
  auto context_matcher = phrases::AnchorMatcher::compile(
      *around, words, static_cast<std::uint32_t>(book->classes.size()));
  if (!context_matcher) return tl::unexpected<Error>(context_matcher.error());
  return Rules(std::move(book), std::move(around),
               {std::move(*claims), std::move(*cues), std::move(*context_matcher)});
}

void Rules::check(const CopyBlock& block, const CheckOptions& options, CheckState& state) const {
  state.raised.clear();
  if (block.quoted) return;
  matchers_.claims.match(block.text, state.words);
  state.cues.found.clear();
  if ((options.eager || options.alone) && block.text.size() <= kModelReach)
    matchers_.cues.find(state.words.words, state.cues);
  if (state.words.hits().empty() && state.cues.hits().empty() && !options.alone) return;
  Judge(*this, block, options, state).run();
}

bool Rules::in_trouble(std::string_view words, CheckState& state) const {
  matchers_.contexts.match(words, state.contexts);
  return std::any_of(state.contexts.hits().begin(), state.contexts.hits().end(),
                     [&](const phrases::Hit& hit) {
                       return contexts_->entries[hit.entry].kind ==
                              static_cast<std::uint32_t>(CopyContext::trouble);
                     });
}

PurposeWords Rules::purpose(std::string_view text, CheckState& state) const {
  matchers_.contexts.match(text, state.contexts);
  PurposeWords words;
  for (const phrases::Hit& hit : state.contexts.hits()) {
    const auto kind = static_cast<CopyContext>(contexts_->entries[hit.entry].kind);
    const bool serves = kind == CopyContext::service || kind == CopyContext::transaction;
    words.serving += serves ? 1 : 0;
    words.selling += kind == CopyContext::selling ? 1 : 0;
  }
  return words;
}

const Rule* Rules::find(std::string_view id) const {
  for (const Rule& rule : book_->entries) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

}  // namespace attune
