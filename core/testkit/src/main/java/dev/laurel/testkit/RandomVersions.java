package dev.laurel.testkit;

import dev.laurel.condition.Conditions;
import dev.laurel.customer.LeapDay;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.Goals;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ProgramProblem;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierAfterReturn;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws later versions of a program, each made by changing some of what the one before it has. */
final class RandomVersions {
    /** A point currency that later versions bring and take away again. */
    static final String STAMPS = "stamps";

    private static final int MOST_TRIES = 3;

    /** In which much is bought, and which are over before histories are. */
    private static final List<BoundedWindow> JUDGED_AFTERWARDS = List.of(
            BoundedWindow.MONTH,
            BoundedWindow.QUARTER,
            BoundedWindow.QUARTER,
            BoundedWindow.QUARTER,
            BoundedWindow.YEAR);

    /** What can change; each is left out where a program has nothing to change by it, or would be refused with it. */
    private enum Change {
        RATE,
        RULE_ADDED,
        RULE_REMOVED,
        RULE_RENAMED,
        RULE_ON_MEMBER,
        SUMS_GONE,
        SUMS_AGAIN,
        ACTIVITIES,
        LIMIT_OF_CAP,
        CAPS_OF_PROGRAM,
        REWARD_REMOVED,
        REWARD_ADDED,
        PRICE,
        OFFER_REMOVED,
        OFFER_ADDED,
        TIER_RENAMED,
        TIER_REMOVED,
        TIER_ADDED,
        THRESHOLDS,
        COUNTERS_OF_LADDER,
        WINDOW_OF_LADDER,
        TIMES_OF_LADDER,
        LADDER_ADDED,
        LADDER_RETIRED,
        LADDERS_AS_AT_FIRST,
        POINTS_ADDED,
        POINTS_RETIRED,
        EXPIRY,
        EXPIRY_AGAIN,
        EXPIRY_AND_SUSPENSION,
        RETURNS,
        LATE_LIMIT,
        LONGEST_HOLD,
        LEAP_DAY,
        SHORTFALLS,
        TRANSFERS
    }

    private final Draw draw;
    private final List<LoyaltyProgram> earlier;
    private final String name;
    private final RandomProgram other;
    private ProgramParts parts;

    private RandomVersions(Draw draw, List<LoyaltyProgram> earlier, String name) {
        LoyaltyProgram before = earlier.get(earlier.size() - 1);
        this.draw = draw;
        this.earlier = earlier;
        this.name = name;
        parts = new ProgramParts(before);
        // What it has can take the place of what there is.
        other = new RandomProgram(draw, before.id());
    }

    /** A program with one or two later versions of it, in the order in which they come into force. */
    static List<LoyaltyProgram> of(Draw draw, LoyaltyProgram program) {
        List<LoyaltyProgram> versions = new ArrayList<>();
        LocalDate from = Draw.FIRST_DAY.plusDays(draw.below(80));
        boolean isDated = draw.chance(20);
        LoyaltyProgram first = isDated ? new ProgramParts(program).declared(program.version(), from) : program;
        int more = draw.chance(70) ? 1 : 2;
        boolean isWithoutSums = more == 2 && draw.chance(50);
        // What a ladder counts goes and comes back.
        boolean comesBack = more == 2 && !isWithoutSums && draw.chance(80);
        Change gone = draw.chance(50) ? Change.COUNTERS_OF_LADDER : Change.LADDER_RETIRED;
        boolean isHarder = !comesBack && draw.chance(50);
        BoundedWindow window = draw.pick(JUDGED_AFTERWARDS);
        versions.add(
                isHarder ? new RandomVersions(draw, List.of(first), first.version()).easier(first, window) : first);
        for (int i = 0; i < more; i++) {
            from = from.plusDays(5L + draw.below(250));
            from = draw.chance(30) ? from.plusMonths(1).withDayOfMonth(1) : from;
            from = isHarder && i == 0 ? endOf(window, from) : from;
            List<Change> surely = comesBack ? List.of(i == 0 ? gone : Change.LADDERS_AS_AT_FIRST) : List.of();
            RandomVersions next = new RandomVersions(draw, versions, Integer.toString(i + 2));
            LoyaltyProgram changed = isHarder && i == 0 ? next.harder(from) : next.changed(from, surely);
            versions.add(
                    isWithoutSums ? next.or(changed, from, i == 0 ? Change.SUMS_GONE : Change.SUMS_AGAIN) : changed);
        }
        return List.copyOf(versions);
    }

