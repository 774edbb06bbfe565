package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.OpenOffer;
import dev.laurel.engine.Quote;
import dev.laurel.engine.RewardOption;
import dev.laurel.engine.UsablePoints;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.RewardChoice;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import dev.laurel.program.PointPolicy;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Discount;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.simulation.PlainCheckout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;

/** What can be asked is what then happens: of every program, at every point of every history. */
@Tag("slow")
class CheckoutProperties {
    private static final int TRIES = 1_000;

    /** For what asks many quotes each. */
    private static final int FEWER_TRIES = 250;

    private interface Question {
        void ask(LoyaltyEngine engine, Account account, Instant at, List<Receipt> receipts);
    }

    /** Asks before some of the events of a history, at their instants, and holds that asking changed nothing. */
    private static void askThrough(RandomHistory history, Question question) {
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        KeptReceipts receipts = new KeptReceipts();
        for (LoyaltyEvent event : history.events()) {
            if (history.chance(30)) {
                String digest = Codec.ACCOUNTS.digest(account);
                question.ask(engine, account, event.occurredAt(), receipts.all());
                assertThat(Codec.ACCOUNTS.digest(account)).isEqualTo(digest);
            }
            account = receipts.next(engine, account, event).account();
        }
    }

    private static Redemption redemption(String id, Instant at, String reward, @Nullable Long points, Basket basket) {
        return new Redemption(id, RandomHistory.CUSTOMER, at, reward, points, basket);
    }

    /** A reward of variable price is told by the least of it. */
    private static Redemption ofTheLeast(RewardOption option, Instant at, Basket basket) {
        Reward reward = option.reward();
        return redemption("x", at, reward.id(), reward.price().least(), basket);
    }

