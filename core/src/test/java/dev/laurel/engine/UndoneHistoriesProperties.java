package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Undoing everything leaves nothing owed and nothing gained, in whatever order, as long as nothing expires meanwhile. */
@Tag("L9")
class UndoneHistoriesProperties {
    private static final List<UndoneTerms> TERMS = UndoneTerms.all().toList();
    private static final Map<UndoneTerms, LoyaltyEngine> ENGINES =
            TERMS.stream().collect(Collectors.toMap(Function.identity(), terms -> LoyaltyEngine.of(terms.program())));

    @Provide
    Arbitrary<UndoneTerms> terms() {
        return Arbitraries.of(TERMS);
    }

    @Provide
    Arbitrary<int[]> numbers() {
        return Arbitraries.integers().between(0, 1_000_000).array(int[].class).ofMaxSize(140);
    }

    @Property(tries = 1_500)
    void everythingUndoneLeavesNothing(@ForAll("terms") UndoneTerms terms, @ForAll("numbers") int[] numbers) {
        UndoneHistory history = UndoneHistory.of(ENGINES.get(terms), terms.mayTransfer(), numbers);
        assertThat(history.gained()).as(history::describe).isLessThanOrEqualTo(0);
        assertThat(history.differences()).isEmpty();
        if (!history.expiredWhileUndone()) {
            assertThat(history.owed()).as(history::describe).isZero();
            assertThat(history.gained())
                    .as(history::describe)
                    .isBetween(history.expiredBefore() ? Long.MIN_VALUE : 0, 0L);
        }
    }
}
