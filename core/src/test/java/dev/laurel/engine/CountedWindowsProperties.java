package dev.laurel.engine;

import static dev.laurel.engine.Shop.POINTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Decision;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** What an account knows of how long its windows matter changes nothing in it: one that was written and read knows nothing of it. */
class CountedWindowsProperties {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<BoundedWindow> WINDOWS =
            List.of(BoundedWindow.DAY, BoundedWindow.WEEK, BoundedWindow.MONTH, BoundedWindow.YEAR);

    @Property(tries = 200)
    @Tag("D1")
    void anAccountThatWasWrittenAndReadIsTheSameAfterEveryEvent(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -900, max = 2_500) Integer> hoursUntilNext,
            @ForAll @IntRange(min = 1, max = 40) int rules,
            @ForAll boolean isOfTwoPrograms) {
        LoyaltyEngine engine = LoyaltyEngine.of(program(rules));
        LoyaltyEngine same = LoyaltyEngine.of(program(rules));
        int mostCounters = 0;
        Account kept = engine.newAccount("c-1");
        Account read = kept;
        Instant latest = Instant.parse("2026-01-15T12:00:00Z");
        for (int i = 0; i < hoursUntilNext.size(); i++) {
            Instant at = latest.plus(Duration.ofHours(hoursUntilNext.get(i)));
            latest = at.isAfter(latest) ? at : latest;
            Purchase purchase = new Purchase("p-" + i, "c-1", at, basket(i, rules));
            LoyaltyEngine asked = isOfTwoPrograms && i % 3 == 0 ? same : engine;
            Decision byKept = asked.evaluate(kept, purchase);
            Decision byRead = engine.evaluate(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(read)), purchase);
            assertThat(byKept.account()).isEqualTo(byRead.account());
            assertThat(byKept.entries()).isEqualTo(byRead.entries());
            mostCounters = Math.max(mostCounters, byKept.account().counters().size());
            kept = byKept.account();
            read = byRead.account();
        }
        Statistics.collect(mostCounters > 32 ? "several chunks of counters" : "one chunk of counters");
    }

    /** A line for two of three rules. */
    private static Basket basket(int purchase, int rules) {
        return Basket.of(IntStream.rangeClosed(0, rules)
                .filter(rule -> (rule + purchase) % 3 != 0)
                .mapToObj(rule -> PurchaseLine.of("line-" + rule, "sku", Money.of(USD, 10 + purchase % 7))
                        .withCategories("category-" + rule))
                .toList());
    }

    private static LoyaltyProgram program(int rules) {
        return LoyaltyProgram.builder("windows", "1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.after(Period.ofMonths(3))))
                .ladders(Ladder.startingAt("status", Tier.of("base"))
                        .then(Tier.of("gold"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 50))))
                .earn(IntStream.range(0, rules)
                        .mapToObj(i -> capped("category-" + i, WINDOWS.get(i % WINDOWS.size())))
                        .toArray(EarnRule[]::new))
                .redeem(Reward.costing("reward", 10))
                .build();
    }

    private static EarnRule capped(String category, BoundedWindow window) {
        return EarnRule.earning(category, Amounts.proportional(1, Money.of(USD, 1)))
                .of(Selectors.category(category))
                .capped(PointCap.of(POINTS.points(25)).per(window));
    }
}
