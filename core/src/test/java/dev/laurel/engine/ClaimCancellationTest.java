package dev.laurel.engine;

import static dev.laurel.engine.Member.brief;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.ClaimedBirthday;
import dev.laurel.customer.Birthday;
import dev.laurel.decision.Decision;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.ProfileChange;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ShortfallPolicy;
import dev.laurel.receipt.ClaimReceipt;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A claim that a clerk undoes: what it gave is taken back, and the birthday is free again. */
@Tag("E1")
@Tag("R3")
class ClaimCancellationTest {
    private final Member member = member(Moment.never(), ShortfallPolicy.OWE);

    private static Member member(Expiry expiry, ShortfallPolicy shortfall) {
        return new Member(Member.declared(new PointTerms(expiry, Set.of(), null, shortfall, null, Period.ZERO))
                .offers(Offer.of(
                        "birthday",
                        BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                        new Item("sample"),
                        new Bonus(POINTS.points(250))))
                .build());
    }

    private static LoyaltyEvent birthday(String date, String birthday) {
        return ProfileChange.ofBirthday("b" + date, CUSTOMER, noon(date), Birthday.parse(birthday));
    }

    private static Claim claim(String id, String date, String choice) {
        return new Claim(id, CUSTOMER, noon(date), "birthday", choice);
    }

    private static Cancellation cancel(String id, String date, String claim, Long points) {
        return new Cancellation(id, CUSTOMER, noon(date), claim, points);
    }

    @BeforeEach
    void aMemberWithABirthday() {
        member.does(birthday("2026-01-01", "--06-15"));
    }

    @Nested
    class Accepted {
        @Test
        void theBonusIsTakenBackAndCanBeClaimedAgain() {
            member.does(claim("g", "2026-06-10", "points"));
            assertThat(member.isRefused(claim("g2", "2026-06-11", "points"))).isEqualTo("ALREADY_CLAIMED");
            Decision cancelled = member.does(cancel("y", "2026-06-12", "g", null));
            assertThat(brief(cancelled)).containsExactly("CLAWBACK -250 birthday");
            assertThat(member.balance().outstanding()).isZero();
            assertThat(member.shop.account().claimed()).isEmpty();
            member.does(claim("g2", "2026-06-13", "sample"));
            assertThat(member.isRefused(claim("g3", "2026-06-14", "points"))).isEqualTo("ALREADY_CLAIMED");
        }

        @Test
        void aThingThatIsGivenBackCanBeClaimedAgainToo() {
            member.does(claim("g", "2026-06-10", "sample"));
            assertThat(member.does(cancel("y", "2026-06-12", "g", null)).entries())
                    .isEmpty();
            member.does(claim("g2", "2026-06-13", "points"));
            assertThat(member.available()).isEqualTo(250);
        }

        @Test
        @Tag("L8")
        void pointsThatAreSpentAreOwed() {
            member.does(claim("g", "2026-06-10", "points"));
            member.redeems("x", "2026-06-11", "mug", 200);
            assertThat(brief(member.does(cancel("y", "2026-06-12", "g", 250L))))
                    .containsExactly("CLAWBACK -250 birthday");
            assertThat(member.debt()).isEqualTo(200);
            member.cancels("x", "2026-06-13");
            assertThat(member.balance().outstanding() - member.debt()).isZero();
        }

        @Test
        @Tag("V4")
        void pointsThatExpiredUnusedCountAsTakenBack() {
            Member other = member(Moment.after(Period.ofDays(20)), ShortfallPolicy.OWE);
            other.does(birthday("2026-01-01", "--06-15"));
            other.does(claim("g", "2026-06-10", "points"));
            other.redeems("x", "2026-06-11", "mug", 100);
            other.buys("p", "2026-07-05", "300.00");
            assertThat(brief(other.does(cancel("y", "2026-07-06", "g", null))))
                    .containsExactly("CLAWBACK -100 birthday");
            assertThat(other.available()).isEqualTo(200);
        }

