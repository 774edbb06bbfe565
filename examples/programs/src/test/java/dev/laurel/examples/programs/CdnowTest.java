package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.Receipt;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of the two programs, one by one. */
class CdnowTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final class Member {
        private final LoyaltyEngine engine;
        private final Map<String, Receipt> receipts = new HashMap<>();
        private Account account;
        private int purchases;

        Member(LoyaltyProgram program) {
            engine = LoyaltyEngine.of(program);
            account = engine.newAccount("c1");
        }

        @CanIgnoreReturnValue
        long buys(String date, String net) {
            return submit(new Purchase("p" + ++purchases, "c1", noon(date), Basket.ofTotal(usd(net))))
                    .earned("points");
        }

        @CanIgnoreReturnValue
        Decision submit(LoyaltyEvent event) {
            Decision decision = tries(event).orThrow();
            account = decision.account();
            decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
            return decision;
        }

        Decision tries(LoyaltyEvent event) {
            return engine.evaluate(account, event, receipts.values());
        }

        /** The points that are left when so much of a line of the last purchase has come back too. */
        long keepsWithout(String id, ReturnedLine line) {
            submit(new Return(id, "c1", noon("1997-03-01"), "p" + purchases, List.of(line)));
            return account.balance("points").available();
        }

        void waitsUntil(Instant instant) {
            account = engine.advance(account, instant).account();
        }

        TierStanding standing() {
            return account.standing("status").orElseThrow();
        }

