package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.UseCap;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the cancellation of a redemption gives back. */
@Tag("R3")
class CancellationsTest {
    private static final PointsAsPayment CENT = PointsAsPayment.of(usd("0.01"), 1);

    private static Shop shop(Expiry expiry) {
        return new Shop(program(expiry)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(
                        Reward.costing("three-hundred", 300),
                        Reward.costing("any", ChosenPrice.ofAnyNumber()).giving(CENT),
                        Reward.costing("once", 10).capped(UseCap.of(1, Window.EVER)))
                .build());
    }

    private static void redeem(Shop shop, String id, Instant at) {
        shop.submit(Redemption.of(id, CUSTOMER, at, "three-hundred"));
    }

    private static Cancellation part(String id, String date, long points) {
        return new Cancellation(id, CUSTOMER, noon(date), "x", points);
    }

    private static Cancellation all(String id, String date) {
        return Cancellation.ofAll(id, CUSTOMER, noon(date), "x");
    }

    private static List<String> lots(Shop shop) {
        List<String> lots = new ArrayList<>();
        for (Lot lot : shop.account().wallet("points").orElseThrow().lots()) {
            lots.add(lot.number() + ":" + lot.left() + "/" + lot.points());
        }
        return lots;
    }

    @Nested
    class InAll {
        private final Shop shop = shop(Moment.never());

        InAll() {
            shop.spend("2026-01-01", "1000");
            redeem(shop, "x", noon("2026-01-02"));
        }

        @Test
        @Tag("TV-83")
        void aCancellationInAllGivesAllBackOnce() {
            assertThat(shop.available()).isEqualTo(700);
            Decision decision = shop.submit(all("c", "2026-01-03"));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 300 three-hundred");
            assertThat(shop.available()).isEqualTo(1000);
            assertThat(shop.account().balance("points").redeemed()).isZero();
            Refusal again = shop.refused(all("d", "2026-01-03"));
            assertThat(again.code()).isEqualTo("ALREADY_CANCELLED");
            assertThat(again.message()).isEqualTo("all points of redemption 'x' have gone back already");
            assertThat(shop.refused(part("d", "2026-01-03", 1))).isEqualTo(again);
            shop.verify();
        }

        @Test
        @Tag("L9")
        @Tag("K12")
        void aCancellationInAllLetsTheSamePointsBeSpentOnceMoreAndNoOftener() {
            shop.submit(all("c", "2026-01-03"));
            for (String id : List.of("x1", "x2", "x3")) {
                redeem(shop, id, noon("2026-01-04"));
            }
            assertThat(shop.available()).isEqualTo(100);
            shop.verify();
        }

        @Test
        void aCancellationIsOfARedemptionOfThisCustomer() {
            Refusal refusal = shop.refused(Cancellation.ofAll("c", CUSTOMER, noon("2026-01-03"), "y"));
            assertThat(refusal.code()).isEqualTo("UNKNOWN_REDEMPTION");
            assertThat(refusal.message()).isEqualTo("redemption 'y' is not one that this customer made");
            Cancellation other = Cancellation.ofAll("c", "c2", noon("2026-01-03"), "x");
            assertThat(shop.engine()
                            .evaluate(shop.engine().newAccount("c2"), other, List.of(shop.redeemed("x")))
                            .refusal())
                    .contains(new Refusal.UnknownRedemption("x"));
        }

        @Test
        void aCancellationIsOfNoPurchase() {
            assertThat(shop.refused(Cancellation.ofAll("c", CUSTOMER, noon("2026-01-03"), "e1")))
                    .isEqualTo(new Refusal.UnknownRedemption("e1"));
        }

        @Test
        @Tag("L8")
        void aCancellationPaysADebtFirst() {
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-02"), "points", -900, "error", "agent"));
            Decision decision = shop.submit(all("c", "2026-01-03"));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 300 three-hundred", "DEBT_PAID 200");
            assertThat(shop.available()).isEqualTo(100);
        }
    }

    @Nested
    class OfAFixedPrice {
        private final Shop shop = shop(Moment.never());

        OfAFixedPrice() {
            shop.spend("2026-01-01", "1000");
            redeem(shop, "x", noon("2026-01-02"));
        }

        @Test
        void aCancellationOfAFixedPriceIsOfAllOfIt() {
            for (long points : new long[] {1, 299}) {
                assertThat(shop.refused(part("c", "2026-01-03", points)))
                        .isEqualTo(new Refusal.Invalid("reward 'three-hundred' has a fixed price, so what is left of"
                                + " redemption 'x' is cancelled as a whole, 300 points, but " + points
                                + " were to be"));
            }
            assertThat(shop.refused(part("c", "2026-01-03", 301)))
                    .isEqualTo(new Refusal.ExceedsRedemption("redemption 'x'", 300, 301));
            shop.submit(part("c", "2026-01-03", 300));
            assertThat(shop.available()).isEqualTo(1000);
        }

