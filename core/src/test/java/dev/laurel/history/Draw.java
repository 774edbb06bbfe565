package dev.laurel.history;

import dev.laurel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** What chance decides, and what everything that is made up has in common. */
final class Draw {
    static final Currency USD = Currency.getInstance("USD");
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    static final int DAYS = 900;

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    static Money usd(long cents) {
        return Money.ofMillionths(USD, cents * 10_000);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    LocalDate date() {
        return FIRST_DAY.plusDays(below(DAYS));
    }
}
