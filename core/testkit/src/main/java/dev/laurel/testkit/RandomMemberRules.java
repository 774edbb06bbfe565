package dev.laurel.testkit;

import dev.laurel.condition.Condition;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.Occasion;
import dev.laurel.occasion.Occasions;
import dev.laurel.rule.Cap;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Rules by which activities and enrollments earn points or grant a tier. */
final class RandomMemberRules {
    /** What activities tell of themselves, and rules ask for. */
    static final String ATTRIBUTE = "plan";

    static final List<String> VALUES = List.of("monthly", "annual", "weekly");

    private static final int MORE_DAYS = 200;

    private final Draw draw;
    private final RandomTimes times;
    private final RandomConditions conditions;
    private final List<List<Tier>> tiers;

    /**
     * Rules of a program.
     *
     * @param tiers those that it has, by ladder
     */
    RandomMemberRules(Draw draw, RandomConditions conditions, List<List<Tier>> tiers) {
        this.draw = draw;
        this.conditions = conditions;
        this.tiers = tiers;
        times = new RandomTimes(draw);
    }

    /** None to three of them. */
    List<MemberRule> drawn() {
        List<MemberRule> rules = new ArrayList<>();
        for (int i = draw.below(4); i > 0; i--) {
            MemberRule rule = tiers.isEmpty() || draw.chance(65) ? earning("thanks-" + i) : granting("grant-" + i);
            rules.add(draw.chance(35) ? rule.where(conditions.ofMember(1)) : rule);
        }
        return rules;
    }

    private Occasion occasion() {
        if (draw.chance(25)) {
            return Occasions.enrollment();
        }
        ActivityKind kind = new ActivityKind(draw.pick(RandomMemberEvent.ACTIVITIES));
        String value = draw.pick(VALUES);
        return switch (draw.below(5)) {
            case 0 -> kind.with(ATTRIBUTE, value);
            case 1 -> kind.with(ATTRIBUTE, value, draw.pick(VALUES));
            default -> kind;
        };
    }

    private MemberRule earning(String id) {
        PointCurrency currency = PointCurrency.of(draw.chance(75) ? "points" : "status");
        Points points = currency.points(1L + draw.below(30));
        MemberRule rule = MemberRule.earning(id, occasion(), points);
        rule = draw.chance(30) ? rule.capped(uses()) : rule;
        // Mostly so that it cuts the second or third.
        rule = draw.chance(60)
                ? rule.capped(new PointCap(currency.points(points.count() + draw.below(points.count())), window()))
                : rule;
        rule = draw.chance(20) ? rule.availableFrom(available()) : rule;
        return draw.chance(20) ? rule.expiring(times.moment()) : rule;
    }

    private MemberRule granting(String id) {
        List<Tier> ladder = draw.pick(tiers);
        Tier tier = ladder.get(1 + draw.below(ladder.size() - 1));
        MemberRule rule = draw.chance(60)
                ? MemberRule.granting(id, occasion(), tier, period())
                : MemberRule.granting(id, occasion(), tier, times.moment());
        return draw.chance(30) ? rule.capped(uses()) : rule;
    }

    private UseCap uses() {
        return UseCap.of(1L + draw.below(3), window());
    }

    /** Dates are long, so that something of the few activities of a history is cut between them. */
    private Window window() {
        Window window = times.any();
        if (window instanceof Dates dates && dates.from() != null && dates.to() != null) {
            return new Dates(dates.from().minusDays(MORE_DAYS), dates.to().plusDays(MORE_DAYS));
        }
        return window;
    }

    private Period period() {
        return draw.chance(50) ? Period.ofDays(1 + draw.below(60)) : Period.ofMonths(1 + draw.below(3));
    }

    private Moment available() {
        return draw.chance(70) ? Moment.after(Period.ofDays(1 + draw.below(20))) : Moment.endOf(BoundedWindow.WEEK);
    }

    // --- changed ---

    /** The same rule for everybody, whose points have the dates of their currency. */
    static MemberRule unconditional(MemberRule rule) {
        return rebuilt(rule, rule.effect(), rule.caps());
    }

    /** Whether a rule asks nothing of the member and gives points no dates. */
    static boolean isUnconditional(MemberRule rule) {
        return rule.equals(unconditional(rule));
    }

    /** The same rule with other caps. */
    static MemberRule withCaps(MemberRule rule, List<Cap> caps) {
        return dated(rule, rebuilt(rule, rule.effect(), caps)).where(conditionsOf(rule));
    }

    /** A rule that gives more or less, or grants for longer or shorter. */
    MemberRule rated(MemberRule rule) {
        MemberEffect effect = rule.effect();
        if (effect instanceof MemberEffect.Earns earns) {
            effect = new MemberEffect.Earns(earns.points().currency().points(1L + draw.below(30)));
        } else if (effect instanceof MemberEffect.GrantsFor grants) {
            effect = new MemberEffect.GrantsFor(grants.tier(), period());
        }
        return dated(rule, rebuilt(rule, effect, rule.caps())).where(conditionsOf(rule));
    }

    /** A rule that asks something else of the member, or nothing. */
    MemberRule asking(MemberRule rule) {
        MemberRule now = dated(rule, unconditional(rule));
        return draw.chance(30) ? now : now.where(conditions.ofMember(1));
    }

    private static Condition[] conditionsOf(MemberRule rule) {
        return rule.conditions().toArray(Condition[]::new);
    }

    private static MemberRule dated(MemberRule before, MemberRule now) {
        MemberRule dated = before.available().map(now::availableFrom).orElse(now);
        return before.expiry().map(dated::expiring).orElse(dated);
    }

    private static MemberRule rebuilt(MemberRule rule, MemberEffect effect, List<Cap> caps) {
        return of(rule.id(), rule.occasion(), effect).capped(caps.toArray(Cap[]::new));
    }

    private static MemberRule of(String id, Occasion occasion, MemberEffect effect) {
        if (effect instanceof MemberEffect.Earns earns) {
            return MemberRule.earning(id, occasion, earns.points());
        }
        if (effect instanceof MemberEffect.GrantsFor grants) {
            return MemberRule.granting(id, occasion, grants.tier(), grants.period());
        }
        MemberEffect.GrantsUntil grants = (MemberEffect.GrantsUntil) effect;
        return MemberRule.granting(id, occasion, grants.tier(), grants.until());
    }
}
