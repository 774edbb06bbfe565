package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Member;
import dev.laurel.tier.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The terms of the corner shop, as they change from one new year to the next. */
@Tag("P2")
class CornerShopTest {
    private final LoyaltyService shop = LoyaltyService.of(
                    LoyaltyEngine.ofVersions(CornerShop.cornerShop()), new InMemoryAccountStore())
            .withClock(() -> noon("2029-01-01"));

    private static Instant noon(String date) {
        return LocalDate.parse(date)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Dublin"))
                .toInstant();
    }

    private long buys(String date, long euros) {
        return shop.submit(new Purchase(date, "orla", noon(date), Basket.ofTotal(eur(euros))))
                .orThrow()
                .earned("points");
    }

    private Member on(String date) {
        return shop.member("orla", noon(date));
    }

    private Tier tier(String date) {
        Member member = on(date);
        return member.standing(member.program().ladder("status").orElseThrow())
                .orElseThrow()
                .tier();
    }

    @BeforeEach
    void orlaBuysFor520EurosIn2026() {
        assertThat(buys("2026-03-01", 520)).isEqualTo(520);
        assertThat(tier("2026-12-31")).isEqualTo(CornerShop.REGULAR);
    }

    @Test
    void regularsAreNeighborsFromTheNewYearOnForAsLongAsTheyWouldHaveBeenRegulars() {
        assertThat(tier("2027-01-01")).isEqualTo(CornerShop.NEIGHBOR);
        assertThat(tier("2027-12-31")).isEqualTo(CornerShop.NEIGHBOR);
        assertThat(tier("2028-01-01")).isEqualTo(CornerShop.GUEST);
    }

    @Test
    void pointsThatNeverExpiredLastAYearFromTheNewYearOn() {
        assertThat(on("2027-12-31").available(CornerShop.POINTS)).isEqualTo(520);
        assertThat(on("2028-01-01").available(CornerShop.POINTS)).isZero();
    }

    @Test
    void anOrderIsJudgedByTheTermsOfItsDateAndReturnedByThem() {
        assertThat(buys("2027-01-02", 10)).isEqualTo(20);
        // The till was offline at the end of the year.
        assertThat(buys("2026-12-31", 10)).isEqualTo(10);
        shop.submit(Return.ofAll("back", "orla", noon("2027-01-05"), "2026-12-31"))
                .orThrow();
        assertThat(on("2027-01-05").available(CornerShop.POINTS)).isEqualTo(540);
        assertThat(shop.explain("orla", "2026-03-01").orElseThrow().text())
                .isEqualTo("per-euro: +520 points (520 rounded down per purchase)");
        assertThat(shop.verify("orla")).isEmpty();
    }

    @Test
    void aRewardCostsWhatItDoesAtItsDateUntilItIsGone() {
        assertThat(shop.submit(Redemption.of("a", "orla", noon("2026-12-30"), "mug"))
                        .isAccepted())
                .isTrue();
        assertThat(shop.submit(Redemption.of("b", "orla", noon("2027-01-02"), "mug"))
                        .isAccepted())
                .isTrue();
        assertThat(on("2027-01-02").available(CornerShop.POINTS)).isEqualTo(220);
        assertThat(shop.submit(Redemption.of("c", "orla", noon("2028-01-02"), "mug"))
                        .refusal())
                .contains(new Refusal.UnknownReward("mug"));
    }

    @Test
    void pointsStayFrom2028OnWithWhoComesTwiceAYear() {
        assertThat(buys("2027-12-01", 50)).isEqualTo(100);
        assertThat(on("2028-05-31").available(CornerShop.POINTS)).isEqualTo(100);
        assertThat(buys("2028-05-31", 5)).isEqualTo(10);
        assertThat(on("2028-11-29").available(CornerShop.POINTS)).isEqualTo(110);
        assertThat(on("2028-11-30").available(CornerShop.POINTS)).isZero();
    }
}
