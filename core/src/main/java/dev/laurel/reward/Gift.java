package dev.laurel.reward;

/** What an offer can give, because nothing has to be bought for it: an item or points, never a discount. */
public sealed interface Gift extends Content permits Item, Bonus {
    /** What a claim names to choose it: the id of the item, or that of the point currency. */
    String id();
}