        @Test
        @Tag("V5")
        void aCancellationIsAcceptedAsLongAsAReturnWouldBe() {
            Instant end = noon("2027-01-02");
            assertThat(shop.refused(Cancellation.ofAll("c", CUSTOMER, end, "x")))
                    .isEqualTo(new Refusal.UnknownRedemption("x"));
            shop.submit(Cancellation.ofAll("c", CUSTOMER, end.minusNanos(1_000), "x"));
            assertThat(shop.available()).isEqualTo(1000);
        }

        @Test
        @Tag("T3")
        void aCancellationThatComesLateIsJudgedByItsOwnDate() {
            shop.spend("2027-01-10", "1");
            shop.submit(Cancellation.ofAll("c", CUSTOMER, noon("2027-01-01"), "x"));
            assertThat(shop.available()).isEqualTo(1001);
        }
    }

    @Nested
    class InPart {
        private final Shop shop = shop(Moment.after(Period.ofDays(100)));

        InPart() {
            shop.spend("2026-01-01", "100");
            shop.spend("2026-01-11", "150");
            shop.spend("2026-01-21", "200");
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-22"), "any", 300));
        }

        @Test
        void aCancellationInPartGivesBackFirstWhatWasTakenLastToTheLotsThatItCameFrom() {
            assertThat(Shop.uses(shop.entries(), EntryKind.REDEEM)).containsExactly("1:100", "2:150", "3:50");
            shop.submit(part("c1", "2026-01-23", 60));
            assertThat(lots(shop)).containsExactly("2:10/150", "3:200/200");
            shop.submit(part("c2", "2026-01-23", 150));
            assertThat(lots(shop)).containsExactly("1:10/100", "2:150/150", "3:200/200");
            shop.submit(all("c3", "2026-01-23"));
            assertThat(lots(shop)).containsExactly("1:100/100", "2:150/150", "3:200/200");
            shop.verify();
        }

        @Test
        @Tag("L9")
        void aCancellationLeavesTheLotsTheirDates() {
            shop.submit(all("c", "2026-01-23"));
            List<Instant> dates = new ArrayList<>();
            shop.account().wallet("points").orElseThrow().lots().forEach(lot -> dates.add(lot.expires()));
            // A hundred days after each was earned, of which the night to 8 March is an hour shorter.
            assertThat(dates).containsExactly(noon("2026-04-11"), noon("2026-04-21"), noon("2026-05-01"));
        }

        @Test
        void aCancellationInPartNeverGivesMoreThanIsLeft() {
            shop.submit(part("c1", "2026-01-23", 60));
            Refusal refusal = shop.refused(part("c2", "2026-01-23", 241));
            assertThat(refusal.code()).isEqualTo("EXCEEDS_REDEMPTION");
            assertThat(refusal.message()).isEqualTo("241 points are asked for, but redemption 'x' has 240 left");
            assertThat(shop.submit(part("c2", "2026-01-23", 240)).isAccepted()).isTrue();
        }

        @Test
        void aCancellationLetsExpireAtOnceWhatIsPastItsDate() {
            Decision decision = shop.submit(all("c", "2026-04-11"));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 300 any", "EXPIRE -100");
            assertThat(decision.entries().get(1).effective()).isEqualTo(noon("2026-04-11"));
            assertThat(decision.entries().get(1).cause()).startsWith("laurel:time:");
            assertThat(lots(shop)).containsExactly("2:150/150", "3:200/200");
            assertThat(shop.account().balance("points").expired()).isEqualTo(100);
            shop.verify();
        }

        @Test
        @Tag("L8")
        @Tag("L9")
        void aCancellationPaysADebtFirstWithWhatIsPastItsDate() {
            shop.submit(new Adjustment("a", CUSTOMER, noon("2026-01-23"), "points", -250, "error", "agent"));
            Decision decision = shop.submit(all("c", "2026-04-11"));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 300 any", "DEBT_PAID 100");
            assertThat(Shop.uses(decision.entries(), EntryKind.DEBT_PAID)).containsExactly("1:100");
            assertThat(lots(shop)).containsExactly("2:150/150", "3:50/200");
            assertThat(shop.account().balance("points").expired()).isZero();
            shop.verify();
        }
    }

    @Nested
    @Tag("L6")
    class WithATimerOfInactivity {
        private final Shop shop = shop(Expiry.inactiveFor(Period.ofDays(30)));

