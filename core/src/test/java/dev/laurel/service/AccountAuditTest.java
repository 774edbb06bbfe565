package dev.laurel.service;

import static dev.laurel.service.AuditedShop.day;
import static dev.laurel.service.AuditedShop.usd;
import static dev.laurel.service.AuditedShop.withPoints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.codec.Codec;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotQueue;
import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store gives back that is not what was put into it is found, and the first thing that is wrong is named. */
@Tag("L1")
@Tag("L2")
@Tag("L3")
@Tag("I4")
class AccountAuditTest {
    private final AuditedShop shop = new AuditedShop();
    private final DishonestStore store = shop.store;

    private List<String> found() {
        return shop.found();
    }

    @Test
    void anAuditOfWhatIsAsItWasFindsNothing() {
        assertThat(found()).isEmpty();
        assertThat(shop.service.verify("nobody")).isEmpty();
    }

    @Nested
    class OfEntries {
        @Test
        void anAuditNamesTheFirstEntryThatTakesMoreThanThereIs() {
            store.changeEntry(1, entry -> withPoints(entry, -700, List.of(new LotUse(1, 700))));
            assertThat(found().get(0)).isEqualTo("entry 2 takes 700 points from lot 1, which has 600 left");
            assertThat(found())
                    .anyMatch(wrong ->
                            wrong.startsWith("entry 2 of event 'r' must be LedgerEntry[sequence=2, kind=REDEEM,"
                                    + " currency=points, points=-100,"));
        }

        @Test
        void anAuditNamesTheFirstEntryThatIsNotWhatItsEventBringsAboutEvenIfAllAddsUp() {
            store.changeEntry(1, entry -> withPoints(entry, -99, List.of(new LotUse(1, 99))));
            assertThat(found())
                    .hasSize(3)
                    .element(0)
                    .asString()
                    .startsWith("balance of points must be Balance[")
                    .contains("redeemed=99");
            assertThat(found().get(2)).startsWith("entry 2 of event 'r' must be LedgerEntry[sequence=2, ");
        }

        @Test
        void anAuditNamesTheEventThatLacksAnEntry() {
            store.changeEvent(
                    4,
                    posted -> PostedEvent.of(
                            posted.event(),
                            posted.recordedAt(),
                            posted.versions(),
                            List.of(),
                            posted.tierChanges(),
                            posted.unpaid()));
            assertThat(found()).contains("sequence must be 4 by the entries, but is 5");
            assertThat(found().get(found().size() - 1)).isEqualTo("event 'back' must have 1 entries, but has 0");
        }

        @Test
        void anAuditNamesTheFirstEntryThatIsOutOfOrder() {
            store.journal = posted -> {
                List<PostedEvent> turned = new ArrayList<>(posted);
                turned.set(1, posted.get(3));
                turned.set(3, posted.get(1));
                return turned;
            };
            assertThat(found().get(0)).startsWith("entry 4 ");
        }
    }

    @Nested
    class OfEvents {
        @Test
        void anAuditNamesTheEventWhoseContentIsAnother() {
            Purchase other = new Purchase("p1", "ada", day(0), Basket.ofTotal(usd("601")));
            store.changeEvent(
                    0,
                    posted -> PostedEvent.of(
                            other,
                            posted.recordedAt(),
                            posted.versions(),
                            posted.entries(),
                            posted.tierChanges(),
                            posted.unpaid()));
            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("entry 1 of event 'p1' must be ")
                    .contains("points=601");
        }

        @Test
        void anAuditNamesTheEventThatCouldNotHaveBeenAccepted() {
            Redemption other = Redemption.of("r", "ada", day(1), "no-such-reward");
            store.changeEvent(
                    1,
                    posted -> PostedEvent.of(
                            other,
                            posted.recordedAt(),
                            posted.versions(),
                            posted.entries(),
                            posted.tierChanges(),
                            posted.unpaid()));
            assertThat(found())
                    .containsExactly(
                            "event 'r' was accepted, but is refused with UNKNOWN_REWARD after those before it");
        }

