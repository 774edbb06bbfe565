package dev.laurel.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.decision.Refusal;
import dev.laurel.event.LoyaltyEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who are told of what has happened, in their order; each of them whatever the others throw. */
final class Listeners {
    static final Listeners NONE = new Listeners(ImmutableList.of());

    private static final Logger LOG = LoggerFactory.getLogger(LoyaltyService.class);

    private final ImmutableList<LoyaltyListener> listeners;

    private Listeners(ImmutableList<LoyaltyListener> listeners) {
        this.listeners = listeners;
    }

    boolean areNone() {
        return listeners.isEmpty();
    }

    Listeners and(LoyaltyListener listener) {
        return new Listeners(ImmutableList.copyOf(Iterables.concat(listeners, List.of(listener))));
    }

    /** Tells and logs what became of an event, and then throws what the virtual machine failed with meanwhile, if it did. */
    void tell(List<Outcome> outcomes) {
        VirtualMachineError failed = null;
        for (Outcome outcome : outcomes) {
            log(outcome);
            if (outcome.isAccepted() && !outcome.isRepeat() && outcome.posted().isPresent()) {
                for (LoyaltyListener listener : listeners) {
                    failed = first(failed, tell(listener, outcome));
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static @Nullable VirtualMachineError first(
            @Nullable VirtualMachineError before, @Nullable VirtualMachineError next) {
        if (before == null) {
            return next;
        }
        if (next != null && !before.equals(next)) {
            before.addSuppressed(next);
        }
        return before;
    }

    private static void log(Outcome outcome) {
        LoyaltyEvent event = outcome.event();
        if (outcome.isAccepted()) {
            if (LOG.isDebugEnabled()) {
                // The entries are made when they are read.
                LOG.debug(
                        "accepted event {} of customer {}: {} entries",
                        event.id(),
                        event.customer(),
                        outcome.entries().size());
            }
        } else {
            LOG.info(
                    "refused event {} of customer {}: {}",
                    event.id(),
                    event.customer(),
                    outcome.refusal().map(Refusal::code).orElse(""));
        }
    }

    /** The failure of the virtual machine, if it was one; all else that is thrown goes no further. */
    private static @Nullable VirtualMachineError tell(LoyaltyListener listener, Outcome outcome) {
        try {
            listener.accepted(outcome);
            return null;
        } catch (Throwable e) {
            // The event is committed. Only the type of what was thrown: its message may hold personal data.
            LOG.warn(
                    "listener {} threw {} for event {} of customer {}",
                    listener.getClass().getName(),
                    e.getClass().getName(),
                    outcome.event().id(),
                    outcome.event().customer());
            return e instanceof VirtualMachineError error && !(e instanceof StackOverflowError) ? error : null;
        }
    }
}
