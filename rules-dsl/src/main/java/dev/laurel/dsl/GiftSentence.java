package dev.laurel.dsl;

import dev.laurel.dsl.syntax.GiftTerms;
import dev.laurel.dsl.syntax.GiftWindow;
import dev.laurel.id.Identifiers;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayWindow;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Gift;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Condition;
import dev.laurel.tier.Tier;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A birthday gift of which it is not said yet what it gives. */
record GiftSentence(String id, BirthdayOccasion occasion, List<Condition> conditions) implements GiftTerms {
    static GiftWindow of(String id) {
        Identifiers.declaredId("offer id", id);
        return new Window(window -> new GiftSentence(id, BirthdayOccasion.within(window), List.of()));
    }

    @Override
    public GiftWindow forMembersFrom(Tier tier) {
        return new Window(window -> with(occasion.from(tier, window)));
    }

    @Override
    public GiftTerms onFileFor(Period period) {
        Once.check(!occasion.onFileFor().isZero(), "birthday gift", id, "onFileFor");
        return with(occasion.onFileFor(period));
    }

    @Override
    public GiftTerms purchasedFor(Period period) {
        Once.check(occasion.purchasedFor() != null, "birthday gift", id, "purchasedFor");
        return with(occasion.purchasedFor(period));
    }

    private GiftSentence with(BirthdayOccasion other) {
        return new GiftSentence(id, other, conditions);
    }

    @Override
    public GiftTerms where(Condition condition, Condition... more) {
        return new GiftSentence(
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

    /** Takes the days on which a gift can be claimed. */
    private record Window(Function<BirthdayWindow, GiftTerms> next) implements GiftWindow {
        @Override
        public GiftTerms onBirthday() {
            return next.apply(BirthdayWindow.DAY);
        }

        @Override
        public GiftTerms inBirthdayMonth() {
            return next.apply(BirthdayWindow.MONTH);
        }

        @Override
        public GiftTerms forDaysFromBirthday(int days) {
            return next.apply(BirthdayWindow.daysFromIt(days));
        }
    }
}