        WithATimerOfInactivity() {
            shop.spend("2026-01-01", "300");
        }

        @Test
        void pointsThatACancellationGivesBackJoinTheOthersWhileTheTimerRuns() {
            redeem(shop, "x", noon("2026-01-20"));
            shop.submit(all("c", "2026-02-18"));
            assertThat(shop.available()).isEqualTo(300);
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(noon("2026-02-19"));
        }

        @Test
        void pointsThatACancellationGivesBackStayExpiredOnceTheTimerHasRunOut() {
            redeem(shop, "x", noon("2026-01-20"));
            shop.spend("2026-03-01", "50");
            Decision decision = shop.submit(all("c", "2026-03-02"));
            assertThat(brief(decision.entries())).containsExactly("RESTORE 300 three-hundred", "EXPIRE -300");
            assertThat(shop.available()).isEqualTo(50);
        }

        @Test
        void pointsThatACancellationGivesBackAreNotTouchedByATimerThatRanOutBeforeTheyWereTaken() {
            Instant end = noon("2026-01-31");
            shop.buy(end, Basket.ofTotal(usd("300")));
            redeem(shop, "x", end);
            assertThat(shop.submit(all("c", "2026-02-01")).entries()).hasSize(1);
            assertThat(shop.available()).isEqualTo(300);
        }

        @Test
        @Tag("T3")
        void pointsThatACancellationGivesBackStayExpiredWhenSomethingLateRunsOutAtAnEarlierInstant() {
            Shop patient = new Shop(program(Expiry.inactiveFor(Period.ofDays(30)))
                    .lateLimit(Period.ofDays(100))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .redeem(Reward.costing("three-hundred", 300))
                    .build());
            patient.spend("2026-01-01", "300");
            redeem(patient, "x", noon("2026-01-20"));
            patient.advance(noon("2026-02-20"));
            // Of 15 December, so it would have run out before the redemption; the timer that the redemption is about
            // did after.
            patient.submit(new Purchase("late", CUSTOMER, noon("2025-12-15"), Basket.ofTotal(usd("5"))));
            assertThat(brief(patient.submit(all("c", "2026-02-22")).entries()))
                    .containsExactly("RESTORE 300 three-hundred", "EXPIRE -300");
        }
    }

    @Test
    @Tag("A5")
    void aCancellationOfAllGivesTheUseOfALimitedRewardBack() {
        Shop shop = shop(Moment.never());
        shop.spend("2026-01-01", "100");
        shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "once"));
        assertThat(shop.refused(Redemption.of("x2", CUSTOMER, noon("2026-01-02"), "once"))
                        .code())
                .isEqualTo("LIMIT_REACHED");
        shop.submit(all("c", "2026-01-03"));
        shop.submit(Redemption.of("x2", CUSTOMER, noon("2026-01-04"), "once"));
        assertThat(shop.refused(Redemption.of("x3", CUSTOMER, noon("2026-01-04"), "once"))
                        .code())
                .isEqualTo("LIMIT_REACHED");
    }

    @Test
    @Tag("A5")
    void aCancellationOfAPartGivesNoUseBackUntilAllIsCancelled() {
        Shop shop = new Shop(program()
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .redeem(Reward.costing("any", ChosenPrice.ofAnyNumber())
                        .giving(CENT)
                        .capped(UseCap.of(1, Window.EVER)))
                .build());
        shop.spend("2026-01-01", "100");
        shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "any", 50));
        shop.submit(part("c1", "2026-01-03", 20));
        assertThat(shop.refused(Redemption.of("x2", CUSTOMER, noon("2026-01-03"), "any", 1))
                        .code())
                .isEqualTo("LIMIT_REACHED");
        shop.submit(part("c2", "2026-01-03", 30));
        assertThat(shop.submit(Redemption.of("x2", CUSTOMER, noon("2026-01-03"), "any", 1))
                        .isAccepted())
                .isTrue();
    }

    @Test
    @Tag("E2")
    @Tag("TV-83")
    void aCancellationSentTwiceIsOneEntry() {
        LoyaltyService service = LoyaltyService.of(shop(Moment.never()).engine(), new InMemoryAccountStore());
        service.submit(new Purchase("p", CUSTOMER, noon("2026-01-01"), Basket.ofTotal(usd("1000"))))
                .orThrow();
        service.submit(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "three-hundred"))
                .orThrow();
        service.submit(all("c", "2026-01-03")).orThrow();
        Outcome again = service.submit(all("c", "2026-01-03"));
        assertThat(again.isRepeat()).isTrue();
        assertThat(service.entries(CUSTOMER)).hasSize(3);
        assertThat(again.account().balance("points").available()).isEqualTo(1000);
    }
}
