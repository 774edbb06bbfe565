package dev.laurel.dsl;

import static java.util.Objects.requireNonNull;

import dev.laurel.customer.LeapDay;
import dev.laurel.dsl.syntax.ProgramParts;
import dev.laurel.dsl.syntax.ProgramPoints;
import dev.laurel.dsl.syntax.ProgramWithRules;
import dev.laurel.dsl.syntax.ProgramWithoutRules;
import dev.laurel.dsl.syntax.ProgramZone;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Selector;
import dev.laurel.tier.TierLadder;
import java.time.Period;
import java.util.List;

/** A program that is being said. What is absent altogether throws where it is said. */
abstract class ProgramSentence<P extends ProgramParts<P>> implements ProgramParts<P> {
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
                return new First(new WithoutRules(head));
            };
        };
    }

    /** The program as it goes on. */
    abstract P next(ProgramDraft draft);

    ProgramDraft earning(EarnRule rule, EarnRule... more) {
        List<EarnRule> rules = OneOrMore.of(rule, more);
        return draft.with(builder -> builder.earn(rules.toArray(new EarnRule[0])));
    }

    @Override
    public P points(PointCurrency currency, Expiry expiry) {
        return points(currency, expiry, ShortfallPolicy.OWE);
    }

    @Override
    public P points(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall) {
        return points(new PointPolicy(currency, expiry, shortfall));
    }

    @Override
    public P points(PointPolicy policy) {
        requireNonNull(policy, "policy");
        return next(draft.with(builder -> builder.points(policy)));
    }

    @Override
    public P excluding(Selector lines, Selector... more) {
        List<Selector> selectors = OneOrMore.of(lines, more);
        return next(draft.with(builder -> selectors.forEach(builder::excluding)));
    }

    @Override
    public P tiers(TierLadder ladder) {
        requireNonNull(ladder, "ladder");
        return next(draft.withOnce("tiers", builder -> builder.tiers(ladder)));
    }

    @Override
    public P redeem(Reward reward, Reward... more) {
        List<Reward> rewards = OneOrMore.of(reward, more);
        return next(draft.with(builder -> builder.redeem(rewards.toArray(new Reward[0]))));
    }

    @Override
    public P gifts(Offer offer, Offer... more) {
        List<Offer> offers = OneOrMore.of(offer, more);
        return next(draft.with(builder -> builder.offers(offers.toArray(new Offer[0]))));
    }

    @Override
    public P benefits(Benefit benefit, Benefit... more) {
        List<Benefit> benefits = OneOrMore.of(benefit, more);
        return next(draft.with(builder -> builder.benefits(benefits.toArray(new Benefit[0]))));
    }

    @Override
    public P lateLimit(Period limit) {
        requireNonNull(limit, "limit");
        return next(draft.withOnce("lateLimit", builder -> builder.lateLimit(limit)));
    }

    @Override
    public P returnsWithin(Period period) {
        requireNonNull(period, "period");
        return next(draft.withOnce("returnsWithin", builder -> builder.returnsWithin(period)));
    }

    @Override
    public P holdsAtMost(Period period) {
        requireNonNull(period, "period");
        return next(draft.withOnce("holdsAtMost", builder -> builder.holdsAtMost(period)));
    }

    @Override
    public P leapDay(LeapDay leapDay) {
        requireNonNull(leapDay, "leapDay");
        return next(draft.withOnce("leapDay", builder -> builder.leapDay(leapDay)));
    }

    /** Before the first point currency. */
    private record First(WithoutRules program) implements ProgramPoints {
        @Override
        public ProgramWithoutRules points(PointCurrency currency, Expiry expiry) {
            return program.points(currency, expiry);
        }

        @Override
        public ProgramWithoutRules points(PointCurrency currency, Expiry expiry, ShortfallPolicy shortfall) {
            return program.points(currency, expiry, shortfall);
        }

        @Override
        public ProgramWithoutRules points(PointPolicy policy) {
            return program.points(policy);
        }
    }

    private static final class WithoutRules extends ProgramSentence<ProgramWithoutRules>
            implements ProgramWithoutRules {
        WithoutRules(ProgramDraft draft) {
            super(draft);
        }

        @Override
        ProgramWithoutRules next(ProgramDraft draft) {
            return new WithoutRules(draft);
        }

        @Override
        public ProgramWithRules earn(EarnRule rule, EarnRule... more) {
            return new WithRules(earning(rule, more));
        }
    }

    private static final class WithRules extends ProgramSentence<ProgramWithRules> implements ProgramWithRules {
        private final ProgramDraft whole;

        WithRules(ProgramDraft draft) {
            super(draft);
            whole = draft;
        }

        @Override
        ProgramWithRules next(ProgramDraft draft) {
            return new WithRules(draft);
        }

        @Override
        public ProgramWithRules earn(EarnRule rule, EarnRule... more) {
            return new WithRules(earning(rule, more));
        }

        @Override
        public LoyaltyProgram build() {
            return whole.build();
        }
    }
}
