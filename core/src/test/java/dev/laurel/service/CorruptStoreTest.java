package dev.laurel.service;

import static dev.laurel.service.AuditedShop.START;
import static dev.laurel.service.AuditedShop.day;
import static dev.laurel.service.AuditedShop.usd;
import static dev.laurel.service.AuditedShop.withPoints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.account.Milestones;
import dev.laurel.account.Wallet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.PurchaseReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store gives back so corrupt that it cannot even be worked out is a difference like any other, and hides none. */
@Tag("L3")
class CorruptStoreTest {
    private final AuditedShop shop = new AuditedShop();
    private final DishonestStore store = shop.store;

    private List<String> found() {
        return shop.found();
    }

    @Test
    @Tag("K21")
    void anAuditNamesLotsThatAddUpToMoreThanALongCanHold() {
        store.changeWallet(before -> {
            LotQueue lots = before.dated();
            for (int number = 8; number < 10; number++) {
                lots = lots.plus(new Lot(number, Long.MAX_VALUE, Long.MAX_VALUE, START, START, null));
            }
            return new Wallet(before.currency(), before.balance(), lots, before.undated(), before.runsOut());
        });
        assertThat(found().get(0)).startsWith("lots of points must be [Lot[number=1, ");
        assertThat(found().get(1))
                .isEqualTo("points available of points must be 18446744073709552014 by the entries, but is 400");
        assertThat(found()).hasSize(3).element(2).asString().startsWith("the account must have digest ");
    }

    @Test
    @Tag("K21")
    void anAuditNamesABalanceThatAddsUpToMoreThanALongCanHold() {
        long most = Long.MAX_VALUE;
        store.changeWallet(before -> new Wallet(
                before.currency(),
                new Balance(most, most, most, most, most, most, most, most, most, most, most, most, most),
                before.dated(),
                before.undated(),
                before.runsOut()));
        assertThat(found()).anyMatch(wrong -> wrong.startsWith("balance of points does not add up: Balance["));
    }

    @Test
    @Tag("K21")
    void anAuditNamesTheFirstEntryThatHasMorePointsThanALongCanHold() {
        long most = Long.MAX_VALUE;
        store.changeEntry(0, entry -> withPoints(entry, most, List.of(new LotUse(1, most), new LotUse(2, most))));
        assertThat(found().get(0)).isEqualTo("entry 1 brings a total past what a long can hold");
    }

    @Test
    void anAuditNamesTheEventOfAnotherCustomer() {
        Purchase other = new Purchase("p2", "eve", day(3), Basket.ofTotal(usd("40")));
        store.changeEvent(
                3,
                posted -> PostedEvent.of(
                        other,
                        posted.recordedAt(),
                        posted.versions(),
                        posted.entries(),
                        posted.tierChanges(),
                        posted.unpaid()));
        assertThat(found())
                .containsExactly(
                        "event 'p2' cannot be evaluated again: that threw" + " java.lang.IllegalArgumentException");
    }

    @Test
    void anAuditNamesTheAccountThatHasNoDigest() {
        store.account = before -> Account.of(
                before.program(),
                before.versions(),
                before.profile(),
                before.asOf(),
                new Milestones(null, null, null, "\ud800", null, null, null, null, null, null),
                before.sequence(),
                before.lotsOpened(),
                before.wallets(),
                before.holds(),
                before.standings(),
                before.counters(),
                before.claimed());
        assertThat(found())
                .containsExactly("the account cannot be checked against its events: that threw"
                        + " java.lang.IllegalArgumentException");
    }

    @Test
    void anAuditNamesTheReceiptThatHasNoDigest() {
        store.receipt = kept -> kept.map(receipt ->
                receipt instanceof PurchaseReceipt purchase && purchase.event().equals("p1")
                        ? new PurchaseReceipt(
                                purchase.purchase(),
                                purchase.customer(),
                                purchase.program(),
                                purchase.occurredAt().plusNanos(1),
                                purchase.returnableUntil().plusNanos(1),
                                purchase.currency(),
                                purchase.pricing(),
                                purchase.lines(),
                                purchase.shipping(),
                                purchase.shippingReturned(),
                                purchase.paidInMoney(),
                                purchase.awards(),
                                purchase.pointPayments(),
                                purchase.taken(),
                                purchase.counted(),
                                purchase.sums())
                        : receipt);
        assertThat(found())
                .containsExactly("the receipt of event 'p1' cannot be checked against the events: that threw"
                        + " java.lang.IllegalArgumentException");
    }

    @Test
    void anAuditNamesTheEntriesOfWhichSomethingIsMissing() {
        store.changeEntry(
                1,
                entry -> new LedgerEntry(
                        entry.sequence(),
                        null,
                        entry.currency(),
                        entry.points(),
                        entry.lots(),
                        entry.source(),
                        entry.cause(),
                        entry.program(),
                        entry.effective(),
                        entry.earned(),
                        entry.available(),
                        entry.expires()));
        assertThat(found())
                .hasSize(2)
                .element(0)
                .isEqualTo("the account cannot be checked against its entries: that threw"
                        + " java.lang.NullPointerException");
        assertThat(found().get(1)).startsWith("entry 2 of event 'r' must be LedgerEntry[sequence=2, ");
    }

    @Test
    void anAuditPassesOnWhatTheStoreThrows() {
        store.receipt = kept -> {
            throw new UncheckedIOException("no connection", new IOException());
        };
        assertThatThrownBy(() -> found())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no connection");
    }
}
