// SPDX-License-Identifier: Apache-2.0
#include "text/others/mail_phrases.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/ascii.h"

namespace attune {

namespace {

struct Phrases {
  MailPhrase kind;
  std::string_view list;  ///< In small letters, parted by '|'.
};

constexpr auto kPhrases = std::to_array<Phrases>({
    {MailPhrase::closing,
     "kind regards|best regards|warm regards|warmest regards|kindest regards|with kind regards|"
     "with best regards|many regards|regards|yours sincerely|yours faithfully|yours truly|"
     "sincerely|sincerely yours|respectfully|best wishes|with best wishes|all the best|"
     "mit freundlichen grüßen|mit freundlichen gruessen|mit freundlichem gruß|"
     "freundliche grüße|viele grüße|beste grüße|liebe grüße|mfg|cordialement|bien cordialement|"
     "bien à vous|salutations|sincères salutations|saludos|un saludo|saludos cordiales|"
     "atentamente|un cordial saludo|cordiali saluti|distinti saluti|saluti|atenciosamente|"
     "com os melhores cumprimentos|cumprimentos|met vriendelijke groet|"
     "met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|"
     "med vänliga hälsningar|vänliga hälsningar|mvh|med venlig hilsen|venlig hilsen|"
     "med vennlig hilsen|vennlig hilsen|ystävällisin terveisin|z poważaniem|pozdrawiam|"
     "s pozdravem|с уважением"},
    {MailPhrase::thanks,
     "thanks|many thanks|thank you|thanks in advance|thank you in advance|thanks and regards|"
     "thanks & regards|vielen dank|danke|merci|merci d'avance|gracias|grazie|obrigado|obrigada|"
     "bedankt|alvast bedankt|tack|tak|takk"},
    {MailPhrase::device,
     "sent from|get outlook for|von meinem|gesendet von|gesendet mit|envoyé de|envoyé depuis|"
     "enviado desde|enviado do|enviado de|inviato da|inviato dal|verzonden vanaf|"
     "verstuurd vanaf|skickat från|sendt fra|lähetetty|wysłane z|odesláno z|отправлено с"},
    {MailPhrase::original,
     "original message|original email|reply message|ursprüngliche nachricht|message d'origine|"
     "message original|mensaje original|messaggio originale|mensagem original|"
     "oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|"
     "opprinnelig melding|forwarded message|weitergeleitete nachricht|message transféré|"
     "mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|"
     "please type your reply above this line"},
    {MailPhrase::forwarded,
     "begin forwarded message|anfang der weitergeleiteten nachricht|"
     "début du message réexpédié|inicio del mensaje reenviado|inizio messaggio inoltrato"},
    {MailPhrase::on_date, "on|am|le|el|il giorno|il|em|op|den|på|dnia|w dniu|dne"},
    {MailPhrase::reply,
     "response from the owner|response from owner|owner response|owner's response|"
     "owner reply|owner's reply|reply from the owner|response from the business|"
     "business response|business reply|business owner response|developer response|"
     "developer's response|developer reply|developer's reply|response from the developer|"
     "reply from the developer|seller response|seller's response|seller reply|"
     "response from the seller|reply from the seller|host response|response from the host|"
     "management response|response from management|response from the management|"
     "company response|company reply|response from the company|reply from company|"
     "customer service response|response from customer service|support response|"
     "support reply|reply from support|response from support|agent response|agent reply|"
     "merchant response|response from the merchant|hotel response|response from the hotel|"
     "antwort vom inhaber|antwort des inhabers|antwort vom entwickler|"
     "antwort des entwicklers|réponse du propriétaire|réponse du développeur|"
     "respuesta del propietario|respuesta del desarrollador|risposta del proprietario|"
     "risposta dello sviluppatore|resposta do proprietário|resposta do desenvolvedor|"
     "reactie van de eigenaar|antwoord van de eigenaar|response from|reply from"},
    {MailPhrase::disclaimer,
     "this e-mail|this email|this message|this communication|this transmission|"
     "the information contained|the information in this|the contents of this|"
     "the content of this|confidentiality notice|confidentiality|confidential|disclaimer|"
     "legal disclaimer|legal notice|privileged and confidential|private and confidential|"
     "diese e-mail|diese nachricht|der inhalt dieser|ce message|ce courriel|cet e-mail|"
     "este mensaje|este correo|questo messaggio|questa e-mail|la presente e-mail|"
     "il presente messaggio|dit bericht|deze e-mail|de inhoud van|esta mensagem|este e-mail|"
     "detta meddelande|denne e-mail|denne meddelelse"},
    {MailPhrase::warning,
     "if you are not the intended recipient|if you are not the intended addressee|"
     "if you have received this e-mail in error|if you have received this email in error|"
     "if you have received this message in error|"
     "please consider the environment before printing|think before you print|"
     "please think before you print"},
    {MailPhrase::translated,
     "(translated by google)|(traducido por google)|(übersetzt von google)|"
     "(traduit par google)|(tradotto da google)|(traduzido pelo google)|"
     "(vertaald door google)|[translated by google]|(machine translation)|(translated)"},
    {MailPhrase::source,
     "(original)|[original]|(originale)|(texte original)|(avis d'origine)|(origineel)|"
     "(original text)"},
    {MailPhrase::agent,
     "agent|support agent|support|representative|rep|chatbot|bot|advisor|adviser|operator|"
     "assistant|customer service|customer care|customer support"},
    {MailPhrase::customer, "customer|client|user|visitor|guest|caller|buyer"},
    {MailPhrase::from, "from|von|de|da|van|fra|från|od|от"},
    {MailPhrase::sent,
     "sent|gesendet|envoyé|enviado|enviada|inviato|verzonden|sendt|skickat|wysłano"},
    {MailPhrase::date, "date|datum|data|fecha|dato"},
    {MailPhrase::to, "to|an|à|para|a|aan|til|till|do|cc|kopie|kopia"},
    {MailPhrase::subject, "subject|betreff|objet|asunto|oggetto|onderwerp|emne|ämne|temat|assunto"},
});

constexpr std::string_view kWrote =
    "wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał|napsal";

constexpr std::string_view kDevices =
    "iphone|ipad|ipod|phone|mobile|smartphone|samsung|galaxy|android|huawei|xiaomi|pixel|"
    "blackberry|windows|outlook|yahoo|gmail|mail|device|tablet|nokia|handy|móvil|movil|mobil|"
    "telefon|téléphone|téléfono|teléfono|cellulare|iphonesta|iphonu|iphone'a";

bool needs_colon(MailPhrase kind) {
  return kind >= MailPhrase::agent;
}

struct Entry {
  std::string_view words;
  MailPhrase kind;
};

/// The phrases by the first byte, longest first.
using Table = std::array<std::vector<Entry>, 256>;

template <typename Take>
void split(std::string_view list, Take take) {
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find('|'), list.size());
    take(list.substr(0, bar));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
}

const Table& table() {
  static const Table kTable = [] {
    Table built;
    for (const Phrases& phrases : kPhrases) {
      split(phrases.list, [&](std::string_view words) {
        built[static_cast<unsigned char>(words.front())].push_back({words, phrases.kind});
      });
    }
    for (auto& entries : built) {
      std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.words.size() > b.words.size();
      });
    }
    return built;
  }();
  return kTable;
}

