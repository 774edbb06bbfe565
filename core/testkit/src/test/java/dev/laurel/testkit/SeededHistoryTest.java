package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import java.util.List;
import java.util.function.Predicate;
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
                String head = history + "\n" + history.program().stableText();
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
