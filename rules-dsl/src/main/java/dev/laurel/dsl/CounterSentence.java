package dev.laurel.dsl;

import dev.laurel.dsl.syntax.CounterStart;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.CountSum;
import dev.laurel.occasion.Measure;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.Property;
import dev.laurel.occasion.PurchaseCounter;

/** A counter of which only the id is said. */
record CounterSentence(String id) implements CounterStart {
    @Override
    public PurchaseCounter<MoneySum> spend() {
        return PurchaseCounter.spend(id);
    }

    @Override
    public PurchaseCounter<CountSum> purchases() {
        return PurchaseCounter.purchases(id);
    }

    @Override
    public PurchaseCounter<CountSum> quantity() {
        return PurchaseCounter.quantity(id);
    }

    @Override
    public PurchaseCounter<CountSum> purchaseDays() {
        return PurchaseCounter.purchaseDays(id);
    }

    @Override
    public PurchaseCounter<CountSum> distinct(Property property) {
        return PurchaseCounter.distinct(id, property);
    }

    @Override
    public MemberCounter<CountSum> earned(PointCurrency currency) {
        return MemberCounter.earned(id, currency);
    }

    @Override
    public MemberCounter<CountSum> activities(ActivityKind kind) {
        return MemberCounter.activities(id, kind);
    }

    @Override
    public PurchaseCounter<CountSum> measuredBy(Measure measure) {
        return PurchaseCounter.measuredBy(id, measure);
    }
}
