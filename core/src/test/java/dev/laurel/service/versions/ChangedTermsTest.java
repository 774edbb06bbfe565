package dev.laurel.service.versions;

import static dev.laurel.service.versions.Editions.ADA;
import static dev.laurel.service.versions.Editions.BASE;
import static dev.laurel.service.versions.Editions.POINTS;
import static dev.laurel.service.versions.Editions.noon;
import static dev.laurel.service.versions.Editions.usd;
import static dev.laurel.service.versions.Editions.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Hold;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Return;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ProgramProblem;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.service.ChangedTermsException;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a shop changes of its terms from one version to the next, and what becomes of its members. */
@Tag("P2")
class ChangedTermsTest {
    private static final EarnRule TWICE = EarnRule.earning("base", Amounts.proportional(2, usd(1)));

    private static LoyaltyProgram.Builder with(String version, String date, Rule... rules) {
        return version(version, date).points(POINTS, Terms.never()).earn(rules);
    }

    /** What is applied in an explanation: rule and points. */
    private static List<String> applied(Editions shop, String purchase) {
        return shop.service().explain(ADA, purchase).orElseThrow().applied().stream()
                .map(outcome -> outcome.rule() + " " + outcome.points())
                .toList();
    }

    @Nested
    class OfRules {
        private final EarnRule extra = EarnRule.earning("extra", Amounts.fixed(5));
        private final Editions shop = Editions.of(with("1", "", BASE).build());

        @Test
        void aPurchaseIsJudgedByTheVersionOfItsDateAndStaysExplainedByIt() {
            shop.buy("p1", "2026-03-01", 100);
            shop.deploy(
                    with("1", "", BASE).build(),
                    with("2", "2026-04-01", TWICE, extra).build());
            shop.buy("p2", "2026-03-31", 10);
            shop.buy("p3", "2026-04-01", 10);
            assertThat(shop.entries())
                    .containsExactly(
                            "2026-03-01 v1 EARN 100",
                            "2026-03-31 v1 EARN 10",
                            "2026-04-01 v2 EARN 20",
                            "2026-04-01 v2 EARN 5");
            assertThat(applied(shop, "p1")).containsExactly("base 100");
            assertThat(applied(shop, "p3")).containsExactly("base 20", "extra 5");
            assertThat(shop.service().accountAt(ADA, noon("2026-03-31")).orElseThrow())
                    .satisfies(account -> {
                        assertThat(account.balance("points").available()).isEqualTo(110);
                        assertThat(account.versions())
                                .extracting(each -> each.version())
                                .containsExactly("1");
                    });
            assertThat(shop.account().versions())
                    .extracting(each -> each.version() + " " + each.since())
                    .containsExactly("1 0001-01-01T00:00:00Z", "2 2026-04-01T00:00:00Z");
        }

        @Test
        void aVersionWithTheSameTermsChangesNothing() {
            shop.buy("p1", "2026-03-01", 100);
            shop.deploy(
                    with("1", "", BASE).build(), with("2", "2026-04-01", BASE).build());
            shop.buy("p2", "2026-05-01", 100);
            assertThat(shop.entries()).containsExactly("2026-03-01 v1 EARN 100", "2026-05-01 v2 EARN 100");
            assertThat(applied(shop, "p1")).containsExactly("base 100");
        }

        @Test
        void aRuleThatIsRemovedOrRenamedStillExplainsWhatItGave() {
            EarnRule renamed = EarnRule.earning("per-dollar", Amounts.proportional(1, usd(1)));
            LoyaltyProgram first = with("1", "", BASE, extra).build();
            shop.deploy(first);
            Editions fresh = Editions.of(first);
            fresh.buy("p1", "2026-03-01", 100);
            fresh.deploy(first, with("2", "2026-04-01", renamed).build());
            fresh.buy("p2", "2026-04-02", 100);
            assertThat(applied(fresh, "p1")).containsExactly("base 100", "extra 5");
            assertThat(applied(fresh, "p2")).containsExactly("per-dollar 100");
            fresh.giveBack("r1", "2026-04-03", "p1");
            assertThat(fresh.account().balance("points").available()).isEqualTo(100);
        }

        @Test
        @Tag("T3")
        void aLateEventIsJudgedByTheVersionOfItsDateAndNamesIt() {
            LoyaltyProgram first = with("1", "", BASE).build();
            LoyaltyProgram second = with("2", "2026-04-01", TWICE, extra).build();
            shop.deploy(first, second);
            shop.buy("p1", "2026-04-02", 10);
            shop.buy("late", "2026-03-30", 10);
            assertThat(shop.entries())
                    .containsExactly("2026-04-02 v2 EARN 20", "2026-04-02 v2 EARN 5", "2026-04-02 v1 EARN 10");
            assertThat(applied(shop, "late")).containsExactly("base 10");
            assertThat(shop.service().journal(ADA))
                    .last()
                    .satisfies(late -> assertThat(late.versions()).containsExactly("1", "2"));
        }

