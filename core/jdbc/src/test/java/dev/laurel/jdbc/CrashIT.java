package dev.laurel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.decision.PostedEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed while they commit: the JVM of the host, and the server of the database under it. What was acknowledged is there
 * once, and nothing is there by halves. It tells nothing of a loss of power, since what a process has written survives its death.
 */
@Tag("K3")
class CrashIT {
    private static final int KILLS = Integer.getInteger("laurel.kills", 10);

    /** How often the server dies too. */
    private static final int SERVER_KILLS_EVERY = 3;

    /** How far back a host begins again, beyond what it knows to be done. */
    private static final int AGAIN = 15;

    private static final int LONGEST_RUN_MILLIS = 250;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedIsThereOnceInPostgres() throws Exception {
        try (CrashingPostgres server = new CrashingPostgres(directory)) {
            new Rounds("Postgres", server.url(), CrashScript.WORKERS + 1, server, 17).run();
        }
    }

    /**
     * With one connection for all threads: what H2 writes to its file at a commit can have of the transactions of other connections a part
     * alone, which it does not take back if that is the last that it writes.
     */
    @Test
    void whatWasAcknowledgedIsThereOnceInAFileOfH2() throws Exception {
        new Rounds("H2", "jdbc:h2:file:" + directory.resolve("shop") + ";WRITE_DELAY=0", 1, null, 18).run();
    }

    /** Kills, and what is known after each. */
    private static final class Rounds {
        private final String name;
        private final String url;
        private final int connections;
        private final CrashingPostgres server;
        private final Random random;
        private final TreeSet<Integer> acknowledged = new TreeSet<>();
        private final Set<String> seen = new HashSet<>();
        private final Set<String> lost = new TreeSet<>();
        private final Set<String> doubled = new TreeSet<>();
        private final Set<String> torn = new TreeSet<>();
        private Child next;
        private int kills;
        private int serverKills;
        private int repeated;
        private int retried;

        Rounds(String name, String url, int connections, CrashingPostgres server, long seed) {
            this.name = name;
            this.url = url;
            this.connections = connections;
            this.server = server;
            random = new Random(seed);
        }

