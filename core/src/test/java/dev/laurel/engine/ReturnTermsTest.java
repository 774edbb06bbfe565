package dev.laurel.engine;

import static dev.laurel.engine.Member.PER_DOLLAR;
import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Member.paid;
import static dev.laurel.engine.Member.worth;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a return takes back, by the terms of what was awarded. */
class ReturnTermsTest {
    private static final PointTerms POLICY = PointTerms.expiring(Moment.never());

    private static Member member(Rule... rules) {
        return Member.of(POLICY, rules);
    }

    private static PurchaseLine line(String id, String net) {
        return PurchaseLine.of(id, "sku-" + id, usd(net));
    }

    /** Amounts for each full unit of money. */
    @Nested
    @Tag("V2")
    class CompletedUnits {
        @Test
        @Tag("TV-223")
        void returnOfWhatFilledNoUnitTakesNothing() {
            Member member = member(EarnRule.earning("base", Amounts.perCompleted(1, usd("1.00"))));
            member.buys("p", "2026-01-05", Basket.of(line("1", "10.00"), line("2", "0.99")));
            assertThat(member.available()).isEqualTo(10);
            member.returns("p", "2026-01-06", worth("2", "0.99"));
            assertThat(member.available()).isEqualTo(10);
        }

        @ParameterizedTest
        @CsvSource({"20.00, 20", "20.01, 10", "30.00, 10", "70.00, 10", "70.01, 0", "119.99, 0", "120.00, 0"})
        @Tag("TV-223")
        void whatIsLeftIsCountedAnew(String returned, long kept) {
            Member member = member(EarnRule.earning("base", Amounts.perCompleted(10, usd("50.00"))));
            member.buys("p", "2026-01-05", "120.00");
            assertThat(member.available()).isEqualTo(20);
            member.returns("p", "2026-01-06", worth("1", returned));
            assertThat(member.available()).isEqualTo(kept);
        }

        @Test
        void onlyWhatWasPaidInMoneyIsCounted() {
            Member member = member(EarnRule.earning("base", Amounts.perCompleted(10, usd("50.00"))));
            member.isGiven(5_000, "2026-01-01");
            member.redeems("x", "2026-01-04", "pays", 5_000);
            member.buys("p", "2026-01-05", paid("200.00", "50.00", "x"));
            assertThat(member.balance().earned()).isEqualTo(30);
            // Of 180.00 three quarters were paid in money: 135.00.
            member.returns("p", "2026-01-06", worth("1", "20.00"));
            assertThat(member.balance().clawedBack()).isEqualTo(10);
        }

        @Test
        void multiplierIsAppliedToWhatIsLeftAnew() {
            EarnRule base = EarnRule.earning("base", Amounts.perCompleted(10, usd("50.00")));
            Member member = member(base, Multiplier.of("more", base, Ratio.of(3, 2)));
            member.buys("p", "2026-01-05", "120.00");
            assertThat(member.available()).isEqualTo(30);
            member.returns("p", "2026-01-06", worth("1", "30.00"));
            assertThat(member.available()).isEqualTo(15);
        }

        @Test
        void fullUnitsAreOfTheLinesThatAreMultipliedMost() {
            EarnRule base = EarnRule.earning("base", Amounts.perCompleted(10, usd("50.00")));
            Member member =
                    member(base, Multiplier.of("more", base, Ratio.of(3)).of(Selectors.sku("sku-2")));
            member.buys("p", "2026-01-05", Basket.of(line("1", "60.00"), line("2", "60.00")));
            // Twenty, half of them three times.
            assertThat(member.available()).isEqualTo(40);
            // 100.00 are left: two units, of which 60.00 are multiplied, so more than before.
            member.returns("p", "2026-01-06", worth("1", "20.00"));
            assertThat(member.available()).isEqualTo(40);
            // 80.00 are left: one unit, all of it multiplied.
            member.returns("p", "2026-01-07", worth("1", "20.00"));
            assertThat(member.available()).isEqualTo(30);
            member.returns("p", "2026-01-08", worth("1", "20.00"));
            assertThat(member.available()).isEqualTo(30);
            member.returns("p", "2026-01-09", worth("2", "10.01"));
            assertThat(member.available()).isZero();
        }

