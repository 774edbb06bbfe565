package dev.laurel.occasion;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.Mentions;

/** A condition on what a sum was before the event. */
record SumCondition(Sum sum, Threshold threshold, boolean isAtLeast) implements Condition {
    @Override
    public Finding check(Facts facts) {
        long found = facts.answerTo(sum.upTo(threshold.kept()));
        boolean isEnough = found >= threshold.kept();
        return Finding.of(
                found >= 0 && isEnough == isAtLeast,
                () -> found < 0 ? "no enrollment" : threshold.inWords(sum, found),
                () -> sum.words().asked(compared(), threshold.isOne()));
    }

    private String compared() {
        return (isAtLeast ? "at least " : "less than ") + threshold.describe();
    }

    @Override
    public String describe() {
        return sum.words().askedOfMember(compared(), threshold.isOne());
    }

    @Override
    public Mentions mentions() {
        return Mentions.of(sum.upTo(threshold.kept())).and(threshold.mentions());
    }
}
