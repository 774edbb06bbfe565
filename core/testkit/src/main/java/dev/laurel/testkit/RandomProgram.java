package dev.laurel.testkit;

import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.customer.LeapDay;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.ledger.Points;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ProgramProblem;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program, with every kind of rule, expiry, ladder, reward, offer and benefit, and now and then a rule that misbehaves. */
final class RandomProgram {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final List<String> ZONES =
            List.of("America/New_York", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata", "UTC");

    final ZoneId zone;
    final List<Cap> caps = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final RandomOfferings offerings;

    private final Draw draw;
    private final RandomTimes times;
    private final String id;
    private final RandomConditions conditions;
    final RandomMemberRules memberRules;
    final List<PointPolicy> points;
    final List<List<Tier>> tiers;
    final List<Ladder> ladders;
    private final List<Selector> exclusions = new ArrayList<>();
    final List<ActivityKind> activities = new ArrayList<>();
    private final boolean includesTax;
    private final LeapDay leapDay;
    private final Period lateLimit;
    private final Period returnPeriod;
    private final Period longestHold;

    RandomProgram(Draw draw, String id) {
        this.draw = draw;
        times = new RandomTimes(draw);
        this.id = id;
        zone = ZoneId.of(draw.pick(ZONES));
        RandomLadders drawn = new RandomLadders(draw);
        tiers = drawn.tiers();
        RandomConditions plain = new RandomConditions(draw, tiers);
        RandomCounters counters = new RandomCounters(draw, plain);
        conditions = plain.asking(counters);
        activities.addAll(counters.activities());
        for (String name : RandomMemberEvent.ACTIVITIES) {
            if (draw.chance(80)) {
                activities.add(new ActivityKind(name));
            }
        }
        points = List.of(policy("points"), policy("status"));
        ladders = drawn.declared(plain);
        if (draw.chance(50)) {
            exclusions.add(Selectors.category("gift-card"));
        }
        if (draw.chance(15)) {
            exclusions.add(conditions.selector(0));
        }
        includesTax = draw.chance(40);
        leapDay = draw.pick(List.of(LeapDay.values()));
        lateLimit = Period.ofDays(draw.chance(80) ? 30 : draw.below(60));
        returnPeriod = Period.ofDays(draw.chance(80) ? 365 : draw.below(100));
        longestHold = draw.chance(70) ? Period.ofDays(90) : Period.of(0, draw.below(2), draw.below(40));
        makeRules();
        memberRules = new RandomMemberRules(draw, conditions, tiers);
        rules.addAll(memberRules.drawn());
        makeCaps();
        boolean awardsStatus =
                rules.stream().anyMatch(rule -> rule instanceof EarnRule earns && earns.currency() != null);
        offerings = new RandomOfferings(draw, conditions, tiers, awardsStatus);
    }

    /** What nobody could ever have may be drawn too, but a program refuses it: it goes without. */
    LoyaltyProgram declared() {
        while (true) {
            try {
                return built();
            } catch (InvalidProgramException e) {
                if (!withdrew(e.problems().stream().map(ProgramProblem::where).collect(Collectors.toSet()))) {
                    throw e;
                }
                // An offer that is gone may have been the only one whose points could pay a reward: it is tried again.
            }
        }
    }

    private boolean withdrew(Set<String> refused) {
        // Only when its points become available can be wrong with a rule on purchases, if they would expire before.
        boolean withdrawn = refused.stream().anyMatch(where -> where.startsWith("rule "));
        rules.removeIf(rule -> isRefused(rule, refused)
                && rule instanceof MemberRule onMember
                && RandomMemberRules.isUnconditional(onMember));
        rules.replaceAll(rule -> isRefused(rule, refused) ? atOnce(rule) : rule);
        withdrawn |= offerings.rewards.removeIf(reward -> refused.contains("reward '" + reward.id() + "'"));
        withdrawn |= offerings.offers.removeIf(offer -> refused.contains("offer '" + offer.id() + "'"));
        withdrawn |= offerings.benefits.removeIf(benefit -> refused.contains("benefit '" + benefit.id() + "'"));
        return withdrawn;
    }

    private static boolean isRefused(Rule rule, Set<String> refused) {
        return refused.contains("rule '" + rule.id() + "'");
    }

    private static Rule atOnce(Rule rule) {
        if (rule instanceof MemberRule onMember) {
            return RandomMemberRules.unconditional(onMember);
        }
        return rule instanceof EarnRule earns ? atOnce(earns) : rule;
    }

    private static EarnRule atOnce(EarnRule rule) {
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
                rule.caps(),
                null,
                null,
                rule.returns(),
                rule.reason());
    }

