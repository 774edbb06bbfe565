package dev.laurel.engine.earn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfPurchase;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;

/** An amount that nothing splits is the same whether only its points are kept, or one whole, or the rates of its lines. */
class ChainProperties {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    /** What a chain says of an award. */
    private record Said(
            long points,
            List<String> parts,
            Rounding rounding,
            RoundingStep step,
            boolean isCut,
            Object base,
            Object shares,
            Object sharesByPart) {
        static Said by(Chain chain) {
            return new Said(
                    chain.points(),
                    chain.parts().stream()
                            .map(part -> part.id() + " " + part.exact() + " " + part.given() + " " + part.points() + " "
                                    + part.reductions())
                            .toList(),
                    chain.rounding(),
                    chain.step(),
                    chain.isCut(),
                    String.valueOf(chain.baseToWorkOutAnew()),
                    chain.shares(),
                    chain.sharesByPart());
        }
    }

    @Property(tries = 3_000)
    @Tag("N4")
    void anAmountThatNothingSplitsIsTheSameAsAWholeAndByTheRatesOfItsLines(
            @ForAll("amounts") Amount amount,
            @ForAll("baskets") Basket basket,
            @ForAll("factors") List<Ratio> factors,
            @ForAll Combination combination,
            @ForAll Rounding rounding,
            @ForAll("caps") long cap) {
        EarnRule base = EarnRule.earning("base", amount)
                .rounded(rounding, RoundingStep.PER_PURCHASE)
                .combining(combination)
                .capped(PointCap.of(POINTS.points(1_000_000_000)));
        List<Rule> rules = new ArrayList<>(List.of(base));
        boolean isFixed = amount.fixedPoints() > 0;
        for (int i = 0; i < factors.size() && !isFixed; i++) {
            rules.add(Multiplier.of("more-" + i, base, factors.get(i)));
        }
        Versions versions = Versions.of(List.of(program(rules)));
        Plan plan = versions.latest().plan();
        int[] lines = IntStream.range(0, basket.lines().size()).toArray();
        List<Match> multipliers = new ArrayList<>();
        for (int ordinal = 1; ordinal < plan.program().rules().size(); ordinal++) {
            multipliers.add(new Match(plan.rule(ordinal), lines, Ratio.ONE));
        }
        Match match = new Match(plan.rule(0), lines, Ratio.ONE);
        FactsOfPurchase facts = new FactsOfPurchase(
                AccountDraft.of(versions, LoyaltyEngine.of(plan.program()).newAccount("c-1"), AT), AT, basket);

        Award award = Award.of(facts, basket.lines(), match, multipliers);
        Chain byRates = Chain.ofRates(facts, basket.lines(), match, multipliers);
        Statistics.collect(award.isWhole() ? "whole" : "too long");
        assertThat(partsOf(award)).isEqualTo(partsOf(byRates));
        assertThat(award.points()).isEqualTo(byRates.points());
        assertThat(Said.by(award.chain(basket.lines()))).isEqualTo(Said.by(byRates));

        award.trim(basket.lines(), PointCap.of(POINTS.points(cap)), cap);
        byRates.trim(PointCap.of(POINTS.points(cap)), cap);
        assertThat(partsOf(award)).isEqualTo(partsOf(byRates));
        assertThat(award.points()).isEqualTo(byRates.points());
        assertThat(Said.by(award.chain(basket.lines()))).isEqualTo(Said.by(byRates));
    }

    private static List<String> partsOf(Award award) {
        return IntStream.range(0, award.size())
                .mapToObj(part -> award.rule(part).id() + " " + award.points(part))
                .toList();
    }

    private static List<String> partsOf(Chain chain) {
        return chain.parts().stream()
                .map(part -> part.id() + " " + part.points())
                .toList();
    }

    private static LoyaltyProgram program(List<Rule> rules) {
        return LoyaltyProgram.builder("chains", "1")
                .zone(ZoneOffset.UTC)
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .excluding(Selectors.category("gift-card"))
                .earn(rules.toArray(Rule[]::new))
                .build();
    }

    @Provide
    Arbitrary<Amount> amounts() {
        Arbitrary<Long> points = Arbitraries.longs().between(1, 1_000);
        Arbitrary<Money> units =
                Arbitraries.longs().between(1, 1_000_000_000).map(millionths -> Money.ofMillionths(USD, millionths));
        return Arbitraries.oneOf(
                Combinators.combine(points, units).as(Amounts::proportional),
                Combinators.combine(points, units).as(Amounts::perCompleted),
                points.map(Amounts::perItem),
                points.map(Amounts::fixed));
    }

    @Provide
    Arbitrary<Basket> baskets() {
        Arbitrary<Long> nets = Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.longs().between(1, 500).map(cents -> cents * 10_000),
                Arbitraries.longs().between(1, 1_000_000_000_000L));
        Arbitrary<Quantity> quantities = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 5).map(Quantity::of),
                Arbitraries.longs().between(1, 3_000_000).map(Quantity::ofMillionths));
        return Combinators.combine(nets, quantities)
                .as((net, quantity) -> PurchaseLine.of("l", "sku", Money.ofMillionths(USD, net))
                        .withQuantity(quantity)
                        .withTax(Money.of(USD, 1)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(lines -> Basket.of(IntStream.range(0, lines.size())
                        .mapToObj(i -> PurchaseLine.of(
                                        "l" + i, "sku", lines.get(i).net())
                                .withQuantity(lines.get(i).quantity())
                                .withTax(lines.get(i).tax()))
                        .toList()));
    }

    @Provide
    Arbitrary<List<Ratio>> factors() {
        Arbitrary<Ratio> factors = Arbitraries.oneOf(
                Arbitraries.of("1.25", "1.5", "2", "3").map(Ratio::of),
                Combinators.combine(
                                Arbitraries.longs().between(1, Long.MAX_VALUE / 2),
                                Arbitraries.longs().between(1, Long.MAX_VALUE / 2))
                        .as((more, of) -> Ratio.ONE.plus(Ratio.of(more % 5 + 1, of % 1_000_003 + 1))),
                Arbitraries.longs().between(1L << 40, Long.MAX_VALUE / 4).map(of -> Ratio.ONE.plus(Ratio.of(1, of))));
        return factors.list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Long> caps() {
        return Arbitraries.oneOf(Arbitraries.longs().between(1, 100), Arbitraries.just(1_000_000_000_000L));
    }
}
