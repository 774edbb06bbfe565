package dev.laurel.decision;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.money.Money;
import dev.laurel.reward.BirthdayOccasion;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why an event was not accepted. It left the account exactly as it was, and may be sent again.
 *
 * <p>Each kind has a stable code, the facts as components, and a sentence that says what was wrong and what would be right. It can be
 * serialized, for exceptions carry it; what it is serialized as is not promised from one release to the next.
 */
public sealed interface Refusal extends Serializable {
    /** The stable code, such as {@code INSUFFICIENT_POINTS}. */
    String code();

    /** What was wrong, where, and what would be right; ids and amounts only. */
    String message();

    /**
     * The event does not fit the program in itself.
     *
     * @param message what is wrong with it
     */
    record Invalid(String message) implements Refusal {
        @Override
        public String code() {
            return "INVALID";
        }
    }

    /**
     * The account was written by a version of the program that the engine does not have, or the event is of one, such as while two lists of
     * versions are at work during a deployment.
     *
     * @param version the version
     * @param known the versions that the engine has
     */
    record UnknownVersion(String version, List<String> known) implements Refusal {
        /** Takes a copy of the list. */
        public UnknownVersion {
            known = ImmutableList.copyOf(known);
        }

        @Override
        public String code() {
            return "UNKNOWN_VERSION";
        }

        @Override
        public String message() {
            return "the account was written by version '" + version + "' of the program, but the engine has only "
                    + known.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "))
                    + "; give it all versions that have ever written, with those that came after them";
        }
    }

    /**
     * Another event of the account has this id.
     *
     * @param event the id
     * @param component the first component in which they differ, such as {@code basket.lines[0].net}; {@code kind} if they are of two
     *     kinds, and {@code occurredAt} only if nothing else differs. Of an order that is placed it is one of its promise, such as {@code
     *     promise.toPay}, or the promise itself if there was none
     */
    record IdConflict(String event, String component) implements Refusal {
        private static final String PROMISE = "promise";

        /**
         * The conflict of an event that was sent with one that is kept under its id.
         *
         * @throws IllegalArgumentException if they are equal, or have two ids
         */
        public static IdConflict between(LoyaltyEvent kept, LoyaltyEvent sent) {
            if (!kept.id().equals(sent.id())) {
                throw new IllegalArgumentException("events of two ids are in no conflict");
            }
            return new IdConflict(sent.id(), Difference.between(kept, sent));
        }

        /** Whether it would be the same event but for its instant. */
        public boolean isOnlyInstant() {
            return component.equals(Difference.INSTANT);
        }

        @Override
        public String code() {
            return "ID_CONFLICT";
        }

        @Override
        public String message() {
            if (component.startsWith(PROMISE + ".")) {
                return "order '" + event + "' is placed already, on a promise with another "
                        + component.substring(PROMISE.length() + 1)
                        + "; ask for its outcome, and choose a new id only for a new order";
            }
            if (component.equals(PROMISE)) {
                return "event id '" + event
                        + "' was used for an event that was placed on no promise; do not place it again, and"
                        + " choose another id for a new order";
            }
            return isOnlyInstant()
                    ? "event id '" + event
                            + "' was used for the same event at another instant; send the instant that you"
                            + " stored with it, never a new id"
                    : "event id '" + event + "' was used for an event with another " + component
                            + "; choose a new id for a new event";
        }
    }

    /**
     * The account is closed, or its customer was erased.
     *
     * @param customer whose
     * @param closed since when
     */
    record AccountClosed(String customer, Instant closed) implements Refusal {
        @Override
        public String code() {
            return "ACCOUNT_CLOSED";
        }

        @Override
        public String message() {
            return "the account of customer '" + customer + "' is closed since " + closed
                    + "; open it again first, unless the customer was erased";
        }
    }

    /**
     * The event happened too long before the latest one that the host gave.
     *
     * @param occurredAt when it happened
     * @param latest when that one did
     * @param limit how late an event may come
     */
    record EventTooLate(Instant occurredAt, Instant latest, Period limit) implements Refusal {
        @Override
        public String code() {
            return "EVENT_TOO_LATE";
        }

        @Override
        public String message() {
            return "event of " + occurredAt + " is more than " + limit + " before the latest of this customer, of "
                    + latest + "; adjust the account by hand if it must count";
        }
    }

    /**
     * The event lies further ahead of the service's clock than the service tolerates.
     *
     * @param occurredAt when it is to have happened
     * @param now what the clock said
     * @param tolerance how far ahead of that an event may lie
     */
    record EventTooEarly(Instant occurredAt, Instant now, Duration tolerance) implements Refusal {
        @Override
        public String code() {
            return "EVENT_TOO_EARLY";
        }

        @Override
        public String message() {
            return "event of " + occurredAt + " lies more than " + tolerance + " ahead of the clock, which says " + now
                    + "; send it when it has happened";
        }
    }

    /**
     * An amount of a currency that the program does not name.
     *
     * @param expected the currency that the program names
     * @param actual the currency that came
     */
    record WrongCurrency(String expected, String actual) implements Refusal {
        @Override
        public String code() {
            return "WRONG_CURRENCY";
        }

