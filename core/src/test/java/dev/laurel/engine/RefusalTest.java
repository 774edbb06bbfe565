package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.money.Money;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.Receipt;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E3")
@Tag("F1")
class RefusalTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));

    private final Shop shop =
            new Shop(program().earn(BASE).redeem(Reward.costing("fifty", 50)).build());

    private Refusal refused(LoyaltyEvent event) {
        String digest = Codec.ACCOUNTS.digest(shop.account());
        Decision decision = shop.engine().evaluate(shop.account(), event);
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.account()).isSameAs(shop.account());
        assertThat(Codec.ACCOUNTS.digest(decision.account())).isEqualTo(digest);
        assertThat(decision.entries()).isEmpty();
        assertThat(decision.tierChanges()).isEmpty();
        assertThat(decision.receipts()).isEmpty();
        assertThatThrownBy(decision::orThrow)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal())
                                .isEqualTo(decision.refusal().orElseThrow()));
        return decision.refusal().orElseThrow();
    }

    private static void assertRefusal(Refusal refusal, String code, String message) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).isEqualTo(message);
    }

    private static Redemption redemption(String reward, Long points, Basket basket) {
        return new Redemption("x", CUSTOMER, noon("2026-01-06"), reward, points, basket);
    }

    @Nested
    class OfAPurchase {
        @Test
        @Tag("N1")
        void aPurchaseInAnotherCurrencyThanTheProgramNamesIsRefused() {
            assertRefusal(
                    refused(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(Money.of(EUR, "10")))),
                    "WRONG_CURRENCY",
                    "currency must be USD, but was EUR; give amounts in USD");
        }

        @Test
        @Tag("N2")
        @Tag("K21")
        void aPurchaseWhosePointsDoNotFitIsRefused() {
            Shop rich = new Shop(program()
                    .earn(EarnRule.earning("rich", Amounts.fixed(Long.MAX_VALUE)))
                    .build());
            Decision decision = rich.engine()
                    .evaluate(
                            rich.account(), new Purchase("p", CUSTOMER, noon("2026-01-06"), Basket.ofTotal(usd("1"))));
            assertThat(decision.refusal()).containsInstanceOf(Refusal.TooManyPoints.class);
            assertThat(decision.refusal().orElseThrow().code()).isEqualTo("OVERFLOW");
            assertThat(decision.account()).isSameAs(rich.account());
        }
    }

    @Nested
    class OfARedemption {
        @Test
        void aRedemptionOfARewardThatThereIsNotIsRefused() {
            shop.spend("2026-01-05", "100");
            assertRefusal(
                    refused(redemption("sixty", null, null)), "UNKNOWN_REWARD", "the program has no reward 'sixty'");
        }

        @Test
        @Tag("R3")
        void aRedemptionOfMorePointsThanThereAreIsRefused() {
            shop.spend("2026-01-05", "49.99");
            assertRefusal(
                    refused(redemption("fifty", null, null)),
                    "INSUFFICIENT_POINTS",
                    "50 points are needed, but 49 are available");
            assertThat(refused(redemption("fifty", null, null)))
                    .isEqualTo(new Refusal.InsufficientPoints("points", 49, 50));
        }

        @Test
        void aRedemptionAtAnotherPriceThanTheRewardsIsRefused() {
            shop.spend("2026-01-05", "100");
            assertRefusal(
                    refused(redemption("fifty", 49L, null)),
                    "INVALID",
                    "points of reward 'fifty' must be its price, 50, but were 49");
        }

        @Test
        void aRedemptionOnABasketInAnotherCurrencyIsRefused() {
            shop.spend("2026-01-05", "100");
            assertThat(refused(redemption("fifty", null, Basket.ofTotal(Money.of(EUR, "10"))))
                            .code())
                    .isEqualTo("WRONG_CURRENCY");
        }

        @Test
        @Tag("E4")
        void aRedemptionThatIsRefusedAsAFirstEventOpensNothing() {
            assertThat(refused(redemption("fifty", null, null)).code()).isEqualTo("INSUFFICIENT_POINTS");
            assertThat(shop.account().isOpen()).isFalse();
        }
    }

    @Nested
    @Tag("E4")
    class OfAnEnrollment {
        @Test
        void anEnrollmentThatIsNotTheFirstIsRefused() {
            shop.spend("2026-01-05", "10");
            shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-01-06")));
            assertThat(shop.account().milestones().enrolled()).isEqualTo(noon("2026-01-06"));
            assertThat(shop.account().milestones().opened()).isEqualTo(noon("2026-01-05"));
            assertRefusal(
                    refused(Enrollment.of("e2", CUSTOMER, noon("2026-01-07"))),
                    "ALREADY_ENROLLED",
                    "the customer is enrolled since 2026-01-06T17:00:00Z; what changes afterwards is a change of the"
                            + " profile");
        }

        @Test
        void anEnrollmentByWhichACustomerBringsThemselvesIsRefused() {
            assertRefusal(
                    refused(new Enrollment("e", noon("2026-01-06"), Customer.of(CUSTOMER), CUSTOMER)),
                    "NOT_ALLOWED",
                    "customer 'c1' cannot be their own referrer");
        }
    }

    @Nested
    class OfAnOpening {
        private Opening opening(String id, String currency) {
            return Opening.of(id, CUSTOMER, noon("2026-01-06"), new OpeningLot(currency, 10, noon("2026-01-01"), null));
        }

        @Test
        void anOpeningThatIsNotTheFirstOneIsRefused() {
            shop.submit(opening("o", "points"));
            assertRefusal(
                    refused(opening("o2", "points")),
                    "NOT_ALLOWED",
                    "customer 'c1' was brought over already, at 2026-01-06T17:00:00Z, and that happens once; adjust the"
                            + " account by hand");
        }

        @Test
        void anOpeningWithPointsTierOrSpendThatTheProgramDoesNotHaveIsRefused() {
            assertRefusal(
                    refused(opening("o", "miles")),
                    "WRONG_CURRENCY",
                    "currency must be points, but was miles; give amounts in points");
            assertRefusal(
                    refused(opening("o", "points").holding("gold")), "UNKNOWN_TIER", "the program has no tier 'gold'");
            assertRefusal(
                    refused(opening("o", "points")
                            .counting(new OpeningSum("spend", noon("2026-01-06"), BigDecimal.ONE))),
                    "INVALID",
                    "nothing in the program asks for counter 'spend'; it asks for none");
        }

        @Test
        @Tag("K21")
        void anOpeningWhosePointsDoNotFitIsRefused() {
            Opening huge = new Opening(
                    "o",
                    CUSTOMER,
                    noon("2026-01-06"),
                    List.of(
                            new OpeningLot("points", Long.MAX_VALUE, noon("2026-01-01"), null),
                            new OpeningLot("points", 1, noon("2026-01-01"), null)),
                    List.of());
            assertThat(refused(huge).code()).isEqualTo("OVERFLOW");
        }
    }

    @Nested
    class ProgrammersErrors {
        @Test
        void programmersErrorsAreThrownAndNotRefused() {
            LoyaltyEngine engine = shop.engine();
            Account other = LoyaltyEngine.of(dev.laurel.program.LoyaltyProgram.builder("other", "1")
                            .zone(Shop.NEW_YORK)
                            .money(Shop.USD)
                            .points(POINTS, PointTerms.expiring(Moment.never()))
                            .earn(BASE)
                            .build())
                    .newAccount(CUSTOMER);
            TimePassed event = new TimePassed(CUSTOMER, noon("2026-01-01"));
            assertThatThrownBy(() -> engine.evaluate(other, event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("account is of program 'other', but this engine runs 'shop'");
            assertThatThrownBy(() -> engine.nextChangeAt(other)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.progress(other)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.evaluate(engine.newAccount("c2"), event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("event 'laurel:time:2026-01-01T17:00:00Z' is of customer 'c1', but the account is of"
                            + " 'c2'");
            assertThatThrownBy(() -> engine.newAccount("")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.advance(shop.account(), Instant.MAX))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("occurredAt must lie in the years 1 to 9999");
            assertThatThrownBy(() -> engine.evaluate(null, event)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> engine.evaluate(shop.account(), null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> LoyaltyEngine.of(null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> engine.evaluate(shop.account(), event, null))
                    .isInstanceOf(NullPointerException.class);
            List<Receipt> withNull = Collections.singletonList(null);
            assertThatThrownBy(() -> engine.evaluate(shop.account(), event, withNull))
                    .isInstanceOf(NullPointerException.class);
        }
    }

    @Test
    @Tag("F2")
    void theTextOfADecisionOrAnAccountSaysIdsOnly() {
        Decision decision = shop.spend("2026-01-05", "10");
        assertThat(decision).hasToString("Decision[e1 of c1: 1 entries]");
        assertThat(shop.engine().evaluate(shop.account(), redemption("fifty", null, null)))
                .hasToString("Decision[x of c1: INSUFFICIENT_POINTS]");
        assertThat(decision.account()).hasToString("Account[c1 in shop as of 2026-01-05T17:00:00Z, 1 entries]");
    }
}
