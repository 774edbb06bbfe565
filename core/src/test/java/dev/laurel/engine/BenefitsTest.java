package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Codec;
import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.reward.Benefit;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G4")
class BenefitsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

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
                .ladders(Ladder.startingAt("status", Tier.of("low"))
                        .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
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

    @Nested
    class OfAnOrder {
        private final Shop shop = new Shop(program()
                .excluding(Selectors.category("gift-card"))
                .ladders(Ladder.startingAt("status", Tier.of("low"))
                        .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .benefits(
                        Benefit.of("gift-wrap"),
                        Benefit.of("free-shipping").where(Conditions.orderOfAtLeast(usd("50"))),
                        Benefit.of("express")
                                .where(Conditions.any(Conditions.memberIs(VIB), Conditions.orderedThrough("app"))),
                        Benefit.of("not-small").where(Conditions.not(Conditions.orderOfAtLeast(usd("1")))),
                        Benefit.of("sample").where(Conditions.orderOfAtLeast(usd("20"), Selectors.category("scent"))))
                .build());

        private List<String> benefitsFor(Basket basket) {
            return shop.engine().benefitsFor(shop.account(), basket, noon("2026-01-05")).stream()
                    .map(Benefit::id)
                    .toList();
        }

        @Test
        void aBenefitWithAConditionAboutAnOrderIsHadWithSuchAnOrderOnly() {
            assertThat(benefitsFor(Basket.ofTotal(usd("50")))).containsExactly("free-shipping", "gift-wrap");
            assertThat(benefitsFor(Basket.ofTotal(usd("49.99")))).containsExactly("gift-wrap");
            assertThat(benefitsFor(Basket.ofTotal(usd("49.99")).throughChannel("app")))
                    .containsExactly("express", "gift-wrap");
            assertThat(benefitsFor(Basket.of(Shop.line("1", "20", "scent"), Shop.line("2", "1"))))
                    .containsExactly("gift-wrap", "sample");
        }

        @Test
        void aBenefitWithAConditionAboutAnOrderIsNobodySWhereNobodyAsksAboutOne() {
            assertThat(benefits(shop, noon("2026-01-05"))).containsExactly("gift-wrap");
            shop.spend("2026-01-05", "400");
            // Also where it would be had whatever the order, or be had without one.
            assertThat(benefits(shop, noon("2026-01-05"))).containsExactly("gift-wrap");
            assertThat(benefitsFor(Basket.ofTotal(usd("1")))).containsExactly("express", "gift-wrap");
        }

        @Test
        @Tag("A6")
        void aBenefitSeesWhatTheProgramCoversOfTheOrder() {
            Basket mostlyCard = Basket.of(Shop.line("1", "49", "gift-card"), Shop.line("2", "20"));
            assertThat(benefitsFor(mostlyCard)).containsExactly("gift-wrap");
            assertThat(benefitsFor(Basket.of(Shop.line("1", "70", "gift-card"))))
                    .containsExactly("gift-wrap", "not-small");
        }

        @Test
        @Tag("D6")
        void aBenefitOfAnOrderIsNobodySWhereWhatIsCoveredCannotBeTold() {
            Selector failing = new Selector() {
                @Override
                public boolean selects(PurchaseLine line) {
                    throw new IllegalStateException("of Ada Lovelace");
                }

                @Override
                public String describe() {
                    return "nothing";
                }
            };
            Shop broken = new Shop(program()
                    .excluding(failing)
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .benefits(
                            Benefit.of("gift-wrap"),
                            Benefit.of("free-shipping").where(Conditions.orderOfAtLeast(usd("0"))))
                    .build());
            assertThat(broken.engine().benefitsFor(broken.account(), Basket.ofTotal(usd("50")), noon("2026-01-05")))
                    .extracting(Benefit::id)
                    .containsExactly("gift-wrap");
        }

        @Test
        @Tag("N1")
        @Tag("F1")
        void benefitsAreNotToldForAnOrderInOtherMoneyNorForOneWhoseSumDoesNotFit() {
            Instant at = noon("2026-01-05");
            Basket euros = Basket.ofTotal(Money.of(Currency.getInstance("EUR"), 50));
            assertThatThrownBy(() -> shop.engine().benefitsFor(shop.account(), euros, at))
                    .isInstanceOf(CurrencyMismatchException.class);
            Basket vast = Basket.of(Shop.line("1", "9000000000000"), Shop.line("2", "1"));
            assertThatThrownBy(() -> shop.engine().benefitsFor(shop.account(), vast, at))
                    .isInstanceOf(AmountOverflowException.class);
            assertThatNullPointerException()
                    .isThrownBy(() -> shop.engine().benefitsFor(shop.account(), null, at))
                    .withMessage("basket");
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
