package dev.laurel.program;

import com.google.common.collect.ImmutableList;
import dev.laurel.condition.Mentions;
import dev.laurel.condition.Question;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The sums that the parts of a program ask for, each as far as any of them does. */
final class AskedSums {
    private AskedSums() {}

    /** All that any part asks for, by id; two that differ and have one id are both in it. What a part fails to say it does not ask for. */
    static List<SumUpTo> of(LoyaltyProgram.Builder program) {
        List<Supplier<Mentions>> parts = new ArrayList<>();
        program.rules.forEach(rule -> parts.add(rule::mentions));
        program.rewards.forEach(reward -> parts.add(reward::mentions));
        program.offers.forEach(offer -> parts.add(offer::mentions));
        program.benefits.forEach(benefit -> parts.add(benefit::mentions));
        program.ladders.forEach(ladder -> parts.add(ladder::mentions));
        Map<Sum, SumUpTo> asked = new LinkedHashMap<>();
        parts.forEach(part -> add(asked, part));
        return ImmutableList.sortedCopyOf(
                Comparator.comparing((SumUpTo upTo) -> upTo.sum().id()), asked.values());
    }

    private static void add(Map<Sum, SumUpTo> asked, Supplier<Mentions> part) {
        for (Question question : mentions(part).questions()) {
            if (question instanceof SumUpTo upTo) {
                add(asked, upTo);
            } else if (question instanceof Sum sum) {
                add(asked, new SumUpTo(sum, Long.MAX_VALUE));
            }
        }
    }

    /** The conditions of a counter can ask for others. */
    private static void add(Map<Sum, SumUpTo> asked, SumUpTo more) {
        SumUpTo known = asked.get(more.sum());
        if (known == null || known.most() < more.most()) {
            asked.put(more.sum(), more);
        }
        if (known == null) {
            add(asked, more.sum().counter()::mentions);
        }
    }

    @SuppressWarnings("NullAway") // The part may be somebody's, who is not held to what they promise.
    private static Mentions mentions(Supplier<Mentions> part) {
        try {
            Mentions mentions = part.get();
            return mentions == null ? Mentions.NOTHING : mentions;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            return Mentions.NOTHING;
        }
    }
}
