package dev.laurel.condition;

import static dev.laurel.condition.StoreFacts.INSIDER;
import static dev.laurel.condition.StoreFacts.ROUGE;
import static dev.laurel.condition.StoreFacts.VIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.tier.Tier;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A2")
@Tag("X1")
class ConditionsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_7 = LocalDate.of(2026, 5, 7);
    private static final Instant ENROLLED = Instant.parse("2026-03-31T10:00:00Z");
    private static final StoreFacts FACTS = new StoreFacts(Basket.ofTotal(Money.of(USD, 40)), MAY_1, VIB);
    private static final PurchaseCondition YES = Conditions.memberIs(VIB);
    private static final PurchaseCondition NO = Conditions.memberIs(ROUGE);

    private static void finds(
            PurchaseCondition condition, PurchaseFacts facts, boolean met, String found, String required) {
        assertThat(condition.check(facts)).isEqualTo(Finding.of(met, found, required));
    }

    private static StoreFacts on(LocalDate date) {
        return new StoreFacts(FACTS.basket(), date, VIB);
    }

    private static StoreFacts wallet(Tier tier) {
        return new StoreFacts(FACTS.basket(), MAY_1, tier);
    }

    private static StoreFacts through(String channel) {
        return new StoreFacts(FACTS.basket().throughChannel(channel), MAY_1, VIB);
    }

    private static PurchaseFacts inSegments(String... segments) {
        return new PurchaseFacts() {
            @Override
            public Basket basket() {
                return FACTS.basket();
            }

            @Override
            public Pricing pricing() {
                return FACTS.pricing();
            }

            @Override
            public Instant occurredAt() {
                return FACTS.occurredAt();
            }

            @Override
            public ZoneId zone() {
                return FACTS.zone();
            }

            @Override
            public Customer customer() {
                return new Customer("c-1", null, Map.of(), Set.of(segments));
            }

            @Override
            public Tier heldBeside(Tier tier) {
                return FACTS.heldBeside(tier);
            }

            @Override
            public boolean holds(Tier tier) {
                return FACTS.holds(tier);
            }

            @Override
            public Instant enrolled() {
                return ENROLLED;
            }

            @Override
            public boolean holdsAtLeast(Tier tier) {
                return FACTS.holdsAtLeast(tier);
            }

            @Override
            public long answerTo(Question question) {
                return FACTS.answerTo(question);
            }
        };
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class MemberIs {
        @Test
        void aConditionOnATierAsksForExactlyThisTier() {
            finds(Conditions.memberIs(VIB), wallet(VIB), true, "tier vib", "tier vib");
            finds(Conditions.memberIs(VIB), wallet(ROUGE), false, "tier rouge", "tier vib");
            finds(Conditions.memberIs(VIB), wallet(null), false, "no tier", "tier vib");
            assertThat(Conditions.memberIs(VIB).describe()).isEqualTo("the member is vib");
            assertThat(Conditions.memberIs(VIB).mentions().tiers()).containsExactly(VIB);
        }
    }

    @Nested
    class MemberIsAtLeast {
        @Test
        void aConditionOnALeastTierAsksForThisTierOrOneAbove() {
            finds(Conditions.memberIsAtLeast(VIB), wallet(VIB), true, "tier vib", "tier vib or above");
            finds(Conditions.memberIsAtLeast(VIB), wallet(ROUGE), true, "tier rouge", "tier vib or above");
            finds(Conditions.memberIsAtLeast(VIB), wallet(INSIDER), false, "tier insider", "tier vib or above");
            finds(Conditions.memberIsAtLeast(VIB), wallet(null), false, "no tier", "tier vib or above");
            assertThat(Conditions.memberIsAtLeast(VIB).describe()).isEqualTo("the member is at least vib");
            assertThat(Conditions.memberIsAtLeast(VIB).mentions().tiers()).containsExactly(VIB);
        }
    }

    @Nested
    @Tag("T2")
    class During {
        @Test
        void aConditionOnASpanOfDatesIncludesBothDays() {
            Condition week = Conditions.during(MAY_1, MAY_7);
            finds(week, on(MAY_1), true, "2026-05-01", "2026-05-01 to 2026-05-07");
            finds(week, on(MAY_7), true, "2026-05-07", "2026-05-01 to 2026-05-07");
            finds(week, on(MAY_1.minusDays(1)), false, "2026-04-30", "2026-05-01 to 2026-05-07");
            finds(week, on(MAY_7.plusDays(1)), false, "2026-05-08", "2026-05-01 to 2026-05-07");
            assertThat(week.describe()).isEqualTo("during 2026-05-01 to 2026-05-07");
        }
    }

    @Nested
    class OnDays {
        @Test
        void aConditionOnDaysOfTheWeekLooksAtTheDayInTheProgramsZone() {
            Condition weekend = Conditions.onDays(DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);
            LocalDate friday = LocalDate.of(2026, 5, 1);
            finds(weekend, on(friday), false, "Friday", "Saturday or Sunday");
            finds(weekend, on(friday.plusDays(1)), true, "Saturday", "Saturday or Sunday");
            finds(weekend, on(friday.plusDays(2)), true, "Sunday", "Saturday or Sunday");
            finds(weekend, on(friday.plusDays(3)), false, "Monday", "Saturday or Sunday");
            assertThat(weekend.describe()).isEqualTo("the day is Saturday or Sunday");
        }

        @Test
        void aConditionOnDaysOfTheWeekNamesADay() {
            assertThatThrownBy(Conditions::onDays)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a condition on days of the week must name one");
        }
    }

    @Nested
    class OrderOfAtLeast {
        @Test
        void aConditionOnTheOrderComparesTheNetOfAllLinesAndIncludesTheThreshold() {
            finds(
                    Conditions.orderOfAtLeast(Money.of(USD, 40)),
                    FACTS,
                    true,
                    "order of USD 40.00",
                    "order of at least USD 40.00");
            finds(
                    Conditions.orderOfAtLeast(Money.of(USD, "40.01")),
                    FACTS,
                    false,
                    "order of USD 40.00",
                    "order of at least USD 40.01");
            assertThat(Conditions.orderOfAtLeast(Money.of(USD, 40)).describe())
                    .isEqualTo("the order is at least USD 40.00");
            assertThat(Conditions.orderOfAtLeast(Money.of(USD, 40)).mentions().currencies())
                    .containsExactly(USD);
        }

        @Test
        void aConditionOnATotalCountsTaxWhereTheProgramIncludesIt() {
            PurchaseLine scent = PurchaseLine.of("1", "a", Money.of(USD, 30))
                    .withTax(Money.of(USD, 6))
                    .withCategories("scent");
            Basket basket = Basket.of(scent, PurchaseLine.of("2", "b", Money.of(USD, 90)));
            StoreFacts facts = new StoreFacts(basket, Pricing.GROSS, MAY_1, null);
            finds(
                    Conditions.orderOfAtLeast(Money.of(USD, 127)),
                    facts,
                    false,
                    "order of USD 126.00 with tax",
                    "order of at least USD 127.00");
            finds(
                    Conditions.orderOfAtLeast(Money.of(USD, 36), Selectors.category("scent")),
                    facts,
                    true,
                    "order of USD 36.00 of category scent with tax",
                    "order of at least USD 36.00 of category scent");
        }

        @Test
        void aConditionOnATotalCanNameASelectorOfTheLinesThatItIsOf() {
            PurchaseLine scent = PurchaseLine.of("1", "a", Money.of(USD, 30)).withCategories("scent");
            Basket basket = Basket.of(scent, PurchaseLine.of("2", "b", Money.of(USD, 90)));
            StoreFacts facts = new StoreFacts(basket, MAY_1, null);
            PurchaseCondition thirty = Conditions.orderOfAtLeast(Money.of(USD, 30), Selectors.category("scent"));
            finds(
                    thirty,
                    facts,
                    true,
                    "order of USD 30.00 of category scent",
                    "order of at least USD 30.00 of category scent");
            assertThat(thirty.describe()).isEqualTo("the order has at least USD 30.00 of category scent");
            assertThat(thirty.mentions().currencies()).containsExactly(USD);
            finds(
                    Conditions.orderOfAtLeast(Money.of(USD, 1), Selectors.category("soap")),
                    facts,
                    false,
                    "order of USD 0.00 of category soap",
                    "order of at least USD 1.00 of category soap");
        }

        @Test
        void aConditionOnATotalNeedsALineUnlessNothingIsEnough() {
            Selector scent = Selectors.category("scent");
            assertThat(Conditions.orderOfAtLeast(Money.of(USD, 1), scent).scope())
                    .isEqualTo(scent.scope());
            assertThat(Conditions.orderOfAtLeast(Money.of(USD, 0), scent).scope())
                    .isEqualTo(Scope.ANY);
            assertThat(Conditions.orderOfAtLeast(Money.of(USD, -1), scent).scope())
                    .isEqualTo(Scope.ANY);
            assertThat(Conditions.orderOfAtLeast(Money.of(USD, 1), Selectors.everything()))
                    .isEqualTo(Conditions.orderOfAtLeast(Money.of(USD, 1)));
        }
    }

    @Nested
    class MemberIsIn {
        private final Condition staff = Conditions.memberIsIn("staff & friends");

        @Test
        void aConditionOnASegmentAsksForItWithoutTellingOthers() {
            String required = "in segment 'staff & friends'";
            finds(staff, inSegments("staff & friends", "canary"), true, "in the segment", required);
            finds(staff, inSegments("canary"), false, "not in the segment", required);
            finds(staff, FACTS, false, "not in the segment", required);
            finds(staff, inSegments("STAFF & friends"), false, "not in the segment", required);
        }

        @Test
        void aConditionOnASegmentDescribesItself() {
            assertThat(staff.describe()).isEqualTo("the member is in segment 'staff & friends'");
            assertThat(Conditions.memberIsIn("staff").describe()).isEqualTo("the member is in segment staff");
            assertThat(staff.mentions()).isEqualTo(Mentions.NOTHING);
            assertThat(staff.scope()).isEqualTo(Scope.ANY);
        }

        @Test
        @Tag("F1")
        void aConditionOnASegmentRefusesOneThatNobodyCanBeIn() {
            refused(() -> Conditions.memberIsIn(""), "segment must not be empty");
            refused(
                    () -> Conditions.memberIsIn("x".repeat(201)),
                    "segment must have at most 200 characters, but had 201");
            refused(
                    () -> Conditions.memberIsIn("a\nb"),
                    "segment must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+000A at index" + " 1");
            assertThatNullPointerException().isThrownBy(() -> Conditions.memberIsIn(null));
        }
    }

    @Nested
    class OrderedThrough {
        private final PurchaseCondition web = Conditions.orderedThrough("web");

        @Test
        void aConditionOnAChannelAsksForTheChannelOfTheOrder() {
            finds(web, through("web"), true, "channel web", "channel web");
            finds(web, through("in store"), false, "channel 'in store'", "channel web");
            finds(web, through("Web"), false, "channel Web", "channel web");
            finds(web, FACTS, false, "no channel", "channel web");
        }

        @Test
        void aConditionOnAChannelDescribesItself() {
            assertThat(web.describe()).isEqualTo("the order is placed through web");
            assertThat(Conditions.orderedThrough("in store").describe())
                    .isEqualTo("the order is placed through 'in store'");
            assertThat(web.mentions()).isEqualTo(Mentions.NOTHING);
            assertThat(web.scope()).isEqualTo(Scope.ANY);
        }

        @Test
        @Tag("F1")
        void aConditionOnAChannelRefusesOneThatNoOrderCanHave() {
            refused(() -> Conditions.orderedThrough(""), "channel must not be empty");
            refused(
                    () -> Conditions.orderedThrough("x".repeat(81)),
                    "channel must have at most 80 characters, but had 81");
            assertThatNullPointerException().isThrownBy(() -> Conditions.orderedThrough(null));
        }
    }

    @Nested
    class BasketHas {
        @Test
        void aConditionOnTheBasketAsksForALine() {
            finds(Conditions.basketHas(Selectors.sku("total")), FACTS, true, "such a line", "a line of SKU total");
            finds(
                    Conditions.basketHas(Selectors.category("hot")),
                    FACTS,
                    false,
                    "no such line",
                    "a line of category hot");
            assertThat(Conditions.basketHas(Selectors.discounted()).describe()).isEqualTo("the basket has discounted");
        }
    }

    @Nested
    class CombinedOfTheMember {
        private final Condition yes = Conditions.memberIs(VIB);
        private final Condition no = Conditions.memberIs(ROUGE);

        @Test
        void aCombinationOfConditionsOnTheMemberNeedsNoPurchaseAndFindsTheSame() {
            Condition all = Conditions.all(yes, no);
            Condition any = Conditions.any(no, yes);
            Condition not = Conditions.not(no);
            assertThat(all.check((Facts) FACTS)).isEqualTo(Finding.of(false, "tier vib", "tier rouge"));
            finds(Conditions.all(yes), FACTS, true, "all met", "(the member is vib)");
            finds(any, FACTS, true, "tier vib", "(the member is rouge or the member is vib)");
            finds(Conditions.any(no), FACTS, false, "tier vib", "(the member is rouge)");
            finds(not, FACTS, true, "tier vib", "not: tier rouge");
            finds(Conditions.not(yes), FACTS, false, "tier vib", "not: tier vib");
        }

        @Test
        void aCombinationOfConditionsOnTheMemberDescribesItselfAsTheOthersDo() {
            PurchaseCondition order = Conditions.orderOfAtLeast(Money.of(USD, 1));
            assertThat(Conditions.all(yes, no).describe()).isEqualTo("(the member is vib and the member is rouge)");
            assertThat(Conditions.all(yes, order).describe())
                    .isEqualTo("(the member is vib and the order is at least USD 1.00)");
            assertThat(Conditions.any(yes, no).describe()).isEqualTo("(the member is vib or the member is rouge)");
            assertThat(Conditions.not(yes).describe()).isEqualTo("not (the member is vib)");
        }

        @Test
        void aCombinationOfConditionsOnTheMemberHasTheScopeAndTheMentionsOfItsParts() {
            Condition may = Conditions.during(MAY_1, MAY_7);
            assertThat(Conditions.all(yes, may).scope()).isEqualTo(new Scope(MAY_1, MAY_7, null, Set.of(Set.of(VIB))));
            assertThat(Conditions.any(yes, no).scope()).isEqualTo(Scope.tiers(Set.of(VIB, ROUGE)));
            assertThat(Conditions.any(yes, may).scope()).isEqualTo(Scope.ANY);
            assertThat(Conditions.not(yes).scope()).isEqualTo(Scope.ANY);
            assertThat(Conditions.not(Conditions.all(yes, Conditions.any(no, may)))
                            .mentions()
                            .tiers())
                    .containsExactlyInAnyOrder(VIB, ROUGE);
        }

        @Test
        @Tag("F1")
        void aCombinationOfConditionsOnTheMemberIsRefusedWithoutParts() {
            refused(() -> Conditions.all(new Condition[0]), "all must have at least one condition");
            refused(() -> Conditions.any(new Condition[0]), "any must have at least one condition");
            assertThatNullPointerException().isThrownBy(() -> Conditions.all(yes, null));
            assertThatNullPointerException().isThrownBy(() -> Conditions.any((Condition) null));
            assertThatNullPointerException().isThrownBy(() -> Conditions.not((Condition) null));
            assertThatNullPointerException().isThrownBy(() -> Conditions.not((PurchaseCondition) null));
        }
    }

    @Nested
    class Combined {
        @Test
        void aConditionOfAllFindsTheFirstThatFails() {
            finds(Conditions.all(YES, NO, Conditions.during(MAY_7, MAY_7)), FACTS, false, "tier vib", "tier rouge");
            finds(
                    Conditions.all(YES, Conditions.during(MAY_1, MAY_1)),
                    FACTS,
                    true,
                    "all met",
                    "(the member is vib and during 2026-05-01 to 2026-05-01)");
        }

        @Test
        void aConditionOfAnyFindsTheFirstThatHoldsOrAllThatFail() {
            finds(Conditions.any(NO, YES), FACTS, true, "tier vib", "(the member is rouge or the member is vib)");
            finds(
                    Conditions.any(NO, Conditions.during(MAY_7, MAY_7)),
                    FACTS,
                    false,
                    "tier vib, 2026-05-01",
                    "(the member is rouge or during 2026-05-07 to 2026-05-07)");
        }

        @Test
        void aNegatedConditionTurnsTheAnswerAround() {
            finds(Conditions.not(NO), FACTS, true, "tier vib", "not: tier rouge");
            finds(Conditions.not(YES), FACTS, false, "tier vib", "not: tier vib");
            assertThat(Conditions.not(YES).describe()).isEqualTo("not (the member is vib)");
        }

        @Test
        void aCombinationOfConditionsSpeaksOfWhatItsPartsSpeakOf() {
            PurchaseCondition deep = Conditions.not(
                    Conditions.all(YES, Conditions.any(NO, Conditions.orderOfAtLeast(Money.of(USD, 1)))));
            assertThat(deep.mentions().tiers()).containsExactlyInAnyOrder(VIB, ROUGE);
            assertThat(deep.mentions().currencies()).containsExactly(USD);
        }

        @Test
        @Tag("F1")
        void aCombinationOfConditionsIsRefusedWithoutParts() {
            assertThatThrownBy(Conditions::all)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("all must have at least one condition");
            assertThatThrownBy(Conditions::any)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("any must have at least one condition");
            assertThatNullPointerException().isThrownBy(() -> Conditions.all((PurchaseCondition) null));
            assertThatNullPointerException().isThrownBy(() -> Conditions.any(YES, null));
        }
    }

    @Test
    void aConditionOnTheEnrollmentAsksHowLongItHasBeen() {
        // The first of May begins in Berlin when the last of April does elsewhere.
        finds(
                Conditions.enrolledFor(Period.ofMonths(1)),
                inSegments(),
                true,
                "enrolled at 2026-03-31T10:00:00Z",
                "an enrollment at least 1 month before");
        finds(
                Conditions.enrolledFor(Period.ofDays(31)),
                inSegments(),
                false,
                "enrolled at 2026-03-31T10:00:00Z",
                "an enrollment at least 31 days before");
        finds(Conditions.enrolledFor(Period.ZERO), FACTS, false, "no enrollment", "an enrollment");
        assertThat(Conditions.enrolledFor(Period.ofDays(7)).describe())
                .isEqualTo("the member has been enrolled for 7 days");
        assertThat(Conditions.enrolledFor(Period.ZERO).describe()).isEqualTo("the member is enrolled");
        refused(
                () -> Conditions.enrolledFor(Period.ofDays(-1)),
                "a period since the enrollment must not be negative, but was P-1D");
    }

    @Test
    void equalConditionsAreEqualAndDescribeThemselvesAlike() {
        assertThat(List.of(
                        Conditions.all(YES, NO),
                        Conditions.orderOfAtLeast(Money.of(USD, "40.0")),
                        Conditions.not(Conditions.any(YES))))
                .isEqualTo(List.of(
                        Conditions.all(Conditions.memberIs(Tier.of("vib")), NO),
                        Conditions.orderOfAtLeast(Money.of(USD, 40)),
                        Conditions.not(Conditions.any(YES))));
    }
}
