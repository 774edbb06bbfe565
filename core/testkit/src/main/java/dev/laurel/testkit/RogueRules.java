package dev.laurel.testkit;

import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Ratio;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that misbehave, each in its own way and only for orders of one channel, so that all others go through. */
final class RogueRules {
    /** The channel of the orders for which they misbehave. */
    static final String CHANNEL = "kiosk";

    /** The article of the lines that a selector throws at. */
    static final String SKU = "sku-of-a-rogue";

    private static final long POINTS = 2;
    private static final Ratio MORE_THAN_FITS = Ratio.of(Long.MAX_VALUE).times(2);

    /** What can be wrong with a rule. */
    enum Fault {
        THROWS,
        OVERFLOWS_THE_STACK,
        RETURNS_NULL,
        IS_NEGATIVE,
        IS_TOO_MUCH
    }

    private RogueRules() {}

    /** A rule whose amount, selector or condition misbehaves. */
    static EarnRule drawn(String id, Draw draw) {
        return switch (draw.below(8)) {
            case 0 -> EarnRule.earning(id, Amounts.fixed(POINTS)).where(condition(draw));
            case 1 -> EarnRule.earning(id, Amounts.fixed(POINTS)).of(new RogueSelector());
            default -> EarnRule.earning(id, new RogueAmount(draw.pick(List.of(Fault.values()))));
        };
    }

    /** A condition that throws or has no answer. */
    static PurchaseCondition condition(Draw draw) {
        return new RogueCondition(draw.pick(List.of(Fault.THROWS, Fault.OVERFLOWS_THE_STACK, Fault.RETURNS_NULL)));
    }

    private static void misbehave(Fault fault) {
        if (fault == Fault.THROWS) {
            throw new IllegalStateException("a rule of somebody else's");
        }
        if (fault == Fault.OVERFLOWS_THE_STACK) {
            throw new StackOverflowError();
        }
    }

    private record RogueAmount(Fault fault) implements Amount {
        @Override
        @SuppressWarnings("NullAway") // What it answers wrongly is its purpose.
        public Ratio of(Selection selection, PurchaseFacts facts) {
            if (!CHANNEL.equals(facts.basket().channel())) {
                return Ratio.of(POINTS);
            }
            misbehave(fault);
            return switch (fault) {
                case RETURNS_NULL -> null;
                case IS_NEGATIVE -> Ratio.of(-1);
                default -> MORE_THAN_FITS;
            };
        }

        @Override
        public String describe() {
            return "2 points, unless it misbehaves (" + fault + ")";
        }
    }

    private record RogueSelector() implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            if (line.sku().equals(SKU)) {
                throw new IllegalStateException("a selector of somebody else's");
            }
            return true;
        }

        @Override
        public String describe() {
            return "what it does not throw at";
        }
    }

    private record RogueCondition(Fault fault) implements PurchaseCondition {
        @Override
        @SuppressWarnings("NullAway") // What it answers wrongly is its purpose.
        public Finding check(PurchaseFacts facts) {
            if (!CHANNEL.equals(facts.basket().channel())) {
                return Finding.of(true, "another channel", "another channel");
            }
            misbehave(fault);
            return nothing();
        }

        @SuppressWarnings("NullAway")
        private static Finding nothing() {
            @Nullable Finding none = null;
            return none;
        }

        @Override
        public String describe() {
            return "it does not misbehave (" + fault + ")";
        }
    }
}
