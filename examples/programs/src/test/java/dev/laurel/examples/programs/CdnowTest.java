package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
            Decision decision = engine.evaluate(account, event).orThrow();
            account = decision.account();
            return decision;
        }

        void waitsUntil(Instant instant) {
            account = engine.advance(account, instant).account();
        }

        String tier() {
            return account.standing().tier().id();
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
            assertThat(member.account.standing()).isEqualTo(new TierStanding(Cdnow.GOLD, startOf("1998-01-01")));
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
    }

    @Nested
    class Kept {
        private final Member member = new Member(Cdnow.kept());

        @Test
        @Tag("Q3")
        void aTierIsKeptThroughTheEndOfTheNextYear() {
            member.buys("1997-02-01", "350");
            assertThat(member.account.standing()).isEqualTo(new TierStanding(Cdnow.SILVER, startOf("1999-01-01")));
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
            assertThat(member.account.standing()).isEqualTo(new TierStanding(Cdnow.SILVER, startOf("2000-01-01")));
        }
    }
}
