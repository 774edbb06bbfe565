package dev.laurel.codec;

import com.google.common.collect.ImmutableSet;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How what is known of a customer is written and read. */
final class ProfileForm {
    private static final int DAYS = 32;

    private ProfileForm() {}

    /** Without the id, which is written already. */
    static void rest(CanonicalWriter out, Customer customer) {
        birthday(out, customer.birthday());
        attributes(out, customer.attributes());
        segments(out, customer.segments());
    }

    static Customer rest(CanonicalReader in, String id) {
        return new Customer(id, birthday(in), attributes(in), segments(in));
    }

    static void birthday(CanonicalWriter out, @Nullable Birthday birthday) {
        out.number(birthday == null ? 0 : birthday.month().getValue() * DAYS + birthday.day());
    }

    static @Nullable Birthday birthday(CanonicalReader in) {
        long number = in.number();
        return number == 0
                ? null
                : new Birthday(Month.of(Math.toIntExact(number / DAYS)), Math.toIntExact(number % DAYS));
    }

    static void attributes(CanonicalWriter out, Map<String, String> attributes) {
        out.map(attributes, CanonicalWriter::text);
    }

    static Map<String, String> attributes(CanonicalReader in) {
        return in.map(CanonicalReader::text);
    }

    static void segments(CanonicalWriter out, Set<String> segments) {
        out.list(segments, CanonicalWriter::text);
    }

    static Set<String> segments(CanonicalReader in) {
        return ImmutableSet.copyOf(in.list(CanonicalReader::text));
    }
}
