package dev.laurel.engine;

import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Selectors;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Rounding;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.RoundingStep;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.time.Moment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LocationAwareLogger;

@Tag("P1")
@Isolated("It reads what is written to the standard error.")
class ProgramWarningsLogTest {
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private static final PointCurrency STARS = PointCurrency.of("stars");

    /** What is logged meanwhile; the logger of these tests writes to the standard error, and is otherwise switched off. */
    private static String logged(Supplier<?> work) throws ReflectiveOperationException {
        Logger logger = LoggerFactory.getLogger(LoyaltyEngine.class);
        Field level = logger.getClass().getDeclaredField("currentLogLevel");
        level.setAccessible(true);
        int levelBefore = level.getInt(logger);
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        level.setInt(logger, LocationAwareLogger.WARN_INT);
        try {
            assertThat(work.get()).isNotNull();
        } finally {
            level.setInt(logger, levelBefore);
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static LoyaltyProgram suspicious() {
        return program()
                .excluding(Selectors.category("gift-card"))
                .earn(BASE.rounded(Rounding.UP, RoundingStep.PER_PURCHASE))
                .points(STARS, PointTerms.expiring(Moment.never()))
                .redeem(Reward.costing("mug", STARS.points(5)))
                .build();
    }

    @Test
    void eachWarningIsOneLineOfTheLogWhenAnEngineIsMade() throws ReflectiveOperationException {
        LoyaltyProgram program = suspicious();
        assertThat(logged(() -> LoyaltyEngine.of(program)).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("WARN")
                                .endsWith(
                                        "Program shop@1: reward 'mug': costs points that no rule or offer gives, so only what is"
                                                + " brought in some other way can pay it; add a rule that earns them if that is not"
                                                + " meant"),
                        line -> assertThat(line)
                                .contains("WARN")
                                .endsWith(
                                        "Program shop@1: rule 'base': is rounded up, so an order that is split can earn more"
                                                + " than the whole; round down if that is not meant"));
    }

    @Test
    void nothingIsLoggedWhereThereIsNothingToWarnOf() throws ReflectiveOperationException {
        LoyaltyProgram program =
                program().excluding(Selectors.category("gift-card")).earn(BASE).build();
        assertThat(logged(() -> LoyaltyEngine.of(program))).isEmpty();
    }

    @Test
    void makingAServiceOrAPreviewLogsNoWarningAgain() throws ReflectiveOperationException {
        LoyaltyEngine engine = LoyaltyEngine.of(suspicious());
        assertThat(logged(() -> LoyaltyService.of(engine, new InMemoryAccountStore())))
                .isEmpty();
        assertThat(logged(() -> engine.advance(engine.newAccount("c1"), Shop.noon("2026-01-05"))))
                .isEmpty();
    }
}
