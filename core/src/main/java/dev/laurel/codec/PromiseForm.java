package dev.laurel.codec;

import dev.laurel.event.Basket;
import dev.laurel.event.Promise;
import dev.laurel.event.RewardChoice;
import dev.laurel.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How promises are written and read. */
final class PromiseForm {
    static final Kind<Promise> KIND = new Kind<>('P', Promise.class, PromiseForm::write, PromiseForm::read);

    private PromiseForm() {}

    static void write(CanonicalWriter out, Promise promise) {
        out.text(promise.customer());
        BasketForm.write(out, promise.basket());
        out.list(promise.choices(), PromiseForm::choice);
        out.instant(promise.at(), Instant.EPOCH);
        out.money(promise.toPay());
        out.map(promise.spent(), CanonicalWriter::number);
        out.map(promise.earned(), CanonicalWriter::number);
        out.map(promise.tiers(), CanonicalWriter::text);
    }

    static Promise read(CanonicalReader in) {
        String customer = in.text();
        Basket basket = BasketForm.read(in);
        List<RewardChoice> choices = in.list(PromiseForm::choice);
        Instant at = in.instant(Instant.EPOCH);
        Money toPay = in.money();
        Map<String, Long> spent = in.map(CanonicalReader::number);
        Map<String, Long> earned = in.map(CanonicalReader::number);
        return new Promise(customer, basket, choices, at, toPay, spent, earned, in.map(CanonicalReader::text));
    }

    private static void choice(CanonicalWriter out, RewardChoice choice) {
        out.text(choice.reward());
        out.orNull(choice.points(), CanonicalWriter::number);
    }

    private static RewardChoice choice(CanonicalReader in) {
        return new RewardChoice(in.text(), in.orNull(CanonicalReader::number), null);
    }
}
