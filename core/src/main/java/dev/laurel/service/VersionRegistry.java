package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions that have written accounts, by what a store keeps of them: which of them this service has, with the same terms. */
final class VersionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);

    private final String program;
    private final Map<String, LoyaltyProgram> programs;
    private final AccountStore store;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    VersionRegistry(LoyaltyEngine engine, AccountStore store) {
        program = engine.programId();
        programs = Maps.uniqueIndex(engine.programs(), LoyaltyProgram::version);
        this.store = store;
    }

    /**
     * Checks all that has been written so far.
     *
     * @throws ChangedTermsException if a version has other terms by now
     */
    void check() {
        List<RegisteredVersion> all = store.versions(program);
        look(all);
        for (RegisteredVersion registered : all) {
            if (!programs.containsKey(registered.version())) {
                LOG.warn(
                        "Version {} of program {} has written accounts, but this service does not have it:"
                                + " what it wrote last is refused with UNKNOWN_VERSION",
                        registered.version(),
                        program);
            }
        }
    }

    /** The names of those that the service has. */
    @CanIgnoreReturnValue
    private Set<String> look(List<RegisteredVersion> all) {
        Set<String> present = new HashSet<>();
        for (RegisteredVersion registered : all) {
            LoyaltyProgram ours = programs.get(registered.version());
            if (ours != null) {
                requireSame(ours, registered);
                present.add(registered.version());
            }
        }
        // What a transaction of the host sees can be what it has written itself, and will not be there if the host rolls it back.
        if (!store.isJoined()) {
            known.addAll(present);
        }
        return present;
    }

    private static void requireSame(LoyaltyProgram ours, RegisteredVersion registered) {
        boolean isSame = registered.layout() == LoyaltyProgram.STABLE_LAYOUT
                ? ours.fingerprint().equals(registered.fingerprint())
                : registered.layout() < LoyaltyProgram.STABLE_LAYOUT
                        && ours.stableText(registered.layout()).equals(registered.stableText());
        if (!isSame) {
            throw new ChangedTermsException(ours, registered);
        }
    }

    /**
     * The versions that events were posted by and that the store may not have yet.
     *
     * @throws ChangedTermsException if the store has one by now, with other terms
     */
    List<RegisteredVersion> toRegister(Collection<PostedEvent> posted) {
        if (known.size() == programs.size() || areKnown(posted)) {
            return ImmutableList.of();
        }
        Set<String> present = look(store.versions(program));
        List<RegisteredVersion> missing = new ArrayList<>();
        for (PostedEvent event : posted) {
            for (String version : event.versions()) {
                LoyaltyProgram ours = present.contains(version) ? null : programs.get(version);
                if (ours != null
                        && missing.stream().noneMatch(other -> other.version().equals(version))) {
                    missing.add(RegisteredVersion.of(ours));
                }
            }
        }
        return ImmutableList.copyOf(missing);
    }

    private boolean areKnown(Collection<PostedEvent> posted) {
        for (PostedEvent event : posted) {
            if (!known.containsAll(event.versions())) {
                return false;
            }
        }
        return true;
    }
}
