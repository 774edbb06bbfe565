package dev.laurel.reward;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Mentions;
import dev.laurel.id.Identifiers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that a member may claim without paying for it: to whom, when, and what.
 *
 * @param id kebab-case and permanent: it is written into entries
 * @param occasion when it is open, and so how often
 * @param conditions to whom it is made: all of them must hold
 * @param choices what it gives: one of these, as the member chooses; their ids differ
 */
public record Offer(String id, Occasion occasion, List<Condition> conditions, List<Choice> choices) {
    /**
     * Takes copies of the lists.
     *
     * @throws IllegalArgumentException if the id is not kebab-case, there is no choice, or two choices have one id
     */
    public Offer {
        Identifiers.declaredId("offer id", id);
        requireNonNull(occasion, "occasion");
        conditions = ImmutableList.copyOf(conditions);
        choices = ImmutableList.copyOf(choices);
        checkArgument(!choices.isEmpty(), "offer '%s' must give something", id);
        Set<String> seen = new HashSet<>();
        for (Choice choice : choices) {
            checkArgument(seen.add(choice.id()), "offer '%s' must have '%s' as a choice once only", id, choice.id());
        }
    }

    /** An offer of one of these things to everybody. */
    public static Offer of(String id, Occasion occasion, Gift... contents) {
        return new Offer(
                id,
                occasion,
                List.of(),
                Arrays.stream(contents).map(Choice::of).collect(ImmutableList.toImmutableList()));
    }

    /** A copy for which these conditions must hold too. */
    public Offer where(Condition... more) {
        return new Offer(
                id, occasion, ImmutableList.copyOf(Iterables.concat(conditions, Arrays.asList(more))), choices);
    }

    /** A copy with choices more. */
    public Offer alsoGiving(Choice... more) {
        return new Offer(
                id, occasion, conditions, ImmutableList.copyOf(Iterables.concat(choices, Arrays.asList(more))));
    }

    /** A copy that also gives this to those for whom a condition holds. */
    public Offer alsoFor(Condition condition, Gift content) {
        return alsoGiving(Choice.of(content).where(condition));
    }

    /** The choice of an id, if it has it. */
    public Optional<Choice> choice(String choiceId) {
        return choices.stream().filter(choice -> choice.id().equals(choiceId)).findFirst();
    }

    /** What of a program it speaks of. */
    public Mentions mentions() {
        Mentions mentions = conditions.stream().map(Condition::mentions).reduce(occasion.mentions(), Mentions::and);
        for (Choice choice : choices) {
            mentions = mentions.and(choice.mentions());
        }
        return mentions;
    }

    /** The offer in words, for a program's stable text. */
    public String describe() {
        StringBuilder text = new StringBuilder(id).append(": ").append(occasion.describe());
        conditions.forEach(condition -> text.append(", where ").append(condition.describe()));
        return text.append(", gives ")
                .append(choices.stream().map(Choice::describe).collect(Collectors.joining(" or ")))
                .toString();
    }
}
