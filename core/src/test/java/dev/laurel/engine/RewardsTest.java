package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.USD;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Redemption;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R1")
class RewardsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Tier LOW = Tier.of("low");
    private static final Tier HIGH = Tier.of("high");
    private static final Ladder LADDER = Ladder.startingAt("status", LOW)
            .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("5000")))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();
    private static final Dates MAY = new Dates(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));

    private Shop shop;
    private int redemptions;

    private static LoyaltyProgram.Builder declared(Reward... rewards) {
        return program().ladders(LADDER).earn(BASE).redeem(rewards);
    }

    private void open(Reward... rewards) {
        shop = new Shop(declared(rewards).build());
        shop.spend("2026-01-02", "1000");
    }

    private Redemption redemption(Instant at, String reward, Basket basket) {
        return new Redemption("r" + ++redemptions, CUSTOMER, at, reward, null, basket);
    }

    @CanIgnoreReturnValue
    private Decision redeem(String date, String reward) {
        return shop.submit(redemption(noon(date), reward, null));
    }

    private Refusal refused(String date, String reward) {
        return shop.refused(redemption(noon(date), reward, null));
    }

    private static void assertRefusal(Refusal refusal, String code, String message) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).isEqualTo(message);
    }

    @AfterEach
    void theAccountIsTheFoldOfItsEntries() {
        shop.verify();
    }

    @Nested
    class ARedemption {
        @Test
        @Tag("L1")
        void aRedemptionTakesThePriceAndNamesTheReward() {
            open(Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))));
            Decision decision = shop.submit(redemption(noon("2026-01-05"), "cash-10", Basket.ofTotal(usd("10"))));
            assertThat(brief(decision.entries())).containsExactly("REDEEM -100 cash-10");
            LedgerEntry entry = decision.entries().get(0);
            assertThat(entry.cause()).isEqualTo("r1");
            assertThat(shop.available()).isEqualTo(900);
        }

        @Test
        void aRedemptionOfADiscountNeedsNoOrderWhereItIsAVoucher() {
            open(
                    Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))),
                    Reward.costing("fifth", 100).giving(PercentageOff.of(Ratio.of(20))),
                    Reward.costing("soap", 100).giving(new FreeItem(category("soap"))));
            redeem("2026-01-05", "cash-10");
            redeem("2026-01-05", "fifth");
            redeem("2026-01-05", "soap");
            assertThat(shop.available()).isEqualTo(700);
        }

        @Test
        void aRedemptionMayStateItsPoints() {
            open(Reward.costing("ten", 10));
            shop.submit(new Redemption("r", CUSTOMER, noon("2026-01-05"), "ten", 10L, null));
            assertRefusal(
                    shop.refused(new Redemption("r2", CUSTOMER, noon("2026-01-05"), "ten", 11L, null)),
                    "INVALID",
                    "points of reward 'ten' must be its price, 10, but were 11");
        }

        @Test
        void aRedemptionTakesPointsOfTheCurrencyOfThePrice() {
            PointCurrency stamps = PointCurrency.of("stamps");
            shop = new Shop(declared(Reward.costing("coffee", stamps.points(2)))
                    .points(stamps, PointTerms.expiring(Moment.never()))
                    .earn(EarnRule.earning("stamp", Amounts.fixed(1)).awarding(stamps))
                    .build());
            shop.spend("2026-01-02", "100");
            assertThat(refused("2026-01-03", "coffee")).isEqualTo(new Refusal.InsufficientPoints("stamps", 1, 2));
            shop.spend("2026-01-03", "100");
            redeem("2026-01-03", "coffee");
            assertThat(shop.available()).isEqualTo(200);
            assertThat(shop.account().balance("stamps").available()).isZero();
        }
    }

    @Nested
    class AnOrder {
        @Test
        void anOrderMustBeWorthAtLeastTheAmountOff() {
            open(Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))));
            assertRefusal(
                    shop.refused(redemption(noon("2026-01-05"), "cash-10", Basket.ofTotal(usd("9.99")))),
                    "CONDITION_NOT_MET",
                    "reward 'cash-10' needs order of at least USD 10.00, but found order of USD 9.99");
            // Neither tax nor shipping is there to take it off.
            Basket more = Basket.of(line("1", "9.99").withTax(usd("1"))).withShipping(usd("5"));
            assertThat(shop.refused(redemption(noon("2026-01-05"), "cash-10", more)))
                    .isInstanceOf(Refusal.ConditionNotMet.class);
        }

        @Test
        void anOrderMustHaveALineThatCanBeFree() {
            open(Reward.costing("soap", 100).giving(new FreeItem(category("soap"))));
            Basket given = Basket.of(line("1", "10"), line("2", "0", "soap"));
            assertRefusal(
                    shop.refused(redemption(noon("2026-01-05"), "soap", given)),
                    "CONDITION_NOT_MET",
                    "reward 'soap' needs a line of category soap, but found no such line");
        }

        @Test
        void anOrderIsNeededWhereAConditionAsksAboutIt() {
            open(Reward.costing("ten", 10).where(Conditions.orderOfAtLeast(usd("20"))));
            assertRefusal(
                    refused("2026-01-05", "ten"),
                    "INVALID",
                    "reward 'ten' is taken on an order, so the redemption must have its basket");
            assertRefusal(
                    shop.refused(redemption(noon("2026-01-05"), "ten", Basket.ofTotal(usd("19.99")))),
                    "CONDITION_NOT_MET",
                    "reward 'ten' needs order of at least USD 20.00, but found order of USD 19.99");
            shop.submit(redemption(noon("2026-01-05"), "ten", Basket.ofTotal(usd("20"))));
        }

        @Test
        @Tag("N2")
        @Tag("K21")
        void anOrderWhoseSumDoesNotFitIsRefusedAsSuch() {
            open(
                    Reward.costing("cash-10", 100).giving(new AmountOff(usd("10"))),
                    Reward.costing("ten", 10).where(Conditions.orderOfAtLeast(usd("20"))));
            String most = "9000000000000";
            Basket huge = Basket.of(line("1", most), line("2", most));
            for (String reward : List.of("cash-10", "ten")) {
                assertThat(shop.refused(redemption(noon("2026-01-05"), reward, huge))
                                .code())
                        .isEqualTo("OVERFLOW");
            }
        }
    }

    @Nested
    class ItsConditions {
        @Test
        void conditionsOfARewardAboutTheMemberAreAskedWithAndWithoutAnOrder() {
            open(Reward.costing("ten", 10).where(Conditions.memberIs(HIGH)));
            assertRefusal(
                    refused("2026-01-05", "ten"),
                    "CONDITION_NOT_MET",
                    "reward 'ten' needs tier high, but found tier low");
            assertThat(shop.refused(redemption(noon("2026-01-05"), "ten", Basket.ofTotal(usd("1")))))
                    .isInstanceOf(Refusal.ConditionNotMet.class);
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-01-05"), "high", noon("2026-01-06")));
            redeem("2026-01-05", "ten");
            assertThat(refused("2026-01-06", "ten")).isInstanceOf(Refusal.ConditionNotMet.class);
        }

        @Test
        void conditionsOfARewardAreAskedInTheirOrder() {
            open(Reward.costing("ten", 10).where(Conditions.memberIsIn("staff"), Conditions.memberIs(HIGH)));
            assertThat(((Refusal.ConditionNotMet) refused("2026-01-05", "ten")).condition())
                    .isEqualTo("the member is in segment staff");
        }

        @Test
        @Tag("D6")
        void conditionsOfARewardThatThrowRefuseItByName() {
            Condition broken = new Condition() {
                @Override
                public Finding check(Facts facts) {
                    throw new IllegalStateException("of Ada Lovelace");
                }

                @Override
                public String describe() {
                    return "it works";
                }
            };
            open(Reward.costing("ten", 10).where(broken));
            assertRefusal(
                    refused("2026-01-05", "ten"),
                    "RULE_FAILED",
                    "rule 'ten' threw java.lang.IllegalStateException from its condition; nothing was posted");
        }
    }

    @Nested
    class Limits {
        @Test
        void limitsOfARewardCountInTheCalendarWindowsOfTheProgramsZone() {
            open(Reward.costing("ten", 10).capped(UseCap.of(1, BoundedWindow.MONTH)));
            // The last instant of January in New York is in February elsewhere.
            shop.submit(redemption(startOf("2026-02-01").minusNanos(1_000), "ten", null));
            assertRefusal(
                    shop.refused(redemption(noon("2026-01-31"), "ten", null)),
                    "LIMIT_REACHED",
                    "reward 'ten' can be had at most 1 use per calendar month, which is reached");
            shop.submit(redemption(startOf("2026-02-01"), "ten", null));
            assertThat(shop.refused(redemption(noon("2026-02-28"), "ten", null)))
                    .isEqualTo(new Refusal.LimitReached("reward 'ten'", "1 use per calendar month"));
        }

        @Test
        void limitsOfARewardToUsesEverCountForEver() {
            open(Reward.costing("ten", 10).capped(UseCap.of(2, Window.EVER)));
            redeem("2026-01-05", "ten");
            redeem("2026-01-05", "ten");
            assertThat(refused("2096-01-05", "ten")).isEqualTo(new Refusal.LimitReached("reward 'ten'", "2 uses ever"));
        }

        @Test
        void limitsOfARewardHoldTogether() {
            open(Reward.costing("ten", 10)
                    .capped(
                            UseCap.of(1, BoundedWindow.DAY),
                            UseCap.of(2, BoundedWindow.WEEK),
                            UseCap.of(3, Window.EVER)));
            redeem("2026-01-05", "ten");
            assertThat(refused("2026-01-05", "ten"))
                    .isEqualTo(new Refusal.LimitReached("reward 'ten'", "1 use per day"));
            redeem("2026-01-06", "ten");
            assertThat(refused("2026-01-11", "ten"))
                    .isEqualTo(new Refusal.LimitReached("reward 'ten'", "2 uses per ISO week"));
            redeem("2026-01-12", "ten");
            assertThat(refused("2026-01-19", "ten")).isEqualTo(new Refusal.LimitReached("reward 'ten'", "3 uses ever"));
        }

        @Test
        @Tag("T3")
        void limitsOfARewardCountLateRedemptionsInTheWindowOfTheirOwnDate() {
            open(Reward.costing("ten", 10).capped(UseCap.of(1, BoundedWindow.MONTH)));
            redeem("2026-01-10", "ten");
            redeem("2026-02-05", "ten");
            assertThat(refused("2026-01-20", "ten")).isInstanceOf(Refusal.LimitReached.class);
            shop.advance(noon("2026-03-20"));
            redeem("2026-03-20", "ten");
            // What happened in February is remembered as long as something late can still fall into it.
            assertThat(refused("2026-02-27", "ten")).isInstanceOf(Refusal.LimitReached.class);
        }

        @Test
        void limitsAreOfOneRewardAndOneCustomer() {
            open(
                    Reward.costing("ten", 10).capped(UseCap.of(1, Window.EVER)),
                    Reward.costing("twenty", 20).capped(UseCap.of(1, Window.EVER)));
            redeem("2026-01-05", "ten");
            redeem("2026-01-05", "twenty");
        }

        @Test
        @Tag("E3")
        void limitsOfARewardCountNothingThatIsRefused() {
            open(Reward.costing("all", 1000).capped(UseCap.of(1, Window.EVER)));
            shop.submit(adjustment(-1));
            for (int i = 0; i < 3; i++) {
                assertThat(refused("2026-01-05", "all")).isEqualTo(new Refusal.InsufficientPoints("points", 999, 1000));
            }
            shop.submit(adjustment(1));
            redeem("2026-01-05", "all");
        }
    }

    private Adjustment adjustment(long points) {
        return new Adjustment(
                "a" + ++redemptions, CUSTOMER, noon("2026-01-03"), "points", points, "typing error", "agent-7");
    }

    @Nested
    @Tag("T2")
    class ValidityDates {
        @Test
        void validityDatesAreFromTheFirstInstantOfTheFirstDayThroughTheLastOfTheLastInTheProgramsZone() {
            open(Reward.costing("ten", 10).valid(MAY));
            Instant first = startOf("2026-05-01");
            Instant over = startOf("2026-06-01");
            assertThat(shop.refused(redemption(first.minusNanos(1_000), "ten", null)))
                    .isEqualTo(new Refusal.NotOpen(
                            "reward 'ten'", LocalDate.parse("2026-04-30"), "from 2026-05-01 to 2026-05-31"));
            shop.submit(redemption(first, "ten", null));
            shop.submit(redemption(over.minusNanos(1_000), "ten", null));
            assertRefusal(
                    shop.refused(redemption(over, "ten", null)),
                    "NOT_OPEN",
                    "reward 'ten' is not open on 2026-06-01; it is open from 2026-05-01 to 2026-05-31");
        }

        @Test
        void validityDatesCanBeOpenAtEitherEnd() {
            open(
                    Reward.costing("early", 10).valid(new Dates(null, LocalDate.parse("2026-01-31"))),
                    Reward.costing("late", 10).valid(new Dates(LocalDate.parse("2026-02-01"), null)));
            redeem("2026-01-31", "early");
            assertThat(refused("2026-01-31", "late")).isInstanceOf(Refusal.NotOpen.class);
            redeem("2026-02-01", "late");
            assertThat(refused("2026-02-01", "early")).isInstanceOf(Refusal.NotOpen.class);
        }

        @Test
        @Tag("T3")
        void validityDatesAreHeldAgainstTheDateOfALateRedemption() {
            open(Reward.costing("ten", 10).valid(MAY));
            shop.spend("2026-06-20", "1");
            redeem("2026-05-31", "ten");
            assertThat(shop.account().asOf()).isEqualTo(noon("2026-06-20"));
        }
    }

    /** Everything is wrong with the redemption; whatever comes first is mended, and the next reason is given. */
    @Test
    @Tag("E3")
    @Tag("F1")
    void aRefusedRedemptionGivesTheFirstReasonInTheOrderOfTheirCodes() {
        Reward reward = Reward.costing("hundred", 100)
                .where(Conditions.memberIs(HIGH))
                .capped(UseCap.of(1, Window.EVER))
                .valid(MAY);
        shop = new Shop(declared(reward).lateLimit(Period.ofDays(5)).build());
        shop.spend("2026-05-04", "100");
        shop.submit(new TierGrant("g", CUSTOMER, noon("2026-05-04"), "high", noon("2026-05-06")));
        redeem("2026-05-05", "hundred");
        shop.submit(adjustment(noon("2026-05-20"), -50));
        Basket euros = Basket.ofTotal(Money.of(Currency.getInstance("EUR"), "1"));
        Basket dollars = Basket.ofTotal(Money.of(USD, "1"));
        List<Redemption> wrong = List.of(
                new Redemption("x", CUSTOMER, noon("2026-04-30"), "hundred", 99L, euros),
                new Redemption("x", CUSTOMER, noon("2026-04-30"), "hundred", null, euros),
                new Redemption("x", CUSTOMER, noon("2026-06-01"), "two-hundred", null, euros),
                new Redemption("x", CUSTOMER, noon("2026-06-01"), "two-hundred", null, dollars),
                new Redemption("x", CUSTOMER, noon("2026-06-01"), "hundred", null, dollars),
                new Redemption("x", CUSTOMER, noon("2026-05-21"), "hundred", null, dollars));
        assertThat(wrong.stream().map(redemption -> shop.refused(redemption).code()))
                .containsExactly(
                        "INVALID",
                        "EVENT_TOO_LATE",
                        "WRONG_CURRENCY",
                        "UNKNOWN_REWARD",
                        "NOT_OPEN",
                        "CONDITION_NOT_MET");
        shop.submit(new TierGrant("g2", CUSTOMER, noon("2026-05-21"), "high", noon("2026-06-21")));
        Redemption right = new Redemption("x", CUSTOMER, noon("2026-05-21"), "hundred", null, dollars);
        assertThat(shop.refused(right).code()).isEqualTo("LIMIT_REACHED");
        Shop unlimited = new Shop(declared(Reward.costing("hundred", 100)).build());
        unlimited.submit(adjustment(noon("2026-05-20"), -50));
        assertThat(unlimited.refused(right).code()).isEqualTo("IN_DEBT");
        unlimited.submit(adjustment(noon("2026-05-20"), 149));
        assertThat(unlimited.refused(right)).isEqualTo(new Refusal.InsufficientPoints("points", 99, 100));
        unlimited.submit(adjustment(noon("2026-05-20"), 1));
        unlimited.submit(right);
    }

    private Adjustment adjustment(Instant at, long points) {
        return new Adjustment("a" + ++redemptions, CUSTOMER, at, "points", points, "typing error", "agent-7");
    }

    @Test
    @Tag("L6")
    void aRedemptionThatIsRefusedIsNoActivity() {
        shop = new Shop(program(Expiry.inactiveFor(Period.ofDays(30)))
                .earn(BASE)
                .redeem(Reward.costing("ten", 10), Reward.costing("hundred", 100))
                .build());
        shop.spend("2026-01-02", "50");
        assertThat(refused("2026-01-20", "hundred")).isInstanceOf(Refusal.InsufficientPoints.class);
        assertThat(shop.engine().nextChangeAt(shop.account()))
                .contains(LocalDate.parse("2026-02-01")
                        .atTime(12, 0)
                        .atZone(NEW_YORK)
                        .toInstant());
        redeem("2026-01-20", "ten");
        assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-02-19"));
    }

    @Test
    @Tag("D3")
    void manyRewardsAreListedByTheirIds() {
        open(IntStream.range(0, 9)
                .mapToObj(i -> Reward.costing("reward-" + (9 - i), 10 + i))
                .toArray(Reward[]::new));
        assertThat(shop.engine().rewardsFor(shop.account(), noon("2026-01-05")).stream()
                        .map(option -> option.reward().id()))
                .isSorted()
                .hasSize(9);
    }
}