    private LoyaltyProgram built() {
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder(id, "1")
                .zone(zone)
                .money(draw.currency())
                .leapDay(leapDay)
                .lateLimit(lateLimit)
                .returnsWithin(returnPeriod)
                .holdsAtMost(longestHold)
                .earn(rules.toArray(Rule[]::new))
                .capped(caps.toArray(Cap[]::new))
                .redeem(offerings.rewards.toArray(Reward[]::new))
                .offers(offerings.offers.toArray(Offer[]::new))
                .benefits(offerings.benefits.toArray(Benefit[]::new))
                .ladders(ladders.toArray(Ladder[]::new));
        for (PointPolicy policy : points) {
            builder.points(policy.currency(), policy.terms());
        }
        exclusions.forEach(builder::excluding);
        activities.forEach(builder::activities);
        if (includesTax) {
            builder.includingTax();
        }
        return builder.build();
    }

    private PointPolicy policy(String currency) {
        PointTerms terms = PointTerms.expiring(expiry());
        terms = draw.chance(50) ? terms.forgettingWhatIsMissing() : terms;
        if (draw.chance(80)) {
            terms = terms.transferableAfter(Period.ofDays(draw.chance(70) ? 0 : draw.below(30)));
        }
        boolean isDated = !(terms.expiry().date() instanceof Moment.Never);
        if (!tiers.isEmpty() && (isDated || terms.expiry().inactivity() != null) && draw.chance(40)) {
            // Mostly of all ladders that there are.
            terms = terms.suspendedFor(
                    aboveTheLowest(tiers.get(0)), aboveTheLowest(draw.chance(80) ? last(tiers) : tiers.get(0)));
            terms = draw.chance(50)
                    ? terms
                    : terms.thenExpiring(Moment.endOf(BoundedWindow.MONTH, Period.ofMonths(draw.below(3))));
        } else if (isDated && terms.expiry().inactivity() == null && draw.chance(35)) {
            terms = terms.extendingWhatComesBack(Period.ofDays(1 + draw.below(40)));
        }
        return new PointPolicy(PointCurrency.of(currency), terms);
    }

    private Expiry expiry() {
        return switch (draw.below(7)) {
            case 0 -> Moment.never();
            case 1, 2, 3 -> draw.chance(20) ? Expiry.usableUntil(times.moment()) : times.moment();
            case 4 ->
                draw.chance(30)
                        ? Expiry.earlierOf(inactivity(), Expiry.usableUntil(times.moment()))
                        : Expiry.earlierOf(inactivity(), times.moment());
            default -> inactivity();
        };
    }

    private Inactivity inactivity() {
        Inactivity inactivity = Expiry.inactiveFor(Period.ofDays(20 + draw.below(200)));
        inactivity = draw.chance(35) ? inactivity.counting(draw.pick(List.of(Expiry.Activity.values()))) : inactivity;
        inactivity = draw.chance(40) ? inactivity.countingAlso(draw.pick(RandomMemberEvent.ACTIVITIES)) : inactivity;
        return draw.chance(15) ? inactivity.plus(Period.ofDays(1 + draw.below(3))) : inactivity;
    }

    private Tier aboveTheLowest(List<Tier> ladder) {
        return ladder.get(1 + draw.below(ladder.size() - 1));
    }

    private static <T> T last(List<T> values) {
        return values.get(values.size() - 1);
    }

    private void makeRules() {
        int bases = 1 + draw.below(4);
        for (int i = 0; i < bases; i++) {
            Amount amount = amount();
            boolean isStepped = amount instanceof MoneySteps;
            RoundingStep step = isStepped || amount.fixedPoints() > 0
                    ? RoundingStep.PER_PURCHASE
                    : draw.pick(List.of(RoundingStep.values()));
            EarnRule rule = EarnRule.earning("base-" + i, amount)
                    .rounded(draw.pick(List.of(Rounding.values())), step)
                    .combining(draw.pick(List.of(Combination.values())));
            rule = amount.fixedPoints() == 0 && draw.chance(20) ? rule.partPaidBy(RandomPayments.CARD) : rule;
            rule = i > 0 && !isStepped && draw.chance(30) ? rule.awarding(PointCurrency.of("status")) : rule;
            rule = draw.chance(30) ? rule.capped(cap(orFirst(rule.currency()))) : rule;
            rule = draw.chance(40) ? rule.returning(terms(step)) : rule;
            // Seldom and shortly, or there would be little to redeem and to cancel.
            rule = draw.chance(20) ? rule.availableFrom(available()) : rule;
            rule = draw.chance(15) ? rule.expiring(times.moment()) : rule;
            rules.add(i == 0 ? rule : restricted(rule));
        }
        if (draw.chance(4)) {
            long many = draw.manyPoints() / (1 + draw.below(3));
            rules.add(EarnRule.earning("many", Amounts.fixed(many)).where(conditions.ofMember(1)));
        }
        if (draw.chance(25)) {
            rules.add(RogueRules.drawn("rogue", draw));
        }
        if (conditions.asksForSums() && draw.chance(60)) {
            // Of many conditions few ask for a sum, and fewer for one in each kind of window.
            rules.add(EarnRule.earning("sum", Amounts.fixed(1L + draw.below(5))).where(conditions.onSum()));
        }
        int multipliers = draw.below(6);
        for (int i = 0; i < multipliers; i++) {
            EarnRule base = (EarnRule) rules.get(draw.below(bases));
            if (base.effect().amount().fixedPoints() == 0) {
                rules.add(restricted(multiplier(i, base)));
            }
        }
    }