        @Override
        public String message() {
            return "currency must be " + expected + ", but was " + actual + "; give amounts in " + expected;
        }
    }

    /**
     * A purchase that the customer did not make, or that can no longer be returned.
     *
     * @param purchase its id
     */
    record UnknownPurchase(String purchase) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_PURCHASE";
        }

        @Override
        public String message() {
            return "purchase '" + purchase + "' is not one that this customer made and can still return";
        }
    }

    /**
     * A line that the purchase does not have.
     *
     * @param purchase the id of the purchase
     * @param line the id of the line
     */
    record UnknownLine(String purchase, String line) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_LINE";
        }

        @Override
        public String message() {
            return "purchase '" + purchase + "' has no line '" + line + "'";
        }
    }

    /**
     * A reward that the program does not have.
     *
     * @param reward its id
     */
    record UnknownReward(String reward) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_REWARD";
        }

        @Override
        public String message() {
            return "the program has no reward '" + reward + "'";
        }
    }

    /**
     * A hold that was never made for the customer.
     *
     * @param hold its id
     */
    record UnknownHold(String hold) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_HOLD";
        }

        @Override
        public String message() {
            return "hold '" + hold + "' is not one of this customer";
        }
    }

    /**
     * A redemption that the customer did not make, or so long ago that it cannot be cancelled or used any more; for a payment, also a
     * hold that is neither open nor captured.
     *
     * @param redemption its id
     */
    record UnknownRedemption(String redemption) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_REDEMPTION";
        }

        @Override
        public String message() {
            return "redemption '" + redemption + "' is not one that this customer made";
        }
    }

    /**
     * A gift or other offer that the program does not have.
     *
     * @param gift its id
     */
    record UnknownGift(String gift) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_GIFT";
        }

        @Override
        public String message() {
            return "the program has no gift '" + gift + "'";
        }
    }

    /**
     * A tier that the program does not have.
     *
     * @param tier its id
     */
    record UnknownTier(String tier) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_TIER";
        }

        @Override
        public String message() {
            return "the program has no tier '" + tier + "'";
        }
    }

    /**
     * An activity of a name that the program neither declares nor counts against inactivity.
     *
     * @param activity its name
     */
    record UnknownActivity(String activity) implements Refusal {
        @Override
        public String code() {
            return "UNKNOWN_ACTIVITY";
        }

        @Override
        public String message() {
            return "the program has no activity '" + activity + "'";
        }
    }

    /**
     * The customer is enrolled already.
     *
     * @param enrolled since when
     */
    record AlreadyEnrolled(Instant enrolled) implements Refusal {
        @Override
        public String code() {
            return "ALREADY_ENROLLED";
        }

        @Override
        public String message() {
            return "the customer is enrolled since " + enrolled
                    + "; what changes afterwards is a change of the profile";
        }
    }

    /**
     * A hold that was captured, released, or has lapsed.
     *
     * @param hold its id
     */
    record AlreadyResolved(String hold) implements Refusal {
        @Override
        public String code() {
            return "ALREADY_RESOLVED";
        }

        @Override
        public String message() {
            return "hold '" + hold + "' was captured, released, or has lapsed already; redeem the reward anew";
        }
    }

    /**
     * A redemption all of whose points went back already.
     *
     * @param redemption its id
     */
    record AlreadyCancelled(String redemption) implements Refusal {
        @Override
        public String code() {
            return "ALREADY_CANCELLED";
        }

        @Override
        public String message() {
            return "all points of redemption '" + redemption + "' have gone back already";
        }
    }

    /**
     * A gift that was claimed already: for this birthday, or for one less than a year away from it. When that was is personal.
     *
     * @param gift the id of the gift
     */
    record AlreadyClaimed(String gift) implements Refusal {
        @Override
        public String code() {
            return "ALREADY_CLAIMED";
        }

        @Override
        public String message() {
            return "gift '" + gift + "' was claimed already; claimed birthdays lie at least "
                    + BirthdayOccasion.LEAST_DAYS_BETWEEN + " days apart";
        }
    }

    /**
     * Something at a time at which it is not open.
     *
     * @param what what, such as {@code reward 'cash-10'}
     * @param date the date of the event in the program's zone
     * @param open when it is open, in words
     */
    record NotOpen(String what, LocalDate date, String open) implements Refusal {
        @Override
        public String code() {
            return "NOT_OPEN";
        }

        @Override
        public String message() {
            return what + " is not open on " + date + "; it is open " + open;
        }
    }

    /**
     * More returned than is left of a purchase.
     *
     * @param purchase the id of the purchase
     * @param what of what, such as {@code line '1'}
     * @param left how much of it is left, such as {@code 2 pieces} or {@code USD 5.00}
     */
    record ExceedsPurchase(String purchase, String what, String left) implements Refusal {
        @Override
        public String code() {
            return "EXCEEDS_PURCHASE";
        }

        @Override
        public String message() {
            return "more of " + what + " of purchase '" + purchase + "' is returned than is left of it, " + left;
        }
    }

    /**
     * Orders paid with the points of a redemption or hold by more than these are worth.
     *
     * @param redemption the id of the redemption or hold
     * @param left how much more can be paid with them
     * @param required how much was to be paid
     */
    record ExceedsWorth(String redemption, Money left, Money required) implements Refusal {
        @Override
        public String code() {
            return "EXCEEDS_REDEMPTION";
        }

        @Override
        public String message() {
            return "the points of redemption '" + redemption + "' pay " + left + " more, but " + required
                    + " were to be paid with them";
        }
    }

    /**
     * More points than a redemption or a hold has left.
     *
     * @param what of what, such as {@code redemption 'x'} or {@code hold 'h'}
     * @param left how many it has left
     * @param required how many were asked for
     */
    record ExceedsRedemption(String what, long left, long required) implements Refusal {
        @Override
        public String code() {
            return "EXCEEDS_REDEMPTION";
        }

        @Override
        public String message() {
            return required + " points are asked for, but " + what + " has " + left + " left";
        }
    }

    /**
     * A condition that does not hold.
     *
     * @param what of what, such as {@code reward 'cash-10'}
     * @param condition the condition in words
     * @param found what was found
     * @param required what would be right
     */
    record ConditionNotMet(String what, String condition, String found, String required) implements Refusal {
        @Override
        public String code() {
            return "CONDITION_NOT_MET";
        }

        @Override
        public String message() {
            return what + " needs " + required + ", but found " + found;
        }
    }

    /**
     * More often than a customer may.
     *
     * @param what what, such as {@code reward 'cash-10'}
     * @param limit how often they may, such as {@code 1 use per calendar month}
     */
    record LimitReached(String what, String limit) implements Refusal {
        @Override
        public String code() {
            return "LIMIT_REACHED";
        }

        @Override
        public String message() {
            return what + " can be had at most " + limit + ", which is reached";
        }
    }

    /**
     * Something that nobody may do.
     *
     * @param message what, and what would be right
     */
    record NotAllowed(String message) implements Refusal {
        @Override
        public String code() {
            return "NOT_ALLOWED";
        }
    }

    /**
     * Points asked for while some are owed.
     *
     * @param currency the id of the point currency
     * @param debt the points owed
     */
    record InDebt(String currency, long debt) implements Refusal {
        @Override
        public String code() {
            return "IN_DEBT";
        }

        @Override
        public String message() {
            return debt + " " + currency + " are owed; what comes next pays them before anything can be redeemed";
        }
    }

    /**
     * More points asked for than can be spent.
     *
     * @param currency the id of the point currency
     * @param available the points that can be spent
     * @param required the points that were asked for
     */
    record InsufficientPoints(String currency, long available, long required) implements Refusal {
        @Override
        public String code() {
            return "INSUFFICIENT_POINTS";
        }

        @Override
        public String message() {
            return required + " " + currency + " are needed, but " + available + " are available";
        }
    }

    /**
     * More points of one currency than one event may give, take or set aside.
     *
     * @param currency the id of the point currency
     * @param points how many there would be
     * @param most how many there may be
     */
    record TooManyPoints(String currency, long points, long most) implements Refusal {
        @Override
        public String code() {
            return "OVERFLOW";
        }

        @Override
        public String message() {
            return points + " " + currency + " are more than one event may move, " + most
                    + "; give it the right number of points, or several events";
        }
    }

    /**
     * A sum, a date, or a fraction that a rule gave, that does not fit and so cannot be exact.
     *
     * @param what what was being worked out
     */
    record Overflow(String what) implements Refusal {
        @Override
        public String code() {
            return "OVERFLOW";
        }

        @Override
        public String message() {
            return what + " does not fit, and is never rounded to fit";
        }
    }

    /**
     * A rule that threw, or answered what no rule may answer.
     *
     * @param rule the id of the rule
     * @param reason what it did
     */
    record RuleFailed(String rule, String reason) implements Refusal {
        @Override
        public String code() {
            return "RULE_FAILED";
        }

        @Override
        public String message() {
            return "rule '" + rule + "' " + reason + "; nothing was posted";
        }
    }

    /**
     * A promise can no longer be kept: the member would now pay more, earn less, or stand lower, or it is too old.
     *
     * @param what of the promise: {@code to pay}, {@code spent} or {@code earned} and a currency, {@code tier}, or {@code instant} if it is
     *     too old
     * @param promised what was promised
     * @param now what would be
     */
    record QuoteChanged(String what, String promised, String now) implements Refusal {
        @Override
        public String code() {
            return "QUOTE_CHANGED";
        }

        @Override
        public String message() {
            String wayOut = "; show a new quote, and place the order with the promise of that";
            return what.equals("instant")
                    ? "the promise was made at " + promised + ", which is too long before " + now + " to be kept"
                            + wayOut
                    : what + " was promised as " + promised + ", but would now be " + now + wayOut;
        }
    }
}
