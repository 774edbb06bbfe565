package dev.laurel.occasion;

import dev.laurel.condition.Mentions;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;

/** From where on a sum is enough: an amount of money, or a number. */
sealed interface Threshold {
    /** The threshold as a sum is kept. */
    long kept();

    /** A sum in words, as it is kept. */
    String inWords(long sum);

    /** The threshold in words. */
    default String describe() {
        return inWords(kept());
    }

    /** What of a program it speaks of. */
    default Mentions mentions() {
        return Mentions.NOTHING;
    }

    /** An amount of money. */
    record OfMoney(Money amount) implements Threshold {
        @Override
        public long kept() {
            return amount.millionths();
        }

        @Override
        public String inWords(long sum) {
            return Money.ofMillionths(amount.currency(), sum).toString();
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(amount);
        }
    }

    /** A number of things, which are counted in whole numbers or in millionths. */
    record OfNumber(long number, boolean isInMillionths) implements Threshold {
        @Override
        public long kept() {
            return isInMillionths ? Math.multiplyExact(number, CountSum.MILLIONTHS) : number;
        }

        @Override
        public String inWords(long sum) {
            return isInMillionths ? Quantity.ofMillionths(sum).toString() : Long.toString(sum);
        }
    }
}
