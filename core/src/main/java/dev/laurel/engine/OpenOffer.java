package dev.laurel.engine;

import com.google.common.collect.ImmutableList;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An offer that a customer can claim now.
 *
 * @param offer the offer
 * @param choices what of it they can choose
 * @param until when its window ends; what a member may choose can end before, with a tier or a condition
 */
public record OpenOffer(Offer offer, List<Choice> choices, Instant until) {
    /** Takes a copy of the choices. */
    public OpenOffer {
        choices = ImmutableList.copyOf(choices);
    }

    /** Ids only: when it ends tells when the birthday is. */
    @Override
    public String toString() {
        return "OpenOffer[" + offer.id() + ", "
                + choices.stream().map(Choice::id).collect(Collectors.joining(" or ")) + "]";
    }
}
