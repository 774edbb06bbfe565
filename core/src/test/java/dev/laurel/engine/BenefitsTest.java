package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Codec;
import dev.laurel.event.ProfileChange;
import dev.laurel.reward.Benefit;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Condition;
import dev.laurel.rule.Conditions;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Facts;
import dev.laurel.rule.Finding;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G4")
class BenefitsTest {
    private static final Tier VIB = Tier.of("vib");
    private static final Condition IN_MAY =
            Conditions.during(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
    private static final Condition BROKEN = new Condition() {
        @Override
        public Finding check(Facts facts) {
            throw new IllegalStateException("of Ada Lovelace");
        }

        @Override
        public String describe() {
            return "it works";
        }
    };

    private static Shop shop(Benefit... benefits) {
        return new Shop(program()
                .tiers(TierLadder.perCalendarYear(
                        new TierStep(Tier.of("low"), usd("0")), new TierStep(VIB, usd("350"))))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .benefits(benefits)
                .build());
    }

    private static List<String> benefits(Shop shop, Instant at) {
        String digest = Codec.ACCOUNTS.digest(shop.account());
        List<String> ids = shop.engine().benefitsFor(shop.account(), at).stream()
                .map(Benefit::id)
                .toList();
        assertThat(Codec.ACCOUNTS.digest(shop.account())).isEqualTo(digest);
        return ids;
    }

    @Nested
    class ABenefit {
        @Test
        void aBenefitOfEverybodyIsThereBeforeAnythingHappened() {
            Shop shop = shop(Benefit.of("gift-wrap"), Benefit.of("free-returns"));
            assertThat(benefits(shop, noon("2026-01-05"))).containsExactly("free-returns", "gift-wrap");
            assertThat(shop.account().isOpen()).isFalse();
        }

        @Test
        void aBenefitComesWithATierAndGoesWithItToTheInstant() {
            Shop shop = shop(Benefit.of("free-shipping").where(Conditions.memberIs(VIB)));
            assertThat(benefits(shop, noon("2026-01-05"))).isEmpty();
            shop.spend("2026-01-05", "350");
            assertThat(benefits(shop, noon("2026-01-05"))).containsExactly("free-shipping");
            assertThat(benefits(shop, startOf("2027-01-01").minusNanos(1_000))).containsExactly("free-shipping");
            assertThat(benefits(shop, startOf("2027-01-01"))).isEmpty();
        }

        @Test
        void aBenefitNeedsAllOfItsConditions() {
            Shop shop = shop(Benefit.of("early-access").where(IN_MAY).where(Conditions.memberIsIn("press")));
            assertThat(benefits(shop, noon("2026-05-01"))).isEmpty();
            shop.submit(ProfileChange.ofSegments("p", CUSTOMER, noon("2026-04-01"), Set.of("press")));
            assertThat(benefits(shop, startOf("2026-05-01"))).containsExactly("early-access");
            assertThat(benefits(shop, startOf("2026-05-01").minusNanos(1_000))).isEmpty();
            assertThat(benefits(shop, startOf("2026-06-01"))).isEmpty();
        }

        @Test
        @Tag("T3")
        void aBenefitOfAnEarlierInstantIsJudgedByItsDateAndByTheMemberAsNow() {
            Shop shop = shop(Benefit.of("early-access").where(IN_MAY, Conditions.memberIs(VIB)));
            shop.spend("2026-06-05", "350");
            assertThat(benefits(shop, noon("2026-05-31"))).containsExactly("early-access");
        }

        @Test
        @Tag("D6")
        void aBenefitWhoseConditionThrowsIsNobodysAndTakesNoneFromTheOthers() {
            Shop shop = shop(Benefit.of("broken").where(BROKEN), Benefit.of("gift-wrap"));
            assertThat(benefits(shop, noon("2026-01-05"))).containsExactly("gift-wrap");
        }
    }

    @Test
    @Tag("T1")
    @Tag("F1")
    void benefitsCannotBeAskedForOutOfTheRangeOfInstants() {
        Shop shop = shop(Benefit.of("gift-wrap"));
        for (Instant out : List.of(Instant.MIN, Instant.MAX)) {
            assertThatThrownBy(() -> shop.engine().benefitsFor(shop.account(), out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("instant must lie in the years 1 to 9999");
        }
    }
}