        @Test
        void eachLineIsCountedAnewWhereEachIsRounded() {
            EarnRule base = EarnRule.earning("base", Amounts.perCompleted(5, usd("2.50")))
                    .rounded(Rounding.DOWN, RoundingStep.PER_LINE);
            Member member = member(base, Multiplier.of("more", base, Ratio.of(3, 2)));
            member.buys("p", "2026-01-05", Basket.of(line("1", "4.99"), line("2", "7.50")));
            // 5 x 1.5 is 7, and 15 x 1.5 is 22.
            assertThat(member.available()).isEqualTo(29);
            member.returns("p", "2026-01-06", worth("1", "2.49"));
            assertThat(member.available()).isEqualTo(29);
            member.returns("p", "2026-01-07", worth("2", "0.01"));
            assertThat(member.available()).isEqualTo(22);
        }

        @Test
        void ruleMaySayThatEachLineTakesItsShareInstead() {
            Member member = member(EarnRule.earning("base", Amounts.perCompleted(10, usd("50.00")))
                    .returning(TermsOfReturn.BY_LINE));
            member.buys("p", "2026-01-05", "120.00");
            member.returns("p", "2026-01-06", worth("1", "20.00"));
            // Five sixths of twenty.
            assertThat(member.available()).isEqualTo(16);
        }

        @ParameterizedTest
        @CsvSource({"JPY, 500, 1200, 200, 201", "KWD, 0.500, 1.200, 0.200, 0.201"})
        void unitsAreCountedInOtherMoneyToo(String code, String unit, String net, String kept, String lost) {
            Currency currency = Currency.getInstance(code);
            for (String returned : new String[] {kept, lost}) {
                Member member = new Member(LoyaltyProgram.builder("shop", "1")
                        .zone(ZoneId.of("UTC"))
                        .money(currency)
                        .points(POINTS, PointTerms.expiring(Moment.never()))
                        .earn(EarnRule.earning("base", Amounts.perCompleted(10, Money.of(currency, unit))))
                        .build());
                member.buys("p", "2026-01-05", Basket.ofTotal(Money.of(currency, net)));
                member.returns("p", "2026-01-06", ReturnedLine.of("1", Money.of(currency, returned)));
                assertThat(member.available()).isEqualTo(returned.equals(kept) ? 20 : 10);
            }
        }
    }

    /** Awards that a cap cut. */
    @Nested
    @Tag("V2")
    @Tag("A3")
    class CutAwards {
        @Test
        @Tag("TV-231")
        void cutAwardIsKeptAsFarAsWhatIsLeftWouldEarnIt() {
            Member member = member(PER_DOLLAR.capped(PointCap.of(POINTS.points(60))));
            member.buys("p", "2026-01-05", "100.00");
            assertThat(member.available()).isEqualTo(60);
            member.returns("p", "2026-01-06", worth("1", "50.00"));
            assertThat(member.available()).isEqualTo(50);
        }

        @Test
        @Tag("TV-231")
        void eachRuleOfACutAwardKeepsTheLesserOfItsPointsAndItsPartOfWhatIsLeft() {
            EarnRule base =
                    EarnRule.earning("base", Amounts.proportional(1, usd("1"))).capped(PointCap.of(POINTS.points(15)));
            Member member = member(base, Multiplier.of("more", base, Ratio.of(2)));
            member.buys("p", "2026-01-05", "10.00");
            // Ten and ten, of which the cap leaves ten and five.
            assertThat(member.available()).isEqualTo(15);
            member.returns("p", "2026-01-06", worth("1", "2.50"));
            // Seven of the base, and five of the eight by which the multiplier goes beyond.
            assertThat(member.available()).isEqualTo(12);
            member.returns("p", "2026-01-07", worth("1", "5.00"));
            // Two of the base, and three of the multiplier.
            assertThat(member.available()).isEqualTo(5);
            member.returns("p", "2026-01-08");
            assertThat(member.available()).isZero();
        }
    }

    /** Caps, of which a return makes room. */
    @Nested
    @Tag("A5")
    class CapsGivenBack {
        @Test
        @Tag("TV-222")
        void returnMakesRoomForWhatItTookBack() {
            Member member =
                    member(PER_DOLLAR.capped(PointCap.of(POINTS.points(300)).per(BoundedWindow.MONTH)));
            member.buys("p", "2026-01-05", "300.00");
            member.returns("p", "2026-01-06");
            member.buys("q", "2026-01-07", "300.00");
            assertThat(member.available()).isEqualTo(300);
        }

