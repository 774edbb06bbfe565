package dev.laurel.dsl;

import dev.laurel.dsl.syntax.Factor;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Multiplier;
import java.util.function.Function;

/** A rule of which it is said what it multiplies, but not by what. */
record FactorSentence(Function<Ratio, Multiplier> rule) implements Factor {
    @Override
    public Multiplier by(String factor) {
        return by(Ratio.of(factor));
    }

    @Override
    public Multiplier by(Ratio factor) {
        return rule.apply(factor);
    }
}
