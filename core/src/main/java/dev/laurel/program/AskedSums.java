package dev.laurel.program;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Mentions;
import dev.laurel.occasion.Sum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The sums that the parts of a program ask for. */
final class AskedSums {
    private AskedSums() {}

    /** All that any part asks for, by id; two that differ and have one id are both in it. What a part fails to say it does not ask for. */
    static List<Sum> of(LoyaltyProgram.Builder program) {
        List<Supplier<Mentions>> parts = new ArrayList<>();
        program.rules.forEach(rule -> parts.add(rule::mentions));
        program.rewards.forEach(reward -> parts.add(reward::mentions));
        program.offers.forEach(offer -> parts.add(offer::mentions));
        program.benefits.forEach(benefit -> parts.add(benefit::mentions));
        return parts.stream()
                .map(AskedSums::asked)
                .flatMap(mentions -> mentions.questions().stream())
                .filter(Sum.class::isInstance)
                .map(Sum.class::cast)
                .distinct()
                .sorted(Comparator.comparing(Sum::id))
                .collect(ImmutableList.toImmutableList());
    }

    @SuppressWarnings("NullAway") // The part may be somebody's, who is not held to what they promise.
    private static Mentions asked(Supplier<Mentions> part) {
        try {
            Mentions mentions = part.get();
            return mentions == null ? Mentions.NOTHING : mentions;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return Mentions.NOTHING;
        }
    }
}
