package dev.laurel.history;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.program.CalendarUnit;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Combination;
import dev.laurel.rule.Conditions;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.PurchaseCondition;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Selector;
import dev.laurel.rule.Selectors;
import dev.laurel.tier.CalendarWindow;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierFall;
import dev.laurel.tier.TierKept;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program and the history of one customer in it, all from one seed: every kind of rule, expiry and ladder, and events of every
 * kind, now and then at the same instant, late, or bound to be refused.
 */
public final class RandomHistory {
    public static final String CUSTOMER = "c1";

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<String> CATEGORIES = List.of("fragrance", "skin", "hair", "gift-card");
    private static final List<String> BRANDS = List.of("acme", "zenith");
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata", "UTC");
    private static final List<Tier> TIERS = List.of(Tier.of("low"), Tier.of("middle"), Tier.of("high"));
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 900;

    private final Random random;
    private final ZoneId zone;
    private final boolean tiered;
    private final List<EarnRule> rules = new ArrayList<>();
    private final List<Reward> rewards = new ArrayList<>();
    private final List<LoyaltyEvent> events = new ArrayList<>();
    private final Expiry expiryOfPoints;
    private final Expiry expiryOfStatus;
    private final @Nullable TierLadder ladder;
    private final boolean excluding;

    public RandomHistory(long seed) {
        random = new Random(seed);
        zone = ZoneId.of(pick(ZONES));
        tiered = chance(80);
        expiryOfPoints = expiry();
        expiryOfStatus = expiry();
        ladder = tiered ? ladder() : null;
        excluding = chance(50);
        makeRules();
        makeRewards();
        makeEvents();
    }

    public LoyaltyProgram program() {
        return program(rules);
    }

    /** The program with its rules declared in another order. */
    public LoyaltyProgram programDeclaredInAnotherOrder() {
        List<EarnRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        return program(shuffled);
    }

    /** The program with rules that do not say for which purchases they can apply, so that each is looked at for every purchase. */
    public LoyaltyProgram programWithoutScopes() {
        return program(rules.stream().map(WithoutScope::of).toList());
    }

    private LoyaltyProgram program(List<EarnRule> declared) {
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder("random", "1")
                .zone(zone)
                .money(USD)
                .points(PointCurrency.of("points"), expiryOfPoints)
                .points(PointCurrency.of("status"), expiryOfStatus)
                .earn(declared.toArray(EarnRule[]::new))
                .redeem(rewards.toArray(Reward[]::new));
        if (ladder != null) {
            builder.tiers(ladder);
        }
        if (excluding) {
            builder.excluding(Selectors.category("gift-card"));
        }
        return builder.build();
    }

    public List<LoyaltyEvent> events() {
        return Collections.unmodifiableList(events);
    }

