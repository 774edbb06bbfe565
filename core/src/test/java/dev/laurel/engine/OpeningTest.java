package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.condition.Condition;
import dev.laurel.customer.Birthday;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotDating;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.LineProperties;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a customer brings over from another system. */
@Tag("E1")
class OpeningTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier LOW = Tier.of("low");
    private static final Tier MIDDLE = Tier.of("middle");
    private static final Tier HIGH = Tier.of("high");

    private final Shop shop = new Shop(program(Moment.after(Period.ofMonths(12)))
            .ladders(Ladder.startingAt("status", LOW)
                    .then(MIDDLE, SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
                    .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("200")))
                    .kept(Moment.endOf(BoundedWindow.YEAR))
                    .fallingToTheLowest())
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .build());

    private static OpeningLot lot(long points, String earned) {
        return new OpeningLot("points", points, noon(earned), null);
    }

    @CanIgnoreReturnValue
    private Decision bring(String tier, String spent, OpeningLot... lots) {
        Opening opening = Opening.of("o", CUSTOMER, noon("2026-06-01"), lots);
        Opening spending = spent == null
                ? opening
                : opening.counting(new OpeningSum("spend", noon("2026-06-01"), new BigDecimal(spent)));
        return shop.submit(tier == null ? spending : spending.holding(tier));
    }

    @Test
    @Tag("L4")
    void anOpeningKeepsItsLotsApartThoughTheirDatesAreTheSame() {
        List<LedgerEntry> entries =
                bring(null, null, lot(10, "2026-05-01"), lot(20, "2026-05-01")).entries();
        assertThat(Shop.uses(entries, EntryKind.OPEN)).containsExactly("1:10", "2:20");
    }

    @Test
    @Tag("L6")
    void anOpeningGivesLotsWithoutAnEndTheOneOfPointsEarnedThen() {
        LedgerEntry entry = bring(null, null, lot(10, "2026-05-01")).entries().get(0);
        assertThat(entry.earned()).isEqualTo(noon("2026-05-01"));
        assertThat(entry.available()).isEqualTo(noon("2026-06-01"));
        assertThat(entry.expires()).isEqualTo(noon("2027-05-01"));
    }

    @Test
    @Tag("L6")
    void anOpeningLetsPointsExpireAtOnceWhoseEndIsOver() {
        List<LedgerEntry> entries =
                bring(null, null, lot(10, "2025-05-01"), lot(20, "2026-05-01")).entries();
        assertThat(Shop.brief(entries)).containsExactly("OPEN 10", "OPEN 20", "EXPIRE -10");
        assertThat(shop.available()).isEqualTo(20);
    }

    @Test
    void anOpeningLiftsAboveTheTierThatIsBroughtIfTheSpendReachesMore() {
        bring("middle", "200");
        assertThat(shop.account().standing("status").orElseThrow())
                .isEqualTo(new TierStanding(HIGH, startOf("2027-01-01")));
    }

    @Test
    void anOpeningLeavesTheTierThatIsBroughtIfTheSpendReachesLess() {
        bring("high", "100");
        assertThat(shop.account().standing("status").orElseThrow())
                .isEqualTo(new TierStanding(HIGH, startOf("2027-01-01")));
    }

    @Test
    void anOpeningWithTheLowestTierIsAsWithNone() {
        bring("low", null);
        assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(LOW, null));
    }

    @Test
    @Tag("L6")
    void anOpeningWithoutATierFollowsTheTierThatIsHeldAllTheSame() {
        Tier starter = Tier.of("starter");
        LoyaltyProgram after = program(
                        PointTerms.expiring(Moment.after(Period.ofMonths(12))).suspendedFor(LOW))
                .ladders(Ladder.startingAt("status", starter)
                        .then(LOW, SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
                        .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("200")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build();
        LoyaltyEngine engine = LoyaltyEngine.of(after);
        Account made = engine.evaluate(
                        engine.newAccount(CUSTOMER),
                        new TierGrant("g", CUSTOMER, noon("2026-05-02"), LOW.id(), noon("2030-01-01")))
                .orThrow()
                .account();
        Decision decision = engine.evaluate(made, Opening.of("o", CUSTOMER, noon("2026-06-01"), lot(100, "2026-05-01")))
                .orThrow();
        assertThat(decision.entries().get(0).expires()).isEqualTo(noon("2027-05-01"));
        assertThat(decision.entries().get(0).dating()).isEqualTo(LotDating.SUSPENDED);
        assertThat(engine.nextChangeAt(decision.account())).hasValue(noon("2030-01-01"));
    }

    @Nested
    @Tag("E6")
    class AfterTheFirstEvents {
        @Test
        void anOpeningComesToWhatWasBoughtAlready() {
            shop.spend("2026-05-20", "60");
            bring(null, "50", lot(500, "2026-03-01"));
            assertThat(shop.available()).isEqualTo(560);
            // 60 here and 50 there are 110 in this year.
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(MIDDLE, startOf("2027-01-01")));
            shop.verify();
        }

        @Test
        void anOpeningThatIsImportedLaterIsJudgedByItsOwnDate() {
            shop.spend("2026-06-20", "60");
            Decision decision = bring(null, "50", lot(500, "2026-03-01"));
            assertThat(decision.account().asOf()).isEqualTo(noon("2026-06-20"));
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(MIDDLE, startOf("2027-01-01")));
        }

        @Test
        void anOpeningComesOnce() {
            bring(null, "50");
            assertThat(shop.refused(Opening.of("o2", CUSTOMER, noon("2026-06-02")))
                            .code())
                    .isEqualTo("NOT_ALLOWED");
        }

        @Test
        void anOpeningEarnsNothing() {
            Decision decision = bring("high", "6000", lot(500, "2026-03-01"));
            assertThat(decision.entries()).extracting(LedgerEntry::kind).containsOnly(EntryKind.OPEN);
            assertThat(decision.deliveries()).isEmpty();
        }
    }

    @Nested
    @Tag("E6")
    class Dates {
        private final Birthday birthday = Birthday.parse("--06-15");

        private Opening dated(OpeningDates dates) {
            return Opening.of("o", CUSTOMER, noon("2026-06-01")).dated(dates);
        }

        @Test
        void aCustomerWhoEnrolledThereIsEnrolled() {
            shop.submit(dated(OpeningDates.NONE.withEnrolled(noon("2020-02-01"))));
            assertThat(shop.account().milestones().enrolled()).isEqualTo(noon("2020-02-01"));
            assertThat(shop.refused(Enrollment.of("e", CUSTOMER, noon("2026-06-02"))))
                    .isEqualTo(new Refusal.AlreadyEnrolled(noon("2020-02-01")));
        }

        @Test
        void theEarlierOfTwoDatesCounts() {
            shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-05-20")));
            shop.spend("2026-05-21", "10");
            shop.submit(
                    dated(OpeningDates.NONE.withEnrolled(noon("2026-05-25")).withFirstPurchase(noon("2021-01-01"))));
            assertThat(shop.account().milestones().enrolled()).isEqualTo(noon("2026-05-20"));
            assertThat(shop.account().milestones().firstPurchase()).isEqualTo(noon("2021-01-01"));
        }

        @Test
        @Tag("G2")
        void aBirthdayIsOnFileSinceItWasThere() {
            shop.submit(dated(OpeningDates.NONE.withBirthday(birthday, noon("2024-01-01"))));
            assertThat(shop.account().profile().birthday()).isEqualTo(birthday);
            assertThat(shop.account().milestones().birthdayOnFile()).isEqualTo(noon("2024-01-01"));
        }

        @Test
        @Tag("G2")
        void aBirthdayOfWhichNothingMoreIsKnownIsOnFileFromTheOpeningOn() {
            shop.submit(dated(new OpeningDates(null, null, birthday, null)));
            assertThat(shop.account().milestones().birthdayOnFile()).isEqualTo(noon("2026-06-01"));
        }

        @Test
        @Tag("G2")
        void aBirthdayThatIsOnFileHereStays() {
            Birthday here = Birthday.parse("--07-01");
            shop.submit(ProfileChange.ofBirthday("b", CUSTOMER, noon("2026-05-20"), here));
            shop.submit(dated(OpeningDates.NONE.withBirthday(birthday, noon("2024-01-01"))));
            assertThat(shop.account().profile().birthday()).isEqualTo(here);
            assertThat(shop.account().milestones().birthdayOnFile()).isEqualTo(noon("2026-05-20"));
        }

        @Test
        @Tag("F2")
        void anOpeningShowsNothingThatIsPersonal() {
            Opening opening = dated(OpeningDates.NONE.withBirthday(birthday, noon("2024-01-01")));
            assertThat(opening).hasToString("Opening[o of c1 at 2026-06-01T16:00:00Z, 0 lots]");
            assertThat(opening.dates().toString()).isEqualTo("OpeningDates[]");
        }
    }

    @Nested
    @Tag("Q6")
    @Tag("TV-221")
    class TheTierThatIsBrought {
        private final Shop silver = new Shop(program(Moment.never())
                .ladders(Ladder.startingAt("status", Tier.of("green"))
                        .then(Tier.of("silver"), SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .then(Tier.of("gold"), SPEND.per(BoundedWindow.YEAR).reaches(usd("1000")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build());

        private TierStanding standing(String tier, String until) {
            return new TierStanding(Tier.of(tier), startOf(until));
        }

        @Test
        void whatIsBoughtAndReturnedLeavesTheTierThatWasBrought() {
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("silver", startOf("2027-12-31")));
            silver.submit(new Purchase("p", CUSTOMER, noon("2026-03-01"), Basket.ofTotal(usd("400"))));
            silver.submit(Return.ofAll("r", CUSTOMER, noon("2026-03-05"), "p"));
            assertThat(silver.account().standing("status").orElseThrow()).isEqualTo(standing("silver", "2027-12-31"));
            silver.advance(startOf("2027-12-31"));
            assertThat(silver.account().standing("status").orElseThrow().tier()).isEqualTo(Tier.of("green"));
        }

        @Test
        void whatIsEarnedBeneathItGoesOnWhenItEnds() {
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("gold", startOf("2026-07-01")));
            silver.spend("2026-03-01", "400");
            assertThat(silver.account().standing("status").orElseThrow()).isEqualTo(standing("gold", "2026-07-01"));
            silver.advance(startOf("2026-07-01"));
            assertThat(silver.account().standing("status").orElseThrow()).isEqualTo(standing("silver", "2027-01-01"));
        }

        @Test
        void aClerkCanEndTheTierThatWasBrought() {
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("gold", startOf("2099-07-01")));
            silver.submit(new TierGrant("g", CUSTOMER, noon("2026-02-02"), "gold", noon("2026-02-02")));
            assertThat(silver.account().standing("status").orElseThrow().tier()).isEqualTo(Tier.of("green"));
        }

        @Test
        void aTierThatIsBroughtShortensNoGrantThatWasMadeHere() {
            silver.submit(new TierGrant("g", CUSTOMER, noon("2026-01-02"), "gold", startOf("2027-12-31")));
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("gold", startOf("2026-07-01")));
            assertThat(silver.account().standing("status").orElseThrow()).isEqualTo(standing("gold", "2027-12-31"));
        }

        @Test
        void aTierThatIsBroughtAndOverEndsNoGrantThatWasMadeHere() {
            silver.submit(new TierGrant("g", CUSTOMER, noon("2026-01-02"), "gold", startOf("2027-12-31")));
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("gold", startOf("2026-01-15")));
            assertThat(silver.account().standing("status").orElseThrow()).isEqualTo(standing("gold", "2027-12-31"));
        }

        @Test
        void aTierThatIsBroughtLengthensAGrantThatWasMadeHere() {
            silver.submit(new TierGrant("g", CUSTOMER, noon("2026-01-02"), "gold", startOf("2026-03-01")));
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("gold", startOf("2026-07-01")));
            assertThat(silver.account().standing("status").orElseThrow()).isEqualTo(standing("gold", "2026-07-01"));
        }

        @Test
        void aTierThatIsOverAlreadyHasNoEffect() {
            silver.submit(Opening.of("o", CUSTOMER, noon("2026-02-01")).holding("gold", startOf("2026-01-01")));
            assertThat(silver.account().standings().get(0).grants()).isEmpty();
        }
    }

    @Nested
    @Tag("E6")
    @Tag("A10")
    class Sums {
        private final PurchaseCounter<CountSum> days = PurchaseCounter.purchaseDays("days");
        private final PurchaseCounter<CountSum> kinds = PurchaseCounter.distinct("kinds", LineProperties.category());
        private final PurchaseCounter<CountSum> kilos = PurchaseCounter.quantity("kilos");

        private final PurchaseCounter<MoneySum> spend = PurchaseCounter.spend("spend");
        private final MemberCounter<CountSum> earned = MemberCounter.earned("earned", Shop.POINTS);

        /** A hundred points for each purchase before which a condition holds. */
        private Shop asking(Condition... conditions) {
            return new Shop(program()
                    .earn(EarnRule.earning("bonus", Amounts.fixed(100)).where(conditions))
                    .build());
        }

        private OpeningSum sum(String counter, String at, String sum) {
            return new OpeningSum(counter, noon(at), new BigDecimal(sum));
        }

        private void brings(Shop to, OpeningSum... sums) {
            Decision decision =
                    to.submit(Opening.of("o", CUSTOMER, noon("2026-06-01")).counting(sums));
            assertThat(decision.entries()).isEmpty();
        }

        private long earns(Shop from, String date) {
            return from.spend(date, "1").earned("points");
        }

        @Test
        void aSumCountsInEveryWindowOfItsCounterByItsDate() {
            Shop shop = asking(
                    spend.per(BoundedWindow.YEAR).isAtLeast(usd("410")),
                    spend.per(BoundedWindow.MONTH).isLessThan(usd("410")),
                    spend.per(Window.overTheLast(Period.ofMonths(2))).isAtLeast(usd("400")),
                    spend.per(Window.EVER).isAtLeast(usd("910.50")));
            brings(
                    shop,
                    sum("spend", "2025-12-31", "500.5"),
                    sum("spend", "2026-04-20", "400.00"),
                    sum("spend", "2026-05-01", "10"));
            assertThat(earns(shop, "2026-06-19")).isEqualTo(100);
            assertThat(earns(shop, "2026-06-20")).isZero();
            assertThat(shop.account().counter("spend/year").toMap()).containsEntry(2026L, 412_000_000L);
            shop.verify();
        }

        @Test
        void aSumIsBroughtBesideWhatWasDoneHere() {
            Shop shop = asking(spend.per(BoundedWindow.YEAR).isAtLeast(usd("30")));
            shop.spend("2026-05-31", "10");
            brings(shop, sum("spend", "2026-05-01", "20"));
            assertThat(earns(shop, "2026-06-01")).isEqualTo(100);
        }

        @Test
        void aNumberOfDaysOrValuesIsBroughtBesideThoseCountedHere() {
            Shop shop = asking(
                    days.per(BoundedWindow.MONTH).isAtLeast(5),
                    kinds.per(BoundedWindow.YEAR).isAtLeast(4),
                    days.per(Window.overTheLast(Period.ofDays(40))).isAtLeast(5),
                    kinds.per(Window.overTheLast(Period.ofDays(40))).isAtLeast(3));
            brings(shop, sum("days", "2026-06-01", "4"), sum("kinds", "2026-06-01", "3"));
            assertThat(earns(shop, "2026-06-01")).isZero();
            shop.submit(new Purchase(
                    "p",
                    CUSTOMER,
                    noon("2026-06-02"),
                    Basket.of(PurchaseLine.of("1", "a", usd("1")).withCategories("tea"))));
            assertThat(earns(shop, "2026-06-02")).isEqualTo(100);
            assertThat(earns(shop, "2026-06-30")).isEqualTo(100);
            assertThat(earns(shop, "2026-07-01")).isZero();
            shop.verify();
        }

        @Test
        void itemsAreBroughtInPartsAndPointsAreNot() {
            Shop shop = asking(
                    kilos.per(Window.EVER).isAtLeast(3), earned.per(Window.EVER).isAtLeast(50));
            brings(shop, sum("kilos", "2026-01-01", "2.5"), sum("earned", "2026-01-01", "50"));
            assertThat(earns(shop, "2026-06-01")).isZero();
            assertThat(earns(shop, "2026-06-02")).isEqualTo(100);
            Shop refusing = asking(earned.per(Window.EVER).isAtLeast(50));
            Refusal refusal = refusing.refused(
                    Opening.of("o", CUSTOMER, noon("2026-06-01")).counting(sum("earned", "2026-01-01", "2.50")));
            assertThat(refusal)
                    .isEqualTo(new Refusal.Invalid("the sum of counter 'earned' must be a whole number, but was 2.5"));
        }

        @Test
        @Tag("T2")
        void aSumOutsideOfAWindowDoesNotCountInIt() {
            Shop shop = asking(
                    spend.per(new dev.laurel.time.Dates(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31")))
                            .isAtLeast(usd("10")));
            brings(shop, sum("spend", "2026-04-30", "10"));
            assertThat(earns(shop, "2026-06-01")).isZero();
            Shop member = asking(spend.per(Window.SINCE_ENROLLMENT).isAtLeast(usd("10")));
            member.submit(Opening.of("o", CUSTOMER, noon("2026-06-01"))
                    .dated(OpeningDates.NONE.withEnrolled(noon("2026-02-01")))
                    .counting(sum("spend", "2026-01-31", "90"), sum("spend", "2026-02-01", "9")));
            assertThat(earns(member, "2026-06-01")).isZero();
            assertThat(earns(member, "2026-06-02")).isEqualTo(100);
        }

        @Test
        void aSumFixesTheMembershipYearByTheEnrollmentThatIsBrought() {
            Shop shop = asking(spend.per(BoundedWindow.MEMBERSHIP_YEAR).isAtLeast(usd("10")));
            shop.submit(Opening.of("o", CUSTOMER, noon("2026-06-01"))
                    .dated(OpeningDates.NONE.withEnrolled(noon("2025-03-01")))
                    .counting(sum("spend", "2026-03-01", "10"), sum("spend", "2026-02-28", "90")));
            assertThat(earns(shop, "2027-02-28")).isEqualTo(100);
            assertThat(earns(shop, "2027-03-01")).isZero();
        }

        @Test
        @Tag("F1")
        void aSumOfACounterForWhichNothingAsksIsRefused() {
            Refusal refusal = asking(spend.per(Window.EVER).isAtLeast(usd("1")))
                    .refused(Opening.of("o", CUSTOMER, noon("2026-06-01")).counting(sum("visits", "2026-01-01", "1")));
            assertThat(refusal)
                    .isEqualTo(
                            new Refusal.Invalid("nothing in the program asks for counter 'visits'; it asks for spend"));
            assertThat(shop.refused(Opening.of("o", CUSTOMER, noon("2026-06-01"))
                                    .counting(sum("a", "2026-01-01", "1")))
                            .message())
                    .contains("nothing in the program asks for counter 'a'; it asks for spend");
        }

        @Test
        @Tag("N2")
        void aSumThatIsTooMuchWithWhatIsThereOverflows() {
            Shop shop = asking(spend.per(Window.EVER).isAtLeast(usd("1")));
            Refusal refusal = shop.refused(Opening.of("o", CUSTOMER, noon("2026-06-01"))
                    .counting(sum("spend", "2026-01-01", "9e12"), sum("spend", "2026-01-02", "0.000001")));
            assertThat(refusal.code()).isEqualTo("OVERFLOW");
        }

        @Test
        void sumsThatNoCounterCanHaveAreRefusedAtOnce() {
            assertThatThrownBy(() -> sum("spend", "2026-01-01", "-0.01"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the sum of counter 'spend' must not be negative, but was -0.01");
            assertThatThrownBy(() -> sum("spend", "2026-01-01", "0.0000001"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the sum of counter 'spend' must have at most 6 decimals, but was 0.0000001");
            for (String absurd : List.of("1e999999999", "1e-999999999", "9000000000000.000001", "1e60")) {
                assertThatThrownBy(() -> sum("spend", "2026-01-01", absurd))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("the sum of counter 'spend' must be at most 9000000000000.000000");
            }
            assertThatThrownBy(() ->
                            Opening.of("o", CUSTOMER, noon("2026-06-01")).counting(sum("spend", "2026-06-02", "1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the date of a sum must not be after the opening, at 2026-06-01T16:00:00Z, but was at"
                            + " 2026-06-02T16:00:00Z");
            assertThat(sum("spend", "2026-01-01", "410.00")).isEqualTo(sum("spend", "2026-01-01", "4.1e2"));
            assertThat(sum("spend", "2026-01-01", "0.00").sum()).isEqualTo(BigDecimal.ZERO);
        }
    }
}
