package dev.laurel.program;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.condition.Selector;
import dev.laurel.customer.LeapDay;
import dev.laurel.event.Pricing;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PurchaseRule;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import dev.laurel.time.Inactivity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty program: immutable, and checked as a whole when it is built, with all problems at once.
 *
 * <p>The order in which rules and rewards are declared has no influence on anything: they are kept by id. That of ladders is the one in
 * which a member reads them, and has no other influence.
 */
public final class LoyaltyProgram {
    /** The layout in which this release writes {@linkplain #stableText() stable texts}. */
    public static final int STABLE_LAYOUT = StableText.LAYOUT;

    private final String id;
    private final String version;
    private final ZoneId zone;
    private final Currency money;
    private final List<PointPolicy> points;
    private final List<Selector> exclusions;
    private final Pricing pricing;
    private final List<Ladder> ladders;
    private final List<Ladder> declaredLadders;
    private final List<Cap> caps;
    private final List<Rule> rules;
    private final List<PurchaseRule> purchaseRules;
    private final List<MemberRule> memberRules;
    private final List<Reward> rewards;
    private final List<Offer> offers;
    private final List<Benefit> benefits;
    private final List<SumUpTo> sums;
    private final Set<ActivityKind> activities;
    private final Set<String> knownActivities;
    private final LeapDay leapDay;
    private final Period lateLimit;
    private final Period returnPeriod;
    private final Period longestHold;
    private final @Nullable LocalDate inForceFrom;
    private final Retired retired;
    private final List<ProgramProblem> warnings;

    private LoyaltyProgram(Builder builder, ZoneId zone, Currency money) {
        id = builder.id;
        version = builder.version;
        this.zone = zone;
        this.money = money;
        points = ImmutableList.copyOf(builder.points);
        exclusions = ImmutableList.copyOf(builder.exclusions);
        pricing = builder.pricing;
        ladders = ImmutableList.sortedCopyOf(Comparator.comparing(Ladder::id), builder.ladders);
        declaredLadders = ImmutableList.copyOf(builder.ladders);
        caps = ImmutableList.sortedCopyOf(Cap.BY_WHAT_IS_COUNTED, builder.caps);
        rules = ImmutableList.sortedCopyOf(Comparator.comparing(Rule::id), builder.rules);
        purchaseRules = only(PurchaseRule.class, rules);
        memberRules = only(MemberRule.class, rules);
        rewards = ImmutableList.sortedCopyOf(Comparator.comparing(Reward::id), builder.rewards);
        offers = ImmutableList.sortedCopyOf(Comparator.comparing(Offer::id), builder.offers);
        benefits = ImmutableList.sortedCopyOf(Comparator.comparing(Benefit::id), builder.benefits);
        sums = AskedSums.of(builder);
        activities = ImmutableSet.copyOf(builder.activities);
        knownActivities = builder.knownActivities();
        leapDay = builder.leapDay;
        lateLimit = builder.lateLimit;
        returnPeriod = builder.returnPeriod;
        longestHold = builder.longestHold;
        inForceFrom = builder.inForceFrom;
        retired = builder.retired;
        warnings = ImmutableList.sortedCopyOf(
                Comparator.comparing(ProgramProblem::where), new ProgramWarnings(builder).warnings());
    }

    /**
     * A program to be declared: zone, money and points are needed, and something that can happen: a rule, tiers, a reward, an
     * offer or a benefit.
     */
    public static Builder builder(String id, String version) {
        return new Builder(id, version);
    }

    /**
     * Versions of one program, in the order in which they come into force.
     *
     * @throws InvalidProgramException if they are not right together: two of one name or date; another id, zone or money; a point
     *     currency, a ladder, a tier, a reward or an offer that one has and the next neither has nor retires
     * @throws IllegalArgumentException if there is none
     */
    public static List<LoyaltyProgram> inOrder(List<LoyaltyProgram> versions) {
        checkArgument(!versions.isEmpty(), "there must be at least one version of a program");
        return VersionsCheck.inOrder(versions);
    }

    /** The id: kebab-case and permanent. */
    public String id() {
        return id;
    }

    /** The version, such as {@code 2026.1}. */
    public String version() {
        return version;
    }

    /** Id and version as entries name them, such as {@code beauty-insider@2026.1}. */
    public String versionedId() {
        return id + "@" + version;
    }

    /** The zone in which dates are read. */
    public ZoneId zone() {
        return zone;
    }

    /** The currency of purchases. */
    public Currency money() {
        return money;
    }

    /** The point currencies; the first is that of rules and rewards that name none. */
    public List<PointPolicy> points() {
        return points;
    }

    /** The point currencies, and then those that are retired. */
    public List<PointPolicy> allPoints() {
        return ImmutableList.<PointPolicy>builder()
                .addAll(points)
                .addAll(retired.points())
                .build();
    }

