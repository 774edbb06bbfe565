package dev.laurel.program;

import dev.laurel.condition.Selector;
import dev.laurel.event.Pricing;
import dev.laurel.reward.Benefit;

/**
 * How a program is written as a stable text. A layout never changes once it is released: one that says it in another way, or says more,
 * gets the next number, and those before it are still written.
 */
final class StableText {
    /** The layout that is written if none is asked for. */
    static final int LAYOUT = 1;

    private final LoyaltyProgram program;
    private final StringBuilder text = new StringBuilder();

    private StableText(LoyaltyProgram program) {
        this.program = program;
    }

    static String of(LoyaltyProgram program, int layout) {
        if (layout != LAYOUT) {
            throw new IllegalArgumentException("the layout of a stable text must be " + LAYOUT + ", but was " + layout
                    + "; a later release knows it");
        }
        return new StableText(program).written();
    }

    private String written() {
        line("layout", Integer.toString(LAYOUT));
        line("program", program.versionedId());
        if (program.inForceFrom() != null) {
            line("in-force-from", program.inForceFrom().toString());
        }
        line("zone", program.zone().getId());
        line("money", program.money().getCurrencyCode());
        if (program.pricing() == Pricing.GROSS) {
            line("amounts", "with tax");
        }
        program.points().forEach(policy -> line("points", policy.describe()));
        program.exclusions().stream().map(Selector::describe).sorted().forEach(selector -> line("excluding", selector));
        program.ladders().forEach(ladder -> line("ladder", ladder.describe()));
        line("late", program.lateLimit().toString());
        line("returns", program.returnPeriod().toString());
        if (!program.isLongestHoldUsual()) {
            line("holds", program.longestHold().toString());
        }
        program.activities().forEach(kind -> line("activity", kind.name()));
        program.sums().stream()
                .map(upTo -> upTo.sum().counter().describe())
                .distinct()
                .forEach(counter -> line("counter", counter));
        program.caps().forEach(cap -> line("cap", "at most " + cap.describe()));
        program.rules().forEach(rule -> line("rule", rule.describe()));
        program.rewards().forEach(reward -> line("reward", reward.describe()));
        program.offers().forEach(offer -> line("offer", offer.describe()));
        program.benefits().stream().map(Benefit::describe).forEach(benefit -> line("benefit", benefit));
        line("leap-day", program.leapDay().name());
        writeRetired(program.retired());
        return text.toString();
    }

    private void writeRetired(Retired retired) {
        retired.points().stream().map(PointPolicy::describe).sorted().forEach(policy -> line("retired-points", policy));
        retired.tiers().stream()
                .map(tier -> tier.tier().id() + " to " + tier.standsOn().id())
                .sorted()
                .forEach(tier -> line("retired-tier", tier));
        retired.ladders().forEach(ladder -> line("retired-ladder", ladder));
        retired.rewards().forEach(reward -> line("retired-reward", reward));
        retired.offers().forEach(offer -> line("retired-offer", offer));
    }

    private void line(String what, String value) {
        text.append(what).append(' ').append(value).append('\n');
    }
}