    private Moment available() {
        return draw.chance(70)
                ? Moment.after(Period.ofDays(1 + draw.below(20)))
                : Moment.endOf(draw.chance(50) ? BoundedWindow.WEEK : BoundedWindow.MONTH);
    }

    /** Now and then one below one, which takes; of the others some are capped. */
    private Multiplier multiplier(int number, EarnRule base) {
        boolean isBelowOne = draw.chance(30);
        Ratio factor = Ratio.of(isBelowOne ? 1 + draw.below(999) : 1001 + draw.below(3000), 1000);
        Multiplier multiplier = draw.chance(70)
                ? Multiplier.of("more-" + number, base, factor)
                : Multiplier.ofRounded("again-" + number, base, factor, draw.pick(List.of(Rounding.values())));
        return !isBelowOne && draw.chance(40) ? multiplier.capped(cap(orFirst(base.currency()))) : multiplier;
    }

    private TermsOfReturn terms(RoundingStep step) {
        return switch (draw.below(8)) {
            case 0 -> TermsOfReturn.BY_LINE;
            case 1 -> TermsOfReturn.BY_PURCHASE;
            case 2 -> TermsOfReturn.lostBelow(draw.money(1 + draw.below(30_000)));
            case 3 -> TermsOfReturn.LOST_ON_ANY_RETURN;
            case 4 -> TermsOfReturn.LOST_ON_FULL_RETURN;
            case 5 ->
                step == RoundingStep.PER_PURCHASE
                        ? steps().returns()
                        : TermsOfReturn.workedOutAnew(1L + draw.below(5), draw.money(50 + draw.below(300)));
            case 6 -> TermsOfReturn.workedOutAnew(1L + draw.below(5), draw.money(50 + draw.below(300)));
            default -> TermsOfReturn.KEPT;
        };
    }

    /** Now and then caps over all rules: of points of one currency or of both, of uses, or of each. */
    private void makeCaps() {
        while (caps.size() < 3 && draw.chance(30)) {
            Cap cap = cap(draw.chance(75) ? POINTS : PointCurrency.of("status"));
            boolean isFixedBelow = rules.stream().anyMatch(rule -> isBelow(cap, rule));
            if (!isFixedBelow && caps.stream().noneMatch(other -> Cap.BY_WHAT_IS_COUNTED.compare(cap, other) == 0)) {
                caps.add(cap);
            }
        }
    }

    /** Whether a rule gives more at once than the cap ever allows, which a program refuses. */
    static boolean isBelow(Cap cap, Rule rule) {
        if (!(cap instanceof PointCap most)) {
            return false;
        }
        if (rule instanceof MemberRule onMember) {
            return onMember.points()
                    .filter(points -> points.currency().equals(most.most().currency())
                            && points.count() > most.most().count())
                    .isPresent();
        }
        return rule instanceof EarnRule earns
                && most.most().count() < earns.effect().amount().fixedPoints();
    }

    private static PointCurrency orFirst(@Nullable PointCurrency currency) {
        return currency == null ? POINTS : currency;
    }

    private Cap cap(PointCurrency currency) {
        PointCap points = PointCap.of(currency.points(5L + draw.below(300)));
        return switch (draw.below(5)) {
            case 0 -> points;
            case 1, 2 -> UseCap.of(1L + draw.below(4), times.any());
            default -> points.per(times.any());
        };
    }

    private Amount amount() {
        long points = 1L + draw.below(5);
        return switch (draw.below(6)) {
            case 0 -> Amounts.perCompleted(points, draw.money(50 + draw.below(300)));
            case 1 -> Amounts.perItem(points);
            case 2 -> Amounts.fixed(points);
            case 3 -> steps();
            default -> Amounts.proportional(points, draw.money(50 + draw.below(300)));
        };
    }

    /** Steps at a rate, for full units or in all, which rise or fall. */
    private MoneySteps steps() {
        long from = 100L + draw.below(4_000);
        MoneySteps steps = MoneySteps.of(
                draw.money(from), POINTS.points(1L + draw.below(5)).per(unit()));
        for (int i = draw.below(3); i > 0; i--) {
            from += 100L + draw.below(8_000);
            Money money = draw.money(from);
            Points points = POINTS.points(1L + draw.below(5));
            steps = switch (draw.below(4)) {
                case 0 -> steps.then(money, points);
                case 1 -> steps.then(money, points.perFull(unit()));
                default -> steps.then(money, points.per(unit()));
            };
        }
        return steps;
    }

    private Money unit() {
        return draw.money(50L + draw.below(300));
    }

    private EarnRule restricted(EarnRule rule) {
        EarnRule restricted = draw.chance(50) ? rule.of(conditions.selector(2)) : rule;
        return draw.chance(60) ? restricted.where(conditions.condition(2)) : restricted;
    }

    private Multiplier restricted(Multiplier rule) {
        Multiplier restricted = draw.chance(50) ? rule.of(conditions.selector(2)) : rule;
        return draw.chance(60) ? restricted.where(conditions.condition(2)) : restricted;
    }
}
