package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import dev.laurel.event.Basket;
import dev.laurel.event.Batch;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.id.Identifiers;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountView;
import dev.laurel.service.Intent;
import dev.laurel.service.Named;
import dev.laurel.service.Outcome;
import dev.laurel.service.StoredAccount;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thousand ids that mean something to somebody, made up from a seed: each comes back to the letter, and no two
 * meet.
 */
@Tag("K25")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
class HostileIdsTest {
    private static final int IDS = 1_000;
    private static final int BATCH = 50;

    /** An id of so many characters meets others that end like it, and still has room for more. */
    private static final int LONG = 180;

    private static final List<String> PARTS = List.of(
            // SQL, and what its texts and patterns are made of.
            "'",
            "''",
            "\"",
            "\"\"",
            "`",
            "\\",
            "\\'",
            "\\\\",
            "%",
            "_",
            "\\%",
            "\\_",
            "*",
            "?",
            "??",
            "$1",
            "$$",
            "{fn now()}",
            ":id",
            "@x",
            "#",
            "--",
            "-- ",
            "/*",
            "*/",
            ";",
            "; drop table laurel_account; --",
            "' or '1'='1",
            "') union select 1",
            "null",
            "NULL",
            "true",
            "0x41",
            "E'\\x41'",
            "U&'\\0041'",
            "\\u0041",
            "\\000",
            "{a,b}",
            "[1]",
            "(1)",
            "||",
            "&&",
            "=",
            "<>",
            // Pairs of cases, also such as no one letter has.
            "a",
            "A",
            "ada",
            "Ada",
            "ADA",
            "i",
            "I",
            "\u0131",
            "\u0130",
            "ss",
            "SS",
            "\u00df",
            "\u1e9e",
            "\u03c3",
            "\u03c2",
            "\u03a3",
            "\u01c5",
            "\u01c4",
            "\u01c6",
            "\ufb01",
            "fi",
            // Characters that are put together in two ways, and those that join what is before them.
            "\u00e9",
            "e\u0301",
            "\u00c5",
            "A\u030a",
            "\u212b",
            "\u1112\u1161\u11ab",
            "\ud55c",
            "\u0301",
            "\u0327\u0301",
            "\u0301\u0327",
            "\u20dd",
            "\ufe0f",
            "\u093f",
            "\u0e33",
            // More than one unit, and the order of these, which differs between UTF-8 and UTF-16.
            "\ud83d\ude00",
            "\ud83d\ude01",
            "\ud83d\udc4d\ud83c\udffd",
            "\ud834\udd1e",
            "\ud840\udc00",
            "\uffe0",
            "\ufa6d",
            "\ud83c\uddfa\ud83c\uddf8",
            // What looks alike.
            "\u0430",
            "\u03b1",
            "\uff41",
            "\u0410",
            "o",
            "0",
            "O",
            "\u043e",
            "1",
            "l",
            "\u0661",
            "\u00b2",
            "\u2160",
            "\u2212",
            "-",
            "\u2010",
            "\u2011",
            "\u00b5",
            "\u03bc",
            "K",
            "\u212a",
            "\u3042",
            "\u30a2",
            "\uff71",
            // White space of all kinds, which may stand between but not around.
            " ",
            "  ",
            "\u00a0",
            "\u2003",
            "\u3000",
            "\u2800",
            "\u3164",
            // What no id may hold.
            "\0",
            "\t",
            "\n",
            "\r\n",
            "\u007f",
            "\u0085",
            "\u00ad",
            "\u200b",
            "\u200d",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ue000",
            "\ud800",
            "\udc00",
            "\u0378",
            "\udb40\udc41");

    private static final Set<String> ACCEPTED = new LinkedHashSet<>();
    private static final Set<String> REFUSED = new LinkedHashSet<>();

    @Parameter
    TestDatabase database;

    @BeforeAll
    static void ids() {
        PARTS.forEach(HostileIdsTest::sort);
        for (String prefix :
                List.of(Identifiers.RESERVED_PREFIX, "Laurel:", "laurel", "x".repeat(LONG), "\u8a9e".repeat(LONG))) {
            sort(prefix);
            sort(prefix + "x".repeat(Identifiers.MAX_HOST_ID_LENGTH - prefix.length()));
            sort(prefix + "x".repeat(Identifiers.MAX_HOST_ID_LENGTH + 1 - prefix.length()));
        }
        Random random = new Random(20_261_127);
        while (ACCEPTED.size() < IDS) {
            StringBuilder id = new StringBuilder(random.nextInt(20) == 0 ? "x".repeat(LONG) : "");
            for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
                id.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            sort(id.toString());
            // What others take for the same.
            sort(id.toString().toUpperCase(Locale.ROOT));
            sort(id + " ");
            sort(id + "\u0301");
        }
    }

