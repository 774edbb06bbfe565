package dev.laurel.engine;

import static dev.laurel.condition.Conditions.memberIsAtLeast;
import static dev.laurel.condition.Conditions.memberIsIn;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.condition.Conditions;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.customer.LeapDay;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G1")
@Tag("G2")
class ClaimsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier LOW = Tier.of("low");
    private static final Tier VIB = Tier.of("vib");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final PointCurrency STAMPS = PointCurrency.of("stamps");
    private static final Item LIPSTICK = new Item("lipstick");
    private static final Item MASCARA = new Item("mascara");

    private Shop shop;
    private int events;

    private static LoyaltyProgram.Builder declared(Offer... offers) {
        return program(Moment.after(Period.ofDays(30)))
                .points(STAMPS, PointTerms.expiring(Moment.never()))
                .ladders(Ladder.startingAt("status", LOW)
                        .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(usd("350")))
                        .then(ROUGE, SPEND.per(BoundedWindow.YEAR).reaches(usd("1000")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .offers(offers);
    }

    private static Offer gift(BirthdayOccasion occasion) {
        return Offer.of("birthday", occasion, LIPSTICK);
    }

    /** A program with an offer, and a customer with a birthday that is on file since the first of January. */
    private void open(Offer offer, String birthday) {
        shop = new Shop(declared(offer).build());
        born("2026-01-01", birthday);
    }

    private void open(Opening window, String birthday) {
        open(gift(BirthdayOccasion.onTheDay().open(window)), birthday);
    }

    private void born(String date, String birthday) {
        born(noon(date), birthday);
    }

    private void born(Instant at, String birthday) {
        shop.submit(ProfileChange.ofBirthday("b" + ++events, CUSTOMER, at, Birthday.parse(birthday)));
    }

    private Claim claimOf(Instant at, String choice) {
        return new Claim("c" + ++events, CUSTOMER, at, "birthday", choice);
    }

    @CanIgnoreReturnValue
    private Decision claim(String date) {
        return claim(noon(date));
    }

    @CanIgnoreReturnValue
    private Decision claim(Instant at) {
        return shop.submit(claimOf(at, null));
    }

    private void spend(Instant at, String net) {
        shop.submit(new Purchase("s" + ++events, CUSTOMER, at, Basket.ofTotal(usd(net))));
    }

    private Refusal refused(String date) {
        return refused(noon(date));
    }

    private Refusal refused(Instant at) {
        return shop.refused(claimOf(at, null));
    }

    private static void assertRefusal(Refusal refusal, String code, String message) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).isEqualTo(message);
    }

    @AfterEach
    void theAccountIsTheFoldOfItsEntries() {
        shop.verify();
    }

    @Nested
    class TheWindow {
        @Test
        void theBirthdayWindowIsTheMonthOfTheBirthday() {
            open(Opening.inItsMonth(), "--06-15");
            assertRefusal(
                    refused(startOf("2026-06-01").minusNanos(1_000)),
                    "NOT_OPEN",
                    "gift 'birthday' is not open on 2026-05-31; it is open in the month of the birthday");
            assertThat(shop.engine().offersFor(shop.account(), startOf("2026-06-01")))
                    .extracting(OpenOffer::until)
                    .containsExactly(startOf("2026-07-01"));
            assertThat(refused(startOf("2026-07-01"))).isInstanceOf(Refusal.NotOpen.class);
            assertThat(claim(startOf("2026-06-01")).entries()).isEmpty();
            claim(startOf("2027-07-01").minusNanos(1_000));
        }

        @Test
        void theBirthdayWindowIsTheDayInNewYork() {
            open(Opening.until(Moment.after(Period.ofDays(1))), "--06-15");
            assertThat(refused(startOf("2026-06-15").minusNanos(1_000))).isInstanceOf(Refusal.NotOpen.class);
            assertThat(refused(startOf("2026-06-16"))).isInstanceOf(Refusal.NotOpen.class);
            // The 16th in Greenwich already.
            claim(startOf("2026-06-16").minusNanos(1_000));
        }

        @Test
        void theBirthdayWindowIsADayOfTwentyThreeHoursAndOneOfTwentyFive() {
            open(Opening.until(Moment.after(Period.ofDays(1))), "--03-08");
            claim(Instant.parse("2026-03-09T03:59:59.999999Z"));
            assertThat(startOf("2026-03-09")).isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
            open(Opening.until(Moment.after(Period.ofDays(1))), "--11-01");
            Instant secondHalfPastOne = LocalDateTime.parse("2026-11-01T01:30:00")
                    .atZone(NEW_YORK)
                    .withLaterOffsetAtOverlap()
                    .toInstant();
            assertThat(refused(Instant.parse("2026-11-01T03:59:59.999999Z"))).isInstanceOf(Refusal.NotOpen.class);
            assertThat(refused(Instant.parse("2026-11-02T05:00:00Z"))).isInstanceOf(Refusal.NotOpen.class);
            claim(secondHalfPastOne);
        }

        @Test
        void theBirthdayWindowOfDaysFromTheBirthdayOnGoesOnIntoTheNewYear() {
            open(Opening.until(Moment.after(Period.ofDays(14))), "--12-25");
            assertThat(refused("2026-12-24")).isInstanceOf(Refusal.NotOpen.class);
            assertThat(refused("2027-01-08")).isInstanceOf(Refusal.NotOpen.class);
            assertThat(shop.engine().offersFor(shop.account(), noon("2027-01-07")))
                    .extracting(OpenOffer::until)
                    .containsExactly(startOf("2027-01-08"));
            // For the birthday of 2026, so that of 2027 can be claimed as well.
            claim("2027-01-07");
            assertThat(shop.account().claimed().get("birthday"))
                    .extracting(ClaimedBirthday::birthday)
                    .containsExactly(LocalDate.parse("2026-12-25"));
            claim("2027-12-25");
            assertThat(refused("2028-01-05")).isInstanceOf(Refusal.AlreadyClaimed.class);
        }

        @Test
        void theBirthdayWindowOfATierIsForItsMembersAndThoseAbove() {
            open(
                    gift(BirthdayOccasion.onTheDay()
                            .open(Opening.until(Moment.after(Period.ofDays(1))))
                            .from(VIB, Opening.until(Moment.after(Period.ofDays(7))))
                            .from(ROUGE, Opening.inItsMonth())),
                    "--06-15");
            assertThat(refused("2026-06-16")).isEqualTo(notOpen("2026-06-16", "for P1D from the birthday on"));
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-06-01"), "vib", noon("2027-06-20")));
            assertThat(refused("2026-06-22")).isEqualTo(notOpen("2026-06-22", "for P7D from the birthday on"));
            shop.submit(new TierGrant("g2", CUSTOMER, noon("2026-06-01"), "rouge", noon("2026-07-20")));
            claim("2026-06-30");
            assertThat(refused("2027-06-22")).isEqualTo(notOpen("2027-06-22", "for P1D from the birthday on"));
            claim("2027-06-16");
        }

        private Refusal notOpen(String date, String open) {
            return new Refusal.NotOpen("gift 'birthday'", LocalDate.parse(date), open);
        }

        @Test
        @Tag("T4")
        void theBirthdayWindowOfALeaplingIsInEveryYear() {
            open(Opening.until(Moment.after(Period.ofDays(1))), "--02-29");
            claim("2026-02-28");
            assertThat(refused("2028-02-28")).isInstanceOf(Refusal.NotOpen.class);
            claim("2028-02-29");
            shop = new Shop(declared(gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth())))
                    .leapDay(LeapDay.MARCH_1)
                    .build());
            born("2026-01-01", "--02-29");
            assertThat(refused("2026-02-28")).isInstanceOf(Refusal.NotOpen.class);
            claim("2026-03-31");
            claim("2028-02-01");
        }

        @Test
        @Tag("T3")
        void theBirthdayWindowIsHeldAgainstTheDateOfALateClaim() {
            open(Opening.until(Moment.after(Period.ofDays(1))), "--06-15");
            shop.spend("2026-07-01", "1");
            claim("2026-06-15");
            assertThat(shop.account().asOf()).isEqualTo(noon("2026-07-01"));
        }
    }

    @Nested
    class OncePerBirthday {
        @Test
        @Tag("E3")
        void aSecondClaimIsRefused() {
            open(Opening.inItsMonth(), "--06-15");
            claim("2026-06-01");
            assertThat(shop.engine().offersFor(shop.account(), noon("2026-06-02")))
                    .isEmpty();
            assertRefusal(
                    refused("2026-06-30"),
                    "ALREADY_CLAIMED",
                    "gift 'birthday' was claimed already; claimed birthdays lie at least 365 days apart");
            claim("2027-06-01");
        }

        @Test
        void anotherDateMakesNoSecondBirthday() {
            open(Opening.inItsMonth(), "--06-15");
            claim("2026-06-15");
            born("2026-07-01", "--07-20");
            assertThat(refused("2026-07-20")).isInstanceOf(Refusal.AlreadyClaimed.class);
            born("2026-07-21", "--06-14");
            assertThat(refused("2027-06-20")).isInstanceOf(Refusal.AlreadyClaimed.class);
            born("2027-06-21", "--06-15");
            claim("2027-06-21");
            born("2027-07-01", "--07-20");
            assertThat(refused("2027-07-20")).isInstanceOf(Refusal.AlreadyClaimed.class);
            claim("2028-07-20");
        }

        @Test
        void offersAreClaimedEachForItself() {
            shop = new Shop(declared(
                            gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth())),
                            Offer.of("cake", BirthdayOccasion.onTheDay().open(Opening.inItsMonth()), new Item("cake")))
                    .build());
            born("2026-01-01", "--06-15");
            claim("2026-06-15");
            shop.submit(new Claim("k", CUSTOMER, noon("2026-06-15"), "cake", null));
        }
    }

    @Nested
    class WithoutABirthday {
        @Test
        @Tag("E3")
        void nothingCanBeClaimedWithoutABirthday() {
            shop = new Shop(declared(gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth())))
                    .build());
            assertRefusal(
                    refused("2026-06-15"),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs a birthday on file, but found no birthday on file");
            assertThat(shop.account().isOpen()).isFalse();
            assertThat(shop.engine().offersFor(shop.account(), noon("2026-06-15")))
                    .isEmpty();
        }
    }

    @Nested
    class OnFileForADay {
        private final Offer offer =
                gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth()).knownFor(Period.ofDays(1)));

        private void open() {
            shop = new Shop(declared(offer).build());
        }

        @Test
        void theDayThatABirthdayMustBeOnFileCountsToTheInstant() {
            open();
            born("2026-06-15", "--06-15");
            assertRefusal(
                    refused(noon("2026-06-16").minusNanos(1_000)),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs a birthday on file for P1D, but found since 2026-06-15T16:00:00Z");
            claim("2026-06-16");
        }

        @Test
        void theDayThatABirthdayMustBeOnFileIsACivilDayWhereClocksChange() {
            open();
            born(startOf("2026-11-01"), "--11-15");
            assertThat(refused(startOf("2026-11-02").minusNanos(1_000))).isInstanceOf(Refusal.ConditionNotMet.class);
            claim(startOf("2026-11-02"));
        }

        @Test
        void theDayThatABirthdayMustBeOnFileDoesNotStartAgainWithTheSameDateOrWithOtherChanges() {
            open();
            born("2026-06-14", "--06-15");
            born("2026-06-15", "--06-15");
            shop.submit(ProfileChange.to(
                    "p",
                    new Customer(CUSTOMER, null, Map.of("newsletter", "yes"), Set.of("staff")),
                    noon("2026-06-15"),
                    ProfileChange.Field.ATTRIBUTES,
                    ProfileChange.Field.SEGMENTS));
            claim("2026-06-15");
        }

        @Test
        void theDayThatABirthdayMustBeOnFileStartsAgainWithAnotherDateAndBack() {
            open();
            born("2026-06-01", "--06-15");
            born("2026-06-14", "--06-16");
            born("2026-06-15", "--06-15");
            assertThat(refused(noon("2026-06-16").minusNanos(1_000))).isInstanceOf(Refusal.ConditionNotMet.class);
            claim("2026-06-16");
        }

        @Test
        @Tag("T3")
        void theDayThatABirthdayMustBeOnFileStartsWhenALateChangeCameAndNotWhenItHappened() {
            open();
            shop.spend("2026-06-15", "1");
            born("2026-06-01", "--06-15");
            assertThat(refused(noon("2026-06-16").minusNanos(1_000))).isInstanceOf(Refusal.ConditionNotMet.class);
            claim("2026-06-16");
        }

        @Test
        void theDayThatABirthdayMustBeOnFileStartsWithTheEnrollmentThatBringsTheDate() {
            open();
            shop.submit(new Enrollment(
                    "e",
                    noon("2026-06-14"),
                    new Customer(CUSTOMER, Birthday.parse("--06-15"), Map.of(), Set.of()),
                    null));
            claim("2026-06-15");
        }
    }

    @Nested
    @Tag("TV-107")
    class AfterAPurchase {
        @Test
        void aClaimNeedsAPurchaseThatWasMadeLongEnoughBefore() {
            open(
                    gift(BirthdayOccasion.onTheDay()
                            .open(Opening.inItsMonth())
                            .knownFor(Period.ofDays(7))
                            .purchasedFor(Period.ofDays(7))),
                    "--06-15");
            assertRefusal(
                    refused("2026-06-15"),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs a purchase made for P7D, but found none");
            // It opened on the first of June, so the first week after the purchase is not over then.
            spend(startOf("2026-05-25").plusNanos(1_000), "1");
            assertThat(refused("2026-06-15")).isInstanceOf(Refusal.ConditionNotMet.class);
            spend(startOf("2026-05-25"), "1");
            claim("2026-06-15");
        }

        @Test
        void aPurchaseAllowsAClaimEvenIfItEarnedNothing() {
            open(
                    gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth()).purchasedFor(Period.ofDays(1))),
                    "--06-15");
            assertRefusal(
                    refused("2026-06-15"),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs a purchase made for P1D, but found none");
            shop.spend("2026-05-30", "0.10");
            claim("2026-06-15");
        }

        @Test
        @Tag("T3")
        void aPurchaseThatCameLateAllowsAClaimByItsOwnDate() {
            open(
                    gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth()).purchasedFor(Period.ofDays(7))),
                    "--06-15");
            shop.spend("2026-06-10", "1");
            assertThat(refused("2026-06-10")).isInstanceOf(Refusal.ConditionNotMet.class);
            shop.spend("2026-05-20", "1");
            claim("2026-06-10");
        }
    }

    @Nested
    @Tag("TV-107")
    @Tag("G1")
    class AfterTheEnrollment {
        private static final CountSum PURCHASES =
                PurchaseCounter.purchases("earning-orders").per(Window.EVER);

        private final Offer drink = gift(BirthdayOccasion.onTheDay()
                        .open(Opening.until(Moment.after(Period.ofDays(7)))))
                .where(Conditions.enrolledFor(Period.ofDays(7)), PURCHASES.isAtLeast(1));

        private void enroll(Instant at) {
            shop = new Shop(declared(drink).build());
            shop.submit(new Enrollment(
                    "e", at, new Customer(CUSTOMER, Birthday.parse("--06-15"), Map.of(), Set.of()), null));
        }

        @Test
        void aMemberOfSevenDaysWithAPurchaseBeforeGetsIt() {
            enroll(startOf("2026-06-08"));
            spend(startOf("2026-06-15").minusNanos(1_000), "1");
            claim(startOf("2026-06-15"));
        }

        @Test
        void aMemberOfSixDaysGetsNothingThroughoutTheWeekOfTheBirthday() {
            enroll(startOf("2026-06-08").plusNanos(1_000));
            shop.spend("2026-06-10", "1");
            assertRefusal(
                    refused("2026-06-21"),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs an enrollment at least 7 days before, but found enrolled at"
                            + " 2026-06-08T04:00:00.000001Z");
        }

        @Test
        void aMemberWithoutAPurchaseBeforeItOpenedGetsNothing() {
            enroll(startOf("2026-06-01"));
            assertRefusal(
                    refused("2026-06-15"),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs at least 1 purchase in all (earning-orders), but found 0 purchases in all");
            spend(startOf("2026-06-15"), "1");
            assertThat(refused("2026-06-16")).isInstanceOf(Refusal.ConditionNotMet.class);
            shop.spend("2026-06-14", "1");
            claim("2026-06-16");
        }

        @Test
        void aPersonWhoIsNoMemberGetsNothing() {
            open(drink, "--06-15");
            shop.spend("2026-06-01", "1");
            assertRefusal(
                    refused("2026-06-15"),
                    "CONDITION_NOT_MET",
                    "gift 'birthday' needs an enrollment at least 7 days before, but found no enrollment");
        }

        @Test
        void aClaimInTheMonthOfABirthdayCountsTimesBackFromItsStart() {
            shop = new Shop(declared(gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth()))
                            .where(Conditions.enrolledFor(Period.ofDays(7)))
                            .where(PURCHASES.isAtLeast(1)))
                    .build());
            shop.submit(new Enrollment(
                    "e",
                    startOf("2026-05-25"),
                    new Customer(CUSTOMER, Birthday.parse("--06-15"), Map.of(), Set.of()),
                    null));
            shop.spend("2026-06-01", "1");
            assertThat(refused("2026-06-15")).isInstanceOf(Refusal.ConditionNotMet.class);
            shop.spend("2026-05-31", "1");
            claim("2026-06-15");
        }

        @Test
        void otherSumsAreAskedAtTheClaim() {
            shop = new Shop(declared(gift(BirthdayOccasion.onTheDay().open(Opening.inItsMonth()))
                            .where(PURCHASES.isAtLeast(2)))
                    .build());
            born("2026-01-01", "--06-15");
            shop.spend("2026-06-02", "1");
            assertThat(refused("2026-06-15")).isInstanceOf(Refusal.ConditionNotMet.class);
            shop.spend("2026-06-03", "1");
            claim("2026-06-15");
        }
    }

    @Nested
    @Tag("A2")
    class RulesSinceTheEnrollment {
        @Test
        void aRuleCountsBackFromItsEvent() {
            shop = new Shop(program()
                    .earn(EarnRule.earning("loyal", Amounts.fixed(10))
                            .where(Conditions.enrolledFor(Period.ofMonths(1))))
                    .build());
            shop.spend("2026-01-30", "1");
            shop.submit(Enrollment.of("e", Customer.of(CUSTOMER), noon("2026-01-31")));
            spend(noon("2026-02-28").minusNanos(1_000), "1");
            assertThat(shop.available()).isZero();
            shop.spend("2026-02-28", "1");
            assertThat(shop.available()).isEqualTo(10);
            assertThat(shop.spend("2026-02-01", "1").explanation().text())
                    .contains("loyal: not applied, since an enrollment at least 1 month before is required, but found"
                            + " enrolled at 2026-01-31T17:00:00Z");
        }
    }

    @Nested
    class TheChoice {
        private final Offer offer = Offer.of(
                        "birthday", BirthdayOccasion.onTheDay().open(Opening.inItsMonth()), LIPSTICK, MASCARA)
                .alsoFor(memberIsAtLeast(VIB), new Bonus(POINTS.points(250)))
                .alsoGiving(Choice.of(new Bonus(STAMPS.points(2))).where(memberIsIn("staff")));

        @Test
        @Tag("E3")
        void theChoiceOfAClaimMustBeOneOfThoseOfTheOffer() {
            open(offer, "--06-15");
            assertRefusal(
                    refused("2026-06-15"),
                    "INVALID",
                    "choice of gift 'birthday' must be lipstick or mascara or points or stamps, but was not given");
            assertRefusal(
                    shop.refused(claimOf(noon("2026-06-15"), "perfume")),
                    "INVALID",
                    "choice of gift 'birthday' must be lipstick or mascara or points or stamps, but was 'perfume'");
            shop.submit(claimOf(noon("2026-06-15"), "mascara"));
        }

        @Test
        @Tag("F2")
        void aChoiceOfAnOfferCanBeForSomeTiersOrSegmentsOnly() {
            open(offer, "--06-15");
            assertRefusal(
                    shop.refused(claimOf(noon("2026-06-15"), "points")),
                    "CONDITION_NOT_MET",
                    "choice 'points' of gift 'birthday' needs tier vib or above, but found tier low");
            assertRefusal(
                    shop.refused(claimOf(noon("2026-06-15"), "stamps")),
                    "CONDITION_NOT_MET",
                    "choice 'stamps' of gift 'birthday' needs in segment staff, but found not in the segment");
            assertThat(choices()).containsExactly("lipstick", "mascara");
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-06-01"), "rouge", noon("2026-07-01")));
            assertThat(choices()).containsExactly("lipstick", "mascara", "points");
            assertThat(brief(shop.submit(claimOf(noon("2026-06-15"), "points")).entries()))
                    .containsExactly("EARN 250 birthday");
        }

        private List<String> choices() {
            return shop.engine().offersFor(shop.account(), noon("2026-06-15")).stream()
                    .flatMap(open -> open.choices().stream())
                    .map(Choice::id)
                    .toList();
        }
    }

    @Nested
    class ABonus {
        @Test
        @Tag("L4")
        void aBonusOpensALotThatExpiresAsItsCurrencyDoes() {
            open(
                    Offer.of(
                            "birthday",
                            BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                            new Bonus(POINTS.points(50)),
                            new Bonus(STAMPS.points(3))),
                    "--06-15");
            LedgerEntry points =
                    shop.submit(claimOf(noon("2026-06-15"), "points")).entries().get(0);
            assertThat(points.source()).isEqualTo("birthday");
            assertThat(points.expires()).isEqualTo(noon("2026-07-15"));
            LedgerEntry stamps =
                    shop.submit(claimOf(noon("2027-06-15"), "stamps")).entries().get(1);
            assertThat(stamps.currency()).isEqualTo("stamps");
            assertThat(stamps.expires()).isNull();
            assertThat(shop.account().balance("stamps").earned()).isEqualTo(3);
        }

        @Test
        @Tag("T3")
        void aBonusOfALateClaimCountsAsEarnedAtItsDate() {
            open(
                    Offer.of(
                            "birthday",
                            BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                            new Bonus(POINTS.points(50))),
                    "--06-15");
            shop.spend("2026-07-15", "1");
            assertThat(brief(claim("2026-06-15").entries())).containsExactly("EARN 50 birthday", "EXPIRE -50");
        }

        @Test
        @Tag("Q1")
        void aBonusNeitherQualifiesNorIsAPurchase() {
            open(
                    Offer.of(
                            "birthday",
                            BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                            new Bonus(POINTS.points(5000))),
                    "--06-15");
            assertThat(claim("2026-06-15").tierChanges()).isEmpty();
            assertThat(shop.account().milestones().firstPurchase()).isNull();
        }
    }

    @Test
    @Tag("Q1")
    void anOfferIsOpenAsLongAsItIsWithoutTheTierThatItsPointsWouldReach() {
        Counter<CountSum> earned = MemberCounter.earned("earned", POINTS);
        shop = new Shop(program(Moment.never())
                .ladders(Ladder.startingAt("status", LOW)
                        .then(VIB, earned.per(BoundedWindow.YEAR).reaches(50)))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .offers(Offer.of(
                        "birthday",
                        BirthdayOccasion.onTheDay()
                                .open(Opening.inItsMonth())
                                .from(VIB, Opening.until(Moment.after(Period.ofDays(1)))),
                        new Bonus(POINTS.points(50))))
                .build());
        born("2026-01-01", "--06-15");
        assertThat(shop.engine().offersFor(shop.account(), noon("2026-06-20")))
                .extracting(OpenOffer::until)
                .containsExactly(startOf("2026-07-01"));
        assertThat(claim("2026-06-20").tierChanges()).hasSize(1);
    }

    @Test
    @Tag("E3")
    void aRefusedClaimGivesTheFirstReasonInTheOrderOfTheirCodes() {
        open(
                Offer.of(
                                "birthday",
                                BirthdayOccasion.onTheDay()
                                        .open(Opening.until(Moment.after(Period.ofDays(1))))
                                        .purchasedFor(Period.ofDays(1)),
                                LIPSTICK)
                        .where(memberIsIn("staff")),
                "--06-15");
        shop.spend("2026-05-30", "1");
        assertThat(shop.refused(claimOf(noon("2026-04-01"), "cake")).code()).isEqualTo("INVALID");
        assertThat(shop.refused(new Claim("c", CUSTOMER, noon("2026-04-01"), "cake", "x"))
                        .code())
                .isEqualTo("EVENT_TOO_LATE");
        Refusal unknown = shop.refused(new Claim("c", CUSTOMER, noon("2026-06-01"), "cake", "x"));
        assertRefusal(unknown, "UNKNOWN_GIFT", "the program has no gift 'cake'");
        assertThat(refused("2026-06-14").code()).isEqualTo("NOT_OPEN");
        assertRefusal(
                refused("2026-06-15"),
                "CONDITION_NOT_MET",
                "gift 'birthday' needs in segment staff, but found not in the segment");
        shop.submit(ProfileChange.ofSegments("p", CUSTOMER, noon("2026-06-01"), Set.of("staff")));
        claim("2026-06-15");
        shop.submit(ProfileChange.ofSegments("p2", CUSTOMER, noon("2026-06-15"), Set.of()));
        assertThat(refused("2026-06-15").code()).isEqualTo("ALREADY_CLAIMED");
    }

    @Test
    @Tag("F2")
    void nothingSaysWhenTheBirthdayIs() {
        open(Opening.until(Moment.after(Period.ofDays(1))), "--06-15");
        OpenOffer open =
                shop.engine().offersFor(shop.account(), noon("2026-06-15")).get(0);
        assertThat(open).hasToString("OpenOffer[birthday, lipstick]");
        assertThat(open.offer() + "").doesNotContain("06-1");
        String asked = "" + refused("2026-08-01").message() + shop.account()
                + shop.account().milestones() + shop.account().profile();
        assertThat(asked).doesNotContain("06-15", "JUNE", "2026-06");
        claim("2026-06-15");
        assertThat(refused("2026-06-15").message()).doesNotContain("06-15", "JUNE");
        assertThat(ProfileChange.ofBirthday("p", CUSTOMER, noon("2026-01-01"), Birthday.parse("--06-15")))
                .hasToString("ProfileChange[p of c1 at 2026-01-01T17:00:00Z]");
    }
}
