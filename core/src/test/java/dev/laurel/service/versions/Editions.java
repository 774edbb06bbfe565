package dev.laurel.service.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.condition.Selectors;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Return;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountStore;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.StreamSupport;

/** A shop over one store, whose services come and go with their lists of versions. After each event the store must agree with itself. */
final class Editions {
    static final String ADA = "ada";
    static final Currency USD = Currency.getInstance("USD");
    static final PointCurrency POINTS = PointCurrency.of("points");
    static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd(1)));

    final AccountStore store = new InMemoryAccountStore();
    private LoyaltyService service;

    private Editions(LoyaltyService service) {
        this.service = service;
    }

    /** A shop whose first service has these versions. */
    static Editions of(LoyaltyProgram... versions) {
        Editions shop = new Editions(service(new InMemoryAccountStore(), versions));
        shop.deploy(versions);
        return shop;
    }

    private static LoyaltyService service(AccountStore store, LoyaltyProgram... versions) {
        return LoyaltyService.of(LoyaltyEngine.ofVersions(List.of(versions)), store)
                .withTolerance(Duration.ofDays(3_650_000));
    }

    /** Another service takes over, with these versions. */
    @CanIgnoreReturnValue
    LoyaltyService deploy(LoyaltyProgram... versions) {
        service = service(store, versions);
        return service;
    }

    LoyaltyService service() {
        return service;
    }

    /** A version of the program with a currency to be declared. */
    static LoyaltyProgram.Builder version(String version, String date) {
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder("shop", version)
                .zone(ZoneOffset.UTC)
                .money(USD)
                .excluding(Selectors.category("gift-card"));
        if (!date.isEmpty()) {
            builder.inForceFrom(LocalDate.parse(date));
        }
        return builder;
    }

    static Money usd(long dollars) {
        return Money.of(USD, dollars);
    }

    static Instant noon(String date) {
        return Instant.parse(date + "T12:00:00Z");
    }

    static Instant start(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    /** Submits an event that must be accepted, and checks all that is kept. */
    @CanIgnoreReturnValue
    Outcome submit(LoyaltyEvent event) {
        Outcome outcome = service.submit(event).orThrow();
        assertThat(service.verify(event.customer())).isEmpty();
        return outcome;
    }

    @CanIgnoreReturnValue
    Outcome buy(String id, String date, long dollars) {
        return submit(new Purchase(id, ADA, noon(date), Basket.ofTotal(usd(dollars))));
    }

    @CanIgnoreReturnValue
    Outcome giveBack(String id, String date, String purchase) {
        return submit(Return.ofAll(id, ADA, noon(date), purchase));
    }

    Refusal refused(LoyaltyEvent event) {
        Account before = service.account(event.customer()).orElseThrow();
        Refusal refusal = service.submit(event).refusal().orElseThrow();
        assertThat(service.account(event.customer())).contains(before);
        return refusal;
    }

    Account account() {
        return service.account(ADA).orElseThrow();
    }

    Account at(String date) {
        return service.member(ADA, noon(date)).account();
    }

    /** The entries in short: kind, points, version, date, and of redatings the lots with their new date. */
    List<String> entries() {
        return service.entries(ADA).stream().map(Editions::told).toList();
    }

    static String told(LedgerEntry entry) {
        String version = entry.program().substring("shop@".length());
        String what = entry.kind() == EntryKind.REDATE
                ? entry.lots().stream().map(lot -> "#" + lot.lot()).toList() + " to "
                        + (entry.expires() == null
                                ? "never"
                                : entry.expires().toString().substring(0, 10))
                : Long.toString(entry.points());
        return entry.effective().toString().substring(0, 10) + " v" + version + " " + entry.kind() + " " + what;
    }

    long journalLength() {
        return StreamSupport.stream(service.journal(ADA).spliterator(), false).count();
    }
}
