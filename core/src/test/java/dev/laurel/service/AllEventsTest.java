package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kind of event that changes an account after its opening, delivered once, again, and with other content. */
@Tag("E1")
class AllEventsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(POINTS, PointTerms.expiring(Moment.never()))
            .ladders(Ladder.startingAt("status", Tier.of("low"))
                    .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, "500")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
            .redeem(Reward.costing("cash-10", 100).giving(new AmountOff(Money.of(USD, "10"))))
            .offers(Offer.of(
                    "birthday",
                    BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                    new Item("sample"),
                    new Bonus(POINTS.points(50))))
            .build();

    private final AccountStore store = new InMemoryAccountStore();
    private final LoyaltyService service =
            LoyaltyService.of(LoyaltyEngine.of(PROGRAM), store).withClock(() -> at(1_000));

    private static Instant at(int day) {
        return Instant.parse("2026-06-01T12:00:00Z").plusSeconds(86_400L * day);
    }

    private static Basket order(String total) {
        return Basket.ofTotal(Money.of(USD, total));
    }

    private static final List<LoyaltyEvent> EVENTS = List.of(
            ProfileChange.ofBirthday("b", "c1", at(1), Birthday.parse("--06-15")),
            new Purchase("p", "c1", at(2), order("200")),
            new Claim("c", "c1", at(3), "birthday", "points"),
            new TierGrant("g", "c1", at(4), "high", at(40)),
            new Adjustment("a", "c1", at(5), "points", -20, "typing error", "agent-7"),
            new Redemption("r", "c1", at(6), "cash-10", null, order("30")));

    /** Each has the id of one of the events, and differs from it in one thing. */
    private static final List<LoyaltyEvent> OTHERS = List.of(
            ProfileChange.ofBirthday("b", "c1", at(1), Birthday.parse("--06-16")),
            ProfileChange.to(
                    "b",
                    new Customer("c1", Birthday.parse("--06-15"), Map.of(), Set.of()),
                    at(1),
                    ProfileChange.Field.BIRTHDAY,
                    ProfileChange.Field.ATTRIBUTES),
            ProfileChange.to(
                    "b",
                    new Customer("c1", Birthday.parse("--06-15"), Map.of(), Set.of()),
                    at(1),
                    ProfileChange.Field.BIRTHDAY,
                    ProfileChange.Field.SEGMENTS),
            new Claim("c", "c1", at(3), "birthday", "sample"),
            new Claim("c", "c1", at(3), "birthday", null),
            new TierGrant("g", "c1", at(4), "high", at(41)),
            new TierGrant("g", "c1", at(4), "low", at(40)),
            new Adjustment("a", "c1", at(5), "points", 20, "typing error", "agent-7"),
            new Adjustment("a", "c1", at(5), "points", -20, "typing errors", "agent-7"),
            new Adjustment("a", "c1", at(5), "points", -20, "typing error", "agent-8"),
            new Redemption("r", "c1", at(6), "cash-10", 100L, order("30")),
            new Redemption("r", "c1", at(6), "cash-10", null, order("31")),
            new Redemption("r", "c1", at(6), "cash-10", null, null),
            new TierGrant("a", "c1", at(5), "high", at(40)),
            new Claim("g", "c1", at(4), "birthday", "points"));

    private Account account() {
        return service.account("c1").orElseThrow();
    }

    @BeforeEach
    void submitAll() {
        EVENTS.forEach(event -> assertThat(service.submit(event).isAccepted()).isTrue());
    }

    @Test
    void eventsHaveTheirEffectOnce() {
        assertThat(account().balance("points").available()).isEqualTo(200 + 50 - 20 - 100);
        assertThat(account().standing("status").orElseThrow().tier()).isEqualTo(Tier.of("high"));
        assertThat(account().verify(service.entries("c1"))).isEmpty();
        assertThat(service.entries("c1")).extracting(entry -> entry.cause()).containsExactly("p", "c", "a", "r");
        assertThat(store.journal(new AccountKey("shop", "c1"), 0, 1_000)).hasSameSizeAs(EVENTS);
    }

    @Test
    @Tag("E2")
    @Tag("K3")
    void eventsWithTheSameContentAgainGiveTheFirstOutcome() {
        Account before = account();
        for (LoyaltyEvent event : EVENTS) {
            Outcome again = service.submit(event);
            assertThat(again.isRepeat()).isTrue();
            assertThat(again.isAccepted()).isTrue();
            assertThat(again.entries()).allMatch(entry -> entry.cause().equals(event.id()));
            assertThat(again.account()).isEqualTo(before);
        }
        assertThat(service.submit(EVENTS.get(3)).tierChanges()).hasSize(1);
        assertThat(account()).isEqualTo(before);
        assertThat(store.journal(new AccountKey("shop", "c1"), 0, 1_000)).hasSameSizeAs(EVENTS);
    }

    @Test
    @Tag("E2")
    void eventsWithTheSameContentWrittenAnotherWayAreTheSame() {
        assertThat(service.submit(new Redemption("r", "c1", at(6), "cash-10", null, order("30.00")))
                        .isRepeat())
                .isTrue();
    }

    @Test
    @Tag("E2")
    @Tag("K4")
    void eventsWithOtherContentUnderTheSameIdAreRefused() {
        Account before = account();
        for (LoyaltyEvent event : OTHERS) {
            assertThat(service.submit(event).refusal())
                    .get()
                    .isInstanceOfSatisfying(
                            Refusal.IdConflict.class,
                            conflict -> assertThat(conflict.event()).isEqualTo(event.id()));
            assertThat(account()).isEqualTo(before);
        }
    }

    @Test
    @Tag("E3")
    void eventsThatWereRefusedCanBeSentAgain() {
        Redemption twice = Redemption.of("r2", "c1", at(7), "cash-10");
        assertThat(service.submit(twice).isAccepted()).isTrue();
        Redemption third = Redemption.of("r3", "c1", at(7), "cash-10");
        assertThat(service.submit(third).refusal()).contains(new Refusal.InsufficientPoints("points", 30, 100));
        assertThat(service.submit(new Adjustment("a2", "c1", at(7), "points", 70, "goodwill", "agent-7"))
                        .isAccepted())
                .isTrue();
        assertThat(service.submit(third).isAccepted()).isTrue();
        assertThat(service.submit(third).isRepeat()).isTrue();
    }

    @Test
    @Tag("X2")
    void eventsThatOnlyAskAreNotRecorded() {
        Basket paid = order("10").paidBy(Payment.preview(order("1").net()));
        for (LoyaltyEvent preview : List.of(
                new Purchase("p9", "c1", at(7), paid),
                Redemption.preview("c1", at(7), "cash-10", null),
                Claim.preview("c1", at(7), "birthday", "sample"))) {
            assertThatThrownBy(() -> service.submit(preview))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a preview cannot be submitted; submit an event with an id of its own");
        }
    }

    @Test
    @Tag("L3")
    void eventsGiveTheSameAccountWhenTheyAreReplayed() {
        LoyaltyService other = LoyaltyService.of(LoyaltyEngine.of(PROGRAM), new InMemoryAccountStore());
        store.journal(new AccountKey("shop", "c1"), 0, 1_000)
                .forEach(posted ->
                        assertThat(other.submit(posted.event()).isAccepted()).isTrue());
        assertThat(Codec.ACCOUNTS.digest(other.account("c1").orElseThrow()))
                .isEqualTo(Codec.ACCOUNTS.digest(account()));
    }

    @Test
    @Tag("Q6")
    @Tag("D4")
    void aReviewThatNobodySeesNeedNotBeStored() {
        assertThat(service.submit(new Purchase("p2", "c1", at(10), order("400")))
                        .isAccepted())
                .isTrue();
        assertThat(service.submit(new TierGrant("g2", "c1", at(10), "high", at(900)))
                        .isAccepted())
                .isTrue();
        int stored = store.journal(new AccountKey("shop", "c1"), 0, 1_000).size();
        assertThat(service.advance("c1", at(400)).posted()).isEmpty();
        assertThat(store.journal(new AccountKey("shop", "c1"), 0, 1_000)).hasSize(stored);
        assertThat(service.accountAt("c1", at(400))
                        .orElseThrow()
                        .standings()
                        .get(0)
                        .earned()
                        .tier())
                .isEqualTo(Tier.of("low"));
    }
}