        @Test
        void anAuditNamesTheEventThatChangesTheTierOtherwise() {
            store.changeEvent(
                    0,
                    posted -> PostedEvent.of(
                            posted.event(),
                            posted.recordedAt(),
                            posted.versions(),
                            posted.entries(),
                            List.of(),
                            posted.unpaid()));
            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("event 'p1' must change the tier by [TierChange[")
                    .endsWith("], but did by []");
        }

        @Test
        @Tag("A6")
        void anAuditNamesTheEventThatLeavesOtherOrdersUnpaid() {
            UnpaidOrders invented = new UnpaidOrders("h", List.of("p2"), day(4));
            store.changeEvent(
                    4,
                    posted -> PostedEvent.of(
                            posted.event(),
                            posted.recordedAt(),
                            posted.versions(),
                            posted.entries(),
                            posted.tierChanges(),
                            List.of(invented)));
            assertThat(found()).containsExactly("event 'back' must leave unpaid [], but left [" + invented + "]");
        }

        @Test
        void anAuditNamesTheEventThatWasNotRecordedAfterTheOneBeforeIt() {
            Instant first = store.honest
                    .journal(new AccountKey("shop", "ada"), 0, 1_000)
                    .get(0)
                    .recordedAt();
            store.changeEvent(
                    1,
                    posted -> PostedEvent.of(
                            posted.event(),
                            first,
                            posted.versions(),
                            posted.entries(),
                            posted.tierChanges(),
                            posted.unpaid()));
            assertThat(found())
                    .containsExactly("event 'r' must be recorded after " + first
                            + ", when the one before it was, but was recorded at " + first);
        }
    }

    @Nested
    class OfTheAccount {
        @Test
        void anAuditNamesNumbersOfTheAccountThatAreNotThoseOfTheEntries() {
            store.account = before -> Account.of(
                    before.program(),
                    before.versions(),
                    before.profile(),
                    before.asOf(),
                    before.milestones(),
                    7,
                    3,
                    before.wallets(),
                    List.of(),
                    before.standings(),
                    before.counters(),
                    before.claimed());
            assertThat(found()).hasSize(4);
            assertThat(found().subList(0, 3))
                    .containsExactly(
                            "sequence must be 5 by the entries, but is 7",
                            "lots opened must be 2 by the entries, but is 3",
                            "holds of points must be {h=[LotUse[lot=1, points=100, until=null]]} by the entries, but is {}");
            assertThat(found().get(3)).startsWith("the account must have digest ");
        }

        @Test
        void anAuditNamesARevisionThatIsNotThatOfTheJournal() {
            store.journal = posted -> {
                List<PostedEvent> more = new ArrayList<>(posted);
                Purchase extra = new Purchase("p9", "ada", day(4), Basket.ofTotal(usd("0.50")));
                more.add(PostedEvent.of(
                        extra, posted.get(4).recordedAt().plusSeconds(1), List.of(), List.of(), List.of(), List.of()));
                return more;
            };
            assertThat(found()).contains("revision must be 6 by the journal, but is 5");
            store.journal = posted -> posted.subList(0, 4);
            assertThat(found())
                    .contains(
                            "sequence must be 4 by the entries, but is 5",
                            "revision must be 4 by the journal, but is 5");
        }

        @Test
        void anAuditNamesLotsThatAreNotThere() {
            store.changeWallet(before ->
                    new Wallet(before.currency(), before.balance(), before.dated(), LotQueue.EMPTY, before.runsOut()));
            assertThat(found().get(0)).startsWith("lots of points must be [Lot[number=1, ");
            assertThat(found().get(1)).isEqualTo("points available of points must be 0 by the entries, but is 400");
        }

