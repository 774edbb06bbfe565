package dev.laurel.service;

import static dev.laurel.service.Checkout.NOON;
import static dev.laurel.service.Checkout.POINTS;
import static dev.laurel.service.Checkout.VIB;
import static dev.laurel.service.Checkout.soap;
import static dev.laurel.service.Checkout.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.codec.Codec;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.Quote;
import dev.laurel.event.Basket;
import dev.laurel.event.Closure;
import dev.laurel.event.Erasure;
import dev.laurel.event.Payment;
import dev.laurel.event.Promise;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.RewardChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a checkout promised is what the member gets when the order is placed, or better, or nothing. */
@Tag("E5")
class PlacedOrdersTest {
    private final Checkout shop = new Checkout(Checkout.PROGRAM);

    @BeforeEach
    void pointsOfOld() {
        shop.open("ada", 500);
    }

    private Promise promise(Basket basket, RewardChoice... choices) {
        return shop.service.member("ada", NOON).quote(basket, choices).promise();
    }

    private String digest() {
        return Codec.ACCOUNTS.digest(shop.service.account("ada").orElseThrow());
    }

    private static Refusal changed(String what, String promised, String now) {
        return new Refusal.QuoteChanged(what, promised, now);
    }

    @Nested
    class AsPromised {
        @Test
        void anOrderWithoutRewardsIsOnePurchaseOfItsId() {
            Placement placed = shop.service.place("order-1", promise(soap("19.00")));
            assertThat(placed.orThrow().earned("points")).isEqualTo(19);
            assertThat(placed.toPay()).isEqualTo(usd("19"));
            assertThat(placed.isBetter()).isFalse();
            assertThat(placed.isRepeat()).isFalse();
            assertThat(placed.outcomes()).hasSize(1);
            assertThat(shop.service.receipt("ada", "order-1")).isPresent();
            assertThat(placed.account()).isEqualTo(shop.service.account("ada").orElseThrow());
        }

        @Test
        void rewardsArePaidForAndTakenOffInOneCommit() {
            Basket basket = soap("60.00");
            Quote quote = shop.service
                    .member("ada", NOON)
                    .quote(basket, RewardChoice.of("pays", 150), RewardChoice.of("cash-10"), RewardChoice.of("half"));
            Placement placed = shop.service.place("order-1", quote.promise()).orThrow();
            assertThat(placed.toPay()).isEqualTo(quote.leftToPay()).isEqualTo(usd("18.50"));
            assertThat(placed.earned("points"))
                    .isEqualTo(quote.earned("points"))
                    .isEqualTo(18);
            assertThat(placed.outcomes())
                    .extracting(outcome -> outcome.event().id())
                    .containsExactly("order-1/1", "order-1/2", "order-1/3", "order-1");
            assertThat(placed.basket().orElseThrow().payments())
                    .containsExactly(Payment.withPoints(usd("1.50"), "order-1/3"));
            assertThat(shop.available()).isEqualTo(500 - 50 - 100 - 150 + 18);
            assertThat(shop.service.verify("ada")).isEmpty();
        }

