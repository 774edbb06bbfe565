package dev.laurel.examples.replay;

import dev.laurel.event.BroughtTier;
import dev.laurel.id.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the tiers that a customer brings: of a program with several ladders an object by ladder, of any other the tier and its end. */
final class JsonTiers {
    private final Ladders ladders;

    JsonTiers(Ladders ladders) {
        this.ladders = ladders;
    }

    /** The tiers. Made only when asked for, as {@link JsonEvents}. */
    Supplier<List<BroughtTier>> of(JsonFields fields) throws BadInputException {
        return ladders.areSeveral() ? byLadder(fields) : ofTheOnlyLadder(fields);
    }

    private static Supplier<List<BroughtTier>> ofTheOnlyLadder(JsonFields fields) throws BadInputException {
        if (fields.has("tiers")) {
            throw new BadInputException(
                    "tiers must be left out, since the program has one ladder; name the tier in tier, and its end in"
                            + " tierUntil");
        }
        String tier = fields.textOrNull("tier");
        Instant until = fields.instantOrNull("tierUntil");
        return () -> {
            if (tier == null && until != null) {
                throw new IllegalArgumentException("tierUntil must not be given without a tier");
            }
            return tier == null ? List.of() : List.of(new BroughtTier(tier, until));
        };
    }

    private Supplier<List<BroughtTier>> byLadder(JsonFields fields) throws BadInputException {
        if (fields.has("tier") || fields.has("tierUntil")) {
            throw new BadInputException("tier and tierUntil must be left out, since the program has ladders "
                    + String.join(" and ", ladders.ids()) + "; name the tiers in tiers, by ladder");
        }
        List<Supplier<BroughtTier>> brought = new ArrayList<>();
        for (Map.Entry<String, JsonFields> ladder :
                fields.objectsByName("tiers").entrySet()) {
            brought.add(tierOf(ladder.getKey(), ladder.getValue()));
        }
        return () -> brought.stream().map(Supplier::get).toList();
    }

    private Supplier<BroughtTier> tierOf(String ladder, JsonFields fields) throws BadInputException {
        String tier = fields.text("tier");
        Instant until = fields.instantOrNull("until");
        fields.requireNothingElse();
        String actual = ladders.ofTier(tier);
        if (!ladders.ids().contains(ladder)) {
            throw new BadInputException("tiers must name ladders of the program, which are "
                    + String.join(" and ", ladders.ids()) + ", but named '" + Identifiers.shown(ladder) + "'");
        }
        if (actual != null && !actual.equals(ladder)) {
            throw new BadInputException("tiers." + ladder + ".tier must be on this ladder, but '" + tier
                    + "' is on ladder '" + actual + "'");
        }
        return () -> new BroughtTier(tier, until);
    }
}
