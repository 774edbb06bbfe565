package dev.laurel.account;

import java.time.LocalDate;

/**
 * A birthday for which an offer was claimed.
 *
 * @param claim the id of the claim
 * @param birthday the date of the birthday
 */
public record ClaimedBirthday(String claim, LocalDate birthday) {
    /** The id only: the date is personal. */
    @Override
    public String toString() {
        return "ClaimedBirthday[" + claim + "]";
    }
}
