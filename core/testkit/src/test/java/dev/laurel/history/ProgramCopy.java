package dev.laurel.history;

import dev.laurel.condition.Selector;
import dev.laurel.event.Pricing;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Programs that are as another but for some of their parts. */
public final class ProgramCopy {
    private ProgramCopy() {}

    /** A copy with rules, caps, rewards, offers and benefits of its own. */
    public static LoyaltyProgram of(LoyaltyProgram program, Consumer<LoyaltyProgram.Builder> parts) {
        return of(program, UnaryOperator.identity(), parts);
    }

    /** A copy with other policies for its points, and rules, caps, rewards, offers and benefits of its own. */
    public static LoyaltyProgram of(
            LoyaltyProgram program, UnaryOperator<PointPolicy> policies, Consumer<LoyaltyProgram.Builder> parts) {
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder(program.id(), program.version())
                .zone(program.zone())
                .money(program.money())
                .leapDay(program.leapDay())
                .lateLimit(program.lateLimit())
                .returnsWithin(program.returnPeriod())
                .holdsAtMost(program.longestHold());
        for (PointPolicy policy : program.points()) {
            PointPolicy changed = policies.apply(policy);
            builder.points(changed.currency(), changed.terms());
        }
        for (PointPolicy policy : program.retired().points()) {
            PointPolicy changed = policies.apply(policy);
            builder.retiring(changed.currency(), changed.terms());
        }
        program.retired().tiers().forEach(retired -> builder.retiring(retired.tier(), retired.standsOn()));
        builder.retiringRewards(program.retired().rewards().toArray(String[]::new));
        builder.retiringOffers(program.retired().offers().toArray(String[]::new));
        if (program.inForceFrom() != null) {
            builder.inForceFrom(program.inForceFrom());
        }
        builder.activities(program.activities().toArray(ActivityKind[]::new));
        builder.ladders(program.declaredLadders().toArray(Ladder[]::new));
        builder.retiringLadders(program.retired().ladders().toArray(String[]::new));
        for (Selector exclusion : program.exclusions()) {
            builder.excluding(exclusion);
        }
        if (program.pricing() == Pricing.GROSS) {
            builder.includingTax();
        }
        parts.accept(builder);
        return builder.build();
    }
}
