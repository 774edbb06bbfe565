package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All code in the README compiles, and its examples print what they say. */
class ReadmeTest {
    /** What a reader's class begins with; what the reader has besides stands in its fields. */
    private static final String HEAD = """
            import static dev.laurel.dsl.Laurel.*;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import dev.laurel.account.*;
            import dev.laurel.condition.*;
            import dev.laurel.customer.*;
            import dev.laurel.decision.*;
            import dev.laurel.engine.*;
            import dev.laurel.event.*;
            import dev.laurel.ledger.*;
            import dev.laurel.program.*;
            import dev.laurel.reward.*;
            import dev.laurel.rule.*;
            import dev.laurel.service.*;
            import dev.laurel.tier.*;
            import java.time.*;
            import java.util.*;
            import java.util.stream.*;
            import org.junit.jupiter.api.Test;
            import org.slf4j.Logger;
            import org.slf4j.LoggerFactory;

            public class Shop {
                static final Logger log = LoggerFactory.getLogger(Shop.class);
                static final AccountStore store = new InMemoryAccountStore();
                static final PointCurrency points = pointCurrency("points");
                static final Instant now = Instant.parse("2026-06-01T12:00:00Z");
                static final Basket basket = Basket.ofTotal(usd(40));

                static LoyaltyProgram beautyInsider() {
                    return program("beauty-insider", "2026.1")
                            .zone(ZoneId.of("America/New_York")).money(USD)
                            .points(points, expiring(inactiveFor(months(18))))
                            .earn(rule("base").onPurchase().earns(points.points(1).per(usd(1))))
                            .redeem(reward("cash-10").costing(points.points(500)).gives(amountOff(usd(10))))
                            .build();
                }
            %s
            }
            """;

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    private static List<String> blocks(String language, String text) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    static List<String> code() throws IOException {
        return blocks("java", readme());
    }

    /** A whole file, methods, or statements. */
    private static Compilation compiled(String code) {
        Matcher whole = Pattern.compile("public class (\\w+)").matcher(code);
        if (whole.find()) {
            return Compilation.ofSource(whole.group(1), code);
        }
        String members = code.startsWith("@Test") ? code : "public static void main(String[] args) {\n" + code + "}\n";
        return Compilation.ofSource("Shop", HEAD.formatted(members));
    }

    private static String printedBy(String code) throws ReflectiveOperationException {
        Class<?> shop = compiled(code).load();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            shop.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("code")
    void allCodeCompiles(String code) {
        Compilation compilation = compiled(code);
        assertThat(compilation.errors()).as(compilation.messages()).isEmpty();
    }

    @Test
    void theFirstExampleIsShortAndStandsAtTheTop() throws IOException {
        assertThat(code().get(0).lines()).hasSizeLessThanOrEqualTo(12);
        String before = readme().substring(0, readme().indexOf("```java"));
        assertThat(before.lines()).hasSizeLessThan(30);
    }

    @Test
    void theFirstExamplePrintsWhatTheReadmeSays() throws IOException, ReflectiveOperationException {
        assertThat(printedBy(code().get(0))).isEqualTo(blocks("text", readme()).get(0));
    }

    @Test
    void theOtherProgramsRun() throws IOException, ReflectiveOperationException {
        assertThat(printedBy(code().get(1)))
                .startsWith("per-euro: +12 crumbs (12 rounded down per purchase)\n"
                        + "rye-week: +9 crumbs for 2 x per-euro (21.6 in all, rounded down per purchase): Double crumbs on rye"
                        + " bread\n")
                .contains("\n# Terms of `bakery`, version 1\n");
        assertThat(code()).hasSize(7);
    }

    @Test
    void theTestOfTheReadmeIsGreen() throws IOException, ReflectiveOperationException {
        Class<?> shop = compiled(code().get(5)).load();
        Object test = shop.getConstructor().newInstance();
        var method = shop.getDeclaredMethod("pointsAreGoneAfterEighteenMonthsWithoutAVisit");
        method.setAccessible(true);
        Object nothing = method.invoke(test);
        assertThat(nothing).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Run", "Test"})
    void runningAndTestingTakeOneCommandEach(String heading) throws IOException {
        String section = readme().split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        assertThat(blocks("sh", section))
                .singleElement()
                .satisfies(block -> assertThat(block.lines()).hasSize(1));
    }
}
