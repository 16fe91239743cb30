package firsthour.response.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each rule finds, and what it lets pass.
class ReplyRulesTest {
    private static final Situation KIM = Situation.ofKim();

    private static List<String> fragments(Rule rule, Situation in, String text) {
        return rule.check(text, in.context()).stream().map(it -> it.fragment(text)).toList();
    }

    private static List<Finding> all(Rule rule, Situation in, String text) {
        return rule.check(text, in.context());
    }

    @Nested
    class Length {
        @Test
        void aTextThatTheNetworkWouldNotTakeIsTooLong() {
            assertThat(all(new LengthRule(), KIM.limit(10), "12345678901"))
                    .extracting(Finding::words)
                    .containsExactly(
                            "The text is too long for Letters: 11 of 10 characters. Shorten it.");
        }

        @Test
        void whatJustFitsFits() {
            assertThat(all(new LengthRule(), KIM.limit(10), "1234567890")).isEmpty();
            assertThat(all(new LengthRule(), KIM.limit(1), "😀")).isEmpty();
        }

        @Test
        void whereNobodyKnowsTheLengthNothingIsTooLong() {
            assertThat(all(new LengthRule(), KIM, "x".repeat(20_000))).isEmpty();
        }
    }

    @Nested
    class Capitals {
        @ParameterizedTest
        @CsvSource({
            "We are VERY sorry., VERY",
            "This is IMPORTANT to us., IMPORTANT",
            "PLEASE READ THIS. Thank you., PLEASE READ THIS",
            "Do NOT throw it away., NOT",
            "ÄRGERLICH for you., ÄRGERLICH"
        })
        void shoutingIsFoundWhereItStands(String text, String shouted) {
            assertThat(fragments(new CapitalsRule(), KIM, text)).containsExactly(shouted);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "I am sorry, Kim.",
                    "The USB port and the LED are covered.",
                    "It comes by DHL or UPS.",
                    "See https://example.org/READ/THIS and #COFFEE, @KESTREL.",
                    "Part KX-HANDLE-2 is in the post."
                })
        void abbreviationsLinksAndNamesAreNone(String text) {
            assertThat(all(new CapitalsRule(), KIM, text)).isEmpty();
        }

        @Test
        void theBrandsOwnWordsAreNone() {
            assertThat(all(new CapitalsRule(), KIM.knowing("KESTREL"), "Your KESTREL is covered."))
                    .isEmpty();
        }

