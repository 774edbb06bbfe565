package dev.laurel.occasion;

import static java.util.Objects.requireNonNull;

/** What of a purchase a counter counts. Closed, since an account must know how to take out what is returned. */
public sealed interface PurchaseMeasure {
    /** The measure in words. */
    String describe();

    /** Those that come with Laurel. */
    enum Usual implements PurchaseMeasure {
        /** What of the lines was paid in money, without tax unless the program includes it; in millionths. */
        SPEND("what is spent"),
        /** One for each purchase. */
        PURCHASES("purchases"),
        /** How many items, as far as they were paid in money; in millionths. */
        QUANTITY("items"),
        /** One for each date of a purchase. */
        DAYS("days with a purchase");

        private final String words;

        Usual(String words) {
            this.words = words;
        }

        @Override
        public String describe() {
            return words;
        }
    }

    /**
     * How many different values.
     *
     * @param property in what lines differ
     */
    record Distinct(Property property) implements PurchaseMeasure {
        /** It is needed. */
        public Distinct {
            requireNonNull(property, "property");
        }

        @Override
        public String describe() {
            return "different " + property.describe();
        }
    }

    /**
     * A number of somebody's own.
     *
     * @param measure what a purchase is worth
     */
    record Own(Measure measure) implements PurchaseMeasure {
        /** It is needed. */
        public Own {
            requireNonNull(measure, "measure");
        }

        @Override
        public String describe() {
            return measure.describe();
        }
    }
}
