package dev.laurel.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is wrong or unfinished in rewards, gifts and ladders does not compile. */
class WrongOfferingsTest {
    private static void refused(String sentence, String error) {
        assertThat(Compilation.ofSentence(sentence).errors()).containsExactly(error);
    }

    private static void right(String sentence) {
        assertThat(Compilation.ofSentence(sentence).messages()).isEmpty();
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
        private static final String STATUS = "ladder(\"status\").startingAt(INSIDER)";

        @Test
        void laddersNeedALowestTier() {
            right(STATUS + ".then(VIB, SPEND.per(YEAR).reaches(usd(350)))");
            refused(
                    "ladder(\"status\").then(VIB, SPEND.per(YEAR).reaches(usd(350)))",
                    "cannot find symbol symbol: method then(Tier,SumGoal) location: interface LadderStart");
        }

        @Test
        void laddersNeedASecondTier() {
            right("START.ladders(" + STATUS + ".onlyGranted(VIB))");
            refused("START.ladders(" + STATUS + ")", "incompatible types: LadderBase cannot be converted to Ladder");
        }

        @Test
        void laddersSayInWhatWindowTheyCount() {
            right(STATUS + ".then(VIB, SPEND.per(YEAR).reaches(usd(350)))");
            refused(
                    STATUS + ".then(VIB, SPEND.reaches(usd(350)))",
                    "cannot find symbol symbol: method reaches(Money) location: variable SPEND of type Counter<MoneySum>");
        }

        @Test
        void laddersSayWhatMustBeReachedForATier() {
            right(STATUS + ".onlyGranted(VIB)");
            refused(
                    STATUS + ".then(VIB)",
                    "method then in interface LadderBase cannot be applied to given types; required: "
                            + "Tier,Goal found: Tier reason: actual and formal argument lists differ in length");
        }

        @Test
        void laddersCompareMoneyWithMoneyAndNumbersWithNumbers() {
            right(STATUS + ".then(VIB, PURCHASES.per(YEAR).reaches(350))");
            refused(
                    STATUS + ".then(VIB, SPEND.per(YEAR).reaches(350))",
                    "incompatible types: int cannot be converted to Money");
            refused(
                    STATUS + ".then(VIB, PURCHASES.per(YEAR).reaches(usd(350)))",
                    "incompatible types: Money cannot be converted to long");
        }

        @Test
        void laddersAskForGoalsAndNotForConditions() {
            right(STATUS + ".then(VIB, SPEND.per(YEAR).reaches(usd(350)))");
            refused(
                    STATUS + ".then(VIB, SPEND.per(YEAR).isAtLeast(usd(350)))",
                    "incompatible types: Condition cannot be converted to Goal");
            refused(STATUS + ".then(VIB, usd(350))", "incompatible types: Money cannot be converted to Goal");
        }

        @Test
        void laddersJoinGoalsWithGoals() {
            String spend = "SPEND.per(YEAR).reaches(usd(350))";
            right(STATUS + ".then(VIB, all(" + spend + ", PURCHASES.per(YEAR).reaches(3)))");
            right(STATUS + ".then(VIB, any(" + spend + ", all(PURCHASES.per(YEAR).reaches(3), " + spend + ")))");
            refused(
                    STATUS + ".then(VIB, all(" + spend + ", PURCHASES.per(YEAR).isAtLeast(3)))",
                    "no suitable method found for all(SumGoal,Condition)");
            refused(
                    STATUS + ".then(VIB, any(memberIs(ROUGE), orderOfAtLeast(usd(5))))",
                    "incompatible types: PurchaseCondition cannot be converted to Goal");
        }

        @Test
        void laddersOfTiersAreNotNamedByTheirIds() {
            right("START.ladders(" + STATUS + ".onlyGranted(VIB))");
            refused("START.ladders(\"status\")", "incompatible types: String cannot be converted to Ladder");
            refused(
                    "ladder(\"status\").startingAt(\"insider\")",
                    "incompatible types: String cannot be converted to Tier");
        }
    }
}
