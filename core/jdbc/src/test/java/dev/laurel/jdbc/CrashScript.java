package dev.laurel.jdbc;

import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is submitted, by numbers: the same number is always the same event of the same customers. Nothing of it is ever refused, since each
 * customer begins with more points than can be spent.
 */
final class CrashScript {
    /** How many submit at the same time; each has the numbers that leave its own remainder, so that a capture comes after its hold. */
    static final int WORKERS = 3;

    static final List<String> CUSTOMERS = List.of("ada", "ben", "cleo", "dan", "eve");

    private static final int ROWS = 8;
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private CrashScript() {}

    static LoyaltyService service(AccountStore store) {
        LoyaltyProgram program = LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(
                        PointCurrency.of("points"),
                        PointTerms.expiring(Moment.never()).transferable())
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
                .redeem(Reward.costing("thing", 100))
                .build();
        return LoyaltyService.of(LoyaltyEngine.of(program), store)
                .withClock(() -> NOON)
                .withSnapshotsEvery(3);
    }

    /** Gives each customer points to begin with. */
    static void begin(LoyaltyService service) {
        for (String customer : CUSTOMERS) {
            service.submit(purchase("begin", customer, "1000000")).orThrow();
        }
    }

    /** Submits what has this number. It must be accepted. Whether it was a repetition. */
    static boolean submit(LoyaltyService service, int number) {
        return switch (number / WORKERS % ROWS) {
            case 6 -> service.submitBatch(batch(number)).orThrow().isRepeat();
            default -> service.submit(event(number)).orThrow().isRepeat();
        };
    }

    /** What must be in the journals if this number is there: a customer and the {@linkplain #name name} of an event each. */
    static List<String> expected(int number) {
        String customer = customer(number);
        List<String> expected = new ArrayList<>();
        if (number / WORKERS % ROWS == 6) {
            Batch batch = batch(number);
            expected.add(customer + " " + batch.id());
            batch.events().forEach(event -> expected.add(customer + " " + event.id()));
            return expected;
        }
        LoyaltyEvent event = event(number);
        expected.add(customer + " " + event.id());
        if (event instanceof Transfer transfer) {
            expected.add(transfer.to() + " " + received(transfer.id()));
        }
        return expected;
    }

    /** What an event is called, which is unique for a customer. */
    static String name(PostedEvent posted) {
        return posted.event() instanceof TransferReceived received
                ? received(received.transfer())
                : posted.event().id();
    }

    static String received(String transfer) {
        return transfer + "-received";
    }

    /** Whether an event goes into the outbox. */
    static boolean isMessage(PostedEvent posted) {
        return !(posted.event() instanceof BatchRecord);
    }

    private static LoyaltyEvent event(int number) {
        String customer = customer(number);
        String id = "e" + number;
        return switch (number / WORKERS % ROWS) {
            case 1 -> Redemption.of(id, customer, NOON, "thing");
            case 2 -> Hold.of(id, customer, NOON, "thing", NOON.plusSeconds(60));
            case 3 -> Capture.ofAll(id, customer(number - WORKERS), NOON, "e" + (number - WORKERS));
            case 4, 7 -> new Transfer(id, customer, NOON, other(number), "points", 10);
            default -> purchase(id, customer, "120");
        };
    }

    private static Batch batch(int number) {
        String customer = customer(number);
        String id = "e" + number;
        return Batch.of(
                id, Redemption.of(id + "-cash", customer, NOON, "thing"), purchase(id + "-order", customer, "120"));
    }

    private static Purchase purchase(String id, String customer, String total) {
        return new Purchase(id, customer, NOON, Basket.ofTotal(Money.of(USD, total)));
    }

    private static String customer(int number) {
        // A capture is of the customer of its hold.
        int of = number / WORKERS % ROWS == 3 ? number - WORKERS : number;
        return CUSTOMERS.get(new SplittableRandom(of).nextInt(CUSTOMERS.size()));
    }

    /** Another customer than that of the number. */
    private static String other(int number) {
        int step = 1 + new SplittableRandom(number + 1L).nextInt(CUSTOMERS.size() - 1);
        return CUSTOMERS.get((CUSTOMERS.indexOf(customer(number)) + step) % CUSTOMERS.size());
    }
}
