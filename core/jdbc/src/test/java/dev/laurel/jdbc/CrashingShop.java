package dev.laurel.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.OutboxMessage;
import java.io.PrintStream;
import java.util.List;

/** A JVM that submits events and delivers what is in the outbox, until somebody kills it. It says each thing that it knows to be done. */
final class CrashingShop {
    private static final long LONGEST_LIFE_MILLIS = 120_000;
    private static final int MESSAGES = 20;

    private final JdbcAccountStore store;
    private final LoyaltyService service;
    private final PrintStream out = System.out;

    private CrashingShop(JdbcAccountStore store) {
        this.store = store;
        service = CrashScript.service(store);
    }

    /** The address of the database, the most connections, and the number to begin with. */
    public static void main(String[] arguments) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(Integer.parseInt(arguments[1]));
        config.setConnectionTimeout(1_000);
        CrashingShop shop = new CrashingShop(
                JdbcAccountStore.of(new HikariDataSource(config)).withOutbox());
        int from = Integer.parseInt(arguments[2]);
        for (int worker = 0; worker < CrashScript.WORKERS; worker++) {
            int first = from + worker;
            new Thread(() -> shop.submitAll(first)).start();
        }
        new Thread(shop::deliverAll).start();
        Thread.sleep(LONGEST_LIFE_MILLIS);
        // Whoever had to kill it is gone.
        Runtime.getRuntime().halt(1);
    }

    /** As a host does it that never gives up: what is not certain is sent again. */
    private void submitAll(int first) {
        for (int number = first; ; ) {
            try {
                boolean isRepeat = CrashScript.submit(service, number);
                say((isRepeat ? "again " : "new ") + number);
                number += CrashScript.WORKERS;
            } catch (JdbcStoreException | ConcurrentUpdateException e) {
                say("retry " + number);
                pause();
            } catch (RuntimeException e) {
                say("failed " + number + " by " + e);
                Runtime.getRuntime().halt(1);
            }
        }
    }

    private void deliverAll() {
        while (true) {
            try {
                List<OutboxMessage> messages = store.outbox(MESSAGES);
                for (OutboxMessage message : messages) {
                    say("seen " + message.key().customer() + " " + CrashScript.name(message.posted()));
                }
                store.delivered(messages.stream().map(OutboxMessage::id).toList());
            } catch (JdbcStoreException e) {
                say("retry messages");
            }
            pause();
        }
    }

    /** A line with an end of its own, so that none is taken for whole that is not. */
    private synchronized void say(String what) {
        out.print(what + ";\n");
        out.flush();
        if (out.checkError()) {
            Runtime.getRuntime().halt(1);
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