    @Property(tries = TRIES)
    @Tag("R2")
    void theRewardsForAnOrderAreThoseThatCanThenBeRedeemed(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, account, at, receipts) -> {
            Basket basket = history.basket();
            List<RewardOption> options = engine.rewardsFor(account, basket, at);
            assertThat(options.stream().map(RewardOption::reward))
                    .isEqualTo(engine.program().rewards());
            for (RewardOption option : options) {
                Decision decision = engine.evaluate(account, ofTheLeast(option, at, basket));
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
        askThrough(history, (engine, account, at, receipts) -> {
            for (RewardOption option : engine.rewardsFor(account, at)) {
                Decision decision = engine.evaluate(account, ofTheLeast(option, at, null));
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
    @Tag("R1")
    @Tag("R2")
    void thePointsThatCanPayAreAsManyAsTheListSaysAndNotOneStepMore(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, account, at, receipts) -> {
            Basket basket = history.chance(80) ? history.basket() : null;
            List<RewardOption> options =
                    basket == null ? engine.rewardsFor(account, at) : engine.rewardsFor(account, basket, at);
            for (RewardOption option : options) {
                boolean pays = option.reward().content() instanceof PointsAsPayment;
                assertThat(option.usable().isPresent()).isEqualTo(pays && option.isAvailable());
                if (option.usable().isEmpty()
                        || (basket == null && option.reward().needsOrder())) {
                    continue;
                }
                UsablePoints usable = option.usable().orElseThrow();
                String id = option.reward().id();
                assertThat(engine.evaluate(account, redemption("x", at, id, usable.most(), basket))
                                .isAccepted())
                        .isTrue();
                assertThat(usable.within(usable.most())).isEqualTo(usable.most());
                assertThat(usable.within(usable.least() - 1)).isZero();
                if (option.reward().price() instanceof ChosenPrice price) {
                    long more = usable.most() + price.step();
                    assertThat(engine.evaluate(account, redemption("x", at, id, more, basket))
                                    .isAccepted())
                            .isFalse();
                    assertThat(usable.within(more)).isEqualTo(usable.most());
                }
                if (basket != null) {
                    Money left = basket.total().minus(basket.paidWithPoints());
                    assertThat(usable.worth()).isLessThanOrEqualTo(left);
                }
            }
        });
    }

    /** A few of the rewards, mostly such that change the order, some of them twice, under ids of their own. */
    private static List<RewardChoice> choices(RandomHistory history, LoyaltyEngine engine) {
        List<Reward> drawn = history.someOf(engine.program().rewards()).stream()
                .filter(reward -> reward.content() instanceof Discount || history.chance(25))
                .limit(3)
                .toList();
        List<RewardChoice> choices = new ArrayList<>();
        for (Reward reward : drawn) {
            for (int i = history.chance(20) ? 2 : 1; i > 0; i--) {
                String id = "x-" + reward.id() + "-" + i;
                choices.add(new RewardChoice(reward.id(), history.pointsFor(reward), id));
            }
        }
        return choices;
    }

    /** Often without payments, which may name what is no longer there to pay. */
    private static Basket toBeQuoted(RandomHistory history) {
        Basket basket = history.basket();
        return history.chance(60)
                ? new Basket(basket.currency(), basket.lines(), basket.shipping(), List.of(), basket.channel())
                : basket;
    }

    /** The account with points for what is chosen, where that may be. */
    private static Account rich(LoyaltyEngine engine, Account account, Instant at) {
        Account rich = account;
        for (PointPolicy policy : engine.program().points()) {
            String currency = policy.currency().id();
            Adjustment gift = new Adjustment(
                    "x-" + currency, account.customer(), at, currency, 100_000, "to be asked about", "host");
            rich = engine.evaluate(rich, gift).account();
        }
        return rich;
    }

    @Property(tries = TRIES)
    @Tag("R1")
    @Tag("R2")
    @Tag("R5")
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aQuoteSaysWhatRedeemingAndBuyingThenDo(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, poor, at, receipts) -> {
            Account account = rich(engine, poor, at);
            List<RewardChoice> choices = choices(history, engine);
            Basket basket = toBeQuoted(history);
            Quote quote = engine.quote(account, basket, choices, at, receipts);
            Checkout done = new Checkout(engine, account, basket, receipts);
            PlainCheckout.inOrder(engine.program(), choices).forEach(choice -> done.redeem(choice, at));
            done.buy(at, done.plain.order());
            assertThat(quote.refusal().map(Refusal::code).orElse(null)).isEqualTo(done.refusal);
            boolean isLower = quote.isAccepted() && !quote.discount().isZero();
            Statistics.collect(isLower);
            Statistics.coverage(coverage -> coverage.check(true).percentage(lower -> lower > 5));
            assertThat(quote.isAccepted()).isEqualTo(done.refusal == null);
            if (quote.isAccepted()) {
                assertThat(KeptReceipts.withoutUnpaidOrders(quote.account()))
                        .isEqualTo(KeptReceipts.withoutUnpaidOrders(done.account));
                Basket order = done.plain.order();
                assertThat(quote.basket()).isEqualTo(order);
                assertThat(quote.total()).isEqualTo(order.total());
                assertThat(quote.total()).isEqualTo(basket.total().minus(quote.discount()));
                assertThat(quote.leftToPay()).isEqualTo(order.total().minus(order.paidWithPoints()));
                assertThat(quote.leftToPay().isNegative()).isFalse();
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

    @Property(tries = FEWER_TRIES)
    @Tag("R5")
    void theOrderInWhichRewardsAreAskedForDecidesNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, poor, at, receipts) -> {
            Account account = rich(engine, poor, at);
            List<RewardChoice> choices = choices(history, engine);
            // All orders of so few are not too many to try.
            choices = choices.subList(0, Math.min(choices.size(), 4));
            Basket basket = toBeQuoted(history);
            Quote first = engine.quote(account, basket, choices, at, receipts);
            for (List<RewardChoice> permutation : Collections2.permutations(choices)) {
                Quote quote = engine.quote(account, basket, permutation, at, receipts);
                assertThat(quote.refusal()).isEqualTo(first.refusal());
                assertThat(quote.basket()).isEqualTo(first.basket());
                assertThat(quote.discount()).isEqualTo(first.discount());
                assertThat(quote.account()).isEqualTo(first.account());
                assertThat(entriesOf(quote)).isEqualTo(entriesOf(first));
            }
        });
    }

    @Property(tries = FEWER_TRIES)
    @Tag("R2")
    @Tag("R5")
    void submittingTheRedemptionsOfAQuoteAndBuyingItsBasketIsWhatItSays(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        askThrough(history, (engine, poor, at, receipts) -> {
            Account account = rich(engine, poor, at);
            Basket basket = toBeQuoted(history);
            Quote quote = engine.quote(account, basket, choices(history, engine), at, receipts);
            if (!quote.isAccepted()) {
                return;
            }
            Checkout done = new Checkout(engine, account, basket, receipts);
            for (Decision redemption : quote.redemptions()) {
                assertThat(((Redemption) redemption.event()).basket()).isEqualTo(basket);
                assertThat(done.apply(redemption.event())).isTrue();
            }
            done.buy(at, quote.basket());
            assertThat(done.refusal).isNull();
            assertThat(KeptReceipts.withoutUnpaidOrders(quote.account()))
                    .isEqualTo(KeptReceipts.withoutUnpaidOrders(done.account));
            assertThat(quote.earned("points")).isEqualTo(done.earned);
        });
    }

    /** What a host does: redeems one reward after another on the order as it is before all, and buys what they leave of it. */
    private static final class Checkout {
        private final LoyaltyEngine engine;
        private final Basket asked;
        private final PlainCheckout plain;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private final List<Receipt> known;
        private Account account;
        private long earned;

        @Nullable
        private String refusal;

        Checkout(LoyaltyEngine engine, Account account, Basket order, List<Receipt> receipts) {
            this.engine = engine;
            this.account = account;
            asked = order;
            plain = new PlainCheckout(engine.program(), order);
            known = new ArrayList<>(receipts);
        }

        void redeem(RewardChoice choice, Instant at) {
            Redemption redemption = redemption(choice.redemption(), at, choice.reward(), choice.points(), asked);
            if (apply(redemption)) {
                long taken = -entries.get(entries.size() - 1).points();
                Reward reward = engine.program().reward(choice.reward()).orElseThrow();
                refusal = plain.take(reward, taken, redemption.id()).orElse(null);
            }
        }

        void buy(Instant at, Basket order) {
            boolean unused = apply(new Purchase("p", account.customer(), at, order));
        }

        private boolean apply(LoyaltyEvent event) {
            if (refusal != null) {
                return false;
            }
            Decision decision = engine.evaluate(account, event, known);
            known.addAll(decision.receipts());
            refusal = decision.refusal().map(Refusal::code).orElse(null);
            account = decision.account();
            entries.addAll(decision.entries());
            earned = decision.earned("points");
            return decision.isAccepted();
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
        askThrough(history, (engine, account, at, receipts) -> {
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
