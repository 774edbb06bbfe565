package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.customer.Birthday;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened in another system to a customer who is brought over. What happened here already counts by the earlier of both
 * dates; a birthday that is on file here already stays.
 *
 * @param enrolled when the customer enrolled there, or null for not
 * @param firstPurchase when the customer first bought something there, or null for never
 * @param birthday the birthday on file there, or null for none
 * @param birthdaySince since when it was on file there, or null for the date of the opening
 */
public record OpeningDates(
        @Nullable Instant enrolled,
        @Nullable Instant firstPurchase,
        @Nullable Birthday birthday,
        @Nullable Instant birthdaySince) {
    /** Nothing is known of what happened before. */
    public static final OpeningDates NONE = new OpeningDates(null, null, null, null);

    /**
     * Checks the instants.
     *
     * @throws IllegalArgumentException if one is out of range, or it is said since when a birthday was on file, but not which
     */
    public OpeningDates {
        enrolled = enrolled == null ? null : Timestamps.checked("enrolled", enrolled);
        firstPurchase = firstPurchase == null ? null : Timestamps.checked("firstPurchase", firstPurchase);
        birthdaySince = birthdaySince == null ? null : Timestamps.checked("birthdaySince", birthdaySince);
        checkArgument(birthday != null || birthdaySince == null, "birthdaySince must not be given without a birthday");
    }

    /** A copy of a customer who enrolled then. */
    public OpeningDates withEnrolled(Instant at) {
        return new OpeningDates(at, firstPurchase, birthday, birthdaySince);
    }

    /** A copy of a customer who first bought something then. */
    public OpeningDates withFirstPurchase(Instant at) {
        return new OpeningDates(enrolled, at, birthday, birthdaySince);
    }

    /** A copy of a customer whose birthday was on file since then. */
    public OpeningDates withBirthday(Birthday birthday, Instant since) {
        return new OpeningDates(enrolled, firstPurchase, birthday, since);
    }

    /** Nothing: a birthday is personal. */
    @Override
    public String toString() {
        return "OpeningDates[]";
    }
}
