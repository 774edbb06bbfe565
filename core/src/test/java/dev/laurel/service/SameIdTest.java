package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same id again, for every kind of event and with each of its fields changed. */
@Tag("E2")
@Tag("K4")
class SameIdTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(POINTS, PointTerms.expiring(Moment.never()).transferable())
            .ladders(Ladder.startingAt("status", Tier.of("low"))
                    .then(Tier.of("high"), SPEND.per(BoundedWindow.YEAR).reaches(usd("5000")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .redeem(Reward.costing("hundred", ChosenPrice.ofAnyNumber().inStepsOf(50))
                    .giving(PointsAsPayment.of(usd("0.01"), 1)))
            .offers(Offer.of(
                    "birthday",
                    BirthdayOccasion.onTheDay().open(BirthdayOccasion.Opening.inItsMonth()),
                    new Item("sample")))
            .build();

    /** In the order in which they happen; nothing is accepted after the last but an erasure. */
    private static final List<LoyaltyEvent> EVENTS = List.of(
            new Opening(
                            "o",
                            "c1",
                            at(0),
                            List.of(new OpeningLot("points", 900, at(0), null)),
                            List.of(new BroughtTier("low", null)))
                    .counting(new OpeningSum("spend", at(0), new BigDecimal("5"))),
            new Enrollment("e", at(1), Customer.of("c1").withBirthday(Birthday.parse("--06-15")), "c0"),
            ProfileChange.to(
                    "b",
                    new Customer("c1", Birthday.parse("--06-16"), Map.of("k", "v"), Set.of("s")),
                    at(2),
                    ProfileChange.Field.BIRTHDAY,
                    ProfileChange.Field.ATTRIBUTES,
                    ProfileChange.Field.SEGMENTS),
            new Purchase("p", "c1", at(3), Basket.ofTotal(usd("200")).withShipping(usd("5"))),
            new Claim("c", "c1", at(4), "birthday", "sample"),
            new TierGrant("g", "c1", at(5), "high", at(40)),
            new Adjustment("a", "c1", at(6), "points", -20, "typing error", "agent-7"),
            new Redemption("r", "c1", at(7), "hundred", 100L, Basket.ofTotal(usd("30"))),
            new Cancellation("y", "c1", at(8), "r", 50L),
            new Hold("h", "c1", at(9), "hundred", at(20), 100L, Basket.ofTotal(usd("30"))),
            new Capture("k", "c1", at(10), "h", 50L),
            new Hold("i", "c1", at(11), "hundred", at(20), 100L, null),
            new Release("l", "c1", at(12), "i"),
            new Return("t", "c1", at(13), "p", List.of(ReturnedLine.of("1", usd("20")))),
            Return.ofAmount("u", "c1", at(13), "p", usd("20")).withShipping(),
            new Transfer("m", "c1", at(14), "c2", "points", 30),
            new Closure("q", "c1", at(15)),
            new Reopening("v", "c1", at(15)),
            new Erasure("z", "c1", at(16)));

    /** Those that no host sends, that have no id of their own, or that mean nothing to any program so far. */
    private static final Set<Class<?>> NOT_POSTED =
            Set.of(TransferReceived.class, TimePassed.class, ErasedEvent.class, BatchRecord.class, Activity.class);

    private final LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(PROGRAM), new InMemoryAccountStore());

    private static Instant at(int day) {
        return Instant.parse("2026-06-01T12:00:00Z").plusSeconds(86_400L * day);
    }

    private static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    /** Other values of what an event holds, but for the customer, whose account another event would be of. */
    private static List<Object> othersThan(String component, Object value) {
        if (value instanceof String text) {
            return component.equals("customer") ? List.of() : List.of(text + "x");
        }
        if (value instanceof Instant instant) {
            return List.of(instant.plusNanos(1_000));
        }
        if (value instanceof Long number) {
            return List.of(number + 1);
        }
        if (value instanceof Birthday) {
            return List.of(Birthday.parse("--02-29"));
        }
        if (value instanceof Basket basket) {
            return List.of(
                    basket.throughChannel("web"),
                    basket.withShipping(usd("1")),
                    basket.paidBy(Payment.of("card", usd("1"))),
                    Basket.ofTotal(basket.net().plus(usd("1"))));
        }
        if (value instanceof Boolean flag) {
            return List.of(!flag);
        }
        if (value instanceof Money money) {
            return List.of(money.plus(usd("0.000001")));
        }
        if (value instanceof Customer customer) {
            return List.of(customer.withAttribute("k", "other"));
        }
        if (value instanceof OpeningDates dates) {
            return List.of(dates.withEnrolled(at(-1)), dates.withFirstPurchase(at(-1)));
        }
        if (component.equals("fields")) {
            return List.of(Set.of(ProfileChange.Field.BIRTHDAY), Set.of(ProfileChange.Field.SEGMENTS));
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            return List.of();
        }
        return value instanceof Map<?, ?>
                ? List.of(Map.of())
                : value instanceof Set<?> ? List.of(Set.of()) : List.of(List.of());
    }

    /** Events that differ in one field, with the name of that. */
    private static Map<LoyaltyEvent, String> differingInOneField(LoyaltyEvent event)
            throws ReflectiveOperationException {
        RecordComponent[] components = event.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getAccessor().invoke(event);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Map<LoyaltyEvent, String> others = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && !components[i].getName().equals("id")) {
                for (Object other : othersThan(components[i].getName(), values[i])) {
                    Object[] changed = values.clone();
                    changed[i] = other;
                    others.put(
                            (LoyaltyEvent) event.getClass()
                                    .getDeclaredConstructor(types)
                                    .newInstance(changed),
                            // A profile has nothing in fields that do not change.
                            components[i].getName().equals("fields") ? "profile" : components[i].getName());
                }
            }
        }
        return others;
    }

    @Test
    void theSameIdWithAnyFieldChangedIsAConflictAndChangesNothing() throws ReflectiveOperationException {
        service.submit(Enrollment.of("e", "c2", at(0))).orThrow();
        int conflicts = 0;
        for (LoyaltyEvent event : EVENTS) {
            assertThat(service.submit(event).refusal())
                    .as("refusal of %s", event)
                    .isEmpty();
            Account before = service.account("c1").orElseThrow();
            Map<LoyaltyEvent, String> others = differingInOneField(event);
            assertThat(others).doesNotContainKey(event);
            for (LoyaltyEvent other : others.keySet()) {
                Optional<Refusal> refusal = service.submit(other).refusal();
                // Whoever was erased is told of no conflict, not even with the erasure.
                if (event instanceof Erasure) {
                    assertThat(refusal).isEmpty();
                } else {
                    String component = ((Refusal.IdConflict) refusal.orElseThrow()).component();
                    assertThat(component).startsWith(others.get(other));
                    assertThat(component.equals("occurredAt"))
                            .isEqualTo(others.get(other).equals("occurredAt"));
                }
                assertThat(Codec.ACCOUNTS.digest(service.account("c1").orElseThrow()))
                        .isEqualTo(Codec.ACCOUNTS.digest(before));
                conflicts++;
            }
            assertThat(service.submit(event).isRepeat()).isTrue();
        }
        assertThat(conflicts).isGreaterThanOrEqualTo(60);
    }

    @Test
    void theSameIdIsTriedWithEveryKindOfEvent() {
        for (Class<?> kind : LoyaltyEvent.class.getPermittedSubclasses()) {
            assertThat(EVENTS.stream().anyMatch(kind::isInstance))
                    .as("%s", kind)
                    .isNotEqualTo(NOT_POSTED.contains(kind));
        }
    }
}
