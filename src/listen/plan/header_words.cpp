// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/header_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "listen/plan/fold.h"

namespace attune {

namespace {

/// Folded names (see fold_name), best fit first, blank-separated.
struct Row {
  Field field;
  double fit;
  std::string_view names;
};

constexpr auto kNames = std::to_array<Row>({
    {Field::text, 1,
     "text body review review_text review_body reviewtext feedback feedback_text message "
     "message_text message_body content verbatim verbatims tweet tweet_text complaint_text "
     "consumer_complaint_narrative complaint_narrative comment_text review_content full_text "
     "free_text open_text freitext kommentartext bewertungstext rezensionstext nachricht "
     "nachrichtentext rueckmeldung texte texto testo tekst commentaire commentaires comentario "
     "comentarios resena commento commenti recensione recensie opmerking opmerkingen komentarz "
     "tresc mensaje mensagem messaggio bericht meddelande"},
    {Field::text, .95,
     "comment comments kommentar kommentare anmerkung anmerkungen rezension avis remarque "
     "remarques observaciones complaint narrative beschwerde plainte reclamation queja reclamo "
     "reclamacao opinion opinie opinia meinung remarks value_text issue_description "
     "ticket_description answer_text response_text comment_body"},
    {Field::text, .8,
     "post posts msg description beschreibung descripcion descrizione utterance sentence inhalt "
     "contenu contenido contenuto conteudo notes transcript seeker_post reactie recension"},
    {Field::text, .6,
     "answer response antwort reponse respuesta risposta resposta bewertung avaliacao beoordeling "
     "details detail note document dialogue conversation retour question summary caption premise"},
    {Field::text, .35, "subject title headline betreff titel titre titulo reply"},
    {Field::title, 1,
     "title review_title review_headline comment_title feedback_title titel titre titulo titolo "
     "tytul rubrik"},
    {Field::title, .9,
     "summary headline subject betreff asunto objet oggetto assunto one_liner review_summary "
     "ticket_subject"},
    {Field::id, 1,
     "id _id uuid guid review_id reviewid comment_id feedback_id message_id msg_id tweet_id ticket "
     "ticket_id ticket_number ticket_no case_id case_number complaint_id response_id responseid "
     "respondent_response_id submission_id record_id row_id event_id post_id survey_response_id "
     "conversation_message_id ticketnummer vorgangsnummer bewertungs_id beschwerde_id "
     "identifiant id_avis id_ticket id_resena"},
    {Field::id, .6, "nr no nummer number numero key reference ref sentence_id answer_id"},
    {Field::person, 1,
     "person person_id user user_id userid username user_name customer customer_id customerid "
     "customer_name customer_number client_id author author_id reviewer reviewer_id reviewerid "
     "respondent respondent_id kunde kunden_id kundennummer kundennr kundenname nutzer nutzer_id "
     "benutzer benutzer_id client cliente cliente_id id_cliente id_client usuario utilisateur "
     "auteur autor verfasser utente klant klant_id klantnummer klient kund"},
    {Field::person, .85,
     "author_name authorname reviewer_name reviewername reviewer_nickname email e_mail "
     "email_address user_email customer_email screen_name handle nickname member member_id "
     "account_id contact contact_id requester requester_id sender sender_id from_user "
     "profile_name profilename nick player_id visitor_id subscriber_id uid external_user_id"},
    {Field::person, .6, "name from from_name nom nombre nome vorname absender guest_name account"},
    {Field::time, 1,
     "time timestamp date datetime date_time created_at createdat created creation_date "
     "date_created created_time created_on date_received received_at date_submitted submitted_at "
     "submission_date posted_at post_date published_at review_date reviewed_at review_time "
     "review_created_at tweet_created unix_review_time unixreviewtime sent_at sent_date "
     "recorded_date recordeddate at datum erstellt erstellt_am erstellungsdatum eingangsdatum "
     "zeitpunkt zeitstempel date_de_creation date_creation date_avis fecha fecha_creacion "
     "fecha_de_creacion fecha_hora data_creazione data_criacao aangemaakt_op date_utworzenia "
     "response_date survey_date feedback_date date_of_review date_posted time_submitted"},
    {Field::time, .8,
     "data tid dato day tag jour dia giorno end_date enddate completed_at horodatage "
     "review_submit_date_and_time last_modified_date"},
    {Field::time, .5, "start_date startdate updated_at date_updated year_month reviewtime"},
    {Field::channel, 1, "channel kanal canal canale kanaal submitted_via via_channel"},
    {Field::channel, .8,
     "source via medium platform plattform plateforme plataforma quelle origin"},
    {Field::brand, 1,
     "brand brand_name company company_name airline airline_name app app_name marke marque marca "
     "firma entreprise empresa azienda merk merchant merchant_name"},
    {Field::brand, .8,
     "business business_name shop store store_name vendor provider organisation organization hotel "
     "hotel_name restaurant bank package_name haendler unternehmen fournisseur"},
    {Field::rating, 1,
     "rating stars star_rating star_ratings review_rating reviewrating overall_rating rating_value "
     "ratings sterne sternebewertung etoiles estrellas stelle estrelas nps csat nps_score "
     "csat_score puntuacion calificacion valoracion voto nota punteggio ocena betyg"},
    {Field::rating, .8,
     "overall score note bewertung evaluation rate satisfaction satisfaction_score avaliacao "
     "beoordeling cijfer grade punkte zufriedenheit"},
    {Field::role, 1, "role sender_type author_type sender_role author_role participant_role rolle"},
    {Field::role, .9,
     "inbound is_inbound outbound direction speaker from_customer is_customer is_agent from_agent "
     "actor sender_kind user_type message_type richtung"},
    {Field::in_reply_to, 1,
     "in_reply_to in_reply_to_id in_reply_to_status_id in_response_to in_response_to_id "
     "in_response_to_tweet_id reply_to reply_to_id replied_to_id parent_id parent_message_id "
     "parent_comment_id antwort_auf"},
    {Field::in_reply_to, .8, "parent"},
    {Field::context, 1,
     "context previous_message previous_text parent_text quoted_text customer_message kontext "
     "contexte contexto"},
    {Field::lang, 1,
     "lang language language_code lang_code locale sprache langue idioma lingua taal jezyk "
     "spraak user_language userlanguage review_language"},
    {Field::purposes, 1,
     "purposes purpose allowed_purposes consent_purposes consents zwecke finalites"},
    // What looks like a name of one field and is none.
    {Field::time, 0, "replied_at reply_date response_time updated resolved_at closed_at due_date"},
    {Field::brand, 0, "company_response company_public_response"},
    {Field::text, 0, "company_response company_public_response response_id template context"},
    {Field::id, 0, "user_id customer_id product_id thread_id template_id page_id app_id order_id"},
    {Field::person, 0, "user_timezone user_language"},
    {Field::channel, 0, "source_id"},
    {Field::rating, 0, "score_gold"},
    {Field::role, 0, "role_id"},
    {Field::in_reply_to, 0, "reply"},
    {Field::context, 0, "context_id"},
    {Field::lang, 0, "programming_language"},
    {Field::purposes, 0, "purpose_id"},
    {Field::title, 0, "product_title job_title"},
});

bool contains_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (starts && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// True if any '_'-separated part of `folded` stands in `list`.
bool has_part(std::string_view folded, std::string_view list) {
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find('_'), folded.size());
    if (end > 0 && contains_word(list, folded.substr(0, end))) return true;
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return false;
}

/// "author.name" as its last part, "name", and the part before it, "author".
struct Path {
  std::string last;
  std::string parent;  ///< Empty for a plain name.
};

Path path_of(std::string_view name) {
  // A dot between the words of a sentence is no path.
  const std::size_t dot = name.rfind('.');
  const bool path = dot != std::string_view::npos && dot + 1 < name.size() &&
                    name.find(' ') == std::string_view::npos;
  if (!path) return {.last = fold_name(name)};
  std::string_view parent = name.substr(0, dot);
  if (const std::size_t before = parent.rfind('.'); before != std::string_view::npos) {
    parent.remove_prefix(before + 1);
  }
  return {.last = fold_name(name.substr(dot + 1)), .parent = fold_name(parent)};
}

/// A question that people were asked, as survey tools write it above the answers.
bool is_question(std::string_view name) {
  return name.ends_with('?') || std::count(name.begin(), name.end(), ' ') >= 3;
}

bool about_folded_text(std::string_view folded) {
  constexpr std::string_view kAbout =
      "id ids date time datum fecha count counts num number length len size score scores label "
      "labels gold sentiment emotion emotions topic topics theme themes intent intents lang "
      "language url link uri by at on type typ kind status state rating stars title titel titre "
      "author user username name category categories confidence reason aspect aspects polarity "
      "version flag is has helpful votes likes country region city model prediction predicted "
      "annotation annotator tag tags hash source channel product timely response_time timezone "
      "valence llm span spans template reply replied email phone consent";
  return has_part(folded, kAbout);
}

double part_fit(Field field, std::string_view folded) {
  switch (field) {
    case Field::text:
      return has_part(folded,
                      "review reviews comment comments feedback message text body verbatim "
                      "complaint tweet content kommentar commentaire comentario narrative remarks "
                      "description answer response nachricht mensaje opinion utterance transcript "
                      "freitext texte texto post anmerkung")
                 ? .7
                 : 0;
    case Field::time:
      if (has_part(folded, "replied reply updated modified birth due expiry closed resolved")) {
        return 0;
      }
      return has_part(folded, "date datum fecha timestamp created datetime") ? .6 : 0;
    case Field::person:
      return has_part(folded,
                      "user customer reviewer respondent kunde kunden client cliente member "
                      "usuario author") &&
                     has_part(folded, "id name no nr number nummer hash email key uid")
                 ? .75
                 : 0;
    case Field::id:
      return folded.ends_with("_id") &&
                     !has_part(folded,
                               "user customer client author reviewer respondent person member "
                               "product item app brand order thread conversation session campaign "
                               "store template page parent reply response_to account asin image "
                               "category test")
                 ? .5
                 : 0;
    case Field::rating:
      return has_part(folded, "rating stars sterne nps csat") ? .6 : 0;
    default:
      return 0;
  }
}

double folded_fit(Field field, std::string_view folded) {
  if (folded.empty()) return 0;
  double best = -1;
  for (const Row& row : kNames) {
    if (row.field != field || !contains_word(row.names, folded)) continue;
    best = std::max(best, row.fit);
  }
  if (best >= 0) return best;
  // Long headers are survey questions, whose words do not name the column.
  if (folded.size() > 40) return 0;
  if (field == Field::text && about_folded_text(folded)) return 0;
  return part_fit(field, folded);
}

}  // namespace

double name_fit(Field field, std::string_view name) {
  if (name.size() > 200) return 0;
  if (name == "_id") return field == Field::id ? 1 : 0;
  const Path path = path_of(name);
  if (path.parent.empty()) return folded_fit(field, path.last);
  // "author.id" is a person, "os.name" nobody: short words mean what the part before them says.
  const double whole = folded_fit(field, path.parent + "_" + path.last);
  const double last = path.last == "id" ? 0 : folded_fit(field, path.last);
  return std::max(whole, last >= .8 ? last : 0);
}

bool about_text(std::string_view name) {
  if (is_question(name)) return false;
  const std::string folded = path_of(name).last;
  return folded.size() <= 40 && about_folded_text(folded);
}

bool known_header(std::string_view name) {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (name_fit(static_cast<Field>(i), name) >= .6) return true;
  }
  return false;
}

}  // namespace attune
