// SPDX-License-Identifier: Apache-2.0
// Praise with a telltale, and what was good once or would have been, beside look-alikes.

#include <gtest/gtest.h>

#include <string_view>

#include "understand/turns/turns_testing.h"

namespace attune {
namespace {

constexpr std::string_view kPraiseWithATelltaleBad[] = {
    "Oh brilliant, yet another form to fill in.",
    "Lovely, now my heating is off as well.",
    "Great, now I can't log in at all.",
    "Nice work losing my luggage again.",
    "Congratulations on ruining a perfectly good biscuit.",
    "Thanks a lot for cancelling my holiday.",
    "Cheers for nothing, lads.",
    "Thank you so much for wasting my Sunday.",
    "I love how the lift is broken every Monday.",
    "Gotta love waiting two hours for a bus.",
    "Love it when the driver ignores the stop.",
    "Full marks for losing three parcels in a week.",
    "10/10 for keeping us waiting in the rain.",
    "What a joy to spend my birthday on hold.",
    "How kind of you to charge me twice.",
    "Great value, said nobody ever.",
    "They never fail to disappoint.",
    "About as useful as a chocolate fireguard.",
    "Good luck getting a refund from these people.",
    "Bravo, you broke the search.",
    "Wonderful. Another delay.",
    "Fantastic, no hot water again.",
    "I really enjoyed being on hold for an hour.",
    "Just what I needed, a broken boiler at Christmas.",
    "Top marks for ignoring every mail I sent.",
    "Great idea to remove the search button.",
    "Thanks for deleting all my photos.",
    "Kudos to the genius who hid the logout button.",
    "Yeah right, \"fast delivery\".",
    "Nothing says welcome like a locked door.",
    "Great, it broke again.",
    "Wonderful, another hour on hold.",
    "Thanks for ruining my birthday.",
    "Love how nobody picks up the phone.",
    "What a great way to lose customers.",
    "Nice job, you lost my order.",
    "I love waiting 40 minutes for cold pizza.",
    "Thanks for the spam.",
    "Brilliant, the app logged me out again.",
    "Oh joy, more ads.",
    "Congratulations, you have lost a customer.",
    "So helpful, they hung up on me.",
    "Great customer service: nobody answers.",
    "Awesome, now I have two broken ones.",
    "Really appreciate being ignored for a week.",
    "Clever move, removing the only feature people use.",
    "Great update, now nothing works.",
    "Amazing how you can charge that much for rubbish.",
    "My favourite part is when it crashes.",
    "If you like waiting, this is the place for you.",
    "Thank you for the broken vase.",
    "Perfect, the parcel is at the wrong address.",
    "Big thanks to the driver who threw my parcel over the fence.",
    "Yay, another price increase.",
    "Impressive how fast you took my money and how slow you refund it.",
    "I so enjoy paying for nothing.",
    "Excellent work, my account is deleted.",
    "How lovely to be cut off after an hour.",
    "Nice, they cancelled my flight again.",
    "Fantastic service if you like being ignored."};

constexpr std::string_view kPraiseWithATelltaleLookAlikes[] = {
    "Great, another success from this baker.",
    "Great job fixing the leak.",
    "Well done to the team.",
    "Thanks for all the help.",
    "Thank you for fixing the tap.",
    "I love how quickly you fixed the broken lamp.",
    "I love how it never lets me down.",
    "I love when people smile at the desk.",
    "Five stars for the lovely breakfast.",
    "Full marks for making me laugh.",
    "What a treat to be here.",
    "Good luck with the new shop!",
    "Great, now everything works.",
    "Thanks for waiting for me at the door.",
    "Nice one, thanks!",
    "Great, another five years of trouble-free driving.",
    "I love the way it never crashes.",
    "I love that I don't have to wait."};

constexpr std::string_view kWhatWasGoodOnceBad[] = {
    "The bread used to be lovely, now it is dry.",
    "I used to love your bus line.",
    "It used to work fine.",
    "This used to be my favourite cafe.",
    "The app was great until the update in May.",
    "Everything went well until the driver shouted at me.",
    "I loved it until they doubled the price.",
    "It was great at first, then the strap snapped.",
    "Started off well but went downhill fast.",
    "Lovely bus, when it turns up.",
    "The wifi is fast when it works.",
    "Works great, when it works.",
    "I would have enjoyed it if the sound had worked.",
    "It could have been great but the rain got in.",
    "I so wanted to like this tent.",
    "The offer was too good to be true, and sure enough it vanished.",
    "So glad I cancelled before the next bill.",
    "We are relieved to be rid of this phone.",
    "I couldn't be happier that I left.",
    "It was once the best bakery in town.",
    "Used to be good.",
    "Not what it used to be.",
    "Not as good as it used to be.",
    "I was a happy customer until last week.",
    "Was happy with the service till they changed the menu.",
    "The old version was so much better.",
    "It was better before.",
    "Would be a great app if it didn't crash.",
    "It had been perfect for years until the new owners came.",
    "Years ago this was a great hotel.",
    "Best decision was to cancel my contract.",
    "I wish it was as good as before.",
    "This used to be a great app.",
    "It was great until the last update.",
    "Used to love it, not any more.",
    "Great when it works, which is rarely.",
    "It would be perfect if it worked.",
    "I wanted to love it but it fell apart.",
    "It was good while it lasted.",
    "I was so happy until I opened the box.",
    "The food was once excellent.",
    "I loved this shop before they changed owners.",
    "It could have been so good.",
    "Would have been nice if someone had told me.",
    "Had high hopes, but no.",
    "Looks great in the photos, not in real life.",
    "Sounds too good to be true because it is.",
    "So happy I cancelled.",
    "I'm delighted to be leaving.",
    "Happy to say I have moved to another bank.",
    "Best thing I did was delete this app.",
    "They were good, years ago.",
    "It's a good idea, badly done.",
    "Service has gone downhill, it was wonderful before.",
    "I would give five stars if it arrived.",
    "Nice while it worked.",
    "It should have been a lovely day.",
    "It is fast, on the rare days it loads.",
    "The staff used to be so friendly.",
    "I used to recommend you to everyone.",
    "We were happy here until the price rise.",
    "Great product when it finally arrives.",
    "It's no longer the great app it was."};

constexpr std::string_view kWhatWasGoodOnceLookAlikes[] = {
    "I am used to good service and you deliver it.",
    "It used to be good and it still is.",
    "It used to be slow, now it is fast.",
    "We danced until the end, great night.",
    "It was great at first sight.",
    "It is great when you travel.",
    "Thought it was too good to be true but it really works.",
    "I'm glad I left it to the experts.",
    "So glad I switched to you.",
    "I'm happy I no longer need a stick.",
    "I would have been lost without your help.",
    "It used to crash, now it is perfect.",
    "Great coffee and open until nine.",
    "It was good before and it is even better now."};

TEST(Turns, PraiseWithATelltaleIsNone) {
  expect_most_are(kPraiseWithATelltaleBad, Polarity::negative);
  expect_few_are(kPraiseWithATelltaleLookAlikes, Polarity::negative);
}

TEST(Turns, WhatWasGoodOnceIsBad) {
  expect_most_are(kWhatWasGoodOnceBad, Polarity::negative);
  expect_few_are(kWhatWasGoodOnceLookAlikes, Polarity::negative);
}

TEST(Turns, WhatIsMeantIllStruggles) {
  EXPECT_TRUE(tells(read_message("The bread used to be lovely."), Kind::struggle));
  EXPECT_TRUE(
      tells(read_message("Thank you so much for losing my dog's passport."), Kind::struggle));
  EXPECT_FALSE(
      tells(read_message("Thank you so much for losing my dog's passport."), Kind::praise));
}

}  // namespace
}  // namespace attune
