package dev.laurel.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.OutboxMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A JVM that submits events and delivers what is in the outbox, until somebody kills it. It says each thing that it knows to be done. */
final class CrashingShop {
    private static final long LONGEST_LIFE_MILLIS = 120_000;
    private static final int MESSAGES = 20;

    private final JdbcAccountStore store;
    private final LoyaltyService service;

    private CrashingShop(JdbcAccountStore store) {
        this.store = store;
        service = CrashScript.service(store);
    }

    /** The address of the database, and the most connections. The number to begin with is read, and waited for. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        rehearse();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String from = in.readLine();
        if (from == null) {
            Runtime.getRuntime().halt(1);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(Integer.parseInt(arguments[1]));
        config.setConnectionTimeout(1_000);
        CrashingShop shop = new CrashingShop(
                JdbcAccountStore.of(new HikariDataSource(config)).withOutbox());
        for (int worker = 0; worker < CrashScript.WORKERS; worker++) {
            int first = Integer.parseInt(from) + worker;
            new Thread(() -> shop.submitAll(first)).start();
        }
        new Thread(shop::deliverAll).start();
        Thread.sleep(LONGEST_LIFE_MILLIS);
        // Whoever had to kill it is gone.
        Runtime.getRuntime().halt(1);
    }

    /** Loads in good time what takes a while to load. */
    private static void rehearse() {
        LoyaltyService service = CrashScript.service(InMemoryAccountStore.withOutbox());
        CrashScript.begin(service);
        for (int number = 0; number < 50; number++) {
            if (CrashScript.submit(service, number)) {
                throw new IllegalStateException(number + " is there before it was submitted");
            }
        }
    }

    /** As a host does it that never gives up: what is not certain is sent again. */
    private void submitAll(int first) {
        for (int number = first; ; ) {
            try {
                boolean isRepeat = CrashScript.submit(service, number);
                ChildJvm.say((isRepeat ? "again " : "new ") + number);
                number += CrashScript.WORKERS;
            } catch (JdbcStoreException | ConcurrentUpdateException e) {
                ChildJvm.say("retry " + number);
                pause();
            } catch (RuntimeException e) {
                ChildJvm.say("failed " + number + " by " + e);
                Runtime.getRuntime().halt(1);
            }
        }
    }

    private void deliverAll() {
        while (true) {
            try {
                List<OutboxMessage> messages = store.outbox(MESSAGES);
                for (OutboxMessage message : messages) {
                    ChildJvm.say("seen " + message.key().customer() + " " + CrashScript.name(message.posted()));
                }
                store.delivered(messages.stream().map(OutboxMessage::id).toList());
            } catch (JdbcStoreException e) {
                ChildJvm.say("retry messages");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
