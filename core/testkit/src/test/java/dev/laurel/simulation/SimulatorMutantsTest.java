package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.history.ProgramCopy;
import dev.laurel.money.Rounding;
import dev.laurel.program.Expiry;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.FixedPrice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Price;
import dev.laurel.reward.Reward;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Effect;
import dev.laurel.rule.TermsOfReturn;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulator that finds nothing says something only if it finds what is wrong. */
@Tag("slow")
class SimulatorMutantsTest {
    /** Most are found within a few. */
    private static final int HISTORIES = 400;

    private static final int FEW = 8;

    /** An engine that runs a program with one word changed, so that all it does is a little wrong. */
    private record Mutant(
            String name,
            UnaryOperator<PointPolicy> policies,
            UnaryOperator<EarnRule> rules,
            UnaryOperator<Reward> rewards) {
        static Mutant ofPoints(String name, UnaryOperator<PointPolicy> policies) {
            return new Mutant(name, policies, UnaryOperator.identity(), UnaryOperator.identity());
        }

        static Mutant ofRules(String name, UnaryOperator<EarnRule> rules) {
            return new Mutant(name, UnaryOperator.identity(), rules, UnaryOperator.identity());
        }

        static Mutant ofRewards(String name, UnaryOperator<Reward> rewards) {
            return new Mutant(name, UnaryOperator.identity(), UnaryOperator.identity(), rewards);
        }

        private static PointPolicy with(PointPolicy policy, Expiry expiry, ShortfallPolicy shortfall) {
            return new PointPolicy(policy.currency(), expiry, shortfall, policy.transferAge(), policy.extension());
        }

        private static PointPolicy aDayLater(PointPolicy policy) {
            return policy.expiry() instanceof Expiry.After after
                    ? with(policy, Expiry.after(after.period().plusDays(1)), policy.shortfall())
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

        LoyaltyEngine of(LoyaltyProgram program) {
            try {
                return LoyaltyEngine.of(ProgramCopy.of(
                        program,
                        policies,
                        builder -> builder.earn(program.rules().stream()
                                        .map(rule -> rule.effect() instanceof Effect.Earns ? rules.apply(rule) : rule)
                                        .toArray(EarnRule[]::new))
                                .redeem(program.rewards().stream().map(rewards).toArray(Reward[]::new))
                                .offers(program.offers().toArray(Offer[]::new))
                                .benefits(program.benefits().toArray(Benefit[]::new))));
            } catch (InvalidProgramException e) {
                return LoyaltyEngine.of(program);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Mutant> mutants() {
        return List.of(
                Mutant.ofRules("rounds up", rule -> rule.rounded(Rounding.UP, rule.step())),
                Mutant.ofRules("keeps what is returned", rule -> rule.returning(TermsOfReturn.KEPT)),
                Mutant.ofPoints("expires a day late", Mutant::aDayLater),
                Mutant.ofPoints("never expires", policy -> Mutant.with(policy, Expiry.never(), policy.shortfall())),
                Mutant.ofPoints(
                        "owes what is forgotten", policy -> Mutant.with(policy, policy.expiry(), ShortfallPolicy.OWE)),
                Mutant.ofPoints(
                        "forgets what is owed", policy -> Mutant.with(policy, policy.expiry(), ShortfallPolicy.CLAMP)),
                Mutant.ofRewards("charges a point too little", Mutant::cheaper));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void mutantsOfTheEngineAreFoundAndToldWithTheirSeedAndFewEvents(Mutant mutant) {
        Simulator.Report report = new Simulator(mutant::of)
                .run(LongStream.range(0, HISTORIES))
                .orElseThrow(() -> new AssertionError("not found"));
        long seed = report.history().seed();
        assertThat(report.text())
                .startsWith("seed " + seed + ", repeated by -Dlaurel.seed=" + seed + ": at event ")
                .contains("The shrunk history:\nSeededHistory[seed " + seed + ", ");
        assertThat(report.history().events()).hasSizeLessThanOrEqualTo(FEW);
        // Without the mistake, the same history is as it must be.
        Simulation.run(report.history(), LoyaltyEngine::of, new Tally());
    }
}
