package dev.laurel.dsl;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.dsl.syntax.PaymentTerms;
import dev.laurel.dsl.syntax.RewardStart;
import dev.laurel.dsl.syntax.RewardTerms;
import dev.laurel.id.Identifiers;
import dev.laurel.ledger.Points;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Content;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;

/** A reward without a price. */
record RewardSentence(String id) implements RewardStart {
    RewardSentence {
        Identifiers.declaredId("reward id", id);
    }

    @Override
    public RewardTerms costing(Points price) {
        return new Priced(Reward.costing(id, price));
    }

    @Override
    public RewardTerms costing(long points) {
        return new Priced(Reward.costing(id, points));
    }

    @Override
    public PaymentTerms costing(ChosenPrice price) {
        return new Chosen(Reward.costing(id, price));
    }

    /** A reward that does not give what it is to give yet. */
    private record Priced(Reward reward) implements RewardTerms {
        @Override
        public RewardTerms where(PurchaseCondition condition, PurchaseCondition... more) {
            return new Priced(reward.where(OneOrMore.of(condition, more).toArray(new PurchaseCondition[0])));
        }

        @Override
        public Reward gives(Content content) {
            return reward.giving(content);
        }
    }

    /** A reward of which it is not said yet what its points pay. */
    private record Chosen(Reward reward) implements PaymentTerms {
        @Override
        public PaymentTerms where(PurchaseCondition condition, PurchaseCondition... more) {
            return new Chosen(reward.where(OneOrMore.of(condition, more).toArray(new PurchaseCondition[0])));
        }

        @Override
        public Reward gives(PointsAsPayment payment) {
            return reward.giving(payment);
        }
    }
}
