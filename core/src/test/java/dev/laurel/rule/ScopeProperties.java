package dev.laurel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.LineKey;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.condition.StoreFacts;
import dev.laurel.event.Basket;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** A scope is a hint that may let too much through, but never too little. */
@Tag("A2")
class ScopeProperties {
    private static final Currency USD = Currency.getInstance("USD");
    private static final LocalDate START = LocalDate.of(2026, 5, 1);

    private static boolean contains(Scope scope, StoreFacts facts) {
        Set<LineKey> keys = scope.keys();
        return (scope.from() == null || !facts.date().isBefore(scope.from()))
                && (scope.to() == null || !facts.date().isAfter(scope.to()))
                && (keys == null || facts.basket().lines().stream().anyMatch(line -> hasOne(keys, line)))
                && scope.tiers().stream().allMatch(tiers -> facts.tier() != null && tiers.contains(facts.tier()));
    }

    private static boolean hasOne(Set<LineKey> keys, PurchaseLine line) {
        return keys.stream().anyMatch(key -> switch (key.kind()) {
            case CATEGORY -> line.categories().contains(key.value());
            case SKU -> line.sku().equals(key.value());
            case BRAND -> key.value().equals(line.brand());
        });
    }

    @Property(tries = 3_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void noRuleThatWouldMatchIsOutsideItsScope(
            @ForAll("selectors") Selector selector,
            @ForAll("conditions") List<PurchaseCondition> conditions,
            @ForAll("purchases") StoreFacts facts) {
        EarnRule rule = EarnRule.earning("rule", Amounts.fixed(1))
                .of(selector)
                .where(conditions.toArray(PurchaseCondition[]::new));
        boolean matches = facts.basket().lines().stream().anyMatch(selector::selects)
                && conditions.stream()
                        .allMatch(condition -> condition.check(facts).met());
        Statistics.collect(matches);
        Statistics.coverage(coverage -> coverage.check(true).percentage(matching -> matching > 10));
        if (matches) {
            assertThat(contains(rule.scope(), facts)).as(rule.describe()).isTrue();
            assertThat(rule.scope().isEmpty()).isFalse();
        }
    }

    @Property
    void scopesJoinedByAndOrByOrLeaveNothingOut(
            @ForAll("conditions") List<PurchaseCondition> conditions, @ForAll("purchases") StoreFacts facts) {
        Scope left = conditions.isEmpty() ? Scope.ANY : conditions.get(0).scope();
        Scope right = conditions.size() < 2 ? Scope.ANY : conditions.get(1).scope();
        if (contains(left, facts) && contains(right, facts)) {
            assertThat(contains(left.and(right), facts)).isTrue();
        }
        if (contains(left, facts) || contains(right, facts)) {
            assertThat(contains(left.or(right), facts)).isTrue();
        }
    }

    @Property
    void nothingIsInAnEmptyScope(
            @ForAll("conditions") List<PurchaseCondition> conditions, @ForAll("purchases") StoreFacts facts) {
        Scope scope = conditions.stream().map(PurchaseCondition::scope).reduce(Scope.ANY, Scope::and);
        if (scope.isEmpty()) {
            assertThat(contains(scope, facts)).isFalse();
        }
    }

    @Provide
    Arbitrary<Selector> selectors() {
        return Arbitraries.randomValue(random -> selector(random, 3));
    }

    @Provide
    Arbitrary<List<PurchaseCondition>> conditions() {
        return Arbitraries.<PurchaseCondition>randomValue(random -> condition(random, 3))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<StoreFacts> purchases() {
        return Combinators.combine(
                        Arbitraries.randomValue(ScopeProperties::basket),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(StoreFacts.TIERS).injectNull(0.2))
                .as((basket, day, tier) -> new StoreFacts(basket, START.plusDays(day), tier));
    }

    private static String name(Random random) {
        return String.valueOf((char) ('a' + random.nextInt(3)));
    }

    private static Basket basket(Random random) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            PurchaseLine line = PurchaseLine.of("l" + i, name(random), Money.of(USD, random.nextInt(20)));
            line = random.nextBoolean() ? line.withCategories(name(random), name(random)) : line;
            line = random.nextBoolean() ? line.withBrand(name(random)) : line;
            line = random.nextBoolean() ? line.withDiscount() : line;
            lines.add(random.nextBoolean() ? line.withAttribute("k", name(random)) : line);
        }
        return Basket.of(lines);
    }

    private static Selector selector(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 10)) {
            case 0 -> Selectors.everything();
            case 1 -> Selectors.category(name(random));
            case 2 -> Selectors.sku(name(random));
            case 3 -> Selectors.skus(random.nextInt(9) == 0 ? Set.of() : Set.of(name(random)));
            case 4 -> Selectors.brand(name(random));
            case 5 -> Selectors.attribute("k", name(random));
            case 6 -> Selectors.discounted();
            case 7 -> Selectors.all(selector(random, depth - 1), selector(random, depth - 1));
            case 8 -> Selectors.any(selector(random, depth - 1), selector(random, depth - 1));
            default -> Selectors.not(selector(random, depth - 1));
        };
    }

    private static PurchaseCondition condition(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> Conditions.memberIs(StoreFacts.TIERS.get(random.nextInt(3)));
            case 1 -> Conditions.memberIsAtLeast(StoreFacts.TIERS.get(random.nextInt(3)));
            case 2 -> Conditions.during(START.plusDays(random.nextInt(10)), START.plusDays(random.nextInt(10)));
            case 3 -> Conditions.orderOfAtLeast(Money.of(USD, random.nextInt(30)));
            case 4 -> Conditions.basketHas(selector(random, 2));
            // Now and then of nothing, for which no line is needed.
            case 5 -> Conditions.orderOfAtLeast(Money.of(USD, random.nextInt(4) * 4L), selector(random, 2));
            case 6 -> Conditions.all(condition(random, depth - 1), condition(random, depth - 1));
            case 7 -> Conditions.any(condition(random, depth - 1), condition(random, depth - 1));
            default -> Conditions.not(condition(random, depth - 1));
        };
    }
}
