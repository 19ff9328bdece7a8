// SPDX-License-Identifier: Apache-2.0
#include "text/others/quoted_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/random.h"
#include "text/ascii.h"
#include "text/byte_set.h"
#include "text/utf8.h"

namespace attune {
namespace {

/// What is left of `text`, one space for white space.
std::string own(std::string_view text) {
  std::vector<LeftOut> parts;
  quoted_parts(text, parts);
  std::string left;
  for (const char c : own_words(text, parts)) {
    if (!is_blank(c)) {
      left += c;
    } else if (!left.empty() && left.back() != ' ') {
      left += ' ';
    }
  }
  while (!left.empty() && left.back() == ' ') left.pop_back();
  return left;
}

TEST(ByteSet, FindsWhatTheLibraryFinds) {
  constexpr std::string_view kBytes = "<&\xC3\n";
  constexpr ByteSet kSet(kBytes);
  Random random(16);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(40); n > 0; --n)
      text += random.below(9) == 0 ? kBytes[random.below(4)] : static_cast<char>(random.below(256));
    const std::size_t at = random.below(text.size() + 2);
    ASSERT_EQ(kSet.first_in(text, at), std::string_view(text).find_first_of(kBytes, at));
  }
}

/// The kinds that are left out, in order, each once in a row.
std::vector<Others> kinds(std::string_view text) {
  std::vector<LeftOut> parts;
  quoted_parts(text, parts);
  std::vector<Others> found;
  for (const LeftOut& part : parts) {
    if (found.empty() || found.back() != part.kind) found.push_back(part.kind);
  }
  return found;
}

struct Mail {
  std::string_view text;
  std::string_view own;
};

void expect_own(const std::vector<Mail>& mails) {
  for (const Mail& mail : mails) EXPECT_EQ(own(mail.text), mail.own) << mail.text;
}

/// Nothing is left out of these.
void expect_whole(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) EXPECT_TRUE(kinds(text).empty()) << text;
}

TEST(QuotedParts, MailThatIsAnsweredToIsNotTheWriters) {
  expect_own({
      {"The lamp flickers.\n\nOn Tue, 3 Feb 2026 at 09:12, Help Desk <desk@shop.example> wrote:\n"
       "> Which bulb do you use?\n> We can send another.",
       "The lamp flickers."},
      {"> Which bulb do you use?\nThe small one.\n> And since when?\nSince March.",
       "The small one. Since March."},
      {"Bitte um Ersatz.\n\nAm 03.02.2026 um 09:12 schrieb Kundendienst <hilfe@laden.example>:\n"
       "Wir melden uns.",
       "Bitte um Ersatz."},
      {"Toujours rien.\n\nLe mar. 3 févr. 2026 à 09:12, Service <aide@magasin.example> a écrit :\n"
       "> Votre colis est parti.",
       "Toujours rien."},
      {"Sigo esperando.\n\nEl mar, 3 feb 2026 a las 9:12, Ayuda (<ayuda@tienda.example>) "
       "escribió:\n"
       "Gracias por su mensaje.",
       "Sigo esperando."},
      {"Ancora niente.\n\nIl giorno mar 3 feb 2026 alle ore 09:12 Aiuto <a@negozio.example> ha "
       "scritto:\n> Buongiorno",
       "Ancora niente."},
      {"Nog niets.\n\nOp di 3 feb. 2026 om 09:12 schreef Hulp <hulp@winkel.example>:\n> Dank u",
       "Nog niets."},
      {"Ingenting.\n\nDen tis 3 feb. 2026 kl 09:12 skrev Hjälp <hjalp@butik.example>:\nHej!",
       "Ingenting."},
      {"It leaks again.\n\n-----Original Message-----\nFrom: Service Desk\nSent: Tuesday\nTo: Ann\n"
       "Subject: RE: tap\nPlease send a photo.",
       "It leaks again."},
      {"It leaks again.\n________________________________\nFrom: Desk <d@shop.example>\n"
       "Date: Tuesday\nTo: Ann\nSubject: tap\n\nPlease send a photo.",
       "It leaks again."},
      {"Es tropft.\n\nVon: Dienst <d@laden.example>\nGesendet: Dienstag\nAn: Anna\nBetreff: "
       "Hahn\n\n"
       "Bitte ein Foto.",
       "Es tropft."},
      {"Any news?\n\nBegin forwarded message:\n\nFrom: Desk\nWe shipped it.", "Any news?"},
      {"It leaks. From: Desk Sent: Tuesday, 3 February To: Ann Subject: RE: tap Please wait.",
       "It leaks."},
      {"It leaks. On Tue, 3 Feb 2026 at 09:12 Desk <d@shop.example> wrote: > Please wait. > Bye",
       "It leaks."},
      {"Still cold.\n---------- Forwarded message ---------\nFrom: Desk\nOur boiler is fine.",
       "Still cold."},
  });
}

