package dev.laurel.examples.replay.sample;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of events that a sample history can hold. */
public enum EventKind {
    /** A customer joins the program. */
    ENROLL("enroll", "e"),
    /** A customer buys. */
    PURCHASE("purchase", "p"),
    /** A customer gives points for a reward. */
    REDEEM("redeem", "x"),
    /** Points are set aside for a reward until an order is paid. */
    HOLD("hold", "h"),

    /** Points that were set aside are taken, all or some. */
    CAPTURE("capture", "k"),

    /** Points that were set aside are not needed. */
    RELEASE("release", "l"),

    /** A customer brings back what was bought, all or some. */
    RETURN("return", "r"),

    /** Points that were given for a reward are given back, all or some. */
    CANCEL("cancel", "y"),

    /** A customer takes a birthday gift. */
    CLAIM("claim", "g"),
    /** A customer does something else: writes a review. */
    ACTIVITY("activity", "a"),
    /** The birthday or the segments of a customer change. */
    PROFILE("profile", "f"),
    /** Somebody of the shop gives points by hand. */
    ADJUST("adjust", "j"),
    /** A customer gets a tier for one held elsewhere. */
    GRANT_TIER("grant-tier", "t");

    private final String label;
    private final String idPrefix;

    EventKind(String label, String idPrefix) {
        this.label = label;
        this.idPrefix = idPrefix;
    }

    /** The type that histories give for it. */
    public String label() {
        return label;
    }

    /** With what the ids of its events begin, other than those of any other kind. */
    String idPrefix() {
        return idPrefix;
    }

    /** The types that histories give, in the order of the kinds. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(EventKind::label).toList();
    }

    /** The kind of a type. */
    public static Optional<EventKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /** The kinds that a history holds if nothing else is asked for: those that change points or tiers in a shop's program. */
    static Set<EventKind> usual() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ACTIVITY)));
    }
}
