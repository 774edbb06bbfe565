package dev.laurel;

import static dev.laurel.ReadmeTest.Words.USD;
import static dev.laurel.ReadmeTest.Words.months;
import static dev.laurel.ReadmeTest.Words.usd;
import static dev.laurel.rule.Conditions.memberIs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's example is the one below, and prints what the README says. */
class ReadmeTest {
    /** What the words of the DSL say, which the core does not know. */
    static final class Words {
        static final Currency USD = Currency.getInstance("USD");

        private Words() {}

        static Money usd(long dollars) {
            return Money.of(USD, dollars);
        }

        static Money usd(String dollars) {
            return Money.of(USD, dollars);
        }

        static Period months(int months) {
            return Period.ofMonths(months);
        }
    }

    private static final class Example {
        private final PrintStream out;

        Example(PrintStream out) {
            this.out = out;
        }

        void run() {
            PointCurrency points = PointCurrency.of("points");
            Tier insider = Tier.of("insider");
            Tier vib = Tier.of("vib");
            EarnRule base = EarnRule.earning("base", Amounts.proportional(1, usd(1)));

            LoyaltyProgram program = LoyaltyProgram.builder("beauty", "2026.1")
                    .zone(ZoneId.of("America/New_York"))
                    .money(USD)
                    .points(points, Expiry.afterInactivityOf(months(18)))
                    .tiers(TierLadder.perCalendarYear(new TierStep(insider, usd(0)), new TierStep(vib, usd(350)))
                            .keptThroughNextWindow())
                    .earn(
                            base,
                            EarnRule.multiplying("vib-rate", base, Ratio.of("1.25"))
                                    .where(memberIs(vib)))
                    .build();
            LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(program), new InMemoryAccountStore());
            service.submit(new Purchase(
                            "order-1", "ada", Instant.parse("2026-03-01T15:00:00Z"), Basket.ofTotal(usd("350.00"))))
                    .orThrow();
            service.submit(new Purchase(
                            "order-2", "ada", Instant.parse("2026-03-08T15:00:00Z"), Basket.ofTotal(usd("10.99"))))
                    .orThrow();
            out.println(service.explain("ada", "order-2").orElseThrow().text());
            out.println(service.accountAt("ada", Instant.parse("2026-03-09T00:00:00Z"))
                    .orElseThrow()
                    .standing());
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    private static String block(String language, String text) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** The code as its words, whatever the formatter makes of its lines; one declaration of two tiers is two to the formatter. */
    private static String squeezed(String code) {
        return code.replace("System.out", "out")
                .replace("Tier insider = Tier.of(\"insider\"), vib", "Tier insider = Tier.of(\"insider\"); Tier vib")
                .replaceAll("\\s+", "");
    }

    @Test
    void theExampleIsTheOneThatRuns() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/laurel/ReadmeTest.java"));
        assertThat(squeezed(source)).contains(squeezed(block("java", readme())));
    }

    @Test
    void theExamplePrintsWhatTheReadmeSays() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Example(new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(block("text", readme()));
    }

    @Test
    void runAndTestAreOneCommandEach() throws IOException {
        for (String heading : new String[] {"Run", "Test"}) {
            String section = readme().split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
            assertThat(section.split("```sh\n", -1)).hasSize(2);
            assertThat(block("sh", section).lines()).hasSize(1);
        }
    }
}
