package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** A queue against a list that is sorted anew after each change. */
@Tag("L5")
class LotQueueProperties {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Comparator<Lot> SPENDING = Comparator.comparing(
                    Lot::expires, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::earned)
            .thenComparing(Lot::number);

    private record Version(LotQueue queue, List<Lot> lots) {}

    @Property(tries = 150)
    void aQueueOfLotsBehavesLikeASortedListAndItsOldVersionsStayAsTheyWere(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 1500) int steps, @ForAll @IntRange(max = 9) int bias) {
        Random random = new Random(seed);
        LotQueue queue = LotQueue.EMPTY;
        List<Lot> oracle = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            if (oracle.isEmpty() || (random.nextInt(10) < bias && oracle.size() < 1_000)) {
                Lot lot = lot(random, step);
                queue = queue.plus(lot);
                oracle.add(lot);
                oracle.sort(SPENDING);
            } else if (random.nextInt(3) == 0 && oracle.get(0).left() > 1) {
                Lot less = oracle.get(0).withLeft(oracle.get(0).left() - 1);
                queue = queue.withFirst(less);
                oracle.set(0, less);
            } else {
                queue = queue.withoutFirst();
                oracle.remove(0);
            }
            assertThat(queue.size()).isEqualTo(oracle.size());
            if (!oracle.isEmpty()) {
                assertThat(queue.first()).isEqualTo(oracle.get(0));
            }
            if (random.nextInt(50) == 0) {
                versions.add(new Version(queue, List.copyOf(oracle)));
            }
        }
        versions.add(new Version(queue, List.copyOf(oracle)));
        for (Version version : versions) {
            assertThat(version.queue).containsExactlyElementsOf(version.lots);
        }
    }

    @Property(tries = 30)
    void aThousandLotsComeOutInTheOrderOfSpending(@ForAll long seed) {
        Random random = new Random(seed);
        LotQueue queue = LotQueue.EMPTY;
        List<Lot> oracle = new ArrayList<>();
        for (int number = 1; number <= 1_000; number++) {
            Lot lot = lot(random, number);
            queue = queue.plus(lot);
            oracle.add(lot);
        }
        oracle.sort(SPENDING);
        List<Lot> spent = new ArrayList<>();
        while (!queue.isEmpty()) {
            spent.add(queue.first());
            queue = queue.withoutFirst();
        }
        assertThat(spent).isEqualTo(oracle);
    }

    @Property(tries = 150)
    @Tag("V4")
    void anyLotCanBeFoundChangedAndTakenOut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 600) int steps) {
        Random random = new Random(seed);
        LotQueue queue = LotQueue.EMPTY;
        List<Lot> oracle = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            int place = oracle.isEmpty() ? -1 : random.nextInt(oracle.size());
            if (place < 0 || random.nextInt(10) < 6) {
                Lot lot = lot(random, step);
                queue = queue.plus(lot);
                oracle.add(lot);
                oracle.sort(SPENDING);
            } else if (random.nextInt(3) == 0) {
                queue = queue.withoutFirst();
                oracle.remove(0);
            } else if (random.nextBoolean()) {
                Lot other = oracle.get(place).withLeft(random.nextInt(6));
                queue = queue.with(other);
                oracle.set(place, other);
            } else {
                queue = queue.without(key(oracle.get(place)));
                oracle.remove(place);
            }
            assertThat(queue.size()).isEqualTo(oracle.size());
            for (Lot lot : oracle.subList(0, Math.min(oracle.size(), 40))) {
                assertThat(queue.find(key(lot))).isEqualTo(lot);
            }
            assertLacks(queue, lot(random, steps + 1L));
            if (random.nextInt(40) == 0) {
                versions.add(new Version(queue, List.copyOf(oracle)));
            }
        }
        versions.add(new Version(queue, List.copyOf(oracle)));
        for (Version version : versions) {
            assertThat(version.queue).containsExactlyElementsOf(version.lots);
        }
    }

    private static Lot key(Lot lot) {
        return Lot.key(lot.number(), lot.earned(), lot.available(), lot.expires(), lot.dating());
    }

    private static void assertLacks(LotQueue queue, Lot lot) {
        assertThat(queue.find(lot)).isNull();
        assertThatThrownBy(() -> queue.with(lot))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no such lot");
        assertThatThrownBy(() -> queue.without(lot))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no such lot");
    }

    private static Lot lot(Random random, long number) {
        Instant earned = START.plusSeconds(random.nextInt(20));
        Instant expires = random.nextInt(4) == 0 ? null : START.plusSeconds(100 + random.nextInt(200));
        return new Lot(number, 5, 5, earned, earned, expires);
    }
}