        @Test
        @Tag("G2")
        void onlyTheBirthdayOfTheClaimIsFreeAgain() {
            member.does(claim("g", "2026-06-30", "sample"));
            member.does(claim("h", "2027-06-15", "sample"));
            member.does(cancel("y", "2027-06-20", "g", null));
            assertThat(member.shop.account().claimed().get("birthday"))
                    .containsExactly(new ClaimedBirthday("h", LocalDate.parse("2027-06-15")));
            assertThat(member.isRefused(claim("i", "2027-06-21", "points"))).isEqualTo("ALREADY_CLAIMED");
        }

        @Test
        @Tag("K17")
        void cancellingAndMovingTheBirthdayGivesNoSecondGift() {
            member.does(claim("g", "2026-06-10", "points"));
            member.does(birthday("2026-06-20", "--07-15"));
            assertThat(member.isRefused(claim("h", "2026-07-10", "points"))).isEqualTo("ALREADY_CLAIMED");
            member.does(cancel("y", "2026-07-11", "g", null));
            member.does(claim("h", "2026-07-12", "points"));
            assertThat(member.available()).isEqualTo(250);
        }
    }

    @Nested
    class Refused {
        @Test
        void aClaimIsCancelledWhole() {
            member.does(claim("g", "2026-06-10", "points"));
            assertThat(member.refusal(cancel("y", "2026-06-12", "g", 100L)).message())
                    .isEqualTo("claim 'g' is cancelled as a whole, 250 points, but 100 points were to be taken back");
            assertThat(member.isRefused(cancel("y", "2026-06-12", "g", 251L))).isEqualTo("EXCEEDS_REDEMPTION");
            member.does(cancel("y", "2026-06-12", "g", 250L));
        }

        @Test
        void aClaimOfAThingHasNoPointsToTakeBack() {
            member.does(claim("g", "2026-06-10", "sample"));
            assertThat(member.refusal(cancel("y", "2026-06-12", "g", 1L)).message())
                    .isEqualTo("claim 'g' is cancelled as a whole, and it gave no points, but 1 points were to be taken"
                            + " back");
        }

        @Test
        void aClaimIsCancelledOnce() {
            member.does(claim("g", "2026-06-10", "points"));
            member.does(cancel("y", "2026-06-12", "g", null));
            assertThat(member.isRefused(cancel("y2", "2026-06-12", "g", null))).isEqualTo("ALREADY_CANCELLED");
            assertThat(member.isRefused(cancel("y2", "2026-06-12", "g", 7L))).isEqualTo("ALREADY_CANCELLED");
        }

        @Test
        @Tag("V5")
        void aClaimIsCancelledAsLongAsAPurchaseCouldBeReturned() {
            member.does(claim("g", "2026-06-10", "points"));
            assertThat(member.isRefused(cancel("y", "2027-06-10", "g", null))).isEqualTo("UNKNOWN_REDEMPTION");
            member.does(cancel("y", "2027-06-09", "g", null));
        }

        @Test
        @Tag("F2")
        void aReceiptOfAClaimSaysNothingOfTheBirthday() {
            member.does(claim("g", "2026-06-10", "points"));
            ClaimReceipt receipt = (ClaimReceipt) member.shop.receipt("g");
            assertThat(receipt.toString() + receipt.given()).doesNotContain("06-15");
            member.does(new Erasure("z", CUSTOMER, noon("2026-06-11")));
            assertThat(member.shop.account().claimed()).isEmpty();
            assertThat(member.isRefused(cancel("y", "2026-06-12", "g", null))).isEqualTo("ACCOUNT_CLOSED");
        }

        @Test
        void whatWasNeverClaimedIsUnknown() {
            assertThat(member.isRefused(cancel("y", "2026-06-12", "g", null))).isEqualTo("UNKNOWN_REDEMPTION");
            List<LedgerEntry> none = member.shop.entries();
            assertThat(none).isEmpty();
        }
    }
}
