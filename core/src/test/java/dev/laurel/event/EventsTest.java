package dev.laurel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import java.time.Instant;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("E1")
class EventsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant FINER = AT.plusNanos(1_999);
    private static final Instant KEPT = AT.plusNanos(1_000);
    private static final Instant TOO_EARLY = Instant.parse("0000-12-31T23:59:59Z");
    private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Basket BASKET = Basket.ofTotal(Money.of(USD, 10));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static OpeningLot lot(String earned) {
        return new OpeningLot("points", 5, Instant.parse(earned), null);
    }

    /** A kind of event, made from its id, customer and instant. */
    enum Kind {
        OPENING {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return Opening.of(id, customer, at);
            }
        },
        ENROLLMENT {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return Enrollment.of(id, customer, at);
            }
        },
        PURCHASE {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return new Purchase(id, customer, at, BASKET);
            }
        },
        REDEMPTION {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return Redemption.of(id, customer, at, "cash-10");
            }
        },
        CLAIM {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return new Claim(id, customer, at, "birthday", null);
            }
        },
        PROFILE_CHANGE {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return ProfileChange.ofBirthday(id, customer, at, new Birthday(Month.JUNE, 15));
            }
        },
        ADJUSTMENT {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return new Adjustment(id, customer, at, "points", 5, "Goodwill", "agent-7");
            }
        },
        TIER_GRANT {
            @Override
            LoyaltyEvent of(String id, String customer, Instant at) {
                return new TierGrant(id, customer, at, "vib", AT);
            }
        };

        abstract LoyaltyEvent of(String id, String customer, Instant at);
    }

    static Stream<Kind> kinds() {
        return Stream.of(Kind.values());
    }

    @Nested
    class EveryKind {
        static Stream<Kind> kinds() {
            return EventsTest.kinds();
        }

        @ParameterizedTest
        @MethodSource("kinds")
        void anEventTellsItsIdItsCustomerAndItsTime(Kind kind) {
            LoyaltyEvent event = kind.of("e-1", "c-1", AT);
            assertThat(event.id()).isEqualTo("e-1");
            assertThat(event.customer()).isEqualTo("c-1");
            assertThat(event.occurredAt()).isEqualTo(AT);
            assertThat(event).isEqualTo(kind.of("e-1", "c-1", AT)).hasSameHashCodeAs(kind.of("e-1", "c-1", AT));
        }

        @ParameterizedTest
        @Tag("E2")
        @MethodSource("kinds")
        void anEventRefusesAMalformedId(Kind kind) {
            refused(() -> kind.of("", "c-1", AT), "event id must not be empty");
            refused(
                    () -> kind.of("x".repeat(201), "c-1", AT),
                    "event id must have at most 200 characters, but had 201");
            refused(
                    () -> kind.of("laurel:time", "c-1", AT),
                    "event id must not begin with 'laurel:', which is kept for ids the engine derives");
            refused(() -> kind.of("e-1", "", AT), "customer id must not be empty");
            refused(
                    () -> kind.of("e-1", "laurel:1", AT),
                    "customer id must not begin with 'laurel:', which is kept for ids the engine derives");
            refused(
                    () -> kind.of("e-1", "a\u202Eb", AT),
                    "customer id must not hold control, format, private-use, surrogate or unassigned characters"
                            + " of Unicode 15, but had U+202E at" + " index 1");
        }

        @ParameterizedTest
        @Tag("T1")
        @MethodSource("kinds")
        void anEventKeepsTimeToTheMicrosecondInTheYears1To9999(Kind kind) {
            assertThat(kind.of("e-1", "c-1", FINER).occurredAt()).isEqualTo(KEPT);
            refused(() -> kind.of("e-1", "c-1", TOO_EARLY), "occurredAt must lie in the years 1 to 9999");
            refused(() -> kind.of("e-1", "c-1", TOO_LATE), "occurredAt must lie in the years 1 to 9999");
        }

        @ParameterizedTest
        @Tag("F1")
        @MethodSource("kinds")
        void anEventRefusesNull(Kind kind) {
            assertThatNullPointerException().isThrownBy(() -> kind.of(null, "c-1", AT));
            assertThatNullPointerException().isThrownBy(() -> kind.of("e-1", null, AT));
            assertThatNullPointerException().isThrownBy(() -> kind.of("e-1", "c-1", null));
        }
    }

    @Nested
    class Openings {
        @Test
        void openingsBringLotsAndATier() {
            Opening opening = new Opening(
                    "e-1", "c-1", AT, List.of(lot("2026-03-01T10:00:00Z")), List.of(new BroughtTier("vib", FINER)));
            assertThat(opening.lots()).hasSize(1);
            assertThat(opening.tiers()).containsExactly(new BroughtTier("vib", KEPT));
            assertThat(Opening.of("e-1", "c-1", AT, lot("2025-01-01T00:00:00Z")).tiers())
                    .isEmpty();
        }

        @Test
        void openingsHaveNoLotOfTheFuture() {
            refused(
                    () -> Opening.of("e-1", "c-1", AT, lot("2025-01-01T00:00:00Z"), lot("2026-03-01T10:00:00.000001Z")),
                    "a lot must not be earned after the opening, but was at 2026-03-01T10:00:00.000001Z");
        }

        @Test
        void openingsBringTiersOneByOneEachWithItsEnd() {
            Opening opening = Opening.of("e-1", "c-1", AT).holding("vib", FINER).holding("member");
            assertThat(opening.tiers()).containsExactly(new BroughtTier("vib", KEPT), new BroughtTier("member", null));
            assertThatNullPointerException().isThrownBy(() -> new BroughtTier(null, AT));
            assertThat(new Opening(
                                    "e-1",
                                    "c-1",
                                    AT,
                                    List.of(),
                                    Collections.nCopies(100, opening.tiers().get(0)))
                            .tiers())
                    .hasSize(100);
            refused(
                    () -> new Opening(
                            "e-1",
                            "c-1",
                            AT,
                            List.of(),
                            Collections.nCopies(101, opening.tiers().get(0))),
                    "tiers of an opening must be at most 100, but were more");
            refused(
                    () -> new Opening("e-1", "c-1", AT, List.of(), List.of(new BroughtTier("vib", TOO_LATE))),
                    "until must lie in the years 1 to 9999");
            refused(
                    () -> new Opening("e-1", "c-1", AT, List.of(), List.of(new BroughtTier("", null))),
                    "tier id must not be empty");
        }

        @Test
        void openingsCopyTheirLots() {
            List<OpeningLot> lots = new ArrayList<>(List.of(lot("2025-01-01T00:00:00Z")));
            Opening opening = new Opening("e-1", "c-1", AT, lots, List.of());
            lots.clear();
            assertThat(opening.lots()).hasSize(1);
            assertThatThrownBy(() -> opening.lots().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatNullPointerException().isThrownBy(() -> new Opening("e-1", "c-1", AT, null, List.of()));
            assertThatNullPointerException().isThrownBy(() -> Opening.of("e-1", "c-1", AT, (OpeningLot) null));
        }
    }

    @Nested
    class OpeningLots {
        @Test
        void lotsOfAnOpeningKeepTheirDatesToTheMicrosecond() {
            OpeningLot lot = new OpeningLot("points", 1, FINER, FINER.plusSeconds(1));
            assertThat(lot.earned()).isEqualTo(KEPT);
            assertThat(lot.expires()).isEqualTo(KEPT.plusSeconds(1));
        }

        @Test
        void lotsOfAnOpeningHavePoints() {
            refused(() -> new OpeningLot("points", 0, AT, null), "points of a lot must be positive, but were 0");
            refused(
                    () -> new OpeningLot("points", Long.MIN_VALUE, AT, null),
                    "points of a lot must be positive, but were -9223372036854775808");
            assertThat(new OpeningLot("points", Long.MAX_VALUE, AT, null).points())
                    .isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void lotsOfAnOpeningExpireAfterTheyWereEarned() {
            String message = "a lot must expire after it was earned, at 2026-03-01T10:00:00Z, but expired at ";
            refused(() -> new OpeningLot("points", 1, AT, AT), message + "2026-03-01T10:00:00Z");
            refused(() -> new OpeningLot("points", 1, AT, AT.minusSeconds(1)), message + "2026-03-01T09:59:59Z");
            refused(() -> new OpeningLot("points", 1, AT, AT.plusNanos(999)), message + "2026-03-01T10:00:00Z");
        }

        @Test
        void lotsOfAnOpeningHaveACheckedCurrencyAndCheckedDates() {
            refused(() -> new OpeningLot("", 1, AT, null), "point currency must not be empty");
            refused(() -> new OpeningLot("points", 1, TOO_EARLY, null), "earned must lie in the years 1 to 9999");
            refused(() -> new OpeningLot("points", 1, AT, TOO_LATE), "expires must lie in the years 1 to 9999");
            assertThatNullPointerException().isThrownBy(() -> new OpeningLot(null, 1, AT, null));
            assertThatNullPointerException().isThrownBy(() -> new OpeningLot("points", 1, null, null));
        }
    }

    @Nested
    class Enrollments {
        @Test
        void enrollmentsAreShortForACustomerWhomNobodyBrought() {
            Customer customer = Customer.of("c-1").withBirthday(new Birthday(Month.JUNE, 15));
            assertThat(Enrollment.of("e-1", customer, AT)).isEqualTo(new Enrollment("e-1", AT, customer, null));
        }

        @Test
        void enrollmentsNameAReferrerWhoCouldBeOne() {
            assertThat(new Enrollment("e-1", AT, Customer.of("c-1"), "c-2").referrer())
                    .isEqualTo("c-2");
            refused(() -> new Enrollment("e-1", AT, Customer.of("c-1"), ""), "referrer must not be empty");
            refused(
                    () -> new Enrollment("e-1", AT, Customer.of("c-1"), "laurel:2"),
                    "referrer must not begin with 'laurel:', which is kept for ids the engine derives");
        }

        @Test
        void enrollmentsHaveAProfile() {
            assertThatNullPointerException().isThrownBy(() -> new Enrollment("e-1", AT, null, null));
        }

        @Test
        @Tag("F2")
        void enrollmentsShowNothingPersonal() {
            Customer profile = new Customer(
                    "c-1",
                    new Birthday(Month.JUNE, 15),
                    Map.of("canary-name", "canary-value"),
                    Set.of("canary-segment"));
            assertThat(new Enrollment("e-1", AT, profile, null))
                    .hasToString("Enrollment[id=e-1, occurredAt=2026-03-01T10:00:00Z, profile=Customer[c-1],"
                            + " referrer=null]");
        }
    }

    @Nested
    class Purchases {
        @Test
        void purchasesHaveALine() {
            Basket empty = new Basket(USD, List.of(), Money.zero(USD), List.of(), null);
            refused(() -> new Purchase("e-1", "c-1", AT, empty), "a purchase must have at least one line");
            assertThatNullPointerException().isThrownBy(() -> new Purchase("e-1", "c-1", AT, null));
        }

        @Test
        void purchasesCanBePreviewedUnderAnIdOfTheEngine() {
            Purchase preview = Purchase.preview("c-1", AT, BASKET);
            assertThat(preview.isPreview()).isTrue();
            assertThat(preview.id()).isEqualTo("laurel:preview");
            assertThat(new Purchase("e-1", "c-1", AT, BASKET).isPreview()).isFalse();
        }

        @Test
        @Tag("F2")
        void purchasesShowNothingPersonal() {
            Basket basket = Basket.of(
                    PurchaseLine.of("1", "canary-sku", Money.of(USD, 1)).withAttribute("canary-name", "canary-value"));
            assertThat(new Purchase("e-1", "c-1", AT, basket))
                    .hasToString("Purchase[e-1 of c-1 at 2026-03-01T10:00:00Z, Basket[1 lines in USD]]");
        }
    }

    @Nested
    class Redemptions {
        @Test
        void redemptionsNameARewardAndPerhapsPointsAndAnOrder() {
            assertThat(Redemption.of("e-1", "c-1", AT, "cash-10").points()).isNull();
            assertThat(new Redemption("e-1", "c-1", AT, "cash-10", 5L, BASKET).points())
                    .isEqualTo(5);
            refused(() -> Redemption.of("e-1", "c-1", AT, ""), "reward id must not be empty");
            refused(
                    () -> new Redemption("e-1", "c-1", AT, "cash-10", 0L, null),
                    "points of a redemption must be positive, but were 0");
            refused(
                    () -> new Redemption("e-1", "c-1", AT, "cash-10", -1L, null),
                    "points of a redemption must be positive, but were -1");
            assertThatNullPointerException().isThrownBy(() -> Redemption.of("e-1", "c-1", AT, null));
        }

        @Test
        @Tag("F2")
        void redemptionsShowOnlyTheSizeAndTheCurrencyOfTheOrder() {
            assertThat(new Redemption("e-1", "c-1", AT, "cash-10", null, BASKET).toString())
                    .isEqualTo("Redemption[id=e-1, customer=c-1, occurredAt=2026-03-01T10:00:00Z, reward=cash-10,"
                            + " points=null, basket=Basket[1 lines in USD]]");
        }
    }

    @Nested
    class Payments {
        @Test
        void paymentsAreOfNothingOrMore() {
            assertThat(Payment.of("card", Money.zero(USD)).amount()).isEqualTo(Money.zero(USD));
            assertThat(Payment.withPoints(Money.zero(USD), "r-1").isWithPoints())
                    .isTrue();
            refused(
                    () -> Payment.of("card", Money.of(USD, "-1")),
                    "amount of a payment must not be negative, but was USD -1.00");
        }

        @Test
        void paymentsNameTheirMethodAndPerhapsARedemption() {
            Money one = Money.of(USD, 1);
            assertThat(new Payment(Payment.POINTS, one, "r-1").redemption()).isEqualTo("r-1");
            refused(() -> Payment.of("", one), "payment method must not be empty");
            refused(
                    () -> Payment.of("x".repeat(81), one),
                    "payment method must have at most 80 characters, but had 81");
            refused(() -> new Payment("points", one, ""), "redemption of a payment must not be empty");
            refused(
                    () -> Payment.withPoints(one, "laurel:p"),
                    "redemption of a payment must not begin with 'laurel:', which is kept for ids the engine derives");
            assertThatNullPointerException().isThrownBy(() -> Payment.of(null, one));
            assertThatNullPointerException().isThrownBy(() -> Payment.of("card", null));
        }

        @Test
        @Tag("A6")
        void paymentsAreWithPointsExactlyIfTheyNameARedemptionOrAreForeign() {
            Money one = Money.of(USD, 1);
            assertThat(Payment.withPoints(one, "r-1")).isEqualTo(new Payment("points", one, "r-1"));
            assertThat(Payment.withPoints(one, "r-1").isWithPoints()).isTrue();
            assertThat(new Payment("credit", one, "r-1").isWithPoints()).isTrue();
            assertThat(Payment.of("card", one).isWithPoints()).isFalse();
            assertThat(Payment.withForeignPoints(one)).isEqualTo(new Payment("points", one, null, true));
            assertThat(Payment.withForeignPoints(one).isWithPoints()).isTrue();
            assertThat(new Payment("bank", one, null, true).isWithPoints()).isTrue();
            String message = "a payment with points must name the redemption it is of, or say that the points are of"
                    + " another program";
            refused(() -> Payment.of("points", one), message);
            refused(() -> Payment.withPoints(one, null), message);
            refused(
                    () -> new Payment("points", one, "r-1", true),
                    "a payment with points of another program must name no redemption of this one");
        }

        @Test
        @Tag("N1")
        void paymentsAreInTheCurrencyOfTheOrder() {
            assertThatThrownBy(() -> BASKET.paidBy(Payment.of("card", Money.of(Currency.getInstance("KWD"), 1))))
                    .isExactlyInstanceOf(CurrencyMismatchException.class)
                    .hasMessage("amounts of USD and KWD cannot be combined; convert one of them first");
        }
    }

    @Nested
    @Tag("D4")
    class PassagesOfTime {
        @Test
        void passagesOfTimeDeriveTheirIdFromTheInstantTheyKeep() {
            assertThat(new TimePassed("c-1", FINER).id()).isEqualTo("laurel:time:2026-03-01T10:00:00.000001Z");
            assertThat(TimePassed.causeAt(AT)).isEqualTo("laurel:time:2026-03-01T10:00:00Z");
            assertThat(new TimePassed("c-1", AT)).isEqualTo(new TimePassed("c-1", AT.plusNanos(999)));
        }

        @Test
        void passagesOfTimeHaveACheckedCustomerAndInstant() {
            refused(() -> new TimePassed("", AT), "customer id must not be empty");
            refused(() -> new TimePassed("c-1", TOO_LATE), "occurredAt must lie in the years 1 to 9999");
            assertThatNullPointerException().isThrownBy(() -> new TimePassed(null, AT));
            assertThatNullPointerException().isThrownBy(() -> new TimePassed("c-1", null));
        }
    }

    @Test
    void redemptionsAndClaimsAreShortWithoutWhatIsSeldomSaid() {
        assertThat(Redemption.of("e-1", "c-1", AT, "cash-10"))
                .isEqualTo(new Redemption("e-1", "c-1", AT, "cash-10", null, null));
        assertThat(Redemption.of("e-1", "c-1", AT, "cash-10", BASKET))
                .isEqualTo(new Redemption("e-1", "c-1", AT, "cash-10", null, BASKET));
        assertThat(Claim.of("e-1", "c-1", AT, "birthday")).isEqualTo(new Claim("e-1", "c-1", AT, "birthday", null));
    }
}
