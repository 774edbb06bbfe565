package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

import dev.laurel.ledger.PointCurrency;

/** What of a member a counter counts. */
public sealed interface MemberMeasure {
    /** The measure in words. */
    String describe();

    /**
     * The points of a currency that are earned.
     *
     * @param currency the currency
     */
    record Earned(PointCurrency currency) implements MemberMeasure {
        /** It is needed. */
        public Earned {
            requireNonNull(currency, "currency");
        }

        @Override
        public String describe() {
            return currency.id() + " earned";
        }
    }

    /**
     * One for each activity of a kind.
     *
     * @param kind the kind
     */
    record Activities(ActivityKind kind) implements MemberMeasure {
        /** It is needed. */
        public Activities {
            requireNonNull(kind, "kind");
        }

        @Override
        public String describe() {
            return "activities '" + kind.name() + "'";
        }
    }
}
