package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Ratio;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SeededHistoryTest {
    @Nested
    class Of {
        /** One in some hundred thousand programs has to withdraw all its rewards, as that of the last seed does. */
        @Test
        void seededHistoriesAreThereForEverySeed() {
            for (long i = 0; i < 10_000; i++) {
                long seed = i * 0x9E3779B97F4A7C15L;
                assertThat(SeededHistory.of(seed).events()).as("seed %s", seed).hasSizeBetween(20, 200);
            }
            assertThat(SeededHistory.of(2_645_263_029_939L).events()).isNotEmpty();
        }

        @Test
        @Tag("D2")
        void theSameSeedGivesTheSameHistory() {
            for (long seed = 0; seed < 100; seed++) {
                SeededHistory one = SeededHistory.of(seed);
                SeededHistory other = SeededHistory.of(seed);
                assertThat(other.events()).isEqualTo(one.events());
                assertThat(other.program().stableText()).isEqualTo(one.program().stableText());
                assertThat(other.describe()).isEqualTo(one.describe());
            }
        }

        @Test
        @Tag("A4")
        void seededProgramsHaveMultipliersBelowOneAndCappedOnesOfBothKinds() {
            Set<String> drawn = new TreeSet<>();
            for (long seed = 0; seed < 300; seed++) {
                for (Rule rule : SeededHistory.of(seed).program().rules()) {
                    if (rule instanceof Multiplier multiplier) {
                        Ratio factor = multiplier.effect().factor();
                        drawn.add(multiplier.effect().getClass().getSimpleName()
                                + (factor.compareTo(Ratio.ONE) < 0 ? " below one" : " above one")
                                + (rule.caps().isEmpty() ? "" : ", capped"));
                    }
                }
            }
            assertThat(drawn)
                    .containsExactly(
                            "MultipliesExact above one",
                            "MultipliesExact above one, capped",
                            "MultipliesExact below one",
                            "MultipliesRounded above one",
                            "MultipliesRounded above one, capped",
                            "MultipliesRounded below one");
        }

        @Test
        void anotherSeedGivesAnotherHistory() {
            assertThat(SeededHistory.of(1).events())
                    .isNotEqualTo(SeededHistory.of(2).events());
        }

        @Test
        void seededHistoriesHaveOneToThreeCustomersAndTwentyToTwoHundredEvents() {
            for (long seed = 0; seed < 300; seed++) {
                SeededHistory history = SeededHistory.of(seed);
                assertThat(history.events()).hasSizeBetween(20, 200);
                assertThat(history.customers()).isNotEmpty().isSubsetOf("c1", "c2", "c3");
            }
        }

        @Test
        @Tag("P2")
        void seededHistoriesHaveTwoOrThreeVersionsInAThirdAndSomeBecomeKnownLate() {
            int changing = 0;
            int late = 0;
            int old = 0;
            for (long seed = 0; seed < 300; seed++) {
                SeededHistory history = SeededHistory.of(seed);
                assertThat(history.versions()).hasSizeBetween(1, 3).startsWith(history.program());
                changing += history.versions().size() > 1 ? 1 : 0;
                late += history.versionsAt(0).size() < history.versions().size() ? 1 : 0;
                for (int i = 1; i < history.events().size(); i++) {
                    int known = history.versionsAt(i).size();
                    old += known < history.versionsAt(i - 1).size() ? 1 : 0;
                }
            }
            assertThat(changing).isEqualTo(100);
            assertThat(late).isBetween(20, 80);
            assertThat(old).isGreaterThan(100);
        }

        @Test
        @Tag("K26")
        void seededHistoriesHaveRulesThatMisbehaveInSomePrograms() {
            int rogue = 0;
            for (long seed = 0; seed < 300; seed++) {
                rogue += SeededHistory.of(seed).program().rules().stream()
                                .anyMatch(rule -> rule.id().equals("rogue"))
                        ? 1
                        : 0;
            }
            assertThat(rogue).isBetween(30, 150);
        }
    }

    @Nested
    class Drawn {
        private static final int SEEDS = 300;

        private static long histories(Predicate<SeededHistory> has) {
            return LongStream.range(0, SEEDS)
                    .mapToObj(SeededHistory::of)
                    .filter(has)
                    .count();
        }

        private static <T extends LoyaltyEvent> long histories(Class<T> kind, Predicate<T> has) {
            return histories(history -> history.events().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .anyMatch(has));
        }

        private static long purchases(Predicate<Basket> has) {
            return histories(Purchase.class, purchase -> has.test(purchase.basket()));
        }

        private static long payments(Predicate<Payment> has) {
            return purchases(basket -> basket.payments().stream().anyMatch(has));
        }

        @Test
        void mostProgramsHaveARewardByWhichPointsPayAndThatNeedsNothingElse() {
            long programs = histories(history -> history.program()
                    .reward(RandomOfferings.PAYS)
                    .filter(reward -> reward.conditions().isEmpty()
                            && reward.limits().isEmpty()
                            && reward.price() instanceof ChosenPrice
                            && reward.content() instanceof PointsAsPayment)
                    .isPresent());
            assertThat(programs).isBetween(SEEDS / 2L, SEEDS - 1L);
        }

        @Test
        @Tag("A6")
        void ordersArePaidWithPointsOfThisProgramAndOfOthersWithNothingAndWholly() {
            assertThat(payments(payment -> payment.redemption() != null)).isGreaterThan(100);
            assertThat(payments(Payment::foreign)).isGreaterThan(100);
            assertThat(payments(payment -> payment.amount().isZero())).isGreaterThan(50);
            assertThat(purchases(basket -> basket.payments().stream()
                                    .map(Payment::redemption)
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .count()
                            > 1))
                    .isGreaterThan(20);
            assertThat(purchases(basket -> basket.payments().stream().anyMatch(Payment::isWithPoints)
                            && basket.lines().size() < 4
                            && basket.paidWithPoints().equals(basket.total())))
                    .isGreaterThan(20);
        }

        @Test
        @Tag("V1")
        void purchasesAreReturnedByLineByAmountWithTaxAndWithShippingOrAlone() {
            assertThat(histories(Return.class, Return::isOfAll)).isGreaterThan(100);
            assertThat(histories(Return.class, returned -> returned.amount() != null))
                    .isGreaterThan(100);
            assertThat(histories(
                            Return.class, returned -> returned.lines().stream().anyMatch(line -> line.gross() != null)))
                    .isGreaterThan(100);
            assertThat(histories(
                            Return.class,
                            returned -> returned.shipping() && !returned.lines().isEmpty()))
                    .isGreaterThan(20);
            assertThat(histories(
                            Return.class,
                            returned -> returned.shipping() && returned.lines().isEmpty() && returned.amount() == null))
                    .isGreaterThan(20);
        }

        @Test
        void holdsAndRedemptionsAreCapturedAndCancelledInPart() {
            assertThat(histories(Capture.class, capture -> capture.points() != null))
                    .isGreaterThan(20);
            assertThat(histories(Cancellation.class, cancellation -> cancellation.points() != null))
                    .isGreaterThan(50);
        }

        @Test
        @Tag("E1")
        void clerksDoAndUndo() {
            assertThat(histories(Reopening.class, reopened -> true)).isGreaterThan(50);
            assertThat(histories(Adjustment.class, adjusted -> adjusted.available() != null))
                    .isGreaterThan(50);
            assertThat(histories(Adjustment.class, adjusted -> adjusted.expires() != null))
                    .isGreaterThan(50);
            assertThat(histories(Adjustment.class, adjusted -> adjusted.purchase() != null))
                    .isGreaterThan(20);
            assertThat(histories(ProfileChange.class, SeededHistoryTest.Drawn::clearsABirthday))
                    .isGreaterThan(20);
            assertThat(histories(TierGrant.class, grant -> !grant.until().isAfter(grant.occurredAt())))
                    .isGreaterThan(20);
        }

        private static boolean clearsABirthday(ProfileChange change) {
            return change.changes(ProfileChange.Field.BIRTHDAY)
                    && change.profile().birthday() == null;
        }

        @Test
        @Tag("E6")
        void openingsComeFirstAndInTheMiddleAndBringDates() {
            assertThat(histories(Opening.class, opening -> opening.id().equals("e0")))
                    .isGreaterThan(20);
            assertThat(histories(Opening.class, opening -> !opening.id().equals("e0")))
                    .isGreaterThan(20);
            assertThat(histories(Opening.class, opening -> !opening.dates().equals(OpeningDates.NONE)))
                    .isGreaterThan(20);
        }

        @Test
        @Tag("L7")
        void holdsAreCapturedInParts() {
            assertThat(histories(Capture.class, Capture::more)).isGreaterThan(20);
        }

        @Test
        void someRulesAreWorkedOutAnewAndSomePointsLastLongerOrMustBeOldToBeSent() {
            assertThat(histories(history -> history.program().rules().stream()
                            .anyMatch(rule -> rule instanceof EarnRule earns
                                    && earns.returns() instanceof TermsOfReturn.WorkedOutAnew
                                    && !earns.hasUsualReturns())))
                    .isGreaterThan(10);
            assertThat(histories(history -> history.program().points().stream()
                            .anyMatch(policy -> !policy.extension().isZero())))
                    .isGreaterThan(20);
            assertThat(histories(history -> history.program().points().stream()
                            .anyMatch(policy -> policy.transferAge() != null
                                    && !policy.transferAge().isZero())))
                    .isGreaterThan(20);
        }
    }

    @Nested
    class Smaller {
        private final SeededHistory history = SeededHistory.of(5);

        @Test
        void aSmallerHistoryLeavesOutARunOfEvents() {
            SeededHistory fewer = history.without(2, 5);
            List<LoyaltyEvent> all = history.events();
            assertThat(fewer.events()).hasSize(all.size() - 3);
            assertThat(fewer.events().get(1)).isEqualTo(all.get(1));
            assertThat(fewer.events().get(2)).isEqualTo(all.get(5));
            assertThat(fewer.program()).isSameAs(history.program());
            assertThat(fewer.seed()).isEqualTo(5);
        }

        @Test
        void eventsAtPlacesThatAreNotThereCannotBeLeftOut() {
            assertThatThrownBy(() -> history.without(0, 1_000)).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void aHistoryReducedToACustomerHasOnlyTheEventsOfThatCustomer() {
            for (String customer : history.customers()) {
                assertThat(history.onlyOf(customer).events())
                        .isNotEmpty()
                        .allMatch(event -> event.customer().equals(customer));
            }
            assertThat(history.onlyOf("nobody").events()).isEmpty();
        }
    }

    @Nested
    class Shrunk {
        @Test
        void aShrunkHistoryKeepsOnlyTheEventsThatMatter() {
            Predicate<SeededHistory> returnsWhatWasBought = history -> history.events().stream()
                    .anyMatch(event -> event instanceof Return returned
                            && history.events().stream()
                                    .anyMatch(other -> other instanceof Purchase
                                            && other.id().equals(returned.purchase())));
            int shrunk = 0;
            for (long seed = 0; seed < 50; seed++) {
                SeededHistory history = SeededHistory.of(seed);
                if (returnsWhatWasBought.test(history)) {
                    SeededHistory smallest = history.shrunk(returnsWhatWasBought);
                    assertThat(smallest.events()).hasSize(2);
                    assertThat(smallest.customers()).hasSize(1);
                    assertThat(history.events()).containsAll(smallest.events());
                    shrunk++;
                }
            }
            assertThat(shrunk).isGreaterThan(20);
        }

        @Test
        void aShrunkHistoryKeepsMoreThanOneCustomerWhereItTakesMoreThanOne() {
            SeededHistory history = threeCustomers();
            SeededHistory smallest =
                    history.shrunk(smaller -> smaller.customers().size() >= 2);
            assertThat(smallest.events()).hasSize(2);
        }

        @Test
        void aShrunkHistoryStaysAsItIsWhereNothingSmallerHolds() {
            SeededHistory history = SeededHistory.of(3);
            int size = history.events().size();
            assertThat(history.shrunk(smaller -> smaller.events().size() == size))
                    .isSameAs(history);
        }

        private static SeededHistory threeCustomers() {
            long seed = 0;
            while (SeededHistory.of(seed).customers().size() < 3) {
                seed++;
            }
            return SeededHistory.of(seed);
        }
    }

    @Nested
    class Texts {
        @Test
        void theTextOfAHistoryTellsTheSeedAndTheSize() {
            SeededHistory history = SeededHistory.of(42);
            assertThat(history)
                    .hasToString("SeededHistory[seed 42, customers " + String.join(" ", history.customers()) + ", "
                            + history.events().size() + " events]");
        }

        @Test
        void theDescriptionOfAHistoryTellsTheProgramAndEachEventInALine() {
            for (long seed = 0; seed < 100; seed++) {
                SeededHistory history = SeededHistory.of(seed);
                String text = history.describe();
                StringBuilder programs = new StringBuilder();
                history.versions().forEach(version -> programs.append(version.stableText()));
                String head = history + "\n" + programs;
                assertThat(text).startsWith(head);
                String[] lines = text.substring(head.length()).split("\n", -1);
                assertThat(lines).hasSize(history.events().size() + 1);
                for (int i = 0; i < history.events().size(); i++) {
                    LoyaltyEvent event = history.events().get(i);
                    assertThat(lines[i]).startsWith(event.customer() + " " + event.occurredAt() + " ");
                    // An event of which this says nothing would be told in its own words.
                    assertThat(lines[i]).doesNotContain(event.getClass().getSimpleName() + "[");
                }
            }
        }
    }
}
