package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.OrderTotal;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Question;
import dev.laurel.condition.Selectors;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.Measure;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Property;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conditions on what a member has done. */
@Tag("A10")
@Tag("A2")
class SumsTest {
    private static final PurchaseCounter<MoneySum> SPEND = PurchaseCounter.spend("spend");
    private static final PurchaseCounter<CountSum> VISITS = PurchaseCounter.purchases("visits");
    private static final PurchaseCounter<CountSum> CUPS =
            PurchaseCounter.quantity("cups").of(category("coffee"));

    private int events;

    /** A hundred points for each purchase before which a condition holds. */
    private static EarnRule bonus(Condition condition) {
        return EarnRule.earning("bonus", Amounts.fixed(100)).where(condition);
    }

    private static Shop shop(Rule... rules) {
        return new Shop(program().earn(rules).build());
    }

    private static Shop shop(Condition condition) {
        return shop(bonus(condition));
    }

    private void returns(Shop shop, String date, String purchase, ReturnedLine... lines) {
        shop.submit(
                lines.length == 0
                        ? Return.ofAll("r" + ++events, CUSTOMER, noon(date), purchase)
                        : new Return("r" + ++events, CUSTOMER, noon(date), purchase, List.of(lines)));
        shop.verify();
    }

    private static long earned(Decision decision) {
        return decision.earned("points");
    }

    @Nested
    class Asked {
        @Test
        void aSumIsAskedAsItWasBeforeThePurchase() {
            Shop shop = shop(SPEND.per(BoundedWindow.YEAR).isAtLeast(usd("100")));
            assertThat(earned(shop.spend("2026-01-05", "99.99"))).isZero();
            assertThat(earned(shop.spend("2026-01-06", "0.01"))).isZero();
            assertThat(earned(shop.spend("2026-01-07", "0.01"))).isEqualTo(100);
            assertThat(earned(shop.spend("2027-01-01", "500"))).isZero();
        }

