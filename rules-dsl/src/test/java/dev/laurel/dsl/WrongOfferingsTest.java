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
                    "offer(\"birthday\").on(birthday()).gives(item(\"mug\"))",
                    "cannot find symbol symbol: method gives(Item) location: interface BirthdayOpening");
        }

        @Test
        void giftsGiveSomething() {
            refused(
                    "START.offers(offer(\"birthday\").on(birthday()).openInItsMonth())",
                    "incompatible types: OfferTerms cannot be converted to Offer");
        }

        @Test
        void giftsLeaveAChoice() {
            refused(
                    "offer(\"birthday\").on(birthday()).openInItsMonth().choiceOf()",
                    "no suitable method found for choiceOf(no arguments)");
        }

        @Test
        void giftsGiveNoDiscounts() {
            refused("choice(amountOff(usd(5)))", "incompatible types: AmountOff cannot be converted to Gift");
            refused(
                    "offer(\"birthday\").on(birthday()).openInItsMonth().gives(percentageOff(\"10\"))",
                    "incompatible types: PercentageOff cannot be converted to Gift");
            refused(
                    "offer(\"birthday\").on(birthday()).openInItsMonth().choiceOf(item(\"mug\"), freeItem(everything()))",
                    "no suitable method found for choiceOf(Item,FreeItem)");
        }

        @Test
        void giftsNeedNoPurchase() {
            refused(
                    "offer(\"birthday\").on(birthday()).openInItsMonth().where(orderOfAtLeast(usd(10)))",
                    "incompatible types: PurchaseCondition cannot be converted to Condition");
        }
    }

    @Nested
    class Ladders {
        @Test
        void laddersNeedALowestTier() {
            refused(
                    "byQualifyingSpend().per(YEAR).then(VIB, usd(350))",
                    "cannot find symbol symbol: method then(Tier,Money) location: interface LadderLowest");
        }

        @Test
        void laddersNeedASecondTier() {
            refused(
                    "START.tiers(byQualifyingSpend().per(YEAR).startingAt(INSIDER))",
                    "incompatible types: LadderNext cannot be converted to TierLadder");
        }

        @Test
        void laddersSayInWhatWindowSpendIsSummed() {
            refused(
                    "byQualifyingSpend().startingAt(INSIDER)",
                    "cannot find symbol symbol: method startingAt(Tier) location: interface LadderWindow");
        }

        @Test
        void laddersSayFromWhatSpendOnATierIsHeld() {
            refused(
                    "byQualifyingSpend().per(YEAR).startingAt(INSIDER).then(VIB)",
                    "method then in interface LadderNext cannot be applied to given types; required: "
                            + "Tier,Money found: Tier reason: actual and formal argument lists differ in length");
        }
    }
}
