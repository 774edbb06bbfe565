package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is wrong or unfinished in rewards, gifts and ladders does not compile. */
class WrongOfferingsTest {
    private static void refused(String sentence, String error) {
        assertThat(Compilation.ofSentence(sentence).errors()).containsExactly(error);
    }

    @Nested
    class Rewards {
        @Test
        void rewardsNeedAPrice() {
            refused(
                    "reward(\"mug\").gives(item(\"mug\"))",
                    "cannot find symbol symbol: method gives(Item) location: interface RewardStart");
        }

        @Test
        void rewardsNeedAContent() {
            refused(
                    "START.redeem(reward(\"mug\").costing(POINTS.points(500)))",
                    "incompatible types: RewardTerms cannot be converted to Reward");
        }

        @Test
        void rewardsCostPointsAndNotMoney() {
            refused("reward(\"mug\").costing(usd(500))", "no suitable method found for costing(Money)");
        }

        @Test
        void rewardsCostPointsOfAPointCurrency() {
            refused(
                    "reward(\"mug\").costing(USD.points(500))",
                    "cannot find symbol symbol: method points(int) location: variable USD of type Currency");
        }

        @Test
        void rewardsPayAtARateWhereTheCustomerChoosesThePrice() {
            refused(
                    "reward(\"pay\").costing(anyNumberOf(POINTS)).gives(amountOff(usd(10)))",
                    "incompatible types: AmountOff cannot be converted to PointsAsPayment");
            refused(
                    "reward(\"pay\").costing(anyNumberOf(POINTS)).gives(item(\"mug\"))",
                    "incompatible types: Item cannot be converted to PointsAsPayment");
        }

        @Test
        void rewardsSayHowManyPointsPay() {
            refused(
                    "reward(\"pay\").costing(anyNumberOf(POINTS)).gives(paymentOf(usd(5)))",
                    "incompatible types: PaymentRate cannot be converted to PointsAsPayment");
        }

        @Test
        void rewardsCostAnyNumberOfPointsAndNotOfMoney() {
            refused("anyNumberOf(USD)", "incompatible types: Currency cannot be converted to PointCurrency");
        }

        @Test
        void rewardsGiveContentAndNotMoney() {
            refused(
                    "reward(\"ten\").costing(POINTS.points(500)).gives(usd(10))",
                    "incompatible types: Money cannot be converted to Content");
        }
    }

    @Nested
    class Gifts {
        @Test
        void giftsSayWhen() {
            refused(
                    "birthdayGift(\"birthday\").gives(item(\"mug\"))",
                    "cannot find symbol symbol: method gives(Item) location: interface GiftWindow");
        }

        @Test
        void giftsGiveSomething() {
            refused(
                    "START.gifts(birthdayGift(\"birthday\").inBirthdayMonth())",
                    "incompatible types: GiftTerms cannot be converted to Offer");
        }

        @Test
        void giftsLeaveAChoice() {
            refused(
                    "birthdayGift(\"birthday\").inBirthdayMonth().choiceOf()",
                    "no suitable method found for choiceOf(no arguments)");
        }

        @Test
        void giftsGiveNoDiscounts() {
            refused("choice(amountOff(usd(5)))", "incompatible types: AmountOff cannot be converted to Gift");
            refused(
                    "birthdayGift(\"birthday\").inBirthdayMonth().gives(percentageOff(\"10\"))",
                    "incompatible types: PercentageOff cannot be converted to Gift");
            refused(
                    "birthdayGift(\"birthday\").inBirthdayMonth().choiceOf(item(\"mug\"), freeItem(everything()))",
                    "no suitable method found for choiceOf(Item,FreeItem)");
        }

        @Test
        void giftsNeedNoPurchase() {
            refused(
                    "birthdayGift(\"birthday\").inBirthdayMonth().where(orderOfAtLeast(usd(10)))",
                    "incompatible types: PurchaseCondition cannot be converted to Condition");
        }
    }

    @Nested
    class Ladders {
        @Test
        void laddersNeedALowestTier() {
            refused(
                    "byQualifyingSpend().perCalendarYear().keptThroughNextWindow().then(VIB, usd(350))",
                    "cannot find symbol symbol: method then(Tier,Money) location: interface LadderFall");
        }

        @Test
        void laddersNeedASecondTier() {
            refused(
                    "START.tiers(byQualifyingSpend().perCalendarYear().keptThroughNextWindow().startingAt(INSIDER))",
                    "incompatible types: LadderNext cannot be converted to TierLadder");
        }

        @Test
        void laddersSayHowLongATierIsKept() {
            refused(
                    "byQualifyingSpend().perCalendarYear().startingAt(INSIDER)",
                    "cannot find symbol symbol: method startingAt(Tier) location: interface LadderKept");
        }

        @Test
        void laddersSayFromWhatSpendOnATierIsHeld() {
            refused(
                    "byQualifyingSpend().perCalendarYear().keptThroughWindow().startingAt(INSIDER).then(VIB)",
                    "method then in interface LadderNext cannot be applied to given types; required: "
                            + "Tier,Money found: Tier reason: actual and formal argument lists differ in length");
        }
    }
}