        @Test
        void aFirstPurchaseIsOneBeforeWhichThereWasLessThanOne() {
            Shop shop = shop(VISITS.per(Window.EVER).isLessThan(1));
            assertThat(earned(shop.spend("2026-01-05", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2030-01-05", "10"))).isZero();
        }

        @Test
        void aLatePurchaseCountsAndAsksInTheWindowOfItsOwnDate() {
            Shop shop = shop(VISITS.per(BoundedWindow.MONTH).isLessThan(1));
            assertThat(earned(shop.spend("2026-02-05", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-01-20", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-01-10", "10"))).isZero();
            assertThat(earned(shop.spend("2026-02-06", "10"))).isZero();
        }

        @Test
        void aRollingSumHasWhatCountsUntilTheStartOfTheSameDateAPeriodLater() {
            Shop shop = shop(VISITS.per(Window.overTheLast(Period.ofMonths(1))).isAtLeast(1));
            shop.spend("2026-01-31", "10");
            assertThat(earned(shop.buy(startOf("2026-02-28").minusNanos(1_000), Basket.ofTotal(usd("10")))))
                    .isEqualTo(100);
            Shop other = shop(VISITS.per(Window.overTheLast(Period.ofMonths(1))).isAtLeast(1));
            other.spend("2026-01-31", "10");
            assertThat(earned(other.buy(startOf("2026-02-28"), Basket.ofTotal(usd("10")))))
                    .isZero();
        }

        @Test
        void aSumOfDatesIsAskedAtAnyTimeLater() {
            Dates may = new Dates(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
            Shop shop = shop(SPEND.per(may).isAtLeast(usd("50")));
            shop.spend("2026-04-30", "1000");
            shop.spend("2026-05-31", "50");
            shop.spend("2026-06-01", "1000");
            assertThat(earned(shop.spend("2027-06-01", "1"))).isEqualTo(100);
        }

        @Test
        void aSumSinceEnrollmentBeginsWithIt() {
            Shop shop = shop(VISITS.per(Window.SINCE_ENROLLMENT).isAtLeast(1));
            shop.spend("2026-01-04", "10");
            assertThat(earned(shop.spend("2026-01-05", "10"))).isZero();
            assertThat(shop.account().counters()).isEmpty();
            shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-01-06")));
            assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
            assertThat(earned(shop.spend("2026-01-08", "10"))).isEqualTo(100);
        }

        @Test
        void noConditionOnASumSinceEnrollmentHoldsBeforeIt() {
            Shop shop = shop(VISITS.per(Window.SINCE_ENROLLMENT).isLessThan(1));
            assertThat(earned(shop.spend("2026-01-04", "10"))).isZero();
            shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-01-06")));
            assertThat(earned(shop.spend("2026-01-05", "10"))).isZero();
            assertThat(earned(shop.spend("2026-01-07", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-01-08", "10"))).isZero();
        }

        @Test
        @Tag("E4")
        void whatCountsNothingFixesNoMembership() {
            Shop shop = shop(PurchaseCounter.measuredBy(
                            "km", facts -> facts.basket().net().millionths() > 1_000_000 ? 1 : 0)
                    .per(BoundedWindow.MEMBERSHIP_YEAR)
                    .isAtLeast(1));
            shop.spend("2026-03-10", "1");
            shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-06-01")));
            shop.spend("2026-06-02", "10");
            assertThat(earned(shop.spend("2027-03-11", "1"))).isEqualTo(100);
        }

        @Test
        @Tag("E4")
        void aSumOfAMembershipYearFixesWhereItBegins() {
            Shop shop = shop(VISITS.per(BoundedWindow.MEMBERSHIP_YEAR).isAtLeast(1));
            shop.spend("2026-03-10", "10");
            shop.submit(Enrollment.of("enroll", Customer.of(CUSTOMER), noon("2026-06-01")));
            assertThat(earned(shop.spend("2027-03-09", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2027-03-10", "10"))).isZero();
        }

        @Test
        void aPreviewAsksTheSameAsThePurchase() {
            Shop shop = shop(SPEND.per(BoundedWindow.YEAR).isAtLeast(usd("100")));
            shop.spend("2026-01-05", "100");
            Basket basket = Basket.ofTotal(usd("1"));
            assertThat(shop.engine()
                            .preview(shop.account(), basket, noon("2026-01-06"))
                            .earned("points"))
                    .isEqualTo(100);
        }

        @Test
        @Tag("X1")
        void anExplanationNamesTheSumWithWhatWasFound() {
            Shop shop = shop(SPEND.per(BoundedWindow.YEAR).isAtLeast(usd("100")));
            shop.spend("2026-01-05", "40");
            assertThat(shop.spend("2026-01-06", "1").explanation().text())
                    .isEqualTo("bonus: not applied, since spend per calendar year of at least USD 100.00 is required,"
                            + " but found spend per calendar year of USD 40.00");
        }

        @Test
        void aConditionOfOnesOwnAsksWhatItMentionsAndItsCounterAsksTheRest() {
            record Regular(Question question) implements Condition {
                @Override
                public Finding check(Facts facts) {
                    return Finding.of(facts.answerTo(question) >= 2, "something", "something");
                }

                @Override
                public Mentions mentions() {
                    return Mentions.of(question);
                }

                @Override
                public String describe() {
                    return "regular";
                }
            }
            CountSum large = PurchaseCounter.purchases("large")
                    .where(SPEND.per(Window.EVER).isAtLeast(usd("5")))
                    .per(Window.EVER);
            for (Question question : List.of(large, large.upTo(2))) {
                Shop shop = shop(bonus(new Regular(question)));
                shop.spend("2026-01-05", "10");
                shop.spend("2026-01-06", "10");
                assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
                assertThat(earned(shop.spend("2026-01-08", "10"))).isEqualTo(100);
            }
        }

        @Test
        @Tag("D6")
        void aConditionThatAsksWithoutSayingSoFailsByName() {
            record Silent(MoneySum sum) implements Condition {
                @Override
                public Finding check(Facts facts) {
                    return Finding.of(facts.answerTo(sum) > 0, "something", "something");
                }

                @Override
                public String describe() {
                    return "silent";
                }
            }
            Shop shop = shop(bonus(new Silent(SPEND.per(Window.EVER))));
            Purchase purchase = new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1")));
            assertThat(shop.refused(purchase))
                    .isEqualTo(new Refusal.RuleFailed(
                            "bonus", "threw java.lang.IllegalArgumentException from its condition"));
        }
    }

    @Nested
    class Counted {
        @Test
        @Tag("A6")
        void whatIsExcludedOrFreeOrPaidWithPointsIsNotSpent() {
            Shop shop = new Shop(program()
                    .excluding(category("gift-card"))
                    .earn(bonus(SPEND.per(Window.EVER).isAtLeast(usd("75"))))
                    .redeem(Shop.PAYS)
                    .build());
            shop.redeemsToPay("x", noon("2026-01-04"), "25");
            shop.buy("2026-01-05", line("1", "500", "gift-card"), line("2", "0"));
            shop.buy(noon("2026-01-05"), Basket.ofTotal(usd("99.99")).paidBy(Payment.withPoints(usd("25"), "x")));
            assertThat(earned(shop.spend("2026-01-06", "0.01"))).isZero();
            assertThat(earned(shop.spend("2026-01-07", "0.01"))).isEqualTo(100);
        }

        @Test
        void aCounterOfLinesCountsTheseAlone() {
            Shop shop = shop(SPEND.of(category("coffee")).per(Window.EVER).isAtLeast(usd("10")));
            shop.buy("2026-01-05", line("1", "9.99", "coffee"), line("2", "100", "tea"));
            assertThat(earned(shop.buy("2026-01-06", line("1", "0.01", "coffee"))))
                    .isZero();
            assertThat(earned(shop.spend("2026-01-07", "1"))).isEqualTo(100);
        }

        @Test
        void aCounterWithConditionsCountsThePurchasesThatMeetThem() {
            Shop shop = shop(VISITS.where(Conditions.orderOfAtLeast(usd("50")))
                    .per(Window.EVER)
                    .isAtLeast(1));
            shop.spend("2026-01-05", "49.99");
            assertThat(earned(shop.spend("2026-01-06", "50"))).isZero();
            assertThat(earned(shop.spend("2026-01-07", "1"))).isEqualTo(100);
        }

        @Test
        void aCounterCanAskAnother() {
            Condition isRegular = VISITS.per(Window.EVER).isAtLeast(2);
            Shop shop = shop(PurchaseCounter.spend("regular-spend")
                    .where(isRegular)
                    .per(Window.EVER)
                    .isAtLeast(usd("10")));
            shop.spend("2026-01-05", "10");
            shop.spend("2026-01-06", "10");
            assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
            assertThat(earned(shop.spend("2026-01-08", "10"))).isEqualTo(100);
        }

        @Test
        void itemsCountByTheirQuantityAsFarAsTheyWerePaidInMoney() {
            Shop shop = new Shop(program()
                    .earn(bonus(CUPS.per(Window.EVER).isAtLeast(4)))
                    .redeem(Shop.PAYS)
                    .build());
            shop.redeemsToPay("x", noon("2026-01-04"), "5");
            PurchaseLine cups = line("1", "10", "coffee").withQuantity(Quantity.of(4));
            shop.buy(noon("2026-01-05"), Basket.of(cups, line("2", "90")).paidBy(Payment.withPoints(usd("5"), "x")));
            assertThat(earned(shop.buy("2026-01-06", line("1", "3", "coffee").withQuantity(Quantity.of("0.199999")))))
                    .isZero();
            assertThat(earned(shop.buy("2026-01-07", line("1", "3", "coffee").withQuantity(Quantity.of("0.000001")))))
                    .isZero();
            assertThat(earned(shop.spend("2026-01-08", "1"))).isEqualTo(100);
        }

        @Test
        void aDayCountsOnceHoweverOftenSomethingIsBoughtOnIt() {
            Shop shop = shop(PurchaseCounter.purchaseDays("days")
                    .per(BoundedWindow.MONTH)
                    .isAtLeast(2));
            shop.spend("2026-01-31", "10");
            shop.spend("2026-02-05", "10");
            assertThat(earned(shop.spend("2026-02-05", "10"))).isZero();
            assertThat(earned(shop.spend("2026-02-06", "10"))).isZero();
            assertThat(earned(shop.spend("2026-02-06", "10"))).isEqualTo(100);
            returns(shop, "2026-02-07", "e4");
            returns(shop, "2026-02-07", "e5");
            assertThat(earned(shop.spend("2026-02-07", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-03-01", "10"))).isZero();
        }

        @Test
        void daysOfEverAreKeptOnlyAsFarAsSomethingAsksForThem() {
            CountSum days = PurchaseCounter.purchaseDays("days").per(Window.EVER);
            Shop shop = shop(
                    bonus(days.isAtLeast(3)),
                    EarnRule.earning("few", Amounts.fixed(1)).where(days.isLessThan(2)));
            for (int day = 10; day < 20; day++) {
                shop.spend("2026-01-" + day, "10");
            }
            assertThat(shop.account().counter("days/ever").toMap()).hasSize(3);
            assertThat(earned(shop.spend("2026-02-01", "10"))).isEqualTo(100);
        }

        @Test
        void aDayCountsOnceAlsoOverTheLastDays() {
            Shop shop = shop(PurchaseCounter.purchaseDays("days")
                    .per(Window.overTheLast(Period.ofDays(7)))
                    .isAtLeast(2));
            shop.spend("2026-01-05", "10");
            shop.spend("2026-01-05", "10");
            assertThat(earned(shop.spend("2026-01-06", "10"))).isZero();
            assertThat(earned(shop.spend("2026-01-11", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-01-18", "10"))).isZero();
        }

        @Test
        void aValueCountsOnceInAWindowAndStaysWhenItIsReturned() {
            Shop shop = shop(PurchaseCounter.distinct("kinds", LineProperties.category())
                    .per(BoundedWindow.MONTH)
                    .isAtLeast(3));
            shop.buy("2026-01-05", line("1", "10", "coffee", "hot"), line("2", "10", "coffee"));
            assertThat(earned(shop.buy("2026-01-06", line("1", "10", "hot")))).isZero();
            assertThat(earned(shop.buy("2026-01-07", line("1", "10", "tea")))).isZero();
            returns(shop, "2026-01-08", "e1");
            assertThat(earned(shop.spend("2026-01-31", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-02-01", "10"))).isZero();
        }

        @Test
        void aLatePurchaseBringsItsValueIntoItsOwnWindow() {
            Shop shop = shop(PurchaseCounter.distinct("kinds", LineProperties.category())
                    .of(category("coffee"))
                    .per(BoundedWindow.MONTH)
                    .isAtLeast(1));
            shop.spend("2026-02-05", "10");
            shop.buy("2026-01-20", line("1", "10", "coffee"));
            assertThat(earned(shop.spend("2026-01-25", "10"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-02-06", "10"))).isZero();
        }

        @Test
        void valuesOverTheLastDaysAreThoseOfTheirDays() {
            Shop shop = shop(PurchaseCounter.distinct("skus", LineProperties.sku())
                    .per(Window.overTheLast(Period.ofDays(10)))
                    .isAtLeast(2));
            shop.buy("2026-01-05", line("a", "10"));
            shop.buy("2026-01-08", line("b", "10"));
            assertThat(earned(shop.buy("2026-01-14", line("b", "10")))).isEqualTo(100);
            assertThat(earned(shop.buy("2026-01-15", line("b", "10")))).isZero();
        }

        @Test
        @Tag("F2")
        void valuesAreGoneOnceTheCustomerIsErased() {
            Shop shop = shop(PurchaseCounter.distinct("kinds", LineProperties.category())
                    .per(Window.EVER)
                    .isAtLeast(3));
            shop.buy("2026-01-05", line("1", "10", "pregnancy"));
            assertThat(shop.account().counters()).containsKey("kinds/ever=pregnancy");
            shop.submit(new Closure("c", CUSTOMER, noon("2026-01-06")));
            shop.submit(new Erasure("x", CUSTOMER, noon("2026-01-07")));
            assertThat(shop.account().counters()).isEmpty();
        }

        @Test
        void pointsThatAreEarnedCountPendingOnesTooAndNoOthers() {
            CountSum earned = MemberCounter.earned("earned", POINTS).per(BoundedWindow.YEAR);
            Shop shop = shop(
                    EarnRule.earning("base", Amounts.proportional(1, usd("1")))
                            .availableFrom(Moment.after(Period.ofDays(30))),
                    bonus(earned.isAtLeast(50)));
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-04"), "points", 500, "goodwill", "agent"));
            assertThat(earned(shop.spend("2026-01-05", "49"))).isEqualTo(49);
            assertThat(earned(shop.spend("2026-01-05", "1"))).isEqualTo(1);
            assertThat(earned(shop.spend("2026-01-06", "1"))).isEqualTo(101);
        }

        @Test
        void pointsOfAClaimCountUntilItIsCancelled() {
            CountSum earned = MemberCounter.earned("earned", POINTS).per(Window.EVER);
            Shop shop = new Shop(program()
                    .earn(bonus(earned.isAtLeast(5)))
                    .offers(Offer.of(
                            "birthday",
                            BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                            new Bonus(POINTS.points(5))))
                    .build());
            shop.submit(Enrollment.of(
                    "e", Customer.of(CUSTOMER).withBirthday(Birthday.parse("--05-10")), noon("2026-01-05")));
            shop.submit(Claim.of("g", CUSTOMER, noon("2026-05-10"), "birthday"));
            assertThat(earned(shop.spend("2026-05-11", "1"))).isEqualTo(100);
            shop.submit(new Cancellation("c", CUSTOMER, noon("2026-05-12"), "g", null));
            returns(shop, "2026-05-13", "e1");
            assertThat(earned(shop.spend("2026-05-14", "1"))).isZero();
        }
    }

    @Nested
    @Tag("V2")
    class Returned {
        @Test
        void whatIsReturnedIsTakenOutOfTheWindowInWhichItCounted() {
            Shop shop = shop(SPEND.per(BoundedWindow.MONTH).isAtLeast(usd("50")));
            shop.buy("2026-01-05", line("1", "30"), line("2", "40"));
            returns(shop, "2026-02-05", "e1", ReturnedLine.of("2", usd("20")));
            assertThat(earned(shop.spend("2026-01-31", "0.01"))).isEqualTo(100);
            returns(shop, "2026-02-06", "e1", ReturnedLine.of("2", usd("20")));
            assertThat(earned(shop.spend("2026-01-30", "0.01"))).isZero();
        }

        @Test
        @Tag("TV-222")
        void aFirstPurchaseThatIsReturnedCanBeMadeAgain() {
            Shop shop = shop(VISITS.per(Window.EVER).isLessThan(1));
            assertThat(earned(shop.buy("2026-01-05", line("1", "10"), line("2", "10"))))
                    .isEqualTo(100);
            returns(shop, "2026-01-06", "e1", ReturnedLine.of("1", usd("10")));
            assertThat(earned(shop.spend("2026-01-07", "10"))).isZero();
            returns(shop, "2026-01-08", "e1");
            returns(shop, "2026-01-08", "e2");
            assertThat(shop.available()).isZero();
            assertThat(earned(shop.spend("2026-01-09", "10"))).isEqualTo(100);
        }

        @Test
        void aPurchaseNoLongerCountsOnceWhatIsLeftMissesTheTotalThatItsCounterAsksFor() {
            Shop shop = shop(VISITS.where(Conditions.orderOfAtLeast(usd("50"), category("coffee")))
                    .per(Window.EVER)
                    .isAtLeast(1));
            shop.buy("2026-01-05", line("1", "50", "coffee"), line("2", "50", "tea"));
            returns(shop, "2026-01-06", "e1", ReturnedLine.of("2", usd("50")));
            assertThat(earned(shop.spend("2026-01-07", "1"))).isEqualTo(100);
            returns(shop, "2026-01-08", "e1", ReturnedLine.of("1", usd("0.01")));
            assertThat(earned(shop.spend("2026-01-09", "1"))).isZero();
        }

        @Test
        void pointsThatAReturnTakesBackAreNotEarnedEvenIfTheyWereSpent() {
            CountSum earned = MemberCounter.earned("earned", POINTS).per(Window.EVER);
            Shop shop = new Shop(program()
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))), bonus(earned.isAtLeast(60)))
                    .redeem(Shop.PAYS)
                    .build());
            shop.spend("2026-01-05", "100");
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "pays", 100));
            returns(shop, "2026-01-07", "e1", ReturnedLine.of("1", usd("41")));
            assertThat(earned(shop.spend("2026-01-08", "1"))).isEqualTo(1);
            assertThat(earned(shop.spend("2026-01-09", "1"))).isEqualTo(101);
        }

        @Test
        void aMeasureOfOnesOwnGoesInTheProportionOfTheCost() {
            Shop shop = shop(PurchaseCounter.measuredBy("km", new Kilometres())
                    .per(Window.EVER)
                    .isAtLeast(5));
            shop.buy("2026-01-05", line("12345678", "30"), line("2", "10"));
            returns(shop, "2026-01-06", "e1", ReturnedLine.of("2", usd("10")));
            assertThat(earned(shop.spend("2026-01-07", "0.01"))).isEqualTo(100);
            returns(shop, "2026-01-08", "e1", ReturnedLine.of("12345678", usd("10")));
            returns(shop, "2026-01-08", "e2");
            assertThat(earned(shop.spend("2026-01-09", "0.01"))).isZero();
        }
    }

    /** As far as the ids of lines are long. */
    private record Kilometres() implements Measure {
        @Override
        public long of(PurchaseFacts facts) {
            return facts.basket().lines().stream()
                    .mapToLong(line -> line.id().length())
                    .sum();
        }
    }

    @Nested
    @Tag("D6")
    class Hostile {
        private Refusal refusal(Measure measure) {
            Shop shop = shop(
                    PurchaseCounter.measuredBy("km", measure).per(Window.EVER).isAtLeast(5));
            return shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1"))));
        }

        @Test
        void aMeasureThatThrowsOrIsNegativeFailsThePurchaseByTheNameOfItsCounter() {
            assertThat(refusal(facts -> -1))
                    .isEqualTo(
                            new Refusal.RuleFailed("km", "returned -1 from its measure, which must not be negative"));
            assertThat(refusal(facts -> {
                        throw new IllegalStateException("no");
                    }))
                    .isEqualTo(new Refusal.RuleFailed("km", "threw java.lang.IllegalStateException from its measure"));
        }

        @Test
        void aPropertyThatThrowsOrHasNoValueFailsThePurchaseByTheNameOfItsCounter() {
            Property hostile = new Property() {
                @Override
                public List<String> valuesOf(PurchaseLine line, Basket basket) {
                    return List.of("");
                }

                @Override
                public String describe() {
                    return "nothing";
                }
            };
            Shop shop = shop(
                    PurchaseCounter.distinct("kinds", hostile).per(Window.EVER).isAtLeast(5));
            assertThat(shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1")))))
                    .isEqualTo(new Refusal.RuleFailed(
                            "kinds", "threw java.lang.IllegalArgumentException from its property"));
        }

        @Test
        void totalsOfOtherMoneyOrThatCannotBeReadFailThePurchaseByTheNameOfTheirCounter() {
            record Total(List<OrderTotal> totals) implements PurchaseCondition {
                @Override
                public Finding check(PurchaseFacts facts) {
                    return Finding.of(true, "met", "nothing");
                }

                @Override
                public String describe() {
                    return "total";
                }
            }
            OrderTotal euros = new OrderTotal(Money.of(Currency.getInstance("EUR"), 5), Selectors.everything());
            for (List<OrderTotal> totals : Arrays.asList(List.of(euros), Collections.<OrderTotal>singletonList(null))) {
                Shop shop =
                        shop(VISITS.where(new Total(totals)).per(Window.EVER).isLessThan(1));
                Purchase purchase = new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1")));
                assertThat(shop.refused(purchase))
                        .isInstanceOfSatisfying(
                                Refusal.RuleFailed.class,
                                refusal -> assertThat(refusal.rule()).isEqualTo("visits"));
            }
        }

        @Test
        void aSumOverTheLastDaysThatGrowsTooLargeIsAnOverflow() {
            Shop shop = shop(PurchaseCounter.measuredBy("km", facts -> Money.MAX_MILLIONTHS / 2 + 1)
                    .per(Window.overTheLast(Period.ofDays(30)))
                    .isAtLeast(5));
            shop.spend("2026-01-05", "1");
            Purchase next = new Purchase("p", CUSTOMER, noon("2026-01-06"), Basket.ofTotal(usd("1")));
            assertThat(shop.refused(next).code()).isEqualTo("OVERFLOW");
            Purchase late = new Purchase("p", CUSTOMER, noon("2026-01-04"), Basket.ofTotal(usd("1")));
            assertThat(shop.refused(late).code()).isEqualTo("OVERFLOW");
            shop.spend("2026-02-04", "1");
        }

        @Test
        void aSumThatGrowsTooLargeIsAnOverflow() {
            Shop shop = shop(PurchaseCounter.measuredBy("km", facts -> Money.MAX_MILLIONTHS)
                    .per(Window.EVER)
                    .isAtLeast(5));
            shop.spend("2026-01-05", "1");
            assertThat(shop.refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("1"))))
                            .code())
                    .isEqualTo("OVERFLOW");
        }

        @Test
        void thresholdsArePositive() {
            assertThatThrownBy(() -> SPEND.per(Window.EVER).isAtLeast(usd("0")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a sum must be compared with a positive amount, but was USD 0.00");
            assertThatThrownBy(() -> VISITS.per(Window.EVER).isLessThan(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a sum must be compared with a positive number that it can be, but was 0");
            assertThatThrownBy(() -> CUPS.per(Window.EVER).isAtLeast(9_000_000_000_001L))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> PurchaseCounter.spend("No Id")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    @Tag("V2")
    class MissedTotals {
        private final Condition first = VISITS.where(Conditions.orderOfAtLeast(usd("50")))
                .per(Window.EVER)
                .isLessThan(1);

        @Test
        void whatIsLostBelowTheTotalOfTheCounterIsEarnedOnce() {
            Shop shop = shop(bonus(first).returning(TermsOfReturn.lostBelow(usd("50"))));
            assertThat(earned(shop.submit(purchase("p1", "2026-01-01")))).isEqualTo(100);
            returns(shop, "2026-01-02", "p1", ReturnedLine.of("1", usd("0.01")));
            assertThat(shop.account().balance("points").available()).isZero();
            assertThat(earned(shop.submit(purchase("p2", "2026-01-03")))).isEqualTo(100);
            assertThat(shop.account().balance("points").available()).isEqualTo(100);
        }

        @Test
        void whatIsKeptBelowTheTotalOfTheCounterIsEarnedAgain() {
            Shop shop = shop(first);
            shop.submit(purchase("p1", "2026-01-01"));
            returns(shop, "2026-01-02", "p1", ReturnedLine.of("1", usd("0.01")));
            shop.submit(purchase("p2", "2026-01-03"));
            assertThat(shop.account().balance("points").available()).isEqualTo(199);
        }

        private Purchase purchase(String id, String date) {
            return new Purchase(id, CUSTOMER, noon(date), Basket.of(line("1", "50.00")));
        }
    }

    @Nested
    class OfActivities {
        private final ActivityKind review = new ActivityKind("review");
        private final MemberCounter<CountSum> reviews = MemberCounter.activities("reviews", review);

        private Shop shop(Condition condition) {
            return new Shop(program()
                    .earn(bonus(condition))
                    .activities(review, new ActivityKind("walk"))
                    .build());
        }

        private void happens(Shop shop, String date, String activity) {
            shop.submit(Activity.of("a" + ++events, CUSTOMER, noon(date), activity));
        }

        @Test
        void activitiesOfAKindCountEachInTheWindowOfItsDate() {
            Shop shop = shop(reviews.per(BoundedWindow.MONTH).isAtLeast(2));
            happens(shop, "2026-01-31", "review");
            happens(shop, "2026-02-01", "review");
            happens(shop, "2026-02-02", "walk");
            assertThat(earned(shop.spend("2026-02-02", "1"))).isZero();
            happens(shop, "2026-02-02", "review");
            assertThat(earned(shop.spend("2026-02-02", "1"))).isEqualTo(100);
            happens(shop, "2026-01-31", "review");
            assertThat(earned(shop.spend("2026-01-31", "1"))).isEqualTo(100);
            assertThat(earned(shop.spend("2026-03-01", "1"))).isZero();
            shop.verify();
        }

        @Test
        void conditionsAreAskedByWhatWasSoBeforeTheActivity() {
            Shop shop =
                    shop(reviews.where(reviews().isLessThan(2)).per(Window.EVER).isAtLeast(2));
            for (int i = 0; i < 3; i++) {
                assertThat(earned(shop.spend("2026-01-0" + (i + 1), "1"))).isEqualTo(i < 2 ? 0 : 100);
                happens(shop, "2026-01-0" + (i + 1), "review");
            }
            assertThat(shop.account().counter("reviews/ever").toMap()).containsExactly(Map.entry(0L, 2L));
        }

        private CountSum reviews() {
            return MemberCounter.activities("all-reviews", review).per(Window.EVER);
        }

        @Test
        void whatFailsToSayWhetherItCountsFailsTheActivity() {
            Condition broken = new Broken();
            Shop shop = shop(reviews.where(broken).per(Window.EVER).isAtLeast(1));
            Refusal refusal = shop.refused(Activity.of("a", CUSTOMER, noon("2026-01-01"), "review"));
            assertThat(refusal.code()).isEqualTo("RULE_FAILED");
            assertThat(refusal.message()).contains("reviews");
        }

        @Test
        void anActivityFixesTheMembershipYearInWhichItCounts() {
            Shop shop = shop(reviews.per(BoundedWindow.MEMBERSHIP_YEAR).isAtLeast(1));
            happens(shop, "2026-01-10", "review");
            shop.submit(Enrollment.of("e", Customer.of(CUSTOMER), noon("2026-06-01")));
            assertThat(earned(shop.spend("2026-06-02", "1"))).isEqualTo(100);
            assertThat(earned(shop.spend("2027-01-10", "1"))).isZero();
        }
    }

    private record Broken() implements Condition {
        @Override
        public Finding check(Facts facts) {
            throw new IllegalStateException("broken");
        }

        @Override
        public String describe() {
            return "broken";
        }
    }
}