        String tier() {
            return standing().tier().id();
        }
    }

    private static Instant noon(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static Instant startOf(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    @Nested
    class Yearly {
        private final Member member = new Member(Cdnow.yearly());

        @Test
        void eachCompletedDollarEarnsAPoint() {
            assertThat(member.buys("1997-02-01", "11.77")).isEqualTo(11);
            assertThat(member.buys("1997-02-01", "0.99")).isZero();
            assertThat(member.buys("1997-02-01", "0.00")).isZero();
        }

        @ParameterizedTest
        @CsvSource({"350, 35.99, 43", "1000, 35.99, 52", "349.99, 35.99, 35"})
        @Tag("A7")
        void silverAndGoldEarnMoreByTheTierHeldBeforeRoundedDownASecondTime(String before, String net, long points) {
            member.buys("1997-02-01", before);
            assertThat(member.buys("1997-02-02", net)).isEqualTo(points);
        }

        @Test
        @Tag("Q3")
        void everybodyIsBaseAgainAtTheNewYear() {
            member.buys("1997-02-01", "1000");
            assertThat(member.standing()).isEqualTo(new TierStanding(Cdnow.GOLD, startOf("1998-01-01")));
            member.waitsUntil(startOf("1998-01-01").minusNanos(1_000));
            assertThat(member.tier()).isEqualTo("gold");
            member.waitsUntil(startOf("1998-01-01"));
            assertThat(member.tier()).isEqualTo("base");
        }

        @Test
        @Tag("L6")
        void pointsExpireTwelveMonthsAfterEarningAtTheStartOfThatDay() {
            member.buys("1997-06-30", "20");
            assertThat(member.engine.nextChangeAt(member.account)).contains(startOf("1998-06-30"));
            member.waitsUntil(startOf("1998-06-30"));
            assertThat(member.account.balance("points").expired()).isEqualTo(20);
        }

        @Test
        void fiveHundredPointsBuyTheReward() {
            member.buys("1997-02-01", "500");
            member.submit(Redemption.of("x", "c1", noon("1997-02-02"), "five-hundred"));
            assertThat(member.account.balance("points").available()).isZero();
        }

        @Test
        @Tag("L7")
        @Tag("R3")
        void theRewardIsHadAndGivenBackAsAWhole() {
            member.buys("1997-02-01", "1000");
            member.submit(Redemption.of("x", "c1", noon("1997-02-02"), "five-hundred"));
            member.submit(Hold.of("h", "c1", noon("1997-02-02"), "five-hundred", noon("1997-02-10")));
            assertThat(member.tries(new Capture("k", "c1", noon("1997-02-03"), "h", 100L))
                            .refusal())
                    .containsInstanceOf(Refusal.Invalid.class);
            assertThat(member.tries(new Cancellation("y", "c1", noon("1997-02-03"), "x", 100L))
                            .refusal())
                    .containsInstanceOf(Refusal.Invalid.class);
            member.submit(Capture.ofAll("k", "c1", noon("1997-02-03"), "h"));
            member.submit(new Cancellation("y", "c1", noon("1997-02-03"), "x", null));
            assertThat(member.account.balance("points").available()).isEqualTo(500);
        }
    }

    @Nested
    @Tag("V2")
    class Returns {
        private final Member member = new Member(Cdnow.yearly());

        private void buysTwoThings(String first, String second) {
            member.submit(new Purchase(
                    "p" + ++member.purchases,
                    "c1",
                    noon("1997-02-02"),
                    Basket.of(PurchaseLine.of("1", "cd", usd(first)), PurchaseLine.of("2", "cd", usd(second)))));
        }

        @Test
        @Tag("TV-223")
        void aReturnLeavesAPointForEachCompletedDollarOfWhatIsLeft() {
            buysTwoThings("10.00", "0.99");
            assertThat(member.account.balance("points").available()).isEqualTo(10);
            assertThat(member.keepsWithout("r1", ReturnedLine.of("2", Quantity.ONE)))
                    .isEqualTo(10);
            // 9.99 is left, and then 9.00.
            assertThat(member.keepsWithout("r2", ReturnedLine.of("1", usd("0.01"))))
                    .isEqualTo(9);
            assertThat(member.keepsWithout("r3", ReturnedLine.of("1", usd("0.99"))))
                    .isEqualTo(9);
            assertThat(member.keepsWithout("r4", ReturnedLine.of("1", usd("9.00"))))
                    .isZero();
        }

        @ParameterizedTest
        @CsvSource({
            // 35.99: 35 dollars, 43.75 points. So much comes back of 20.49; so many points are kept.
            "350, 0.99, 43", // 35 dollars, 43.75
            "350, 1.00, 42", // 34 dollars, 42.5
            "350, 20.49, 18", // 15 dollars, 18.75
            "1000, 0.99, 52", // 35 dollars, 52.5
            "1000, 1.00, 51", // 34 dollars, 51
            "1000, 5.00, 45", // 30 dollars, 45
            "349.99, 1.00, 34",
        })
        void aReturnRoundsBothTheDollarsAndTheProductOnWhatIsLeft(String before, String back, long kept) {
            long others = member.buys("1997-02-01", before);
            buysTwoThings("20.49", "15.50");
            assertThat(member.keepsWithout("r1", ReturnedLine.of("1", usd(back))))
                    .isEqualTo(others + kept);
        }

        @Test
        @Tag("Q5")
        void aReturnGoesByTheTierOfItsPurchaseAlsoWhenThatIsLost() {
            member.buys("1997-02-01", "350");
            member.buys("1997-02-02", "35.99");
            assertThat(member.tier()).isEqualTo("silver");
            member.submit(Return.ofAll("r1", "c1", noon("1997-02-03"), "p1"));
            assertThat(member.tier()).isEqualTo("base");
            assertThat(member.account.balance("points").available()).isEqualTo(43);
            String line = Basket.ofTotal(usd("35.99")).lines().get(0).id();
            assertThat(member.keepsWithout("r2", ReturnedLine.of(line, usd("1.00"))))
                    .isEqualTo(42);
        }
    }

    @Nested
    class Kept {
        private final Member member = new Member(Cdnow.kept());

        @Test
        @Tag("Q3")
        void aTierIsKeptThroughTheEndOfTheNextYear() {
            member.buys("1997-02-01", "350");
            assertThat(member.standing()).isEqualTo(new TierStanding(Cdnow.SILVER, startOf("1999-01-01")));
            assertThat(member.buys("1998-12-31", "10")).isEqualTo(12);
            assertThat(member.buys("1999-01-01", "10")).isEqualTo(10);
        }

        @Test
        @Tag("Q4")
        void aTierFallsToWhatIsEarned() {
            member.buys("1997-02-01", "1000");
            member.buys("1998-02-01", "400");
            assertThat(member.tier()).isEqualTo("gold");
            member.waitsUntil(startOf("1999-01-01"));
            assertThat(member.standing()).isEqualTo(new TierStanding(Cdnow.SILVER, startOf("2000-01-01")));
        }
    }
}
