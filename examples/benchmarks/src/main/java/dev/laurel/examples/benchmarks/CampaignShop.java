package dev.laurel.examples.benchmarks;

import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Conditions;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Selector;
import dev.laurel.rule.Selectors;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A cosmetics shop with any number of campaigns: half for a category, half for ten articles, each for 7 to 30 days within two
 * years, so that about one in forty runs at a time. Everything from a fixed seed.
 */
final class CampaignShop {
    static final Currency USD = Currency.getInstance("USD");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 730;
    private static final int CATEGORIES = 20;
    private static final int SKUS = 5_000;
    private static final int MAX_LINES = 6;

    private final Random random = new Random(42);

    /** The program with so many campaigns. */
    LoyaltyProgram program(int campaigns) {
        Tier insider = Tier.of("insider");
        Tier vib = Tier.of("vib");
        Tier rouge = Tier.of("rouge");
        EarnRule base = EarnRule.earning("base", Amounts.proportional(1, usd(100)));
        List<EarnRule> rules = new ArrayList<>();
        rules.add(base);
        rules.add(EarnRule.multiplying("vib-rate", base, Ratio.of("1.25")).where(Conditions.memberIs(vib)));
        rules.add(EarnRule.multiplying("rouge-rate", base, Ratio.of("1.5")).where(Conditions.memberIs(rouge)));
        for (int i = 0; i < campaigns; i++) {
            LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS - 30));
            rules.add(EarnRule.multiplying("campaign-" + i, base, Ratio.of(2))
                    .of(i % 2 == 0 ? Selectors.category(category()) : someArticles())
                    .where(Conditions.during(from, from.plusDays(6 + random.nextInt(24)))));
        }
        return LoyaltyProgram.builder("campaigns", "1")
                .zone(ZONE)
                .money(USD)
                .points(PointCurrency.of("points"), Expiry.after(Period.ofMonths(18)))
                .tiers(TierLadder.perCalendarYear(
                                new TierStep(insider, usd(0)),
                                new TierStep(vib, usd(35_000)),
                                new TierStep(rouge, usd(100_000)))
                        .keptThroughNextWindow())
                .earn(rules.toArray(EarnRule[]::new))
                .redeem(Reward.costing("small", 10))
                .build();
    }

    private Selector someArticles() {
        Set<String> skus = new TreeSet<>();
        while (skus.size() < 10) {
            skus.add(sku());
        }
        return Selectors.skus(skus);
    }

    /** Purchases of one to six lines, in order of their time, spread over the two years. */
    List<Purchase> purchases(String customer, int count) {
        Instant first = FIRST_DAY.atStartOfDay(ZONE).toInstant();
        List<Purchase> purchases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant at = first.plus((long) DAYS * 86_400 * i / count, ChronoUnit.SECONDS);
            purchases.add(new Purchase("p" + i, customer, at, basket()));
        }
        return purchases;
    }

    Basket basket() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(MAX_LINES); i > 0; i--) {
            lines.add(PurchaseLine.of("l" + i, sku(), usd(100 + random.nextInt(8_000)))
                    .withCategories(category()));
        }
        return Basket.of(lines);
    }

    private String category() {
        return "category-" + random.nextInt(CATEGORIES);
    }

    private String sku() {
        return "sku-" + random.nextInt(SKUS);
    }

    private static Money usd(long cents) {
        return Money.ofMillionths(USD, cents * 10_000);
    }
}