        void run() throws Exception {
            try (HikariDataSource pool = pool()) {
                JdbcAccountStore store = store(pool);
                store.createTables();
                CrashScript.begin(CrashScript.service(store));
            }
            next = new Child(url, connections);
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    round(server != null && kill % SERVER_KILLS_EVERY == 0);
                    check();
                }
            } finally {
                next.kill();
                tell();
            }
            // Else nothing was proved; only after a kill something is sent again.
            assertThat(acknowledged).isNotEmpty();
            assertThat(KILLS == 1 || repeated > 0)
                    .as("whether something was repeated")
                    .isTrue();
        }

        private void tell() {
            System.out.printf(
                    "%s: %d kills, %d of the server too; %d acknowledged, %d repeated, %d retried; %d lost, %d doubled,"
                            + " %d torn%n",
                    name,
                    kills,
                    serverKills,
                    acknowledged.size(),
                    repeated,
                    retried,
                    lost.size(),
                    doubled.size(),
                    torn.size());
        }

        private void round(boolean killsServer) throws Exception {
            int first = first();
            Child child = next;
            // It starts while this one is at work, and waits.
            next = new Child(url, connections);
            try {
                child.begin(Math.max(0, first - AGAIN));
                child.await(20);
                Thread.sleep(random.nextInt(LONGEST_RUN_MILLIS));
                if (killsServer) {
                    serverKills++;
                    server.crash();
                    int known = child.known();
                    server.start();
                    child.await(known + 20);
                    Thread.sleep(random.nextInt(LONGEST_RUN_MILLIS));
                }
            } finally {
                child.kill();
                kills++;
            }
            take(child.lines);
        }

        /** The first number that is not known to be done. */
        private int first() {
            int first = 0;
            while (acknowledged.contains(first)) {
                first++;
            }
            return first;
        }

        private void take(List<String> lines) {
            for (String line : lines) {
                String[] words = line.split(" ", 2);
                switch (words[0]) {
                    case "new" -> {
                        if (!acknowledged.add(Integer.valueOf(words[1]))) {
                            lost.add(words[1]);
                        }
                    }
                    case "again" -> {
                        repeated++;
                        acknowledged.add(Integer.valueOf(words[1]));
                    }
                    case "retry" -> retried++;
                    case "seen" -> seen.add(words[1]);
                    default -> throw new AssertionError(line);
                }
            }
        }

        private void check() {
            try (HikariDataSource pool = pool()) {
                JdbcAccountStore store = store(pool);
                LoyaltyService service = CrashScript.service(store);
                Multiset<String> journals = HashMultiset.create();
                Set<String> messages = new HashSet<>();
                Set<String> transfers = new HashSet<>();
                for (String customer : CrashScript.CUSTOMERS) {
                    assertThat(service.verify(customer)).isEmpty();
                    for (PostedEvent posted : service.journal(customer)) {
                        String event = customer + " " + CrashScript.name(posted);
                        journals.add(event);
                        if (CrashScript.isMessage(posted)) {
                            messages.add(event);
                        }
                        posted.entries().forEach(entry -> transfer(entry, posted, transfers));
                    }
                }
                // One half of each is left.
                torn.addAll(transfers);
                compare(journals);
                Multiset<String> outbox = HashMultiset.create();
                store.outbox(Integer.MAX_VALUE)
                        .forEach(message ->
                                outbox.add(message.key().customer() + " " + CrashScript.name(message.posted())));
                checkOutbox(messages, outbox);
            }
        }

        /** Two entries of one transfer meet: the points that one has sent, and those that another has received. */
        private static void transfer(LedgerEntry entry, PostedEvent posted, Set<String> open) {
            boolean isSent = entry.kind() == EntryKind.SEND;
            if (isSent || entry.kind() == EntryKind.RECEIVE) {
                String id = isSent ? CrashScript.received(posted.event().id()) : CrashScript.name(posted);
                String half = id + " of " + Math.abs(entry.points());
                if (!open.remove(half)) {
                    open.add(half);
                }
            }
        }

        private void compare(Multiset<String> journals) {
            for (Multiset.Entry<String> event : journals.entrySet()) {
                if (event.getCount() > 1) {
                    doubled.add(event.getElement());
                }
            }
            int last = acknowledged.isEmpty() ? 0 : acknowledged.last();
            Set<String> known = new HashSet<>();
            for (int number = 0; number <= last + 10 * CrashScript.WORKERS; number++) {
                List<String> expected = CrashScript.expected(number);
                known.addAll(expected);
                long there = expected.stream().filter(journals::contains).count();
                if (there == 0 && acknowledged.contains(number)) {
                    lost.add("" + number);
                } else if (there > 0 && there < expected.size()) {
                    torn.add("" + number);
                }
            }
            CrashScript.CUSTOMERS.forEach(customer -> known.add(customer + " begin"));
            assertThat(known).containsAll(journals.elementSet());
            assertThat(lost).as("lost").isEmpty();
            assertThat(doubled).as("doubled").isEmpty();
            assertThat(torn).as("torn").isEmpty();
        }

        /** What is not in the outbox was seen by whoever delivers. */
        private void checkOutbox(Set<String> messages, Multiset<String> outbox) {
            assertThat(outbox.elementSet()).as("messages that are there once").hasSize(outbox.size());
            assertThat(messages).containsAll(outbox.elementSet());
            assertThat(seen).containsAll(Sets.difference(messages, outbox.elementSet()));
        }

        private HikariDataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(url);
            pool.setMaximumPoolSize(1);
            return pool;
        }

        private static JdbcAccountStore store(HikariDataSource pool) {
            return JdbcAccountStore.of(pool).withOutbox();
        }
    }

    /** A JVM of the host, and what it has said. */
    private static final class Child {
        private final ChildJvm jvm;
        private final List<String> lines = new ArrayList<>();
        private int known;

        Child(String url, int connections) throws IOException {
            jvm = new ChildJvm(this::heard, CrashingShop.class, url, String.valueOf(connections));
        }

        /** Lets it submit, from a number on. */
        void begin(int from) throws IOException {
            jvm.tell(String.valueOf(from));
        }

        private synchronized void heard(String line) {
            lines.add(line);
            if (line.startsWith("new ")) {
                known++;
            }
        }

        synchronized int known() {
            return known;
        }

        /** Waits until it has said to have submitted so many that were not there before. */
        void await(int submitted) {
            until("the shop has submitted " + submitted, () -> known() >= submitted || !jvm.isAlive());
            assertThat(jvm.isAlive())
                    .as("whether it lives that has said %s", last())
                    .isTrue();
        }

        private synchronized String last() {
            return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
        }

        void kill() throws InterruptedException {
            jvm.kill();
            jvm.awaitDeath();
        }
    }

    static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
