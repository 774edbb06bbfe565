package dev.laurel.testkit;

import dev.laurel.condition.Selector;
import dev.laurel.customer.LeapDay;
import dev.laurel.event.Pricing;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parts of a program, to be changed into those of its next version. What is taken away is retired by its name. */
final class ProgramParts {
    final List<PointPolicy> points;
    final List<PointPolicy> retiredPoints;
    final List<Cap> caps;
    final List<Rule> rules;
    final List<Reward> rewards;
    final List<Offer> offers;
    final List<Benefit> benefits;
    final List<ActivityKind> activities;
    final List<Selector> exclusions;
    final List<Ladder> ladders;

    LeapDay leapDay;
    Period lateLimit;
    Period returnPeriod;
    Period longestHold;

    private final LoyaltyProgram before;
    private final Map<Tier, Tier> retiredTiers = new LinkedHashMap<>();
    private final Set<String> retiredLadders = new TreeSet<>();
    private final Set<String> retiredRewards = new TreeSet<>();
    private final Set<String> retiredOffers = new TreeSet<>();

    /** The parts of a program as they are. */
    ProgramParts(LoyaltyProgram program) {
        before = program;
        points = new ArrayList<>(program.points());
        retiredPoints = new ArrayList<>(program.retired().points());
        caps = new ArrayList<>(program.caps());
        rules = new ArrayList<>(program.rules());
        rewards = new ArrayList<>(program.rewards());
        offers = new ArrayList<>(program.offers());
        benefits = new ArrayList<>(program.benefits());
        exclusions = new ArrayList<>(program.exclusions());
        ladders = new ArrayList<>(program.declaredLadders());
        leapDay = program.leapDay();
        lateLimit = program.lateLimit();
        returnPeriod = program.returnPeriod();
        longestHold = program.longestHold();
        activities = new ArrayList<>(program.activities());
    }

    /** A copy that can be changed by itself. */
    ProgramParts copy() {
        ProgramParts copy = new ProgramParts(before);
        replace(copy.points, points);
        replace(copy.retiredPoints, retiredPoints);
        replace(copy.caps, caps);
        replace(copy.rules, rules);
        replace(copy.rewards, rewards);
        replace(copy.offers, offers);
        replace(copy.benefits, benefits);
        replace(copy.exclusions, exclusions);
        replace(copy.activities, activities);
        replace(copy.ladders, ladders);
        copy.retiredLadders.addAll(retiredLadders);
        copy.leapDay = leapDay;
        copy.lateLimit = lateLimit;
        copy.returnPeriod = returnPeriod;
        copy.longestHold = longestHold;
        copy.retiredTiers.putAll(retiredTiers);
        copy.retiredRewards.addAll(retiredRewards);
        copy.retiredOffers.addAll(retiredOffers);
        return copy;
    }

    private static <T> void replace(List<T> list, List<T> by) {
        list.clear();
        list.addAll(by);
    }

    /**
     * The program that has them.
     *
     * @param from when it comes into force, or null for the first
     * @throws dev.laurel.program.InvalidProgramException if they are not right together
     */
    LoyaltyProgram declared(String version, @Nullable LocalDate from) {
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder(before.id(), version)
                .zone(before.zone())
                .money(before.money())
                .leapDay(leapDay)
                .lateLimit(lateLimit)
                .returnsWithin(returnPeriod)
                .holdsAtMost(longestHold)
                .earn(rules.toArray(Rule[]::new))
                .capped(caps.toArray(Cap[]::new))
                .redeem(rewards.toArray(Reward[]::new))
                .offers(offers.toArray(Offer[]::new))
                .benefits(benefits.toArray(Benefit[]::new))
                .ladders(ladders.toArray(Ladder[]::new))
                .retiringLadders(retiredLadders.toArray(String[]::new))
                .retiringRewards(retiredRewards.toArray(String[]::new))
                .retiringOffers(retiredOffers.toArray(String[]::new));
        points.forEach(policy -> builder.points(policy.currency(), policy.terms()));
        retiredPoints.forEach(policy -> builder.retiring(policy.currency(), policy.terms()));
        retiredTiers.forEach(builder::retiring);
        exclusions.forEach(builder::excluding);
        activities.forEach(builder::activities);
        if (before.pricing() == Pricing.GROSS) {
            builder.includingTax();
        }
        if (from != null) {
            builder.inForceFrom(from);
        }
        return builder.build();
    }

    // --- taking away ---

    void retireReward(Reward reward) {
        rewards.removeIf(other -> other.id().equals(reward.id()));
        retiredRewards.add(reward.id());
    }

    void retireOffer(Offer offer) {
        offers.removeIf(other -> other.id().equals(offer.id()));
        retiredOffers.add(offer.id());
    }

    /** A point currency that nothing earns any more. */
    void retire(PointCurrency currency, PointTerms terms) {
        points.removeIf(policy -> policy.currency().equals(currency));
        retiredPoints.add(new PointPolicy(currency, terms));
        caps.removeIf(
                cap -> cap instanceof PointCap most && most.most().currency().equals(currency));
        List.copyOf(rules).stream().filter(rule -> isIn(currency, rule)).forEach(this::removeRule);
    }

    private static boolean isIn(PointCurrency currency, Rule rule) {
        return rule instanceof EarnRule earns
                ? currency.equals(earns.currency())
                : rule instanceof MemberRule onMember
                        && onMember.points()
                                .filter(points -> points.currency().equals(currency))
                                .isPresent();
    }

