package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Promise;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A null is a programmer's mistake, and is named at once: by every method, and for a customer who is not known, too. */
@Tag("F1")
class LoyaltyServiceNullsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Basket BASKET = Basket.ofTotal(Money.of(USD, "10"));
    private static final LoyaltyEngine ENGINE = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
            .build());

    private final LoyaltyService service = LoyaltyService.of(ENGINE, new InMemoryAccountStore());

    private Promise promise() {
        return service.member("c", NOON).quote(BASKET).promise();
    }

    /** By the call, as it reads: what the message names, and the call. */
    private Map<String, Map.Entry<String, ThrowingCallable>> calls() {
        Map<String, Map.Entry<String, ThrowingCallable>> calls = new LinkedHashMap<>();
        calls.put("of(null, store)", Map.entry("engine", () -> LoyaltyService.of(null, new InMemoryAccountStore())));
        calls.put("of(engine, null)", Map.entry("store", () -> LoyaltyService.of(ENGINE, null)));
        calls.put("withClock(null)", Map.entry("clock", () -> service.withClock(null)));
        calls.put("withListener(null)", Map.entry("listener", () -> service.withListener(null)));
        calls.put("submit(null)", Map.entry("event", () -> service.submit(null)));
        calls.put("advance(null, at)", Map.entry("customer id", () -> service.advance(null, NOON)));
        calls.put("advance(c, null)", Map.entry("instant", () -> service.advance("c", null)));
        calls.put("account(null)", Map.entry("customer id", () -> service.account(null)));
        calls.put("accountAt(null, at)", Map.entry("customer id", () -> service.accountAt(null, NOON)));
        calls.put("accountAt(c, null)", Map.entry("instant", () -> service.accountAt("c", null)));
        calls.put("entries(null)", Map.entry("customer id", () -> service.entries(null)));
        calls.put("verify(null)", Map.entry("customer id", () -> service.verify(null)));
        calls.put("verify(null, at)", Map.entry("customer id", () -> service.verify(null, NOON)));
        calls.put("verify(c, null)", Map.entry("instant", () -> service.verify("c", null)));
        calls.put("receipt(null, e)", Map.entry("customer id", () -> service.receipt(null, "e")));
        calls.put("receipt(c, null)", Map.entry("event id", () -> service.receipt("c", null)));
        calls.put("explain(null, p)", Map.entry("customer id", () -> service.explain(null, "p")));
        calls.put("explain(c, null)", Map.entry("event id", () -> service.explain("c", null)));
        calls.put("journal(null)", Map.entry("customer id", () -> service.journal(null)));
        calls.put("member(null, at)", Map.entry("customer id", () -> service.member(null, NOON)));
        calls.put("member(c, null)", Map.entry("instant", () -> service.member("c", null)));
        calls.put("outcomeOf(null, e)", Map.entry("customer id", () -> service.outcomeOf(null, "e")));
        calls.put("outcomeOf(c, null)", Map.entry("event id", () -> service.outcomeOf("c", null)));
        calls.put("submitBatch(null)", Map.entry("batch", () -> service.submitBatch(null)));
        calls.put("place(null, p)", Map.entry("order id", () -> service.place(null, promise())));
        calls.put("place(o, null)", Map.entry("promise", () -> service.place("o", null)));
        calls.put("advanceDue(null, p)", Map.entry("instant", () -> service.advanceDue(null, progress -> {})));
        calls.put("advanceDue(at, null)", Map.entry("progress", () -> service.advanceDue(NOON, null)));
        calls.put("withTolerance(null)", Map.entry("tolerance", () -> service.withTolerance(null)));
        calls.put("withPromisesFor(null)", Map.entry("longest", () -> service.withPromisesFor(null)));
        calls.put("withAfterCommit(null)", Map.entry("afterCommit", () -> service.withAfterCommit(null)));
        return calls;
    }

    @TestFactory
    Stream<DynamicTest> nullArgumentsOfTheServiceAreNamed() {
        return calls().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.getKey(),
                        () -> assertThatNullPointerException()
                                .isThrownBy(call.getValue().getValue())
                                .withMessage(call.getValue().getKey())));
    }

    @Test
    void nullArgumentsAreTriedForEveryParameterOfEveryPublicMethodOfTheService() {
        long parameters = Arrays.stream(LoyaltyService.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(type -> !type.isPrimitive())
                .count();
        assertThat(calls()).hasSize(Math.toIntExact(parameters));
    }
}