        @Test
        @Tag("TV-222")
        void welcomeOfAReturnedOrderIsGivenForTheNext() {
            Member member =
                    member(EarnRule.earning("welcome", Amounts.fixed(500)).capped(UseCap.of(1, Window.EVER)));
            member.buys("p", "2026-01-05", "20.00");
            member.returns("p", "2026-01-06");
            member.buys("q", "2026-01-07", "20.00");
            assertThat(member.available()).isEqualTo(500);
            member.buys("r", "2026-01-08", "20.00");
            assertThat(member.available()).isEqualTo(500);
        }

        @Test
        void trimmedAwardMakesRoomOnlyForWhatIsTakenOfIt() {
            Member member =
                    member(PER_DOLLAR.capped(PointCap.of(POINTS.points(300)).per(BoundedWindow.MONTH)));
            member.buys("p", "2026-01-05", "400.00");
            member.returns("p", "2026-01-06", worth("1", "100.00"));
            member.buys("q", "2026-01-07", "50.00");
            assertThat(member.available()).isEqualTo(300);
            member.returns("p", "2026-01-08", worth("1", "20.00"));
            member.buys("r", "2026-01-09", "50.00");
            assertThat(member.available()).isEqualTo(300);
        }

        @Test
        void partOfAnAwardThatIsKeptIsStillAUse() {
            Member member = member(PER_DOLLAR.capped(UseCap.of(1, Window.EVER)));
            member.buys("p", "2026-01-05", "20.00");
            member.returns("p", "2026-01-06", worth("1", "19.00"));
            member.buys("q", "2026-01-07", "20.00");
            assertThat(member.available()).isEqualTo(1);
        }