TEST(QuotedParts, HeadsOfOnesOwnMailGoAndItsWordsStay) {
  expect_own({
      {"From: Ann <ann@mail.example>\nDate: 3 Feb\nTo: Desk\nSubject: Tap leaks\n\nIt leaks.",
       "Tap leaks It leaks."},
      {"On Tue, 3 Feb 2026 at 09:12, Ann <ann@mail.example> wrote:\nIt leaks.", "It leaks."},
      {"-----Original Message-----\nIt leaks.", "It leaks."},
  });
}

TEST(QuotedParts, ASignatureIsNotWhatIsSaid) {
  expect_own({
      {"No heat since Friday.\n\nKind regards,\nAnn Miller\nHead of Facilities",
       "No heat since Friday."},
      {"No heat.\n-- \nAnn Miller\nMiller & Sons Ltd\n+44 20 7946 0000", "No heat."},
      {"No heat.\nBest regards\nAnn\nwww.miller.example", "No heat."},
      {"Keine Heizung.\n\nMit freundlichen Grüßen\nAnna Müller", "Keine Heizung."},
      {"Pas de chauffage.\nCordialement,\nAnne Meunier", "Pas de chauffage."},
      {"Sin calefacción.\nSaludos cordiales,\nAna", "Sin calefacción."},
      {"No heat.\nSent from my Galaxy", "No heat."},
      {"No heat. Sent from my iPad", "No heat."},
      {"No heat.\nGet Outlook for Android", "No heat."},
      {"Keine Heizung.\nVon meinem iPhone gesendet", "Keine Heizung."},
      {"Pas de chauffage.\nEnvoyé de mon iPhone", "Pas de chauffage."},
      {"No heat. Yours sincerely, Ann Miller", "No heat."},
      {"Please send somebody.\nThanks,\nAnn Miller", "Please send somebody. Thanks,"},
      {"No heat.\nRegards,\nAnn\n\nPS: the hall is cold too", "No heat. PS: the hall is cold too"},
  });
}

TEST(QuotedParts, ALegalNoticeIsNotWhatIsSaid) {
  expect_own({
      {"Two cups are chipped.\n\nThis email and its files are confidential and meant for the "
       "intended recipient only.",
       "Two cups are chipped."},
      {"Two cups are chipped.\nCONFIDENTIALITY NOTICE: the contents are privileged and for the "
       "addressee.\nDelete it otherwise.",
       "Two cups are chipped."},
      {"Two cups are chipped. If you are not the intended recipient, delete this.",
       "Two cups are chipped."},
      {"Two cups are chipped.\nPlease consider the environment before printing this e-mail.",
       "Two cups are chipped."},
      {"Zwei Tassen sind kaputt.\n\nDiese E-Mail ist vertraulich und nur für den Empfänger.",
       "Zwei Tassen sind kaputt."},
      {"Deux tasses cassées.\n\nCe message est confidentiel et réservé à son destinataire.",
       "Deux tasses cassées."},
  });
}

TEST(QuotedParts, AnAnswerBelowIsTheCompanys) {
  expect_own({
      {"Cold soup.\n\nResponse from the owner: We are sorry that your soup was cold.",
       "Cold soup."},
      {"Cold soup.\nDeveloper response:\nThank you, we will look into it.", "Cold soup."},
      {"Cold soup. Response from the owner 2 weeks ago Thank you for coming to us.", "Cold soup."},
      {"Cold soup.\nResponse from Ann, Manager at The Spoon\nWe are sorry about the soup.",
       "Cold soup."},
      {"Kalte Suppe.\nAntwort vom Inhaber: Das tut uns sehr leid.", "Kalte Suppe."},
      {"Soupe froide.\nRéponse du propriétaire : Nous sommes vraiment désolés.", "Soupe froide."},
      {"Sopa fría.\nRespuesta del propietario: Sentimos mucho lo ocurrido.", "Sopa fría."},
      {"Customer: my soup is cold\nAgent: Let me see what I can do\nCustomer: it was cold twice",
       "my soup is cold it was cold twice"},
  });
}

TEST(QuotedParts, OfATextAndItsTranslationOneIsRead) {
  expect_own({
      {"(Translated by Google) The soup was cold and late\n\n(Original)\nDie Suppe war kalt und "
       "kam "
       "zu spät",
       "The soup was cold and late"},
      {"The soup was cold and late\n\n(Translated by Google)\nDie Suppe war kalt und kam zu spät\n"
       "(Original)\nThe soup was cold and late",
       "The soup was cold and late The soup was cold and late"},
      {"(Translated by Google) La zuppa era fredda\n(Original)\nThe soup was cold, never again",
       "The soup was cold, never again"},
      {"(Translated by Google) The soup was cold", "The soup was cold"},
  });
}

