package dev.laurel.service.versions;

import static dev.laurel.service.versions.ClosedWindowsTest.GROUND;
import static dev.laurel.service.versions.ClosedWindowsTest.THIS_YEAR;
import static dev.laurel.service.versions.ClosedWindowsTest.THREE_YEARS_MORE;
import static dev.laurel.service.versions.ClosedWindowsTest.with;
import static dev.laurel.service.versions.ClosedWindowsTest.yearly;
import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.start;
import static dev.laurel.service.versions.Editions.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.receipt.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Windows that a version has closed, whenever and however often accounts are advanced. */
@Tag("D4")
@Tag("P2")
class ClosedWindowsProperties {
    @Provide
    static Arbitrary<SortedSet<Integer>> days() {
        return Arbitraries.integers().between(0, 1_500).set().ofMaxSize(6).map(TreeSet::new);
    }

    @Property(tries = 60)
    void aClosedYearStaysClosedWheneverTheAccountIsAdvanced(
            @ForAll("days") SortedSet<Integer> swept, @ForAll("borders") LocalDate border) {
        LoyaltyEngine engine = LoyaltyEngine.ofVersions(
                List.of(with("1", "", yearly(THIS_YEAR)), with("2", border.toString(), yearly(THREE_YEARS_MORE))));
        List<LoyaltyEvent> events = List.of(
                purchase("p1", "2026-03-01", 1_000),
                purchase("p2", "2028-01-02", 100),
                purchase("p3", "2029-03-01", 100),
                Return.ofAll("r3", ADA, noon("2029-03-02"), "p3"),
                Return.ofAll("r2", ADA, noon("2029-03-03"), "p2"));
        Account last = after(engine, events, new TreeSet<>());
        assertThat(after(engine, events, swept)).isEqualTo(last);
        assertThat(last.standing("status")).contains(GROUND);
    }

    @Provide
    static Arbitrary<LocalDate> borders() {
        return Arbitraries.integers().between(0, 420).map(LocalDate.parse("2028-01-01")::plusDays);
    }

    private static Purchase purchase(String id, String date, long dollars) {
        return new Purchase(id, ADA, noon(date), Basket.ofTotal(usd(dollars)));
    }

    /** The account after these events, advanced on some days from 2026 on in between. */
    private static Account after(LoyaltyEngine engine, List<LoyaltyEvent> events, SortedSet<Integer> swept) {
        Account account = engine.newAccount(ADA);
        List<Receipt> receipts = new ArrayList<>();
        Instant begin = start("2026-01-01");
        for (LoyaltyEvent event : events) {
            for (int day : swept) {
                Instant at = begin.plus(Duration.ofDays(day));
                if (account.isOpen() && at.isAfter(account.asOf()) && !at.isAfter(event.occurredAt())) {
                    account = engine.advance(account, at).account();
                }
            }
            Decision decision = engine.evaluate(account, event, receipts).orThrow();
            account = decision.account();
            receipts.addAll(decision.receipts());
        }
        return account;
    }
}
