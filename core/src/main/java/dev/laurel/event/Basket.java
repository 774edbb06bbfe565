package dev.laurel.event;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.laurel.id.Copies;
import dev.laurel.id.Identifiers;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is bought, or is about to be: lines, shipping and payments in one currency.
 *
 * @param currency the currency of every amount in it
 * @param lines the lines, in the host's order; their ids are unique
 * @param shipping what shipping costs without tax
 * @param payments how it is paid, if that is known
 * @param channel where it is bought, such as {@code web}, if that is known
 */
public record Basket(
        Currency currency,
        List<PurchaseLine> lines,
        Money shipping,
        List<Payment> payments,
        @Nullable String channel) {
    /** The most lines that a basket may have. */
    public static final int MAX_LINES = 1_000_000;

    /** The most payments that a basket may have. */
    public static final int MAX_PAYMENTS = MAX_LINES;

    /** The longest channel, in UTF-16 code units. */
    public static final int MAX_CHANNEL_LENGTH = 80;

    private static final int FEW = 8;

    /**
     * Takes copies of the lists.
     *
     * @throws CurrencyMismatchException if an amount is of another currency
     * @throws IllegalArgumentException if a line id occurs twice, there are too many lines or payments, or shipping is negative
     */
    public Basket {
        lines = copyOfLines(lines);
        payments = Copies.list("payments of a basket", payments, MAX_PAYMENTS);
        requireUniqueIds(lines);
        for (PurchaseLine line : lines) {
            requireCurrency(currency, line.net());
        }
        for (Payment payment : payments) {
            requireCurrency(currency, payment.amount());
        }
        requireCurrency(currency, shipping);
        checkArgument(!shipping.isNegative(), "shipping must not be negative, but was %s", shipping);
        if (channel != null) {
            Identifiers.text("channel", channel, MAX_CHANNEL_LENGTH);
        }
    }

    /**
     * A basket of lines in the currency of the first, without shipping or payments.
     *
     * @throws IllegalArgumentException if there is no line, or as for any basket
     */
    public static Basket of(PurchaseLine... lines) {
        return of(Arrays.asList(lines));
    }

    /**
     * A basket of lines in the currency of the first, without shipping or payments.
     *
     * @throws IllegalArgumentException if there is no line, or as for any basket
     */
    public static Basket of(List<PurchaseLine> lines) {
        List<PurchaseLine> copy = copyOfLines(lines);
        checkArgument(!copy.isEmpty(), "a basket must have at least one line");
        Currency currency = copy.get(0).net().currency();
        return new Basket(currency, copy, Money.zero(currency), List.of(), null);
    }

    private static List<PurchaseLine> copyOfLines(List<PurchaseLine> lines) {
        return Copies.list("lines of a basket", lines, MAX_LINES);
    }

    /** A basket of one line of one piece, for shops that know only what was paid. */
    public static Basket ofTotal(Money net) {
        return of(PurchaseLine.of("1", "total", net));
    }

    /** A copy with these lines. */
    public Basket withLines(List<PurchaseLine> lines) {
        return new Basket(currency, lines, shipping, payments, channel);
    }

    /** A copy with this shipping. */
    public Basket withShipping(Money shipping) {
        return new Basket(currency, lines, shipping, payments, channel);
    }

    /** A copy with one payment more. */
    public Basket paidBy(Payment payment) {
        return new Basket(
                currency, lines, shipping, ImmutableList.copyOf(Iterables.concat(payments, List.of(payment))), channel);
    }

    /** A copy that is bought through this channel. */
    public Basket throughChannel(String channel) {
        return new Basket(currency, lines, shipping, payments, channel);
    }

    /**
     * The net of all lines, without shipping.
     *
     * @throws dev.laurel.money.AmountOverflowException if it is out of range
     */
    public Money net() {
        Money sum = Money.zero(currency);
        for (PurchaseLine line : lines) {
            sum = sum.plus(line.net());
        }
        return sum;
    }

    /**
     * What all lines cost with their taxes, without shipping.
     *
     * @throws dev.laurel.money.AmountOverflowException if it is out of range
     */
    public Money gross() {
        return totalOf(lines, Money.zero(currency));
    }

    /**
     * What the whole order costs: lines with their taxes, and shipping.
     *
     * @throws dev.laurel.money.AmountOverflowException if it is out of range
     */
    public Money total() {
        return totalOf(lines, shipping);
    }

    private static Money totalOf(List<PurchaseLine> lines, Money shipping) {
        Money sum = shipping;
        for (PurchaseLine line : lines) {
            sum = sum.plus(line.net()).plus(line.tax());
        }
        return sum;
    }

    /**
     * The part of it that is paid with points.
     *
     * @throws dev.laurel.money.AmountOverflowException if it is out of range
     */
    public Money paidWithPoints() {
        Money sum = Money.zero(currency);
        for (Payment payment : payments) {
            if (payment.isWithPoints()) {
                sum = sum.plus(payment.amount());
            }
        }
        return sum;
    }

    /**
     * The part of all payments that is made by a method, from zero to one; zero without payments. What is paid with points is of no method.
     */
    public Ratio partPaidBy(String method) {
        BigInteger part = BigInteger.ZERO;
        BigInteger all = BigInteger.ZERO;
        for (Payment payment : payments) {
            BigInteger amount = BigInteger.valueOf(payment.amount().millionths());
            all = all.add(amount);
            part = payment.isWithPoints() || !payment.method().equals(method) ? part : part.add(amount);
        }
        return all.signum() == 0 ? Ratio.ZERO : Ratio.of(part, all);
    }

    private static void requireCurrency(Currency currency, Money amount) {
        if (!amount.currency().equals(currency)) {
            throw new CurrencyMismatchException(currency, amount.currency());
        }
    }

    private static void requireUniqueIds(List<PurchaseLine> lines) {
        if (lines.size() <= FEW) {
            for (int i = 1; i < lines.size(); i++) {
                for (int j = 0; j < i; j++) {
                    requireOther(lines.get(j).id().equals(lines.get(i).id()), lines.get(i));
                }
            }
            return;
        }
        Set<String> seen = new HashSet<>(lines.size() * 2);
        for (PurchaseLine line : lines) {
            requireOther(!seen.add(line.id()), line);
        }
    }

    private static void requireOther(boolean same, PurchaseLine line) {
        checkArgument(!same, "line ids must be unique in a basket, but '%s' occurs twice", line.id());
    }

    /** The size only. */
    @Override
    public String toString() {
        return "Basket[" + lines.size() + " lines in " + currency.getCurrencyCode() + "]";
    }
}