    /** An instant between two, for a sweep; the bounds are as likely as what lies between. */
    public Instant instantBetween(Instant from, Instant to) {
        if (!from.isBefore(to) || chance(20)) {
            return to;
        }
        Instant earliest = to.minus(DAYS, ChronoUnit.DAYS);
        Instant start = from.isBefore(earliest) ? earliest : from;
        long micros = ChronoUnit.MICROS.between(start, to);
        return start.plus(Math.floorMod(random.nextLong(), micros), ChronoUnit.MICROS);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Expiry expiry() {
        return switch (random.nextInt(6)) {
            case 0 -> Expiry.never();
            case 1 -> Expiry.after(Period.ofDays(1 + random.nextInt(200)));
            case 2 -> Expiry.atStartOf(CalendarUnit.DAY, Period.ofMonths(1 + random.nextInt(12)));
            case 3 -> Expiry.atEndOf(pick(List.of(CalendarUnit.values())), Period.ofMonths(random.nextInt(4)));
            default -> Expiry.afterInactivityOf(Period.ofDays(20 + random.nextInt(200)));
        };
    }

    private TierLadder ladder() {
        return new TierLadder(
                pick(List.of(CalendarWindow.values())),
                pick(List.of(TierKept.values())),
                pick(List.of(TierFall.values())),
                List.of(
                        new TierStep(TIERS.get(0), usd(0)),
                        new TierStep(TIERS.get(1), usd(10_000 + random.nextInt(20_000))),
                        new TierStep(TIERS.get(2), usd(50_000 + random.nextInt(90_000)))));
    }

    private static Money usd(long cents) {
        return Money.ofMillionths(USD, cents * 10_000);
    }

    private void makeRules() {
        int bases = 1 + random.nextInt(4);
        for (int i = 0; i < bases; i++) {
            Amount amount = amount();
            RoundingStep step =
                    amount.fixedPoints() > 0 ? RoundingStep.PER_PURCHASE : pick(List.of(RoundingStep.values()));
            EarnRule rule = EarnRule.earning("base-" + i, amount)
                    .rounded(pick(List.of(Rounding.values())), step)
                    .combining(pick(List.of(Combination.values())));
            rule = i > 0 && chance(30) ? rule.awarding(PointCurrency.of("status")) : rule;
            rule = chance(30) ? rule.capped(cap()) : rule;
            rules.add(i == 0 ? rule : restricted(rule));
        }
        int multipliers = random.nextInt(6);
        for (int i = 0; i < multipliers; i++) {
            EarnRule base = rules.get(random.nextInt(bases));
            if (base.effect() instanceof Effect.Earns earns && earns.amount().fixedPoints() > 0) {
                continue;
            }
            Ratio factor = Ratio.of(1001 + random.nextInt(3000), 1000);
            rules.add(restricted(
                    chance(70)
                            ? EarnRule.multiplying("more-" + i, base, factor)
                            : EarnRule.multiplyingRounded("again-" + i, base, factor)
                                    .rounded(pick(List.of(Rounding.values())), RoundingStep.PER_PURCHASE)));
        }
    }

    private Cap cap() {
        long points = 5L + random.nextInt(300);
        CalendarWindow window = pick(List.of(CalendarWindow.values()));
        return switch (random.nextInt(5)) {
            case 0 -> Cap.pointsPerPurchase(points);
            case 1 -> Cap.pointsEver(points);
            case 2 -> Cap.usesEver(1 + random.nextInt(5));
            case 3 -> Cap.usesPer(window, 1 + random.nextInt(3));
            default -> Cap.pointsPer(window, points);
        };
    }

    private Amount amount() {
        long points = 1L + random.nextInt(5);
        return switch (random.nextInt(4)) {
            case 0 -> Amounts.perCompleted(points, usd(50 + random.nextInt(300)));
            case 1 -> Amounts.perItem(points);
            case 2 -> Amounts.fixed(points);
            default -> Amounts.proportional(points, usd(50 + random.nextInt(300)));
        };
    }

    private EarnRule restricted(EarnRule rule) {
        EarnRule restricted = chance(50) ? rule.of(selector(2)) : rule;
        return chance(60) ? restricted.where(condition(2)) : restricted;
    }

    private Selector selector(int depth) {
        if (depth > 0 && chance(30)) {
            Selector left = selector(depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> left.and(selector(depth - 1));
                case 1 -> left.or(selector(depth - 1));
                default -> left.negate();
            };
        }
        return switch (random.nextInt(5)) {
            case 0 -> Selectors.sku("sku-" + random.nextInt(6));
            case 1 -> Selectors.brand(pick(BRANDS));
            case 2 -> Selectors.discounted();
            case 3 -> Selectors.attribute("cabin", "business");
            default -> Selectors.category(pick(CATEGORIES));
        };
    }

    private PurchaseCondition condition(int depth) {
        if (depth > 0 && chance(30)) {
            PurchaseCondition first = condition(depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> Conditions.any(first, condition(depth - 1));
                case 1 -> Conditions.not(first);
                // Two conditions of one kind could exclude each other, which a program refuses.
                default -> Conditions.all(first, Conditions.orderOfAtLeast(usd(random.nextInt(9_000))));
            };
        }
        return switch (random.nextInt(tiered ? 5 : 3)) {
            case 0 -> {
                LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS));
                yield Conditions.during(from, from.plusDays(random.nextInt(200)));
            }
            case 1 -> Conditions.orderOfAtLeast(usd(random.nextInt(9_000)));
            case 2 -> Conditions.basketHas(selector(1));
            case 3 -> Conditions.memberIs(pick(TIERS));
            default -> Conditions.memberIsAtLeast(pick(TIERS));
        };
    }

    private void makeRewards() {
        for (int i = 0; i < 3; i++) {
            rewards.add(Reward.costing("reward-" + i, 1 + random.nextInt(200)));
        }
        boolean awardsStatus =
                rules.stream().anyMatch(rule -> rule.effect() instanceof Effect.Earns && rule.currency() != null);
        if (awardsStatus) {
            rewards.add(Reward.costing("for-status", PointCurrency.of("status").points(20)));
        }
    }

    private void makeEvents() {
        Instant at = FIRST_DAY.atStartOfDay(zone).toInstant();
        if (chance(30)) {
            events.add(opening(at));
        }
        int count = 5 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            at = later(at);
            Instant when = chance(10) ? at.minus(random.nextInt(40), ChronoUnit.DAYS) : at;
            events.add(event("e" + i, when));
        }
    }

    private Instant later(Instant at) {
        return switch (random.nextInt(5)) {
            case 0 -> at;
            case 1 -> at.plus(random.nextInt(100), ChronoUnit.DAYS);
            // Midnights, where days, windows and periods end.
            case 2 ->
                LocalDate.ofInstant(at, zone)
                        .plusDays(1 + random.nextInt(40))
                        .atStartOfDay(zone)
                        .toInstant();
            default ->
                at.plus(random.nextInt(1_728_000), ChronoUnit.SECONDS).plusNanos(1_000L * random.nextInt(1_000_000));
        };
    }

    private LoyaltyEvent event(String id, Instant at) {
        int kind = random.nextInt(100);
        if (kind < 70) {
            return new Purchase(id, CUSTOMER, at, basket());
        }
        if (kind < 92) {
            String reward = chance(95) ? pick(rewards).id() : "no-such-reward";
            return Redemption.of(id, CUSTOMER, at, reward);
        }
        Customer profile = new Customer(
                CUSTOMER, chance(50) ? Birthday.parse("--02-29") : null, Map.of("newsletter", "yes"), Set.of("staff"));
        return kind < 97 ? new Enrollment(id, at, profile, chance(20) ? "c0" : null) : opening(at);
    }

    private Opening opening(Instant at) {
        List<OpeningLot> lots = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant earned = at.minus(random.nextInt(100), ChronoUnit.DAYS);
            lots.add(new OpeningLot(
                    chance(80) ? "points" : "status",
                    1 + random.nextInt(300),
                    earned,
                    chance(50) ? null : earned.plus(1 + random.nextInt(300), ChronoUnit.DAYS)));
        }
        String tier = tiered && chance(50) ? pick(TIERS).id() : null;
        Instant until = tier != null && chance(50) ? at.plus(random.nextInt(200) - 20, ChronoUnit.DAYS) : null;
        return new Opening(
                "o" + events.size(), CUSTOMER, at, lots, tier, until, chance(50) ? usd(random.nextInt(40_000)) : null);
    }

    /** A basket of the kind that the events have. */
    public Basket basket() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            PurchaseLine line = PurchaseLine.of(
                            "l" + i, "sku-" + random.nextInt(8), usd(chance(5) ? 0 : random.nextInt(20_000)))
                    .withCategories(pick(CATEGORIES))
                    .withQuantity(chance(80) ? Quantity.of(1 + random.nextInt(5)) : Quantity.of("0.345"))
                    .withTax(usd(random.nextInt(500)));
            line = chance(30) ? line.withBrand(pick(BRANDS)) : line;
            line = chance(30) ? line.withDiscount() : line;
            lines.add(chance(20) ? line.withAttribute("cabin", "business") : line);
        }
        Basket basket = Basket.of(lines);
        // Often all of it, so that nothing is left that earns; a redemption that never was is the host's affair.
        long millionths = basket.total().millionths();
        return chance(30) && millionths > 0
                ? basket.paidBy(Payment.withPoints(
                        Money.ofMillionths(USD, chance(20) ? millionths : 1 + random.nextLong(millionths)), "x1"))
                : basket;
    }
}
