package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.purchase;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.event.Reopening;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What one of several processes does at the same time as the others: many threads that wait for a sign, and then send events. */
final class Contention {
    static final int THREADS = 8;

    /** How many redemptions or gifts a thread sends. */
    static final int EVENTS = 5;

    /** What all processes do. */
    enum Job {
        /** All redeem the balance of one customer. */
        REDEMPTIONS,
        /** Half of the threads give points to the second of two customers, and half to the first. */
        GIFTS,
        /** All send one event. */
        ONE_ORDER,
        /** A customer comes, buys, goes, comes back and is erased, in any order. */
        LIFETIMES;

        private List<LoyaltyEvent> events(List<String> customers, String process, int thread) {
            String sender = "-" + process + "-" + thread;
            String customer = customers.get(thread % customers.size());
            return switch (this) {
                case REDEMPTIONS -> numbered(n -> Redemption.of("use" + sender + "-" + n, customer, NOON, "hundred"));
                case GIFTS -> {
                    String other = customers.get((thread + 1) % 2);
                    yield numbered(
                            n -> new Transfer("gift" + sender + "-" + n, customer, NOON, other, "points", 1 + 3L * n));
                }
                case ONE_ORDER -> List.of(purchase("order", customer, "50"));
                case LIFETIMES ->
                    List.of(
                            switch (thread) {
                                case 0, 1 -> Enrollment.of("enrollment" + sender, customer, NOON);
                                case 2 -> new Closure("closure" + sender, customer, NOON);
                                case 3 -> new Reopening("reopening" + sender, customer, NOON);
                                case 4 -> new Erasure("erasure", customer, NOON);
                                default -> purchase("order" + sender, customer, "10");
                            });
            };
        }

        private interface Numbered {
            LoyaltyEvent of(int number);
        }

        private static List<LoyaltyEvent> numbered(Numbered event) {
            List<LoyaltyEvent> events = new ArrayList<>();
            for (int number = 0; number < EVENTS; number++) {
                events.add(event.of(number));
            }
            return events;
        }
    }

    /**
     * What came of an event.
     *
     * @param word new, again or refused
     * @param text the digest of the account and the entries, or the code of the refusal
     */
    record Answer(String word, String customer, String event, String text) {
        static Answer of(Outcome outcome) {
            String text = outcome.refusal()
                    .map(refusal -> refusal.code())
                    .orElseGet(() -> text(outcome.account(), outcome.entries()));
            String word = outcome.isAccepted() ? outcome.isRepeat() ? "again" : "new" : "refused";
            return new Answer(word, outcome.event().customer(), outcome.event().id(), text);
        }

        /** The text of what is accepted. */
        static String text(Account account, List<LedgerEntry> entries) {
            return Codec.ACCOUNTS.digest(account) + " " + entries;
        }

        static Answer parse(String line) {
            String[] words = line.split(" ", 4);
            return new Answer(words[0], words[1], words[2], words[3]);
        }

        /** By spaces, as it is parsed. */
        String line() {
            return word + " " + customer + " " + event + " " + text;
        }
    }

    /** The points of a gift, by its id. */
    static long pointsOf(String gift) {
        return 1 + 3L * Integer.parseInt(gift.substring(gift.lastIndexOf('-') + 1));
    }

    private final CountDownLatch sign = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<List<Answer>>> running = new ArrayList<>();

    /** Begins to wait for the sign. */
    Contention(LoyaltyService service, String process, Job job, List<String> customers) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            List<LoyaltyEvent> events = job.events(customers, process, thread);
            running.add(threads.submit(() -> {
                ready.countDown();
                sign.await();
                List<Answer> answers = new ArrayList<>();
                for (LoyaltyEvent event : events) {
                    answers.add(Answer.of(Shop.sent(service, event)));
                }
                return answers;
            }));
        }
        ready.await();
    }

    /** Gives the sign, and returns all answers. */
    List<Answer> go() throws Exception {
        sign.countDown();
        threads.shutdown();
        List<Answer> answers = new ArrayList<>();
        for (Future<List<Answer>> each : running) {
            answers.addAll(each.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }
}
