package dev.laurel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.time.Moment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LocationAwareLogger;

/** Ids as attackers and careless systems send them: kept to the letter, or refused. */
class HostileIdsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int MOST_SHOWN = 600;

    private final InMemoryAccountStore store = new InMemoryAccountStore();
    private final LoyaltyService service = LoyaltyService.of(
            LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                    .zone(ZoneId.of("UTC"))
                    .money(USD)
                    .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                    .redeem(Reward.costing("hundred", 100))
                    .build()),
            store);

    private static final List<String> SEEDS = List.of(
            "c1",
            "C1",
            "c1 ",
            " c1",
            "c\u00a01",
            "ｃ１",
            "с1",
            "é",
            "e\u0301",
            "ﬁ",
            "fi",
            "ß",
            "SS",
            "ss",
            "ı",
            "i",
            "İ",
            "I",
            "Å",
            "Å",
            "A\u030a",
            "\u202ec1",
            "c\u200b1",
            "c\u200d1",
            "\ufeffc1",
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "/",
            "'; DROP TABLE accounts; --",
            "' OR '1'='1",
            "%",
            "_",
            "c%",
            "c_",
            "*",
            "?",
            "..",
            "../../etc/passwd",
            "$(id)",
            "`id`",
            "${jndi:ldap://x/a}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "&lt;",
            "\u0000",
            "c\u00001",
            "\n",
            "c\r\n1",
            "\u001b[31m",
            "\u0085",
            "\u2028",
            "😀",
            "👩\u200d👩",
            "\ud800",
            "\udc00",
            "a\ud800b",
            "null",
            "NULL",
            "undefined",
            "true",
            "0",
            "-1",
            "1e9",
            "NaN",
            "\t",
            " ",
            "",
            "laurel:",
            "laurel:time:2026-06-01T12:00:00Z",
            "Laurel:x",
            "|",
            ",",
            ";",
            "=",
            "=1+1",
            "@SUM(A1)",
            "#",
            "[",
            "]",
            "(",
            ")",
            "{}",
            "__proto__",
            "constructor",
            "ı̇",
            "K",
            "K");

    /** At least ten thousand, each once. */
    private static Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(SEEDS);
        for (String left : SEEDS) {
            for (String right : SEEDS) {
                ids.add(left + right);
            }
        }
        for (int length : new int[] {199, 200, 201, 1_000, 1_000_000}) {
            ids.add("x".repeat(length));
            ids.add("é".repeat(length));
            ids.add("😀".repeat(length / 2));
        }
        Random random = new Random(20_260_601);
        while (ids.size() < 12_000) {
            StringBuilder id = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int i = 0; i < length; i++) {
                id.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
            }
            ids.add(id.toString());
        }
        return ids;
    }

    @Test
    @Tag("K25")
    void hostileIdsAreKeptToTheLetterOrRefusedAndNoTwoMeet() {
        Set<String> ids = ids();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(10_000);
        List<String> kept = new ArrayList<>();
        int refused = 0;
        for (String id : ids) {
            int points = kept.size() + 1;
            Outcome outcome;
            try {
                outcome = service.submit(new Purchase(id, id, NOON, Basket.ofTotal(Money.of(USD, points))));
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).hasSizeLessThan(MOST_SHOWN).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
                refused++;
                continue;
            }
            assertThat(outcome.isAccepted()).isTrue();
            assertThat(outcome.isRepeat()).isFalse();
            kept.add(id);
        }
        for (int i = 0; i < kept.size(); i++) {
            Account account = service.account(kept.get(i)).orElseThrow();
            assertThat(account.customer()).isEqualTo(kept.get(i));
            assertThat(account.balance("points").earned()).isEqualTo(i + 1);
            assertThat(service.entries(kept.get(i)))
                    .hasSize(1)
                    .allMatch(entry -> entry.cause().equals(account.customer()));
        }
        assertThat(kept).hasSizeGreaterThan(5_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    @Tag("K25")
    void hostileIdsOfEventsOfOneCustomerNeverMeetEither() {
        int accepted = 0;
        for (String id : ids()) {
            LoyaltyEvent event;
            try {
                event = new Purchase(id, "c1", NOON, Basket.ofTotal(Money.of(USD, 1)));
            } catch (IllegalArgumentException e) {
                continue;
            }
            assertThat(service.submit(event).isRepeat()).as(id).isFalse();
            assertThat(service.submit(event).isRepeat()).as(id).isTrue();
            accepted++;
        }
        assertThat(service.account("c1").orElseThrow().balance("points").earned())
                .isEqualTo(accepted);
    }

    /** What the service logs meanwhile; the logger of these tests writes to the standard error, and is otherwise switched off. */
    private static String logged(Runnable work) throws ReflectiveOperationException {
        Logger logger = LoggerFactory.getLogger(LoyaltyService.class);
        Field level = logger.getClass().getDeclaredField("currentLogLevel");
        level.setAccessible(true);
        int levelBefore = level.getInt(logger);
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        level.setInt(logger, LocationAwareLogger.INFO_INT);
        try {
            work.run();
        } finally {
            level.setInt(logger, levelBefore);
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Tag("F2")
    @Tag("K30")
    void hostileIdsNeverBreakALineOfTheLogNorIsAnythingPersonalInIt() throws ReflectiveOperationException {
        int[] refused = {0};
        String log = logged(() -> {
            for (String id : ids()) {
                try {
                    service.submit(new Enrollment(
                                    "e",
                                    NOON,
                                    new Customer(
                                            id,
                                            Birthday.parse("--06-15"),
                                            Map.of("canary-name", "canary"),
                                            Set.of("canary")),
                                    null))
                            .orThrow();
                    assertThat(service.submit(Redemption.of("x", id, NOON, "hundred"))
                                    .isAccepted())
                            .isFalse();
                    refused[0]++;
                } catch (IllegalArgumentException e) {
                    assertThat(e.getMessage()).doesNotContain("canary");
                }
            }
        });
        assertThat(refused[0]).isGreaterThan(5_000);
        assertThat(log).doesNotContain("canary", "--06-15").doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
        assertThat(log.lines().filter(line -> !line.isBlank()))
                .hasSize(refused[0])
                .allMatch(line -> line.contains("refused event x of customer"));
    }

    @Test
    @Tag("F2")
    @Tag("K30")
    void theTextOfEverythingThatIsGivenOutHoldsNothingPersonal() {
        service.submit(new Enrollment(
                        "e",
                        NOON,
                        new Customer(
                                "c1", Birthday.parse("--06-15"), Map.of("canary-name", "canary"), Set.of("canary")),
                        null))
                .orThrow();
        Purchase purchase = new Purchase(
                "p",
                "c1",
                NOON,
                Basket.of(PurchaseLine.of("1", "s", Money.of(USD, 120)).withAttribute("canary", "canary")));
        Outcome bought = service.submit(purchase).orThrow();
        Account account = service.account("c1").orElseThrow();
        for (Object shown : List.of(
                account,
                account.profile(),
                bought,
                bought.entries(),
                purchase,
                service.receipt("c1", "p").orElseThrow(),
                service.engine().evaluate(account, Redemption.of("x", "c1", NOON, "hundred")),
                service.explain("c1", "p").orElseThrow())) {
            assertThat(shown.toString())
                    .as(shown.getClass().getSimpleName())
                    .doesNotContain("canary", "--06-15", "06-15");
        }
    }

    @Test
    @Tag("K34")
    void idsOfLinesThatAllHaveOneHashAreToldApart() {
        List<String> colliding = colliding(17);
        assertThat(colliding).hasSizeGreaterThanOrEqualTo(100_000);
        assertThat(colliding.stream().mapToInt(String::hashCode).distinct()).hasSize(1);
        List<PurchaseLine> lines = colliding.stream()
                .map(id -> PurchaseLine.of(id, id, Money.of(USD, 1)))
                .toList();
        Outcome outcome = service.submit(new Purchase("p", "c1", NOON, Basket.of(lines)));
        assertThat(outcome.orThrow().account().balance("points").earned()).isEqualTo(colliding.size());
    }

    /** Two to the power of so many texts: each two letters are {@code Aa} or {@code BB}, which have the same hash. */
    private static List<String> colliding(int pairs) {
        List<String> texts = List.of("");
        for (int i = 0; i < pairs; i++) {
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                longer.add(text + "Aa");
                longer.add(text + "BB");
            }
            texts = longer;
        }
        return texts;
    }

    @Test
    @Tag("D2")
    @Tag("K25")
    void idsOfCustomersAreComparedWithoutRegardToTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            service.submit(new Purchase("p", "TITLE", NOON, Basket.ofTotal(Money.of(USD, 1))))
                    .orThrow();
            assertThat(service.account("title")).isEmpty();
            assertThat(service.account("tıtle")).isEmpty();
            assertThat(service.account("TITLE")).isPresent();
        } finally {
            Locale.setDefault(before);
        }
    }
}
