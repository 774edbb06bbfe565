package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.account.Account;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account is small however long its history, so that a store can read and write it with every event. */
@Tag("slow")
class AccountSizeTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final Instant JOINED = Instant.parse("2024-01-09T14:03:22.483912Z");
    private static final Instant SPENT = Instant.parse("2024-12-09T17:25:59.018264Z");
    private static final Instant NOW = Instant.parse("2026-06-03T11:12:13.141516Z");
    private static final int FIXED_BYTES = 200;
    private static final int BYTES_PER_LOT = 24;
    private static final int BYTES_PER_SUM = 24;
    private static final int BYTES_PER_STANDING = 24;
    private static final int BYTES_PER_BUCKET = 16;

    private static Money usd(long cents) {
        return Money.ofMillionths(USD, cents * 10_000);
    }

    /** A program as cosmetics shops have it. */
    private static LoyaltyProgram program(Expiry expiry, Period holdBack) {
        EarnRule base = EarnRule.earning("base", Amounts.proportional(1, usd(100)))
                .capped(PointCap.of(POINTS.points(100_000)).per(BoundedWindow.MONTH));
        base = holdBack.isZero() ? base : base.availableFrom(Moment.after(holdBack));
        return LoyaltyProgram.builder("beauty-insider", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(expiry))
                .ladders(Ladder.startingAt("status", INSIDER)
                        .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd(35_000)))
                        .then(ROUGE, SPEND.per(BoundedWindow.YEAR).reaches(usd(100_000))))
                .earn(
                        base,
                        Multiplier.of("vib-rate", base, Ratio.of("1.25")).where(Conditions.memberIs(VIB)),
                        Multiplier.of("rouge-rate", base, Ratio.of("1.5")).where(Conditions.memberIs(ROUGE)),
                        Multiplier.of("fragrance", base, Ratio.of(2)).of(Selectors.category("fragrance")))
                .redeem(Reward.costing("cash-10", 500))
                .offers(Offer.of(
                        "birthday", BirthdayOccasion.onTheDay().open(Opening.inItsMonth()), new Item("mini-lipstick")))
                .build();
    }

    static Stream<Arguments> members() {
        return Stream.of(
                        Moment.never(),
                        Moment.after(Period.ofYears(3)),
                        Moment.endOf(BoundedWindow.DAY, Period.ofYears(3)),
                        Moment.endOf(BoundedWindow.MONTH, Period.ofYears(3)),
                        Expiry.inactiveFor(Period.ofMonths(18)))
                .flatMap(expiry -> IntStream.of(0, 1, 2, 10, 100, 1_000)
                        .boxed()
                        .flatMap(lots -> Stream.of(
                                Arguments.of(expiry, Period.ZERO, lots),
                                Arguments.of(expiry, Period.ofDays(30), lots))));
    }

    private static Account after(LoyaltyEngine engine, Account account, LoyaltyEvent event) {
        Decision decision = engine.evaluate(account, event);
        assertThat(decision.refusal()).isEmpty();
        return decision.account();
    }

    /**
     * A member of two and a half years, with purchases at instants that a clock gives, who then has so many lots: whose birthday
     * is on file and was claimed, who has used rewards, and has taken part in campaigns with caps.
     */
    private static Account member(Expiry expiry, Period holdBack, int lots) {
        Random random = new Random(lots);
        LoyaltyEngine engine = LoyaltyEngine.of(program(expiry, holdBack));
        String customer = new UUID(random.nextLong(), random.nextLong()).toString();
        Customer profile = Customer.of(customer).withBirthday(Birthday.parse("--06-15"));
        Account account = after(engine, engine.newAccount(customer), Enrollment.of("enrollment", profile, JOINED));
        account = shop(engine, account, random, JOINED, SPENT.minus(31, ChronoUnit.DAYS), 20);
        account = after(engine, account, Redemption.of("r", customer, SPENT, "cash-10"));
        // From here on there are as many lots as are asked for.
        long rest = account.balance(POINTS.id()).available();
        account = after(
                engine, account, new Adjustment("a", customer, SPENT, POINTS.id(), -rest, "duplicate", "agent-7"));
        account = shop(engine, account, random, SPENT.plus(1, ChronoUnit.DAYS), NOW, lots);
        return after(engine, account, Claim.of("c", customer, NOW, "birthday"));
    }

    /** Purchases that are spread over a time. */
    private static Account shop(
            LoyaltyEngine engine, Account before, Random random, Instant from, Instant until, int count) {
        Account account = before;
        long micros = ChronoUnit.MICROS.between(from, until);
        for (int i = 0; i < count; i++) {
            Instant at = from.plus(micros / count * i + random.nextLong(micros / count), ChronoUnit.MICROS);
            account = after(engine, account, new Purchase(at.toString(), account.customer(), at, basket(random)));
        }
        return account;
    }

    private static Basket basket(Random random) {
        return Basket.of(PurchaseLine.of("1", "sku", usd(100 + random.nextInt(9_000)))
                .withCategories(random.nextBoolean() ? "fragrance" : "make-up"));
    }

    private static int lots(Account account) {
        return Iterables.size(account.wallet(POINTS.id()).orElseThrow().lots());
    }

    @ParameterizedTest
    @MethodSource("members")
    void anAccountIsAtMost200BytesAnd24ForEachLotAndSumAndStandingThatIsKept(Expiry expiry, Period holdBack, int lots) {
        Account account = member(expiry, holdBack, lots);
        byte[] bytes = Codec.ACCOUNTS.encode(account);
        assertThat(lots(account)).isEqualTo(lots);
        int sums = account.counters().values().stream()
                .mapToInt(counter -> counter.toMap().size())
                .sum();
        int began = account.standings().stream()
                .mapToInt(standings -> standings.began().size())
                .sum();
        assertThat(bytes)
                .hasSizeLessThanOrEqualTo(
                        FIXED_BYTES + BYTES_PER_LOT * lots + BYTES_PER_SUM * sums + BYTES_PER_STANDING * began);
        assertThat(Codec.ACCOUNTS.decode(bytes)).isEqualTo(account);
    }

    /** As caps of campaigns count: points, uses, and what is spent. */
    private static Map<String, WindowSums> counters(int count, Random random) {
        Map<String, WindowSums> counters = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String id = "campaign-" + i + ":"
                    + List.of("points:month", "uses:year", "points:day").get(i % 3);
            long window = List.of(677L, 2026L, 20_600L).get(i % 3);
            counters.put(id, WindowSums.of(Map.of(window, 1 + random.nextLong(100_000_000_000L))));
        }
        return counters;
    }

    /** What is spent on days, of which some are left out. */
    private static Map<Long, Long> days(int count, Random random) {
        Map<Long, Long> sums = new TreeMap<>();
        long day = 19_800;
        for (int i = 0; i < count; i++) {
            day += 1 + random.nextInt(5);
            sums.put(day, 10_000 * (1 + random.nextLong(100_000)));
        }
        return sums;
    }

    /** How many bytes more an account with these counters has, as a whole and as a store keeps it. */
    private static List<Integer> bytesOf(Map<String, WindowSums> counters) {
        Account account = member(Moment.never(), Period.ZERO, 1);
        Account without = (Account) Parts.with(account, "counters", Map.of());
        Account with = (Account) Parts.with(account, "counters", counters);
        return List.of(
                Codec.ACCOUNTS.encode(with).length - Codec.ACCOUNTS.encode(without).length,
                stored(with) - stored(without));
    }

    private static int stored(Account account) {
        AccountBytes bytes = AccountBytes.of(account);
        return bytes.header().length
                + bytes.chunks().values().stream()
                        .mapToInt(chunk -> chunk.length)
                        .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 32, 100, 1_000})
    void countersAreAtMost24BytesForEachSumAndForAll(int counters) {
        assertThat(bytesOf(counters(counters, new Random(counters))).get(0))
                .isLessThanOrEqualTo(BYTES_PER_SUM + BYTES_PER_SUM * counters);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 64, 65, 100, 365, 730, 3_650})
    void aCounterOfManyWindowsIsAtMost24BytesAnd16ForEachOfThem(int days) {
        WindowSums sums = WindowSums.of(days(days, new Random(days)));
        assertThat(bytesOf(Map.of("base:points:730-days", sums)))
                .allMatch(bytes -> bytes <= BYTES_PER_SUM + BYTES_PER_BUCKET * days);
    }
}
