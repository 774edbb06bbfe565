package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.condition.Selector;
import dev.laurel.customer.LeapDay;
import dev.laurel.dsl.syntax.ProgramParts;
import dev.laurel.dsl.syntax.ProgramPoints;
import dev.laurel.dsl.syntax.ProgramZone;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;

/** A program that is being said. What is absent altogether throws where it is said. */
final class ProgramSentence implements ProgramParts {
    private final ProgramDraft draft;

    private ProgramSentence(ProgramDraft draft) {
        this.draft = draft;
    }

    static ProgramZone of(String id, String version) {
        requireNonNull(id, "program id");
        requireNonNull(version, "program version");
        return zone -> {
            requireNonNull(zone, "zone");
            return money -> {
                requireNonNull(money, "money");
                ProgramDraft head = ProgramDraft.first(
                        id, version, builder -> builder.zone(zone).money(money));
                return new First(new ProgramSentence(head));
            };
        };
    }

    private ProgramSentence with(Consumer<LoyaltyProgram.Builder> part) {
        return new ProgramSentence(draft.with(part));
    }

    private ProgramSentence withOnce(String word, Consumer<LoyaltyProgram.Builder> part) {
        return new ProgramSentence(draft.withOnce(word, part));
    }

    @Override
    public ProgramParts earn(Rule rule, Rule... more) {
        List<Rule> rules = OneOrMore.of(rule, more);
        return with(builder -> builder.earn(rules.toArray(new Rule[0])));
    }

    @Override
    public ProgramParts points(PointCurrency currency, PointTerms terms) {
        requireNonNull(currency, "currency");
        requireNonNull(terms, "terms");
        return with(builder -> builder.points(currency, terms));
    }

    @Override
    public ProgramParts activities(ActivityKind kind, ActivityKind... more) {
        List<ActivityKind> kinds = OneOrMore.of(kind, more);
        return with(builder -> builder.activities(kinds.toArray(new ActivityKind[0])));
    }

    @Override
    public ProgramParts excluding(Selector lines, Selector... more) {
        List<Selector> selectors = OneOrMore.of(lines, more);
        return with(builder -> selectors.forEach(builder::excluding));
    }

    @Override
    public ProgramParts includingTax() {
        return withOnce("includingTax", LoyaltyProgram.Builder::includingTax);
    }

    @Override
    public ProgramParts ladders(Ladder ladder, Ladder... more) {
        List<Ladder> ladders = OneOrMore.of(ladder, more);
        return with(builder -> builder.ladders(ladders.toArray(new Ladder[0])));
    }

    @Override
    public ProgramParts capped(Cap cap, Cap... more) {
        List<Cap> caps = OneOrMore.of(cap, more);
        return with(builder -> builder.capped(caps.toArray(new Cap[0])));
    }

    @Override
    public ProgramParts redeem(Reward reward, Reward... more) {
        List<Reward> rewards = OneOrMore.of(reward, more);
        return with(builder -> builder.redeem(rewards.toArray(new Reward[0])));
    }

    @Override
    public ProgramParts offers(Offer offer, Offer... more) {
        List<Offer> offers = OneOrMore.of(offer, more);
        return with(builder -> builder.offers(offers.toArray(new Offer[0])));
    }

    @Override
    public ProgramParts benefits(Benefit benefit, Benefit... more) {
        List<Benefit> benefits = OneOrMore.of(benefit, more);
        return with(builder -> builder.benefits(benefits.toArray(new Benefit[0])));
    }

    @Override
    public ProgramParts lateLimit(Period limit) {
        requireNonNull(limit, "limit");
        return withOnce("lateLimit", builder -> builder.lateLimit(limit));
    }

    @Override
    public ProgramParts returnsWithin(Period period) {
        requireNonNull(period, "period");
        return withOnce("returnsWithin", builder -> builder.returnsWithin(period));
    }

    @Override
    public ProgramParts holdsAtMost(Period period) {
        requireNonNull(period, "period");
        return withOnce("holdsAtMost", builder -> builder.holdsAtMost(period));
    }

    @Override
    public ProgramParts leapDay(LeapDay leapDay) {
        requireNonNull(leapDay, "leapDay");
        return withOnce("leapDay", builder -> builder.leapDay(leapDay));
    }

    @Override
    public ProgramParts inForceFrom(String date) {
        LocalDate from = TermWords.date(date);
        return withOnce("inForceFrom", builder -> builder.inForceFrom(from));
    }

    @Override
    public ProgramParts retiring(PointCurrency currency, PointTerms terms) {
        requireNonNull(currency, "currency");
        requireNonNull(terms, "terms");
        return with(builder -> builder.retiring(currency, terms));
    }

    @Override
    public ProgramParts retiring(Tier tier, Tier standsOn) {
        requireNonNull(tier, "tier");
        requireNonNull(standsOn, "standsOn");
        return with(builder -> builder.retiring(tier, standsOn));
    }

    @Override
    public ProgramParts retiringLadders(String ladder, String... more) {
        List<String> ids = OneOrMore.of(ladder, more);
        return with(builder -> builder.retiringLadders(ids.toArray(new String[0])));
    }

    @Override
    public ProgramParts retiringRewards(String id, String... more) {
        List<String> ids = OneOrMore.of(id, more);
        return with(builder -> builder.retiringRewards(ids.toArray(new String[0])));
    }

    @Override
    public ProgramParts retiringOffers(String id, String... more) {
        List<String> ids = OneOrMore.of(id, more);
        return with(builder -> builder.retiringOffers(ids.toArray(new String[0])));
    }

    @Override
    public LoyaltyProgram build() {
        return draft.build();
    }

    /** Before the first point currency. */
    private record First(ProgramSentence program) implements ProgramPoints {
        @Override
        public ProgramParts points(PointCurrency currency, PointTerms terms) {
            return program.points(currency, terms);
        }
    }
}
