package dev.laurel.examples.replay;

import com.google.common.collect.ImmutableSet;
import dev.laurel.event.Basket;
import dev.laurel.event.Payment;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads baskets. What is read is made only when asked for, so that a line is known to be well-formed before the first of its
 * values can be refused.
 */
final class JsonBaskets {
    private JsonBaskets() {}

    /** The fields of a basket, which stand in a purchase beside others. */
    static Supplier<Basket> basket(JsonFields fields) throws BadInputException {
        Currency currency = Currencies.of(fields.text("currency"));
        String channel = fields.textOrNull("channel");
        List<Supplier<PurchaseLine>> lines = new ArrayList<>();
        for (JsonFields line : fields.objects("lines")) {
            lines.add(line(line, currency));
        }
        String shipping = fields.decimalOrNull("shipping");
        List<Supplier<Payment>> payments = new ArrayList<>();
        for (JsonFields payment : fields.objects("paidBy")) {
            payments.add(payment(payment, currency));
        }
        return () -> new Basket(currency, made(lines), moneyOrZero(currency, shipping), made(payments), channel);
    }

    private static Supplier<PurchaseLine> line(JsonFields fields, Currency currency) throws BadInputException {
        String id = fields.text("id");
        String sku = fields.text("sku");
        List<String> categories = fields.texts("categories");
        String brand = fields.textOrNull("brand");
        String quantity = fields.decimal("quantity");
        String net = fields.decimal("net");
        String tax = fields.decimalOrNull("tax");
        boolean discounted = fields.flag("discounted");
        Map<String, String> attributes = fields.textsByName("attributes");
        fields.requireNothingElse();
        return () -> new PurchaseLine(
                id,
                sku,
                ImmutableSet.copyOf(categories),
                brand,
                Quantity.of(quantity),
                Money.of(currency, net),
                moneyOrZero(currency, tax),
                discounted,
                attributes);
    }

    private static Supplier<Payment> payment(JsonFields fields, Currency currency) throws BadInputException {
        String method = fields.text("method");
        String amount = fields.decimal("amount");
        String redemption = fields.textOrNull("redemption");
        boolean foreign = fields.flag("foreign");
        fields.requireNothingElse();
        return () -> new Payment(method, Money.of(currency, amount), redemption, foreign);
    }

    private static Money moneyOrZero(Currency currency, @Nullable String amount) {
        return amount == null ? Money.zero(currency) : Money.of(currency, amount);
    }

    private static <T> List<T> made(List<Supplier<T>> read) {
        List<T> made = new ArrayList<>(read.size());
        for (Supplier<T> one : read) {
            made.add(one.get());
        }
        return made;
    }
}
