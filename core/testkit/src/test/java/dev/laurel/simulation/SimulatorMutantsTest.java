package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Reopening;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.history.ProgramCopy;
import dev.laurel.money.Rounding;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MemberEffect;
import dev.laurel.rule.MemberRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulator that finds nothing says something only if it finds what is wrong. */
@Tag("slow")
class SimulatorMutantsTest {
    /** Most are found within a few. */
    private static final int HISTORIES = 400;

    /** Of those whose program changes, which are every third. */
    private static final int MANY = 3_000;

    private static final int FEW = 8;

    /** An engine that runs a program with one word changed, so that all it does is a little wrong. */
    private record Mutant(
            String name,
            UnaryOperator<PointPolicy> policies,
            UnaryOperator<Rule> rules,
            UnaryOperator<Reward> rewards,
            UnaryOperator<LoyaltyEvent> heard,
            BiConsumer<LoyaltyProgram, LoyaltyProgram.Builder> more) {
        static Mutant ofPoints(String name, UnaryOperator<PointPolicy> policies) {
            return new Mutant(
                    name,
                    policies,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    Mutant::withItsCaps);
        }

        static Mutant ofRules(String name, UnaryOperator<EarnRule> rules) {
            return ofAllRules(name, rule -> rule instanceof EarnRule earns ? rules.apply(earns) : rule);
        }

        static Mutant ofMemberRules(String name, UnaryOperator<MemberRule> rules) {
            return ofAllRules(name, rule -> rule instanceof MemberRule onMember ? rules.apply(onMember) : rule);
        }

        private static Mutant ofAllRules(String name, UnaryOperator<Rule> rules) {
            return new Mutant(
                    name,
                    UnaryOperator.identity(),
                    rules,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    Mutant::withItsCaps);
        }

        static Mutant ofRewards(String name, UnaryOperator<Reward> rewards) {
            return new Mutant(
                    name,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    rewards,
                    UnaryOperator.identity(),
                    Mutant::withItsCaps);
        }

        /** An engine that does not listen to all that is said in an event of a kind. */
        static <T extends LoyaltyEvent> Mutant ofEvents(String name, Class<T> kind, Function<T, LoyaltyEvent> heard) {
            return new Mutant(
                    name,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    event -> kind.isInstance(event) ? heard.apply(kind.cast(event)) : event,
                    Mutant::withItsCaps);
        }

        static Mutant ofProgram(String name, BiConsumer<LoyaltyProgram, LoyaltyProgram.Builder> more) {
            return new Mutant(
                    name,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    more);
        }

        private static void withItsCaps(LoyaltyProgram program, LoyaltyProgram.Builder builder) {
            builder.capped(program.caps().toArray(Cap[]::new));
        }

        private static void includingTax(LoyaltyProgram program, LoyaltyProgram.Builder builder) {
            withItsCaps(program, builder);
            builder.includingTax();
        }

        private static void onceADay(LoyaltyProgram program, LoyaltyProgram.Builder builder) {
            withItsCaps(program, builder);
            builder.capped(UseCap.of(1, BoundedWindow.DAY));
        }

        /** A point more. */
        private static void withHigherCaps(LoyaltyProgram program, LoyaltyProgram.Builder builder) {
            for (Cap cap : program.caps()) {
                builder.capped(
                        cap instanceof PointCap points
                                ? new PointCap(
                                        points.most()
                                                .currency()
                                                .points(points.most().count() + 1),
                                        points.window())
                                : cap);
            }
        }

        private static PointPolicy with(PointPolicy policy, Expiry expiry, ShortfallPolicy shortfall) {
            PointTerms terms = policy.terms();
            return new PointPolicy(
                    policy.currency(),
                    new PointTerms(
                            expiry,
                            terms.suspending(),
                            terms.afterwards(),
                            shortfall,
                            terms.transferAge(),
                            terms.extension()));
        }

        private static PointPolicy aDayLater(PointPolicy policy) {
            return policy.expiry() instanceof Moment.After after
                    ? with(policy, Moment.after(after.period().plusDays(1)), policy.shortfall())
                    : policy;
        }

        private static Reward cheaper(Reward reward) {
            Price price = reward.price();
            Price cheaper = price instanceof FixedPrice && price.least() > 1
                    ? new FixedPrice(price.least() - 1, price.currency())
                    : price;
            return new Reward(
                    reward.id(), cheaper, reward.conditions(), reward.content(), reward.limits(), reward.validity());
        }

        LoyaltyEngine of(List<LoyaltyProgram> versions) {
            return LoyaltyEngine.ofVersions(versions.stream().map(this::of).toList());
        }

        private LoyaltyProgram of(LoyaltyProgram program) {
            try {
                return ProgramCopy.of(program, policies, builder -> {
                    builder.earn(program.rules().stream().map(rules).toArray(Rule[]::new))
                            .redeem(program.rewards().stream().map(rewards).toArray(Reward[]::new))
                            .offers(program.offers().toArray(Offer[]::new))
                            .benefits(program.benefits().toArray(Benefit[]::new));
                    more.accept(program, builder);
                });
            } catch (InvalidProgramException e) {
                return program;
            }
        }

        Simulation.Tested tested() {
            return new Simulation.Tested(this::of, heard, PlainMistake.NONE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static LoyaltyEvent dated(Adjustment event, Instant available, Instant expires) {
        return new Adjustment(
                event.id(),
                event.customer(),
                event.occurredAt(),
                event.currency(),
                event.points(),
                event.reason(),
                event.actor(),
                available,
                expires,
                event.purchase());
    }

    private static LoyaltyEvent anHourLonger(TierGrant event) {
        return new TierGrant(
                event.id(),
                event.customer(),
                event.occurredAt(),
                event.tier(),
                event.until().plus(1, ChronoUnit.HOURS));
    }

    private static LoyaltyEvent withABirthday(ProfileChange event) {
        Customer profile = event.profile();
        return event.changes(ProfileChange.Field.BIRTHDAY) && profile.birthday() == null
                ? new ProfileChange(
                        event.id(), event.occurredAt(), profile.withBirthday(Birthday.parse("--06-15")), event.fields())
                : event;
    }

    /** Without its conditions, caps and dates. */
    private static MemberRule withoutMore(MemberRule rule) {
        if (rule.effect() instanceof MemberEffect.Earns earns) {
            return MemberRule.earning(rule.id(), rule.occasion(), earns.points());
        }
        return rule.effect() instanceof MemberEffect.GrantsFor grants
                ? MemberRule.granting(rule.id(), rule.occasion(), grants.tier(), grants.period())
                : rule;
    }

    static List<Mutant> mutants() {
        return List.of(
                Mutant.ofProgram("counts tax that is not included", Mutant::includingTax),
                Mutant.ofProgram("does not cap what all rules give", (program, builder) -> {}),
                Mutant.ofProgram("lets all rules give a point more than their cap", Mutant::withHigherCaps),
                Mutant.ofProgram("lets rules give points once a day", Mutant::onceADay),
                Mutant.ofRules("rounds up", rule -> rule.rounded(Rounding.UP, rule.step())),
                Mutant.ofRules("keeps what is returned", rule -> rule.returning(TermsOfReturn.KEPT)),
                Mutant.ofMemberRules(
                        "lets points of activities be spent a day late",
                        rule -> rule.points().isEmpty() ? rule : rule.availableFrom(Moment.after(Period.ofDays(1)))),
                Mutant.ofMemberRules("gives for activities to everybody and always", SimulatorMutantsTest::withoutMore),
                Mutant.ofPoints("expires a day late", Mutant::aDayLater),
                Mutant.ofPoints("never expires", policy -> Mutant.with(policy, Moment.never(), policy.shortfall())),
                Mutant.ofPoints(
                        "owes what is forgotten", policy -> Mutant.with(policy, policy.expiry(), ShortfallPolicy.OWE)),
                Mutant.ofPoints(
                        "forgets what is owed", policy -> Mutant.with(policy, policy.expiry(), ShortfallPolicy.CLAMP)),
                Mutant.ofRewards("charges a point too little", Mutant::cheaper),
                Mutant.ofEvents(
                        "gives the rest back though more captures follow",
                        Capture.class,
                        event -> new Capture(
                                event.id(), event.customer(), event.occurredAt(), event.hold(), event.points())),
                Mutant.ofEvents(
                        "adds at once what is to be pending",
                        Adjustment.class,
                        event -> dated(event, null, event.expires())),
                Mutant.ofEvents(
                        "adds without a date of its own",
                        Adjustment.class,
                        event -> dated(event, event.available(), null)),
                Mutant.ofEvents("brings no dates", Opening.class, event -> event.dated(OpeningDates.NONE)),
                Mutant.ofEvents("brings no sums", Opening.class, Opening::counting),
                Mutant.ofEvents("grants an hour too long", TierGrant.class, SimulatorMutantsTest::anHourLonger),
                Mutant.ofEvents(
                        "keeps a birthday that is cleared", ProfileChange.class, SimulatorMutantsTest::withABirthday),
                Mutant.ofEvents(
                        "takes a reopening for a passage of time",
                        Reopening.class,
                        event -> new TimePassed(event.customer(), event.occurredAt())),
                Mutant.ofEvents(
                        "cancels all instead of a part",
                        Cancellation.class,
                        event -> new Cancellation(
                                event.id(), event.customer(), event.occurredAt(), event.redemption(), null)));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void mutantsOfTheEngineAreFoundAndToldWithTheirSeedAndFewEvents(Mutant mutant) {
        requireFound(mutant.tested(), LongStream.range(0, HISTORIES));
    }

    /** Where one of the two is wrong about versions, the other is right about them. */
    @ParameterizedTest
    @EnumSource(
            value = PlainMistake.class,
            names = {"NONE", "UNCOUNTED_ACTIVITIES", "GRANTS_FROM_THE_ACTIVITY", "ANY_ATTRIBUTE"},
            mode = EnumSource.Mode.EXCLUDE)
    @Tag("P2")
    void mistakesAboutVersionsAreFoundAndToldWithTheirSeedAndFewEvents(PlainMistake mistake) {
        requireFound(
                new Simulation.Tested(LoyaltyEngine::ofVersions, UnaryOperator.identity(), mistake),
                LongStream.range(0, MANY).map(i -> 3 * i + 2));
    }

    @ParameterizedTest
    @EnumSource(
            value = PlainMistake.class,
            names = {"UNCOUNTED_ACTIVITIES", "GRANTS_FROM_THE_ACTIVITY", "ANY_ATTRIBUTE"})
    @Tag("A1")
    @Tag("A5")
    void mistakesAboutActivitiesAreFoundAndToldWithTheirSeedAndFewEvents(PlainMistake mistake) {
        requireFound(
                new Simulation.Tested(LoyaltyEngine::ofVersions, UnaryOperator.identity(), mistake),
                LongStream.range(0, HISTORIES));
    }

    private static void requireFound(Simulation.Tested tested, LongStream seeds) {
        Simulator.Report report = new Simulator(tested).run(seeds).orElseThrow(() -> new AssertionError("not found"));
        long seed = report.history().seed();
        assertThat(report.text())
                .startsWith("seed " + seed + ", repeated by -Dlaurel.seed=" + seed + ": at event ")
                .contains("The shrunk history:\nSeededHistory[seed " + seed + ", ");
        assertThat(report.history().events()).hasSizeLessThanOrEqualTo(FEW);
        // Without the mistake, the same history is as it must be.
        Simulation.run(report.history(), Simulation.Tested.ENGINE, new Tally());
    }
}
