package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertOnlineRetailTest {
    private static final String HEADER = "Row,InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir
    private Path directory;

    private Path table(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return Files.write(directory.resolve("table.csv"), lines);
    }

    /** The events of a table, which has nothing to complain of. */
    private List<String> converted(String... rows) throws IOException {
        Tool.Run run = Tool.run("convert-online-retail", table(rows));
        assertThat(run.exitCode()).isZero();
        return run.out().lines().toList();
    }

    /** What the table of the summary says besides zeros. */
    private List<String> summed(String... rows) throws IOException {
        Tool.Run run = Tool.run("convert-online-retail", table(rows));
        return run.err()
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.replaceAll(" *\\| *", "|").replaceAll("^\\||\\|$", ""))
                .filter(line -> !line.endsWith("|0"))
                .toList();
    }

    @Nested
    class Purchases {
        @Test
        void purchasesAreInvoicesWithALineForEachRow() throws IOException {
            assertThat(converted(
                            "1,500001,A1,3,2011-01-10 10:00:00,2.55,17,Wonderland",
                            "2,500001,B2,1,2011-01-10 10:00:00,10.5,17,Wonderland"))
                    .containsExactly("{\"type\":\"purchase\",\"id\":\"500001\",\"customer\":\"17\","
                            + "\"at\":\"2011-01-10T10:00:00Z\",\"currency\":\"GBP\",\"lines\":["
                            + "{\"id\":\"1\",\"sku\":\"A1\",\"quantity\":\"3\",\"net\":\"7.65\"},"
                            + "{\"id\":\"2\",\"sku\":\"B2\",\"quantity\":\"1\",\"net\":\"10.50\"}]}");
        }

        @Test
        void purchasesKeepTheDigitsOfUnitPricesThatPoundsDoNotHave() throws IOException {
            assertThat(converted(
                            "1,500001,A1,3,2011-01-10 10:00:00,0.001,17,Wonderland",
                            "2,500001,A1,2000,2011-01-10 10:00:00,0.001,17,Wonderland"))
                    .singleElement()
                    .asString()
                    .contains("\"quantity\":\"3\",\"net\":\"0.003\"")
                    .contains("\"quantity\":\"2000\",\"net\":\"2.00\"");
        }

        @Test
        void purchasesHoldWhatWasGivenForNothing() throws IOException {
            String[] rows = {"1,500001,A1,3,2011-01-10 10:00:00,0.0,17,Wonderland"};

            assertThat(converted(rows)).singleElement().asString().contains("\"quantity\":\"3\",\"net\":\"0.00\"");
            assertThat(summed(rows)).contains("rows of purchases at price 0|1");
        }

        @Test
        void purchasesArePostedAtTheirLastRow() throws IOException {
            String[] rows = {
                "1,500001,A1,1,2011-01-10 10:00:00,1,17,Wonderland",
                "2,500002,A1,1,2011-01-10 10:00:00,1,18,Wonderland",
                "3,500001,B2,1,2011-01-10 10:01:00,1,17,Wonderland"
            };

            assertThat(converted(rows))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("\"id\":\"500002\"", "\"at\":\"2011-01-10T10:00:00Z\""),
                            second -> assertThat(second)
                                    .contains("\"id\":\"500001\"", "\"at\":\"2011-01-10T10:01:00Z\""));
            assertThat(summed(rows)).contains("invoices|2", "invoices of two times, posted at the last|1");
        }

        @ParameterizedTest
        @CsvSource({
            "2011-01-10 10:00:00, 2011-01-10T10:00:00Z",
            "2011-07-10 10:00:00, 2011-07-10T09:00:00Z",
            "2011-03-27 00:59:59, 2011-03-27T00:59:59Z",
            // The clocks went from 1:00 to 2:00, so there was no half past one; it is counted on from the gap's start.
            "2011-03-27 01:30:00, 2011-03-27T01:30:00Z",
            "2011-03-27 02:00:00, 2011-03-27T01:00:00Z",
            // The clocks went back from 2:00 to 1:00; of the two half past ones it is the first.
            "2011-10-30 01:30:00, 2011-10-30T00:30:00Z",
            "2011-10-30 02:00:00, 2011-10-30T02:00:00Z"
        })
        void purchasesHaveTheTimesOfLondon(String local, String instant) throws IOException {
            assertThat(converted("1,500001,A1,1," + local + ",1,17,Wonderland"))
                    .singleElement()
                    .asString()
                    .contains("\"at\":\"" + instant + "\"");
        }
    }

    @Nested
    class Returns {
        @Test
        void returnsTakeFromThePurchaseOfTheSameArticleAtTheSamePrice() throws IOException {
            String[] rows = {
                "1,500001,A1,5,2011-01-10 10:00:00,2.50,17,Wonderland",
                "2,500001,A1,5,2011-01-10 10:00:00,2.25,17,Wonderland",
                "3,500001,B2,5,2011-01-10 10:00:00,2.50,17,Wonderland",
                "4,500002,A1,5,2011-01-11 10:00:00,2.50,18,Wonderland",
                "5,C500003,A1,-2,2011-01-12 10:00:00,2.5,17,Wonderland"
            };

            assertThat(converted(rows))
                    .hasSize(3)
                    .last()
                    .isEqualTo("{\"type\":\"return\",\"id\":\"C500003-500001\","
                            + "\"customer\":\"17\",\"at\":\"2011-01-12T10:00:00Z\",\"purchase\":\"500001\","
                            + "\"lines\":[{\"id\":\"1\",\"quantity\":\"2\"}]}");
            assertThat(summed(rows))
                    .containsExactly("rows|5", "invoices|3", "purchases|2", "returns|1", "units returned|2");
        }

        @Test
        void returnsTakeFromTheLastPurchaseFirstAndWithinItFromTheLastRow() throws IOException {
            assertThat(converted(
                                    "1,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland",
                                    "2,500002,A1,1,2011-01-11 10:00:00,1,17,Wonderland",
                                    "3,500002,A1,2,2011-01-11 10:00:00,1,17,Wonderland",
                                    "4,C500003,A1,-1,2011-01-12 10:00:00,1,17,Wonderland",
                                    "5,C500004,A1,-3,2011-01-13 10:00:00,1,17,Wonderland")
                            .subList(2, 5))
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .contains("\"C500003-500002\"", "\"lines\":[{\"id\":\"3\",\"quantity\":\"1\"}]"),
                            second -> assertThat(second)
                                    .contains(
                                            "\"C500004-500002\"",
                                            "\"lines\":[{\"id\":\"2\",\"quantity\":\"1\"},"
                                                    + "{\"id\":\"3\",\"quantity\":\"1\"}]"),
                            third -> assertThat(third)
                                    .contains("\"C500004-500001\"", "\"lines\":[{\"id\":\"1\",\"quantity\":\"1\"}]"));
        }

        @Test
        void returnsAreOneForEachPurchaseHoweverManyRowsTakeFromIt() throws IOException {
            assertThat(converted(
                            "1,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland",
                            "2,500001,B2,4,2011-01-10 10:00:00,1,17,Wonderland",
                            "3,C500003,B2,-1,2011-01-12 10:00:00,1,17,Wonderland",
                            "4,C500003,A1,-1,2011-01-12 10:00:00,1,17,Wonderland",
                            "5,C500003,A1,-2,2011-01-12 10:01:00,1,17,Wonderland"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("\"at\":\"2011-01-12T10:01:00Z\"")
                    .endsWith("\"lines\":[{\"id\":\"1\",\"quantity\":\"3\"},{\"id\":\"2\",\"quantity\":\"1\"}]}");
        }

        @Test
        void returnsTakeNothingFromPurchasesThatArePostedLater() throws IOException {
            String[] rows = {
                "1,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland",
                "2,C500003,A1,-1,2011-01-10 10:00:00,1,17,Wonderland",
                "3,500001,B2,4,2011-01-10 10:01:00,1,17,Wonderland"
            };

            assertThat(converted(rows)).singleElement().asString().contains("\"type\":\"purchase\"");
            assertThat(summed(rows))
                    .contains("invoices|2", "purchases|1", "invoices C that match nothing|1", "units unmatched|1");
        }

        @Test
        void unitsThatReturnsDoNotFindAreCounted() throws IOException {
            String[] rows = {
                "1,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland",
                "2,C500003,A1,-3,2011-01-12 10:00:00,1,17,Wonderland",
                "3,C500004,A1,-3,2011-01-13 10:00:00,1,17,Wonderland",
                "4,C500004,D,-1,2011-01-13 10:00:00,27.5,17,Wonderland"
            };

            assertThat(converted(rows)).hasSize(3);
            assertThat(summed(rows)).contains("returns|2", "units returned|4", "units unmatched|3");
        }
    }

    @Nested
    class Rows {
        @Test
        void rowsAreLeftOutWithAReason() throws IOException {
            String[] rows = {
                "1,500001,A1,4,2011-01-10 10:00:00,1,,Wonderland",
                "2,A500002,B,1,2011-01-10 10:00:00,11062.06,17,Wonderland",
                "3,500003,B,1,2011-01-10 10:00:00,-11062.06,17,Wonderland",
                "4,500004,A1,0,2011-01-10 10:00:00,1,17,Wonderland",
                "5,500005,A1,-7,2011-01-10 10:00:00,0,17,Wonderland",
                "6,C500006,A1,7,2011-01-10 10:00:00,1,17,Wonderland"
            };

            assertThat(converted(rows)).isEmpty();
            assertThat(summed(rows))
                    .containsExactly(
                            "rows|6",
                            "rows skipped|6",
                            "rows without a customer|1",
                            "rows of an invoice numbered otherwise|1",
                            "rows of a price below 0|1",
                            "rows of quantity 0|1",
                            "rows of a quantity below 0, not on an invoice C|1",
                            "rows of a quantity above 0, on an invoice C|1");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            1,500001,A1,4,2011-01-10 10:00:00,1,17 | row must have as many fields as the header, 8, but had 7
            x,500001,A1,4,2011-01-10 10:00:00,1,17,W | Row must be a whole number of at most 15 digits, but was 'x'
            1,500001,A1,4.5,2011-01-10 10:00:00,1,17,W | Quantity must be a whole number of at most 15 digits, but was '4.5'
            1,500001,A1,4,10/01/2011 10:00,1,17,W | InvoiceDate must be a date in the format 'yyyy-MM-dd HH:mm:ss', but was '10/01/2011 10:00'
            1,500001,A1,4,2011-01-10 10:00:00,1e3,17,W | UnitPrice must be a decimal such as '12.50', but was '1e3'
            1,500001,A1,4,2011-01-10 10:00:00,,17,W | UnitPrice is missing
            1,500001,,4,2011-01-10 10:00:00,1,17,W | StockCode is missing
            """)
        void malformedRowsEndTheConversion(String row, String reason) throws IOException {
            Path table = table(row);

            assertThat(Tool.run("convert-online-retail", table))
                    .isEqualTo(new Tool.Run(1, "", "replay: " + table + ":2: " + reason + "\n"));
        }

        @Test
        void rowsOfAnInvoiceOfTwoCustomersEndTheConversion() throws IOException {
            Path table = table(
                    "1,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland",
                    "2,500001,A1,4,2011-01-10 10:00:00,1,18,Wonderland");

            assertThat(Tool.run("convert-online-retail", table).err())
                    .isEqualTo("replay: " + table
                            + ":3: invoice 500001 is of customer 17 in row 1, but here of customer 18\n");
        }

        @Test
        void malformedRowsArePassedOverWhereTheConversionKeepsGoing() throws IOException {
            Path table = table("?", "2,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland");

            Tool.Run run = Tool.run("convert-online-retail", table, "--keep-going");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines()).hasSize(1);
            assertThat(run.err())
                    .startsWith(table + ":2: row must have as many fields as the header, 8, but had 1\n")
                    .containsPattern("\\| bad lines +\\| +1 \\|");
        }

        @Test
        void aTableNeedsAHeaderWithAllColumns() throws IOException {
            Path table = Files.writeString(directory.resolve("table.csv"), "InvoiceNo,StockCode,Quantity\n");

            assertThat(Tool.run("convert-online-retail", table, "--keep-going").err())
                    .isEqualTo("replay: " + table + ":1: header has no column Row, InvoiceDate, UnitPrice, CustomerID,"
                            + " only InvoiceNo, StockCode, Quantity\n");
        }
    }

    @Nested
    class Output {
        private static final String ROW = "1,500001,A1,4,2011-01-10 10:00:00,1,17,Wonderland";

        @Test
        void theEventsAreWrittenWithASummary() throws IOException {
            Path plain = directory.resolve("events.jsonl");
            Path zipped = directory.resolve("events.jsonl.gz");
            Path table = table(ROW);

            Tool.Run run = Tool.run("convert-online-retail", table, "--out", plain);
            Tool.Run again = Tool.run("convert-online-retail", table, "--out", zipped);

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).isEqualTo(again.out()).containsPattern("\\| purchases +\\| +1 \\|");
            assertThat(Files.readString(plain)).hasLineCount(1).endsWith("}\n");
            byte[] bytes = Files.readAllBytes(zipped);
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(Files.readString(plain));
            }
        }

        @Test
        void theTableIsNotOverwrittenByTheEvents() throws IOException {
            Path table = table(ROW);

            Tool.Run run = Tool.run("convert-online-retail", table, "--out", table);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("'" + table + "' is the table itself, and would be overwritten\n");
            assertThat(Files.readString(table)).startsWith(HEADER);
        }

        @Test
        void theTableMustBeThere() {
            Path missing = directory.resolve("missing.csv");

            Tool.Run run = Tool.run("convert-online-retail", missing);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("IN must be a file that can be read, but was '" + missing + "'\n");
        }
    }
}
