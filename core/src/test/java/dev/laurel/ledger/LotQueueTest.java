package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.testing.EqualsTester;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L5")
class LotQueueTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_1 = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2027-01-02T00:00:00Z");

    private static Lot lot(long number, Instant earned, Instant expires) {
        return new Lot(number, 10, 10, earned, earned, expires);
    }

    private static LotQueue of(Lot... lots) {
        LotQueue queue = LotQueue.EMPTY;
        for (Lot lot : lots) {
            queue = queue.plus(lot);
        }
        return queue;
    }

    private static LotQueue ofCount(int count) {
        LotQueue queue = LotQueue.EMPTY;
        for (int i = 1; i <= count; i++) {
            queue = queue.plus(lot(i, AT, DAY_1.plusSeconds(i)));
        }
        return queue;
    }

    @Nested
    class Order {
        @Test
        void theOrderOfLotsIsByExpiryThenEarningThenNumberAndNeverComesLast() {
            Lot soon = lot(9, AT.plusSeconds(9), DAY_1);
            Lot laterEarnedFirst = lot(5, AT, DAY_2);
            Lot laterEarnedThen = lot(2, AT.plusSeconds(1), DAY_2);
            Lot laterSameInstant = lot(3, AT.plusSeconds(1), DAY_2);
            Lot neverEarnedFirst = lot(4, AT.minusSeconds(1), null);
            Lot neverEarnedThen = lot(1, AT, null);
            assertThat(of(neverEarnedThen, laterSameInstant, soon, neverEarnedFirst, laterEarnedThen, laterEarnedFirst))
                    .containsExactly(
                            soon,
                            laterEarnedFirst,
                            laterEarnedThen,
                            laterSameInstant,
                            neverEarnedFirst,
                            neverEarnedThen);
        }

        @Test
        @Tag("TV-71")
        void aLotThatExpiresIsTakenBeforeOneThatNeverDoes() {
            Lot never = lot(1, AT, null);
            Lot dated = lot(2, AT, DAY_1);
            assertThat(of(never, dated).first()).isEqualTo(dated);
            assertThat(of(never, dated).withoutFirst()).containsExactly(never);
        }
    }

    @Nested
    class OfOrdered {
        @Test
        void aQueueOfOrderedLotsIsTheOneThatTheyGiveOneByOne() {
            for (int count : new int[] {0, 1, 31, 32, 33, 64, 100}) {
                LotQueue queue = LotQueue.ofOrdered(ImmutableList.copyOf(ofCount(count)));
                assertThat(queue).isEqualTo(ofCount(count)).hasSameHashCodeAs(ofCount(count));
                assertThat(queue.size()).isEqualTo(count);
                Lot more = lot(200, AT, DAY_1.plusSeconds(50));
                assertThat(queue.plus(more)).isEqualTo(ofCount(count).plus(more));
                assertThat(queue.withoutFirst()).isEqualTo(ofCount(count).withoutFirst());
            }
        }

        @Test
        void aQueueOfOrderedLotsRefusesAnotherOrderAndALotThatOccursTwice() {
            List<Lot> turned = List.of(lot(1, AT, DAY_2), lot(2, AT, DAY_1));
            assertThatThrownBy(() -> LotQueue.ofOrdered(turned))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lots must stand in the order in which they are spent, but lot 1 stood before lot 2");
            List<Lot> twice = List.of(lot(1, AT, null), lot(1, AT, null));
            assertThatThrownBy(() -> LotQueue.ofOrdered(twice))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lots must stand in the order in which they are spent, but lot 1 stood before lot 1");
        }
    }

    @Nested
    class First {
        @Test
        void theFirstLotOfAQueueIsMissingWhereThereIsNone() {
            assertThatThrownBy(LotQueue.EMPTY::first)
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasMessage("no lot");
            assertThat(LotQueue.EMPTY.isEmpty()).isTrue();
            assertThat(LotQueue.EMPTY.withoutFirst()).isEmpty();
        }

        @Test
        void theFirstLotOfAQueueCanBeReplacedByItselfWithLessLeft() {
            LotQueue queue = of(lot(1, AT, DAY_1), lot(2, AT, DAY_2));
            assertThat(queue.withFirst(queue.first().withLeft(3)))
                    .containsExactly(lot(1, AT, DAY_1).withLeft(3), lot(2, AT, DAY_2));
            assertThat(queue.first().left()).isEqualTo(10);
        }

        @Test
        void theFirstLotOfAQueueCanBeReplacedByNoOtherLot() {
            LotQueue queue = of(lot(1, AT, DAY_1));
            for (Lot other :
                    new Lot[] {lot(2, AT, DAY_1), lot(1, AT.plusSeconds(1), DAY_1), lot(1, AT, DAY_2), lot(1, AT, null)
                    }) {
                assertThatThrownBy(() -> queue.withFirst(other))
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("the first lot can be replaced by itself only");
            }
            assertThatThrownBy(() -> LotQueue.EMPTY.withFirst(lot(1, AT, DAY_1)))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    @Nested
    class Iteration {
        @Test
        void theIterationOfAQueueEndsWhereItsLotsEnd() {
            Iterator<Lot> lots = ofCount(65).withoutFirst().iterator();
            for (int i = 2; i <= 65; i++) {
                assertThat(lots.next().number()).isEqualTo(i);
            }
            assertThat(lots.hasNext()).isFalse();
            assertThatThrownBy(lots::next).isInstanceOf(NoSuchElementException.class);
            assertThat(StreamSupport.stream(LotQueue.EMPTY.spliterator(), false))
                    .isEmpty();
        }
    }

    /** Two chunks and a bit, so that chunks are split, emptied and skipped at every place. */
    @Nested
    @Tag("V4")
    class AtEveryPlace {
        private static final int COUNT = 70;

        private static List<Lot> expected(int count) {
            return new ArrayList<>(ImmutableList.copyOf(ofCount(count)));
        }

        @Test
        void aLotCanBeTakenOutAndPutIn() {
            for (int gone = 0; gone < 5; gone++) {
                LotQueue queue = ofCount(COUNT);
                List<Lot> lots = expected(COUNT);
                for (int i = 0; i < gone; i++) {
                    queue = queue.withoutFirst();
                    lots.remove(0);
                }
                for (int place = 0; place < lots.size(); place++) {
                    Lot lot = lots.get(place);
                    List<Lot> others = new ArrayList<>(lots);
                    others.remove(place);
                    LotQueue without = queue.without(lot);
                    assertThat(without).containsExactlyElementsOf(others);
                    assertThat(without.size()).isEqualTo(others.size());
                    assertThat(without.find(lot)).isNull();
                    assertThat(without.plus(lot))
                            .containsExactlyElementsOf(lots)
                            .isEqualTo(queue);
                    assertThat(queue.find(lot)).isEqualTo(lot);
                    others.add(place, lot.withLeft(1));
                    assertThat(queue.with(lot.withLeft(1))).containsExactlyElementsOf(others);
                }
            }
        }

        @Test
        void allLotsCanBeTakenOutFromTheMiddle() {
            LotQueue queue = ofCount(COUNT);
            List<Lot> lots = expected(COUNT);
            while (!lots.isEmpty()) {
                Lot lot = lots.remove(lots.size() / 2);
                queue = queue.without(lot);
                assertThat(queue).containsExactlyElementsOf(lots);
                assertThat(queue.size()).isEqualTo(lots.size());
            }
            assertThat(queue.isEmpty()).isTrue();
        }

        @Test
        void allLotsCanBeTakenOutFromTheEndAndFromTheFront() {
            LotQueue queue = ofCount(COUNT);
            List<Lot> lots = expected(COUNT);
            while (lots.size() > 1) {
                queue = queue.without(lots.remove(lots.size() - 1)).withoutFirst();
                lots.remove(0);
                assertThat(queue).containsExactlyElementsOf(lots);
                assertThat(queue.size()).isEqualTo(lots.size());
            }
        }

        @Test
        void nothingIsTakenOutOfAQueueWithoutLots() {
            Lot lot = lot(1, AT, DAY_1);
            assertThatThrownBy(() -> LotQueue.EMPTY.without(lot))
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasMessage("no such lot");
            assertThatThrownBy(() -> LotQueue.EMPTY.with(lot))
                    .isExactlyInstanceOf(NoSuchElementException.class)
                    .hasMessage("no such lot");
            assertThat(LotQueue.EMPTY.find(lot)).isNull();
        }
    }

    @Nested
    class Chunks {
        @Test
        void aQueueIsItsEndsAndTheChunksBetween() {
            LotQueue queue = ofCount(100).withoutFirst();
            assertThat(queue.head()).hasSize(31);
            assertThat(queue.middle())
                    .hasSize(2)
                    .allSatisfy(chunk -> assertThat(chunk.lots()).hasSize(32));
            assertThat(queue.tail()).hasSize(4);
            LotQueue same = LotQueue.ofChunks(false, queue.head(), queue.middle(), queue.tail());
            assertThat(same).isEqualTo(queue);
            assertThat(same.size()).isEqualTo(99);
            assertThat(same.middle().get(0)).isSameAs(queue.middle().get(0));
            assertThat(LotQueue.ofChunks(true, List.of(), List.of(), List.of())).isSameAs(LotQueue.NONE_PENDING);
        }

        @Test
        void whatComesOrGoesAtTheEndsLeavesTheChunksBetween() {
            LotQueue queue = ofCount(100);
            LotChunk first = queue.middle().get(0);
            LotQueue other = queue.withoutFirst().plus(lot(1_000, AT, DAY_1.plusSeconds(1_000)));
            assertThat(other.middle().get(0)).isSameAs(first);
            assertThat(other.middle()).hasSameSizeAs(queue.middle());
        }

        @Test
        void aQueueOfChunksThatDoNotFollowEachOtherIsRefused() {
            LotQueue queue = ofCount(200);
            List<LotChunk> turned =
                    List.of(queue.middle().get(1), queue.middle().get(0));
            assertThatThrownBy(() -> LotQueue.ofChunks(false, queue.head(), turned, queue.tail()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("lots must stand in the order in which they are spent,"
                            + " but lot 96 stood before lot 33");
            assertThatThrownBy(() -> LotQueue.ofChunks(false, queue.head(), queue.middle(), List.of()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a queue with chunks must have lots at both ends");
            assertThatThrownBy(() -> LotChunk.of(List.of()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a chunk must have lots");
        }

        @Test
        void chunksHaveTheSameFingerprintIfTheyHaveTheSameLotsAndElseAnother() {
            Lot lot = lot(1, AT, DAY_1);
            LotChunk chunk = LotChunk.of(List.of(lot, lot(2, AT, DAY_1)));
            // Stores keep it, so this number never changes.
            assertThat(chunk.fingerprint()).isEqualTo(-1_202_486_233_159_238_078L);
            new EqualsTester()
                    .addEqualityGroup(chunk, LotChunk.of(List.of(lot, lot(2, AT, DAY_1))))
                    .addEqualityGroup(LotChunk.of(List.of(lot)))
                    .testEquals();
            assertThat(List.of(
                                    chunk,
                                    LotChunk.of(List.of(lot)),
                                    LotChunk.of(List.of(lot.withLeft(1), lot(2, AT, DAY_1))),
                                    LotChunk.of(List.of(lot.withExpires(DAY_1, LotDating.OWN), lot(2, AT, DAY_1))),
                                    LotChunk.of(List.of(lot(2, AT, DAY_1), lot)))
                            .stream()
                            .map(LotChunk::fingerprint))
                    .doesNotHaveDuplicates();
            assertThat(chunk).hasToString("LotChunk[2 lots]");
        }
    }

    @Test
    void aQueueOfLotsShowsItsSize() {
        assertThat(ofCount(40)).hasToString("LotQueue[40 lots]");
    }

    @Test
    void equalLotsMakeEqualQueuesHoweverTheyCameTogether() {
        LotQueue longer = of(lot(100, AT, DAY_1));
        LotQueue backwards = LotQueue.EMPTY;
        for (int i = 40; i >= 1; i--) {
            backwards = backwards.plus(lot(i, AT, DAY_1.plusSeconds(i)));
        }
        for (int i = 1; i <= 40; i++) {
            longer = longer.plus(lot(i, AT, DAY_1.plusSeconds(i)));
        }
        new EqualsTester()
                .addEqualityGroup(LotQueue.EMPTY, of(lot(1, AT, null)).withoutFirst())
                .addEqualityGroup(ofCount(40), backwards, longer.withoutFirst())
                .addEqualityGroup(ofCount(39))
                .addEqualityGroup(
                        ofCount(40).withFirst(lot(1, AT, DAY_1.plusSeconds(1)).withLeft(1)))
                .testEquals();
    }
}