        @Test
        void whatWasPlacedCanBeReturnedByTheIdOfTheOrder() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("pays", 150));
            shop.service.place("order-1", promise).orThrow();
            shop.service
                    .submit(Return.ofAll("return-1", "ada", NOON, "order-1"))
                    .orThrow();
            assertThat(shop.available()).isEqualTo(500);
        }

        @Test
        void conditionsAboutTheOrderAreJudgedOnTheOrderBeforeItsRewards() {
            Promise promise = promise(soap("55.00"), RewardChoice.of("cash-10"), RewardChoice.of("shipping"));
            assertThat(shop.service.place("order-1", promise).orThrow().outcomes())
                    .hasSize(3);
        }

        @Test
        void aPromiseOfSomebodyWhoIsNotKnownYetOpensTheAccount() {
            Promise promise = shop.service.member("ben", NOON).quote(soap("19")).promise();
            assertThat(shop.service.place("order-1", promise).orThrow().earned("points"))
                    .isEqualTo(19);
            assertThat(shop.service.account("ben")).isPresent();
        }
    }

    /** Another order in between. */
    @Nested
    @Tag("TV-213")
    class AfterSomethingElse {
        @Test
        void betterThanPromisedIsPlacedAndTheOutcomeSaysSo() {
            Promise promise = promise(soap("19.00"));
            assertThat(promise.earned("points")).isEqualTo(19);
            shop.buy("in-between", "350");
            Placement placed = shop.service.place("order-1", promise).orThrow();
            assertThat(placed.earned("points")).isEqualTo(38);
            assertThat(placed.isBetter()).isTrue();
        }

        @Test
        void lessThanPromisedIsRefusedAndNothingIsPosted() {
            Checkout capped = new Checkout(Checkout.CAPPED);
            capped.open("ada", 500);
            Promise promise =
                    capped.service.member("ada", NOON).quote(soap("19.00")).promise();
            capped.buy("in-between", "88");
            String before = Codec.ACCOUNTS.digest(capped.service.account("ada").orElseThrow());
            Placement placed = capped.service.place("order-1", promise);
            assertThat(placed.refusal()).contains(changed("earned points", "19", "12"));
            assertThat(placed.refusal().orElseThrow().message())
                    .isEqualTo(
                            "earned points was promised as 19, but would now be 12; show a new quote, and place the order"
                                    + " with the promise of that");
            assertThat(Codec.ACCOUNTS.digest(capped.service.account("ada").orElseThrow()))
                    .isEqualTo(before);
            assertThat(capped.service.outcomeOf("ada", "order-1")).isEmpty();
            assertThatThrownBy(placed::toPay).isInstanceOf(RefusedException.class);
            Promise again =
                    capped.service.member("ada", NOON).quote(soap("19.00")).promise();
            assertThat(capped.service.place("order-1", again).orThrow().earned("points"))
                    .isEqualTo(12);
        }

        @Test
        void aLowerTierThanPromisedIsRefused() {
            shop.buy("before", "340");
            Promise promise = promise(soap("19.00"));
            assertThat(promise.tier("status")).contains("vib");
            assertThat(promise.tier("club")).isEmpty();
            shop.service.submit(Return.ofAll("return", "ada", NOON, "before")).orThrow();
            assertThat(shop.service.place("order-1", promise).refusal()).contains(changed("tier", "vib", "insider"));
        }

        @Test
        void moreToPayThanPromisedIsRefused() {
            Promise promise = promise(soap("19.00"));
            Promise cheaper = new Promise(
                    "ada",
                    promise.basket(),
                    promise.choices(),
                    NOON,
                    usd("18.99"),
                    promise.spent(),
                    promise.earned(),
                    promise.tiers());
            assertThat(shop.service.place("order-1", cheaper).refusal())
                    .contains(changed("to pay", "USD 18.99", "USD 19.00"));
        }

        @Test
        void aTierThatTheProgramDoesNotHaveIsNotKept() {
            Promise promise = promise(soap("19.00"));
            Promise other = new Promise(
                    "ada",
                    promise.basket(),
                    promise.choices(),
                    NOON,
                    promise.toPay(),
                    promise.spent(),
                    promise.earned(),
                    Map.of("status", "gold"));
            assertThat(shop.service.place("order-1", other).refusal()).contains(changed("tier", "gold", "insider"));
        }

        @Test
        void pointsThatAreGoneAreTheAnswer() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("pays", 450));
            shop.service
                    .submit(Redemption.of("x", "ada", NOON, "cash-10", soap("60")))
                    .orThrow();
            String before = digest();
            Placement placed = shop.service.place("order-1", promise);
            assertThat(placed.refusal()).contains(new Refusal.InsufficientPoints("points", 400, 450));
            assertThat(placed.refused().orElseThrow().event().id()).isEqualTo("order-1/1");
            assertThat(digest()).isEqualTo(before);
        }

        @Test
        void anAccountThatIsClosedIsTheAnswer() {
            Promise promise = promise(soap("60.00"));
            shop.service.submit(new Closure("c", "ada", NOON)).orThrow();
            assertThat(shop.service.place("order-1", promise).refusal())
                    .contains(new Refusal.AccountClosed("ada", NOON));
        }

        @Test
        void aSecondOrderThatPromisesTheSamePointsIsRefused() {
            Promise one = promise(soap("60.00"), RewardChoice.of("pays", 300));
            assertThat(shop.service.place("order-1", one).isAccepted()).isTrue();
            assertThat(shop.service
                            .place("order-2", one)
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("INSUFFICIENT_POINTS");
            assertThat(shop.service.verify("ada")).isEmpty();
        }
    }

    @Nested
    @Tag("TV-213")
    @Tag("E2")
    class Twice {
        @Test
        void theSamePromiseAgainIsARepetition() {
            List<Outcome> told = new ArrayList<>();
            LoyaltyService service = shop.service.withListener(told::add);
            Promise promise = promise(soap("60.00"), RewardChoice.of("pays", 450), RewardChoice.of("half"));
            Placement first = service.place("order-1", promise).orThrow();
            String before = digest();
            Placement again = service.place("order-1", promise).orThrow();
            assertThat(again.isRepeat()).isTrue();
            assertThat(first.isRepeat()).isFalse();
            assertThat(again.toPay()).isEqualTo(first.toPay());
            assertThat(again.basket()).isEqualTo(first.basket());
            assertThat(again.earned("points")).isEqualTo(first.earned("points"));
            assertThat(again.outcomes()).hasSameSizeAs(first.outcomes()).allMatch(Outcome::isRepeat);
            assertThat(digest()).isEqualTo(before);
            assertThat(told).hasSize(3);
        }

        @Test
        void anotherPromiseUnderTheIdOfTheOrderIsAConflictThatNamesWhatDiffers() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("half"));
            shop.service.place("order-1", promise).orThrow();
            Map<Promise, String> others = Map.of(
                    promise(soap("61.00"), RewardChoice.of("half")),
                    "promise.basket.lines[0].net",
                    promise(soap("60.00"), RewardChoice.of("cash-10")),
                    "promise.choices[0].reward",
                    promise(soap("60.00")),
                    "promise.choices",
                    promise(soap("60.00"), RewardChoice.of("half"), RewardChoice.of("cash-10")),
                    "promise.choices",
                    at(promise, NOON.plusSeconds(1)),
                    "promise.at");
            String before = digest();
            others.forEach((other, component) -> assertThat(
                            shop.service.place("order-1", other).refusal())
                    .contains(new Refusal.IdConflict("order-1", component)));
            assertThat(digest()).isEqualTo(before);
        }

        private Promise at(Promise promise, Instant at) {
            return new Promise(
                    promise.customer(),
                    promise.basket(),
                    promise.choices(),
                    at,
                    promise.toPay(),
                    promise.spent(),
                    promise.earned(),
                    promise.tiers());
        }

        @Test
        void aConflictOfAnOrderThatIsPlacedDoesNotAdviseToPlaceItTwice() {
            Promise promise = promise(soap("60.00"));
            shop.service.place("order-1", promise).orThrow();
            assertThat(shop.service
                            .place("order-1", at(promise, NOON.plusSeconds(1)))
                            .refusal()
                            .orElseThrow()
                            .message())
                    .isEqualTo(
                            "order 'order-1' is placed already, on a promise with another at; ask for its outcome, and choose"
                                    + " a new id only for a new order");
            shop.buy("order-2", "5");
            assertThat(shop.service
                            .place("order-2", promise)
                            .refusal()
                            .orElseThrow()
                            .message())
                    .isEqualTo(
                            "event id 'order-2' was used for an event that was placed on no promise; do not place it again,"
                                    + " and choose another id for a new order");
        }

        @Test
        void anIdThatIsUsedForSomethingElseIsAConflict() {
            shop.service
                    .submit(new Purchase("order-1", "ada", NOON, soap("60.00")))
                    .orThrow();
            assertThat(shop.service.place("order-1", promise(soap("60.00"))).refusal())
                    .contains(new Refusal.IdConflict("order-1", "promise"));
            shop.service
                    .submit(Redemption.of("order-2/1", "ada", NOON, "half", soap("60")))
                    .orThrow();
            assertThat(shop.service
                            .place("order-2", promise(soap("60.00"), RewardChoice.of("half")))
                            .refusal())
                    .contains(new Refusal.IdConflict("order-2/1", "promise"));
            shop.service.place("order-3", promise(soap("5.00"))).orThrow();
            assertThat(shop.service
                            .submit(new Purchase("order-3/placed", "ada", NOON, soap("5")))
                            .refusal())
                    .contains(new Refusal.IdConflict("order-3/placed", "kind"));
        }

        @Test
        void anOrderWhoseIdLooksLikeThatOfARewardOfAnotherIsItsOwn() {
            shop.service.place("order-1/1", promise(soap("5.00"))).orThrow();
            Promise promise = promise(soap("60.00"));
            assertThat(shop.service.place("order-1", promise).orThrow().isRepeat())
                    .isFalse();
            assertThat(shop.service.place("order-1", promise).orThrow().isRepeat())
                    .isTrue();
            assertThat(shop.service
                            .place("order-2", promise(soap("60.00"), RewardChoice.of("half")))
                            .isAccepted())
                    .isTrue();
        }

        @Test
        void anOrderIsARepetitionAlsoWhereTheProgramNoLongerHasItsReward() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("cash-10"), RewardChoice.of("half"));
            Placement first = shop.service.place("order-1", promise).orThrow();
            LoyaltyService next =
                    LoyaltyService.of(Checkout.withoutPercentages(), shop.store).withClock(() -> NOON);
            Placement again = next.place("order-1", promise).orThrow();
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.toPay()).isEqualTo(first.toPay());
        }

        @Test
        @Tag("TV-216")
        void anOrderOfSomebodyWhoWasErasedIsARepetition() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("half"));
            shop.service.place("order-1", promise).orThrow();
            shop.service.submit(new Erasure("z", "ada", NOON)).orThrow();
            String before = digest();
            Placement again = shop.service.place("order-1", promise).orThrow();
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.outcomes()).hasSize(2);
            assertThat(shop.service.journal("ada").toString()).doesNotContain("Promise");
            assertThat(again.basket()).isEmpty();
            assertThat(again.toPay()).isEqualTo(promise.toPay());
            assertThat(digest()).isEqualTo(before);
            assertThat(shop.service
                            .place("order-2", promise)
                            .refusal()
                            .orElseThrow()
                            .code())
                    .isEqualTo("ACCOUNT_CLOSED");
            assertThat(shop.service
                            .submit(new Purchase("order-1", "ada", NOON, soap("1")))
                            .isRepeat())
                    .isTrue();
            assertThat(digest()).isEqualTo(before);
        }
    }

    @Nested
    class BadInput {
        @Test
        @Tag("T3")
        void aPromiseThatLiesAheadOfTheClockIsRefused() {
            Instant ahead = NOON.plus(Duration.ofDays(2));
            Promise promise =
                    shop.service.member("ada", ahead).quote(soap("60.00")).promise();
            assertThat(shop.service.place("order-1", promise).refusal())
                    .contains(new Refusal.EventTooEarly(ahead, NOON, Duration.ofDays(1)));
        }

        @Test
        @Tag("A6")
        void pointsThatWereOnlyAskedAboutPayForNothing() {
            Quote quote = shop.service.member("ada", NOON).quote(soap("60").paidBy(Payment.preview(usd("50"))));
            assertThatThrownBy(quote::promise)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "a promise must not have a payment of which the redemption is not known; choose the reward"
                                    + " instead");
        }

        @Test
        void aQuoteThatIsRefusedPromisesNothing() {
            Quote quote = shop.service.member("ada", NOON).quote(soap("60"), RewardChoice.of("pays", 501));
            assertThatThrownBy(quote::promise)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("INSUFFICIENT_POINTS");
        }

        @Test
        void aPromiseThatIsOlderThanTheServiceKeepsItIsRefused() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("half"));
            Instant late = NOON.plus(Duration.ofDays(1)).plusSeconds(1);
            LoyaltyService later = shop.service.withClock(() -> late);
            assertThat(later.place("order-1", promise).refusal())
                    .contains(changed("instant", NOON.toString(), late.toString()))
                    .get()
                    .extracting(Refusal::message)
                    .isEqualTo(
                            "the promise was made at 2026-06-01T12:00:00Z, which is too long before 2026-06-02T12:00:01Z to be"
                                    + " kept; show a new quote, and place the order with the promise of that");
            assertThat(later.withClock(() -> late.minusSeconds(1))
                            .place("order-1", promise)
                            .isAccepted())
                    .isTrue();
            assertThat(later.place("order-1", promise).orThrow().isRepeat()).isTrue();
            assertThat(later.withPromisesFor(Duration.ofDays(2))
                            .place("order-2", promise)
                            .isAccepted())
                    .isTrue();
            assertThatThrownBy(() -> later.withPromisesFor(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the time for which a promise is kept must not be negative, but was PT-1S");
        }

        @Test
        void aPriceThatIsHigherInPointsThanPromisedIsRefused() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("cash-10"));
            assertThat(promise.spent("points")).isEqualTo(100);
            LoyaltyService dearer =
                    LoyaltyService.of(Checkout.dearer(), shop.store).withClock(() -> NOON);
            assertThat(dearer.place("order-1", promise).refusal()).contains(changed("spent points", "100", "150"));
        }

        @Test
        void theIdOfAnOrderLeavesRoomForThoseOfItsRewards() {
            String longest = "o".repeat(190);
            assertThat(shop.service
                            .place(longest, promise(soap("60.00"), RewardChoice.of("half")))
                            .isAccepted())
                    .isTrue();
            assertThatThrownBy(() -> shop.service.place(longest + "o", promise(soap("60.00"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "order id must have at most 190 characters, since the ids of its events begin with it, but"
                                    + " had 191");
            assertThatThrownBy(() -> shop.service.place(" ", promise(soap("60.00"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("order id must not be blank");
        }

        @Test
        void aRewardThatTheProgramDoesNotHaveIsRefused() {
            Promise promise = promise(soap("60.00"), RewardChoice.of("half"));
            Promise unknown = new Promise(
                    "ada",
                    promise.basket(),
                    List.of(RewardChoice.of("no-such")),
                    NOON,
                    promise.toPay(),
                    promise.spent(),
                    promise.earned(),
                    promise.tiers());
            assertThat(shop.service.place("order-1", unknown).refusal()).contains(new Refusal.UnknownReward("no-such"));
        }
    }

    @Test
    void aMemberSeesWhatCanBeHadAndWhatAnOrderComesTo() {
        Member ada = shop.service.member("ada", NOON);
        assertThat(ada.available(POINTS)).isEqualTo(500);
        assertThat(ada.standing(ada.program().ladder("status").orElseThrow())
                        .orElseThrow()
                        .tier())
                .isNotEqualTo(VIB);
        assertThat(ada.quote(soap("360"))
                        .account()
                        .standing("status")
                        .orElseThrow()
                        .tier())
                .isEqualTo(VIB);
    }
}
