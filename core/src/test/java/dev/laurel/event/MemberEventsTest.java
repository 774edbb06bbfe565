package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.money.Money;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.Month;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims, changes of a profile, adjustments, grants of tiers, and previews. */
@Tag("E1")
class MemberEventsTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Birthday BIRTHDAY = new Birthday(Month.JUNE, 15);
    private static final Basket BASKET = Basket.ofTotal(Money.of(Currency.getInstance("USD"), 10));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class Claims {
        @Test
        void aClaimNamesAnOfferAndPerhapsAChoice() {
            assertThat(new Claim("e-1", "c-1", AT, "birthday", null).choice()).isNull();
            assertThat(new Claim("e-1", "c-1", AT, "birthday", "points").choice())
                    .isEqualTo("points");
            refused(() -> new Claim("e-1", "c-1", AT, "", null), "offer id must not be empty");
            refused(
                    () -> new Claim("e-1", "c-1", AT, "x".repeat(201), null),
                    "offer id must have at most 200 characters, but had 201");
            refused(() -> new Claim("e-1", "c-1", AT, "birthday", ""), "choice must not be empty");
            refused(
                    () -> new Claim("e-1", "c-1", AT, "birthday", "a\u0000"),
                    "choice must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+0000 at index" + " 1");
            assertThatNullPointerException().isThrownBy(() -> new Claim("e-1", "c-1", AT, null, null));
        }

        @Test
        void aClaimShowsItsIds() {
            assertThat(new Claim("e-1", "c-1", AT, "birthday", null))
                    .hasToString("Claim[id=e-1, customer=c-1, occurredAt=2026-03-01T10:00:00Z, offer=birthday,"
                            + " choice=null]");
        }
    }

    @Nested
    class ProfileChanges {
        private final Customer before = new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("s"));

        private ProfileChange change(Birthday birthday, Map<String, String> attributes, Set<String> segments) {
            Set<ProfileChange.Field> fields = EnumSet.noneOf(ProfileChange.Field.class);
            if (birthday != null) {
                fields.add(ProfileChange.Field.BIRTHDAY);
            }
            if (attributes != null) {
                fields.add(ProfileChange.Field.ATTRIBUTES);
            }
            if (segments != null) {
                fields.add(ProfileChange.Field.SEGMENTS);
            }
            Customer profile = new Customer(
                    "c-1",
                    birthday,
                    attributes == null ? Map.of() : attributes,
                    segments == null ? Set.of() : segments);
            return new ProfileChange("e-1", AT, profile, fields);
        }

        @Test
        void profileChangesLeaveWhatTheyDoNotGive() {
            Birthday other = new Birthday(Month.JULY, 1);
            assertThat(ProfileChange.ofBirthday("e-1", "c-1", AT, other)).isEqualTo(change(other, null, null));
            assertThat(change(other, null, null).applied(before))
                    .isEqualTo(new Customer("c-1", other, Map.of("k", "v"), Set.of("s")));
            assertThat(change(null, Map.of("l", "w"), null).applied(before))
                    .isEqualTo(new Customer("c-1", BIRTHDAY, Map.of("l", "w"), Set.of("s")));
            assertThat(change(null, null, Set.of("t", "r")).applied(before))
                    .isEqualTo(new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of("r", "t")));
        }

        @Test
        void profileChangesReplaceAttributesAndSegmentsAsAWhole() {
            assertThat(change(null, Map.of(), Set.of()).applied(before))
                    .isEqualTo(new Customer("c-1", BIRTHDAY, Map.of(), Set.of()));
            assertThat(change(BIRTHDAY, Map.of("a", "1"), Set.of("z")).applied(Customer.of("c-1")))
                    .isEqualTo(new Customer("c-1", BIRTHDAY, Map.of("a", "1"), Set.of("z")));
        }

        @Test
        void profileChangesChangeSomething() {
            refused(
                    () -> change(null, null, null),
                    "a change of a profile must change the birthday, the attributes or the segments");
        }

        @Test
        @Tag("E1")
        void eachFieldIsSetClearedOrLeft() {
            assertThat(ProfileChange.withoutBirthday("e-1", "c-1", AT).applied(before))
                    .isEqualTo(new Customer("c-1", null, Map.of("k", "v"), Set.of("s")));
            assertThat(ProfileChange.ofAttributes("e-1", "c-1", AT, Map.of()).applied(before))
                    .isEqualTo(new Customer("c-1", BIRTHDAY, Map.of(), Set.of("s")));
            assertThat(ProfileChange.ofSegments("e-1", "c-1", AT, Set.of()).applied(before))
                    .isEqualTo(new Customer("c-1", BIRTHDAY, Map.of("k", "v"), Set.of()));
            assertThat(ProfileChange.withoutBirthday("e-1", "c-1", AT))
                    .isNotEqualTo(ProfileChange.ofSegments("e-1", "c-1", AT, Set.of()));
        }

        @Test
        void whatDoesNotChangeIsNoPartOfTheChange() {
            ProfileChange change = ProfileChange.to("e-1", before, AT, ProfileChange.Field.SEGMENTS);
            assertThat(change).isEqualTo(ProfileChange.ofSegments("e-1", "c-1", AT, Set.of("s")));
            assertThat(change.profile()).isEqualTo(Customer.of("c-1").withSegments("s"));
        }

        @Test
        void profileChangesAreCheckedAsAProfileIs() {
            refused(() -> change(null, Map.of("", "v"), null), "name of an attribute must not be empty");
            refused(
                    () -> change(null, Map.of("k", "x".repeat(1001)), null),
                    "value of attribute 'k' must have at most 1000 characters, but had 1001");
            refused(() -> change(null, null, Set.of("")), "name of a segment must not be empty");
        }

        @Test
        void profileChangesCopyTheirCollections() {
            Map<String, String> attributes = new HashMap<>(Map.of("k", "v"));
            Set<String> segments = new HashSet<>(Set.of("s"));
            ProfileChange change = change(null, attributes, segments);
            attributes.clear();
            segments.clear();
            assertThat(change.profile().attributes()).containsExactly(Map.entry("k", "v"));
            assertThat(change.profile().segments()).containsExactly("s");
            assertThatThrownBy(() -> change.profile().attributes().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> change.profile().segments().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        @Tag("F2")
        void profileChangesShowNothingPersonal() {
            assertThat(change(BIRTHDAY, Map.of("canary-name", "canary-value"), Set.of("canary-segment")))
                    .hasToString("ProfileChange[e-1 of c-1 at 2026-03-01T10:00:00Z]");
        }
    }

    @Nested
    class Adjustments {
        private Adjustment of(String currency, long points, String reason, String actor) {
            return new Adjustment("e-1", "c-1", AT, currency, points, reason, actor);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, -1, Long.MAX_VALUE, -Long.MAX_VALUE})
        void adjustmentsAreUpOrDown(long points) {
            assertThat(of("points", points, "Goodwill", "agent-7").points()).isEqualTo(points);
        }

        @ParameterizedTest
        @Tag("N2")
        @ValueSource(longs = {0, Long.MIN_VALUE})
        void adjustmentsAreOfPointsThatCanBeAddedOrTaken(long points) {
            refused(
                    () -> of("points", points, "Goodwill", "agent-7"),
                    "points of an adjustment must be more or less than 0, but were " + points);
        }

        @Test
        void adjustmentsSayWhyAndWho() {
            refused(() -> of("", 5, "Goodwill", "agent-7"), "point currency must not be empty");
            refused(() -> of("points", 5, "", "agent-7"), "reason must not be empty");
            refused(
                    () -> of("points", 5, "x".repeat(501), "agent-7"),
                    "reason must have at most 500 characters, but had 501");
            refused(
                    () -> of("points", 5, "two\nlines", "agent-7"),
                    "reason must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+000A at index 3");
            refused(() -> of("points", 5, "Goodwill", ""), "actor must not be empty");
            refused(
                    () -> of("points", 5, "Goodwill", "laurel:engine"),
                    "actor must not begin with 'laurel:', which is kept for ids the engine derives");
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> of(null, 5, "Goodwill", "agent-7"),
                    () -> of("points", 5, null, "agent-7"),
                    () -> of("points", 5, "Goodwill", null))) {
                assertThatNullPointerException().isThrownBy(call);
            }
        }

        @Test
        @Tag("F2")
        void adjustmentsShowNoReasonWhichMayBePersonal() {
            assertThat(of("points", -5, "canary-reason", "canary-actor"))
                    .hasToString("Adjustment[e-1 of c-1 at 2026-03-01T10:00:00Z, -5 points]");
        }
    }

    @Nested
    @Tag("Q6")
    class TierGrants {
        @Test
        void tierGrantsKeepTheirEndToTheMicrosecond() {
            TierGrant grant = new TierGrant("e-1", "c-1", AT, "vib", AT.plusNanos(1_999));
            assertThat(grant.until()).isEqualTo(AT.plusNanos(1_000));
            assertThat(new TierGrant("e-1", "c-1", AT, "vib", Timestamps.MIN).until())
                    .isEqualTo(Timestamps.MIN);
        }

        @Test
        void tierGrantsNameATierAndAnEnd() {
            refused(() -> new TierGrant("e-1", "c-1", AT, "", AT), "tier must not be empty");
            refused(
                    () -> new TierGrant("e-1", "c-1", AT, "x".repeat(201), AT),
                    "tier must have at most 200 characters, but had 201");
            refused(() -> new TierGrant("e-1", "c-1", AT, "vib", TOO_LATE), "until must lie in the years 1 to 9999");
            assertThatNullPointerException().isThrownBy(() -> new TierGrant("e-1", "c-1", AT, null, AT));
            assertThatNullPointerException().isThrownBy(() -> new TierGrant("e-1", "c-1", AT, "vib", null));
        }

        @Test
        void tierGrantsShowTheirIds() {
            assertThat(new TierGrant("e-1", "c-1", AT, "vib", AT))
                    .hasToString("TierGrant[id=e-1, customer=c-1, occurredAt=2026-03-01T10:00:00Z, tier=vib,"
                            + " until=2026-03-01T10:00:00Z]");
        }
    }

    @Nested
    @Tag("X2")
    class Previews {
        @Test
        void previewsAreOfPurchasesRedemptionsAndClaims() {
            List<LoyaltyEvent> previews = List.of(
                    Purchase.preview("c-1", AT, BASKET),
                    Redemption.preview("c-1", AT, "cash-10", null),
                    Redemption.preview("c-1", AT, "cash-10", BASKET),
                    Redemption.preview("c-1", AT, "points", 1200L, BASKET),
                    Claim.preview("c-1", AT, "birthday", null),
                    Claim.preview("c-1", AT, "birthday", "points"));
            assertThat(previews).allSatisfy(preview -> {
                assertThat(preview.isPreview()).isTrue();
                assertThat(preview.id()).isEqualTo("laurel:preview");
            });
            assertThat(Redemption.preview("c-1", AT, "cash-10", BASKET))
                    .isEqualTo(new Redemption("laurel:preview", "c-1", AT, "cash-10", null, BASKET));
        }

        @Test
        void purchasesThatArePaidWithPointsOfAPreviewArePreviewsToo() {
            Payment payment = Payment.preview(BASKET.net());
            assertThat(payment.isWithPoints()).isTrue();
            assertThat(new Purchase("p-1", "c-1", AT, BASKET.paidBy(payment)).isPreview())
                    .isTrue();
            Payment real = Payment.withPoints(BASKET.net(), "r-1");
            assertThat(new Purchase("p-1", "c-1", AT, BASKET.paidBy(real)).isPreview())
                    .isFalse();
        }

        @Test
        void previewsAreCheckedAsTheEventIs() {
            refused(() -> Redemption.preview("", AT, "cash-10", null), "customer id must not be empty");
            refused(() -> Claim.preview("c-1", AT, "", "points"), "offer id must not be empty");
        }

        @Test
        void eventsOfOtherKindsThanPurchaseRedemptionAndClaimAreNoPreviews() {
            String message = "event id must not begin with 'laurel:', which is kept for ids the engine derives";
            refused(() -> Enrollment.of("laurel:preview", "c-1", AT), message);
            refused(() -> Opening.of("laurel:preview", "c-1", AT), message);
            refused(() -> ProfileChange.ofBirthday("laurel:preview", "c-1", AT, BIRTHDAY), message);
            refused(() -> new Adjustment("laurel:preview", "c-1", AT, "points", 5, "Goodwill", "agent-7"), message);
            refused(() -> new TierGrant("laurel:preview", "c-1", AT, "vib", AT), message);
            refused(() -> new Claim("laurel:previews", "c-1", AT, "birthday", null), message);
            assertThat(new TimePassed("c-1", AT).isPreview()).isFalse();
            assertThat(new Claim("e-1", "c-1", AT, "birthday", null).isPreview())
                    .isFalse();
        }
    }
}