    private LoyaltyProgram changed(LocalDate from, List<Change> surely) {
        LoyaltyProgram version = parts.declared(name, from);
        List<Change> changes = new ArrayList<>(surely);
        for (int i = draw.chance(8) ? 0 : 2 + draw.below(5); i > 0; i--) {
            changes.add(draw.pick(List.of(Change.values())));
        }
        if (draw.chance(35)) {
            // Of many kinds of changes one that returns of before must not meet.
            changes.add(Change.THRESHOLDS);
        }
        if (draw.chance(35)) {
            changes.add(Change.RULE_ON_MEMBER);
        }
        if (draw.chance(35)) {
            // Few members hold more than the lowest tier when a ladder goes.
            changes.add(0, Change.LADDER_RETIRED);
        }
        for (Change change : changes) {
            ProgramParts before = parts.copy();
            apply(change);
            LoyaltyProgram changed = declaredOrNull(from);
            if (changed == null) {
                parts = before;
            } else {
                version = changed;
            }
        }
        return version;
    }

    /** The first day of the next window of the calendar. */
    private static LocalDate endOf(BoundedWindow window, LocalDate day) {
        return LocalDate.ofEpochDay(window.firstDayOf(window.numberOf(day.toEpochDay(), 0) + 1, 0));
    }

    /** One of the ladders is easily climbed, in windows that count for as long again when they are over. */
    private LoyaltyProgram easier(LoyaltyProgram program, BoundedWindow window) {
        List<Ladder> climbed = parts.ladders.stream()
                .filter(ladder -> ladder.window().isPresent())
                .toList();
        if (climbed.isEmpty()) {
            return program;
        }
        LadderParts ladder = LadderParts.of(draw.pick(climbed));
        ProgramParts before = parts;
        for (int percent : List.of(40, 100)) {
            parts = before.copy();
            List<Ladder.Step> steps = new ArrayList<>();
            for (Ladder.Step step : ladder.steps()) {
                Goal goal = step.goal();
                steps.add(new Ladder.Step(step.tier(), goal == null ? null : scaled(in(window, goal), percent)));
            }
            parts.climb(new LadderParts(
                    ladder.id(),
                    steps,
                    Moment.endOf(window, window.length()),
                    ladder.fall(),
                    TierAfterReturn.JUDGED_ANEW,
                    ladder.upgrade()));
            LoyaltyProgram easier = declaredOrNull(program.inForceFrom());
            if (easier != null) {
                return easier;
            }
        }
        return program;
    }

    /** With nothing but higher thresholds: who has reached less by then keeps it, also after returns of what was bought before. */
    private LoyaltyProgram harder(LocalDate from) {
        LoyaltyProgram version = parts.declared(name, from);
        int percent = 150 + draw.below(250);
        for (Ladder ladder : List.copyOf(parts.ladders)) {
            ProgramParts before = parts.copy();
            climb(LadderParts.of(ladder), percent);
            LoyaltyProgram changed = declaredOrNull(from);
            parts = changed == null ? before : parts;
            version = changed == null ? version : changed;
        }
        return version;
    }

    /** With one more change, if it is right with that. */
    private LoyaltyProgram or(LoyaltyProgram changed, LocalDate from, Change more) {
        apply(more);
        LoyaltyProgram other = declaredOrNull(from);
        return other == null ? changed : other;
    }

