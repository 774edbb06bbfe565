package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.EntryKind;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the points that a return takes back are taken from, and until when. */
class ReturnedPointsTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static ReturnedLine pieces(String line, String quantity) {
        return ReturnedLine.of(line, Quantity.of(quantity));
    }

    private static ReturnedLine worth(String line, String amount) {
        return ReturnedLine.of(line, usd(amount));
    }

    private static PurchaseLine pieces(String id, String net, int quantity) {
        return line(id, net).withQuantity(Quantity.of(quantity));
    }

    @Nested
    @Tag("V4")
    class WherePointsAreTakenFrom {
        private Buyer member(Expiry expiry, ShortfallPolicy shortfall) {
            return new Buyer(LoyaltyProgram.builder("shop", "1")
                    .zone(Shop.NEW_YORK)
                    .money(Shop.USD)
                    .points(Shop.POINTS, new PointTerms(expiry, Set.of(), null, shortfall, null, Period.ZERO))
                    .earn(BASE)
                    .redeem(
                            Reward.costing("thirty", 30),
                            Reward.costing("hundred", 100),
                            Reward.costing("hundred-thirty", 130))
                    .build());
        }

        private void redeems(Buyer member, String date, String reward) {
            member.shop.submit(Redemption.of("x-" + reward, CUSTOMER, noon(date), reward));
        }

        @Test
        void pointsAreTakenBackFromTheirOwnLotFirstAndThenFromTheOneThatExpiresFirst() {
            Buyer member = member(Moment.after(Period.ofDays(100)), ShortfallPolicy.OWE);
            member.buys("a", "2026-01-01", Basket.ofTotal(usd("50")))
                    .buys(line("1", "50"))
                    .buys("b", "2026-01-06", Basket.ofTotal(usd("50")));
            member.returns(worth("1", "20"));
            assertThat(Shop.uses(member.shop.entries(), EntryKind.CLAWBACK)).containsExactly("2:20");
            // 30 of the first lot.
            redeems(member, "2026-01-11", "thirty");
            redeems(member, "2026-01-11", "hundred");
            member.returns();
            assertThat(Shop.uses(member.shop.entries(), EntryKind.CLAWBACK)).containsExactly("2:20");
            assertThat(member.shop.account().balance("points").debt()).isEqualTo(30);
        }

        @Test
        @Tag("K12")
        void pointsAreTakenBackFromOtherLotsWhereTheirOwnIsSpent() {
            Buyer member = member(Moment.after(Period.ofDays(100)), ShortfallPolicy.OWE);
            member.buys(line("1", "30")).buys("b", "2026-01-06", Basket.ofTotal(usd("50")));
            redeems(member, "2026-01-07", "thirty");
            assertThat(member.returns()).isEqualTo(30);
            assertThat(Shop.uses(member.shop.entries(), EntryKind.CLAWBACK)).containsExactly("2:30");
            assertThat(member.shop.available()).isEqualTo(20);
        }

        @Test
        @Tag("L8")
        @Tag("K7")
        @Tag("TV-77")
        void pointsMissingForAReturnAreOwedOrForgottenAsTheProgramSays() {
            for (ShortfallPolicy shortfall : ShortfallPolicy.values()) {
                Buyer member = member(Moment.never(), shortfall).buys(line("1", "150"));
                redeems(member, "2026-01-06", "hundred");
                member.returns();
                boolean owes = shortfall == ShortfallPolicy.OWE;
                assertThat(member.shop.available()).isZero();
                assertThat(member.shop.account().balance("points").debt()).isEqualTo(owes ? 100 : 0);
                assertThat(member.shop.account().balance("points").clawedBack()).isEqualTo(owes ? 150 : 50);
                assertThat(member.shop.entries().get(2).shortfall()).isEqualTo(owes ? 0 : 100);
                assertThat(member.shop.receiptOf("p").taken("points")).isEqualTo(150);
                member.buys("q", "2026-01-12", Basket.ofTotal(usd("120")));
                assertThat(member.shop.available()).isEqualTo(owes ? 20 : 120);
                member.shop.verify();
            }
        }

        @Test
        @Tag("K7")
        void pointsForgottenOnceAreNotTakenByTheNextReturn() {
            Buyer member = member(Moment.never(), ShortfallPolicy.CLAMP).buys(pieces("1", "100", 2));
            redeems(member, "2026-01-06", "hundred");
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(50);
            member.buys("q", "2026-01-12", Basket.ofTotal(usd("200")));
            assertThat(member.returnsOn("2026-01-13", pieces("1", "1"))).isEqualTo(50);
            assertThat(member.shop.available()).isEqualTo(150);
        }

        @Test
        void pointsThatExpiredUnusedCountAsTakenFirst() {
            Buyer member =
                    member(Moment.after(Period.ofDays(30)), ShortfallPolicy.OWE).buys(pieces("1", "100", 2));
            redeems(member, "2026-01-06", "thirty");
            member.buys("q", "2026-02-20", Basket.ofTotal(usd("500")));
            // 70 of 100 expired: of the first half nothing is left to take, of the second the 30 that were spent.
            assertThat(member.returnsOn("2026-02-21", pieces("1", "1"))).isZero();
            assertThat(member.returnsOn("2026-02-21", pieces("1", "1"))).isEqualTo(30);
            assertThat(member.shop.available()).isEqualTo(470);
        }

        @Test
        void pointsThatExpiredUnusedCountOnceHoweverManyRulesGaveThem() {
            Buyer member = new Buyer(LoyaltyProgram.builder("shop", "1")
                    .zone(Shop.NEW_YORK)
                    .money(Shop.USD)
                    .points(Shop.POINTS, PointTerms.expiring(Moment.after(Period.ofDays(30))))
                    .earn(BASE, EarnRule.earning("more", Amounts.proportional(1, usd("2"))))
                    .redeem(Reward.costing("hundred-thirty", 130))
                    .build());
            member.buys(pieces("1", "100", 2));
            redeems(member, "2026-01-06", "hundred-thirty");
            member.buys("q", "2026-02-20", Basket.ofTotal(usd("500")));
            // 20 of 150 expired: of the first 75 due 55 are taken, then 75.
            assertThat(member.returnsOn("2026-02-21", pieces("1", "1"))).isEqualTo(55);
            assertThat(member.returnsOn("2026-02-21", pieces("1", "1"))).isEqualTo(75);
        }

        @Test
        void pointsTakenBackBeforeTheRestExpiredCountToo() {
            Buyer member =
                    member(Moment.after(Period.ofDays(30)), ShortfallPolicy.OWE).buys(pieces("1", "100", 2));
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(50);
            member.buys("q", "2026-02-20", Basket.ofTotal(usd("500")));
            assertThat(member.returnsOn("2026-02-21", pieces("1", "1"))).isZero();
            assertThat(member.shop.available()).isEqualTo(500);
        }

        @Test
        void pointsOfAnotherPurchaseThatExpiredDoNotCountAsTaken() {
            Buyer member = member(Moment.after(Period.ofDays(30)), ShortfallPolicy.OWE);
            member.buys("a", "2026-01-01", Basket.ofTotal(usd("100")))
                    .buys("p", "2026-01-20", Basket.of(line("1", "100")));
            assertThat(member.returnsOn("2026-02-10", pieces("1", "1"))).isEqualTo(100);
            assertThat(member.shop.available()).isZero();
        }

        @Test
        @Tag("L6")
        void pointsThatRanOutWithTheTimerCountAsTakenToo() {
            Buyer member = member(Expiry.inactiveFor(Period.ofDays(30)), ShortfallPolicy.OWE)
                    .buys(line("1", "100"));
            member.buys("q", "2026-03-01", Basket.ofTotal(usd("10")));
            assertThat(member.returnsOn("2026-03-02")).isZero();
            assertThat(member.shop.available()).isEqualTo(10);
        }

        @Test
        void aReturnLeavesTheTimerAsItIs() {
            Buyer member = member(Expiry.inactiveFor(Period.ofDays(30)), ShortfallPolicy.OWE)
                    .buys(pieces("1", "100", 2));
            Instant runsOut =
                    member.shop.account().wallet("points").orElseThrow().runsOut();
            member.returnsOn("2026-01-20", pieces("1", "1"));
            assertThat(member.shop.account().wallet("points").orElseThrow().runsOut())
                    .isEqualTo(runsOut);
            assertThat(member.shop.engine().nextChangeAt(member.shop.account())).contains(runsOut);
        }
    }

    @Nested
    @Tag("V5")
    class Period365Days {
        private final Buyer member = Buyer.of(BASE).buys(line("1", "100"));

        @Test
        void aReturnIsAcceptedStrictlyBeforeTheEndOfItsPeriod() {
            Instant end = noon("2027-01-05");
            Return late = Return.ofAll("r", CUSTOMER, end, "p");
            assertThat(member.shop.refused(late)).isEqualTo(new Refusal.UnknownPurchase("p"));
            Return inTime = Return.ofAll("r", CUSTOMER, end.minusNanos(1_000), "p");
            assertThat(member.shop.submit(inTime).isAccepted()).isTrue();
        }

        @Test
        @Tag("T3")
        @Tag("TV-211")
        void theReturnPeriodIsJudgedByTheReturnsOwnDateHoweverLateItComes() {
            member.buys("q", "2027-01-08", Basket.ofTotal(usd("1")));
            assertThat(member.shop.refused(Return.ofAll("r", CUSTOMER, noon("2027-01-06"), "p")))
                    .isEqualTo(new Refusal.UnknownPurchase("p"));
            assertThat(member.returnsOn("2027-01-04")).isEqualTo(100);
        }

        @Test
        @Tag("V1")
        void aReturnThatATillsClockDatesBeforeItsPurchaseIsJudgedAtThatInstant() {
            assertThat(member.returnsOn("2026-01-04")).isEqualTo(100);
            Buyer never =
                    new Buyer(program().earn(BASE).returnsWithin(Period.ZERO).build()).buys(line("1", "1"));
            assertThat(never.shop.refused(never.event("2026-01-04"))).isEqualTo(new Refusal.UnknownPurchase("p"));
        }

        @Test
        @Tag("T3")
        void aLateReturnTakesEffectAtThePresent() {
            member.shop.advance(noon("2026-02-01"));
            Decision decision = member.shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-01-20"), "p"));
            assertThat(decision.entries()).hasSize(1);
            assertThat(decision.entries().get(0).effective()).isEqualTo(noon("2026-02-01"));
            // Late is what lies so long before the latest that the host gave, and not before the present.
            member.buys("q", "2026-02-05", Basket.ofTotal(usd("1")));
            assertThat(member.shop.refused(Return.ofAll("s", CUSTOMER, noon("2026-01-05"), "p")))
                    .isEqualTo(new Refusal.EventTooLate(noon("2026-01-05"), noon("2026-02-05"), Period.ofDays(30)));
        }

        @Test
        void theReturnPeriodIsWhatTheProgramSays() {
            Buyer days = new Buyer(
                    program().earn(BASE).returnsWithin(Period.ofDays(14)).build());
            days.buys(line("1", "100"));
            assertThat(days.shop.refused(days.event("2026-01-19"))).isEqualTo(new Refusal.UnknownPurchase("p"));
            assertThat(days.returnsOn("2026-01-18")).isEqualTo(100);
            Buyer never =
                    new Buyer(program().earn(BASE).returnsWithin(Period.ZERO).build()).buys(line("1", "1"));
            assertThat(never.shop.refused(never.event("2026-01-05"))).isEqualTo(new Refusal.UnknownPurchase("p"));
        }

        @Test
        void theReturnPeriodIsHowLongItIsRememberedWhatExpired() {
            Buyer days = new Buyer(program(Moment.after(Period.ofDays(10)))
                    .earn(BASE)
                    .returnsWithin(Period.ofDays(20))
                    .build());
            days.buys(line("1", "100"));
            days.shop.advance(noon("2026-01-20"));
            assertThat(days.shop.account().wallet("points").orElseThrow().expired())
                    .hasSize(1);
            // Twenty days, those of the late limit, and four for months that are short.
            days.buys("q", "2026-02-27", Basket.ofTotal(usd("0.50")));
            assertThat(days.shop.account().wallet("points").orElseThrow().expired())
                    .hasSize(1);
            days.shop.advance(noon("2026-12-25"));
            assertThat(days.shop.account().wallet("points").orElseThrow().expired())
                    .hasSize(1);
            days.buys("s", "2026-02-28", Basket.ofTotal(usd("0.50")));
            assertThat(days.shop.account().wallet("points").orElseThrow().expired())
                    .isEmpty();
        }
    }
}
