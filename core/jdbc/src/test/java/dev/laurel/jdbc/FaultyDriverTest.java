package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.Capture;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.Transfer;
import dev.laurel.jdbc.FaultyDriver.Fault;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountStore;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.OutboxMessage;
import dev.laurel.service.RegisteredVersion;
import dev.laurel.time.Moment;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The database fails before or after each of the calls that an event takes, and the host sends the event again. */
@Tag("K3")
class FaultyDriverTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Map<String, Integer> INJECTED = new TreeMap<>();
    private static final List<FaultyHost> HOSTS = new ArrayList<>();

    /** In which all cases take place that need none of their own. */
    private static final String SHOP = "shop";

    private static final LoyaltyEngine ENGINE = engine(SHOP);

    /**
     * An event, or a batch, at which the database fails.
     *
     * @param program the program, or null for a new one for each case
     * @param before what has happened to these two customers by then
     */
    private record Kind(String name, String program, History before, Submission submission) {}

    private interface History {
        List<LoyaltyEvent> of(String ada, String bob);
    }

    private interface Submission {
        /** Whether it was a repetition; it must be accepted. */
        boolean to(LoyaltyService service, String ada, String bob);
    }

    private static Kind kind(String name, Event event, Event... before) {
        return new Kind(name, SHOP, history(before), submission(event));
    }

    private interface Event {
        LoyaltyEvent of(String ada, String bob);
    }

    private static History history(Event... before) {
        return (ada, bob) ->
                Arrays.stream(before).map(event -> event.of(ada, bob)).toList();
    }

    private static Submission submission(Event event) {
        return (service, ada, bob) ->
                service.submit(event.of(ada, bob)).orThrow().isRepeat();
    }

    private static final Event BOUGHT = (ada, bob) -> purchase("p", ada, "200");
    private static final Event BOB_BOUGHT = (ada, bob) -> purchase("p", bob, "20");
    private static final Event HELD = (ada, bob) -> Hold.of("h", ada, NOON, "thing", NOON.plusSeconds(60));
    private static final Event REDEEMED = (ada, bob) -> Redemption.of("x", ada, NOON, "thing");
    private static final Event GIVEN = (ada, bob) -> new Transfer("t", ada, NOON, bob, "points", 50);

    private static List<Kind> kinds() {
        return List.of(
                new Kind("first event", null, history(), submission(BOUGHT)),
                kind("first event in a program that is known", BOUGHT),
                kind("purchase", (ada, bob) -> purchase("p2", ada, "30"), BOUGHT),
                kind("redemption", REDEEMED, BOUGHT),
                new Kind("redemption of many", SHOP, FaultyDriverTest::manyPurchases, submission(REDEEMED)),
                new Kind(
                        "many purchases",
                        SHOP,
                        history(BOUGHT),
                        (service, ada, bob) -> service.submitBatch(new Batch("b", ada, NOON, manyPurchases(ada, bob)))
                                .orThrow()
                                .isRepeat()),
                kind("hold", HELD, BOUGHT),
                kind("capture", (ada, bob) -> Capture.ofAll("c", ada, NOON, "h"), BOUGHT, HELD),
                kind("return", (ada, bob) -> Return.ofAll("r", ada, NOON, "p"), BOUGHT),
                kind("transfer", GIVEN, BOUGHT, BOB_BOUGHT),
                kind("transfer to who has nothing", GIVEN, BOUGHT, (ada, bob) -> Enrollment.of("e", bob, NOON)),
                kind(
                        "adjustment",
                        (ada, bob) -> new Adjustment("a", ada, NOON, "points", -20, "typing error", "agent-7"),
                        BOUGHT),
                kind("enrollment", (ada, bob) -> Enrollment.of("e", ada, NOON), BOUGHT),
                kind("erasure", (ada, bob) -> new Erasure("z", ada, NOON), BOUGHT, REDEEMED, HELD),
                new Kind("batch", SHOP, history(BOUGHT), FaultyDriverTest::submitBatch));
    }

    /** So many that the account lies in several chunks. */
    private static List<LoyaltyEvent> manyPurchases(String ada, String bob) {
        return IntStream.range(0, 120)
                .<LoyaltyEvent>mapToObj(i -> purchase("m" + i, ada, "1"))
                .toList();
    }

    private static boolean submitBatch(LoyaltyService service, String ada, String bob) {
        Batch batch = Batch.of(
                "b",
                Redemption.of("x1", ada, NOON, "thing"),
                purchase("p2", ada, "30"),
                Redemption.of("x2", ada, NOON, "thing"));
        return service.submitBatch(batch).orThrow().isRepeat();
    }

    private static Purchase purchase(String id, String customer, String total) {
        return new Purchase(id, customer, NOON, Basket.ofTotal(Money.of(USD, total)));
    }

    private static LoyaltyEngine engine(String program) {
        return LoyaltyEngine.of(LoyaltyProgram.builder(program, "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(
                        PointCurrency.of("points"),
                        PointTerms.expiring(Moment.after(Period.ofYears(1))).transferable())
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
                .redeem(Reward.costing("thing", 100))
                .build());
    }

    private static LoyaltyService service(String program, AccountStore store) {
        return LoyaltyService.of(program.equals(SHOP) ? ENGINE : engine(program), store)
                .withClock(() -> NOON)
                .withSnapshotsEvery(2);
    }

    /** All that is kept of two customers. */
    private record Books(List<Optional<String>> accounts, List<List<PostedEvent>> journals, List<PostedEvent> outbox) {
        static Books of(LoyaltyService service, AccountStore store, String ada, String bob) {
            List<Optional<String>> accounts = new ArrayList<>();
            List<List<PostedEvent>> journals = new ArrayList<>();
            for (String customer : List.of(ada, bob)) {
                Optional<Account> account = service.account(customer);
                accounts.add(account.map(Codec.ACCOUNTS::digest));
                List<PostedEvent> journal = new ArrayList<>();
                service.journal(customer).forEach(journal::add);
                journals.add(journal);
            }
            return new Books(
                    accounts,
                    journals,
                    store.outbox(1_000).stream().map(OutboxMessage::posted).toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> anEventIsThereOnceWhateverFails() {
        return Databases.all()
                .flatMap(database -> Arrays.stream(FaultyHost.Mode.values()).flatMap(mode -> checks(database, mode)));
    }

    private Stream<DynamicTest> checks(TestDatabase database, FaultyHost.Mode mode) {
        Shop shop = new Shop(new FaultyHost(mode, database));
        HOSTS.add(shop.host);
        return kinds().stream()
                // These differ in what is written, and not in how.
                .filter(kind -> mode == FaultyHost.Mode.OWN || !kind.name.contains("many"))
                .map(kind -> dynamicTest(database + ", " + mode + ": " + kind.name, () -> {
                    int injected = check(shop, kind);
                    INJECTED.merge(database.toString(), injected, Integer::sum);
                }));
    }

    /** How many faults there were. */
    private static int check(Shop shop, Kind kind) throws SQLException {
        List<String> calls = new Case(shop, kind).calls();
        int injected = 0;
        for (Fault fault : shop.host.mode().faults()) {
            for (int call = 1; call <= calls.size(); call++) {
                Case each = new Case(shop, kind);
                try {
                    each.failAt(call, fault, calls);
                } catch (AssertionError | RuntimeException e) {
                    String where = fault + " at call " + call + ", " + calls.get(call - 1);
                    throw new AssertionError(where + ": " + e.getMessage(), e);
                }
                injected++;
            }
        }
        return injected;
    }

    @AfterAll
    static void tell() {
        HOSTS.forEach(FaultyHost::close);
        INJECTED.forEach((database, injected) -> System.out.println(database + ": " + injected + " faults injected"));
    }

    /** Where a number of cases take place. */
    private static final class Shop {
        private final FaultyHost host;
        private int cases;

        /** Services for all cases that need no program of their own. */
        private LoyaltyService sound;

        private LoyaltyService service;

        Shop(FaultyHost host) {
            this.host = host;
        }

        LoyaltyService sound(String program) {
            if (!program.equals(SHOP)) {
                return FaultyDriverTest.service(program, host.sound());
            }
            if (sound == null) {
                sound = FaultyDriverTest.service(SHOP, host.sound());
                // It is known from then on.
                sound.submit(purchase("p", "somebody", "1")).orThrow();
            }
            return sound;
        }

        LoyaltyService service(String program) throws SQLException {
            if (!program.equals(SHOP)) {
                return host.run("service of " + program, () -> FaultyDriverTest.service(program, host.store()));
            }
            if (service == null) {
                service = host.run("service", () -> FaultyDriverTest.service(SHOP, host.store()));
            }
            return service;
        }
    }

    /** A kind of event at two customers of their own. */
    private static final class Case {
        private final FaultyHost host;
        private final Kind kind;
        private final String name;
        private final String program;
        private final String ada;
        private final String bob;
        private final LoyaltyService service;
        private final LoyaltyService sound;
        private final AccountStore twinStore = InMemoryAccountStore.withOutbox();
        private final LoyaltyService twin;

        Case(Shop shop, Kind kind) throws SQLException {
            host = shop.host;
            this.kind = kind;
            name = "case-" + ++shop.cases;
            program = kind.program == null ? name : kind.program;
            ada = "ada-" + shop.cases;
            bob = "bob-" + shop.cases;
            sound = shop.sound(program);
            service = shop.service(program);
            twin = FaultyDriverTest.service(program, twinStore);
            leaveOutbox();
            prepare(sound);
            prepare(twin);
        }

        private void leaveOutbox() {
            host.sound()
                    .delivered(host.sound().outbox(1_000).stream()
                            .map(OutboxMessage::id)
                            .toList());
        }

        /** By batches, which are quicker. */
        private void prepare(LoyaltyService where) {
            List<LoyaltyEvent> events = kind.before.of(ada, bob);
            for (String customer : List.of(ada, bob)) {
                List<LoyaltyEvent> theirs = events.stream()
                        .filter(event -> event.customer().equals(customer))
                        .toList();
                if (!theirs.isEmpty()) {
                    where.submitBatch(new Batch("before", customer, NOON, theirs))
                            .orThrow();
                }
            }
        }

        private boolean submit() throws SQLException {
            return host.run(name, () -> kind.submission.to(service, ada, bob));
        }

        private Books books() {
            return Books.of(sound, host.sound(), ada, bob);
        }

        /** Also of receipts and snapshots, which the books do not have. */
        private void requireClean() {
            assertThat(sound.verify(ada)).isEmpty();
            assertThat(sound.verify(bob)).isEmpty();
        }

        private Books twinBooks() {
            return Books.of(twin, twinStore, ada, bob);
        }

        /** The calls that it takes if nothing fails. */
        List<String> calls() throws SQLException {
            host.driver().count();
            assertThat(submit()).isFalse();
            List<String> calls = host.driver().calls();
            requireClean();
            assertThat(kind.submission.to(twin, ada, bob)).isFalse();
            requireAll(twinBooks());
            return calls;
        }

        void failAt(int call, Fault fault, List<String> calls) throws SQLException {
            Books before = twinBooks();
            assertThat(kind.submission.to(twin, ada, bob)).isFalse();
            Books after = twinBooks();
            host.driver().failAt(call, fault);
            Throwable thrown = catchThrowable(this::submit);
            assertThat(host.driver().hasStruck()).as("whether it failed").isTrue();
            host.driver().count();
            assertThat(host.driver().complaints()).isEmpty();
            requireRight(thrown, call, fault, calls);
            // What is sent again would write over what was torn.
            requireClean();
            Books left = books();
            assertThat(left).isIn(before, after);
            boolean isThere = left.equals(after);
            if (thrown == null) {
                assertThat(isThere).as("whether it is there").isTrue();
            } else if (fault.isBefore() && isUndone(call, calls)) {
                assertThat(isThere).as("whether it is there").isFalse();
            }
            if (host.mode() == FaultyHost.Mode.JOINED) {
                assertThat(host.hasOrder(name)).as("whether the order is there").isEqualTo(isThere);
            }
            assertThat(submit()).as("whether it is a repetition").isEqualTo(isThere);
            requireAll(after);
        }

        /** Whether nothing is there of what failed before a call. */
        private boolean isUndone(int call, List<String> calls) {
            // A host that goes on commits what the store had done.
            return host.mode() != FaultyHost.Mode.JOINED_GOING_ON
                    && call <= (calls.contains("commit") ? calls.lastIndexOf("commit") + 1 : calls.size());
        }

        private void requireRight(Throwable thrown, int call, Fault fault, List<String> calls) {
            if (host.mode().isJoined() && call == calls.size()) {
                // The commit of the host.
                assertThat(thrown).isInstanceOf(SQLException.class);
            } else if (!fault.isRace()) {
                assertThat(thrown).isInstanceOf(JdbcStoreException.class);
            } else if (host.mode().isJoined()) {
                assertThat(thrown).isInstanceOf(ConcurrentUpdateException.class);
            } else {
                assertThat(thrown).isNull();
            }
        }

        private void requireAll(Books expected) throws SQLException {
            assertThat(books()).isEqualTo(expected);
            assertThat(host.sound().versions(program))
                    .extracting(RegisteredVersion::version)
                    .containsExactly("1");
            if (host.mode().isJoined()) {
                assertThat(host.hasOrder(name)).isTrue();
            }
            assertThat(host.driver().complaints()).isEmpty();
        }
    }
}
