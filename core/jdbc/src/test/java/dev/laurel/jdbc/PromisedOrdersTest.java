package dev.laurel.jdbc;

import static dev.laurel.jdbc.Shop.NOON;
import static dev.laurel.jdbc.Shop.soap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.codec.Codec;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Promise;
import dev.laurel.event.Purchase;
import dev.laurel.event.RewardChoice;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Placement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a checkout promised is kept, or bettered, or refused, whatever another commits between the promise and the
 * order.
 */
@Tag("TV-213")
@Tag("E5")
@ParameterizedClass
@MethodSource("dev.laurel.jdbc.Databases#all")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PromisedOrdersTest {
    @Parameter
    TestDatabase database;

    private Shop shop;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Promise promise(LoyaltyService service, String net, RewardChoice... choices) {
        return service.member("ada", NOON).quote(soap(net), choices).promise();
    }

    /**
     * Places an order of 19 dollars on a promise; between the two another buys. The host's transaction begins before
     * both.
     */
    private Placement placed(boolean isJoined, String between) throws SQLException {
        Function<LoyaltyService, Placement> checkout = service -> {
            Promise promise = promise(service, "19.00");
            assertThat(promise.earned("points")).isEqualTo(19);
            shop.service
                    .submit(new Purchase("between", "ada", NOON, soap(between)))
                    .orThrow();
            return service.place("order-1", promise);
        };
        if (!isJoined) {
            return checkout.apply(shop.service);
        }
        try (HostTransaction transaction = shop.begin()) {
            assertThat(transaction.orders()).isZero();
            Placement placement = checkout.apply(transaction.service());
            transaction.order("order-1");
            transaction.commit();
            return placement;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOrderThatEarnsMoreThanPromisedIsPlacedAndSaysSo(boolean isJoined) throws SQLException {
        shop = new Shop(database);
        shop.open(500, "ada");
        Placement placed = placed(isJoined, "350.00").orThrow();
        assertThat(placed.earned("points")).isEqualTo(38);
        assertThat(placed.isBetter()).isTrue();
        assertThat(placed.isRepeat()).isFalse();
        assertThat(shop.available("ada")).isEqualTo(500 + 350 + 38);
        assertThat(shop.journal("ada")).contains("order-1");
        shop.requireClean("ada");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOrderThatEarnsLessThanPromisedIsRefusedAndNothingIsPosted(boolean isJoined) throws SQLException {
        shop = new Shop(database, Shop.CAPPED);
        shop.open(500, "ada");
        Placement placed = placed(isJoined, "88.00");
        assertThat(placed.refusal()).contains(new Refusal.QuoteChanged("earned points", "19", "12"));
        assertThat(shop.journal("ada")).containsExactly("opening", "between");
        assertThat(shop.service
                        .place("order-1", promise(shop.service, "19.00"))
                        .orThrow()
                        .earned("points"))
                .isEqualTo(12);
        shop.requireClean("ada");
    }

    /** The second is sent once the first is committed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOrderThatIsPlacedTwiceIsARepetition(boolean isJoined) throws Exception {
        shop = new Shop(database);
        shop.open(500, "ada");
        Promise promise = promise(shop.service, "60.00", RewardChoice.of("hundred"));
        List<Placement> placements = new ArrayList<>();
        String digest = null;
        for (int time = 0; time < 2; time++) {
            if (isJoined) {
                shop.repeating(transaction -> placements.add(
                        transaction.service().place("order-1", promise).orThrow()));
            } else {
                placements.add(shop.service.place("order-1", promise).orThrow());
            }
            String now = Codec.ACCOUNTS.digest(shop.service.account("ada").orElseThrow());
            assertThat(digest == null || digest.equals(now)).isTrue();
            digest = now;
        }
        requireOneOrder(placements);
    }

    private void requireOneOrder(List<Placement> placements) {
        assertThat(placements.stream().filter(placement -> !placement.isRepeat()))
                .hasSize(1);
        assertThat(placements)
                .extracting(placement -> placement.earned("points"))
                .containsOnly(60L);
        assertThat(placements)
                .extracting(Placement::basket)
                .containsOnly(placements.get(0).basket());
        assertThat(shop.available("ada")).isEqualTo(500 - 100 + 60);
        shop.requireClean("ada");
    }

    /** A double click: both are sent at the same time. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOrderThatIsPlacedByTwoThreadsIsPlacedOnce(boolean isJoined) throws Exception {
        shop = new Shop(database);
        shop.open(500, "ada");
        Promise promise = promise(shop.service, "60.00", RewardChoice.of("hundred"));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Placement>> running = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            running.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                if (!isJoined) {
                    return shop.service.place("order-1", promise).orThrow();
                }
                Placement[] placed = new Placement[1];
                shop.repeating(transaction -> placed[0] =
                        transaction.service().place("order-1", promise).orThrow());
                return placed[0];
            }));
        }
        List<Placement> placements = new ArrayList<>();
        for (Future<Placement> each : running) {
            placements.add(each.get(60, TimeUnit.SECONDS));
        }
        requireOneOrder(placements);
    }
}
