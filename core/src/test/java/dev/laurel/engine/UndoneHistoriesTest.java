package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Undoing everything leaves nothing owed and nothing gained, in whatever order: a search for histories for which it does not. It climbs:
 * a change of a history is kept if more was owed or missing in between than before. With {@code -Dlaurel.undone=100000} it tries so
 * many.
 */
@Tag("L9")
@Tag("slow")
class UndoneHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("laurel.undone", 4_000);
    private static final int GENES = 160;
    private static final int CLIMB = 40;

    @ParameterizedTest
    @MethodSource("dev.laurel.engine.UndoneTerms#all")
    void everythingUndoneLeavesNothingOwedAndNothingGained(UndoneTerms terms) {
        LoyaltyEngine engine = LoyaltyEngine.of(terms.program());
        Random random = new Random(Long.getLong("laurel.seed", 7L));
        int tried = 0;
        int checked = 0;
        long mostStress = 0;
        while (tried < HISTORIES / 5) {
            int[] genes = random.ints(GENES).toArray();
            long stress = -1;
            for (int step = 0; step < CLIMB; step++) {
                int[] changed = step == 0 ? genes : mutated(genes, random);
                UndoneHistory history = UndoneHistory.of(engine, terms.mayTransfer(), changed);
                tried++;
                checked += check(terms, history, changed);
                if (history.stress() >= stress) {
                    stress = history.stress();
                    genes = changed;
                }
            }
            mostStress = Math.max(mostStress, stress);
        }
        assertThat(checked).as("histories in which nothing expired meanwhile").isGreaterThan(tried / 20);
        assertThat(mostStress).as("points owed or missing meanwhile").isGreaterThan(500);
    }

    /** Whether it can be told: where points expire meanwhile, some are lost. */
    private static int check(UndoneTerms terms, UndoneHistory history, int[] genes) {
        if (history.expiredWhileUndone()) {
            assertThat(history.gained()).isLessThanOrEqualTo(0);
            return 0;
        }
        assertThat(history.owed())
                .as(() -> terms + " owed " + Arrays.toString(genes) + "\n" + history.describe())
                .isZero();
        assertThat(history.gained())
                .as(() -> terms + " gained " + Arrays.toString(genes) + "\n" + history.describe())
                .isBetween(history.expiredBefore() ? Long.MIN_VALUE : 0L, 0L);
        assertThat(history.differences()).isEmpty();
        return 1;
    }

    private static int[] mutated(int[] genes, Random random) {
        int[] changed = genes.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                int at = random.nextInt(changed.length - 1);
                System.arraycopy(genes, at, changed, at + 1, changed.length - at - 1);
                changed[at] = random.nextInt();
            }
            case 1 -> {
                int at = random.nextInt(changed.length - 1);
                System.arraycopy(genes, at + 1, changed, at, changed.length - at - 1);
            }
            default -> {
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    changed[random.nextInt(changed.length)] = random.nextInt();
                }
            }
        }
        return changed;
    }
}
