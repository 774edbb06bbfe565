package dev.laurel.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.receipt.LineShares;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections that lie: what is checked must be what is kept, and no collection may cost more than the largest that is allowed. */
@Tag("F3")
class HostileCollectionsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Money ONE = Money.of(USD, 1);
    private static final int MANY = Basket.MAX_LINES;

    /** A collection that counts how often it is asked for a part, and answers each question by its number. */
    private static final class Asked<T> {
        private final IntFunction<? extends T> answer;
        private final int ends;
        private final int claimed;
        private int asked;
        private int begun;

        /**
         * Answers by number.
         *
         * @param ends after how many parts one pass ends
         * @param claimed what it says of its size
         */
        Asked(int ends, int claimed, IntFunction<? extends T> answer) {
            this.answer = answer;
            this.ends = ends;
            this.claimed = claimed;
        }

        static <T> Asked<T> endless(IntFunction<? extends T> answer) {
            return new Asked<>(Integer.MAX_VALUE, 1, answer);
        }

        /** One that gives the first answer in its first pass, and the second in all others. */
        static <T> Asked<T> changing(T first, T later) {
            return new Asked<>(1, 1, number -> number == 0 ? first : later);
        }

        Iterator<T> pass() {
            begun++;
            return new Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                    return given < ends;
                }

                @Override
                public T next() {
                    given++;
                    return answer.apply(asked++);
                }
            };
        }

        Set<T> asSet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<T> iterator() {
                    return pass();
                }

                @Override
                public int size() {
                    return claimed;
                }
            };
        }

        List<T> asList() {
            return new AbstractList<>() {
                @Override
                public T get(int index) {
                    return answer.apply(asked++);
                }

                @Override
                public Iterator<T> iterator() {
                    return pass();
                }

                @Override
                public int size() {
                    return claimed;
                }
            };
        }
    }

    private static Map<String, String> mapOf(Asked<Map.Entry<String, String>> entries) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                return entries.asSet();
            }
        };
    }

    /** An entry whose name and value are good when they are first asked for. */
    private static final class TwoFacedEntry implements Map.Entry<String, String> {
        private int names;
        private int values;

        @Override
        public String getKey() {
            return names++ == 0 ? "good" : "bad\n";
        }

        @Override
        public String getValue() {
            return values++ == 0 ? "good" : "x".repeat(5_000);
        }

        @Override
        public String setValue(String value) {
            throw new UnsupportedOperationException();
        }
    }

    private static PurchaseLine line(Set<String> categories, Map<String, String> attributes) {
        return new PurchaseLine("1", "sku", categories, null, Quantity.ONE, ONE, Money.zero(USD), false, attributes);
    }

    private static PurchaseLine line(int number) {
        return PurchaseLine.of("l" + number, "sku", ONE);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** All that takes attributes of a host. */
    @SuppressWarnings("ImmutableEnumChecker") // Of a test: what it holds has no state.
    private enum Attributes implements Function<Map<String, String>, Object> {
        CUSTOMER(attributes -> new Customer("c1", null, attributes, Set.of())),
        LINE(attributes -> line(Set.of(), attributes)),
        ACTIVITY(attributes -> new Activity("a1", "c1", NOON, "review", attributes)),
        PROFILE_CHANGE(attributes -> ProfileChange.ofAttributes("f1", "c1", NOON, attributes));

        private final Function<Map<String, String>, Object> made;

        Attributes(Function<Map<String, String>, Object> made) {
            this.made = made;
        }

        @Override
        public Object apply(Map<String, String> attributes) {
            return made.apply(attributes);
        }
    }

    /** All that takes texts of a host. */
    @SuppressWarnings("ImmutableEnumChecker") // Of a test: what it holds has no state.
    private enum Texts implements Function<Set<String>, Object> {
        SEGMENTS("segments", texts -> new Customer("c1", null, Map.of(), texts)),
        CHANGED_SEGMENTS("segments", texts -> ProfileChange.ofSegments("f1", "c1", NOON, texts)),
        CATEGORIES("categories of a line", texts -> line(texts, Map.of())),
        CATEGORIES_OF_A_COPY("categories of a line", texts -> line(1).withCategories(texts));

        private final String what;
        private final Function<Set<String>, Object> made;

        Texts(String what, Function<Set<String>, Object> made) {
            this.what = what;
            this.made = made;
        }

        @Override
        public Object apply(Set<String> texts) {
            return made.apply(texts);
        }
    }

    /** All that takes a list of a host. */
    @SuppressWarnings("ImmutableEnumChecker") // Of a test: what it holds has no state.
    private enum Lists {
        LINES("lines of a basket", MANY, HostileCollectionsTest::line) {
            @Override
            Object apply(List<?> parts) {
                return new Basket(USD, cast(parts), Money.zero(USD), List.of(), null);
            }
        },
        FIRST_LINES("lines of a basket", MANY, HostileCollectionsTest::line) {
            @Override
            Object apply(List<?> parts) {
                return Basket.of(HostileCollectionsTest.<PurchaseLine>cast(parts));
            }
        },
        PAYMENTS("payments of a basket", MANY, number -> Payment.of("card", ONE)) {
            @Override
            Object apply(List<?> parts) {
                return new Basket(USD, List.of(), Money.zero(USD), cast(parts), null);
            }
        },
        RETURNED_LINES("lines of a return", MANY, number -> ReturnedLine.of("l" + number, ONE)) {
            @Override
            Object apply(List<?> parts) {
                return new Return("r1", "c1", NOON, "p1", cast(parts));
            }
        },
        LOTS("lots of an opening", 10_000, number -> new OpeningLot("points", 1, NOON, null)) {
            @Override
            Object apply(List<?> parts) {
                return new Opening("o1", "c1", NOON, cast(parts), List.of());
            }
        },
        SUMS("sums of an opening", 10_000, number -> new OpeningSum("visits", NOON, BigDecimal.ONE)) {
            @Override
            Object apply(List<?> parts) {
                return new Opening("o1", "c1", NOON, List.of(), List.of(), OpeningDates.NONE, cast(parts));
            }
        },
        TIERS("tiers of an opening", 100, number -> new BroughtTier("vib", null)) {
            @Override
            Object apply(List<?> parts) {
                return new Opening("o1", "c1", NOON, List.of(), cast(parts), OpeningDates.NONE, List.of());
            }
        };

        private final String what;
        private final int most;
        private final IntFunction<Object> part;

        Lists(String what, int most, IntFunction<Object> part) {
            this.what = what;
            this.most = most;
            this.part = part;
        }

        abstract Object apply(List<?> parts);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> List<T> cast(List<?> parts) {
        return (List<T>) parts;
    }

    @Nested
    class WhatChangesBetweenTwoReads {
        @Test
        void attributesAreReadOnceSoWhatWasCheckedIsKept() {
            Map<String, String> attributes = mapOf(Asked.changing(Map.entry("a", "1"), Map.entry("b\n", "2")));
            assertThat(new Customer("c1", null, attributes, Set.of()).attributes())
                    .containsExactly(Map.entry("a", "1"));
        }

        @Test
        void namesAndValuesOfAnEntryAreReadOnce() {
            Map<String, String> attributes = mapOf(new Asked<>(1, 1, number -> new TwoFacedEntry()));
            assertThat(Customer.copyOfAttributes(attributes)).containsExactly(Map.entry("good", "good"));
        }

        @Test
        void segmentsAndCategoriesAreReadOnce() {
            Customer customer = new Customer(
                    "c1", null, Map.of(), Asked.changing("gold", " bad ").asSet());
            assertThat(customer.segments()).containsExactly("gold");
            assertThat(line(Asked.changing("fragrance", "").asSet(), Map.of()).categories())
                    .containsExactly("fragrance");
        }

        @Test
        void linesAndPaymentsOfABasketAreReadOnce() {
            Currency euro = Currency.getInstance("EUR");
            PurchaseLine other = PurchaseLine.of("1", "sku", Money.of(euro, 1));
            Basket basket = new Basket(
                    USD,
                    Asked.changing(line(1), other).asList(),
                    Money.zero(USD),
                    Asked.changing(Payment.of("card", ONE), Payment.of("card", Money.of(euro, 1)))
                            .asList(),
                    null);
            assertThat(basket.lines()).containsExactly(line(1));
            assertThat(basket.payments()).containsExactly(Payment.of("card", ONE));
            assertThat(Basket.of(Asked.changing(line(1), other).asList()).lines())
                    .containsExactly(line(1));
        }

        @Test
        void linesOfAReturnAndLotsOfAnOpeningAreReadOnce() {
            ReturnedLine returned = ReturnedLine.of("1", ONE);
            Asked<ReturnedLine> lines =
                    new Asked<>(2, 2, number -> number < 2 ? ReturnedLine.of("l" + number, ONE) : returned);
            assertThat(new Return("r1", "c1", NOON, "p1", lines.asList()).lines())
                    .hasSize(2);
            OpeningLot lot = new OpeningLot("points", 1, NOON, null);
            OpeningLot later = new OpeningLot("points", 1, NOON.plusSeconds(1), null);
            assertThat(new Opening("o1", "c1", NOON, Asked.changing(lot, later).asList(), List.of()).lots())
                    .containsExactly(lot);
        }

        @Test
        void ratesOfLinesAreReadOnce() {
            LineShares shares =
                    new LineShares(Asked.changing(Ratio.ONE, Ratio.ZERO).asList(), new int[] {0}, new long[] {7});
            assertThat(shares.of(0)).isEqualTo(Ratio.of(7));
        }

        @Test
        void aMapThatHasAnEqualNameTwiceIsRefused() {
            Map<String, String> attributes = mapOf(new Asked<>(2, 2, number -> Map.entry("a", "" + number)));
            refused(() -> Customer.copyOfAttributes(attributes), "attribute 'a' must be given once, but was twice");
        }
    }

    @Nested
    class WhatIsTooLarge {
        @ParameterizedTest
        @EnumSource
        void thousandAttributesAreTakenAndOneMoreIsRefused(Attributes attributes) {
            assertThat(attributes.apply(mapOf(new Asked<>(1_000, 3, number -> Map.entry("a" + number, "")))))
                    .isNotNull();
            refused(
                    () -> attributes.apply(mapOf(new Asked<>(1_001, 3, number -> Map.entry("a" + number, "")))),
                    "attributes must be at most 1000, but were more");
        }

        @ParameterizedTest
        @EnumSource
        void thousandSegmentsOrCategoriesAreTakenAndOneMoreIsRefused(Texts texts) {
            Set<String> most = new HashSet<>();
            IntStream.range(0, 1_000).forEach(number -> most.add("s" + number));
            assertThat(texts.apply(most)).isNotNull();
            most.add("one more");
            refused(() -> texts.apply(most), texts.what + " must be at most 1000, but were more");
        }

        @ParameterizedTest
        @EnumSource
        void attributesThatNeverEndAreAskedForNoMoreThanMayBe(Attributes attributes) {
            Asked<Map.Entry<String, String>> entries = Asked.endless(number -> Map.entry("a" + number, ""));
            refused(() -> attributes.apply(mapOf(entries)), "attributes must be at most 1000, but were more");
            assertThat(entries.asked).isLessThanOrEqualTo(1_001);
            assertThat(entries.begun).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource
        void textsThatNeverEndAreAskedForNoMoreThanMayBeAlsoIfTheyAreAllTheSame(Texts texts) {
            Asked<String> same = Asked.endless(number -> "same");
            refused(() -> texts.apply(same.asSet()), texts.what + " must be at most 1000, but were more");
            assertThat(same.asked).isLessThanOrEqualTo(1_001);
        }

        @ParameterizedTest
        @EnumSource
        void listsThatNeverEndAreAskedForNoMoreThanMayBe(Lists lists) {
            Object part = lists.part.apply(1);
            Asked<Object> parts = Asked.endless(number -> part);
            refused(
                    () -> lists.apply(parts.asList()),
                    lists.what + " must be at most " + lists.most + ", but were more");
            assertThat(parts.asked).isLessThanOrEqualTo(lists.most + 1);
        }

        @ParameterizedTest
        @EnumSource
        void listsThatClaimToBeHugeAreTakenByWhatTheyHold(Lists lists) {
            Asked<Object> parts = new Asked<>(2, Integer.MAX_VALUE, lists.part);
            assertThat(lists.apply(parts.asList())).isNotNull();
            assertThat(parts.asked).isEqualTo(2);
        }

        @ParameterizedTest
        @EnumSource
        void listsThatClaimANegativeSizeAreTakenByWhatTheyHold(Lists lists) {
            Asked<Object> parts = new Asked<>(2, -1, lists.part);
            assertThat(lists.apply(parts.asList())).isNotNull();
            assertThat(parts.asked).isEqualTo(2);
        }
    }

    @Nested
    class WhatIsNotThere {
        @ParameterizedTest
        @EnumSource
        void attributesWithoutNameOrValueAreRefused(Attributes attributes) {
            Map<String, String> nameless = new HashMap<>();
            nameless.put(null, "1");
            Map<String, String> valueless = new HashMap<>();
            valueless.put("a", null);
            assertThatNullPointerException().isThrownBy(() -> attributes.apply(nameless));
            assertThatNullPointerException().isThrownBy(() -> attributes.apply(valueless));
            assertThatNullPointerException()
                    .isThrownBy(() -> attributes.apply(mapOf(new Asked<>(1, 1, number -> null))));
        }

        @ParameterizedTest
        @EnumSource
        void textsThatAreNullAreRefused(Texts texts) {
            assertThatNullPointerException().isThrownBy(() -> texts.apply(new HashSet<>(Arrays.asList("a", null))));
        }

        @ParameterizedTest
        @EnumSource
        void listsThatHoldNullAreRefused(Lists lists) {
            assertThatNullPointerException().isThrownBy(() -> lists.apply(null));
            assertThatNullPointerException().isThrownBy(() -> lists.apply(Arrays.asList(lists.part.apply(1), null)));
        }

        @ParameterizedTest
        @EnumSource(value = Lists.class, mode = EnumSource.Mode.EXCLUDE, names = "FIRST_LINES")
        void listsMayBeEmpty(Lists lists) {
            Asked<Object> parts = new Asked<>(0, 5, lists.part);
            assertThat(lists.apply(parts.asList())).isNotNull();
            assertThat(parts.asked).isZero();
        }

        @Test
        void aBasketOfLinesOfWhichThereAreNoneAfterAllIsRefused() {
            Asked<PurchaseLine> none = new Asked<>(0, 5, HostileCollectionsTest::line);
            refused(() -> Basket.of(none.asList()), "a basket must have at least one line");
        }

        @Test
        void emptyTextsAndAttributesAreTakenWhateverSizeTheyClaim() {
            Set<String> texts = new Asked<String>(0, 5, number -> "x").asSet();
            Customer customer = new Customer("c1", null, mapOf(new Asked<>(0, 5, number -> Map.entry("a", ""))), texts);
            assertThat(customer).isEqualTo(Customer.of("c1"));
        }
    }

    @Nested
    class WhatThrows {
        private final IllegalStateException broken = new IllegalStateException("broken");

        private Map.Entry<String, String> failingEntry() {
            throw broken;
        }

        private String failingText() {
            throw broken;
        }

        @ParameterizedTest
        @EnumSource
        void whatAMapThrowsIsPassedOn(Attributes attributes) {
            assertThatThrownBy(() -> attributes.apply(mapOf(new Asked<>(1, 1, number -> failingEntry()))))
                    .isSameAs(broken);
        }

        @ParameterizedTest
        @EnumSource
        void whatASetThrowsIsPassedOn(Texts texts) {
            assertThatThrownBy(() -> texts.apply(new Asked<String>(1, 1, number -> failingText()).asSet()))
                    .isSameAs(broken);
        }

        @ParameterizedTest
        @EnumSource
        void whatAListThrowsIsPassedOn(Lists lists) {
            assertThatThrownBy(() -> lists.apply(new Asked<>(1, 1, number -> failingText()).asList()))
                    .isSameAs(broken);
        }
    }

    @Test
    void mapsThatTellEqualNamesApartAreRefused() {
        IdentityHashMap<String, String> byIdentity = new IdentityHashMap<>();
        byIdentity.put("a", "1");
        byIdentity.put(String.valueOf(new char[] {'a'}), "1");
        refused(() -> Customer.copyOfAttributes(byIdentity), "attribute 'a' must be given once, but was twice");
    }

    @Test
    void copiesOfWhatLaurelCopiedAreTheSame() {
        Basket basket = Basket.of(line(1), line(2));
        assertThat(basket.withShipping(ONE).lines()).isSameAs(basket.lines());
        assertThat(Collections.unmodifiableList(basket.lines())).isEqualTo(basket.lines());
    }
}
