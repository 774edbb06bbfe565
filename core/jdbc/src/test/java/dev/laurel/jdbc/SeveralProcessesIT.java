package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.TransferReceived;
import dev.laurel.jdbc.Contention.Answer;
import dev.laurel.jdbc.Contention.Job;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several processes over one database, this one among them: what the threads of all of them do has the effect of one after the other. What
 * was acknowledged to any of them is there once, and nothing else is.
 */
@Tag("I17")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeveralProcessesIT {
    /** Beside this one. */
    private static final int PROCESSES = 2;

    private static final int ROUNDS = Integer.getInteger("laurel.rounds", 3);

    /** All threads of all processes. */
    private static final int THREADS = (1 + PROCESSES) * Contention.THREADS;

    /** Between two looks, so that those who are looked at have the time. */
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    private static final List<Child> CHILDREN = new ArrayList<>();

    @Parameter
    TestDatabase database;

    private Shop shop;
    private LoyaltyService service;

    /** How often an event of one process came between two of another. */
    private int meetings;

    @BeforeParameterizedClassInvocation
    static void startProcesses(TestDatabase database) throws IOException {
        for (int i = 1; i <= PROCESSES; i++) {
            CHILDREN.add(new Child(database.urlElsewhere(), "p" + i));
        }
    }

    @AfterParameterizedClassInvocation
    static void endProcesses() throws InterruptedException {
        List<ChildJvm> all = CHILDREN.stream().map(child -> child.jvm).toList();
        CHILDREN.clear();
        all.forEach(ChildJvm::letEnd);
        try {
            for (ChildJvm each : all) {
                each.killLater();
            }
        } finally {
            all.forEach(ChildJvm::kill);
        }
    }

    @BeforeEach
    void openShop() throws SQLException {
        shop = new Shop(database);
        service = ContendingShop.service(database.pool(), shop.prefix);
    }

    /** Lets all processes do one job at the same time. */
    private List<Answer> together(Job job, String... customers) throws Exception {
        for (Child child : CHILDREN) {
            child.jvm.tell(shop.prefix + " " + job + " " + String.join(" ", customers));
        }
        for (Child child : CHILDREN) {
            assertThat(child.next()).isEqualTo("ready");
        }
        Contention own = new Contention(service, "p0", job, List.of(customers));
        for (Child child : CHILDREN) {
            child.jvm.tell("go");
        }
        List<Answer> answers = new ArrayList<>();
        try {
            answers.addAll(own.go());
        } finally {
            // Also where this one failed, since the next job comes after it.
            for (Child child : CHILDREN) {
                answers.addAll(child.answers());
            }
        }
        return answers;
    }

    private static List<Answer> answered(List<Answer> answers, String word) {
        return answers.stream().filter(answer -> answer.word().equals(word)).toList();
    }

    /** What was acknowledged as new is in the journal of its customer once, and what was not is in none. */
    private void requireJournals(List<Answer> answers, String... customers) {
        List<String> acknowledged = new ArrayList<>();
        answered(answers, "new").forEach(answer -> acknowledged.add(answer.customer() + " " + answer.event()));
        List<String> posted = new ArrayList<>();
        for (String customer : customers) {
            List<String> sent = new ArrayList<>();
            for (PostedEvent each : service.journal(customer)) {
                // What this test did by itself, and the other half of a gift, are acknowledged to nobody.
                if (!each.event().id().equals("opening") && !(each.event() instanceof TransferReceived)) {
                    sent.add(each.event().id());
                    posted.add(customer + " " + each.event().id());
                }
            }
            meetings += meetings(sent);
        }
        assertThat(posted).containsExactlyInAnyOrderElementsOf(acknowledged);
        shop.requireClean(customers);
    }

    private static int meetings(List<String> events) {
        int changes = 0;
        for (int i = 1; i < events.size(); i++) {
            if (!process(events.get(i)).equals(process(events.get(i - 1)))) {
                changes++;
            }
        }
        // So many there are also if each process is done before the next begins.
        return Math.max(0, changes - PROCESSES);
    }

    private static String process(String event) {
        String[] words = event.split("-", 3);
        return words.length > 1 ? words[1] : "";
    }

    /** One customer for each round. */
    private static String[] customers(String name) {
        String[] customers = new String[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            customers[round] = name + round;
        }
        return customers;
    }

    private static String[] both(String one, String other) {
        return Stream.of(customers(one), customers(other)).flatMap(Stream::of).toArray(String[]::new);
    }

    private Balance balance(String customer) {
        return service.account(customer).orElseThrow().balance("points");
    }

    /** The same, while somebody looks all the time: no sum is ever wrong, and nothing below 0. */
    private List<Answer> watched(Job job, long most, String... customers) throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> watching = thread.submit(() -> {
                do {
                    for (String customer : customers) {
                        Balance balance = balance(customer);
                        assertThat(balance.available()).isBetween(0L, most);
                        assertThat(balance.isConserved()).isTrue();
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                } while (!isOver.get());
            });
            List<Answer> answers = together(job, customers);
            isOver.set(true);
            watching.get(60, TimeUnit.SECONDS);
            return answers;
        } finally {
            isOver.set(true);
            thread.shutdown();
        }
    }

    @Test
    @Tag("K1")
    void redemptionsOfSeveralProcessesSucceedAsFarAsThePointsPayForThem() throws Exception {
        List<Answer> all = new ArrayList<>();
        int sent = THREADS * Contention.EVENTS;
        int paid = sent / 2;
        for (String customer : customers("ada")) {
            shop.open(100L * paid + 99, customer);
            List<Answer> answers = watched(Job.REDEMPTIONS, 100L * paid + 99, customer);
            assertThat(answered(answers, "new")).hasSize(paid);
            assertThat(answered(answers, "refused"))
                    .hasSize(sent - paid)
                    .allMatch(answer -> answer.text().equals("INSUFFICIENT_POINTS"));
            assertThat(balance(customer).available()).isEqualTo(99);
            assertThat(balance(customer).redeemed()).isEqualTo(100L * paid);
            all.addAll(answers);
        }
        requireJournals(all, customers("ada"));
        assertThat(meetings).as("how often processes met").isPositive();
    }

    /** Both have few points, so that some gifts are refused unless others arrive before. */
    @Test
    @Tag("R5")
    void giftsBothWaysLoseNothingAndAreNeverOnOneSideOnly() throws Exception {
        List<Answer> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String ada = "ada" + round;
            String ben = "ben" + round;
            shop.open(40, ada, ben);
            List<Answer> answers = watched(Job.GIFTS, 80, ada, ben);
            assertThat(answers).hasSize(THREADS * Contention.EVENTS);
            assertThat(answered(answers, "again")).isEmpty();
            assertThat(answered(answers, "refused"))
                    .allMatch(answer -> answer.text().equals("INSUFFICIENT_POINTS"));
            long moved = received(ben, answers) - received(ada, answers);
            assertThat(balance(ada).available()).isEqualTo(40 - moved);
            assertThat(balance(ben).available()).isEqualTo(40 + moved);
            all.addAll(answers);
        }
        requireJournals(all, both("ada", "ben"));
        assertThat(meetings).as("how often processes met").isPositive();
    }

    /** The points of the gifts to a customer, of which each that was acknowledged has arrived once. */
    private long received(String customer, List<Answer> answers) {
        List<String> gifts = new ArrayList<>();
        for (PostedEvent posted : service.journal(customer)) {
            if (posted.event() instanceof TransferReceived received) {
                gifts.add(received.transfer());
            }
        }
        assertThat(gifts)
                .containsExactlyInAnyOrderElementsOf(answered(answers, "new").stream()
                        .filter(answer -> !answer.customer().equals(customer))
                        .map(Answer::event)
                        .toList());
        return gifts.stream().mapToLong(Contention::pointsOf).sum();
    }

    @Test
    @Tag("E2")
    @Tag("K3")
    void oneEventThatAllProcessesSendIsNewOnceAndGivesAllTheSameAnswer() throws Exception {
        List<Answer> all = new ArrayList<>();
        for (String customer : customers("ada")) {
            // Otherwise the event begins the account too.
            shop.open(7, customer);
            all.addAll(oneEvent(customer));
        }
        for (String customer : customers("new")) {
            all.addAll(oneEvent(customer));
        }
        requireJournals(all, both("ada", "new"));
    }

    private List<Answer> oneEvent(String customer) throws Exception {
        List<Answer> answers = together(Job.ONE_ORDER, customer);
        assertThat(answered(answers, "new")).hasSize(1);
        assertThat(answered(answers, "again")).hasSize(THREADS - 1);
        assertThat(answers)
                .extracting(Answer::text)
                .containsOnly(Answer.text(service.account(customer).orElseThrow(), lastEntries(customer)));
        return answers;
    }

    /** The entries of what was posted last. */
    private List<LedgerEntry> lastEntries(String customer) {
        return Iterables.getLast(service.journal(customer)).entries();
    }

    @Test
    @Tag("I26")
    void enrollmentsAndErasuresOfSeveralProcessesLeaveAllClean() throws Exception {
        List<Answer> all = new ArrayList<>();
        for (String customer : customers("ada")) {
            all.addAll(together(Job.LIFETIMES, customer));
            // Where all erasures came before there was an account, there is none yet.
            all.add(Answer.of(
                    service.submit(new Erasure("erasure", customer, NOON)).orThrow()));
            assertThat(service.account(customer).orElseThrow().milestones().erased())
                    .isNotNull();
            // What waited for the erasure was refused, and of all that was before it nothing is left.
            assertThat(shop.journal(customer)).endsWith("erasure");
            service.journal(customer)
                    .forEach(posted -> assertThat(posted.isErased() || posted.event() instanceof Erasure)
                            .isTrue());
        }
        requireJournals(all, customers("ada"));
    }

    /** A process, and what it has said that nobody has asked for yet. */
    private static final class Child {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final ChildJvm jvm;

        Child(String url, String name) throws IOException {
            jvm = new ChildJvm(lines::add, ContendingShop.class, url, name);
        }

        private String next() throws InterruptedException {
            String line = lines.poll(60, TimeUnit.SECONDS);
            assertThat(line)
                    .as("what a process says of which it is %s that it lives", jvm.isAlive())
                    .isNotNull();
            return line;
        }

        private List<Answer> answers() throws InterruptedException {
            List<Answer> answers = new ArrayList<>();
            for (String line = next(); !line.equals("done"); line = next()) {
                assertThat(line).doesNotStartWith("failed");
                answers.add(Answer.parse(line));
            }
            return answers;
        }
    }
}