    /** A rule goes, and with it those that multiply it. */
    void removeRule(Rule rule) {
        rules.removeIf(other -> other.id().equals(rule.id()) || isOn(rule, other));
    }

    private static boolean isOn(Rule rule, Rule other) {
        return other instanceof Multiplier multiplier
                && multiplier.effect().rule().equals(rule.id());
    }

    // --- in place of another ---

    void replaceRule(Rule rule, Rule by) {
        rules.replaceAll(other -> other.id().equals(rule.id()) ? by : other);
    }

    /** A rule has another id, and those that multiply it do so all the same. */
    void renameRule(Rule rule, String id) {
        rules.replaceAll(other -> {
            if (other.id().equals(rule.id())) {
                return renamed(other, id);
            }
            return other instanceof Multiplier multiplier && isOn(rule, other)
                    ? with(multiplier, other.id(), multiplying(multiplier.effect(), id))
                    : other;
        });
    }

    private static Rule renamed(Rule rule, String id) {
        return rule instanceof Multiplier multiplier
                ? with(multiplier, id, multiplier.effect())
                : rule instanceof EarnRule earns ? with(earns, id, earns.effect()) : ((MemberRule) rule).renamed(id);
    }

    private static Effect.Multiplies multiplying(Effect.Multiplies effect, String id) {
        return effect instanceof Effect.MultipliesRounded rounded
                ? new Effect.MultipliesRounded(id, rounded.factor(), rounded.rounding())
                : new Effect.MultipliesExact(id, effect.factor());
    }

    private static Multiplier with(Multiplier rule, String id, Effect.Multiplies effect) {
        return new Multiplier(id, rule.selector(), rule.conditions(), effect, rule.caps(), rule.reason());
    }

    /** A rule with another id and effect. */
    static EarnRule with(EarnRule rule, String id, Effect.Earns effect) {
        return new EarnRule(
                id,
                rule.selector(),
                rule.method(),
                rule.conditions(),
                effect,
                rule.currency(),
                rule.step(),
                rule.rounding(),
                rule.combination(),
                rule.caps(),
                rule.available(),
                rule.expiry(),
                rule.returns(),
                rule.reason());
    }

    /** A rule for everybody, at once. */
    static Rule unconditional(Rule rule) {
        if (rule instanceof Multiplier multiplier) {
            return new Multiplier(
                    rule.id(),
                    multiplier.selector(),
                    List.of(),
                    multiplier.effect(),
                    multiplier.caps(),
                    multiplier.reason());
        }
        return rule instanceof EarnRule earns
                ? unconditional(earns)
                : RandomMemberRules.unconditional((MemberRule) rule);
    }

    private static EarnRule unconditional(EarnRule rule) {
        return new EarnRule(
                rule.id(),
                rule.selector(),
                null,
                List.of(),
                rule.effect(),
                rule.currency(),
                rule.step(),
                rule.rounding(),
                rule.combination(),
                rule.caps(),
                null,
                null,
                rule.returns(),
                rule.reason());
    }

    /** A tier goes, and its members stand on another. */
    void retireTier(Tier tier, Tier standsOn) {
        retiredTiers.put(tier, standsOn);
        UnaryOperator<Tier> now = other -> other.equals(tier) ? standsOn : other;
        points.replaceAll(policy -> withTiers(policy, now));
        retiredPoints.replaceAll(policy -> withTiers(policy, now));
    }

    private static PointPolicy withTiers(PointPolicy policy, UnaryOperator<Tier> now) {
        PointTerms terms = policy.terms();
        Set<Tier> suspending = new TreeSet<>(Comparator.comparing(Tier::id));
        terms.suspending().forEach(tier -> suspending.add(now.apply(tier)));
        return new PointPolicy(policy.currency(), suspendedFor(terms, suspending));
    }

    /** Whether a ladder has the tiers that the version before has on one of its id, if it has one. */
    boolean canHave(Ladder ladder) {
        return before.ladder(ladder.id())
                .map(known -> tiersOf(known).equals(tiersOf(ladder)))
                .orElse(true);
    }

    private static List<Tier> tiersOf(Ladder ladder) {
        return ladder.steps().stream().map(Ladder.Step::tier).toList();
    }

    /** A ladder with other parts, in place of the one of its id, or beside those that there are. */
    void climb(LadderParts ladder) {
        ladders.removeIf(other -> other.id().equals(ladder.id()));
        ladders.add(ladder.declared());
        retiredLadders.remove(ladder.id());
    }

    /** A ladder goes, and nobody holds a tier of it any more. */
    void retireLadder(Ladder ladder) {
        ladders.remove(ladder);
        if (before.ladder(ladder.id()).isPresent()) {
            retiredLadders.add(ladder.id());
        }
        retiredTiers.values().removeIf(ladder::has);
        points.replaceAll(policy -> withoutTiers(policy, ladder));
        retiredPoints.replaceAll(policy -> withoutTiers(policy, ladder));
    }

    private static PointPolicy withoutTiers(PointPolicy policy, Ladder ladder) {
        Set<Tier> suspending = new LinkedHashSet<>(policy.terms().suspending());
        suspending.removeIf(ladder::has);
        return new PointPolicy(policy.currency(), suspendedFor(policy.terms(), suspending));
    }

    /** The same terms with other tiers that suspend expiry. */
    static PointTerms suspendedFor(PointTerms terms, Set<Tier> tiers) {
        return new PointTerms(
                terms.expiry(),
                tiers,
                tiers.isEmpty() ? null : terms.afterwards(),
                terms.shortfall(),
                terms.transferAge(),
                terms.extension());
    }
}
