package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;
import dev.laurel.event.Basket;
import dev.laurel.event.Capture;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Release;
import dev.laurel.event.Transfer;
import dev.laurel.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("E1")
class JsonEventsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-02T10:00:00Z");

    /** What a line with these fields, besides those that all have, is read as. */
    private static Arrival read(String type, String fields) throws BadInputException {
        LineReader reader = new JsonLineReader(new JsonEvents(USD), Instant.MAX);
        return reader.read(
                        "{\"type\":\"" + type + "\",\"id\":\"i1\",\"customer\":\"c1\",\"at\":\"2026-03-01T10:00:00Z\""
                                + (fields.isEmpty() ? "" : "," + fields) + "}")
                .orElseThrow();
    }

    @Nested
    class Reads {
        @Test
        void holdsAreRead() throws BadInputException {
            assertThat(read("hold", "\"reward\":\"cash-10\",\"until\":\"2026-03-02T10:00:00Z\",\"points\":700")
                            .event())
                    .isEqualTo(new Hold("i1", "c1", AT, "cash-10", UNTIL, 700L, null));
        }

        @Test
        void holdsOnAnOrderAreRead() throws BadInputException {
            Basket order = Basket.of(PurchaseLine.of("1", "S2", Money.of(USD, "40.00")));

            assertThat(read(
                                    "hold",
                                    "\"reward\":\"cash-10\",\"until\":\"2026-03-02T10:00:00Z\",\"basket\":"
                                            + "{\"currency\":\"USD\",\"lines\":[{\"id\":\"1\",\"sku\":\"S2\","
                                            + "\"quantity\":\"1\",\"net\":\"40.00\"}]}")
                            .event())
                    .isEqualTo(new Hold("i1", "c1", AT, "cash-10", UNTIL, null, order));
        }

        @Test
        void holdsAreReadWithoutAnOrderWhereItHasNoFields() throws BadInputException {
            assertThat(read("hold", "\"reward\":\"cash-10\",\"until\":\"2026-03-02T10:00:00Z\",\"basket\":{}")
                            .event())
                    .isEqualTo(Hold.of("i1", "c1", AT, "cash-10", UNTIL));
        }

        @Test
        void capturesOfAllAndOfSomeAreRead() throws BadInputException {
            assertThat(read("capture", "\"hold\":\"h1\"").event()).isEqualTo(Capture.ofAll("i1", "c1", AT, "h1"));
            assertThat(read("capture", "\"hold\":\"h1\",\"points\":300").event())
                    .isEqualTo(new Capture("i1", "c1", AT, "h1", 300L));
        }

        @Test
        void releasesAreRead() throws BadInputException {
            assertThat(read("release", "\"hold\":\"h1\"").event()).isEqualTo(new Release("i1", "c1", AT, "h1"));
        }

        @Test
        void activitiesAreRead() throws BadInputException {
            assertThat(read("activity", "\"name\":\"review\"").event())
                    .isEqualTo(Activity.of("i1", "c1", AT, "review"));
            assertThat(read("activity", "\"name\":\"review\",\"attributes\":{\"sku\":\"S1\"}")
                            .event())
                    .isEqualTo(new Activity("i1", "c1", AT, "review", Map.of("sku", "S1")));
        }

        @Test
        void transfersAreRead() throws BadInputException {
            assertThat(read("transfer", "\"to\":\"c2\",\"currency\":\"miles\",\"points\":100")
                            .event())
                    .isEqualTo(new Transfer("i1", "c1", AT, "c2", "miles", 100));
        }

        @Test
        void closuresAndErasuresAreRead() throws BadInputException {
            assertThat(read("close", "").event()).isEqualTo(new Closure("i1", "c1", AT));
            assertThat(read("erase", "").event()).isEqualTo(new Erasure("i1", "c1", AT));
        }
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hold     | "reward":"r"                                       | until is missing
            hold     | "until":"2026-03-02T10:00:00Z"                     | reward is missing
            hold     | "reward":"r","until":"soon"                        | until must be an instant such as '2026-01-31T12:00:00Z', but was 'soon'
            hold     | "reward":"r","until":"2026-03-02T10:00:00Z","basket":{"lines":[]} | basket.currency is missing
            hold     | "reward":"r","until":"2026-03-02T10:00:00Z","points":"7" | points must be a whole number of at most 18 digits, without quotes
            capture  | "points":1                                         | hold is missing
            capture  | "hold":"h1","until":"2026-03-02T10:00:00Z"         | field until is unknown
            release  | "redemption":"h1"                                  | hold is missing
            release  | "hold":"h1","points":1                             | field points is unknown
            activity | "attributes":{}                                    | name is missing
            activity | "name":"review","attributes":{"stars":5}           | attributes.stars must be a text in quotes
            transfer | "currency":"miles","points":1                      | to is missing
            transfer | "to":"c2","points":1                               | currency is missing
            transfer | "to":"c2","currency":"miles"                       | points is missing
            close    | "reason":"asked"                                   | field reason is unknown
            erase    | "points":1                                         | field points is unknown
            """)
        void linesThatDoNotHaveTheFieldsOfTheirTypeAreRefused(String type, String fields, String reason) {
            assertThatExceptionOfType(BadInputException.class)
                    .isThrownBy(() -> read(type, fields))
                    .withMessage(reason);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hold     | "reward":"r","until":"2026-03-01T10:00:00Z"  | a hold must end after it begins, at 2026-03-01T10:00:00Z, but ended at 2026-03-01T10:00:00Z
            capture  | "hold":"h1","points":0                       | points of a capture must be positive, but were 0
            transfer | "to":"c2","currency":"miles","points":-1     | points of a transfer must be positive, but were -1
            """)
        void valuesThatNoEventMayHaveAreRefused(String type, String fields, String reason) throws BadInputException {
            assertThat(read(type, fields).refusal()).isEqualTo(new Refusal.Invalid(reason));
        }
    }
}
