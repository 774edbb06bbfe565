package dev.laurel.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.PostedEvent;
import dev.laurel.event.Basket;
import dev.laurel.event.Erasure;
import dev.laurel.event.Purchase;
import dev.laurel.money.Money;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountStore;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.LoyaltyService;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A store that breaks a promise is found, by the checks that are about it. */
class RogueStoresTest {
    /** Whole histories take longest, and find less than the checks that are about one thing. */
    private static final String HISTORIES = "made-up histories are kept as they are in memory";

    private static List<String> brokenBy(Supplier<AccountStore> stores) {
        return AccountStoreContract.of(stores)
                .checks()
                .filter(check -> !check.name().equals(HISTORIES))
                .filter(RogueStoresTest::fails)
                .map(AccountStoreContract.Check::name)
                .toList();
    }

    private static boolean fails(AccountStoreContract.Check check) {
        try {
            check.run();
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    @Test
    void oneThatIgnoresRevisionsIsFound() {
        assertThat(brokenBy(RogueStores.IgnoresRevisions::new))
                .containsExactly(
                        "a commit on a stale revision is refused and stores nothing",
                        "a commit of several accounts of which one is stale stores nothing of any",
                        "an erasure that is refused changes nothing",
                        "a commit that is refused leaves no snapshot",
                        "a later commit decides when an account is due",
                        "a commit that is refused registers no version",
                        "the outbox has each committed event exactly once while others commit",
                        "of two threads that commit on one revision exactly one wins",
                        "of eight threads that commit on one revision exactly one wins",
                        "of several threads that begin one account exactly one wins",
                        "of two commits that share one account exactly one is there as a whole");
    }

    @Test
    void oneThatForgetsWhatReceiptsWereIsFound() {
        assertThat(brokenBy(RogueStores.ForgetsReceipts::new))
                .containsExactly(
                        "snapshots keep the account as it was",
                        "the receipts of a snapshot are those that were there at it",
                        "an erasure takes the snapshots and their receipts",
                        "a commit that is refused leaves no snapshot");
    }

    @Test
    void oneThatKeepsOneVersionIsFound() {
        assertThat(brokenBy(RogueStores.KeepsOneVersion::new))
                .containsExactly("versions are registered with the commits that bring them");
    }

    @Test
    void oneThatDoesNotAskWhichVersionWroteIsFound() {
        assertThat(brokenBy(RogueStores.IgnoresVersions::new))
                .containsExactly("accounts that another version wrote are due");
    }

    @Test
    void oneThatLosesTheSecondAccountOfACommitIsFound() {
        assertThat(brokenBy(RogueStores.LosesTheSecondAccount::new))
                .containsExactly(
                        "a commit of one, two or twenty accounts is there as a whole",
                        "a commit of several accounts of which one is stale stores nothing of any",
                        "a commit of an event whose id is there already is refused and stores nothing",
                        "a commit that is sent again after it succeeded is refused and changes nothing",
                        "the outbox has a message for each event, in the order of each journal",
                        "of two commits that share one account exactly one is there as a whole",
                        "two threads that commit the same accounts in opposite order both end");
    }

    /** Whether threads that commit in opposite order meet is for chance to say. */
    @Test
    void oneThatCommitsAccountByAccountIsFound() {
        assertThat(brokenBy(RogueStores.CommitsOneByOne::new))
                .contains(
                        "a commit of several accounts of which one is stale stores nothing of any",
                        "a commit of an event whose id is there already is refused and stores nothing",
                        "of two commits that share one account exactly one is there as a whole")
                .isSubsetOf(
                        "a commit of several accounts of which one is stale stores nothing of any",
                        "a commit of an event whose id is there already is refused and stores nothing",
                        "of two commits that share one account exactly one is there as a whole",
                        "two threads that commit the same accounts in opposite order both end");
    }

    @Test
    void oneThatReadsAnAccountOfBeforeTheLastCommitIsFound() {
        assertThat(brokenBy(RogueStores.ReadsStale::new))
                .contains(
                        "what is read is what was committed",
                        "a revision is the number of events",
                        "a read sees the commit that has returned",
                        "a receipt takes the place of the one before",
                        "a reader sees account, events and receipts of one moment while others commit");
    }

    @Test
    void oneThatReadsAccountAndReceiptsOfDifferentMomentsIsFound() {
        assertThat(brokenBy(RogueStores.ReadsTorn::new))
                .containsExactly("a reader sees account, events and receipts of one moment while others commit");
    }

    @Test
    void oneThatComparesCustomersIgnoringCaseIsFound() {
        assertThat(brokenBy(() -> new RogueStores.FoldsCustomers(id -> id.toLowerCase(Locale.ROOT))))
                .containsExactly("customers whose ids are alike are different ones", "the longest ids fit");
    }

    @Test
    void oneThatComposesTheCharactersOfCustomersIsFound() {
        assertThat(brokenBy(() -> new RogueStores.FoldsCustomers(id -> Normalizer.normalize(id, Normalizer.Form.NFC))))
                .containsExactly("customers whose ids are alike are different ones", "the longest ids fit");
    }

    @Test
    void oneThatForgetsMessagesOfACommitIsFound() {
        assertThat(brokenBy(RogueStores.ForgetsMessages::new))
                .contains(
                        "the outbox has a message for each event, in the order of each journal",
                        "a message stays in the outbox until it is delivered",
                        "to deliver a message twice, or none, does no harm");
    }

    @Test
    void oneThatSkipsAnEventBetweenPagesIsFound() {
        assertThat(brokenBy(RogueStores.SkipsBetweenPages::new))
                .containsExactly(
                        "an erasure takes the place of earlier events wherever they are",
                        "a journal is read in pages forwards",
                        "a page of a journal begins anywhere and ends with it");
    }

    @Test
    void oneThatLosesTheFirstEventOfAJournalIsFound() {
        assertThat(brokenBy(RogueStores.LosesTheFirstEvent::new))
                .contains(
                        "what is read is what was committed",
                        "an erasure takes the place of earlier events wherever they are",
                        "a page of a journal begins anywhere and ends with it");
    }

    /** Else what was lost would stay in the database as it was, and nobody would know. */
    @Test
    void anErasureIsNotCommittedToAStoreWhoseJournalLacksAnEvent() {
        RogueStores.LosesTheFirstEvent rogue = new RogueStores.LosesTheFirstEvent();
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        LoyaltyService service =
                LoyaltyService.of(StoreRoom.engine("shop"), rogue).withClock(() -> noon);
        for (String id : List.of("p1", "p2", "p3")) {
            service.submit(new Purchase(id, "ada", noon, Basket.ofTotal(Money.of(StoreRoom.USD, 10))))
                    .orThrow();
        }
        AccountKey ada = new AccountKey("shop", "ada");
        List<PostedEvent> before = rogue.store.journal(ada, 0, 10);
        assertThatThrownBy(() -> service.submit(new Erasure("z", "ada", noon)))
                .isInstanceOf(ConcurrentUpdateException.class)
                .hasMessageContaining("is at revision 2, but the commit builds on 3");
        assertThat(rogue.store.journal(ada, 0, 10)).hasSize(3).isEqualTo(before);
        assertThat(service.account("ada").orElseThrow().balance("points").available())
                .isEqualTo(30);
    }

    @Test
    void oneThatExcludesTheInstantUntilWhichAccountsAreDueIsFound() {
        assertThat(brokenBy(RogueStores.ExcludesTheInstant::new))
                .contains(
                        "the instant until which accounts are due is included",
                        "a later commit decides when an account is due");
    }

    @Test
    void madeUpHistoriesFindStoresThatLoseAnAccountOrReadStale() {
        for (Supplier<AccountStore> stores :
                List.<Supplier<AccountStore>>of(RogueStores.LosesTheSecondAccount::new, RogueStores.ReadsStale::new)) {
            assertThat(AccountStoreContract.of(stores)
                            .checks()
                            .filter(check -> check.name().equals(HISTORIES)))
                    .hasSize(1)
                    .allMatch(RogueStoresTest::fails);
        }
    }
}