bool same(std::string_view text, std::size_t at, std::string_view words) {
  if (text.size() - at < words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (to_lower(text[at + i]) != words[i]) return false;
  }
  return true;
}

bool in_word(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// The place behind a colon that follows at `at`, after stars and one space at most; else `at`.
std::size_t behind_colon(std::string_view text, std::size_t at) {
  std::size_t colon = at;
  while (colon < text.size() && colon < at + 3 && (text[colon] == ' ' || text[colon] == '*'))
    ++colon;
  return colon < text.size() && text[colon] == ':' ? colon + 1 : at;
}

}  // namespace

std::optional<FoundPhrase> mail_phrase_at(std::string_view text, std::size_t at) {
  for (const Entry& entry : table()[static_cast<unsigned char>(to_lower(text[at]))]) {
    if (!same(text, at, entry.words)) continue;
    std::size_t end = at + entry.words.size();
    if (in_word(entry.words.back()) && end < text.size() && in_word(text[end])) continue;
    if (needs_colon(entry.kind)) {
      const std::size_t behind = behind_colon(text, end);
      if (behind == end) continue;
      end = behind;
    }
    return FoundPhrase{entry.kind, static_cast<std::uint32_t>(end - at)};
  }
  return std::nullopt;
}

std::uint32_t wrote_at(std::string_view text, std::size_t at) {
  std::uint32_t length = 0;
  split(kWrote, [&](std::string_view words) {
    if (same(text, at, words)) length = static_cast<std::uint32_t>(words.size());
  });
  return length;
}

bool is_device(std::string_view word) {
  bool found = false;
  split(kDevices, [&](std::string_view device) {
    found = found || (word.size() == device.size() && same(word, 0, device));
  });
  return found;
}

}  // namespace attune
