package dev.laurel.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened is told to every listener, whatever the others do. */
class LoyaltyServiceListenersTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final LoyaltyProgram PROGRAM = LoyaltyProgram.builder("shop", "1")
            .zone(ZoneId.of("UTC"))
            .money(USD)
            .points(POINTS, PointTerms.expiring(Moment.never()).transferable())
            .earn(EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1"))))
            .redeem(Reward.costing("fifty", 50))
            .build();
    private static final Purchase PURCHASE = new Purchase("p1", "c1", NOON, Basket.ofTotal(Money.of(USD, "10")));

    private final LoyaltyService service = LoyaltyService.of(LoyaltyEngine.of(PROGRAM), new InMemoryAccountStore());
    private final LoyaltyListener first = mock(LoyaltyListener.class);
    private final LoyaltyListener second = mock(LoyaltyListener.class);
    private final LoyaltyService told = service.withListener(first).withListener(second);

    @Test
    void listenersAreToldOfWhatWasCommittedInTheirOrder() {
        Outcome outcome = told.submit(PURCHASE);
        var order = inOrder(first, second);
        order.verify(first).accepted(outcome);
        order.verify(second).accepted(outcome);
    }

    @Test
    void listenersAreNotToldOfRepetitionsAndRefusals() {
        assertThat(told.submit(Redemption.of("x", "c1", NOON, "fifty")).isAccepted())
                .isFalse();
        verifyNoInteractions(first);
        assertThat(told.submit(PURCHASE).isRepeat()).isFalse();
        assertThat(told.submit(PURCHASE).isRepeat()).isTrue();
        verify(first, times(1)).accepted(any());
    }

    @Test
    void listenersAreNotToldOfTimeThatDidNothing() {
        assertThat(told.advance("nobody", NOON).isAccepted()).isTrue();
        assertThat(told.submit(PURCHASE).isRepeat()).isFalse();
        assertThat(told.advance("c1", NOON.plusSeconds(1)).isAccepted()).isTrue();
        verify(first, times(1)).accepted(any());
    }

    @Test
    void listenersOfOneServiceAreNotThoseOfAnother() {
        assertThat(service.submit(PURCHASE).isAccepted()).isTrue();
        verify(first, never()).accepted(any());
    }

    @Nested
    class ThatThrow {
        /** Throws any throwable, also one that the compiler would not let it throw. */
        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }

        private LoyaltyService throwing(Throwable thrown) {
            return service.withListener(outcome -> sneak(thrown)).withListener(second);
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    IllegalStateException.class,
                    Exception.class,
                    Throwable.class,
                    Error.class,
                    AssertionError.class,
                    NoClassDefFoundError.class,
                    StackOverflowError.class
                })
        void listenersThatThrowHinderNeitherTheEventNorTheOthers(Class<? extends Throwable> thrown)
                throws ReflectiveOperationException {
            Outcome outcome =
                    throwing(thrown.getDeclaredConstructor().newInstance()).submit(PURCHASE);
            assertThat(outcome.isAccepted()).isTrue();
            verify(second).accepted(outcome);
            assertThat(service.account("c1")).contains(outcome.account());
        }

        @Test
        void aFailureOfTheVirtualMachineIsPassedOnOnceAllListenersWereTold() {
            OutOfMemoryError failure = new OutOfMemoryError("no more");
            assertThatThrownBy(() -> throwing(failure).submit(PURCHASE)).isSameAs(failure);
            verify(second).accepted(any());
            assertThat(service.account("c1")).isPresent();
            assertThat(told.submit(PURCHASE).isRepeat()).isTrue();
        }

        @Test
        void aFailureOfTheVirtualMachineForSeveralListenersIsPassedOnAsTheFirst() {
            OutOfMemoryError failure = new OutOfMemoryError("no more");
            InternalError another = new InternalError("broken");
            doThrow(another).when(second).accepted(any());
            assertThatThrownBy(() -> throwing(failure).submit(PURCHASE)).isSameAs(failure);
            assertThat(failure).hasSuppressedException(another);
            List<Throwable> same = new ArrayList<>();
            doThrow(failure).when(second).accepted(any());
            assertThatThrownBy(() -> throwing(failure)
                            .submit(new Purchase("p2", "c1", NOON, Basket.ofTotal(Money.of(USD, "1")))))
                    .isSameAs(failure)
                    .satisfies(same::add);
            assertThat(same).hasSize(1);
        }

        @Test
        void listenersThatThrowDoNotKeepTheOtherHalfOfATransferFromBeingTold() {
            assertThat(service.submit(PURCHASE).isAccepted()).isTrue();
            assertThat(service.submit(Enrollment.of("e", "c2", NOON)).isAccepted())
                    .isTrue();
            OutOfMemoryError failure = new OutOfMemoryError("no more");
            List<String> customers = new ArrayList<>();
            LoyaltyService failing = service.withListener(outcome -> sneak(failure))
                    .withListener(outcome -> customers.add(outcome.event().customer()));
            assertThatThrownBy(() -> failing.submit(new Transfer("t", "c1", NOON, "c2", "points", 5)))
                    .isSameAs(failure);
            assertThat(customers).containsExactly("c1", "c2");
        }
    }
}
