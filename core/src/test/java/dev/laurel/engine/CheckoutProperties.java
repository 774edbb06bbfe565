package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.history.KeptReceipts;
import dev.laurel.history.RandomHistory;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What can be asked is what then happens: of every program, at every point of every history. */
class CheckoutProperties {
    private static final int TRIES = 1_000;

    private interface Question {
        void ask(LoyaltyEngine engine, Account account, Instant at);
    }

    /** Asks before some of the events of a history, at their instants, and holds that asking changed nothing. */
    private static void askThrough(RandomHistory history, Question question) {
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        KeptReceipts receipts = new KeptReceipts();
        for (LoyaltyEvent event : history.events()) {
            if (history.chance(30)) {
                String digest = account.digest();
                question.ask(engine, account, event.occurredAt());
                assertThat(account.digest()).isEqualTo(digest);
            }
            account = receipts.next(engine, account, event).account();
        }
    }

    private static Redemption redemption(String id, Instant at, String reward, Basket basket) {
        return new Redemption(id, RandomHistory.CUSTOMER, at, reward, null, basket);
    }

    @Property(tries = TRIES)
    @Tag("R2")
    void theRewardsForAnOrderAreThoseThatCanThenBeRedeemed(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, account, at) -> {
            Basket basket = history.basket();
            List<RewardOption> options = engine.rewardsFor(account, basket, at);
            assertThat(options.stream().map(RewardOption::reward))
                    .isEqualTo(engine.program().rewards());
            for (RewardOption option : options) {
                Reward reward = option.reward();
                Decision decision = engine.evaluate(account, redemption("x", at, reward.id(), basket));
                assertThat(option.refusal()).isEqualTo(decision.refusal());
                assertThat(option.isAvailable()).isEqualTo(decision.isAccepted());
                if (decision.isAccepted()) {
                    assertThat(option.missingPoints()).isZero();
                }
                if (decision.refusal().orElse(null) instanceof Refusal.InsufficientPoints insufficient) {
                    assertThat(option.missingPoints()).isEqualTo(insufficient.required() - insufficient.available());
                }
            }
        });
    }

    @Property(tries = TRIES)
    @Tag("R2")
    void theRewardsWithoutAnOrderAreThoseThatCanThenBeRedeemedWithoutOne(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, account, at) -> {
            for (RewardOption option : engine.rewardsFor(account, at)) {
                Decision decision = engine.evaluate(
                        account, redemption("x", at, option.reward().id(), null));
                if (option.reward().needsOrder()) {
                    assertThat(decision.refusal()).containsInstanceOf(Refusal.Invalid.class);
                    assertThat(option.refusal().filter(Refusal.Invalid.class::isInstance))
                            .isEmpty();
                } else {
                    assertThat(option.refusal()).isEqualTo(decision.refusal());
                }
            }
        });
    }

    @Property(tries = TRIES)
    @Tag("R2")
    void aQuoteSaysWhatRedeemingAndBuyingThenDo(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, account, at) -> {
            List<String> rewards = history.someOf(
                    engine.program().rewards().stream().map(Reward::id).toList());
            Basket basket = history.basket();
            Quote quote = engine.quote(account, basket, rewards, at);
            Checkout done = new Checkout(engine, account, basket);
            rewards.forEach(reward -> done.redeem(reward, at));
            done.buy(at);
            assertThat(quote.refusal()).isEqualTo(done.refusalOrEmpty());
            assertThat(quote.isAccepted()).isEqualTo(done.refusal == null);
            if (quote.isAccepted()) {
                assertThat(quote.account()).isEqualTo(done.account);
                assertThat(quote.basket()).isEqualTo(done.order);
                assertThat(quote.total()).isEqualTo(done.order.total());
                assertThat(quote.total()).isEqualTo(basket.total().minus(quote.discount()));
                assertThat(withoutCauses(entriesOf(quote))).isEqualTo(withoutCauses(done.entries));
                assertThat(quote.earned("points")).isEqualTo(done.earned);
            } else {
                assertThat(quote.account()).isSameAs(account);
                assertThat(quote.basket()).isSameAs(basket);
                assertThat(quote.discount()).isEqualTo(Money.zero(basket.currency()));
                assertThat(entriesOf(quote)).isEmpty();
            }
        });
    }

    /** What a host does: redeems one reward after another, lowers the order's nets, and buys what is left. */
    private static final class Checkout {
        private final LoyaltyEngine engine;
        private final Account before;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private Account account;
        private Basket order;
        private long earned;
        private Refusal refusal;

        Checkout(LoyaltyEngine engine, Account account, Basket order) {
            this.engine = engine;
            before = account;
            this.account = account;
            this.order = order;
        }

        void redeem(String reward, Instant at) {
            discount(reward, apply(redemption("x-" + reward, at, reward, order)));
        }

        private void discount(String reward, boolean accepted) {
            if (accepted && engine.program().reward(reward).orElseThrow().content() instanceof Discount discount) {
                try {
                    order = discount.applied(order);
                } catch (IllegalArgumentException e) {
                    // Points already pay more than would be left.
                    refusal = new Refusal.Invalid("reward '" + reward + "' takes " + discount.worthOn(order)
                            + " off, which leaves less of the order than is paid with points, "
                            + order.paidWithPoints());
                }
            }
        }

        void buy(Instant at) {
            boolean unused = apply(new Purchase("p", before.customer(), at, order));
        }

        private boolean apply(LoyaltyEvent event) {
            if (refusal != null) {
                return false;
            }
            Decision decision = engine.evaluate(account, event);
            refusal = decision.refusal().orElse(null);
            account = decision.account();
            entries.addAll(decision.entries());
            earned = decision.earned("points");
            return decision.isAccepted();
        }

        Optional<Refusal> refusalOrEmpty() {
            return Optional.ofNullable(refusal);
        }
    }

    private static List<LedgerEntry> entriesOf(Quote quote) {
        List<LedgerEntry> entries = new ArrayList<>();
        quote.redemptions().forEach(redemption -> entries.addAll(redemption.entries()));
        quote.purchase().ifPresent(purchase -> entries.addAll(purchase.entries()));
        return entries;
    }

    /** The ids of events are the host's to choose, so only what time brought about has a cause that both must have. */
    private static List<String> withoutCauses(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.cause().startsWith("laurel:time:")
                        ? entry.toString()
                        : entry.toString().replace("cause=" + entry.cause(), "cause=event"))
                .toList();
    }

    @Property(tries = TRIES)
    @Tag("G1")
    void theOffersForACustomerAreThoseThatCanThenBeClaimed(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, account, at) -> {
            List<String> open = new ArrayList<>();
            for (OpenOffer offer : engine.offersFor(account, at)) {
                assertThat(offer.until()).isAfter(at);
                offer.choices().forEach(choice -> open.add(offer.offer().id() + " " + choice.id()));
            }
            List<String> claimable = new ArrayList<>();
            for (Offer offer : engine.program().offers()) {
                for (Choice choice : offer.choices()) {
                    Claim claim = new Claim("x", RandomHistory.CUSTOMER, at, offer.id(), choice.id());
                    if (engine.evaluate(account, claim).isAccepted()) {
                        claimable.add(offer.id() + " " + choice.id());
                    }
                }
            }
            assertThat(open).isEqualTo(claimable);
        });
    }
}
