package dev.laurel.rule;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.condition.Mentions;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.ledger.PointRate;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import org.jspecify.annotations.Nullable;

/** The amounts that come with Laurel. */
public final class Amounts {
    private Amounts() {}

    /**
     * So many points per amount of money, in proportion: half the money earns half the points, exactly.
     *
     * @throws IllegalArgumentException if points or money are not positive
     */
    public static Amount proportional(long points, Money per) {
        return new Proportional(positive(points), positive(per));
    }

    /**
     * So many points for each full unit of money; what is over earns nothing.
     *
     * @throws IllegalArgumentException if points or money are not positive
     */
    public static Amount perCompleted(long points, Money unit) {
        return new PerCompleted(positive(points), positive(unit));
    }

    /**
     * So many points for each piece.
     *
     * @throws IllegalArgumentException if points are not positive
     */
    public static Amount perItem(long points) {
        return new PerItem(positive(points));
    }

    /**
     * So many points, whatever is selected: a fixed addition, rounded per purchase and never multiplied.
     *
     * @throws IllegalArgumentException if points are not positive
     */
    public static Amount fixed(long points) {
        return new Fixed(positive(points));
    }

    /** The amount that a rate gives; the rule that earns it must award the rate's currency. */
    public static Amount at(PointRate rate) {
        long points = rate.points().count();
        Money money = rate.money();
        if (money == null) {
            return perItem(points);
        }
        return rate.basis() == PointRate.Basis.MONEY ? proportional(points, money) : perCompleted(points, money);
    }

    /**
     * How an amount that comes with Laurel follows from what it is weighed by, so that most purchases are worked out in whole numbers; null
     * for an amount of somebody else's, which has to be asked.
     */
    public static @Nullable Rate rateOf(Amount amount) {
        return amount instanceof OwnAmount own ? own.rate() : null;
    }

    /**
     * How an amount follows from money or pieces.
     *
     * @param points how many for each unit, or in all
     * @param unit for so many millionths; one if nothing matters but the points
     * @param kind how the points follow from the units
     * @param weighing what has the units
     */
    public record Rate(long points, long unit, Kind kind, Amount.Weighing weighing) {
        /** How points follow from units. */
        public enum Kind {
            /** Parts of a unit count too. */
            IN_PROPORTION,
            /** Only full units count. */
            FULL_UNITS,
            /** Units do not matter. */
            FIXED
        }
    }

    /** An amount that is known to say nothing else than its rate does. */
    private interface OwnAmount extends Amount {
        Rate rate();
    }

    private static long positive(long points) {
        checkArgument(points > 0, "points of an amount must be positive, but were %s", points);
        return points;
    }

    private static Money positive(Money money) {
        checkArgument(!money.isNegative() && !money.isZero(), "money of an amount must be positive, but was %s", money);
        return money;
    }

    private record Proportional(long points, Money money, Ratio pointsPerUnit) implements OwnAmount {
        Proportional(long points, Money money) {
            this(points, money, Ratio.of(points).dividedBy(money.toRatio()));
        }

        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return selection.money().times(pointsPerUnit);
        }

        @Override
        public Rate rate() {
            return new Rate(points, money.millionths(), Rate.Kind.IN_PROPORTION, Weighing.BY_MONEY);
        }

        @Override
        public String describe() {
            return inWords(points) + " per " + money;
        }

        @Override
        public String inTerms() {
            return inWords(points) + " for each " + money + " spent, in proportion";
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(money);
        }
    }

    private record PerCompleted(long points, Money money, Ratio unit) implements OwnAmount {
        PerCompleted(long points, Money money) {
            this(points, money, Ratio.ONE.dividedBy(money.toRatio()));
        }

        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return Ratio.of(selection.money().times(unit).rounded(Rounding.DOWN))
                    .times(points);
        }

        @Override
        public Rate rate() {
            return new Rate(points, money.millionths(), Rate.Kind.FULL_UNITS, Weighing.BY_MONEY);
        }

        @Override
        public String describe() {
            return inWords(points) + " for each full " + money;
        }

        @Override
        public String inTerms() {
            return inWords(points) + " for each full " + money + " spent";
        }

        @Override
        public TermsOfReturn returns() {
            return TermsOfReturn.workedOutAnew(points, money);
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(money);
        }
    }

    private record PerItem(long points) implements OwnAmount {
        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return selection.quantity().times(points);
        }

        @Override
        public Rate rate() {
            return new Rate(points, Quantity.ONE.millionths(), Rate.Kind.IN_PROPORTION, Weighing.BY_QUANTITY);
        }

        @Override
        public String describe() {
            return inWords(points) + " per item";
        }

        @Override
        public String inTerms() {
            return inWords(points) + " for each item";
        }

        @Override
        public Weighing weighing() {
            return Weighing.BY_QUANTITY;
        }
    }

    private record Fixed(long points) implements OwnAmount {
        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return Ratio.of(points);
        }

        @Override
        public Rate rate() {
            return new Rate(points, 1, Rate.Kind.FIXED, Weighing.BY_MONEY);
        }

        @Override
        public String describe() {
            return inWords(points);
        }

        @Override
        public String inTerms() {
            return inWords(points) + " for each purchase";
        }

        @Override
        public long fixedPoints() {
            return points;
        }
    }

    private static String inWords(long points) {
        return points == 1 ? "1 point" : points + " points";
    }
}
