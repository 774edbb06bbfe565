package dev.laurel.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.service.LoyaltyService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A JVM of the host, one of several over one database. It reads jobs and does them, and says what it was answered. It ends when nobody can
 * give it another, since then whoever started it is gone.
 */
final class ContendingShop {
    private ContendingShop() {}

    /** The address of the database, and what the process is called. */
    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setMaximumPoolSize(Contention.THREADS);
        try (HikariDataSource pool = new HikariDataSource(config);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                work(pool, arguments[1], line.split(" ", -1), in);
            }
        } catch (Exception | Error e) {
            ChildJvm.say("failed by " + e);
            throw e;
        } finally {
            // Threads that are still at work must not keep it alive.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void work(HikariDataSource pool, String process, String[] words, BufferedReader in)
            throws Exception {
        List<String> customers = List.of(words).subList(2, words.length);
        Contention contention =
                new Contention(service(pool, words[0]), process, Contention.Job.valueOf(words[1]), customers);
        ChildJvm.say("ready");
        String sign = in.readLine();
        if (!"go".equals(sign)) {
            throw new IOException("told " + sign);
        }
        contention.go().forEach(answer -> ChildJvm.say(answer.line()));
        ChildJvm.say("done");
    }

    /** A service over the tables with a prefix. */
    static LoyaltyService service(HikariDataSource pool, String prefix) {
        return LoyaltyService.of(
                        LoyaltyEngine.of(Shop.PROGRAM),
                        JdbcAccountStore.of(pool).withPrefix(prefix).withOutbox())
                .withClock(() -> Shop.NOON);
    }
}
