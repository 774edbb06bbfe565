package dev.laurel.service;

import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What threads do at the same time has the effect of one after the other: Lincheck makes up parallel programs of the operations
 * below, runs them, and looks for a serial order that gives the same answers.
 */
@Tag("I17")
class LinearizabilityIT {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /** Two members, whom services that share nothing but the store act upon. */
    public static class Members {
        private static final Currency USD = Currency.getInstance("USD");
        private static final PointCurrency POINTS = PointCurrency.of("points");
        private static final LoyaltyEngine ENGINE = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()).transferable())
                .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
                .redeem(Reward.costing("hundred", 100))
                .build());

        private final AccountStore store = new InMemoryAccountStore();

        /** A has 150 points and B 50. */
        public Members() {
            open("a", 150);
            open("b", 50);
        }

        private void open(String customer, long points) {
            service()
                    .submit(Opening.of("o", customer, NOON, new OpeningLot("points", points, NOON, null)))
                    .orThrow();
        }

        private LoyaltyService service() {
            return LoyaltyService.of(ENGINE, store);
        }

        private String submit(LoyaltyEvent event) {
            Outcome outcome = service().submit(event);
            return outcome.refusal().map(Refusal::code).orElse(outcome.isRepeat() ? "repeated" : "accepted");
        }

        private long available(String customer) {
            return service().account(customer).orElseThrow().balance("points").available();
        }

        @Operation
        public String redeem(@Param(gen = IntGen.class, conf = "1:3") int id) {
            return submit(Redemption.of("x" + id, "a", NOON, "hundred"));
        }

        @Operation
        public String buy(@Param(gen = IntGen.class, conf = "1:3") int id) {
            return submit(new Purchase("p" + id, "a", NOON, Basket.ofTotal(Money.of(USD, 40))));
        }

        @Operation
        public String give(@Param(gen = IntGen.class, conf = "1:3") int id) {
            return submit(new Transfer("t" + id, "a", NOON, "b", "points", 70));
        }

        @Operation
        public String giveBack(@Param(gen = IntGen.class, conf = "1:3") int id) {
            return submit(new Transfer("t" + id, "b", NOON, "a", "points", 60));
        }

        @Operation
        public long availableToA() {
            return available("a");
        }

        @Operation
        public long availableToB() {
            return available("b");
        }
    }

    /** A store of two accounts, of which only the revisions matter. */
    public static class Revisions {
        private final AccountStore store = new InMemoryAccountStore();

        private static AccountKey key(String customer) {
            return new AccountKey("shop", customer);
        }

        private static AccountCommit commit(String customer, int revision, String id) {
            Account account = Account.untouched("shop", customer, List.of(), List.of());
            return AccountCommit.of(
                    key(customer),
                    revision == 0 ? Optional.empty() : Optional.of(new StoredAccount(account, revision, NOON)),
                    account,
                    List.of(PostedEvent.of(
                            new Closure(id, customer, NOON), NOON, List.of(), List.of(), List.of(), List.of())),
                    List::of,
                    Optional::empty);
        }

        private boolean isStored(AccountCommit... commits) {
            try {
                store.commit(List.of(commits));
                return true;
            } catch (ConcurrentUpdateException e) {
                return false;
            }
        }

        private long revision(String customer) {
            return store.read(key(customer), Named.NOTHING, Intent.VIEW).revision();
        }

        @Operation
        public boolean commitOne(@Param(gen = IntGen.class, conf = "0:2") int revision) {
            return isStored(commit("a", revision, "one" + revision));
        }

        @Operation
        public boolean commitBoth(@Param(gen = IntGen.class, conf = "0:2") int revision) {
            return isStored(commit("a", revision, "both" + revision), commit("b", revision, "both" + revision));
        }

        @Operation
        public boolean commitBothTurned(@Param(gen = IntGen.class, conf = "0:2") int revision) {
            return isStored(commit("b", revision, "turned" + revision), commit("a", revision, "turned" + revision));
        }

        @Operation
        public long revisionOfA() {
            return revision("a");
        }

        @Operation
        public long revisionOfB() {
            return revision("b");
        }

        @Operation
        public int eventsOfA() {
            return store.journal(key("a"), 0, 100).size();
        }
    }

    @Test
    @Tag("K1")
    @Tag("K3")
    void membersHaveTheirPointsOnce() {
        new StressOptions()
                .iterations(8)
                .invocationsPerIteration(100)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .check(Members.class);
    }

    @Test
    void commitsOfOneOrTwoAccountsAreWholeInEveryInterleaving() {
        new ModelCheckingOptions()
                .iterations(8)
                .invocationsPerIteration(100)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(0)
                .check(Revisions.class);
    }
}