    /** What asks for something that is gone goes without asking, or goes too. */
    private @Nullable LoyaltyProgram declaredOrNull(@Nullable LocalDate from) {
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return parts.declared(name, from);
            } catch (InvalidProgramException e) {
                withdraw(e.problems().stream().map(ProgramProblem::where).collect(Collectors.toSet()));
            }
        }
        return null;
    }

    private void withdraw(Set<String> refused) {
        parts.rules.removeIf(rule -> refused.contains("rule '" + rule.id() + "'")
                && rule instanceof MemberRule onMember
                && RandomMemberRules.isUnconditional(onMember));
        parts.rules.replaceAll(
                rule -> refused.contains("rule '" + rule.id() + "'") ? ProgramParts.unconditional(rule) : rule);
        List.copyOf(parts.rewards).stream()
                .filter(reward -> refused.contains("reward '" + reward.id() + "'"))
                .forEach(parts::retireReward);
        List.copyOf(parts.offers).stream()
                .filter(offer -> refused.contains("offer '" + offer.id() + "'"))
                .forEach(parts::retireOffer);
        parts.benefits.removeIf(benefit -> refused.contains("benefit '" + benefit.id() + "'"));
    }

    private void apply(Change change) {
        switch (change) {
            case RATE, RULE_ADDED, RULE_REMOVED, RULE_RENAMED, LIMIT_OF_CAP -> changeRules(change);
            case RULE_ON_MEMBER -> changeRuleOnMember();
            case SUMS_GONE ->
                parts.rules.replaceAll(rule -> asksForSums(rule) ? ProgramParts.unconditional(rule) : rule);
            case SUMS_AGAIN -> askAgain();
            case ACTIVITIES -> {
                parts.activities.clear();
                parts.activities.addAll(other.activities);
            }
            case CAPS_OF_PROGRAM -> changeCapsOfProgram();
            case REWARD_REMOVED, REWARD_ADDED, PRICE, OFFER_REMOVED, OFFER_ADDED -> changeOfferings(change);
            case TIER_RENAMED, TIER_REMOVED, TIER_ADDED -> changeTiers(change);
            case THRESHOLDS,
                    COUNTERS_OF_LADDER,
                    WINDOW_OF_LADDER,
                    TIMES_OF_LADDER,
                    LADDER_ADDED,
                    LADDER_RETIRED,
                    LADDERS_AS_AT_FIRST -> changeLadders(change);
            case POINTS_ADDED, POINTS_RETIRED -> changePoints(change);
            case EXPIRY, EXPIRY_AGAIN, EXPIRY_AND_SUSPENSION, SHORTFALLS, TRANSFERS -> changeTerms(change);
            case RETURNS -> parts.returnPeriod = Period.ofDays(draw.below(400));
            case LATE_LIMIT -> parts.lateLimit = Period.ofDays(draw.below(60));
            case LONGEST_HOLD -> parts.longestHold = Period.ofDays(draw.below(100));
            case LEAP_DAY -> parts.leapDay = draw.pick(List.of(LeapDay.values()));
        }
    }

    // --- sums ---

    private static boolean asksForSums(Rule rule) {
        return rule.conditions().stream()
                .anyMatch(condition -> !condition.mentions().questions().isEmpty());
    }

    /** What the first version asked for is asked for again by its rules that are still there. */
    private void askAgain() {
        for (Rule rule : earlier.get(0).rules()) {
            boolean isThere = parts.rules.stream()
                    .anyMatch(other -> other.id().equals(rule.id()) && other.getClass() == rule.getClass());
            if (isThere && asksForSums(rule)) {
                parts.replaceRule(rule, rule);
            }
        }
    }

    // --- rules ---

    private void changeRules(Change change) {
        if (parts.rules.isEmpty()) {
            add(draw.pick(other.rules));
            return;
        }
        Rule rule = draw.pick(parts.rules);
        switch (change) {
            case RATE -> parts.replaceRule(rule, rated(rule));
            case RULE_ADDED -> add(draw.pick(other.rules));
            case RULE_REMOVED -> parts.removeRule(rule);
            case RULE_RENAMED -> parts.renameRule(rule, "renamed-" + name + "-" + rule.id());
            default -> parts.replaceRule(rule, withOtherLimits(rule));
        }
    }

    private Rule rated(Rule rule) {
        long points = 1L + draw.below(6);
        if (rule instanceof MemberRule onMember) {
            return other.memberRules.rated(onMember);
        }
        if (!(rule instanceof EarnRule earns)) {
            return rule;
        }
        boolean isFixed = earns.effect().amount().fixedPoints() > 0;
        Amount amount =
                isFixed ? Amounts.fixed(points) : Amounts.proportional(points, draw.money(50L + draw.below(300)));
        return ProgramParts.with(earns, rule.id(), new Effect.Earns(amount));
    }

    /** Of all rules few are on a member: one of these asks something else, gives something else, or goes, and others come. */
    private void changeRuleOnMember() {
        List<MemberRule> known = parts.rules.stream()
                .filter(MemberRule.class::isInstance)
                .map(MemberRule.class::cast)
                .toList();
        if (!known.isEmpty()) {
            MemberRule rule = draw.pick(known);
            switch (draw.below(5)) {
                case 0 -> parts.replaceRule(rule, other.memberRules.asking(rule));
                case 1 -> parts.replaceRule(rule, other.memberRules.rated(rule));
                case 2 -> parts.replaceRule(rule, withOtherLimits(rule));
                case 3 -> parts.renameRule(rule, "renamed-" + name + "-" + rule.id());
                default -> parts.removeRule(rule);
            }
        }
        other.rules.stream()
                .filter(MemberRule.class::isInstance)
                .filter(rule -> draw.chance(50))
                .forEach(this::add);
    }

    private void add(Rule rule) {
        String id = "added-" + name + "-" + parts.rules.size();
        if (rule instanceof EarnRule earns) {
            parts.rules.add(ProgramParts.with(earns, id, earns.effect()));
        } else if (rule instanceof Multiplier multiplier) {
            Rule base = parts.rules.isEmpty() ? other.rules.get(0) : draw.pick(parts.rules);
            if (parts.rules.contains(base) && base instanceof EarnRule earns) {
                parts.rules.add(Multiplier.of(id, earns, multiplier.effect().factor()));
            }
        } else {
            parts.rules.add(((MemberRule) rule).renamed(id));
        }
    }

    /** Some caps are new, and some are gone. */
    private Rule withOtherLimits(Rule rule) {
        List<Cap> caps = rule.caps().stream().map(this::withOtherLimit).toList();
        Rule from = draw.pick(other.rules);
        caps = caps.isEmpty() || draw.chance(20)
                ? from.caps().stream().map(cap -> in(currencyOf(rule), cap)).toList()
                : caps;
        if (rule instanceof Multiplier multiplier) {
            return new Multiplier(
                    rule.id(),
                    multiplier.selector(),
                    multiplier.conditions(),
                    multiplier.effect(),
                    caps,
                    multiplier.reason());
        }
        return rule instanceof EarnRule earns
                ? withCaps(earns, caps)
                : RandomMemberRules.withCaps((MemberRule) rule, caps);
    }

    private Cap withOtherLimit(Cap cap) {
        if (cap instanceof PointCap points) {
            Points most = points.most();
            return new PointCap(most.currency().points(1 + draw.below(2 * most.count())), points.window());
        }
        UseCap uses = (UseCap) cap;
        return UseCap.of(1 + draw.below(2 * uses.most()), uses.window());
    }

    /** A cap of points, of those of another currency. */
    private static Cap in(PointCurrency currency, Cap cap) {
        return cap instanceof PointCap points
                ? new PointCap(currency.points(points.most().count()), points.window())
                : cap;
    }

    private PointCurrency currencyOf(Rule rule) {
        if (rule instanceof Multiplier multiplier) {
            return parts.rules.stream()
                    .filter(other -> other.id().equals(multiplier.effect().rule()))
                    .findFirst()
                    .map(this::currencyOf)
                    .orElseThrow();
        }
        PointCurrency named = rule instanceof EarnRule earns
                ? earns.currency()
                : ((MemberRule) rule).points().map(Points::currency).orElse(null);
        return named == null ? parts.points.get(0).currency() : named;
    }

    private void changeCapsOfProgram() {
        if (draw.chance(30) && !parts.caps.isEmpty()) {
            parts.caps.remove(draw.below(parts.caps.size()));
        } else if (draw.chance(60)) {
            parts.caps.replaceAll(this::withOtherLimit);
        }
        for (Cap cap : other.caps) {
            if (parts.caps.stream().noneMatch(known -> Cap.BY_WHAT_IS_COUNTED.compare(cap, known) == 0)) {
                parts.caps.add(cap);
            }
        }
    }

    private static EarnRule withCaps(EarnRule rule, List<Cap> caps) {
        return new EarnRule(
                rule.id(),
                rule.selector(),
                rule.method(),
                rule.conditions(),
                rule.effect(),
                rule.currency(),
                rule.step(),
                rule.rounding(),
                rule.combination(),
                caps,
                rule.available(),
                rule.expiry(),
                rule.returns(),
                rule.reason());
    }

    // --- rewards and offers ---

    private void changeOfferings(Change change) {
        if (change == Change.REWARD_ADDED) {
            Reward reward = draw.pick(other.offerings.rewards);
            parts.rewards.add(renamed(reward, "added-" + name));
        } else if (change == Change.OFFER_ADDED) {
            Offer offer = draw.pick(other.offerings.offers);
            parts.offers.add(new Offer("added-" + name, offer.occasion(), offer.conditions(), offer.choices()));
        } else if (change == Change.OFFER_REMOVED && !parts.offers.isEmpty()) {
            parts.retireOffer(draw.pick(parts.offers));
        } else if (change == Change.REWARD_REMOVED && !parts.rewards.isEmpty()) {
            parts.retireReward(draw.pick(parts.rewards));
        } else if (change == Change.PRICE) {
            parts.rewards.replaceAll(reward -> draw.chance(60) ? costing(reward) : reward);
        }
    }

    private static Reward renamed(Reward reward, String id) {
        return new Reward(
                id, reward.price(), reward.conditions(), reward.content(), reward.limits(), reward.validity());
    }

    private Reward costing(Reward reward) {
        Price price = reward.price();
        long step = 1L + draw.below(5);
        Price now = price instanceof FixedPrice == draw.chance(80)
                ? new FixedPrice(1L + draw.below(40), price.currency())
                : new ChosenPrice(step, step * (1 + draw.below(3)), price.currency());
        return new Reward(reward.id(), now, reward.conditions(), reward.content(), reward.limits(), reward.validity());
    }

    // --- tiers ---

    private void changeTiers(Change change) {
        if (parts.ladders.isEmpty()) {
            return;
        }
        LadderParts ladder = LadderParts.of(draw.pick(parts.ladders));
        List<Ladder.Step> steps = new ArrayList<>(ladder.steps());
        int rank = draw.below(steps.size());
        Tier tier = steps.get(rank).tier();
        if (change == Change.TIER_RENAMED) {
            Tier renamed = Tier.of(
                    draw.chance(80)
                            ? tier.id() + "-" + name
                            : draw.pick(RandomLadders.TIERS).id());
            parts.retireTier(tier, renamed);
            steps.set(rank, new Ladder.Step(renamed, steps.get(rank).goal()));
        } else if (change == Change.TIER_REMOVED && rank > 0) {
            boolean isUp = draw.below(rank + 1) == 0 && rank + 1 < steps.size();
            parts.retireTier(tier, steps.get(isUp ? rank + 1 : rank - 1).tier());
            steps.remove(rank);
        } else if (change == Change.TIER_ADDED && rank > 0) {
            Tier added = draw.chance(70) ? Tier.of("between-" + name) : draw.pick(RandomLadders.TIERS);
            Goal goal = steps.get(rank).goal();
            steps.add(rank, new Ladder.Step(added, goal == null ? null : scaled(goal, 50)));
        }
        parts.climb(ladder.with(steps));
        Tier known = draw.pick(steps).tier();
        if (draw.chance(60)) {
            parts.rules.add(
                    EarnRule.earning("tier-" + name + "-" + parts.rules.size(), Amounts.fixed(1L + draw.below(5)))
                            .where(draw.chance(50) ? Conditions.memberIs(known) : Conditions.memberIsAtLeast(known)));
        }
    }

    /** All that must be reached for a goal, by so much less or more; how its parts are joined may change. */
    private Goal scaled(Goal goal, int percent) {
        Goal[] scaled = goal.parts().stream().map(part -> scaled(part, percent)).toArray(Goal[]::new);
        return scaled.length == 1 ? scaled[0] : draw.chance(50) ? Goals.all(scaled) : Goals.any(scaled);
    }

    private Goal scaled(SumGoal goal, int percent) {
        if (goal.sum() instanceof MoneySum money) {
            return money.reaches(Money.ofMillionths(draw.currency(), Math.max(1, goal.kept() / 100 * percent)));
        }
        return ((CountSum) goal.sum()).reaches(Math.max(1, goal.number().orElseThrow() * percent / 100));
    }

    private void changeLadders(Change change) {
        if (change == Change.LADDER_ADDED) {
            Set<String> known = parts.ladders.stream().map(Ladder::id).collect(Collectors.toSet());
            other.ladders.stream()
                    .filter(ladder -> !known.contains(ladder.id()) && parts.canHave(ladder))
                    .forEach(ladder -> parts.climb(LadderParts.of(ladder)));
        } else if (change == Change.LADDERS_AS_AT_FIRST) {
            earlier.get(0).ladders().stream()
                    .filter(parts::canHave)
                    .forEach(ladder -> parts.climb(LadderParts.of(ladder)));
        } else if (!parts.ladders.isEmpty()) {
            Ladder ladder = draw.pick(parts.ladders);
            if (change == Change.LADDER_RETIRED) {
                List<Ladder> gone = draw.chance(50) ? List.of(ladder) : List.copyOf(parts.ladders);
                gone.forEach(parts::retireLadder);
            } else {
                changeLadder(change, LadderParts.of(ladder));
            }
        }
    }

    private void changeLadder(Change change, LadderParts ladder) {
        if (change == Change.WINDOW_OF_LADDER) {
            changeWindow(ladder);
        } else if (change == Change.THRESHOLDS) {
            climb(ladder, 20 + draw.below(200));
        } else if (!other.ladders.isEmpty()) {
            LadderParts drawn = LadderParts.of(draw.pick(other.ladders));
            parts.climb(
                    change == Change.COUNTERS_OF_LADDER
                            ? ladder.withGoalsOf(drawn)
                            : new LadderParts(
                                    ladder.id(),
                                    ladder.steps(),
                                    draw.chance(60) ? drawn.kept() : ladder.kept(),
                                    drawn.fall(),
                                    drawn.afterReturn(),
                                    drawn.upgrade()));
        }
    }

    /** Goals of so much less or more. */
    private void climb(LadderParts ladder, int percent) {
        parts.climb(ladder.with(ladder.steps().stream()
                .map(step -> {
                    Goal goal = step.goal();
                    return new Ladder.Step(step.tier(), goal == null ? null : scaled(goal, percent));
                })
                .toList()));
    }

    /** The same goals in windows of another kind. */
    private void changeWindow(LadderParts ladder) {
        if (other.ladders.isEmpty()) {
            return;
        }
        LadderParts drawn = LadderParts.of(draw.pick(other.ladders));
        Window window = drawn.declared().window().orElse(Window.EVER);
        List<Ladder.Step> steps = new ArrayList<>();
        for (Ladder.Step step : ladder.steps()) {
            Goal goal = step.goal();
            steps.add(new Ladder.Step(step.tier(), goal == null ? null : in(window, goal)));
        }
        parts.climb(new LadderParts(
                ladder.id(),
                steps,
                drawn.declared().window().isEmpty() ? null : drawn.kept(),
                drawn.fall(),
                drawn.afterReturn(),
                drawn.upgrade()));
    }

    private Goal in(Window window, Goal goal) {
        Goal[] moved = goal.parts().stream()
                .map(part -> {
                    Sum sum = part.sum().counter().per(window);
                    return sum instanceof MoneySum money
                            ? money.reaches(Money.ofMillionths(draw.currency(), part.kept()))
                            : ((CountSum) sum).reaches(part.number().orElseThrow());
                })
                .toArray(Goal[]::new);
        return moved.length == 1 ? moved[0] : Goals.all(moved);
    }

    // --- points ---

    private void changePoints(Change change) {
        PointCurrency stamps = PointCurrency.of(STAMPS);
        Set<PointCurrency> known =
                parts.points.stream().map(PointPolicy::currency).collect(Collectors.toSet());
        PointTerms terms = withoutTiers(draw.pick(other.points).terms());
        if (change == Change.POINTS_RETIRED) {
            PointPolicy retired = parts.points.get(parts.points.size() - 1);
            if (parts.points.size() > 1) {
                parts.retire(retired.currency(), draw.chance(60) ? retired.terms() : terms);
            }
        } else if (!known.contains(stamps)) {
            parts.retiredPoints.removeIf(policy -> policy.currency().equals(stamps));
            parts.points.add(new PointPolicy(stamps, terms));
            parts.rules.add(EarnRule.earning("stamp-" + name, Amounts.fixed(1L + draw.below(3)))
                    .awarding(stamps));
            parts.rewards.add(Reward.costing("stamped-" + name, stamps.points(1L + draw.below(4))));
        }
    }

    /** Terms that name only tiers that the program has. */
    private PointTerms withoutTiers(PointTerms terms) {
        Set<Tier> tiers = new TreeSet<>(Comparator.comparing(Tier::id));
        terms.suspending().stream()
                .filter(tier -> parts.ladders.stream().anyMatch(ladder -> ladder.has(tier)))
                .forEach(tiers::add);
        return ProgramParts.suspendedFor(terms, tiers);
    }

    private void changeTerms(Change change) {
        int place = draw.below(parts.points.size());
        PointPolicy policy = parts.points.get(place);
        PointTerms terms = policy.terms();
        PointTerms drawn = withoutTiers(draw.pick(other.points).terms());
        PointTerms now = switch (change) {
            case SHORTFALLS ->
                new PointTerms(
                        terms.expiry(),
                        terms.suspending(),
                        terms.afterwards(),
                        terms.shortfall() == ShortfallPolicy.OWE ? ShortfallPolicy.CLAMP : ShortfallPolicy.OWE,
                        terms.transferAge(),
                        terms.extension());
            case TRANSFERS ->
                new PointTerms(
                        terms.expiry(),
                        terms.suspending(),
                        terms.afterwards(),
                        terms.shortfall(),
                        terms.transferAge() == null ? Period.ofDays(draw.below(10)) : drawn.transferAge(),
                        terms.extension());
            case EXPIRY ->
                new PointTerms(
                        drawn.expiry(),
                        terms.suspending(),
                        terms.afterwards(),
                        terms.shortfall(),
                        terms.transferAge(),
                        terms.extension());
            default -> drawn;
        };
        parts.points.set(place, new PointPolicy(policy.currency(), now));
    }
}
