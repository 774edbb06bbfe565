package dev.laurel.codec;

import com.google.common.collect.ImmutableSet;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Quantity;
import java.util.Currency;

/** How a basket is written and read. All its amounts are of one currency, which is written once. */
final class BasketForm {
    private BasketForm() {}

    static void write(CanonicalWriter out, Basket basket) {
        out.text(basket.currency().getCurrencyCode());
        out.list(basket.lines(), BasketForm::line);
        out.number(basket.shipping().millionths());
        out.list(basket.payments(), BasketForm::payment);
        out.orNull(basket.channel(), CanonicalWriter::text);
    }

    static Basket read(CanonicalReader in) {
        Currency currency = in.currency();
        return new Basket(
                currency,
                in.list(from -> line(from, currency)),
                in.money(currency),
                in.list(from -> payment(from, currency)),
                in.orNull(CanonicalReader::text));
    }

    private static void line(CanonicalWriter out, PurchaseLine line) {
        out.text(line.id());
        out.text(line.sku());
        out.list(line.categories(), CanonicalWriter::text);
        out.orNull(line.brand(), CanonicalWriter::text);
        out.number(line.quantity().millionths());
        out.number(line.net().millionths());
        out.number(line.tax().millionths());
        out.flag(line.discounted());
        ProfileForm.attributes(out, line.attributes());
    }

    private static PurchaseLine line(CanonicalReader in, Currency currency) {
        return new PurchaseLine(
                in.text(),
                in.text(),
                ImmutableSet.copyOf(in.list(CanonicalReader::text)),
                in.orNull(CanonicalReader::text),
                Quantity.ofMillionths(in.number()),
                in.money(currency),
                in.money(currency),
                in.flag(),
                ProfileForm.attributes(in));
    }

    private static void payment(CanonicalWriter out, Payment payment) {
        out.text(payment.method());
        out.number(payment.amount().millionths());
        out.orNull(payment.redemption(), CanonicalWriter::text);
        out.flag(payment.foreign());
    }

    private static Payment payment(CanonicalReader in, Currency currency) {
        return new Payment(in.text(), in.money(currency), in.orNull(CanonicalReader::text), in.flag());
    }
}
