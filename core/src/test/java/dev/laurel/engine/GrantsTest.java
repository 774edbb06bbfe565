package dev.laurel.engine;

import static dev.laurel.condition.Conditions.memberIs;
import static dev.laurel.condition.Conditions.memberIsAtLeast;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.TierChange;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.Goal;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.SumGoal;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("Q6")
class GrantsTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Tier L0 = Tier.of("l0");
    private static final Tier L1 = Tier.of("l1");
    private static final Tier L2 = Tier.of("l2");
    private static final Ladder LADDER = Ladder.startingAt("status", L0)
            .then(L1, SPEND.per(BoundedWindow.YEAR).reaches(usd("20")))
            .then(L2, SPEND.per(BoundedWindow.YEAR).reaches(usd("30")))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();
    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final LoyaltyProgram PROGRAM = program()
            .ladders(LADDER)
            .earn(BASE, Multiplier.of("l2-rate", BASE, Ratio.of(2)).where(memberIs(L2)))
            .benefits(Benefit.of("free-shipping").where(memberIsAtLeast(L1)))
            .build();

    private static final TierStanding GROUND = new TierStanding(L0, null);

    private final Shop shop = new Shop(PROGRAM);
    private int grants;

    @CanIgnoreReturnValue
    private Decision grant(String date, Tier tier, Instant until) {
        return shop.submit(new TierGrant("g" + ++grants, CUSTOMER, noon(date), tier.id(), until));
    }

    private TierStanding held() {
        return shop.account().standing("status").orElseThrow();
    }

    private TierStanding earned() {
        return shop.account().standings().get(0).earned();
    }

    @Nested
    class AGrant {
        @Test
        void aGrantLiftsAMemberAtOnceUntilItsEnd() {
            Decision decision = grant("2026-03-01", L1, startOf("2026-09-01"));
            TierStanding granted = new TierStanding(L1, startOf("2026-09-01"));
            assertThat(held()).isEqualTo(granted);
            assertThat(earned()).isEqualTo(GROUND);
            assertThat(decision.entries()).isEmpty();
            assertThat(decision.tierChanges())
                    .containsExactly(new TierChange("status", GROUND, granted, noon("2026-03-01"), "g1"));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2026-09-01"));
        }

        @Test
        @Tag("T2")
        void aGrantIsHeldStrictlyBeforeItsEndAndEndsWithATierChange() {
            grant("2026-03-01", L1, startOf("2026-09-01"));
            assertThat(shop.advance(startOf("2026-09-01").minusNanos(1_000)).tierChanges())
                    .isEmpty();
            assertThat(held().tier()).isEqualTo(L1);
            assertThat(shop.advance(startOf("2026-09-01")).tierChanges())
                    .containsExactly(new TierChange(
                            "status",
                            new TierStanding(L1, startOf("2026-09-01")),
                            GROUND,
                            startOf("2026-09-01"),
                            "laurel:time:2026-09-01T04:00:00Z"));
            assertThat(held()).isEqualTo(GROUND);
            assertThat(shop.account().standings().get(0).grants()).isEmpty();
        }

        @Test
        void aGrantIsAFloorAndNeverACeiling() {
            shop.spend("2026-02-01", "30");
            assertThat(grant("2026-03-01", L1, startOf("2030-01-01")).tierChanges())
                    .isEmpty();
            assertThat(held()).isEqualTo(new TierStanding(L2, startOf("2027-01-01")));
            shop.advance(noon("2027-01-02"));
            assertThat(held()).isEqualTo(new TierStanding(L1, startOf("2030-01-01")));
            shop.spend("2027-02-01", "30");
            assertThat(held()).isEqualTo(new TierStanding(L2, startOf("2028-01-01")));
        }

        @Test
        void aGrantOfTheTierThatIsHeldCountsByTheLaterEnd() {
            shop.spend("2026-02-01", "20");
            assertThat(grant("2026-03-01", L1, startOf("2026-06-01")).tierChanges())
                    .isEmpty();
            assertThat(held().until()).isEqualTo(startOf("2027-01-01"));
            assertThat(grant("2026-03-01", L1, startOf("2027-06-01")).tierChanges())
                    .hasSize(1);
            assertThat(held().until()).isEqualTo(startOf("2027-06-01"));
            assertThat(earned().until()).isEqualTo(startOf("2027-01-01"));
        }

        @Test
        void aGrantOfTheLowestTierHasNoEffect() {
            String before = Codec.ACCOUNTS.digest(shop.spend("2026-03-01", "5").account());
            assertThat(Codec.ACCOUNTS.digest(
                            grant("2026-03-01", L0, startOf("2030-01-01")).account()))
                    .isEqualTo(before);
        }

        @Test
        void aGrantThatIsOverAlreadyHasNoEffect() {
            String before = Codec.ACCOUNTS.digest(shop.spend("2026-03-01", "5").account());
            for (Instant over : List.of(noon("2026-03-01"), noon("2026-02-01"))) {
                Decision decision = grant("2026-03-01", L2, over);
                assertThat(decision.isAccepted()).isTrue();
                assertThat(Codec.ACCOUNTS.digest(decision.account())).isEqualTo(before);
                assertThat(decision.tierChanges()).isEmpty();
            }
        }

        @Test
        @Tag("T3")
        void aGrantThatComesLateAndHasEndedSinceHasNoEffect() {
            String before = Codec.ACCOUNTS.digest(shop.spend("2026-03-20", "5").account());
            Decision decision = grant("2026-03-01", L2, noon("2026-03-20"));
            assertThat(Codec.ACCOUNTS.digest(decision.account())).isEqualTo(before);
            assertThat(grant("2026-03-01", L2, noon("2026-03-21")).tierChanges())
                    .containsExactly(new TierChange(
                            "status", GROUND, new TierStanding(L2, noon("2026-03-21")), noon("2026-03-20"), "g2"));
        }

        @Test
        @Tag("E4")
        void aGrantCanBeTheFirstThatHappensToACustomer() {
            grant("2026-03-01", L1, startOf("2026-09-01"));
            assertThat(shop.account().milestones().opened()).isEqualTo(noon("2026-03-01"));
        }

        @Test
        @Tag("E3")
        void aGrantOfATierThatThereIsNotIsRefused() {
            Refusal refusal =
                    shop.refused(new TierGrant("g", CUSTOMER, noon("2026-03-01"), "platinum", startOf("2027-01-01")));
            assertThat(refusal.code()).isEqualTo("UNKNOWN_TIER");
            assertThat(refusal.message()).isEqualTo("the program has no tier 'platinum'");
        }

        @Test
        @Tag("E3")
        void aGrantInAProgramWithoutTiersIsRefused() {
            Shop plain = new Shop(program().earn(BASE).build());
            assertThat(plain.refused(new TierGrant("g", CUSTOMER, noon("2026-03-01"), "l1", startOf("2027-01-01"))))
                    .isEqualTo(new Refusal.UnknownTier("l1"));
        }
    }

    @Nested
    class SeveralGrants {
        @Test
        void severalGrantsGiveWayToOneAnotherAsTheyEnd() {
            grant("2026-03-01", L1, startOf("2026-12-01"));
            grant("2026-03-02", L2, startOf("2026-06-01"));
            assertThat(held()).isEqualTo(new TierStanding(L2, startOf("2026-06-01")));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2026-06-01"));
            shop.advance(startOf("2026-06-01"));
            assertThat(held()).isEqualTo(new TierStanding(L1, startOf("2026-12-01")));
            shop.advance(startOf("2026-12-01"));
            assertThat(held()).isEqualTo(GROUND);
        }

        @Test
        @Tag("E1")
        void aLaterGrantReplacesTheEarlierOneOfTheSameTier() {
            grant("2026-03-01", L2, startOf("2026-06-01"));
            grant("2026-03-02", L2, startOf("2026-05-01"));
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(L2, startOf("2026-05-01")));
            grant("2026-03-03", L2, startOf("2026-09-01"));
            assertThat(shop.account().standings().get(0).grants())
                    .containsExactly(new TierStanding(L2, startOf("2026-09-01")));
        }

        @Test
        @Tag("E1")
        void aGrantThatIsOverAlreadyUndoesTheEarlierOneAndNoOther() {
            grant("2026-03-01", L1, startOf("2026-06-01"));
            grant("2026-03-01", L2, startOf("2026-09-01"));
            grant("2026-03-02", L2, startOf("2026-03-01"));
            assertThat(shop.account().standing("status").orElseThrow())
                    .isEqualTo(new TierStanding(L1, startOf("2026-06-01")));
            grant("2026-03-03", L1, startOf("2026-03-03"));
            assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(L0, null));
        }

        @Test
        @Tag("D3")
        void grantsOfDifferentTiersComeToTheSameInWhateverOrderTheyCame() {
            List<TierStanding> granted = List.of(
                    new TierStanding(L1, startOf("2026-09-01")),
                    new TierStanding(L2, startOf("2026-06-01")),
                    new TierStanding(L0, startOf("2026-12-01")));
            assertThat(Collections2.permutations(granted)).allSatisfy(order -> {
                Shop other = new Shop(PROGRAM);
                for (int i = 0; i < order.size(); i++) {
                    TierStanding grant = order.get(i);
                    other.submit(new TierGrant(
                            "g" + i, CUSTOMER, noon("2026-03-01"), grant.tier().id(), grant.until()));
                }
                assertThat(other.account().standings().get(0).grants())
                        .containsExactly(
                                new TierStanding(L1, startOf("2026-09-01")),
                                new TierStanding(L2, startOf("2026-06-01")));
                assertThat(other.account().standing("status").orElseThrow())
                        .isEqualTo(new TierStanding(L2, startOf("2026-06-01")));
            });
        }
    }

    @Nested
    class WhatIsEarned {
        @Test
        @Tag("TV-61")
        void anEarnedTierReviewedToNothingLeavesTheTierThatIsGranted() {
            shop.spend("2026-02-01", "30");
            grant("2026-03-01", L1, startOf("2030-01-01"));
            assertThat(held().tier()).isEqualTo(L2);
            shop.advance(startOf("2027-01-01"));
            assertThat(held().tier()).isEqualTo(L1);
            assertThat(earned()).isEqualTo(GROUND);
        }

        @Test
        @Tag("TV-63")
        void anEarnedTierCountsWhereOnlyTheLowestTierIsGranted() {
            shop.spend("2026-02-01", "30");
            grant("2026-03-01", L0, startOf("2030-01-01"));
            shop.advance(startOf("2027-01-01"));
            shop.spend("2027-01-02", "21");
            assertThat(held().tier()).isEqualTo(L1);
        }

        @Test
        @Tag("D4")
        void anEarnedTierIsReviewedBeneathAGrantUnseen() {
            shop.spend("2026-02-01", "20");
            grant("2026-03-01", L2, startOf("2027-06-01"));
            assertThat(shop.engine().nextChangeAt(shop.account())).contains(startOf("2027-06-01"));
            Decision review = shop.advance(startOf("2027-01-01"));
            assertThat(review.tierChanges()).isEmpty();
            assertThat(earned()).isEqualTo(GROUND);
            assertThat(held().tier()).isEqualTo(L2);
            shop.advance(startOf("2027-06-01"));
            assertThat(held()).isEqualTo(GROUND);
        }

        @Test
        void anEarnedTierGrowsUnseenBeneathAGrantAndShowsWhenTheGrantEnds() {
            grant("2026-03-01", L2, startOf("2026-06-01"));
            assertThat(shop.spend("2026-04-01", "20").tierChanges()).isEmpty();
            assertThat(earned()).isEqualTo(new TierStanding(L1, startOf("2027-01-01")));
            assertThat(shop.advance(startOf("2026-06-01")).tierChanges())
                    .extracting(TierChange::to)
                    .containsExactly(new TierStanding(L1, startOf("2027-01-01")));
        }

        @Test
        void anEarnedTierAndAGrantThatEndAtOneInstantGiveOneChange() {
            shop.spend("2026-02-01", "20");
            grant("2026-03-01", L2, startOf("2027-01-01"));
            assertThat(shop.advance(noon("2027-01-01")).tierChanges())
                    .extracting(TierChange::to)
                    .containsExactly(GROUND);
        }

        @Test
        void anEarnedTierStillStandsUnderTheTierThatAnOpeningBrings() {
            shop.submit(new Opening(
                            "o",
                            CUSTOMER,
                            noon("2026-01-05"),
                            List.of(),
                            List.of(new BroughtTier("l1", startOf("2026-08-01"))))
                    .counting(new OpeningSum("spend", noon("2026-01-05"), new BigDecimal("25"))));
            grant("2026-03-01", L2, startOf("2026-06-01"));
            assertThat(earned()).isEqualTo(new TierStanding(L1, startOf("2027-01-01")));
            shop.advance(startOf("2026-06-01"));
            assertThat(held()).isEqualTo(new TierStanding(L1, startOf("2027-01-01")));
        }
    }

    @Nested
    class WhatIsHeld {
        @Test
        @Tag("A7")
        void theTierHeldRatesAPurchaseAndGivesBenefits() {
            Instant may = noon("2026-05-01");
            assertThat(shop.engine().benefitsFor(shop.account(), may)).isEmpty();
            grant("2026-03-01", L2, startOf("2026-06-01"));
            assertThat(shop.spend("2026-04-01", "10").earned("points")).isEqualTo(20);
            Account now = shop.account();
            assertThat(shop.engine().benefitsFor(now, may))
                    .extracting(Benefit::id)
                    .containsExactly("free-shipping");
            assertThat(shop.engine().benefitsFor(now, startOf("2026-06-01"))).isEmpty();
            assertThat(shop.spend("2026-06-01", "5").earned("points")).isEqualTo(5);
        }

        private static GoalProgress spent(String found, String least) {
            SumGoal goal = SPEND.per(BoundedWindow.YEAR).reaches(usd(least));
            return new GoalProgress(Goal.Join.ALL, List.of(new SumToGoal.OfMoney(goal, usd(found))), List.of());
        }

        @Test
        @Tag("Q7")
        void theTierHeldIsWhatProgressSpeaksOfAndTheSpendIsWhatWasSpent() {
            shop.spend("2026-02-01", "5");
            grant("2026-03-01", L1, startOf("2026-06-01"));
            assertThat(shop.engine().progress(shop.account()))
                    .containsExactly(new LadderProgress(
                            "status",
                            new TierStanding(L1, startOf("2026-06-01")),
                            startOf("2027-01-01"),
                            L2,
                            spent("5", "30"),
                            spent("5", "20")));
            grant("2026-03-01", L2, startOf("2028-01-01"));
            assertThat(shop.engine().progress(shop.account()))
                    .containsExactly(new LadderProgress(
                            "status",
                            new TierStanding(L2, startOf("2028-01-01")),
                            startOf("2027-01-01"),
                            null,
                            GoalProgress.NONE,
                            GoalProgress.NONE));
            assertThat(shop.engine().sums(shop.account()))
                    .containsExactly(
                            new SumProgress.OfMoney(SPEND.per(BoundedWindow.YEAR), usd("5"), startOf("2027-01-01")));
        }
    }
}
