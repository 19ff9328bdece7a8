// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/cues.h"

#include <array>

namespace attune {

namespace {

struct List {
  Cue cue;
  std::string_view words;  ///< Folded, parted by blanks.
};

// Where a word stands in two lists, the first counts.
constexpr List kLists[] = {
    {Cue::negator,
     "not no never without hardly barely nothing nobody none neither nor nowhere can't cannot cant "
     "won't wont don't dont doesn't doesnt didn't didnt isn't isnt wasn't wasnt aren't weren't "
     "haven't hasn't hadn't couldn't wouldn't shouldn't ain't unable refuse refused refuses "
     "refusing "
     "failed fails fail failing stop stopped stops zero lacks lack lacking"},
    {Cue::good,
     "good great excellent amazing awesome fantastic wonderful perfect perfectly best better nice "
     "nicely lovely love loved loves loving like liked likes enjoy enjoyed enjoying enjoyable "
     "happy "
     "happily pleased pleasant pleasantly delighted delightful glad satisfied satisfying impressed "
     "impressive helpful helps helped useful easy easily simple smooth smoothly fast quick quickly "
     "prompt promptly friendly kind kindly kindness polite courteous attentive caring "
     "professional reliable "
     "clean comfortable cosy cozy beautiful beautifully gorgeous superb brilliant outstanding "
     "exceptional favourite favorite fun cool neat handy convenient affordable cheap "
     "worth flawless flawlessly efficient efficiently effortless seamless seamlessly thorough "
     "generous warm welcoming safe secure accurate intuitive delicious tasty fresh recommend "
     "recommended trust trusted trustworthy honest fair bless blessed thrilled excited exciting "
     "wow yay kudos props bravo superior ideal solid sturdy spotless stunning relaxing responsive "
     "works worked fixed solved resolved saved rescued gem treat joy pleasure fab fabulous "
     "terrific "
     "splendid marvelous marvellous incredible phenomenal stellar cheers grateful appreciate "
     "appreciated appreciative congrats congratulations lifesaver helpfull gud gr8 luv thankful "
     "improved improvement upgraded painless worthwhile dependable knowledgeable proud "
     "understanding compassionate thoughtful grt exellent "
     "excelent awsome osm super nyc smoothest fastest easiest nicest kindest finest"},
    {Cue::bad,
     "bad badly terrible terribly horrible horribly awful awfully worst worse poor poorly hate "
     "hated "
     "hates useless worthless waste wasted wasting garbage trash rubbish junk crap crappy pathetic "
     "disgusting disgusted disgrace disgraceful shameful shame ridiculous ridiculously "
     "unacceptable "
     "inexcusable disappointed disappointing disappointment disappoints disappoint frustrated "
     "frustrating frustration annoyed annoying annoys irritating irritated angry furious livid "
     "upset fed outrageous outraged appalled appalling horrendous dreadful atrocious abysmal lousy "
     "broken broke breaks break crash crashes crashed crashing freeze freezes froze frozen "
     "freezing "
     "bug bugs buggy glitch glitches glitchy lag lags laggy lagging slow slowly slower error "
     "errors "
     "issue issues problem problems trouble troubles wrong wrongly incorrect missing lost lose "
     "losing stolen steal steals stole scam scams scammed scammer scammers fraud fraudulent fake "
     "cheat cheated cheating cheaters thief thieves ripoff robbed robbery lie lied lies lying liar "
     "liars dishonest misleading misled deceptive deceived deceptively rude rudely unhelpful "
     "unprofessional incompetent incompetence ignorant arrogant dismissive careless lazy clueless "
     "ignored ignores ignoring ignore delay delayed delays delaying late overdue cancelled "
     "canceled "
     "stuck stranded waiting waited wait hours dirty filthy smelly stinks stained mouldy moldy "
     "noisy "
     "loud uncomfortable cramped cold damaged defective faulty malfunctioning flawed cracked leak "
     "leaking leaks torn ripped expensive overpriced pricey overcharged charged hidden nightmare "
     "disaster mess chaos hassle painful pain unfair unjust harassed harassment harassing "
     "threatened "
     "threatening bullied abused abusive discriminated insulted humiliated sick tired exhausted "
     "stressful stressed worry worried worries confusing confused complicated difficult hard "
     "harder "
     "impossible inconvenient inconvenience inconvenienced unreliable unstable unusable "
     "unresponsive "
     "unresolved unanswered unauthorized unsafe insecure spam spammy bloated outdated ugly boring "
     "bland tasteless stale soggy overcooked undercooked sucks suck sucked sux blows joke "
     "laughable insulting insult regret regretted avoid beware complain complained complaint "
     "complaints denied deny denies declined rejected locked blocked banned suspended disconnected "
     "dropped drops dead died dies failure failures unsatisfied dissatisfied unhappy sad sadly "
     "unfortunately concerned concerning alarming shocked shocking clunky fiddly meh mediocre "
     "misplaced forgot forgotten neglected negligent negligence ruined ruins ruin messed screwed "
     "screw shambles fiasco wtf smh ugh ffs bs nonsense stupid idiotic dumb idiots "
     "horrid worstest bogus predatory greedy greed unreachable hopeless disrespectful "
     "disrespected unwilling refusal incorrectly inaccurate mistake mistakes errored misinformed"},
    {Cue::booster,
     "very really so too extremely absolutely totally completely utterly incredibly super highly "
     "truly beyond entirely seriously literally insanely ever soo sooo such quite damn"},
    {Cue::downtoner,
     "slightly somewhat little bit kinda sorta fairly rather almost pretty decent okay ok "
     "alright fine average"},
    {Cue::but, "but however although though except yet despite unless otherwise still"},
    {Cue::please, "please pls plz kindly plse"},
    {Cue::thanks, "thanks thank thx ty thankyou tnx cheers"},
    {Cue::sorry, "sorry apologies apologise apologize apology apologized apologised oops whoops"},
    {Cue::greeting, "hi hello hey hiya dear greetings morning afternoon evening howdy namaste"},
    {Cue::hedge,
     "maybe perhaps possibly probably seems seem seemed suppose think thought believe guess "
     "apparently wondering wonder wondered curious"},
    {Cue::could, "could can may might able"},
    {Cue::should, "should must ought needs need needed require requires shall supposed"},
    {Cue::would, "would i'd we'd you'd 'd"},
    {Cue::wish, "wish hope hoping wishes want wants wanted hopefully looking"},
    {Cue::advise,
     "suggest suggestion suggestions recommendation recommendations propose proposal idea ideas "
     "feature features option options request consider advice advise tip tips improve enhance "
     "enhancement"},
    {Cue::act,
     "add make allow give let provide fix bring include change update remove enable support keep "
     "try use get take go ask book check put show stay visit bring choose pick order buy call eat "
     "do don't implement extend expose open turn walk look leave request skip"},
    {Cue::more,
     "more easier faster cheaper nicer cleaner larger bigger smaller longer shorter instead rather "
     "simpler clearer additional extra"},
    {Cue::ask, "what how why where who which whom whose whats hows when's what's how's where's"},
    {Cue::self, "i i'm im i've ive i'll me my mine myself we our us we're we've ours"},
    {Cue::other, "you your you're you've u ur yours yourself"},
    {Cue::they, "they them their they're they've staff team agent agents service support crew"},
    {Cue::always, "always every everytime constantly continuously keeps forever each all whole"},
    {Cue::again,
     "again already twice another second third repeatedly multiple several times anymore"},
    {Cue::money,
     "refund refunded money paid pay paying charge charges fee fees cost costs price bill "
     "billed compensation reimburse"},
    {Cue::leave,
     "cancel cancelling canceling switch switching switched leaving uninstall uninstalled "
     "uninstalling goodbye bye unsubscribe unsubscribed competitor quit elsewhere deleting "
     "deleted"},
    {Cue::because, "because cause since due cuz bc therefore thus"},
    {Cue::when, "when whenever if while until till once before after"},
    {Cue::swear,
     "fuck fucking fucked shit shitty bullshit ass asshole bastard bloody hell goddamn dammit "
     "crappy "
     "bitch idiot moron morons fck wth"},
};

constexpr std::size_t kSlots = 4096;

std::size_t slot_of(std::uint64_t hash) {
  return static_cast<std::size_t>(hash >> 40) & (kSlots - 1);
}

struct Table {
  std::array<std::uint64_t, kSlots> keys{};
  std::array<Cue, kSlots> cues{};

  Table() {
    for (const List& list : kLists) {
      std::string_view rest = list.words;
      while (!rest.empty()) {
        const std::size_t end = rest.find(' ');
        add(cue_hash(rest.substr(0, end)), list.cue);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      }
    }
  }

  void add(std::uint64_t hash, Cue cue) {
    std::size_t at = slot_of(hash);
    while (cues[at] != Cue::none && keys[at] != hash) at = (at + 1) & (kSlots - 1);
    if (cues[at] != Cue::none) return;
    keys[at] = hash;
    cues[at] = cue;
  }
};

}  // namespace

std::uint64_t cue_hash(std::string_view folded) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a (Fowler, Noll, Vo)
  for (char c : folded) {
    if (c >= '0' && c <= '9') c = '0';
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return hash;
}

Cue cue_of(std::uint64_t hash) {
  static const Table table;
  std::size_t at = slot_of(hash);
  while (table.cues[at] != Cue::none) {
    if (table.keys[at] == hash) return table.cues[at];
    at = (at + 1) & (kSlots - 1);
  }
  return Cue::none;
}

}  // namespace attune
