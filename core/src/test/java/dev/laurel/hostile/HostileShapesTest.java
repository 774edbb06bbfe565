package dev.laurel.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Purchases and programs that are far larger or deeper than any that is meant. */
class HostileShapesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static LoyaltyProgram.Builder program() {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()));
    }

    private static EarnRule base() {
        return EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1)));
    }

    private static List<PurchaseLine> lines(int count) {
        List<PurchaseLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(PurchaseLine.of("l" + i, "s" + i % 1_000, Money.of(USD, 1)));
        }
        return lines;
    }

    @Test
    @Tag("K24")
    void aPurchaseOfAHundredThousandLinesIsRatedAndReturnedLikeAnyOther() {
        LoyaltyEngine engine = LoyaltyEngine.of(program().earn(base()).build());
        Purchase purchase = new Purchase("p", "c1", NOON, Basket.of(lines(100_000)));
        Decision bought = engine.evaluate(engine.newAccount("c1"), purchase).orThrow();
        assertThat(bought.account().balance("points").available()).isEqualTo(100_000);
        Decision returned = engine.evaluate(
                        bought.account(), new Return("r", "c1", NOON, "p", List.of()), bought.receipts())
                .orThrow();
        assertThat(returned.account().balance("points").available()).isZero();
        assertThat(returned.account().balance("points").clawedBack()).isEqualTo(100_000);
    }

    @Test
    @Tag("K24")
    void aPurchaseOfMoreLinesThanAnyIsRefused() {
        List<PurchaseLine> lines = new ArrayList<>(lines(1_000));
        while (lines.size() <= Basket.MAX_LINES) {
            lines.addAll(lines.subList(0, Math.min(lines.size(), Basket.MAX_LINES + 1 - lines.size())));
        }
        assertThatThrownBy(() -> Basket.of(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lines of a basket must be at most 1000000, but were more");
    }

    @Test
    @Tag("K24")
    void aProgramOfTenThousandRulesIsBuiltAndRates() {
        List<EarnRule> rules = new ArrayList<>();
        rules.add(base());
        for (int i = 0; i < 10_000; i++) {
            rules.add(EarnRule.earning("r" + i, Amounts.fixed(1)).of(Selectors.sku("s" + i)));
        }
        LoyaltyEngine engine =
                LoyaltyEngine.of(program().earn(rules.toArray(EarnRule[]::new)).build());
        Decision bought = engine.evaluate(
                        engine.newAccount("c1"), new Purchase("p", "c1", NOON, Basket.of(lines(1_000))))
                .orThrow();
        assertThat(bought.account().balance("points").available()).isEqualTo(2_000);
    }

    /** A program nested too deep for the stack is refused as a program, or its rule fails; nothing else happens. */
    @Test
    @Tag("K34")
    @Tag("D6")
    void aConditionNestedAHundredThousandDeepIsContained() {
        PurchaseCondition deep = Conditions.orderOfAtLeast(Money.of(USD, 1));
        for (int i = 0; i < 100_000; i++) {
            deep = Conditions.not(deep);
        }
        assertContained(base().where(deep));
    }

    @Test
    @Tag("K34")
    @Tag("D6")
    void aSelectorNestedAHundredThousandDeepIsContained() {
        Selector deep = Selectors.category("a");
        for (int i = 0; i < 100_000; i++) {
            deep = Selectors.any(deep, Selectors.category("b"));
        }
        assertContained(base().of(deep));
    }

    private static void assertContained(EarnRule rule) {
        LoyaltyProgram program;
        try {
            program = program().earn(rule).build();
        } catch (InvalidProgramException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        LoyaltyEngine engine = LoyaltyEngine.of(program);
        Decision decision = engine.evaluate(
                engine.newAccount("c1"), new Purchase("p", "c1", NOON, Basket.ofTotal(Money.of(USD, 5))));
        assertThat(decision.isAccepted()
                        || decision.refusal().orElseThrow().code().equals("RULE_FAILED"))
                .isTrue();
        assertThat(program.fingerprint()).hasSize(64);
        assertThat(program.terms()).isNotBlank();
    }
}
