package dev.laurel.examples.replay.retail;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why a row is neither bought nor taken back. */
public enum SkipReason {
    /** An account needs a customer. */
    NO_CUSTOMER("without a customer"),
    /** Such as the adjustments of bad debts, numbered A. */
    OTHER_INVOICE("of an invoice numbered otherwise"),
    /** Nobody is paid for taking something. */
    NEGATIVE_PRICE("of a price below 0"),
    /** Nothing was bought or taken back. */
    NO_QUANTITY("of quantity 0"),
    /** What is damaged or lost is written off so; no customer gives it back. */
    NEGATIVE_QUANTITY("of a quantity below 0, not on an invoice C"),
    /** An invoice that takes back sells nothing. */
    POSITIVE_QUANTITY("of a quantity above 0, on an invoice C");

    private static final Pattern NUMBER = Pattern.compile("C?[0-9]+");

    private final String description;

    SkipReason(String description) {
        this.description = description;
    }

    /** What such rows are, in words that go after "rows". */
    public String description() {
        return description;
    }

    /** The first that holds of a row. */
    static Optional<SkipReason> of(RetailRow row) {
        if (row.customer().isEmpty()) {
            return Optional.of(NO_CUSTOMER);
        }
        if (!NUMBER.matcher(row.invoice()).matches()) {
            return Optional.of(OTHER_INVOICE);
        }
        if (row.unitPrice().signum() < 0) {
            return Optional.of(NEGATIVE_PRICE);
        }
        if (row.quantity() == 0) {
            return Optional.of(NO_QUANTITY);
        }
        if (row.isCancellation() == row.quantity() < 0) {
            return Optional.empty();
        }
        return Optional.of(row.isCancellation() ? POSITIVE_QUANTITY : NEGATIVE_QUANTITY);
    }
}
