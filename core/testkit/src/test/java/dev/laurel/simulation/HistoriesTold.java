package dev.laurel.simulation;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.laurel.codec.Codec;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.testkit.SeededHistory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/**
 * All that some histories give, as one hash: programs, events, outcomes, entries, explanations and accounts. Meant to be started in
 * JVMs of its own, which all must print the same.
 */
final class HistoriesTold {
    private HistoriesTold() {}

    /**
     * Prints the hash.
     *
     * @param arguments how many histories, and on how many threads
     */
    public static void main(String[] arguments) throws Exception {
        long histories = Long.parseLong(arguments[0]);
        ForkJoinPool threads = new ForkJoinPool(Integer.parseInt(arguments[1]));
        List<String> told = threads.submit(() -> LongStream.range(0, histories)
                        .parallel()
                        .mapToObj(HistoriesTold::of)
                        .toList())
                .get();
        Hasher all = Hashing.sha256().newHasher();
        told.forEach(hash -> all.putString(hash, StandardCharsets.UTF_8));
        System.out.println(all.hash());
    }

    private static String of(long seed) {
        SeededHistory history = SeededHistory.of(seed);
        LoyaltyService service = LoyaltyService.of(
                        LoyaltyEngine.ofVersions(history.versions()), new InMemoryAccountStore())
                .withTolerance(Duration.ofDays(3_650_000))
                .withClock(() -> Instant.EPOCH);
        Hasher told = Hashing.sha256().newHasher();
        put(told, history.describe());
        put(told, history.program().fingerprint());
        put(told, history.program().terms());
        for (LoyaltyEvent event : history.events()) {
            Outcome outcome = service.submit(event);
            put(told, outcome.toString());
            put(told, outcome.refusal().toString());
            put(told, outcome.entries().toString());
            put(told, outcome.tierChanges().toString());
            put(told, Codec.ACCOUNTS.digest(outcome.account()));
            if (event instanceof Purchase && seed % 10 == 0) {
                service.explain(event.customer(), event.id()).ifPresent(explanation -> put(told, explanation.text()));
            }
        }
        for (String customer : history.customers()) {
            put(told, service.account(customer).map(Codec.ACCOUNTS::digest).orElse("none"));
        }
        return told.hash().toString();
    }

    private static void put(Hasher hasher, String text) {
        hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
    }
}
