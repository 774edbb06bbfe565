package dev.laurel.engine;

import static dev.laurel.engine.OnePercent.BASE;
import static dev.laurel.engine.OnePercent.BOOK;
import static dev.laurel.engine.OnePercent.LAMPS;
import static dev.laurel.engine.OnePercent.eur;
import static dev.laurel.engine.OnePercent.line;
import static dev.laurel.engine.OnePercent.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Pricing;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.TermsOfReturn;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What returns take back where an order earned on what it cost with tax. */
@Tag("A6")
class OnePercentReturnsTest {
    private final Buyer member = member(BASE).buys(BOOK, LAMPS);

    @Test
    @Tag("V2")
    void aReturnOfOnePieceTakesBackWhatItEarned() {
        // EUR 34.50 are left, and a half goes to the even one.
        assertThat(member.returns(ReturnedLine.of("lamps", Quantity.of(1)))).isEqualTo(24);
        assertThat(member.shop.available()).isEqualTo(34);
        assertThat(member.returns()).isEqualTo(34);
    }

    @Test
    @Tag("V1")
    @Tag("V3")
    void aReturnByGrossAmountIsExactlyTheSameAsByNetAmountOrByQuantity() {
        Buyer byNet = member(BASE).buys(BOOK, LAMPS);
        Buyer byQuantity = member(BASE).buys(BOOK, LAMPS);
        assertThat(member.returns(ReturnedLine.ofGross("lamps", eur("23.80")))).isEqualTo(24);
        assertThat(byNet.returns(ReturnedLine.of("lamps", eur("20.00")))).isEqualTo(24);
        assertThat(byQuantity.returns(ReturnedLine.of("lamps", Quantity.of(1)))).isEqualTo(24);
        for (Buyer each : List.of(member, byNet, byQuantity)) {
            assertThat(each.shop.receiptOf("p").lines().get(1).left()).isEqualTo(Ratio.of(1, 2));
            assertThat(each.shop.receiptOf("p").costLeft()).isEqualTo(eur("34.50"));
        }
    }

    @Test
    @Tag("V1")
    void aReturnByAmountsThatDivideIntoNoMillionthsLeavesNothing() {
        // A third of the net, a third of the gross amount, and a third of the pieces.
        Buyer thirds = member(BASE).buys(line("1", "30.00", "5.70"));
        thirds.returns(ReturnedLine.of("1", eur("10.00")));
        thirds.returns(ReturnedLine.ofGross("1", eur("11.90")));
        assertThat(thirds.shop.receiptOf("p").lines().get(0).left()).isEqualTo(Ratio.of(1, 3));
        assertThat(thirds.isRefused(ReturnedLine.ofGross("1", eur("11.900001"))))
                .isEqualTo(new Refusal.ExceedsPurchase("p", "line '1'", "EUR 11.90"));
        thirds.returns(ReturnedLine.ofGross("1", eur("11.90")));
        assertThat(thirds.shop.receiptOf("p").isReturned()).isTrue();
        assertThat(thirds.shop.available()).isZero();
    }

    @Test
    @Tag("V1")
    void anAmountOverAllLinesIsOneWithTax() {
        Return goodwill = Return.ofAmount("g", Shop.CUSTOMER, Shop.noon("2026-01-10"), "p", eur("29.15"));
        member.shop.submit(goodwill);
        // A half of EUR 58.30.
        assertThat(member.shop.receiptOf("p").lines())
                .extracting(each -> each.costLeft(Pricing.GROSS))
                .containsExactly(eur("5.35"), eur("23.80"));
        assertThat(member.shop.available()).isEqualTo(29);
        assertThat(member.shop.refused(Return.ofAmount("h", Shop.CUSTOMER, Shop.noon("2026-01-10"), "p", eur("29.16"))))
                .isEqualTo(new Refusal.ExceedsPurchase("p", "all lines", "EUR 29.15"));
    }

    @Test
    @Tag("V2")
    void aMinimumThatMustBeLeftIsOneWithTax() {
        EarnRule bonus = EarnRule.earning("bonus", Amounts.fixed(100)).returning(TermsOfReturn.lostBelow(eur("47.60")));
        assertThat(member(bonus).buys(BOOK, LAMPS).returns(ReturnedLine.ofGross("book", eur("10.70"))))
                .isZero();
        assertThat(member(bonus)
                        .buys(BOOK, LAMPS)
                        .returns(
                                ReturnedLine.ofGross("book", eur("10.70")), ReturnedLine.ofGross("lamps", eur("0.01"))))
                .isEqualTo(100);
    }

    @Test
    @Tag("V2")
    void aPartOfTheWholePurchaseIsOneOfWhatItCostWithTax() {
        EarnRule whole = EarnRule.earning("whole", Amounts.fixed(5830)).returning(TermsOfReturn.BY_PURCHASE);
        assertThat(member(whole).buys(BOOK, LAMPS).returns(ReturnedLine.of("book", Quantity.ONE)))
                .isEqualTo(1070);
        // Its lines cost nothing without tax, but they have weights with it.
        assertThat(member(whole)
                        .buys(line("1", "0", "3.00"), line("2", "0", "1.00"))
                        .returns(ReturnedLine.of("2", Quantity.ONE)))
                .isEqualTo(1458);
    }

    @Test
    @Tag("V2")
    void anAmountPerCompletedUnitIsWorkedOutAnewOnWhatIsLeftWithTax() {
        EarnRule tens = EarnRule.earning("tens", Amounts.perCompleted(1, eur("10")));
        Buyer buyer = member(tens).buys(BOOK, LAMPS);
        // EUR 50.00 are left.
        assertThat(buyer.returns(ReturnedLine.ofGross("lamps", eur("8.30")))).isZero();
        assertThat(buyer.returns(ReturnedLine.ofGross("lamps", eur("0.01")))).isEqualTo(1);
    }
}
