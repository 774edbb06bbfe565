package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.OpenOffer;
import dev.laurel.engine.RewardOption;
import dev.laurel.engine.SumProgress;
import dev.laurel.engine.SumToGoal;
import dev.laurel.engine.UsablePoints;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Member} in plain values that any JSON library writes as they are: texts, whole numbers, flags, lists. Instants are ISO 8601 in
 * UTC. Amounts of money are decimals as texts in the program's currency, with the digits that it has; what is missing is rounded up to them.
 *
 * @param customer the host's id of the customer
 * @param program the program and its version
 * @param at the instant that it shows
 * @param known whether anything has happened to the customer yet
 * @param closed whether the account is closed, or the customer was erased
 * @param money the ISO 4217 code of the program's currency
 * @param tiers the tiers and what is missing, by ladder
 * @param sums what is counted, by the id of the sum
 * @param points the points, by currency
 * @param rewards the rewards, by id
 * @param offers the offers that can be claimed, by id
 * @param benefits the ids of the benefits that need no order
 * @param entries the last entries, the latest first
 */
public record MemberView(
        String customer,
        String program,
        String at,
        boolean known,
        boolean closed,
        String money,
        List<Tier> tiers,
        List<Sum> sums,
        List<Points> points,
        List<Reward> rewards,
        List<Offer> offers,
        List<String> benefits,
        List<Entry> entries) {
    /** Takes copies of the lists. */
    public MemberView {
        tiers = ImmutableList.copyOf(tiers);
        sums = ImmutableList.copyOf(sums);
        points = ImmutableList.copyOf(points);
        rewards = ImmutableList.copyOf(rewards);
        offers = ImmutableList.copyOf(offers);
        benefits = ImmutableList.copyOf(benefits);
        entries = ImmutableList.copyOf(entries);
    }

    /**
     * A tier.
     *
     * @param ladder the id of its ladder
     * @param id its id
     * @param until when it ends, or null
     * @param windowEnds when the present window ends, or null where none does
     * @param next the next tier that can be earned, or null if there is none
     * @param toNext how far the sums of its goal are
     * @param toKeep how far the sums are by which the present one is kept; none where nothing can keep it longer
     */
    public record Tier(
            String ladder,
            String id,
            @Nullable String until,
            @Nullable String windowEnds,
            @Nullable String next,
            List<Goal> toNext,
            List<Goal> toKeep) {
        /** Takes copies of the lists. */
        public Tier {
            toNext = ImmutableList.copyOf(toNext);
            toKeep = ImmutableList.copyOf(toKeep);
        }
    }

    /**
     * A sum on its way to a goal.
     *
     * @param counter the id of the counter
     * @param window its window in words
     * @param found what is counted so far, rounded down
     * @param least what must be reached
     * @param missing what is missing
     */
    public record Goal(String counter, String window, String found, String least, String missing) {}

    /**
     * A sum.
     *
     * @param counter the id of the counter
     * @param window its window in words
     * @param found what is counted so far, rounded down
     * @param windowEnds when the present window ends, or null where none does
     */
    public record Sum(
            String counter,
            String window,
            String found,
            @Nullable String windowEnds) {}

    /**
     * The points of a currency.
     *
     * @param currency its id
     * @param available how many can be spent
     * @param pending how many will be available later
     * @param held how many are set aside
     * @param debt how many are owed
     * @param expiring how many expire next, or 0
     * @param expiringAt when they do, or null
     * @param maturing how many become available next, or 0
     * @param maturingAt when they do, or null
     */
    public record Points(
            String currency,
            long available,
            long pending,
            long held,
            long debt,
            long expiring,
            @Nullable String expiringAt,
            long maturing,
            @Nullable String maturingAt) {}

    /**
     * A reward.
     *
     * @param id its id
     * @param gives what it gives, in words
     * @param currency the point currency of its price
     * @param points its price, or the least of it
     * @param available whether it can be had now
     * @param code the code of the reason why not, or null
     * @param reason the reason in words, or null
     * @param missing how many points are missing, or 0
     * @param usable how many points can pay at most, where points pay; otherwise null
     * @param worth what those pay, rounded down; otherwise null
     */
    public record Reward(
            String id,
            String gives,
            String currency,
            long points,
            boolean available,
            @Nullable String code,
            @Nullable String reason,
            long missing,
            @Nullable Long usable,
            @Nullable String worth) {}

    /**
     * An offer that can be claimed.
     *
     * @param id its id
     * @param choices the ids of what can be chosen
     * @param until when its window ends
     */
    public record Offer(String id, List<String> choices, String until) {
        /** Takes a copy of the list. */
        public Offer {
            choices = ImmutableList.copyOf(choices);
        }
    }

    /**
     * A ledger entry.
     *
     * @param sequence its number
     * @param kind its kind
     * @param currency the point currency
     * @param points how many points, with their sign
     * @param effective when it took effect
     * @param event the id of the event with which it was written
     * @param reason the reason in words
     */
    public record Entry(
            long sequence, String kind, String currency, long points, String effective, String event, String reason) {}

    static MemberView of(Member member, LoyaltyProgram program, List<MemberEntry> entries) {
        return new MemberView(
                member.customer(),
                program.versionedId(),
                member.at().toString(),
                member.isKnown(),
                member.account().isClosed(),
                program.money().getCurrencyCode(),
                member.progress().stream()
                        .map(progress -> tier(progress, program))
                        .toList(),
                member.sums().stream().map(sum -> sum(sum, program)).toList(),
                member.account().wallets().stream().map(MemberView::points).toList(),
                member.rewards().stream().map(option -> reward(option, program)).toList(),
                member.offers().stream().map(MemberView::offer).toList(),
                member.benefits().stream().map(Benefit::id).toList(),
                entries.stream().map(MemberView::entry).toList());
    }

    private static Tier tier(LadderProgress progress, LoyaltyProgram program) {
        return new Tier(
                progress.ladder(),
                progress.standing().tier().id(),
                text(progress.standing().until()),
                text(progress.windowEnds()),
                progress.next() == null ? null : progress.next().id(),
                progress.toNext().stream().map(sum -> goal(sum, program)).toList(),
                progress.toKeep().stream().map(sum -> goal(sum, program)).toList());
    }

    private static Goal goal(SumToGoal progress, LoyaltyProgram program) {
        dev.laurel.occasion.Sum sum = progress.goal().sum();
        return new Goal(
                sum.counter().id(),
                sum.window().describe(),
                amount(sum, progress.found(), program, RoundingMode.FLOOR),
                amount(sum, progress.goal().least(), program, RoundingMode.CEILING),
                amount(sum, progress.missing(), program, RoundingMode.CEILING));
    }

    private static Sum sum(SumProgress progress, LoyaltyProgram program) {
        return new Sum(
                progress.sum().counter().id(),
                progress.sum().window().describe(),
                amount(progress.sum(), progress.found(), program, RoundingMode.FLOOR),
                text(progress.windowEnds()));
    }

    /** Money has the digits of the program's currency, and a number those that it needs. */
    private static String amount(
            dev.laurel.occasion.Sum sum, BigDecimal amount, LoyaltyProgram program, RoundingMode rounding) {
        return sum instanceof MoneySum
                ? amount(program.money(), amount, rounding)
                : (amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros()).toPlainString();
    }

    private static String amount(Money money, RoundingMode rounding) {
        return amount(money.currency(), BigDecimal.valueOf(money.millionths(), 6), rounding);
    }

    private static String amount(Currency currency, BigDecimal amount, RoundingMode rounding) {
        return amount.setScale(Math.max(currency.getDefaultFractionDigits(), 0), rounding)
                .toPlainString();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Points points(Wallet wallet) {
        Balance balance = wallet.balance();
        Optional<Wallet.Expiring> expiring = wallet.expiringNext();
        Optional<Wallet.Maturing> maturing = wallet.maturingNext();
        return new Points(
                wallet.currency(),
                balance.available(),
                balance.pending(),
                balance.held(),
                balance.debt(),
                expiring.map(Wallet.Expiring::points).orElse(0L),
                expiring.map(next -> next.at().toString()).orElse(null),
                maturing.map(Wallet.Maturing::points).orElse(0L),
                maturing.map(next -> next.at().toString()).orElse(null));
    }

    private static Reward reward(RewardOption option, LoyaltyProgram program) {
        PointCurrency named = option.reward().price().currency();
        PointCurrency currency = named == null ? program.points().get(0).currency() : named;
        return new Reward(
                option.reward().id(),
                option.reward().content().describe(),
                currency.id(),
                option.reward().price().least(),
                option.isAvailable(),
                option.refusal().map(Refusal::code).orElse(null),
                option.refusal().map(Refusal::message).orElse(null),
                option.missingPoints(),
                option.usable().map(UsablePoints::most).orElse(null),
                option.usable()
                        .map(usable -> amount(usable.worth(), RoundingMode.FLOOR))
                        .orElse(null));
    }

    private static Offer offer(OpenOffer open) {
        return new Offer(
                open.offer().id(),
                open.choices().stream().map(choice -> choice.id()).toList(),
                open.until().toString());
    }

    private static Entry entry(MemberEntry recent) {
        LedgerEntry entry = recent.entry();
        return new Entry(
                entry.sequence(),
                entry.kind().name(),
                entry.currency(),
                entry.points(),
                entry.effective().toString(),
                recent.event().id(),
                recent.reason());
    }
}
