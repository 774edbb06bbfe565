package dev.laurel.engine.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.account.VersionInForce;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.guard.RefusedSignal;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of a program that an engine has, compiled, in the order in which they come into force. */
public final class Versions {
    private final Version[] each;

    private Versions(List<Plan> plans) {
        each = new Version[plans.size()];
        for (int place = 0; place < each.length; place++) {
            Plan plan = plans.get(place);
            Plan later = place + 1 < each.length ? plans.get(place + 1) : null;
            each[place] = new Version(
                    this, place, plan, later == null ? Timestamps.NEVER : Timestamps.micros(later.comesIntoForce()));
        }
    }

    /** Compiles versions that are right together, in the order in which they come into force. */
    public static Versions of(List<LoyaltyProgram> programs) {
        return new Versions(programs.stream().map(Plan::new).toList());
    }

    /** All of them, in their order. */
    public List<Version> each() {
        return List.of(each);
    }

    /** How many there are. */
    public int size() {
        return each.length;
    }

    Version at(int place) {
        return each[place];
    }

    /** The version that comes into force last. */
    public Version latest() {
        return each[each.length - 1];
    }

    /** The version that is in force at an instant by its date. */
    public Version at(Instant instant) {
        long micros = Timestamps.micros(instant);
        Version at = each[0];
        while (at.next() <= micros) {
            at = each[at.place() + 1];
        }
        return at;
    }

    /** The version of a name, or null. */
    public @Nullable Version named(String name) {
        for (Version version : each) {
            if (version.name().equals(name)) {
                return version;
            }
        }
        return null;
    }

    /** The terms of a program and version as receipts name them, or null. */
    public @Nullable Plan planOf(String versionedId) {
        for (Version version : each) {
            if (version.plan().versionedId().equals(versionedId)) {
                return version.plan();
            }
        }
        return null;
    }

    /**
     * These versions alone, in a list of their own; names that are not among them do no harm.
     *
     * @throws IllegalArgumentException if none of them is
     */
    public Versions only(Collection<String> names) {
        List<Plan> plans = new ArrayList<>();
        for (Version version : each) {
            if (names.contains(version.name())) {
                plans.add(version.plan());
            }
        }
        checkArgument(!plans.isEmpty(), "none of the versions %s is known", names);
        return plans.size() == each.length ? this : new Versions(plans);
    }

    // --- of an account ---

    /** Whether an account is one that an engine with these versions has made. */
    public boolean haveMade(Account account) {
        return account.madeBy() instanceof Version version && version.all() == this;
    }

    /**
     * The version that is in force for an account as it is, or for one of which nothing has happened yet, at an instant.
     *
     * @throws RefusedSignal if it was last written by a version that is not among these
     */
    public Version of(Account account, Instant at) {
        if (!account.isOpen()) {
            return at(at);
        }
        if (account.madeBy() instanceof Version version && version.all() == this) {
            return version;
        }
        List<VersionInForce> written = account.versions();
        return written.isEmpty()
                ? at(at)
                : require(written.get(written.size() - 1).version());
    }

    /**
     * Requires the version that wrote an account last.
     *
     * @throws RefusedSignal if it is not among these
     */
    public void requireKnown(Account account) {
        if (!account.versions().isEmpty()) {
            require(account.versions().get(account.versions().size() - 1).version());
        }
    }

    /**
     * The version of a name.
     *
     * @throws RefusedSignal if it is not among these
     */
    @CanIgnoreReturnValue
    public Version require(String name) {
        Version version = named(name);
        if (version == null) {
            throw new RefusedSignal(new Refusal.UnknownVersion(name, names()));
        }
        return version;
    }

    /**
     * The version by which an event of an instant is judged: the one that was in force for the account then. Before the first that ever
     * was, it is the one of that date.
     *
     * @param written the versions that have been in force for it, in their order; the last is in force now
     * @param present that version
     * @throws RefusedSignal if it is not among these
     */
    public Version judging(List<VersionInForce> written, Version present, Instant at) {
        int last = written.size() - 1;
        if (last < 0 || !at.isBefore(written.get(last).since())) {
            return present;
        }
        for (int i = last - 1; i >= 0; i--) {
            if (!at.isBefore(written.get(i).since())) {
                return require(written.get(i).version());
            }
        }
        Version first = require(written.get(0).version());
        Version ofDate = at(at);
        return ofDate.place() < first.place() ? ofDate : first;
    }

    /** The names of the versions, in their order. */
    public List<String> names() {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (Version version : each) {
            names.add(version.name());
        }
        return names.build();
    }
}
