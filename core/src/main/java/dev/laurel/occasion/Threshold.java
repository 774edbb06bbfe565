package dev.laurel.occasion;

import dev.laurel.condition.Mentions;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;

/** From where on a sum is enough: an amount of money, or a number. */
sealed interface Threshold {
    /** The threshold as a sum is kept. */
    long kept();

    /** So much of a sum in words. */
    String inWords(Sum sum, long kept);

    /** The threshold in words. */
    String describe();

    /** Whether it is one of what is counted. */
    boolean isOne();

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
        public String inWords(Sum sum, long kept) {
            return ((MoneySum) sum).inWords(Money.ofMillionths(amount.currency(), kept));
        }

        @Override
        public String describe() {
            return amount.toString();
        }

        @Override
        public boolean isOne() {
            return false;
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
        public String inWords(Sum sum, long kept) {
            CountSum count = (CountSum) sum;
            return isInMillionths ? count.inWords(Quantity.ofMillionths(kept)) : count.inWords(kept);
        }

        @Override
        public String describe() {
            return Long.toString(number);
        }

        @Override
        public boolean isOne() {
            return number == 1;
        }
    }
}
