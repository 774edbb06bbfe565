package dev.laurel.occasion;

import dev.laurel.condition.Mentions;
import dev.laurel.time.Window;

/**
 * What a member does, as a number: how much they spend, how often they buy, how many points they earn. It is asked per window, as a {@link
 * Sum} that is typed by what is counted, so that money is never compared with a number of things.
 *
 * <pre>{@code
 * Counter<MoneySum> spend = PurchaseCounter.spend("spend");
 * MoneySum yearly = spend.per(YEAR);
 * EarnRule more = EarnRule.earning("more", amount).where(yearly.isAtLeast(Money.of(USD, 1_000)));
 * }</pre>
 *
 * <p>What is late counts in the window of its own date. What a program begins to count with a new version begins at zero with it.
 *
 * @param <S> what its sums are
 */
public sealed interface Counter<S extends Sum> permits PurchaseCounter, MemberCounter {
    /** Kebab-case and permanent: accounts keep its sums under it. */
    String id();

    /** Its sum in each window of this kind. */
    S per(Window window);

    /** What of a program it speaks of, its conditions included. */
    Mentions mentions();

    /** What it counts in words, such as {@code spend: what is spent, of category coffee}; always the same for equal counters. */
    String describe();
}