        @Test
        void roomIsMadeInTheWindowOfThePurchase() {
            Member member =
                    member(PER_DOLLAR.capped(PointCap.of(POINTS.points(300)).per(BoundedWindow.MONTH)));
            member.buys("p", "2026-01-05", "300.00");
            member.buys("q", "2026-02-05", "300.00");
            member.returns("p", "2026-02-06");
            member.buys("r", "2026-02-07", "300.00");
            assertThat(member.available()).isEqualTo(300);
            // January has room again, for an order that comes late.
            member.buys("s", "2026-01-20", "100.00");
            assertThat(member.available()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 3, 10})
        void buyingAndReturningInPartsGainsNothing(int parts) {
            Member member =
                    member(PER_DOLLAR.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.YEAR)));
            for (int i = 0; i < 5; i++) {
                member.buys("p" + i, "2026-01-05", "150.00");
                for (int part = 0; part < parts; part++) {
                    member.returns(
                            "p" + i,
                            "2026-01-06",
                            ReturnedLine.of("1", Money.ofMillionths(Shop.USD, 150_000_000L / parts)));
                }
                assertThat(member.available()).isZero();
                assertThat(member.debt()).isZero();
            }
            member.buys("q", "2026-01-07", "150.00");
            assertThat(member.available()).isEqualTo(100);
        }
    }

    /** Until when, and by which date. */
    @Nested
    @Tag("V5")
    class Dates {
        private final Member member = member();

        private Return returned(String date) {
            return new Return("r" + date, CUSTOMER, noon(date), "p", List.of());
        }

        @Test
        @Tag("TV-211")
        void returnIsJudgedByItsOwnDateAlsoWhenItArrivesLater() {
            member.buys("p", "2026-01-01", "10.00");
            member.buys("q", "2027-01-03", "1.00");
            assertThat(member.isRefused(returned("2027-01-02"))).isEqualTo("UNKNOWN_PURCHASE");
            member.does(returned("2026-12-30"));
            assertThat(member.available()).isEqualTo(1);
        }

        @Test
        @Tag("TV-211")
        void jobThatRanInBetweenMakesNoDifference() {
            member.buys("p", "2026-01-01", "10.00");
            member.waits(startOf("2027-01-03"));
            member.does(returned("2026-12-30"));
            assertThat(member.available()).isZero();
        }

        @Test
        @Tag("V1")
        void returnThatATillDatesBeforeItsPurchaseIsJudgedAtIt() {
            member.buys("p", "2026-01-05", "10.00");
            member.does(returned("2026-01-04"));
            assertThat(member.available()).isZero();
        }
    }

    /** Events that come late. */
    @Nested
    @Tag("T3")
    class LateEvents {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        @Tag("TV-212")
        void onlyWhatTheHostGaveMakesAnotherLate(boolean jobRan) {
            Member member = member();
            member.buys("p", "2026-02-20", "10.00");
            if (jobRan) {
                member.waits(noon("2026-04-04"));
            }
            member.buys("q", "2026-03-01", "10.00");
            assertThat(member.available()).isEqualTo(20);
        }

        @Test
        void eventIsLateByTheLatestThatTheHostGave() {
            Member member = member();
            member.buys("p", "2026-04-04", "10.00");
            Purchase late = new Purchase("q", CUSTOMER, noon("2026-03-04"), Basket.ofTotal(usd("1.00")));
            assertThat(member.refusal(late))
                    .isEqualTo(new Refusal.EventTooLate(noon("2026-03-04"), noon("2026-04-04"), Period.ofDays(30)));
            member.buys("r", "2026-03-05", "1.00");
        }

        @Test
        void capOfTheWindowOfALateEventIsNotForgottenByAJob() {
            Member member =
                    member(PER_DOLLAR.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)));
            member.buys("p", "2026-02-20", "100.00");
            member.waits(noon("2026-09-04"));
            member.buys("q", "2026-02-21", "100.00");
            assertThat(member.available()).isEqualTo(100);
        }

        @Test
        void whatExpiredUnusedIsNotForgottenByAJobAsLongAsAReturnCanCome() {
            Member member = Member.of(PointTerms.expiring(Moment.after(Period.ofDays(10))));
            member.buys("p", "2026-01-01", "10.00");
            member.waits(noon("2027-06-04"));
            member.does(new Return("r", CUSTOMER, noon("2026-12-30"), "p", List.of()));
            assertThat(member.debt()).isZero();
            assertThat(member.balance().expired()).isEqualTo(10);
        }
    }

    /** In what measures something comes back. */
    @Nested
    @Tag("V1")
    class Measures {
        private final Member member = member();

        @Test
        void lineIsReturnedByItsGross() {
            member.buys("p", "2026-01-05", Basket.of(line("1", "100.00").withTax(usd("20.00"))));
            member.returns("p", "2026-01-06", ReturnedLine.ofGross("1", usd("30.00")));
            assertThat(member.available()).isEqualTo(75);
            assertThat(member.refusal(member.returned("p", "2026-01-07", ReturnedLine.ofGross("1", usd("90.01")))))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "line '1'", "USD 90.00"));
            member.returns("p", "2026-01-07", ReturnedLine.ofGross("1", usd("90.00")));
            assertThat(member.available()).isZero();
        }

        @Test
        void goodwillComesOutOfAllLinesInProportion() {
            member.buys("p", "2026-01-05", Basket.of(line("1", "60.00"), line("2", "30.00"), line("3", "0.00")));
            member.does(Return.ofAmount("g", CUSTOMER, noon("2026-01-06"), "p", usd("9.00")));
            assertThat(member.available()).isEqualTo(81);
            assertThat(member.shop.receiptOf("p").lines())
                    .extracting(each -> each.costLeft(Pricing.NET))
                    .containsExactly(usd("54.00"), usd("27.00"), usd("0.00"));
            // Of the first line 54.00 are left, of which no more can be brought back.
            assertThat(member.refusal(member.returned("p", "2026-01-07", worth("1", "54.01"))))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "line '1'", "USD 54.00"));
            member.returns("p", "2026-01-07");
            assertThat(member.available()).isZero();
            assertThat(member.debt()).isZero();
        }

        @Test
        void goodwillIsNoMoreThanIsLeft() {
            member.buys("p", "2026-01-05", Basket.of(line("1", "60.00"), line("2", "30.00")));
            member.returns("p", "2026-01-06", worth("1", "60.00"));
            assertThat(member.refusal(Return.ofAmount("g", CUSTOMER, noon("2026-01-06"), "p", usd("30.01"))))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "all lines", "USD 30.00"));
            member.does(Return.ofAmount("g", CUSTOMER, noon("2026-01-06"), "p", usd("30.00")));
            assertThat(member.available()).isZero();
            assertThat(member.isRefused(Return.ofAmount("h", CUSTOMER, noon("2026-01-06"), "p", usd("0.01"))))
                    .isEqualTo("EXCEEDS_PURCHASE");
        }

        @Test
        void goodwillThatDividesIntoNoWholeMillionthsComesOutWholeAllTheSame() {
            member.buys("p", "2026-01-05", Basket.of(line("1", "1.00"), line("2", "1.00"), line("3", "1.00")));
            for (int i = 0; i < 3; i++) {
                member.does(Return.ofAmount("g" + i, CUSTOMER, noon("2026-01-06"), "p", usd("1.00")));
            }
            assertThat(member.shop.receiptOf("p").costLeft()).isEqualTo(usd("0.00"));
            assertThat(member.available()).isZero();
        }

        @Test
        void refusalSaysHowManyPiecesAreLeft() {
            member.buys("p", "2026-01-05", Basket.of(line("1", "60.00").withQuantity(Quantity.of(3))));
            member.returns("p", "2026-01-06", ReturnedLine.of("1", Quantity.ONE));
            assertThat(member.refusal(member.returned("p", "2026-01-07", ReturnedLine.of("1", Quantity.of(3)))))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "line '1'", "2"));
        }

        @Test
        void shippingThatCostNothingDoesNoHarmBesideLinesButIsNothingToReturnAlone() {
            member.buys("p", "2026-01-05", "60.00");
            member.does(member.returned("p", "2026-01-06", worth("1", "10.00")).withShipping());
            assertThat(member.available()).isEqualTo(50);
            assertThat(member.isRefused(Return.ofShipping("s", CUSTOMER, noon("2026-01-07"), "p")))
                    .isEqualTo("EXCEEDS_PURCHASE");
        }

        @Test
        void keptSampleDoesNotKeepWhatIsLostOnFullReturn() {
            Member welcome = Member.of(
                    POLICY,
                    EarnRule.earning("welcome", Amounts.fixed(500)).returning(TermsOfReturn.LOST_ON_FULL_RETURN));
            welcome.buys("p", "2026-01-05", Basket.of(line("1", "60.00"), line("2", "0.00")));
            assertThat(brief(welcome.returns("p", "2026-01-06", worth("1", "60.00"))))
                    .containsExactly("CLAWBACK -500 welcome");
        }
    }

    /** Points that are gone. */
    @Nested
    @Tag("L9")
    class ComingBackPastTheirDate {
        private final Member member = Member.of(PointTerms.expiring(Moment.endOf(BoundedWindow.YEAR, Period.ZERO)));

        @ParameterizedTest
        @CsvSource({"a, b", "b, a"})
        @Tag("TV-220")
        void ordersOfWhichOnePaidTheOtherLeaveNothingInEitherOrder(String first, String second) {
            member.buys("a", "2026-06-01", "1000.00");
            member.redeems("x", "2026-06-02", "pays", 1_000);
            member.buys("b", "2026-06-02", paid("10.00", "10.00", "x"));
            member.returns(first, "2027-01-05");
            member.returns(second, "2027-01-05");
            assertThat(member.available()).isZero();
            assertThat(member.debt()).isZero();
        }

        @Test
        void whatComesBackPastItsDateMeetsTheClawbackOfTheSameReturnFirst() {
            member.buys("a", "2026-06-01", "1000.00");
            member.redeems("x", "2026-06-02", "pays", 1_000);
            member.buys("b", "2026-12-31", paid("110.00", "10.00", "x"));
            member.buys("c", "2027-01-02", "40.00");
            // A hundred were earned at the end of the year, and are gone; a thousand come back, gone too.
            assertThat(brief(member.returns("b", "2027-01-05"))).containsExactly("RESTORE 1000 pays", "EXPIRE -1000");
            assertThat(member.available()).isEqualTo(40);
        }

        @Test
        void holdThatIsReleasedPastItsDatePaysADebtFirst() {
            member.buys("a", "2026-12-01", "100.00");
            member.holds("h", "2026-12-02", "pays", 100);
            member.returns("a", "2027-01-05");
            assertThat(member.debt()).isEqualTo(100);
            assertThat(brief(member.releases("h", "2027-01-06"))).containsExactly("RELEASE 100 pays", "DEBT_PAID 100");
            assertThat(member.debt()).isZero();
            assertThat(member.balance().expired()).isZero();
        }
    }
}
