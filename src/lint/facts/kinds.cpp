// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/kinds.h"

#include <algorithm>
#include <array>

#include "lint/facts/values.h"
#include "lint/facts/verdicts.h"

namespace attune {

namespace {

constexpr auto kKinds = std::to_array<FactKind>({
    {.name = "offer_ends",
     .wanted = "the day, such as 2026-06-30",
     .speaks_of = "when an offer ends, judged by the day of checking",
     .silent_on = "the end of anything else: a basket, a seat, a trial; hurry that names no end",
     .keyed = true,
     .fits = is_day,
     .judge = judge_end,
     .example = "2026-06-12",
     .cleared = "Hurry, the sale ends on Friday!",
     .left = "Your basket expires in 10 minutes."},
    {.name = "stock",
     .wanted = "the number that is left, such as 12",
     .speaks_of = "how many are left",
     .silent_on = "rushes (selling fast); numbers of hours, people or euros",
     .keyed = true,
     .fits = is_number,
     .judge = judge_count,
     .example = "3",
     .cleared = "Only 3 left!",
     .left = "Selling fast!"},
    {.name = "audience_size",
     .wanted = "the number of people who get it, such as 250",
     .speaks_of = "that the reader was chosen: true of a thousand people at most",
     .silent_on = "praise of the reader",
     .keyed = true,
     .fits = is_number,
     .judge = judge_audience,
     .example = "250",
     .cleared = "You've been hand-picked for this offer.",
     .left = "Someone with your taste deserves this."},
    {.name = "sources",
     .wanted = "who says so and where it can be looked up",
     .speaks_of = "crowds and experts with a noun of the source, or its numbers; where both give "
                  "numbers, they are the same",
     .silent_on = "every other crowd or expert of the message",
     .deniable = true,
     .fits = says_something,
     .judge = judge_source,
     .example = "https://example.org/dentist-survey: 9 of 10",
     .cleared = "9 of 10 dentists recommend it.",
     .left = "Bestseller: 1,204 sold this week."},
    {.name = "message_class",
     .wanted = "one of service, security, safety, health, recall, legal, outage, emergency, "
               "billing, transactional, marketing",
     .speaks_of = "warnings that such a message has to give (safety, health, recall, emergency: "
                  "all; security: of attacks; the others: of accounts, payments, deliveries)",
     .silent_on = "any warning of a message that sells",
     .fits = is_class,
     .judge = judge_class,
     .example = "security",
     .cleared = "Hackers already know your password.",
     .left = "Who would find you on the stairs?"},
    {.name = "sender",
     .wanted = "the name of the person who wrote it",
     .speaks_of = "what that person says of themselves",
     .silent_on = "feelings of a company, pet names, talks that did not take place",
     .deniable = true,
     .fits = is_person,
     .judge = judge_sender,
     .example = "Anna Okafor",
     .cleared = "I was thinking of you today.",
     .left = "Your bank loves you."},
    {.name = "consent",
     .wanted = "what they said yes to and where",
     .speaks_of = "what was added for the reader, named whole",
     .silent_on = "anything else that was added; boxes that take silence for a yes",
     .deniable = true,
     .fits = says_something,
     .judge = judge_named,
     .example = "travel insurance, ticked at checkout",
     .cleared = "We've added travel insurance to your basket.",
     .left = "We've added a travel adapter to your basket."},
    {.name = "price_terms",
     .wanted = "the price and its period, such as 9 EUR a month",
     .speaks_of = "costs that are held back; an amount is the same",
     .silent_on = "a cost with a name of its own (shipping, booking) that it does not give",
     .deniable = true,
     .one_text = true,
     .fits = has_amount,
     .judge = judge_price,
     .example = "9 EUR a month",
     .cleared = "Fees may apply.",
     .left = "Just pay shipping and handling."},
    {.name = "cancel_path",
     .wanted = "where people can leave by themselves, such as a link",
     .speaks_of = "what makes leaving sound hard",
     .silent_on = "steps, waits, fees and questions on the way out",
     .deniable = true,
     .fits = is_path,
     .judge = judge_path,
     .example = "https://example.org/cancel",
     .cleared = "You may cancel your membership at any time by contacting customer service.",
     .left = "To leave us, complete all nine steps."},
    {.name = "needed_for",
     .wanted = "what is asked for and what it is needed for",
     .speaks_of = "what the reader must give, named whole",
     .silent_on = "anything else that is asked for",
     .deniable = true,
     .fits = says_something,
     .judge = judge_named,
     .example = "phone number, for the driver to ring",
     .cleared = "Enter your phone number to see the price.",
     .left = "Enter your email address to see the price."},
    {.name = "attributes",
     .wanted = "what they told you and where",
     .speaks_of = "what the message knows of the reader, named whole",
     .silent_on = "anything else that it knows; what was watched, guessed or bought",
     .deniable = true,
     .fits = is_given,
     .judge = judge_given,
     .example = "salary, from the application form",
     .cleared = "Your salary came in, so here's something at that price.",
     .left = "We noticed you walked past our shop last night."},
});

}  // namespace

std::span<const FactKind> fact_kinds() {
  return kKinds;
}

const FactKind* fact_kind(std::string_view name) {
  const auto* const found = std::find_if(kKinds.begin(), kKinds.end(),
                                         [&](const FactKind& one) { return one.name == name; });
  return found == kKinds.end() ? nullptr : found;
}

}  // namespace attune
