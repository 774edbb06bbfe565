package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountKey;
import dev.laurel.service.AccountView;
import dev.laurel.service.ForwardingStore;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.Intent;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Named;
import dev.laurel.service.Outcome;
import dev.laurel.service.StoredAccount;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A release with another layout goes on over a store that the one before has written. */
@Tag("E2")
@Tag("D2")
class NextLayoutTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final LoyaltyEngine ENGINE = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))))
            .redeem(Reward.costing("hundred", 100))
            .build());
    private static final List<LoyaltyEvent> EVENTS = List.of(
            Opening.of("o", "ada", NOON, new OpeningLot("points", 500, NOON, null)),
            new Purchase("p", "ada", NOON, Basket.ofTotal(Money.of(USD, "20.50"))),
            Redemption.of("r", "ada", NOON, "hundred"),
            Return.ofAll("b", "ada", NOON, "p"));

    /** Codecs whose layout 2 is made up: in it everything begins with a number more. */
    private static <T> Codec<T> next(String what, List<? extends Kind<? extends T>> kinds) {
        ImmutableList.Builder<Kind<? extends T>> all = ImmutableList.builder();
        kinds.forEach(kind -> all.add(next(kind)));
        return new Codec<>(what, 2, all.build());
    }

    private static <T> Kind<T> next(Kind<T> kind) {
        return new Kind<>(
                kind.tag(),
                kind.type(),
                (out, value) -> {
                    if (out.layout() >= 2) {
                        out.number(42);
                    }
                    kind.writing().accept(out, value);
                },
                in -> {
                    assertThat(in.layout() >= 2 ? in.number() : 42).isEqualTo(42);
                    return kind.reading().apply(in);
                });
    }

    private static final Codec<Account> ACCOUNTS = next("account", List.of(AccountForm.KIND));
    private static final Codec<Receipt> RECEIPTS = next("receipt", ReceiptForm.KINDS);
    private static final Codec<PostedEvent> POSTED = next("posted event", List.of(PostedForm.KIND));

    /** Reads what it has as bytes of the first layout, with the codecs of the second. */
    private static final class OldStore extends ForwardingStore {
        private final InMemoryAccountStore store;
        private int read;

        OldStore(InMemoryAccountStore store) {
            super(store);
            this.store = store;
        }

        private PostedEvent read(PostedEvent posted) {
            read++;
            byte[] old = Codec.POSTED_EVENTS.encode(posted);
            assertThat(old[0]).isEqualTo((byte) 1);
            PostedEvent now = POSTED.decode(old);
            assertThat(POSTED.encode(now)[0]).isEqualTo((byte) 2);
            return now;
        }

        @Override
        public AccountView read(AccountKey key, Named named, Intent intent) {
            AccountView view = store.read(key, named, intent);
            Map<String, PostedEvent> events = new HashMap<>();
            view.events().forEach((id, posted) -> events.put(id, read(posted)));
            Map<String, Receipt> receipts = new HashMap<>();
            view.receipts().forEach((id, receipt) -> receipts.put(id, RECEIPTS.decode(Codec.RECEIPTS.encode(receipt))));
            return new AccountView(
                    view.stored()
                            .map(stored -> new StoredAccount(
                                    ACCOUNTS.decode(Codec.ACCOUNTS.encode(stored.account())),
                                    stored.revision(),
                                    stored.recordedAt())),
                    events,
                    receipts);
        }

        @Override
        public List<PostedEvent> journal(AccountKey key, long after, int limit) {
            return store.journal(key, after, limit).stream().map(this::read).toList();
        }
    }

    @Test
    void anEventThatTheLayoutBeforeHasKeptIsARepetitionAndAllThatIsKeptAgrees() {
        InMemoryAccountStore written = new InMemoryAccountStore();
        LoyaltyService before = LoyaltyService.of(ENGINE, written);
        EVENTS.forEach(event -> before.submit(event).orThrow());
        OldStore store = new OldStore(written);
        LoyaltyService now = LoyaltyService.of(ENGINE, store);
        for (LoyaltyEvent event : EVENTS) {
            Outcome outcome = now.submit(event).orThrow();
            assertThat(outcome.isRepeat()).isTrue();
            assertThat(outcome.posted())
                    .isEqualTo(before.outcomeOf("ada", event.id()).orElseThrow().posted());
        }
        assertThat(now.submit(new Purchase("p", "ada", NOON, Basket.ofTotal(Money.of(USD, "20.51"))))
                        .refusal())
                .contains(new Refusal.IdConflict("p", "basket.lines[0].net"));
        assertThat(now.verify("ada")).isEmpty();
        assertThat(now.account("ada")).isEqualTo(before.account("ada"));
        now.submit(new Purchase("q", "ada", NOON, Basket.ofTotal(Money.of(USD, "5"))))
                .orThrow();
        assertThat(now.verify("ada")).isEmpty();
        assertThat(store.read).isGreaterThan(10);
    }
}