        @Test
        void whatTheCustomerShoutedMayBeQuoted() {
            var angry = KIM.wrote("IT BROKE AGAIN and nobody answers");
            assertThat(all(new CapitalsRule(), angry, "You wrote “IT BROKE AGAIN”. I am sorry."))
                    .isEmpty();
            assertThat(all(new CapitalsRule(), KIM, "You wrote “IT BROKE AGAIN”. I am sorry."))
                    .hasSize(1);
        }
    }

    @Nested
    class PrivateData {
        @ParameterizedTest
        @CsvSource({
            "I wrote to kim.vale@mail.example about it., kim.vale@mail.example",
            "We call you on +49 30 1234567 now., +49 30 1234567",
            "We call you on (030) 123-4567 now., (030) 123-4567",
            "Your order number is 4711-0815., 4711-0815",
            "Order #20481 left today., #20481",
            "I found #20481 in the system., #20481",
            "Tracking code JD014600003 says so., JD014600003"
        })
        void whatBelongsToOneCustomerIsFound(String text, String found) {
            assertThat(fragments(new PrivateDataRule(), KIM, text)).containsExactly(found);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "@kimv@social.example thank you.",
                    "It arrives on 2026-11-20, or on 21.11.2026.",
                    "All 1,200 parcels of your order were late by 3 days.",
                    "See https://example.org/orders/20481000 for all.",
                    "Your order left today, and 100 more.",
                    "It costs 25 euros."
                })
        void whatAnybodyMayReadIsNot(String text) {
            assertThat(all(new PrivateDataRule(), KIM, text)).isEmpty();
        }

        @Test
        void theBrandsOwnNumberIsAFact() {
            var shop = KIM.facts("You reach us on 030 7654321 until six.");
            assertThat(all(new PrivateDataRule(), shop, "Call us on 030-7654321.")).isEmpty();
            assertThat(all(new PrivateDataRule(), shop, "Call us on 030-7654322.")).hasSize(1);
        }
    }

    @Nested
    class Promise {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "We will send a new one by Friday.",
                    "I’ll call you tomorrow.",
                    "We will refund the whole amount.",
                    "You'll have it within 3 days.",
                    "I promise that it works.",
                    "The parcel will arrive on Monday."
                })
        void aDayOrARemedyIsAPromise(String text) {
            assertThat(fragments(new PromiseRule(), KIM, text)).containsExactly(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "I have seen this and look into it now.",
                    "We will look at it.",
                    "We refunded it on Monday.",
                    "It broke within 3 days, which is bad."
                })
        void whatWasDoneOrIsVagueIsNone(String text) {
            assertThat(all(new PromiseRule(), KIM, text)).isEmpty();
        }

        @Test
        void whatIsRecordedIsNotAskedAgain() {
            assertThat(all(new PromiseRule(), KIM.promiseRecorded(), "I'll call you tomorrow."))
                    .isEmpty();
        }
    }

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(strings = {"Hello Kim, sorry.", "Dear Ms VALE, sorry.", "@kimv sorry."})
        void anyPartOfTheNameWillDo(String text) {
            assertThat(all(NameRules::customer, KIM, text)).isEmpty();
        }

        @Test
        void aWordThatHoldsTheNameIsNotTheName() {
            assertThat(all(NameRules::customer, KIM, "We skimmed through your post."))
                    .extracting(Finding::words)
                    .containsExactly("Address the customer by name: Kim.");
        }

        @Test
        void emojiInNamesAreNotAskedFor() {
            var flowery = KIM.customer("🌸🌸 Anaïs 🐝 ✨", "");
            assertThat(all(NameRules::customer, flowery, "Hello Anaïs, sorry.")).isEmpty();
            assertThat(all(NameRules::customer, flowery, "Hello, sorry."))
                    .extracting(Finding::words)
                    .containsExactly("Address the customer by name: Anaïs.");
        }

        @Test
        void whoHasNoNameAtAllIsNotAskedFor() {
            assertThat(all(NameRules::customer, KIM.customer("🌸🌸", ""), "Hello.")).isEmpty();
            assertThat(all(NameRules::customer, KIM.customer("", ""), "Hello.")).isEmpty();
        }

        @Test
        void whoOnlyHasAnAccountIsCalledByIt() {
            assertThat(all(NameRules::customer, KIM.customer("", "coffee_77"), "Hello."))
                    .extracting(Finding::words)
                    .containsExactly("Address the customer by name: coffee_77.");
        }

        @Test
        void whoHandlesItIsNamed() {
            assertThat(all(NameRules::staff, KIM, "We are sorry. Tom")).isEmpty();
            assertThat(all(NameRules::staff, KIM, "We are sorry. Tomorrow is better."))
                    .extracting(Finding::words)
                    .containsExactly("Say who handles it: sign with Tom.");
        }
    }

    @Nested
    class Substance {
        @Test
        void whatTheyWroteIsTakenUp() {
            assertThat(all(SubstanceRules::quote, KIM, "A handle must not come off a grinder."))
                    .isEmpty();
            assertThat(all(SubstanceRules::quote, KIM, "“broke after two days” should not be."))
                    .isEmpty();
        }

        @Test
        void aReplyToAnybodyIsTold() {
            assertThat(all(SubstanceRules::quote, KIM, "We are sorry to hear that."))
                    .flatExtracting(Finding::instead)
                    .containsExactly(
                            "“The handle came off and there is coffee all over the kitchen.”");
        }

        @Test
        void aFirstWordNeedNotQuote() {
            assertThat(all(SubstanceRules::quote, KIM.acknowledging(), "We have seen it."))
                    .isEmpty();
            var asking = KIM.wrote("Where is my parcel?").acknowledging();
            assertThat(all(SubstanceRules::questions, asking, "We have seen it.")).isEmpty();
        }

        @Test
        void aPostOfFewWordsNeedsNoQuote() {
            assertThat(all(SubstanceRules::quote, KIM.wrote("Never again."), "Sorry.")).isEmpty();
            assertThat(all(SubstanceRules::quote, KIM.wrote(""), "Sorry.")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "When does it arrive? | It is with the carrier. | true",
                    "When does it arrive? | It arrives on Thursday. | false",
                    "Why was I charged twice? | We are sorry. | true",
                    "Why was I charged twice? | Because our till failed. | false",
                    "Do you repair grinders? | We are sorry. | true",
                    "Do you repair grinders? | Yes, we repair them. | false",
                    "Really? | We are sorry. | false"
                })
        void aQuestionIsTakenUpByItsWordsOrByWhatItAsksFor(
                String post, String reply, boolean told) {
            assertThat(all(SubstanceRules::questions, KIM.wrote(post), reply))
                    .hasSize(told ? 1 : 0)
                    .allSatisfy(it -> assertThat(it.words()).contains("That is a guess"));
        }

        @Test
        void aNextStepIsGiven() {
            assertThat(all(SubstanceRules::nextStep, KIM, "Please send us a picture.")).isEmpty();
            assertThat(all(SubstanceRules::nextStep, KIM, "I will look into it.")).isEmpty();
            assertThat(all(SubstanceRules::nextStep, KIM, "Sorry to hear that.")).hasSize(1);
        }
    }

    @Nested
    class Likeness {
        private static final String BEFORE =
                "Hello @ann, we are very sorry that your grinder broke so soon. Please send us a"
                        + " picture of it in a private message, and we look into it today.";

        @Test
        void theSameWordsToAnotherCustomerAreATwin() {
            var text = BEFORE.replace("@ann", "@kimv");
            var found = all(LikenessRule::check, KIM.told(BEFORE), text);
            assertThat(found).extracting(Finding::weight).containsExactly(Weight.MUST);
            assertThat(LikenessRule.likest(text, KIM.told(BEFORE).context()))
                    .contains(new Checked.Likeness(1, 100));
        }

        @Test
        void anotherReplyIsNone() {
            var text =
                    "Hello Kim, a handle that comes off after two days is our mistake. Keep the old"
                            + " one; I have asked the workshop what went wrong there.";
            assertThat(all(LikenessRule::check, KIM.told(BEFORE), text)).isEmpty();
            assertThat(LikenessRule.likest(text, KIM.told(BEFORE).context())).isEmpty();
        }

        @Test
        void halfOfTheSameWordsIsShownAndStopsNothing() {
            var text =
                    BEFORE.replace(
                            "Please send us a picture of it",
                            "The handle of this one came off in two other kitchens as well. Send it");
            var found = all(LikenessRule::check, KIM.told(BEFORE), text);
            assertThat(found).extracting(Finding::weight).containsExactly(Weight.ADVICE);
        }

        @Test
        void ofSeveralTheNewestOfTheLikestIsShown() {
            assertThat(
                            LikenessRule.likest(
                                    BEFORE,
                                    KIM.told("Something else altogether.", BEFORE, BEFORE)
                                            .context()))
                    .contains(new Checked.Likeness(3, 100));
        }

        @Test
        void aFewWordsOfSympathyAreAlikeByNature() {
            var sorry = "We are so sorry about that.";
            assertThat(LikenessRule.likest(sorry, KIM.told(sorry).context())).isEmpty();
        }
    }

    @Test
    void aFindingIsKnownByItsWordsWhereverTheyStand() {
        var one = "VERY sorry";
        var other = "We are VERY sorry";
        assertThat(all(new CapitalsRule(), KIM, one).getFirst().key(one))
                .isEqualTo(all(new CapitalsRule(), KIM, other).getFirst().key(other))
                .isNotEqualTo(all(new CapitalsRule(), KIM, "NOT now").getFirst().key("NOT now"));
    }
}
