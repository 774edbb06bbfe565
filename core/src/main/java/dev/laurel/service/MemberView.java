package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.GoalProgress;
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
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
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
 * @param tiers the tiers and what is missing, in the order in which the program declares their ladders
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
     * @param toNext how far its goal is, or null if there is no next tier
     * @param toKeep how far the goal is by which the present one is kept, or null where nothing can keep it longer
     */
    public record Tier(
            String ladder,
            String id,
            @Nullable String until,
            @Nullable String windowEnds,
            @Nullable String next,
            @Nullable Goal toNext,
            @Nullable Goal toKeep) {}

    /**
     * How far a goal is.
     *
     * @param join {@code ALL} where all of the sums and groups must be reached, and {@code ANY} where one of them is enough
     * @param sums the sums
     * @param groups goals within the goal that are joined in the other way; mostly none
     */
    public record Goal(String join, List<GoalSum> sums, List<Goal> groups) {
        /** Takes copies of the lists. */
        public Goal {
            sums = ImmutableList.copyOf(sums);
            groups = ImmutableList.copyOf(groups);
        }
    }

    /**
     * A sum on its way to a goal.
     *
     * @param counter the id of the counter
     * @param words what is counted, in words that read after an amount, such as {@code spent in the calendar year (spend)}
     * @param money the ISO 4217 code of the currency of an amount of money, or null if it is a number
     * @param found what is counted so far; an amount of money is rounded down
     * @param least what must be reached
     * @param missing what is missing
     */
    public record GoalSum(
            String counter, String words, @Nullable String money, String found, String least, String missing) {}

    /**
     * A sum.
     *
     * @param counter the id of the counter
     * @param words what is counted, in words that read after an amount, such as {@code spent in the calendar year (spend)}
     * @param money the ISO 4217 code of the currency of an amount of money, or null if it is a number
     * @param found what is counted so far; an amount of money is rounded down
     * @param windowEnds when the present window ends, or null where none does
     */
    public record Sum(
            String counter,
            String words,
            @Nullable String money,
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
                member.progress().stream().map(MemberView::tier).toList(),
                member.sums().stream().map(MemberView::sum).toList(),
                member.account().wallets().stream().map(MemberView::points).toList(),
                member.rewards().stream().map(option -> reward(option, program)).toList(),
                member.offers().stream().map(MemberView::offer).toList(),
                member.benefits().stream().map(Benefit::id).toList(),
                entries.stream().map(MemberView::entry).toList());
    }

    private static Tier tier(LadderProgress progress) {
        return new Tier(
                progress.ladder(),
                progress.standing().tier().id(),
                text(progress.standing().until()),
                text(progress.windowEnds()),
                progress.next() == null ? null : progress.next().id(),
                goalOrNull(progress.toNext()),
                goalOrNull(progress.toKeep()));
    }

    private static @Nullable Goal goalOrNull(GoalProgress progress) {
        return progress.isEmpty() ? null : goal(progress);
    }

    private static Goal goal(GoalProgress progress) {
        return new Goal(
                progress.join().name(),
                progress.sums().stream().map(MemberView::sum).toList(),
                progress.groups().stream().map(MemberView::goal).toList());
    }

    private static GoalSum sum(SumToGoal progress) {
        if (progress instanceof SumToGoal.OfMoney money) {
            return sum(
                    progress,
                    money.found().currency().getCurrencyCode(),
                    amount(money.found(), RoundingMode.FLOOR),
                    amount(money.least(), RoundingMode.CEILING),
                    amount(money.missing(), RoundingMode.CEILING));
        }
        if (progress instanceof SumToGoal.OfNumber number) {
            return sum(
                    progress,
                    null,
                    Long.toString(number.found()),
                    Long.toString(number.least()),
                    Long.toString(number.missing()));
        }
        SumToGoal.OfQuantity quantity = (SumToGoal.OfQuantity) progress;
        return sum(
                progress,
                null,
                quantity.found().toString(),
                quantity.least().toString(),
                quantity.missing().toString());
    }

    private static GoalSum sum(SumToGoal progress, @Nullable String money, String found, String least, String missing) {
        dev.laurel.occasion.Sum sum = progress.goal().sum();
        return new GoalSum(sum.counter().id(), sum.describe(), money, found, least, missing);
    }

    private static Sum sum(SumProgress progress) {
        if (progress instanceof SumProgress.OfMoney money) {
            return sum(progress, money.found().currency().getCurrencyCode(), amount(money.found(), RoundingMode.FLOOR));
        }
        return progress instanceof SumProgress.OfNumber number
                ? sum(progress, null, Long.toString(number.found()))
                : sum(
                        progress,
                        null,
                        ((SumProgress.OfQuantity) progress).found().toString());
    }

    private static Sum sum(SumProgress progress, @Nullable String money, String found) {
        return new Sum(
                progress.sum().counter().id(), progress.sum().describe(), money, found, text(progress.windowEnds()));
    }

    /** It has the digits of its currency. */
    private static String amount(Money money, RoundingMode rounding) {
        int digits = Math.max(money.currency().getDefaultFractionDigits(), 0);
        return BigDecimal.valueOf(money.millionths(), 6)
                .setScale(digits, rounding)
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
