package dev.laurel.dsl;

import dev.laurel.condition.Condition;
import dev.laurel.dsl.syntax.BirthdayOpening;
import dev.laurel.dsl.syntax.OfferStart;
import dev.laurel.dsl.syntax.OfferTerms;
import dev.laurel.id.Identifiers;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Gift;
import dev.laurel.reward.Offer;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** An offer on birthdays of which it is not said yet what it gives. */
record OfferSentence(String id, BirthdayOccasion occasion, List<Condition> conditions) implements OfferTerms {
    static OfferStart of(String id) {
        Identifiers.declaredId("offer id", id);
        return birthday -> new Opened(id, birthday);
    }

    private OfferSentence from(Tier tier, Opening opening) {
        return new OfferSentence(id, occasion.from(tier, opening), conditions);
    }

    @Override
    public OfferTerms openFor(Tier tier, Period period) {
        return openUntil(tier, Moment.after(period));
    }

    @Override
    public OfferTerms openUntil(Tier tier, Moment moment) {
        return from(tier, Opening.until(moment));
    }

    @Override
    public OfferTerms openInItsMonth(Tier tier) {
        return from(tier, Opening.inItsMonth());
    }

    @Override
    public OfferTerms where(Condition condition, Condition... more) {
        return new OfferSentence(
                id,
                occasion,
                Stream.concat(conditions.stream(), OneOrMore.of(condition, more).stream())
                        .toList());
    }

    @Override
    public Offer gives(Gift content) {
        return choiceOf(content);
    }

    @Override
    public Offer choiceOf(Gift content, Gift... more) {
        return offer(OneOrMore.of(content, more).stream().map(Choice::of).toList());
    }

    @Override
    public Offer choiceOf(Choice choice, Choice... more) {
        return offer(OneOrMore.of(choice, more));
    }

    private Offer offer(List<Choice> choices) {
        return new Offer(id, occasion, conditions, choices);
    }

    /** Takes how long an offer is open. */
    private record Opened(String id, BirthdayOccasion birthday) implements BirthdayOpening {
        private OfferTerms open(Opening opening) {
            return new OfferSentence(id, birthday.open(opening), List.of());
        }

        @Override
        public OfferTerms openFor(Period period) {
            return openUntil(Moment.after(period));
        }

        @Override
        public OfferTerms openUntil(Moment moment) {
            return open(Opening.until(moment));
        }

        @Override
        public OfferTerms openInItsMonth() {
            return open(Opening.inItsMonth());
        }
    }
}