    private static void sort(String id) {
        boolean isAccepted = true;
        try {
            Identifiers.hostId("customer id", id);
        } catch (IllegalArgumentException e) {
            isAccepted = false;
        }
        if (!isAccepted) {
            REFUSED.add(id);
        } else if (ACCEPTED.size() < IDS) {
            ACCEPTED.add(id);
        }
    }

    private static Purchase purchase(String id, String customer, int dollars) {
        return new Purchase(id, customer, NOON, Basket.ofTotal(usd(Integer.toString(dollars))));
    }

    @Test
    void customersAndTheirEventsAreKeptToTheLetterAndNoTwoMeet() throws SQLException {
        Shop shop = new Shop(database);
        List<String> ids = List.copyOf(ACCEPTED);
        try (HostTransaction transaction = shop.begin()) {
            for (int i = 0; i < ids.size(); i++) {
                assertThat(transaction
                                .service()
                                .submit(purchase(ids.get(i), ids.get(i), 1 + i))
                                .orThrow()
                                .isRepeat())
                        .as(ids.get(i))
                        .isFalse();
            }
            transaction.commit();
        }
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            AccountView view =
                    shop.store.read(new AccountKey("shop", id), new Named(Set.of(id), Set.of(id)), Intent.VIEW);
            assertThat(view.account().orElseThrow().customer()).isEqualTo(id);
            assertThat(view.revision()).isEqualTo(1);
            assertThat(view.events().get(id).event()).isEqualTo(purchase(id, id, 1 + i));
            assertThat(view.receipts()).containsOnlyKeys(id);
        }
        assertThat(listed(shop)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(shop.store.outbox(2 * IDS))
                .extracting(message -> message.key().customer())
                .containsExactlyElementsOf(ids);
    }

    /** In small pages, so that many an id stands where one begins. */
    private static List<String> listed(Shop shop) {
        List<String> all = new ArrayList<>();
        List<StoredAccount> page;
        do {
            page = shop.store.accounts("shop", all.isEmpty() ? "" : all.get(all.size() - 1), 3);
            page.forEach(stored -> all.add(stored.account().customer()));
            assertThat(all).hasSizeLessThanOrEqualTo(IDS);
        } while (page.size() == 3);
        return all;
    }

    @Test
    void eventsOfOneCustomerAreKeptToTheLetterAndNoTwoMeet() throws SQLException {
        Shop shop = new Shop(database);
        List<String> ids = List.copyOf(ACCEPTED);
        List<LoyaltyEvent> purchases = new ArrayList<>();
        ids.forEach(id -> purchases.add(purchase(id, "ada", 1 + purchases.size() % 7)));
        List<String> kept = new ArrayList<>();
        for (List<LoyaltyEvent> some : Lists.partition(purchases, BATCH)) {
            Batch batch = new Batch("batch-" + kept.size(), "ada", NOON, some);
            assertThat(shop.service.submitBatch(batch).orThrow().outcomes()).noneMatch(Outcome::isRepeat);
            assertThat(shop.service.submitBatch(batch).orThrow().outcomes()).allMatch(Outcome::isRepeat);
            kept.add(batch.id());
            kept.addAll(some.stream().map(LoyaltyEvent::id).toList());
        }
        assertThat(shop.journal("ada")).containsExactlyElementsOf(kept);
        AccountView view = shop.store.read(new AccountKey("shop", "ada"), new Named(ACCEPTED, ACCEPTED), Intent.VIEW);
        assertThat(view.events().keySet()).isEqualTo(ACCEPTED);
        assertThat(view.receipts().keySet()).isEqualTo(ACCEPTED);
        view.events().forEach((id, posted) -> assertThat(posted.event().id()).isEqualTo(id));
        view.receipts().forEach((id, receipt) -> assertThat(receipt.event()).isEqualTo(id));
    }

    @Test
    void whatIsNoIdIsRefusedBeforeItComesToTheDatabase() throws SQLException {
        Shop shop = new Shop(database);
        assertThat(REFUSED).hasSizeGreaterThan(100);
        for (String id : REFUSED) {
            assertThatThrownBy(() -> shop.service.submit(purchase(id, "ada", 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> shop.service.submit(purchase("order-1", id, 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(shop.everything()).isEmpty();
    }
}
