package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import java.time.Instant;
import java.util.List;

/**
 * An offer that a customer can claim now.
 *
 * @param offer the offer
 * @param choices what of it they can choose
 * @param until until when: it can be claimed strictly before that
 */
public record OpenOffer(Offer offer, List<Choice> choices, Instant until) {
    /** Takes a copy of the choices. */
    public OpenOffer {
        choices = ImmutableList.copyOf(choices);
    }
}
