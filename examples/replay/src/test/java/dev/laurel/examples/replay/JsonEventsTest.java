package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Capture;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.Transfer;
import dev.laurel.examples.programs.Programs;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
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
        return read(Programs.versions("beauty-insider").orElseThrow(), type, fields);
    }

    /** The same of a program with two ladders. */
    private static Arrival readByLadder(String type, String fields) throws BadInputException {
        return read(List.of(TwoLadders.program()), type, fields);
    }

    private static Arrival read(List<LoyaltyProgram> versions, String type, String fields) throws BadInputException {
        LineReader reader = new JsonLineReader(JsonEvents.of(versions), Instant.MAX);
        String line = "{\"type\":\"" + type + "\",\"id\":\"i1\",\"customer\":\"c1\",\"at\":\"2026-03-01T10:00:00Z\""
                + (fields.isEmpty() ? "" : "," + fields) + "}";
        return reader.read(reader.heading(LineBytes.of(line)).orElseThrow(), LineBytes.of(line))
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
        void returnsOfAllThatIsLeftAreReadWithShippingOrWithout() throws BadInputException {
            Return all = Return.ofAll("i1", "c1", AT, "p1");
            assertThat(read("return", "\"purchase\":\"p1\"").event()).isEqualTo(all);
            assertThat(read("return", "\"purchase\":\"p1\",\"shipping\":true").event())
                    .isEqualTo(all);
            assertThat(read("return", "\"purchase\":\"p1\",\"lines\":[]").event())
                    .isEqualTo(all);
        }

        @Test
        void returnsOfShippingAloneAreRead() throws BadInputException {
            assertThat(read("return", "\"purchase\":\"p1\",\"lines\":[],\"shipping\":true")
                            .event())
                    .isEqualTo(Return.ofShipping("i1", "c1", AT, "p1"));
        }

        @Test
        void returnsOfAnAmountOverAllLinesAreRead() throws BadInputException {
            Return amount = Return.ofAmount("i1", "c1", AT, "p1", Money.of(USD, "5.00"));
            assertThat(read("return", "\"purchase\":\"p1\",\"amount\":\"5.00\"").event())
                    .isEqualTo(amount);
            assertThat(read("return", "\"purchase\":\"p1\",\"amount\":\"5.00\",\"shipping\":true")
                            .event())
                    .isEqualTo(amount.withShipping());
        }

        @Test
        void returnsOfLinesAreReadByQuantityAmountOrGrossAmount() throws BadInputException {
            Return lines = new Return(
                    "i1",
                    "c1",
                    AT,
                    "p1",
                    List.of(
                            ReturnedLine.of("1", Quantity.of(2)),
                            ReturnedLine.of("2", Money.of(USD, "5.00")),
                            ReturnedLine.ofGross("3", Money.of(USD, "5.45"))));
            String fields = "\"purchase\":\"p1\",\"lines\":[{\"id\":\"1\",\"quantity\":\"2\"},"
                    + "{\"id\":\"2\",\"amount\":\"5.00\"},{\"id\":\"3\",\"gross\":\"5.45\"}]";
            assertThat(read("return", fields).event()).isEqualTo(lines);
            assertThat(read("return", fields + ",\"shipping\":true").event()).isEqualTo(lines.withShipping());
        }

        @Test
        void paymentsAreReadInMoneyWithPointsAndWithThoseOfAnotherProgramAlsoOfNothing() throws BadInputException {
            String fields =
                    "\"currency\":\"USD\",\"lines\":[{\"id\":\"1\",\"sku\":\"S\",\"quantity\":1,\"net\":\"30.00\"}],"
                            + "\"paidBy\":[{\"method\":\"points\",\"amount\":\"10.00\",\"redemption\":\"x0\"},"
                            + "{\"method\":\"points\",\"amount\":\"20.00\",\"foreign\":true},"
                            + "{\"method\":\"card\",\"amount\":\"0.00\",\"foreign\":false}]";
            assertThat(read("purchase", fields).event())
                    .isInstanceOfSatisfying(
                            Purchase.class,
                            purchase -> assertThat(purchase.basket().payments())
                                    .containsExactly(
                                            Payment.withPoints(Money.of(USD, "10.00"), "x0"),
                                            Payment.withForeignPoints(Money.of(USD, "20.00")),
                                            Payment.of("card", Money.of(USD, "0.00"))));
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
        void capturesThatMoreFollowAreRead() throws BadInputException {
            assertThat(read("capture", "\"hold\":\"h1\",\"points\":300,\"more\":true")
                            .event())
                    .isEqualTo(new Capture("i1", "c1", AT, "h1", 300L).withMoreToFollow());
        }

        @Test
        void changesOfAProfileSetClearOrLeaveEachField() throws BadInputException {
            assertThat(read("profile", "\"birthday\":\"--02-29\"").event())
                    .isEqualTo(ProfileChange.ofBirthday("i1", "c1", AT, Birthday.parse("--02-29")));
            assertThat(read("profile", "\"birthday\":null").event())
                    .isEqualTo(ProfileChange.withoutBirthday("i1", "c1", AT));
            assertThat(read("profile", "\"segments\":[\"champions\"],\"attributes\":null")
                            .event())
                    .isEqualTo(ProfileChange.to(
                            "i1",
                            Customer.of("c1").withSegments("champions"),
                            AT,
                            ProfileChange.Field.SEGMENTS,
                            ProfileChange.Field.ATTRIBUTES));
        }

        @Test
        void adjustmentsWithDatesAndAnOrderAreRead() throws BadInputException {
            String fields = "\"currency\":\"points\",\"points\":20,\"reason\":\"late parcel\",\"actor\":\"agent-7\"";
            Adjustment plain = new Adjustment("i1", "c1", AT, "points", 20, "late parcel", "agent-7");
            assertThat(read("adjust", fields).event()).isEqualTo(plain);
            assertThat(read(
                                    "adjust",
                                    fields + ",\"available\":\"2026-03-02T10:00:00Z\","
                                            + "\"expires\":\"2026-03-03T10:00:00Z\",\"purchase\":\"p1\"")
                            .event())
                    .isEqualTo(plain.availableFrom(UNTIL)
                            .expiring(Instant.parse("2026-03-03T10:00:00Z"))
                            .about("p1"));
        }

        @Test
        void openingsWithDatesAreRead() throws BadInputException {
            Instant joined = Instant.parse("2020-01-01T00:00:00Z");
            assertThat(read(
                                    "opening",
                                    "\"lots\":[],\"enrolled\":\"2020-01-01T00:00:00Z\","
                                            + "\"firstPurchase\":\"2020-01-01T00:00:00Z\",\"birthday\":\"--06-15\","
                                            + "\"birthdaySince\":\"2020-01-01T00:00:00Z\"")
                            .event())
                    .isEqualTo(Opening.of("i1", "c1", AT)
                            .dated(OpeningDates.NONE
                                    .withEnrolled(joined)
                                    .withFirstPurchase(joined)
                                    .withBirthday(Birthday.parse("--06-15"), joined)));
        }

        @Test
        void openingsWithSumsAreRead() throws BadInputException {
            assertThat(read(
                                    "opening",
                                    "\"lots\":[],\"sums\":[{\"counter\":\"spend\",\"at\":\"2020-01-01T00:00:00Z\","
                                            + "\"sum\":\"410.00\"}]")
                            .event())
                    .isEqualTo(Opening.of("i1", "c1", AT)
                            .counting(new OpeningSum(
                                    "spend", Instant.parse("2020-01-01T00:00:00Z"), BigDecimal.valueOf(410))));
        }

        @Test
        @Tag("E6")
        void openingsWithATierAreRead() throws BadInputException {
            assertThat(read("opening", "\"lots\":[],\"tier\":\"vib\",\"tierUntil\":\"2026-03-02T10:00:00Z\"")
                            .event())
                    .isEqualTo(Opening.of("i1", "c1", AT).holding("vib", UNTIL));
            assertThat(read("opening", "\"lots\":[],\"tier\":\"vib\",\"tierUntil\":null")
                            .event())
                    .isEqualTo(Opening.of("i1", "c1", AT).holding("vib"));
        }

        @Test
        @Tag("E6")
        @Tag("Q1")
        void openingsWithATierOfEachLadderAreRead() throws BadInputException {
            assertThat(readByLadder(
                                    "opening",
                                    "\"lots\":[],\"tiers\":{\"status\":{\"tier\":\"gold\",\"until\":\"2026-03-02T10:00:00Z\"},"
                                            + "\"club\":{\"tier\":\"patron\"}}")
                            .event())
                    .isEqualTo(Opening.of("i1", "c1", AT).holding("patron").holding("gold", UNTIL));
            assertThat(readByLadder("opening", "\"lots\":[]").event()).isEqualTo(Opening.of("i1", "c1", AT));
        }

        @Test
        void closuresReopeningsAndErasuresAreRead() throws BadInputException {
            assertThat(read("close", "").event()).isEqualTo(new Closure("i1", "c1", AT));
            assertThat(read("reopen", "").event()).isEqualTo(new Reopening("i1", "c1", AT));
            assertThat(read("erase", "").event()).isEqualTo(new Erasure("i1", "c1", AT));
        }
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @Tag("Q1")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "tier":"gold"                                 | tier and tierUntil must be left out, since the program has ladders club and status; name the tiers in tiers, by ladder
            "tiers":{"elite":{"tier":"gold"}}             | tiers must name ladders of the program, which are club and status, but named 'elite'
            "tiers":{"club":{"tier":"gold"}}              | tiers.club.tier must be on this ladder, but 'gold' is on ladder 'status'
            "tiers":{"club":{"until":"2026-03-02T10:00:00Z"}} | tiers.club.tier is missing
            "tiers":{"club":{"tier":"patron","end":null}} | field tiers.club.end is unknown
            "tiers":{"club":"patron"}                     | tiers.club must be an object
            "tiers":["patron"]                            | tiers must be an object
            """)
        void openingsNameTheTiersOfSeveralLaddersByLadder(String fields, String reason) {
            assertThatThrownBy(() -> readByLadder("opening", "\"lots\":[]," + fields))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(reason);
        }

        @Test
        void openingsNameTheTierOfTheOnlyLadderAlone() throws BadInputException {
            assertThatThrownBy(() -> read("opening", "\"lots\":[],\"tiers\":{\"status\":{\"tier\":\"vib\"}}"))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "tiers must be left out, since the program has one ladder; name the tier in tier, and its end in"
                                    + " tierUntil");
            assertThat(read("opening", "\"lots\":[],\"tierUntil\":\"2026-03-02T10:00:00Z\"")
                            .refusal())
                    .isInstanceOf(Refusal.Invalid.class);
        }

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
            opening  | "lots":[],"sums":[{"counter":"spend","sum":"1"}]   | sums[0].at is missing
            opening  | "lots":[],"sums":[{"counter":"spend","at":"2026-01-01T10:00:00Z","sum":0.5}] | sums[0].sum must be a decimal in quotes such as "12.50"
            opening  | "lots":[],"sums":[{"counter":"spend","at":"2026-01-01T10:00:00Z","sum":"1","until":"x"}] | field sums[0].until is unknown
            transfer | "currency":"miles","points":1                      | to is missing
            transfer | "to":"c2","points":1                               | currency is missing
            transfer | "to":"c2","currency":"miles"                       | points is missing
            return   | "purchase":"p1","amount":5.5                       | amount must be a decimal in quotes such as "12.50"
            return   | "purchase":"p1","shipping":"yes"                   | shipping must be true or false
            return   | "purchase":"p1","gross":"5.00"                     | field gross is unknown
            return   | "purchase":"p1","lines":[{"id":"1","gross":"5,00"}] | lines[0].gross must be a decimal such as '12.50', but was '5,00'
            return   | "purchase":"p1","lines":[{"id":"1","shipping":true}] | field lines[0].shipping is unknown
            purchase | "currency":"USD","paidBy":[{"method":"points","amount":"1","foreign":"x0"}] | paidBy[0].foreign must be true or false
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
            return   | "purchase":"p1","amount":"0.00"              | amount returned must be positive, but was USD 0.00
            return   | "purchase":"p1","amount":"1","lines":[{"id":"1","quantity":1}] | a return must have either lines or an amount over all of them
            return   | "purchase":"p1","lines":[{"id":"1","quantity":1,"gross":"1"}] | a line that is returned must have either a quantity, an amount or a gross amount: line '1'
            return   | "purchase":"p1","lines":[{"id":"1","gross":"-1"}] | amount returned of line '1' must be positive, but was USD -1.00
            purchase | "currency":"USD","lines":[],"paidBy":[{"method":"card","amount":"-1"}] | amount of a payment must not be negative, but was USD -1.00
            purchase | "currency":"USD","lines":[],"paidBy":[{"method":"points","amount":"1"}] | a payment with points must name the redemption it is of, or say that the points are of another program
            purchase | "currency":"USD","lines":[],"paidBy":[{"method":"points","amount":"1","redemption":"x1","foreign":true}] | a payment with points of another program must name no redemption of this one
            transfer | "to":"c2","currency":"miles","points":-1     | points of a transfer must be positive, but were -1
            opening  | "lots":[],"sums":[{"counter":"spend","at":"2026-01-01T10:00:00Z","sum":"-1"}] | the sum of counter 'spend' must not be negative, but was -1
            """)
        void valuesThatNoEventMayHaveAreRefused(String type, String fields, String reason) throws BadInputException {
            assertThat(read(type, fields).refusal()).isEqualTo(new Refusal.Invalid(reason));
        }
    }
}