        @Test
        @Tag("A5")
        void aCapThatBothVersionsHaveGoesOnOverTheBorder() {
            LoyaltyProgram first = with(
                            "1", "", BASE.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)))
                    .build();
            LoyaltyProgram second = with(
                            "2",
                            "2026-04-15",
                            TWICE.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.MONTH)))
                    .build();
            Editions fresh = Editions.of(first, second);
            fresh.buy("p1", "2026-04-10", 70);
            fresh.buy("p2", "2026-04-20", 70);
            fresh.buy("p3", "2026-05-01", 70);
            assertThat(fresh.entries())
                    .containsExactly("2026-04-10 v1 EARN 70", "2026-04-20 v2 EARN 30", "2026-05-01 v2 EARN 100");
        }

        @Test
        @Tag("A5")
        void whatACapThatIsGoneHasCountedIsForgottenOnceNoEventCanAskForIt() {
            Editions fresh = Editions.of(
                    with("1", "", BASE.capped(PointCap.of(POINTS.points(100)).per(BoundedWindow.DAY)))
                            .build(),
                    with("2", "2026-04-01", BASE).build());
            fresh.buy("p1", "2026-03-25", 70);
            fresh.buy("p2", "2026-04-02", 10);
            assertThat(fresh.account().counters()).hasSize(1);
            fresh.buy("late", "2026-03-25", 70);
            assertThat(fresh.entries()).endsWith("2026-04-02 v1 EARN 30");
            fresh.buy("p3", "2026-06-01", 10);
            assertThat(fresh.account().counters()).isEmpty();
        }

        @Test
        void aVersionThatIsDeployedLateChangesNobodysPast() {
            LoyaltyProgram first = with("1", "", BASE).build();
            LoyaltyProgram second = with("2", "2026-04-01", TWICE).build();
            shop.deploy(first);
            shop.buy("p1", "2026-04-10", 10);
            shop.deploy(first, second);
            shop.buy("late", "2026-04-05", 10);
            shop.buy("p2", "2026-04-11", 10);
            assertThat(shop.entries())
                    .containsExactly("2026-04-10 v1 EARN 10", "2026-04-10 v1 EARN 10", "2026-04-11 v2 EARN 20");
            assertThat(shop.account().versions().get(1).since()).isEqualTo(noon("2026-04-10"));
            assertThat(applied(shop, "p1")).containsExactly("base 10");
            assertThat(shop.service()
                            .accountAt(ADA, noon("2026-04-10"))
                            .orElseThrow()
                            .balance("points")
                            .available())
                    .isEqualTo(20);
        }
    }

    @Nested
    class OfOfferings {
        private final Reward mug = Reward.costing("mug", 50).capped(UseCap.of(1, BoundedWindow.YEAR));
        private final Offer gift = Offer.of(
                "birthday",
                BirthdayOccasion.onTheDay().open(BirthdayOccasion.Opening.inItsMonth()),
                new Bonus(POINTS.points(30)));
        private final LoyaltyProgram first =
                with("1", "", BASE).redeem(mug).offers(gift).build();
        private final LoyaltyProgram second = with("2", "2026-04-01", BASE)
                .retiringRewards("mug")
                .retiringOffers("birthday")
                .build();
        private final Editions shop = Editions.of(first, second);

        @Test
        void aHoldOfARewardThatIsRetiredIsCapturedAndReleasedAndGivesItsUseBack() {
            shop.buy("p1", "2026-03-01", 100);
            shop.submit(Hold.of("h1", ADA, noon("2026-03-20"), "mug", noon("2026-04-15")));
            assertThat(shop.refused(Redemption.of("x", ADA, noon("2026-03-21"), "mug")))
                    .isInstanceOf(Refusal.LimitReached.class);
            shop.submit(new Release("l1", ADA, noon("2026-04-02"), "h1"));
            assertThat(shop.account().balance("points").available()).isEqualTo(100);
            assertThat(shop.refused(Redemption.of("x", ADA, noon("2026-04-03"), "mug")))
                    .isEqualTo(new Refusal.UnknownReward("mug"));
            // By the date before the border it still is a reward, and its use was given back.
            shop.submit(Hold.of("h2", ADA, noon("2026-03-31"), "mug", noon("2026-04-15")));
            shop.submit(Capture.ofAll("k1", ADA, noon("2026-04-04"), "h2"));
            assertThat(shop.account().balance("points").redeemed()).isEqualTo(50);
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2026-04-05"), "k1"));
            assertThat(shop.account().balance("points").available()).isEqualTo(100);
        }

        @Test
        void aClaimOfAnOfferThatIsRetiredCanBeCancelled() {
            Customer born = Customer.of(ADA).withBirthday(Birthday.parse("--03-10"));
            shop.submit(Enrollment.of("e1", born, noon("2026-03-01")));
            shop.submit(new Claim("g1", ADA, noon("2026-03-05"), "birthday", "points"));
            assertThat(shop.refused(new Claim("g2", ADA, noon("2026-04-02"), "birthday", "points")))
                    .isEqualTo(new Refusal.UnknownGift("birthday"));
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2026-04-02"), "g1"));
            assertThat(shop.account().balance("points").available()).isZero();
        }
    }

    @Nested
    class OfReturns {
        @Test
        @Tag("V5")
        void whatWasBoughtWhileReturnsWereAcceptedForLongerCanBeReturned() {
            LoyaltyProgram first = with("1", "", BASE).build();
            LoyaltyProgram second = with("2", "2026-04-01", BASE)
                    .returnsWithin(Period.ofDays(14))
                    .build();
            Editions shop = Editions.of(first, second);
            shop.buy("old", "2026-03-31", 100);
            shop.buy("new", "2026-04-01", 100);
            assertThat(shop.refused(Return.ofAll("r1", ADA, noon("2026-04-16"), "new")))
                    .isEqualTo(new Refusal.UnknownPurchase("new"));
            shop.buy("much-later", "2027-03-01", 1);
            shop.giveBack("r2", "2027-03-30", "old");
            assertThat(shop.refused(Return.ofAll("r3", ADA, noon("2027-03-31"), "old")))
                    .isEqualTo(new Refusal.UnknownPurchase("old"));
            assertThat(shop.account().balance("points").available()).isEqualTo(101);
        }

        @Test
        @Tag("V4")
        void whatExpiredOfAPurchaseCountsForItsReturnThoughReturnsAreAcceptedForLessTimeByNow() {
            EarnRule brief = BASE.expiring(Moment.after(Period.ofDays(7)));
            Editions shop = Editions.of(
                    with("1", "", brief).build(),
                    with("2", "2026-04-01", BASE)
                            .returnsWithin(Period.ofDays(14))
                            .build());
            shop.buy("old", "2026-03-01", 100);
            shop.buy("new", "2026-04-02", 100);
            shop.buy("newer", "2026-08-01", 1);
            shop.giveBack("r1", "2026-08-02", "old");
            assertThat(shop.account().balance("points").available()).isEqualTo(101);
        }

        @Test
        @Tag("L8")
        void whatIsMissingCanBePaidByWhatComesBackAsLongAsAnyVersionAcceptedReturns() {
            PointTerms forgetting = Terms.never().forgettingWhatIsMissing();
            Reward mug = Reward.costing("mug", 40);
            Editions shop = Editions.of(
                    version("1", "")
                            .points(POINTS, forgetting)
                            .earn(BASE)
                            .redeem(mug)
                            .build(),
                    version("2", "2026-04-01")
                            .points(POINTS, forgetting)
                            .earn(BASE)
                            .redeem(mug)
                            .returnsWithin(Period.ofDays(14))
                            .build());
            shop.buy("p1", "2026-03-01", 40);
            shop.submit(Redemption.of("x1", ADA, noon("2026-03-02"), "mug"));
            shop.giveBack("r1", "2026-04-10", "p1");
            shop.buy("p2", "2026-09-01", 5);
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2026-09-02"), "x1"));
            assertThat(shop.account().balance("points").available()).isEqualTo(5);
        }
    }

    @Nested
    class OfCurrencies {
        private final PointCurrency stamps = PointCurrency.of("stamps");
        private final EarnRule stamp =
                EarnRule.earning("stamp", Amounts.fixed(1)).awarding(stamps);
        private final LoyaltyProgram first = with("1", "", BASE).build();
        private final LoyaltyProgram second = with("2", "2026-04-01", BASE, stamp)
                .points(stamps, Terms.after(Period.ofMonths(1)))
                .build();

        @Test
        void aCurrencyThatIsRolledBackLeavesItsAccountsUnknownAndLosesNothing() {
            Editions shop = Editions.of(first, second);
            shop.buy("p1", "2026-04-02", 10);
            shop.deploy(first);
            Purchase next = new Purchase("p2", ADA, noon("2026-04-03"), Basket.ofTotal(usd(10)));
            assertThat(shop.refused(next)).isEqualTo(new Refusal.UnknownVersion("2", List.of("1")));
            assertThatThrownBy(() -> shop.service().member(ADA, noon("2026-04-03")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("UNKNOWN_VERSION");
            assertThat(shop.service().verify(ADA))
                    .singleElement()
                    .asString()
                    .contains("event 'p1' cannot be evaluated again: the account was written by version '2'");
            // Another customer is served.
            assertThat(shop.service()
                            .submit(new Purchase("q1", "bob", noon("2026-04-03"), Basket.ofTotal(usd(10))))
                            .isAccepted())
                    .isTrue();
            shop.deploy(first, second);
            assertThat(shop.submit(next).isRepeat()).isFalse();
            assertThat(shop.account().balance("stamps").available()).isEqualTo(2);
        }

        @Test
        void aCurrencyThatIsRetiredGoesOnByItsDatesAndIsEarnedNoMore() {
            Reward drink = Reward.costing("drink", stamps.points(2));
            LoyaltyProgram third = with("3", "2026-05-01", BASE)
                    .retiring(stamps, Terms.after(Period.ofMonths(1)))
                    .redeem(drink)
                    .build();
            Editions shop = Editions.of(first, second, third);
            shop.buy("p1", "2026-04-10", 10);
            shop.buy("p2", "2026-04-20", 10);
            shop.buy("p3", "2026-05-02", 10);
            // It is late, and would have earned a stamp at its date.
            shop.buy("late", "2026-04-25", 10);
            assertThat(shop.account().balance("stamps").available()).isEqualTo(2);
            RuleOutcome.NotApplied none = shop.service()
                    .explain(ADA, "late")
                    .orElseThrow()
                    .notApplied()
                    .get(0);
            assertThat(none.rule() + ": " + none.found()).isEqualTo("stamp: stamps, which are retired");
            shop.submit(Redemption.of("x1", ADA, noon("2026-05-03"), "drink"));
            shop.submit(Cancellation.ofAll("y1", ADA, noon("2026-05-04"), "x1"));
            assertThat(shop.at("2026-05-12").balance("stamps").available()).isEqualTo(1);
            assertThat(shop.at("2026-05-21").balance("stamps").available()).isZero();
        }
    }

    @Nested
    class Together {
        private List<String> problems(LoyaltyProgram... versions) {
            return catchThrowableOfType(
                            InvalidProgramException.class, () -> LoyaltyEngine.ofVersions(List.of(versions)))
                    .problems()
                    .stream()
                    .map(ProgramProblem::toString)
                    .toList();
        }

        @Test
        void whatAVersionNoLongerHasMustBeRetiredByName() {
            LoyaltyProgram first = with("1", "", BASE)
                    .points(PointCurrency.of("stamps"), Terms.never())
                    .ladders(Terms.yearly(100))
                    .redeem(Reward.costing("mug", 50))
                    .build();
            assertThat(problems(first, with("2", "2026-04-01", BASE).build()))
                    .containsExactly(
                            "version '2', point currency 'stamps': is missing, but version '1' has it; retire it with its"
                                    + " terms",
                            "version '2', ladder 'status': is missing, but version '1' has it; retire it, and its members hold nothing",
                            "version '2', reward 'mug': is missing, but version '1' has it; retire it");
        }

        @Test
        void versionsAreOfOneProgramWithNamesAndDatesOfTheirOwn() {
            LoyaltyProgram first = with("1", "", BASE).build();
            assertThat(problems(first, with("1", "2026-04-01", BASE).build()))
                    .containsExactly("version '1': has a version that another one has; give each version its own");
            assertThat(problems(first, with("2", "", BASE).build()))
                    .containsExactly(
                            "version '2': does not say from when on it is in force, and neither does version '1';"
                                    + " give each version its own date with inForceFrom(…); only the first may have none");
            assertThat(problems(
                            first,
                            with("2", "2026-04-01", BASE).build(),
                            with("3", "2026-04-01", BASE).build()))
                    .containsExactly(
                            "version '3': is in force from 2026-04-01 on, as version '2' is; give each version its"
                                    + " own date with inForceFrom(…); only the first may have none");
            assertThat(LoyaltyEngine.ofVersions(List.of(
                                    with("3", "2026-05-01", BASE).build(),
                                    with("2", "2026-04-01", BASE).build(),
                                    first))
                            .programs())
                    .extracting(LoyaltyProgram::version)
                    .containsExactly("1", "2", "3");
            assertThatThrownBy(() -> LoyaltyEngine.ofVersions(List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there must be at least one version of a program");
        }
    }

    @Nested
    @Tag("P4")
    class KnownToAStore {
        private final Editions shop = Editions.of(with("1", "", BASE).build());

        @Test
        void aServiceWithOtherTermsUnderAKnownVersionDoesNotStartAndSaysWhatDiffers() {
            shop.buy("p1", "2026-03-01", 100);
            ChangedTermsException refused = catchThrowableOfType(
                    ChangedTermsException.class,
                    () -> shop.deploy(with("1", "", TWICE).build()));
            assertThat(refused.version()).isEqualTo("1");
            assertThat(refused.differences())
                    .containsExactly(
                            "- rule base: earns 1 point per USD 1.00, of everything, rounded down per purchase,"
                                    + " multipliers add up",
                            "+ rule base: earns 2 points per USD 1.00, of everything, rounded down per purchase,"
                                    + " multipliers add up");
            assertThat(refused).hasMessageContaining("version '1' of program 'shop' has written accounts");
        }

        @Test
        void aReasonInOtherWordsIsNoOtherTerm() {
            shop.buy("p1", "2026-03-01", 100);
            shop.deploy(with("1", "", BASE.because("One point per dollar")).build());
            shop.buy("p2", "2026-03-02", 100);
            assertThat(shop.account().balance("points").available()).isEqualTo(200);
        }

        @Test
        void aVersionThatHasNotWrittenYetMayStillChange() {
            LoyaltyProgram first = with("1", "", BASE).build();
            shop.deploy(first, with("2", "2026-04-01", BASE).build());
            shop.buy("p1", "2026-03-01", 100);
            shop.deploy(first, with("2", "2026-04-01", TWICE).build());
            shop.buy("p2", "2026-04-01", 100);
            assertThat(shop.account().balance("points").available()).isEqualTo(300);
            assertThat(shop.store.versions("shop"))
                    .extracting(each -> each.version() + " in layout " + each.layout())
                    .containsExactly("1 in layout 1", "2 in layout 1");
        }

        @Test
        void twoServicesCannotFirstWriteOneVersionWithTwoTerms() {
            LoyaltyProgram first = with("1", "", BASE).build();
            var one = shop.deploy(first, with("2", "2026-04-01", BASE).build());
            var other = shop.deploy(first, with("2", "2026-04-01", TWICE).build());
            assertThat(one.submit(new Purchase("p1", ADA, noon("2026-04-01"), Basket.ofTotal(usd(10))))
                            .isAccepted())
                    .isTrue();
            assertThatThrownBy(
                            () -> other.submit(new Purchase("q1", "bob", noon("2026-04-01"), Basket.ofTotal(usd(10)))))
                    .isInstanceOf(ChangedTermsException.class);
            assertThat(other.account("bob")).isEmpty();
        }

        @Test
        void twoServicesWithAnOldAndANewListServeWhatTheyKnow() {
            LoyaltyProgram first = with("1", "", BASE).build();
            var old = shop.deploy(first);
            var fresh = shop.deploy(first, with("2", "2026-04-01", TWICE).build());
            assertThat(old.submit(new Purchase("p1", ADA, noon("2026-04-02"), Basket.ofTotal(usd(10))))
                            .isAccepted())
                    .isTrue();
            assertThat(fresh.submit(new Purchase("p2", ADA, noon("2026-04-03"), Basket.ofTotal(usd(10))))
                            .isAccepted())
                    .isTrue();
            assertThat(old.submit(new Purchase("p3", ADA, noon("2026-04-04"), Basket.ofTotal(usd(10))))
                            .refusal())
                    .contains(new Refusal.UnknownVersion("2", List.of("1")));
            assertThat(fresh.verify(ADA)).isEmpty();
            assertThat(shop.entries()).containsExactly("2026-04-02 v1 EARN 10", "2026-04-03 v2 EARN 20");
        }

        @Test
        @Tag("D4")
        void accountsThatAnotherVersionWroteLastAreDueOnceTheNextIsInForce() {
            LoyaltyProgram first = with("1", "", BASE).build();
            shop.buy("p1", "2026-03-01", 100);
            var fresh = shop.deploy(first, with("2", "2026-04-01", TWICE).build());
            assertThat(fresh.advanceDue(noon("2026-03-31"), progress -> {}).written())
                    .isZero();
            assertThat(fresh.advanceDue(noon("2026-04-01"), progress -> {}).written())
                    .isEqualTo(1);
            assertThat(shop.account().versions()).hasSize(2);
            assertThat(fresh.advanceDue(noon("2026-04-02"), progress -> {}).looked())
                    .isZero();
            assertThat(fresh.verify(ADA)).isEmpty();
        }
    }
}