    /** The policy of a point currency, if the program has it, retired or not. */
    public Optional<PointPolicy> policyOf(String currency) {
        return allPoints().stream()
                .filter(policy -> policy.currency().id().equals(currency))
                .findFirst();
    }

    /** Lines that one of these chooses earn nothing and do not qualify for tiers. */
    public List<Selector> exclusions() {
        return exclusions;
    }

    /** Whether what lines cost counts without tax or with it. */
    public Pricing pricing() {
        return pricing;
    }

    /** The ladders of tiers, by id. */
    public List<Ladder> ladders() {
        return ladders;
    }

    /** The ladders of tiers in the order in which they are declared, which is that in which people read them. */
    public List<Ladder> declaredLadders() {
        return declaredLadders;
    }

    /** The ladder of this id, if there is one. */
    public Optional<Ladder> ladder(String ladderId) {
        return ladders.stream().filter(ladder -> ladder.id().equals(ladderId)).findFirst();
    }

    /** The ladder that has a tier, if one does. */
    public Optional<Ladder> ladderOf(Tier tier) {
        return ladders.stream().filter(ladder -> ladder.has(tier)).findFirst();
    }

    /** How much all rules together may award, by what is counted. */
    public List<Cap> caps() {
        return caps;
    }

    private static <R extends Rule> List<R> only(Class<R> kind, List<Rule> rules) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).collect(ImmutableList.toImmutableList());
    }

    /** The rules, by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rules on purchases, by id. */
    public List<PurchaseRule> purchaseRules() {
        return purchaseRules;
    }

    /** The rules on a member, by id. */
    public List<MemberRule> memberRules() {
        return memberRules;
    }

    /** The rewards, by id. */
    public List<Reward> rewards() {
        return rewards;
    }

    /** The reward of this id, if there is one. */
    public Optional<Reward> reward(String rewardId) {
        return rewards.stream().filter(reward -> reward.id().equals(rewardId)).findFirst();
    }

    /** The offers, by id. */
    public List<Offer> offers() {
        return offers;
    }

    /** The offer of this id, if there is one. */
    public Optional<Offer> offer(String offerId) {
        return offers.stream().filter(offer -> offer.id().equals(offerId)).findFirst();
    }

    /** The benefits, by id. */
    public List<Benefit> benefits() {
        return benefits;
    }

    /** The sums that ladders, rules, rewards, offers and benefits ask for, as far as they do, by id: accounts keep these and no others. */
    public List<SumUpTo> sums() {
        return sums;
    }

    /** The kinds of activities that it declares, by name. */
    public Set<ActivityKind> activities() {
        return activities;
    }

    /** Whether it accepts activities of a name: it declares them, a rule follows from them, or they keep points alive. */
    public boolean knowsActivity(String name) {
        return knownActivities.contains(name);
    }

    /** When those born on 29 February have their birthday in a common year. */
    public LeapDay leapDay() {
        return leapDay;
    }

    /** The date from whose start on it is in force, or null if it does not say so: the first version is from the beginning on. */
    public @Nullable LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** What it no longer has, but an earlier version had. */
    public Retired retired() {
        return retired;
    }

    /** How late an event may come. */
    public Period lateLimit() {
        return lateLimit;
    }

    /** How long after a purchase returns are accepted. */
    public Period returnPeriod() {
        return returnPeriod;
    }

    /** How long after its own date a hold may end. */
    public Period longestHold() {
        return longestHold;
    }

    /** Whether anything in it is counted or worked out by membership years. */
    public boolean needsMember() {
        return ladders.stream().anyMatch(Ladder::needsMember)
                || allPoints().stream().anyMatch(policy -> policy.terms().needsMember())
                || caps.stream().anyMatch(Cap::needsMember)
                || rules.stream().anyMatch(Rule::needsMember)
                || rewards.stream().anyMatch(Reward::needsMember)
                || sums.stream().anyMatch(upTo -> upTo.sum().window().needsMember())
                || offers.stream().anyMatch(offer -> offer.occasion().needsMember());
    }

    /** Whether holds may be as long as those of a program that says nothing of it. */
    boolean isLongestHoldUsual() {
        return longestHold.equals(Builder.DEFAULT_LONGEST_HOLD);
    }

    /** What is not wrong with the program, but may not be meant, such as a rounding that rewards splitting an order; an engine logs it. */
    public List<ProgramProblem> warnings() {
        return warnings;
    }

    /**
     * The program in a stable text: two programs that decide alike by what they declare have the same. Reasons and other words for
     * customers are not in it.
     */
    public String stableText() {
        return stableText(STABLE_LAYOUT);
    }

    /**
     * The stable text in a layout, such as that of a text which an earlier release has written.
     *
     * @throws IllegalArgumentException if this release does not know the layout
     */
    public String stableText(int layout) {
        return StableText.of(this, layout);
    }

    /** The SHA-256 of the {@linkplain #stableText() stable text}, in hexadecimal. */
    public String fingerprint() {
        return Hashing.sha256().hashString(stableText(), StandardCharsets.UTF_8).toString();
    }

    /**
     * The program's terms for people: members, marketing, lawyers. In English, as Markdown with tables, lines ended by a line
     * feed; a section without content is left out.
     *
     * <p>Made of the program alone, so always the same for the same program. What others' conditions, selectors and amounts say
     * of themselves, and reasons, stand in it as text and never as Markdown. The wording may become better from one release of
     * Laurel to the next: to tell whether two programs are the same, compare {@linkplain #fingerprint() fingerprints}.
     */
    public String terms() {
        return ProgramTerms.of(this);
    }

    /** Id and version. */
    @Override
    public String toString() {
        return "LoyaltyProgram[" + versionedId() + "]";
    }

    /** A program that is being declared. */
    public static final class Builder {
        private static final Period DEFAULT_LATE_LIMIT = Period.ofDays(30);
        private static final Period DEFAULT_RETURN_PERIOD = Period.ofDays(365);
        private static final Period DEFAULT_LONGEST_HOLD = Period.ofDays(30);

        final String id;
        final String version;
        final List<PointPolicy> points = new ArrayList<>();
        final List<Selector> exclusions = new ArrayList<>();
        final List<Ladder> ladders = new ArrayList<>();
        final List<Cap> caps = new ArrayList<>();
        final List<Rule> rules = new ArrayList<>();
        final List<Reward> rewards = new ArrayList<>();
        final List<Offer> offers = new ArrayList<>();
        final List<Benefit> benefits = new ArrayList<>();
        final Set<ActivityKind> activities = new TreeSet<>(Comparator.comparing(ActivityKind::name));

        @Nullable
        ZoneId zone;

        @Nullable
        Currency money;

        Pricing pricing = Pricing.NET;
        LeapDay leapDay = LeapDay.FEBRUARY_28;
        Period lateLimit = DEFAULT_LATE_LIMIT;
        Period returnPeriod = DEFAULT_RETURN_PERIOD;
        Period longestHold = DEFAULT_LONGEST_HOLD;
        Retired retired = Retired.NOTHING;

        @Nullable
        LocalDate inForceFrom;

        private Builder(String id, String version) {
            this.id = id;
            this.version = version;
        }

        /** Sets the zone in which dates are read. */
        @CanIgnoreReturnValue
        public Builder zone(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        /** Sets the currency of purchases. */
        @CanIgnoreReturnValue
        public Builder money(Currency money) {
            this.money = money;
            return this;
        }

        /** Adds a point currency; the first is that of rules and rewards that name none. */
        @CanIgnoreReturnValue
        public Builder points(PointCurrency currency, PointTerms terms) {
            points.add(new PointPolicy(currency, terms));
            return this;
        }

        /**
         * Leaves lines that the selector chooses outside of the program: they earn nothing, do not qualify for tiers, and points do not pay
         * for them. A purchase of nothing else is no activity.
         */
        @CanIgnoreReturnValue
        public Builder excluding(Selector selector) {
            exclusions.add(selector);
            return this;
        }

        /**
         * Counts what lines cost with tax: for points, for totals in conditions, for tiers and for what returns take back. Unless said,
         * it counts without tax.
         */
        @CanIgnoreReturnValue
        public Builder includingTax() {
            pricing = Pricing.GROSS;
            return this;
        }

        /** Adds ladders of tiers. */
        @CanIgnoreReturnValue
        public Builder ladders(Ladder... ladders) {
            this.ladders.addAll(Arrays.asList(ladders));
            return this;
        }

        /** The ladder that has a tier, or null. */
        @Nullable
        Ladder ladderOf(Tier tier) {
            return ladders.stream()
                    .filter(ladder -> ladder.has(tier))
                    .findFirst()
                    .orElse(null);
        }

        /** Adds rules. */
        @CanIgnoreReturnValue
        public Builder earn(Rule... rules) {
            this.rules.addAll(Arrays.asList(rules));
            return this;
        }

        /**
         * Lets all rules together award no more than these caps allow, after the caps of the rules themselves. What is over is taken from the
         * rule with the highest id first. Points of a currency are those of its rules that earn it and of the multipliers on them; a use is
         * a purchase for which any rule awards a point. What offers give is not counted.
         */
        @CanIgnoreReturnValue
        public Builder capped(Cap... caps) {
            this.caps.addAll(Arrays.asList(caps));
            return this;
        }

        /** Adds rewards. */
        @CanIgnoreReturnValue
        public Builder redeem(Reward... rewards) {
            this.rewards.addAll(Arrays.asList(rewards));
            return this;
        }

        /** Adds offers. */
        @CanIgnoreReturnValue
        public Builder offers(Offer... offers) {
            this.offers.addAll(Arrays.asList(offers));
            return this;
        }

        /** Adds benefits. */
        @CanIgnoreReturnValue
        public Builder benefits(Benefit... benefits) {
            this.benefits.addAll(Arrays.asList(benefits));
            return this;
        }

        /**
         * Declares kinds of activities, which counters can count. Those on which rules are, and those that keep points alive (see {@link
         * dev.laurel.time.Inactivity}), are known without that; one of any other name is refused.
         */
        @CanIgnoreReturnValue
        public Builder activities(ActivityKind... kinds) {
            activities.addAll(Arrays.asList(kinds));
            return this;
        }

        /** The names of the activities that it knows. */
        Set<String> knownActivities() {
            Set<String> known = new HashSet<>();
            activities.forEach(kind -> known.add(kind.name()));
            for (MemberRule rule : only(MemberRule.class, rules)) {
                rule.occasion().activity().ifPresent(kind -> known.add(kind.name()));
            }
            for (PointPolicy policy : Iterables.concat(points, retired.points())) {
                Inactivity inactivity = policy.expiry().inactivity();
                if (inactivity != null) {
                    known.addAll(inactivity.named());
                }
            }
            return ImmutableSet.copyOf(known);
        }

        /** Sets when those born on 29 February have their birthday in a common year; 28 February unless said. */
        @CanIgnoreReturnValue
        public Builder leapDay(LeapDay leapDay) {
            this.leapDay = requireNonNull(leapDay, "leapDay");
            return this;
        }

        /** Sets how much earlier than the latest event of a customer another may have happened; 30 days unless said. */
        @CanIgnoreReturnValue
        public Builder lateLimit(Period limit) {
            lateLimit = limit;
            return this;
        }

        /** Sets how long after a purchase returns are accepted; 365 days unless said. */
        @CanIgnoreReturnValue
        public Builder returnsWithin(Period period) {
            returnPeriod = period;
            return this;
        }

        /** Sets how long after its own date a hold may end; 30 days unless said, and of zero no hold is accepted. */
        @CanIgnoreReturnValue
        public Builder holdsAtMost(Period period) {
            longestHold = period;
            return this;
        }

        /**
         * Sets the date from whose start on, in the program's zone, this version is in force; an account that stands later by then gets it
         * where it stands. The first version is in force from the beginning on.
         */
        @CanIgnoreReturnValue
        public Builder inForceFrom(LocalDate date) {
            inForceFrom = requireNonNull(date, "date");
            return this;
        }

        /** Retires a point currency of an earlier version: nothing earns it any more, and its lots go on by these terms. */
        @CanIgnoreReturnValue
        public Builder retiring(PointCurrency currency, PointTerms terms) {
            retired = retired.and(new PointPolicy(currency, terms));
            return this;
        }

        /**
         * Retires a tier of an earlier version; its members stand on another of the same ladder from then on, with the end that they had.
         */
        @CanIgnoreReturnValue
        public Builder retiring(Tier tier, Tier standsOn) {
            retired = retired.and(
                    new Retired.RetiredTier(requireNonNull(tier, "tier"), requireNonNull(standsOn, "standsOn")));
            return this;
        }

        /** Retires ladders of an earlier version by their ids; nobody holds a tier of them any more. */
        @CanIgnoreReturnValue
        public Builder retiringLadders(String... ids) {
            retired = retired.andLadders(ids);
            return this;
        }

        /** Retires rewards of an earlier version by their ids; open holds of them are captured and released as before. */
        @CanIgnoreReturnValue
        public Builder retiringRewards(String... ids) {
            retired = retired.andRewards(ids);
            return this;
        }

        /** Retires offers of an earlier version by their ids; claims of them can be cancelled as before. */
        @CanIgnoreReturnValue
        public Builder retiringOffers(String... ids) {
            retired = retired.andOffers(ids);
            return this;
        }

        /**
         * The program.
         *
         * @throws InvalidProgramException if anything is wrong with it; all problems are listed
         */
        public LoyaltyProgram build() {
            List<ProgramProblem> problems = new ProgramCheck(this).problems();
            ZoneId checkedZone = zone;
            Currency checkedMoney = money;
            if (!problems.isEmpty() || checkedZone == null || checkedMoney == null) {
                throw new InvalidProgramException(id, problems);
            }
            return new LoyaltyProgram(this, checkedZone, checkedMoney);
        }
    }
}
