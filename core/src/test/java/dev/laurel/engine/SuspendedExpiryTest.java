package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Points that do not expire while a member is gold, which begins at 500 in a calendar year and lasts until its end. */
@Tag("L6")
class SuspendedExpiryTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier GREEN = Tier.of("green");
    private static final Tier GOLD = Tier.of("gold");
    private static final Period HALF_A_YEAR = Period.ofMonths(7);
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Moment DATED = Moment.startOf(BoundedWindow.MONTH, HALF_A_YEAR);

    private static Shop shop(PointTerms terms, EarnRule rule) {
        return new Shop(program(terms)
                .ladders(Ladder.startingAt("status", GREEN)
                        .then(GOLD, SPEND.per(BoundedWindow.YEAR).reaches(usd("500")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(rule)
                .redeem(Reward.costing("hundred", 100))
                .build());
    }

    private static Shop stars() {
        return shop(PointTerms.expiring(DATED).suspendedFor(GOLD), BASE);
    }

    private static Wallet wallet(Shop shop) {
        shop.verify();
        return shop.account().wallet("points").orElseThrow();
    }

    private static List<String> dates(Shop shop) {
        shop.verify();
        return shop.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.REDATE || entry.kind() == EntryKind.EARN)
                .map(entry -> entry.kind() + " " + entry.expires())
                .toList();
    }

    @Nested
    class WithoutTheTier {
        @Test
        @Tag("TV-91")
        void expiryWithoutTheTierThatSuspendsItIsByTheDateOfTheLot() {
            Shop shop = stars();
            shop.spend("2020-12-15", "100");
            assertThat(shop.entries().get(0).expires()).isEqualTo(startOf("2021-07-01"));
            shop.advance(startOf("2021-07-01").minusNanos(1_000));
            assertThat(shop.available()).isEqualTo(100);
            shop.advance(startOf("2021-07-01"));
            assertThat(shop.available()).isZero();
        }
    }

    @Nested
    class Entering {
        @Test
        void enteringASuspendingTierLetsNoDateCountButLeavesTheLotsTheirs() {
            Shop shop = stars();
            shop.spend("2026-01-05", "100");
            Decision decision = shop.spend("2026-02-05", "400");
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 400 base", "REDATE 0");
            assertThat(decision.entries().get(1).expires()).isNull();
            assertThat(decision.entries().get(1).cause()).isEqualTo("e2");
            shop.spend("2026-03-05", "10");
            assertThat(shop.entries().get(3).expires()).isEqualTo(startOf("2026-10-01"));
            assertThat(shop.entries().get(3).dating()).isEqualTo(LotDating.SUSPENDED);
            assertThat(wallet(shop).expiringNext()).isEmpty();
            assertThat(wallet(shop).lots())
                    .extracting(Lot::expires)
                    .containsExactly(startOf("2026-08-01"), startOf("2026-09-01"), startOf("2026-10-01"));
            assertThat(wallet(shop).lots()).allMatch(lot -> lot.dating() == LotDating.SUSPENDED && lot.end() == null);
            shop.advance(startOf("2026-12-31"));
            assertThat(shop.available()).isEqualTo(510);
        }

        @Test
        @Tag("D5")
        void enteringASuspendingTierComesTooLateForWhatIsDueAtThatInstant() {
            Shop shop = stars();
            shop.spend("2026-01-05", "100");
            Decision decision = shop.buy(startOf("2026-08-01"), Basket.ofTotal(usd("500")));
            assertThat(Shop.brief(decision.entries())).containsExactly("EXPIRE -100", "EARN 500 base", "REDATE 0");
        }

        @Test
        @Tag("Q6")
        void aGrantedTierSuspendsExpiryToo() {
            Shop shop = stars();
            shop.spend("2026-01-05", "100");
            Decision granted =
                    shop.submit(new TierGrant("g", CUSTOMER, noon("2026-02-05"), "gold", startOf("2026-09-15")));
            assertThat(Shop.brief(granted.entries())).containsExactly("REDATE 0");
            Decision fallen = shop.advance(startOf("2026-12-01"));
            assertThat(Shop.brief(fallen.entries())).containsExactly("REDATE 0");
            assertThat(fallen.entries().get(0).expires()).isEqualTo(startOf("2027-04-01"));
            assertThat(fallen.entries().get(0).effective()).isEqualTo(startOf("2026-09-15"));
        }

        @Test
        void enteringASuspendingTierWritesNothingWhereNothingWasEverEarned() {
            Shop shop = stars();
            assertThat(shop.submit(new TierGrant("g", CUSTOMER, noon("2026-02-05"), "gold", startOf("2026-09-15")))
                            .entries())
                    .isEmpty();
            assertThat(wallet(shop).isSuspended()).isTrue();
        }

        @Test
        @Tag("E1")
        void enteringASuspendingTierIsBeforeWhatIsBroughtAlong() {
            Shop shop = stars();
            shop.submit(new Opening(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    List.of(
                            new OpeningLot("points", 30, noon("2026-01-15"), null),
                            new OpeningLot("points", 20, noon("2025-01-01"), startOf("2026-07-01"))),
                    List.of(new BroughtTier("gold", startOf("2027-01-01")))));
            // A date of its own rules alone.
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(20, startOf("2026-07-01")));
            shop.advance(startOf("2026-12-01"));
            assertThat(shop.available()).isEqualTo(30);
            shop.advance(startOf("2027-01-01"));
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(30, startOf("2027-08-01")));
        }

        @Test
        @Tag("E1")
        void enteringASuspendingTierComesTooLateForWhatWasDueBeforeItWasBrought() {
            Shop shop = stars();
            Decision decision = shop.submit(new Opening(
                    "o",
                    CUSTOMER,
                    noon("2026-06-01"),
                    List.of(new OpeningLot("points", 30, noon("2025-01-01"), null)),
                    List.of(new BroughtTier("gold", startOf("2027-01-01")))));
            assertThat(Shop.brief(decision.entries())).containsExactly("OPEN 30", "EXPIRE -30");
            shop.verify();
        }
    }

    @Nested
    class Leaving {
        private final Shop shop = stars();

        Leaving() {
            shop.spend("2026-01-05", "500");
        }

        @Test
        void leavingASuspendingTierGivesTheLotsThenHeldOneDateFromTheFall() {
            shop.spend("2026-11-05", "20");
            Decision decision = shop.advance(startOf("2027-01-02"));
            LedgerEntry redated = decision.entries().get(0);
            assertThat(redated.kind()).isEqualTo(EntryKind.REDATE);
            assertThat(redated.effective()).isEqualTo(startOf("2027-01-01"));
            assertThat(redated.expires()).isEqualTo(startOf("2027-08-01"));
            assertThat(redated.cause()).isEqualTo("laurel:time:2027-01-01T05:00:00Z");
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(520, startOf("2027-08-01")));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2027-08-01"));
            // What is earned afterwards has a date of its own, and is spent after those.
            shop.spend("2027-02-05", "30");
            Redemption redemption = Redemption.of("x", CUSTOMER, noon("2027-02-06"), "hundred");
            assertThat(Shop.uses(shop.submit(redemption).entries(), EntryKind.REDEEM))
                    .containsExactly("1:100");
            shop.advance(startOf("2027-08-01"));
            assertThat(shop.available()).isEqualTo(30);
            shop.advance(startOf("2027-09-01"));
            assertThat(shop.available()).isZero();
            shop.verify();
        }

        @Test
        void leavingASuspendingTierSparesWhatIsDueAtThatVeryInstant() {
            // Earned in June 2026: due at 1 January 2027, were it not for the tier.
            shop.spend("2026-06-05", "20");
            Decision decision = shop.advance(startOf("2027-01-01"));
            assertThat(Shop.brief(decision.entries())).containsExactly("REDATE 0");
            assertThat(shop.available()).isEqualTo(520);
        }

        @Test
        void leavingASuspendingTierCanBeFollowedByEnteringItAgain() {
            shop.spend("2027-02-05", "500");
            shop.advance(startOf("2028-01-01"));
            assertThat(dates(shop))
                    .containsExactly(
                            "EARN 2026-08-01T04:00:00Z",
                            "REDATE null",
                            "REDATE 2027-08-01T04:00:00Z",
                            "EARN 2027-09-01T04:00:00Z",
                            "REDATE null",
                            "REDATE 2028-08-01T04:00:00Z");
            assertThat(shop.available()).isEqualTo(1_000);
        }

        @Test
        @Tag("Q5")
        void leavingASuspendingTierIsAtOnceWhereAReturnTakesIt() {
            Decision decision = shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-02-05"), "e1"));
            assertThat(Shop.brief(decision.entries())).containsExactly("CLAWBACK -500 base", "REDATE 0");
            assertThat(decision.entries().get(1).cause()).isEqualTo("r");
            // As if it had never been: what is not past its date keeps that.
            assertThat(decision.entries().get(1).expires()).isEqualTo(noon("2026-02-05"));
            shop.verify();
        }

        @Test
        @Tag("Q5")
        @Tag("TV-208")
        void leavingASuspendingTierByAReturnGivesLotsTheirOwnDates() {
            Shop green = stars();
            green.submit(Opening.of(
                    "o", CUSTOMER, noon("2026-01-10"), new OpeningLot("points", 1_000, noon("2025-12-15"), null)));
            green.spend("2026-06-30", "500");
            assertThat(wallet(green).isSuspended()).isTrue();
            green.advance(startOf("2026-07-01"));
            assertThat(green.available()).isEqualTo(1_500);
            Decision decision = green.submit(Return.ofAll("r", CUSTOMER, noon("2026-07-01"), "e1"));
            assertThat(Shop.brief(decision.entries()))
                    .containsExactly("CLAWBACK -500 base", "REDATE 0", "EXPIRE -1000");
            assertThat(green.account().standing("status").orElseThrow().tier()).isEqualTo(GREEN);
            assertThat(green.available()).isZero();
            green.verify();
        }

        @Test
        @Tag("Q5")
        void leavingASuspendingTierByAReturnSparesWhatIsNotPastItsDate() {
            shop.spend("2026-03-05", "20");
            Decision decision = shop.submit(Return.ofAll("r", CUSTOMER, noon("2026-09-05"), "e1"));
            assertThat(Shop.brief(decision.entries())).containsExactly("CLAWBACK -500 base", "REDATE 0");
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(20, startOf("2026-10-01")));
            shop.verify();
        }

        @Test
        @Tag("V4")
        void leavingASuspendingTierLeavesTheLotsThoseOfTheirPurchase() {
            shop.spend("2026-11-05", "20");
            shop.advance(startOf("2027-01-01"));
            Decision decision = shop.submit(Return.ofAll("r", CUSTOMER, noon("2027-01-02"), "e2"));
            assertThat(Shop.uses(decision.entries(), EntryKind.CLAWBACK)).containsExactly("2:20");
            shop.verify();
        }

        @Test
        @Tag("R3")
        void leavingASuspendingTierCountsForWhatComesBackToALotLater() {
            shop.submit(Redemption.of("x", CUSTOMER, noon("2026-02-06"), "hundred"));
            shop.advance(startOf("2027-01-01"));
            shop.submit(Cancellation.ofAll("y", CUSTOMER, noon("2027-01-02"), "x"));
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(500, startOf("2027-08-01")));
            shop.verify();
        }

        @Test
        @Tag("T3")
        void leavingASuspendingTierIsOverForWhatComesLate() {
            shop.advance(startOf("2027-01-01"));
            shop.submit(new Purchase("late", CUSTOMER, noon("2026-12-20"), Basket.ofTotal(usd("7"))));
            // By its own date, as in any tier.
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(7, startOf("2027-07-01")));
            assertThat(wallet(shop).expiringBy(startOf("2027-08-01"))).isEqualTo(507);
        }

        @Test
        void leavingASuspendingTierCanGiveAnotherPeriod() {
            Shop other = shop(
                    PointTerms.expiring(DATED).suspendedFor(GOLD).thenExpiring(Moment.after(Period.ofDays(10))), BASE);
            other.spend("2026-01-05", "500");
            other.spend("2026-11-05", "20");
            other.advance(startOf("2027-01-01"));
            assertThat(wallet(other).expiringNext()).contains(new Wallet.Expiring(500, startOf("2027-01-11")));
            // The later of the two dates, so what was earned in November has its own.
            other.advance(startOf("2027-01-11"));
            assertThat(wallet(other).expiringNext()).contains(new Wallet.Expiring(20, startOf("2027-06-01")));
        }
    }

    @Nested
    @Tag("L9")
    class Giving {
        private Shop gold(PointTerms terms) {
            Shop shop = new Shop(LoyaltyProgram.builder("shop", "1")
                    .zone(Shop.NEW_YORK)
                    .money(Shop.USD)
                    .points(POINTS, terms.transferable())
                    .ladders(Ladder.startingAt("status", GREEN)
                            .then(GOLD, SPEND.per(BoundedWindow.YEAR).reaches(usd("500")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest())
                    .earn(BASE)
                    .build());
            shop.spend("2026-01-05", "500");
            return shop;
        }

        private static Transfer on(String date) {
            return new Transfer("t", CUSTOMER, noon(date), "c2", "points", 100);
        }

        private TransferReceived given(PointTerms terms) {
            Shop shop = gold(terms);
            Decision decision = shop.submit(on("2026-06-15"));
            shop.verify();
            return (TransferReceived) decision.deliveries().get(0);
        }

        @Test
        void aTransferFromASuspendingTierGivesPointsTheDateThatTheirLotKeeps() {
            assertThat(given(PointTerms.expiring(DATED).suspendedFor(GOLD))
                            .lots()
                            .get(0)
                            .expires())
                    .isEqualTo(startOf("2026-08-01"));
        }

        @Test
        void aTransferFromASuspendingTierGivesPointsTheDateOfTheTimerThatWouldRun() {
            TransferReceived received = given(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(6))).suspendedFor(GOLD));
            assertThat(received.lots().get(0).expires()).isEqualTo(noon("2026-07-05"));
        }

        @Test
        void aTransferFromASuspendingTierIsOfPointsThatAreNotPastTheDateWithWhichTheyLeave() {
            Refusal.ConditionNotMet refusal = new Refusal.ConditionNotMet(
                    "the transfer",
                    "points are not past the date with which they leave",
                    "0 points",
                    "100 points that are not past the date with which they leave");
            assertThat(gold(PointTerms.expiring(DATED).suspendedFor(GOLD)).refused(on("2026-08-15")))
                    .isEqualTo(refusal);
            assertThat(gold(PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3)))
                                    .suspendedFor(GOLD))
                            .refused(on("2026-06-15")))
                    .isEqualTo(refusal);
        }
    }

    @Nested
    @Tag("L4")
    class Pending {
        @Test
        void pendingPointsAreSuspendedAndGetDatesLikeOthers() {
            Shop shop = shop(
                    PointTerms.expiring(DATED).suspendedFor(GOLD), BASE.availableFrom(Moment.after(Period.ofDays(60))));
            shop.spend("2026-12-05", "500");
            shop.advance(startOf("2027-01-01"));
            assertThat(wallet(shop).expiringNext()).contains(new Wallet.Expiring(500, startOf("2027-08-01")));
            assertThat(shop.account().balance("points").pending()).isEqualTo(500);
            shop.advance(noon("2027-02-03"));
            assertThat(shop.available()).isEqualTo(500);
            shop.verify();
        }

        @Test
        void pendingPointsCanExpireSoLongAfterTheyBecameAvailable() {
            Shop shop = shop(
                    PointTerms.expiring(Expiry.usableFor(Period.ofMonths(1))),
                    BASE.availableFrom(Moment.after(Period.ofDays(14))));
            shop.spend("2026-01-05", "10");
            assertThat(shop.entries().get(0).available()).isEqualTo(noon("2026-01-19"));
            assertThat(shop.entries().get(0).expires()).isEqualTo(noon("2026-02-19"));
            shop.spend("2026-02-01", "1");
            shop.spend("2026-01-06", "10");
            // A late one counts from when it would have become available.
            assertThat(shop.entries().get(2).available()).isEqualTo(noon("2026-02-01"));
            assertThat(shop.entries().get(2).expires()).isEqualTo(noon("2026-02-20"));
            shop.verify();
        }
    }

    @Test
    @Tag("L5")
    void aSuspensionLeavesAwardsOfOnePurchaseInOneLot() {
        Shop shop = new Shop(program(PointTerms.expiring(DATED).suspendedFor(GOLD))
                .ladders(Ladder.startingAt("status", GREEN)
                        .then(GOLD, SPEND.per(BoundedWindow.YEAR).reaches(usd("500")))
                        .kept(Moment.endOf(BoundedWindow.YEAR))
                        .fallingToTheLowest())
                .earn(BASE, EarnRule.earning("more", Amounts.fixed(3)))
                .build());
        shop.spend("2026-01-05", "500");
        assertThat(Shop.uses(shop.spend("2026-01-06", "10").entries(), EntryKind.EARN))
                .containsExactly("2:10", "2:3");
        shop.verify();
    }

    @Nested
    class Inactivity {
        private final Shop shop =
                shop(PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3))).suspendedFor(GOLD), BASE);

        Inactivity() {
            shop.spend("2026-01-05", "500");
        }

        @Test
        void inactivityNeverEndsPointsWhileASuspendingTierIsHeldAndHasItsTimeFromTheFall() {
            assertThat(wallet(shop).isSuspended()).isTrue();
            assertThat(wallet(shop).expiringBy(startOf("2030-01-01"))).isZero();
            assertThat(shop.advance(startOf("2027-01-01")).entries()).isEmpty();
            assertThat(wallet(shop).runsOut()).isEqualTo(startOf("2027-04-01"));
            assertThat(Shop.brief(shop.advance(startOf("2027-04-01")).entries()))
                    .containsExactly("EXPIRE -500");
            shop.verify();
        }

        @Test
        void inactivityHasNoLessTimeAfterASuspensionThanTheLastActivityGives() {
            Shop brief = shop(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3)))
                            .suspendedFor(GOLD)
                            .thenExpiring(Moment.after(Period.ofDays(10))),
                    BASE);
            brief.spend("2026-01-05", "500");
            brief.spend("2026-12-30", "5");
            brief.advance(startOf("2027-01-01"));
            assertThat(wallet(brief).runsOut()).isEqualTo(noon("2027-03-30"));
        }

        @Test
        void aSuspensionOfInactivityLeavesADatedLotItsDate() {
            Shop other = shop(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3))).suspendedFor(GOLD), BASE);
            other.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-01-01"),
                    new OpeningLot("points", 30, noon("2025-12-01"), noon("2026-02-01"))));
            Decision decision = other.spend("2026-01-05", "500");
            assertThat(Shop.brief(decision.entries())).containsExactly("EARN 500 base");
            assertThat(wallet(other).expiringNext()).contains(new Wallet.Expiring(30, noon("2026-02-01")));
            other.advance(startOf("2027-01-01"));
            assertThat(other.account().balance("points").expired()).isEqualTo(30);
            assertThat(wallet(other).expiringNext()).contains(new Wallet.Expiring(500, startOf("2027-04-01")));
        }

        @Test
        void aSuspensionOfInactivityLeavesAnEmptyDatedLotItsDateWhereNoOtherLotHasOne() {
            Shop other = shop(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofYears(5))).suspendedFor(GOLD), BASE);
            other.submit(Opening.of(
                    "o",
                    CUSTOMER,
                    noon("2026-01-01"),
                    new OpeningLot("points", 100, noon("2025-12-01"), noon("2026-06-01"))));
            other.submit(Redemption.of("x", CUSTOMER, noon("2026-01-02"), "hundred"));
            other.submit(new TierGrant("g", CUSTOMER, noon("2026-03-01"), "gold", startOf("2030-01-01")));
            other.submit(Cancellation.ofAll("y", CUSTOMER, noon("2026-04-01"), "x"));
            assertThat(Shop.brief(other.advance(noon("2026-06-01")).entries())).containsExactly("EXPIRE -100");
        }

        @Test
        void aSuspensionOfInactivityWritesNothingWhereNoLotCanHaveADate() {
            Shop plain = shop(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3))).suspendedFor(GOLD), BASE);
            assertThat(Shop.brief(plain.spend("2026-01-05", "500").entries())).containsExactly("EARN 500 base");
        }

        @Test
        void theTimerOfInactivityStartsWithTheFirstCreditDuringASuspensionToo() {
            Shop granted = shop(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(3))).suspendedFor(GOLD), BASE);
            granted.submit(new TierGrant("g", CUSTOMER, noon("2026-02-05"), "gold", startOf("2026-09-15")));
            granted.submit(new Adjustment("j", CUSTOMER, noon("2026-02-06"), POINTS.id(), 50, "goodwill", "agent-1"));
            Instant fall = startOf("2026-09-15");
            granted.advance(fall);
            assertThat(wallet(granted).runsOut()).isEqualTo(startOf("2026-12-15"));
            assertThat(granted.available()).isEqualTo(50);
        }
    }

    @Nested
    class OnATimer {
        @Test
        void leavingTheTierStartsNoTimerForPendingPointsThatHaveADateOfTheirOwn() {
            Shop shop = shop(
                    PointTerms.expiring(Expiry.inactiveFor(Period.ofDays(24))).suspendedFor(GOLD), BASE);
            shop.submit(new Adjustment("j", CUSTOMER, noon("2026-01-05"), "points", 10, "goodwill", "agent")
                    .availableFrom(noon("2026-02-09"))
                    .expiring(noon("2026-05-25")));
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-01-06"), "gold", noon("2026-01-07")));
            shop.advance(noon("2026-01-09"));
            assertThat(wallet(shop).runsOut()).isNull();
            shop.advance(noon("2026-05-24"));
            assertThat(shop.available()).isEqualTo(10);
        }
    }

    @Nested
    class OfTermsThatDidNotSuspend {
        private static final Tier STARTER = Tier.of("starter");

        private LoyaltyEngine engine(PointTerms terms, Ladder ladder) {
            return LoyaltyEngine.of(program(terms)
                    .ladders(ladder.kept(Moment.endOf(BoundedWindow.YEAR)).fallingToTheLowest())
                    .earn(BASE)
                    .build());
        }

        @Test
        void whatHappensByItselfFollowsATierForWhichExpiryWasNotSuspendedBefore() {
            Ladder steps = Ladder.startingAt("status", STARTER)
                    .then(GREEN, SPEND.per(BoundedWindow.YEAR).reaches(usd("50")));
            LoyaltyEngine before = engine(PointTerms.expiring(Moment.after(Period.ofDays(30))), steps);
            LoyaltyEngine after =
                    engine(PointTerms.expiring(Moment.after(Period.ofDays(30))).suspendedFor(GREEN), steps);
            Account account = before.newAccount(CUSTOMER);
            for (String date : List.of("2026-01-01", "2026-01-10", "2026-01-20")) {
                Purchase purchase = new Purchase(date, CUSTOMER, noon(date), Basket.ofTotal(usd("100")));
                account = before.evaluate(account, purchase).orThrow().account();
            }
            Account advanced = after.advance(account, startOf("2026-03-01")).account();
            assertThat(advanced.balance("points").available()).isEqualTo(200);
            assertThat(advanced.wallet("points").orElseThrow().suspendedSince()).isEqualTo(noon("2026-01-31"));
        }

        @Test
        void whatIsHeldIsJudgedByTheOrderOfTheLadderInForce() {
            MoneySum spend = SPEND.per(BoundedWindow.YEAR);
            Ladder starter = Ladder.startingAt("status", STARTER);
            LoyaltyEngine before = engine(
                    PointTerms.expiring(Moment.never()),
                    starter.then(GREEN, spend.reaches(usd("50"))).then(GOLD, spend.reaches(usd("900"))));
            LoyaltyEngine after = engine(
                    PointTerms.expiring(Moment.never()),
                    starter.then(GOLD, spend.reaches(usd("40"))).then(GREEN, spend.reaches(usd("50"))));
            Account account = before.newAccount(CUSTOMER);
            Purchase first = new Purchase("p-1", CUSTOMER, noon("2026-01-05"), Basket.ofTotal(usd("60")));
            account = before.evaluate(account, first).orThrow().account();
            TierGrant grant = new TierGrant("g", CUSTOMER, noon("2026-01-06"), "gold", startOf("2026-12-01"));
            account = before.evaluate(account, grant).orThrow().account();
            assertThat(account.standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(GOLD, startOf("2026-12-01")));
            Purchase second = new Purchase("p-2", CUSTOMER, noon("2026-01-07"), Basket.ofTotal(usd("1")));
            Decision decision = after.evaluate(account, second).orThrow();
            assertThat(decision.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(GREEN, startOf("2027-01-01")));
            assertThat(decision.tierChanges()).hasSize(1);
        }

        /** A clerk's grant that is over already ends the earlier one of the same tier. */
        @Test
        @Tag("Q6")
        @Tag("L6")
        void whatAGrantSuspendedIsGoneWhenAClerkEndsItAfterItsDate() {
            Moment march = Moment.endOf(new Dates(null, LocalDate.parse("2026-03-31")));
            Shop shop = shop(PointTerms.expiring(march).suspendedFor(GOLD), BASE);
            shop.submit(new TierGrant("g1", CUSTOMER, noon("2026-01-06"), "gold", startOf("2027-01-01")));
            shop.spend("2026-05-01", "100");
            assertThat(shop.available()).isEqualTo(100);
            Decision ended = shop.submit(new TierGrant("g2", CUSTOMER, noon("2026-06-01"), "gold", noon("2026-06-01")));
            assertThat(shop.available()).isZero();
            assertThat(Shop.brief(ended.entries())).last().asString().startsWith("EXPIRE");
            shop.verify();
        }
    }
}
