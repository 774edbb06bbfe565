package dev.laurel.engine.plan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a program in its place among the others. It stands for its terms and for those to come, by identity, where an account keeps
 * something that only holds by these.
 */
public final class Version {
    private final Versions all;
    private final int place;
    private final Plan plan;
    private final long next;
    private final List<String> ownName;

    /**
     * A version.
     *
     * @param next when the version after it comes into force, in microseconds since 1970, or never
     */
    Version(Versions all, int place, Plan plan, long next) {
        this.all = all;
        this.place = place;
        this.plan = plan;
        this.next = next;
        ownName = List.of(plan.program().version());
    }

    /** All versions that the engine has. */
    public Versions all() {
        return all;
    }

    /** Its terms, compiled. */
    public Plan plan() {
        return plan;
    }

    /** The version, such as {@code 2026.1}. */
    public String name() {
        return plan.program().version();
    }

    /** Its place among the others, by the dates of their coming into force. */
    int place() {
        return place;
    }

    /** When it comes into force by its date; the first one is in force before that too. */
    public Instant from() {
        return plan.comesIntoForce();
    }

    /** When the version after it comes into force, in microseconds since 1970, or never if it is the last. */
    public long next() {
        return next;
    }

    /** The version after it, or null if it is the last. */
    public @Nullable Version later() {
        return place + 1 < all.size() ? all.at(place + 1) : null;
    }

    /** How many versions after another it comes into force; less than zero if before that. */
    public int minus(Version other) {
        return place - other.place;
    }

    /** This one or another, whichever comes into force first. */
    public Version earlier(Version other) {
        return other.place < place ? other : this;
    }

    /** The names of the versions from one that is not after it to this one, in their order. */
    public List<String> namesFrom(Version first) {
        return first == this ? ownName : all.names().subList(first.place, place + 1);
    }
}
