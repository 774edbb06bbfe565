package dev.laurel.condition;

/**
 * What a condition can ask of a member's past, mostly a number that the account keeps: the sums of counters are such questions ({@code
 * dev.laurel.occasion.Sum}). An account keeps only what its program asks for, so a condition says in its {@linkplain
 * PurchaseCondition#mentions() mentions} what it asks.
 */
public interface Question {
    /** Since when a member has been enrolled, which {@link Facts#enrolled} answers. */
    Question ENROLLMENT = () -> "since when the member has been enrolled";

    /** The question in words, such as {@code spent in the calendar year (spend)}; always the same for equal questions. */
    String describe();
}
