package dev.laurel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.testing.EqualsTester;
import java.time.Month;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F2")
class CustomerTest {
    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Customer with(Map<String, String> attributes) {
        return new Customer("c-1", null, attributes, Set.of());
    }

    private static Customer in(Set<String> segments) {
        return new Customer("c-1", null, Map.of(), segments);
    }

    @Test
    void aCustomerIsMadeOneThingAfterAnother() {
        Birthday birthday = new Birthday(Month.JUNE, 15);
        Customer customer = Customer.of("c-1")
                .withSegments("staff", "old")
                .withAttribute("shoes", "40")
                .withSegments("champions")
                .withAttribute("city", "Bern")
                .withAttribute("shoes", "41")
                .withBirthday(birthday);
        assertThat(customer)
                .isEqualTo(new Customer("c-1", birthday, Map.of("city", "Bern", "shoes", "41"), Set.of("champions")));
        assertThat(customer.withBirthday(new Birthday(Month.JULY, 1)).withSegments())
                .isEqualTo(new Customer("c-1", new Birthday(Month.JULY, 1), customer.attributes(), Set.of()));
        refused(() -> customer.withAttribute("", "41"), "name of an attribute must not be empty");
        refused(() -> customer.withSegments(""), "name of a segment must not be empty");
    }

    @Nested
    class Id {
        @Test
        void theIdOfACustomerIsChecked() {
            refused(() -> Customer.of(""), "customer id must not be empty");
            refused(() -> Customer.of("x".repeat(201)), "customer id must have at most 200 characters, but had 201");
            refused(
                    () -> Customer.of("laurel:1"),
                    "customer id must not begin with 'laurel:', which is kept for ids the engine derives");
            assertThatNullPointerException().isThrownBy(() -> Customer.of(null));
        }
    }

    @Nested
    class Attributes {
        @Test
        void attributesOfACustomerAreCopiedInTheOrderOfTheirNames() {
            Map<String, String> attributes = new TreeMap<>(Collections.reverseOrder());
            attributes.put("a", "1");
            attributes.put("b", "2");
            Customer customer = with(attributes);
            attributes.put("c", "3");
            assertThat(customer.attributes()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        }

        @Test
        void attributesOfACustomerCannotBeChanged() {
            Map<String, String> attributes = with(Map.of("a", "1")).attributes();
            Map<String, String> none = with(new HashMap<>()).attributes();
            assertThatThrownBy(() -> attributes.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> none.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void attributesOfACustomerHaveNamesThatCanStandInAMessage() {
            refused(() -> with(Map.of("", "1")), "name of an attribute must not be empty");
            refused(
                    () -> with(Map.of("x".repeat(201), "1")),
                    "name of an attribute must have at most 200 characters, but had 201");
            refused(
                    () -> with(Map.of("a\n", "1")),
                    "name of an attribute must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had" + " U+000A at index 1");
        }

        @Test
        void attributesOfACustomerHaveValuesOf1000CharactersAtMost() {
            assertThat(with(Map.of("a", "x".repeat(1000), "b", "", "c", "two\nlines"))
                            .attributes())
                    .hasSize(3);
            refused(
                    () -> with(Map.of("a", "secret".repeat(200))),
                    "value of attribute 'a' must have at most 1000 characters, but had 1200");
        }

        @Test
        void attributesOfACustomerHaveNoValueWithHalfAPairForNoStoreCouldKeepIt() {
            assertThat(with(Map.of("a", "\uD83D\uDE00")).attributes()).containsEntry("a", "\uD83D\uDE00");
            refused(
                    () -> with(Map.of("a", "x\uD83D")),
                    "value of attribute 'a' must not hold unpaired surrogate characters, but had U+D83D at index 1");
            refused(
                    () -> with(Map.of("a", "\uD83D\uDE00\uDE00")),
                    "value of attribute 'a' must not hold unpaired surrogate characters, but had U+DE00 at index 2");
        }

        @Test
        void attributesOfACustomerMustNotBeOrHoldNull() {
            Map<String, String> valueNull = new HashMap<>();
            valueNull.put("a", null);
            Map<String, String> nameNull = new HashMap<>();
            nameNull.put(null, "a");
            assertThatNullPointerException().isThrownBy(() -> with(null));
            assertThatNullPointerException().isThrownBy(() -> with(valueNull));
            assertThatNullPointerException().isThrownBy(() -> with(nameNull));
        }
    }

    @Nested
    class Segments {
        @Test
        void segmentsOfACustomerAreCopiedInTheirNaturalOrder() {
            Set<String> segments = new HashSet<>(Set.of("gold", "beta", "alumni"));
            Customer customer = in(segments);
            segments.add("new");
            assertThat(customer.segments()).containsExactly("alumni", "beta", "gold");
            assertThatThrownBy(() -> customer.segments().add("new")).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void segmentsOfACustomerHaveNamesThatCanStandInAMessage() {
            refused(() -> in(Set.of("")), "name of a segment must not be empty");
            refused(
                    () -> in(Set.of("x".repeat(201))),
                    "name of a segment must have at most 200 characters, but had 201");
            refused(
                    () -> in(Set.of("\u202E")),
                    "name of a segment must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had" + " U+202E at index 0");
        }

        @Test
        void segmentsOfACustomerMustNotBeOrHoldNull() {
            assertThatNullPointerException().isThrownBy(() -> in(null));
            assertThatNullPointerException().isThrownBy(() -> in(new HashSet<>(Arrays.asList("a", null))));
        }
    }

    @Test
    void aCustomerShowsTheIdAndNothingPersonal() {
        Customer customer = new Customer(
                "c-1", new Birthday(Month.JUNE, 15), Map.of("canary-name", "canary-value"), Set.of("canary-segment"));
        assertThat(customer).hasToString("Customer[c-1]");
    }

    @Test
    void equalProfilesAreEqual() {
        Birthday birthday = new Birthday(Month.JUNE, 15);
        Map<String, String> attributes = new HashMap<>(Map.of("a", "1"));
        new EqualsTester()
                .addEqualityGroup(Customer.of("c-1"), new Customer("c-1", null, new HashMap<>(), new HashSet<>()))
                .addEqualityGroup(Customer.of("c-2"))
                .addEqualityGroup(new Customer("c-1", birthday, Map.of(), Set.of()))
                .addEqualityGroup(with(Map.of("a", "1")), with(attributes))
                .addEqualityGroup(with(Map.of("a", "2")))
                .addEqualityGroup(in(Set.of("a")))
                .testEquals();
    }
}
