package dev.laurel.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberPageTest {
    private static final String HISTORY = """
            {"type":"enroll","id":"e1","customer":"ada","at":"2026-01-05T15:00:00Z","birthday":"--06-15"}
            {"type":"purchase","id":"p1","customer":"ada","at":"2026-02-01T17:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S1","quantity":"2","net":"240.00"}]}
            {"type":"adjust","id":"j1","customer":"ada","at":"2026-02-03T17:00:00Z","currency":"points","points":25,"reason":"a parcel that was lost","actor":"agent-7"}
            {"type":"purchase","id":"p2","customer":"ada","at":"2026-03-01T17:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S2","quantity":"1","net":"160.00"},{"id":"2","sku":"G1","categories":["gift-card"],"quantity":"1","net":"50.00"}]}
            {"type":"purchase","id":"p3","customer":"ada","at":"2026-05-01T17:00:00Z","currency":"USD","lines":[{"id":"1","sku":"S3","quantity":"1","net":"95.50"}]}
            {"type":"redeem","id":"x1","customer":"ada","at":"2026-05-20T17:00:00Z","reward":"cash-10","basket":{"currency":"USD","lines":[{"id":"1","sku":"S2","quantity":"1","net":"40.00"}]}}
            {"type":"profile","id":"f1","customer":"ada","at":"2026-05-21T17:00:00Z","segments":["staff"]}
            {"type":"grant-tier","id":"t1","customer":"ada","at":"2026-05-22T17:00:00Z","tier":"rouge","until":"2026-09-01T04:00:00Z"}
            """;

    @TempDir
    private Path directory;

    private Tool.Run page(String customer, String until, String... more) throws IOException {
        Path events = Files.writeString(directory.resolve("history.jsonl"), HISTORY + String.join("", more));
        return Tool.run("--program", "beauty-insider", "--events", events, "--until", until, "--member", customer);
    }

    private static String afterTheSummary(Tool.Run run) {
        assertThat(run.err()).isEmpty();
        return run.out().substring(run.out().indexOf("Member "));
    }

    @Test
    void aMembersPageShowsAllThatAMemberWantsToKnow() throws IOException {
        assertThat(afterTheSummary(page("ada", "2026-06-10T09:30"))).isEqualTo("""
                        Member ada of beauty-insider@2026.1, 10 June 2026, 09:30

                        Tier
                          rouge, through 31 August 2026
                          to keep rouge through 31 December 2026: USD 495.50 of USD 1000.00 spent in the calendar year (spend) [USD 504.50 missing]

                        Points
                          44 points, 0 pending
                          44 of them can be used until 20 November 2027, 13:00 if nothing is bought or redeemed until then

                        Rewards
                          cash-10         500  USD 10.00 off   456 missing
                          cash-25       1,250  USD 25.00 off   1,206 missing
                          rouge-reward  2,500  USD 100.00 off  2,456 missing

                        Gifts
                          birthday: mini-lipstick or mini-mascara or 250 points, through 30 June 2026

                        Benefits
                          early-access, free-shipping, rouge-event

                        Last entries
                          20 May 2026      -500  points  paid for cash-10, x1
                          1 May 2026        +24  points  VIB members earn a quarter more, p3
                          1 May 2026        +95  points  1 point per dollar, p3
                          1 March 2026     +160  points  1 point per dollar, p2
                          3 February 2026   +25  points  a parcel that was lost
                          1 February 2026  +240  points  1 point per dollar, p1

                        Why p3, 1 May 2026, USD 95.50, earned what it earned
                          base: +95 points (95.5 rounded down per purchase): 1 point per dollar
                          vib-rate: +24 points for 1.25 x base (119.375 in all, rounded down per purchase): VIB members earn a quarter more
                          rouge-rate: not applied, since tier rouge is required, but found tier vib
                        """);
    }

    @Test
    void aMembersPageFollowsTheMemberThroughAClaim() throws IOException {
        String claim = """
                {"type":"claim","id":"g1","customer":"ada","at":"2026-06-11T17:00:00Z","gift":"birthday","choice":"points"}
                """;
        assertThat(afterTheSummary(page("ada", "2026-06-12", claim)))
                .contains("  294 points, 0 pending\n")
                .contains("\nGifts\n  none open\n")
                .contains("  11 June 2026     +250  points  birthday, g1\n");
    }

    @Test
    void aMembersPageSaysHowManyPointsCanPay() throws IOException {
        Path events = Files.writeString(directory.resolve("pounds.jsonl"), """
                {"type":"purchase","id":"p1","customer":"bea","at":"2010-02-01T12:00:00Z","currency":"GBP","lines":[{"id":"1","sku":"S1","quantity":"1","net":"1300.00"}]}
                {"type":"redeem","id":"x1","customer":"bea","at":"2010-02-02T12:00:00Z","reward":"points","points":50}
                """);
        Tool.Run run = Tool.run("--program", "one-per-pound", "--events", events, "--member", "bea");
        assertThat(afterTheSummary(run))
                .contains(
                        "\nRewards\n  points  1 or more  payment of GBP 0.01 for each point  within reach, up to 1,250 for"
                                + " GBP 12.50\n")
                .contains("  2 February 2010     -50  points  paid for points, x1\n");
    }

    @Test
    void aMembersPageIsOfACustomerOfWhomThereWasSomethingToRead() throws IOException {
        Tool.Run run = page("bob", "2026-06-10");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("replay: no event of customer 'bob' was read\n");
    }
}