TEST(QuotedParts, MarkupIsNotWords) {
  expect_own({
      {"<p>The <b>door</b> sticks.</p><p>It creaks.</p>", "The door sticks. It creaks."},
      {"The door sticks.<br />It creaks.&nbsp;A lot", "The door sticks. It creaks. A lot"},
      {"<style>p { color: red }</style><div class=\"x\">The door sticks</div>", "The door sticks"},
      {"The door sticks<!-- form 7 -->", "The door sticks"},
      {R"({"id": 17, "comment": "The door sticks", "lang": "en"})", "The door sticks"},
      {R"([{"q":"q1","a":"The door sticks"},{"q":"q2","a":"It creaks too"}])",
       "The door sticks It creaks too"},
      {R"({"channel":"web form","comment":"The door sticks"})", "The door sticks"},
      {R"({"answer":"expensive"})", "expensive"},
      {R"("4711","2026-02-03","2","The door sticks badly","en")", "The door sticks badly"},
      {"4711;2026-02-03;2;The door sticks badly;web", "The door sticks badly"},
      {"The door sticks;;;;", "The door sticks"},
      {"<blockquote>We fixed it.</blockquote>The door sticks", "The door sticks"},
  });
}

TEST(QuotedParts, OrdinarySentencesStayWhole) {
  expect_whole({
      "From: Leeds to York, and not one seat",
      "From: Leeds\nTo: York\nDate: 5 May\nThe train never came",
      "On Monday the driver wrote: I am outside. He was not.",
      "On 3 March 2026 your agent wrote:\n'We will refund you.'\nNothing came.",
      "> 30 minutes on hold, twice",
      ">:( closes every time",
      "I <3 this app",
      "price < 10 and quality > 5",
      "You promised <name> would call",
      "Sent from my local shop to Leeds, it took nine days",
      "Sent from my phone but nothing arrived",
      "I had it sent from Samsung directly",
      "Response from the owner was rude",
      "Reply from them: nothing at all for a whole week",
      "Reply from Support took a week",
      "The developer response was quick",
      "Developer response: none so far",
      "Best wishes for the team!",
      "Regards the delivery, it never came",
      "With kind regards they refused my refund",
      "This message is about my order",
      "This email never reached me, it was intended for my old address",
      "Your staff read my confidential email aloud, it was intended for the manager",
      "Disclaimer: I only used it for a week",
      "Thanks, the lamp works",
      "Thanks\nit works now",
      "Subject: to change, they said",
      "Agent: rude. I hung up.",
      "{sigh} why is it so slow",
      "[Update] still broken after a week",
      "\"Great\",\"Fast\",\"Cheap\"",
      "2 stars; slow, pricey; never again; bye",
      "I said -- twice -- that it leaks",
      "(Original) boxes only, please",
      "Well,,, not great",
  });
}

TEST(QuotedParts, NamesWhatItLeavesOut) {
  const std::string_view text =
      "It leaks.<br>Kind regards\nAnn\n\n> Which tap?\nThis e-mail is confidential and only for "
      "the "
      "addressee.";
  EXPECT_EQ(kinds(text),
            (std::vector{Others::markup, Others::signature, Others::quote, Others::disclaimer}));
}

TEST(QuotedParts, PlacesAreInOrderDisjointAndCutAtCharactersWhateverTheBytes) {
  const std::string_view pieces[] = {"On 3 May 2026 at 10:00 <a@b> wrote:",
                                     "> ",
                                     "\n",
                                     "\xC3",
                                     "é",
                                     "Kind regards",
                                     "From:",
                                     "To:",
                                     "Sent:",
                                     "Subject:",
                                     "---",
                                     "Original Message",
                                     "<style>",
                                     "<!--",
                                     "</p>",
                                     "{\"a\":",
                                     "\"",
                                     ";",
                                     "(Original)",
                                     "(Translated by Google)",
                                     "Agent:",
                                     "Customer:",
                                     "--",
                                     "Sent from my iPhone",
                                     "\xF0\x9F",
                                     "&amp;"};
  std::uint32_t draw = 7;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      draw = draw * 1664525U + 1013904223U;
      text += pieces[(draw >> 16) % std::size(pieces)];
      if ((draw & 0x100U) != 0) text += ' ';
    }
    std::vector<LeftOut> parts;
    quoted_parts(text, parts);
    std::uint32_t last = 0;
    for (const LeftOut& part : parts) {
      ASSERT_LE(last, part.span.begin) << text;
      ASSERT_LT(part.span.begin, part.span.end) << text;
      last = part.span.end;
    }
    ASSERT_LE(last, text.size());
    ASSERT_EQ(own_words(text, parts).size(), text.size());
  }
}

TEST(QuotedParts, WhatIsReadOnceMoreHasNothingLeftToLeaveOut) {
  const std::string_view text =
      "It leaks.\n\nKind regards\nAnn\n\n> Which tap?\n> The old one?\nIt is the new one.";
  std::vector<LeftOut> parts;
  quoted_parts(text, parts);
  const std::string once = own_words(text, parts);
  quoted_parts(once, parts);
  EXPECT_TRUE(parts.empty());
  EXPECT_EQ(once.find("It is the new one."), text.find("It is the new one."));
}

}  // namespace
}  // namespace attune