        @Test
        void anAuditNamesPointsThatCannotBeSpentYetButCouldBe() {
            store.changeWallet(before -> new Wallet(
                    before.currency(),
                    before.balance(),
                    before.dated(),
                    LotQueue.EMPTY,
                    LotQueue.ofPending(lots(before)),
                    before.runsOut(),
                    before.ranOut(),
                    before.expired(),
                    null,
                    List.of(),
                    List.of()));
            assertThat(found())
                    .contains(
                            "points available of points must be 0 by the entries, but is 400",
                            "points pending of points must be 400 by the entries, but is 0");
        }

        @Test
        void anAuditNamesAPointCurrencyThatIsMissing() {
            store.changeWallet(before -> Wallet.none("stars"));
            assertThat(found()).contains("the entries have points, of which the account knows nothing");
        }

        private List<Lot> lots(Wallet wallet) {
            List<Lot> lots = new ArrayList<>();
            wallet.lots().forEach(lots::add);
            return lots;
        }
    }

    @Nested
    class OfReceipts {
        @Test
        @Tag("V5")
        void anAuditDoesNotMissTheReceiptOfAPurchaseOfWhichNoReturnWouldBeAcceptedAnyMore() {
            store.receipt = kept -> kept.filter(receipt -> !receipt.event().equals("p1"));
            shop.service
                    .submit(new Purchase("last", "ada", day(398), Basket.ofTotal(usd("1"))))
                    .orThrow();
            // A year, the thirty days of the late limit, and four for months that are short.
            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("the receipt of event 'p1' must have digest ")
                    .endsWith(" by the events, but is not there");
            shop.service
                    .submit(new Purchase("over", "ada", day(399), Basket.ofTotal(usd("1"))))
                    .orThrow();
            assertThat(found()).isEmpty();
        }

        @Test
        @Tag("V5")
        void anAuditDoesNotMissTheReceiptOfARedemptionThatPaidNothingThatCouldStillBeReturned() {
            store.receipt = kept -> kept.filter(receipt -> !receipt.event().equals("r"));
            // An order can be paid with it for a year, and returned for another.
            shop.service
                    .submit(new Purchase("late", "ada", day(764), Basket.ofTotal(usd("1"))))
                    .orThrow();
            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("the receipt of event 'r' must have digest ")
                    .endsWith(" by the events, but is not there");
            shop.service
                    .submit(new Purchase("over", "ada", day(765), Basket.ofTotal(usd("1"))))
                    .orThrow();
            assertThat(found()).isEmpty();
        }

        @Test
        @Tag("V5")
        void anAuditNamesTheReceiptOfAPurchaseThatCanNoLongerBeReturnedIfItIsThereAndWrong() {
            Receipt other = shop.service.receipt("ada", "p2").orElseThrow();
            store.receipt = kept -> kept.map(receipt -> receipt.event().equals("p1") ? other : receipt);
            shop.service
                    .submit(new Purchase("over", "ada", day(365), Basket.ofTotal(usd("1"))))
                    .orThrow();
            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("the receipt of event 'p1' must have digest ")
                    .endsWith(" by the events, but has " + Codec.RECEIPTS.digest(other));
        }

        @Test
        void anAuditNamesTheFirstReceiptThatIsMissing() {
            store.receipt = kept -> Optional.empty();
            assertThat(found())
                    .hasSize(4)
                    .allMatch(wrong -> wrong.startsWith("the receipt of event '") && wrong.endsWith("but is not there"))
                    .element(0)
                    .asString()
                    .startsWith("the receipt of event 'p1' must have digest ");
        }

        @Test
        void anAuditNamesTheReceiptThatIsOfAnotherEvent() {
            Receipt first = shop.service.receipt("ada", "p1").orElseThrow();
            store.receipt = kept -> kept.map(receipt -> receipt.event().equals("p2") ? first : receipt);
            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("the receipt of event 'p2' must have digest ")
                    .endsWith(" by the events, but has " + Codec.RECEIPTS.digest(first));
        }
    }
}
