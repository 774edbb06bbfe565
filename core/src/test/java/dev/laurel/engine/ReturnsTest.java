package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.TakenPoints;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a return names, and what it takes back. */
class ReturnsTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final PointCurrency STAMPS = PointCurrency.of("stamps");

    private static ReturnedLine pieces(String line, String quantity) {
        return ReturnedLine.of(line, Quantity.of(quantity));
    }

    private static ReturnedLine worth(String line, String amount) {
        return ReturnedLine.of(line, usd(amount));
    }

    private static PurchaseLine pieces(String id, String net, int quantity) {
        return line(id, net).withQuantity(Quantity.of(quantity));
    }

    private static void assertRefused(Refusal refusal, String code, String message) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).isEqualTo(message);
    }

    @Nested
    @Tag("V1")
    class WhatIsNamed {
        private final Buyer member = Buyer.of(BASE).buys(pieces("1", "30", 3), line("2", "10"), line("3", "0"));

        @Test
        void aReturnNamesAQuantityOrAnAmountOfALine() {
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(10);
            assertThat(member.returns(worth("1", "5"), worth("2", "10"))).isEqualTo(15);
            assertThat(member.shop.receiptOf("p").lines().get(0).left()).isEqualTo(Ratio.of(1, 2));
            assertThat(member.returns(pieces("1", "1.5"))).isEqualTo(15);
            assertThat(member.shop.available()).isZero();
        }

        @Test
        void aReturnThatNamesNoLinesIsOfAllThatIsLeft() {
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(10);
            assertThat(member.returns()).isEqualTo(30);
            assertThat(member.shop.receiptOf("p").isReturned()).isTrue();
        }

        @Test
        @Tag("I11")
        @Tag("K9")
        void aReturnNeverNamesMoreThanIsLeftOfALine() {
            String message = "more of line '1' of purchase 'p' is returned than is left of it, ";
            assertRefused(member.isRefused(pieces("1", "3.000001")), "EXCEEDS_PURCHASE", message + "3");
            assertRefused(member.isRefused(worth("1", "30.000001")), "EXCEEDS_PURCHASE", message + "USD 30.00");
            member.returns(pieces("1", "2"));
            assertRefused(member.isRefused(pieces("1", "1.000001")), "EXCEEDS_PURCHASE", message + "1");
            assertRefused(member.isRefused(worth("1", "10.000001")), "EXCEEDS_PURCHASE", message + "USD 10.00");
            assertThat(member.returns(worth("1", "10"))).isEqualTo(10);
            assertRefused(member.isRefused(pieces("1", "0.000001")), "EXCEEDS_PURCHASE", message + "0");
            assertRefused(
                    member.isRefused(worth("3", "0.01")),
                    "EXCEEDS_PURCHASE",
                    "more of line '3' of purchase 'p' is returned than is left of it, USD 0.00");
            assertThat(member.isRefused(worth("3", "0.01")))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "line '3'", "USD 0.00"));
            assertThat(member.returns(pieces("3", "1"))).isZero();
        }

        @Test
        @Tag("K9")
        void aReturnIsOfSomethingThatIsLeft() {
            member.returns();
            assertRefused(
                    member.isRefused(),
                    "EXCEEDS_PURCHASE",
                    "more of all of purchase 'p' is returned than is left of it, USD 0.00");
        }

        @Test
        void aReturnNamesAnAmountOfALineWithItsTax() {
            Buyer taxed = Buyer.of(BASE).buys(line("1", "30").withTax(usd("6")), line("2", "10"));
            assertRefused(
                    taxed.isRefused(ReturnedLine.ofGross("1", usd("36.01"))),
                    "EXCEEDS_PURCHASE",
                    "more of line '1' of purchase 'p' is returned than is left of it, USD 36.00");
            assertThat(taxed.returns(ReturnedLine.ofGross("1", usd("18")))).isEqualTo(15);
            assertThat(taxed.shop.receiptOf("p").lines().get(0).left()).isEqualTo(Ratio.of(1, 2));
            assertThat(taxed.returns(worth("1", "15"))).isEqualTo(15);
        }

        @Test
        void aReturnCanNameAnAmountOverAllThatIsLeft() {
            Return goodwill = Return.ofAmount("g", CUSTOMER, noon("2026-01-10"), "p", usd("10"));
            // A quarter of each line that costs something.
            assertThat(brief(member.shop.submit(goodwill).entries())).containsExactly("CLAWBACK -10 base");
            assertThat(member.shop.receiptOf("p").lines().stream().map(ReceiptLine::left))
                    .containsExactly(Ratio.of(3, 4), Ratio.of(3, 4), Ratio.ONE);
            assertThat(member.shop.refused(Return.ofAmount("g2", CUSTOMER, noon("2026-01-10"), "p", usd("30.01"))))
                    .isEqualTo(new Refusal.ExceedsPurchase("p", "all lines", "USD 30.00"));
            assertThat(member.returns()).isEqualTo(30);
        }

        @Test
        void aReturnOfAnAmountOverAllLinesIsSpreadInWholeMillionths() {
            Buyer thirds = Buyer.of(BASE).buys(line("1", "1"), line("2", "1"), line("3", "1"));
            thirds.shop.submit(Return.ofAmount("g", CUSTOMER, noon("2026-01-10"), "p", usd("1")));
            assertThat(thirds.shop.receiptOf("p").lines().stream().map(line -> line.costLeft(Pricing.NET)))
                    .containsExactly(usd("0.666667"), usd("0.666667"), usd("0.666666"));
        }

        @Test
        void aReturnGivesShippingBackOnce() {
            Buyer shipped = Buyer.of(BASE)
                    .buys("p", "2026-01-05", Basket.of(line("1", "20")).withShipping(usd("5")));
            Refusal none = new Refusal.ExceedsPurchase("p", "shipping", "USD 0.00");
            assertThat(member.shop.refused(Return.ofShipping("s", CUSTOMER, noon("2026-01-10"), "p")))
                    .isEqualTo(none);
            assertThat(shipped.shop
                            .submit(Return.ofShipping("s", CUSTOMER, noon("2026-01-10"), "p"))
                            .entries())
                    .isEmpty();
            assertThat(shipped.shop.receiptOf("p").shippingReturned()).isTrue();
            assertThat(shipped.shop.refused(Return.ofShipping("s2", CUSTOMER, noon("2026-01-10"), "p")))
                    .isEqualTo(none);
            assertThat(shipped.shop.refused(
                            shipped.event("2026-01-10", pieces("1", "1")).withShipping()))
                    .isEqualTo(none);
            assertThat(shipped.returns()).isEqualTo(20);
            assertThat(shipped.isRefused()).isEqualTo(new Refusal.ExceedsPurchase("p", "all", "USD 0.00"));
        }

        @Test
        void aReturnOfAllIsOfShippingToo() {
            Buyer shipped = Buyer.of(BASE)
                    .buys("p", "2026-01-05", Basket.of(line("1", "20")).withShipping(usd("5")));
            assertThat(shipped.returns(pieces("1", "1"))).isEqualTo(20);
            assertThat(shipped.shop.receiptOf("p").shippingReturned()).isFalse();
            assertThat(shipped.returns()).isZero();
            assertThat(shipped.shop.receiptOf("p").shippingReturned()).isTrue();
            assertThat(shipped.isRefused()).isEqualTo(new Refusal.ExceedsPurchase("p", "all", "USD 0.00"));
        }

        @Test
        void aReturnNamesALineOfThePurchaseBeforeItIsAskedHowMuchOfIt() {
            String message = "purchase 'p' has no line '4'";
            assertRefused(member.isRefused(pieces("4", "1")), "UNKNOWN_LINE", message);
            assertRefused(member.isRefused(pieces("1", "9"), pieces("4", "1")), "UNKNOWN_LINE", message);
        }

        @Test
        @Tag("K19")
        void aReturnIsOfAPurchaseThatThisCustomerMade() {
            String message = "purchase '%s' is not one that this customer made and can still return";
            assertRefused(
                    member.shop.refused(Return.ofAll("r", CUSTOMER, noon("2026-01-10"), "q")),
                    "UNKNOWN_PURCHASE",
                    message.formatted("q"));
            PurchaseReceipt own = member.shop.receiptOf("p");
            Account other = member.shop.engine().newAccount("c2");
            assertRefused(
                    member.shop
                            .engine()
                            .evaluate(other, Return.ofAll("r", "c2", noon("2026-01-10"), "p"), List.of(own))
                            .refusal()
                            .orElseThrow(),
                    "UNKNOWN_PURCHASE",
                    message.formatted("p"));
        }

        @Test
        void aReturnIsOfNoRedemption() {
            Shop shop = new Shop(
                    program().earn(BASE).redeem(Reward.costing("ten", 10)).build());
            shop.spend("2026-01-05", "20");
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-01-06"), "ten"));
            assertThat(shop.refused(Return.ofAll("r", CUSTOMER, noon("2026-01-10"), "x")))
                    .isEqualTo(new Refusal.UnknownPurchase("x"));
        }

        @Test
        @Tag("K23")
        void aReturnIsInTheMoneyOfTheProgram() {
            ReturnedLine euros = ReturnedLine.of("1", Money.of(Currency.getInstance("EUR"), 1));
            assertThat(member.isRefused(euros)).isEqualTo(new Refusal.WrongCurrency("USD", "EUR"));
        }

        @Test
        void aReturnNeedsTheReceiptOfItsPurchase() {
            assertThat(member.shop
                            .engine()
                            .evaluate(member.shop.account(), Return.ofAll("r", CUSTOMER, noon("2026-01-10"), "p"))
                            .refusal())
                    .contains(new Refusal.UnknownPurchase("p"));
        }
    }

    @Nested
    @Tag("V2")
    class ByLine {
        @Test
        void eachLineTakesBackItsOwnShareAndOthersKeepTheirs() {
            EarnRule books =
                    EarnRule.earning("books", Amounts.proportional(5, usd("1"))).of(Selectors.category("book"));
            Buyer member = Buyer.of(BASE, books).buys(line("1", "10", "book"), line("2", "10"));
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(10);
            assertThat(member.returns(pieces("1", "0.5"))).isEqualTo(30);
        }

        @Test
        void thePointsKeptAreRoundedAndNotThoseTaken() {
            Buyer member = Buyer.of(BASE).buys(line("1", "1.50"), line("2", "1.50"));
            // Of 3 points one and a half are kept, which is 1.
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(2);
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(1);
        }

        @Test
        void chainsComeBackAsTheOneAmountThatTheyAreSpreadOverTheirRules() {
            Multiplier twice = Multiplier.of("twice", BASE, Ratio.of(2)).of(Selectors.category("book"));
            Buyer member = Buyer.of(BASE, twice).buys(line("1", "10", "book"), line("2", "10"));
            Decision decision = member.shop.submit(member.event("2026-01-10", pieces("1", "1")));
            // 20 of 30 are due; of the award, the base gave two thirds.
            assertThat(brief(decision.entries())).containsExactly("CLAWBACK -13 base", "CLAWBACK -7 twice");
            assertThat(member.returns()).isEqualTo(10);
        }

        @Test
        void multipliersOfRoundedPointsComeBackWithThem() {
            Multiplier again = Multiplier.ofRounded("again", BASE, Ratio.of("1.5"));
            Buyer member = Buyer.of(BASE, again).buys(line("1", "1.50"), line("2", "1.50"), line("3", "0.70"));
            assertThat(member.shop.available()).isEqualTo(4);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(2);
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(2);
            assertThat(member.returns()).isZero();
        }

        @Test
        void aPointMoreThanTheLastRoundingGivesComesBackAtTheEndAndNotWithWhatEarnedNothing() {
            Multiplier up = Multiplier.ofRounded("again-1", BASE, Ratio.of("1.01"), Rounding.UP);
            Multiplier down = Multiplier.ofRounded("again-2", BASE, Ratio.of("1.01"));
            EarnRule books = BASE.of(Selectors.category("book"));
            Buyer member = Buyer.of(books, up, down).buys(line("1", "10", "book"), line("2", "10"));
            assertThat(member.shop.available()).isEqualTo(11);
            assertThat(member.returns(pieces("2", "1"))).isZero();
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(11);
        }

        @Test
        void aCapIsWhatIsKeptAtMost() {
            Buyer member = Buyer.of(BASE.capped(PointCap.of(POINTS.points(25)))).buys(line("1", "20"), line("2", "20"));
            assertThat(member.shop.available()).isEqualTo(25);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(5);
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(20);
        }

        @Test
        @Tag("A5")
        @Tag("TV-222")
        void aReturnMakesRoomUnderACapForThePointsThatItTookBackAndGivesTheUseBack() {
            Buyer member = Buyer.of(
                    BASE.capped(PointCap.of(POINTS.points(300)).per(BoundedWindow.MONTH), UseCap.of(1, Window.EVER)));
            member.buys(line("1", "300")).returns();
            member.buys("q", "2026-01-11", Basket.ofTotal(usd("310")));
            assertThat(member.shop.available()).isEqualTo(300);
        }

        @Test
        @Tag("A5")
        void aReturnOfAPartMakesNoMoreRoomThanItTookBackAndGivesNoUseBack() {
            Buyer member = Buyer.of(BASE.capped(PointCap.of(POINTS.points(300)).per(BoundedWindow.MONTH)));
            member.buys(pieces("1", "400", 4));
            // Of 400 so far 300 were given, so the first hundred costs nothing.
            assertThat(member.returns(pieces("1", "1"))).isZero();
            member.buys("q", "2026-01-11", Basket.ofTotal(usd("100")));
            assertThat(member.shop.available()).isEqualTo(300);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(100);
            member.buys("s", "2026-01-12", Basket.ofTotal(usd("110")));
            assertThat(member.shop.available()).isEqualTo(300);
            Buyer once = Buyer.of(BASE.capped(UseCap.of(1, Window.EVER)));
            once.buys(pieces("1", "20", 2)).returns(pieces("1", "1"));
            once.buys("q", "2026-01-11", Basket.ofTotal(usd("100")));
            assertThat(once.shop.available()).isEqualTo(10);
        }

        @Test
        @Tag("TV-231")
        void aCapThatCutAnAwardLeavesEachRuleTheLesserOfItsPointsAndItsPartOnWhatIsLeft() {
            Buyer one = Buyer.of(BASE.capped(PointCap.of(POINTS.points(60)))).buys(line("1", "100"));
            assertThat(one.returns(worth("1", "50"))).isEqualTo(10);
            assertThat(one.shop.available()).isEqualTo(50);
        }

        @Test
        void stampsComeBackForThePiecesThatDo() {
            EarnRule stamps = EarnRule.earning("stamps", STAMPS.points(1).perItem());
            Buyer member = new Buyer(program()
                    .points(STAMPS, PointTerms.expiring(Moment.never()))
                    .earn(BASE, stamps)
                    .build());
            member.buys(pieces("1", "12", 3), pieces("2", "4", 2));
            member.returns(pieces("1", "2"));
            assertThat(member.shop.account().balance("stamps").available()).isEqualTo(3);
            assertThat(member.shop.available()).isEqualTo(8);
            assertThat(member.shop.receiptOf("p").taken())
                    .containsExactly(new TakenPoints("points", 8), new TakenPoints("stamps", 2));
        }

        @Test
        @Tag("A6")
        void thePartPaidWithPointsEarnedNothingSoNothingOfItComesBack() {
            Basket basket = Basket.of(line("1", "60"), line("2", "40")).paidBy(Payment.withPoints(usd("50"), "x"));
            Buyer member = Buyer.of(BASE).redeemsToPay("x", "50").buys("p", "2026-01-05", basket);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(30);
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(20);
        }

        @Test
        void fixedPointsAreSharedOutByWhatLinesCostOrByLinesThatCostNothingButTheirTax() {
            EarnRule fixed = EarnRule.earning("fixed", Amounts.fixed(10));
            assertThat(Buyer.of(fixed).buys(line("1", "30"), line("2", "10")).returns(pieces("1", "1")))
                    .isEqualTo(8);
            assertThat(Buyer.of(fixed)
                            .buys(
                                    line("1", "0").withTax(usd("1")),
                                    line("2", "0").withTax(usd("3")))
                            .returns(pieces("1", "1")))
                    .isEqualTo(5);
        }

        @Test
        @Tag("A6")
        @Tag("TV-218")
        void fixedPointsAreNeitherGivenForNorTakenBackWithWhatCostsNothing() {
            EarnRule fixed = EarnRule.earning("fixed", Amounts.fixed(10));
            assertThat(Buyer.of(fixed).buys(line("1", "0"), line("2", "0")).returns(pieces("1", "1")))
                    .isZero();
            Buyer member = Buyer.of(fixed).buys(line("1", "0"), line("2", "10"));
            assertThat(member.returns(pieces("1", "1"))).isZero();
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(10);
        }
    }

    @Nested
    @Tag("V2")
    @Tag("N4")
    class RoundedByLineOrItem {
        private static EarnRule rounded(String dollars, Rounding rounding, RoundingStep step) {
            return EarnRule.earning("base", Amounts.proportional(1, usd(dollars)))
                    .rounded(rounding, step);
        }

        @Test
        void pointsPerItemComeBackAsTheyWereGivenForEach() {
            Buyer member = Buyer.of(rounded("2", Rounding.HALF_UP, RoundingStep.PER_ITEM))
                    .buys(pieces("1", "3", 3));
            assertThat(member.shop.available()).isEqualTo(3);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(1);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(1);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"DOWN, 3", "HALF_UP, 4", "HALF_EVEN, 4", "UP, 4"})
        void pointsPerLineComeBackAsTheyWereGivenForEach(Rounding rounding, long each) {
            Buyer member = Buyer.of(rounded("1", rounding, RoundingStep.PER_LINE))
                    .buys(line("1", "3.50"), line("2", "3.50"), line("3", "3.50"));
            assertThat(member.shop.available()).isEqualTo(3 * each);
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(each);
            assertThat(member.returns(pieces("3", "1"), pieces("1", "1"))).isEqualTo(2 * each);
        }

        @Test
        void partOfALineKeepsItsPartOfTheRoundedPoints() {
            Buyer member =
                    Buyer.of(rounded("1", Rounding.UP, RoundingStep.PER_LINE)).buys(pieces("1", "6.10", 4));
            assertThat(member.shop.available()).isEqualTo(7);
            // Of 7, 5.25 are kept, rounded up.
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(1);
            assertThat(member.returns()).isEqualTo(6);
        }

        @Test
        void multipliedPointsAreRoundedWithTheirLine() {
            EarnRule base = rounded("1", Rounding.HALF_UP, RoundingStep.PER_LINE);
            Multiplier more = Multiplier.of("more", base, Ratio.of("1.5")).of(Selectors.category("book"));
            Buyer member = Buyer.of(base, more).buys(line("1", "3", "book"), line("2", "3"));
            assertThat(member.shop.available()).isEqualTo(8);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(5);
            assertThat(member.returns(pieces("2", "1"))).isEqualTo(3);
        }

        @Test
        void theReceiptSharesOutWhatWasGiven() {
            Buyer member = Buyer.of(rounded("2", Rounding.HALF_UP, RoundingStep.PER_ITEM))
                    .buys(pieces("1", "3", 3), line("2", "4"));
            ReceiptAward award = member.shop.receiptOf("p").awards().get(0);
            assertThat(award.shares()).hasToString("LineShares[3, 2]");
            assertThat(award.shares().sum()).isEqualTo(Ratio.of(award.points()));
        }
    }

    @Nested
    @Tag("V2")
    class OtherTerms {
        private final EarnRule fixed = EarnRule.earning("fixed", Amounts.fixed(100));

        private Buyer member(TermsOfReturn terms) {
            return Buyer.of(fixed.of(Selectors.category("book")).returning(terms))
                    .buys(pieces("1", "60", 2), line("2", "40", "book"));
        }

        @Test
        void termsByPurchaseTakeBackInProportionOfTheWholePurchase() {
            Buyer member = member(TermsOfReturn.BY_PURCHASE);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(30);
            assertThat(member.returns(worth("2", "0.50"))).isEqualTo(1);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(30);
            assertThat(member.returns()).isEqualTo(39);
        }

        @Test
        void termsOfLossOnAnyReturnLoseAllWithAnything() {
            Buyer member = member(TermsOfReturn.LOST_ON_ANY_RETURN);
            assertThat(member.returns(worth("1", "0.000001"))).isEqualTo(100);
            assertThat(member.returns()).isZero();
        }

        @Test
        void termsOfLossOnFullReturnLoseAllWithTheLast() {
            Buyer member = member(TermsOfReturn.LOST_ON_FULL_RETURN);
            assertThat(member.returns(pieces("1", "2"))).isZero();
            assertThat(member.returns(worth("2", "39.999999"))).isZero();
            assertThat(member.returns(worth("2", "0.000001"))).isEqualTo(100);
        }

        @Test
        void termsOfKeepingKeepAll() {
            Buyer member = member(TermsOfReturn.KEPT);
            assertThat(member.returns(pieces("1", "2"))).isZero();
            assertThat(member.returns()).isZero();
            assertThat(member.shop.available()).isEqualTo(100);
        }

        @Test
        void termsOfAMinimumLoseAllOnceLessThanThatIsLeft() {
            Buyer member = member(TermsOfReturn.lostBelow(usd("50")));
            assertThat(member.returns(worth("1", "50"))).isZero();
            assertThat(member.returns(worth("1", "0.000001"))).isEqualTo(100);
            assertThat(member.returns()).isZero();
        }

        @Test
        void termsOfAMinimumLoseAllWithAnythingWhereItWasNeverReached() {
            Buyer member = member(TermsOfReturn.lostBelow(usd("200")));
            assertThat(member.returns(worth("1", "1"))).isEqualTo(100);
        }

        @Test
        @Tag("TV-55")
        void termsByLineAndByPurchaseTakeBackAsInTheExampleOfTwoPolicies() {
            for (boolean byLine : new boolean[] {true, false}) {
                EarnRule first = EarnRule.earning("a", Amounts.fixed(10)).of(Selectors.sku("sku-a"));
                EarnRule second = EarnRule.earning("b", Amounts.fixed(20)).of(Selectors.sku("sku-b"));
                EarnRule spend = EarnRule.earning("spend", Amounts.proportional(1, usd("1")));
                TermsOfReturn terms = byLine ? TermsOfReturn.BY_LINE : TermsOfReturn.BY_PURCHASE;
                Buyer member = Buyer.of(first.returning(terms), second.returning(terms), spend.returning(terms))
                        .buys(line("a", "10"), line("b", "10"), line("c", "20"));
                assertThat(member.shop.available()).isEqualTo(70);
                assertThat(member.returns(pieces("c", "1"))).isEqualTo(byLine ? 20 : 35);
                assertThat(member.shop.available()).isEqualTo(byLine ? 50 : 35);
            }
        }
    }

    @Nested
    @Tag("V2")
    @Tag("TV-223")
    class WorkedOutAnew {
        private static EarnRule each(long points, String dollars) {
            return EarnRule.earning("each", Amounts.perCompleted(points, usd(dollars)));
        }

        @Test
        void completedUnitsAreWorkedOutAnewOnWhatIsLeft() {
            Buyer pounds = Buyer.of(each(1, "1")).buys(line("1", "10"), line("2", "0.99"));
            assertThat(pounds.shop.available()).isEqualTo(10);
            assertThat(pounds.returns(pieces("2", "1"))).isZero();
            Buyer fifties = Buyer.of(each(10, "50")).buys(line("1", "120"));
            assertThat(fifties.shop.available()).isEqualTo(20);
            assertThat(fifties.returns(worth("1", "20"))).isZero();
            assertThat(fifties.returns(worth("1", "10"))).isEqualTo(10);
            assertThat(fifties.returns()).isEqualTo(10);
        }

        @Test
        @Tag("A6")
        void completedUnitsAreWorkedOutAnewOnWhatWasPaidInMoney() {
            Basket basket = Basket.of(line("1", "120"), line("2", "120")).paidBy(Payment.withPoints(usd("60"), "x"));
            Buyer member = Buyer.of(each(10, "50")).redeemsToPay("x", "60").buys("p", "2026-01-05", basket);
            // Three quarters of 240 are 180; of 120 they are 90.
            assertThat(member.shop.available()).isEqualTo(30);
            assertThat(member.returns(pieces("1", "1"))).isEqualTo(20);
        }

        @Test
        void completedUnitsAreMultipliedAsTheyWere() {
            EarnRule base = each(10, "50");
            Multiplier more = Multiplier.of("more", base, Ratio.of("1.25"));
            Buyer member = Buyer.of(base, more).buys(line("1", "120"));
            assertThat(member.shop.available()).isEqualTo(25);
            // One unit is left: ten and a quarter of that, rounded down.
            assertThat(member.returns(worth("1", "30"))).isEqualTo(13);
        }

        @Test
        void completedUnitsOfEachLineAreWorkedOutAnewByLine() {
            Buyer member = Buyer.of(each(10, "50").rounded(Rounding.DOWN, RoundingStep.PER_LINE))
                    .buys(line("1", "120"), line("2", "60"));
            assertThat(member.shop.available()).isEqualTo(30);
            assertThat(member.returns(worth("1", "20"))).isZero();
            assertThat(member.returns(worth("2", "11"))).isEqualTo(10);
            assertThat(member.returns()).isEqualTo(20);
        }

        @Test
        void completedUnitsCanBeTakenBackByLineIfTheRuleSaysSo() {
            Buyer member =
                    Buyer.of(each(10, "50").returning(TermsOfReturn.BY_LINE)).buys(line("1", "120"));
            assertThat(member.returns(worth("1", "20"))).isEqualTo(4);
        }
    }

    @Nested
    @Tag("V2")
    class TodaysRules {
        @Test
        @Tag("K8")
        void todaysRulesAreNeverAskedForAReturn() {
            Buyer member = Buyer.of(BASE).buys(line("1", "10"), line("2", "10"));
            LoyaltyEngine changed = LoyaltyEngine.of(program()
                    .earn(EarnRule.earning("base", Amounts.proportional(7, usd("1")))
                            .rounded(Rounding.UP, RoundingStep.PER_LINE)
                            .returning(TermsOfReturn.KEPT))
                    .build());
            Decision decision = changed.evaluate(
                    member.shop.account(),
                    member.event("2026-01-10", pieces("1", "1")),
                    List.of(member.shop.receiptOf("p")));
            assertThat(brief(decision.entries())).containsExactly("CLAWBACK -10 base");
        }
    }
}
