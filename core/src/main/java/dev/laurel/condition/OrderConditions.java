package dev.laurel.condition;

import static dev.laurel.id.Identifiers.quoted;
import static java.util.Objects.requireNonNull;

import dev.laurel.event.Basket;
import dev.laurel.event.Pricing;
import dev.laurel.event.PurchaseLine;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import java.util.List;

/** Conditions about the order. */
final class OrderConditions {
    private OrderConditions() {}

    record OrderOfAtLeast(Money least, Selector selector) implements PurchaseCondition, Finding.Words<PurchaseFacts> {
        OrderOfAtLeast {
            requireNonNull(least);
            requireNonNull(selector);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            return Finding.of(chosenOf(facts).compareTo(least) >= 0, this, facts);
        }

        @Override
        public String found(PurchaseFacts facts) {
            return "order of " + inWords(chosenOf(facts)) + (facts.pricing() == Pricing.GROSS ? " with tax" : "");
        }

        @Override
        public String required() {
            return "order of at least " + inWords(least);
        }

        private Money chosenOf(PurchaseFacts facts) {
            Basket basket = facts.basket();
            if (isOfAll()) {
                return facts.pricing().of(basket);
            }
            Money cost = Money.zero(basket.currency());
            for (PurchaseLine line : basket.lines()) {
                cost = selector.selects(line) ? cost.plus(facts.pricing().of(line)) : cost;
            }
            return cost;
        }

        private String inWords(Money amount) {
            return isOfAll() ? amount.toString() : amount + " of " + selector.describe();
        }

        private boolean isOfAll() {
            return Selectors.everything().equals(selector);
        }

        @Override
        public String describe() {
            return isOfAll()
                    ? "the order is at least " + least
                    : "the order has at least " + least + " of " + selector.describe();
        }

        /** No line is needed for nothing. */
        @Override
        public Scope scope() {
            return least.isNegative() || least.isZero() ? Scope.ANY : selector.scope();
        }

        @Override
        public Mentions mentions() {
            return Mentions.of(least);
        }

        @Override
        public List<OrderTotal> totals() {
            return List.of(new OrderTotal(least, selector));
        }
    }

    record OrderedThrough(String channel) implements PurchaseCondition, Finding.Words<PurchaseFacts> {
        OrderedThrough {
            Identifiers.text("channel", channel, Basket.MAX_CHANNEL_LENGTH);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            return Finding.of(channel.equals(facts.basket().channel()), this, facts);
        }

        @Override
        public String found(PurchaseFacts facts) {
            String actual = facts.basket().channel();
            return actual == null ? "no channel" : "channel " + quoted(actual);
        }

        @Override
        public String required() {
            return "channel " + quoted(channel);
        }

        @Override
        public String describe() {
            return "the order is placed through " + quoted(channel);
        }
    }

    record BasketHas(Selector selector) implements PurchaseCondition, Finding.Words<PurchaseFacts> {
        BasketHas {
            requireNonNull(selector);
        }

        @Override
        public Finding check(PurchaseFacts facts) {
            return Finding.of(has(facts.basket()), this, facts);
        }

        private boolean has(Basket basket) {
            for (PurchaseLine line : basket.lines()) {
                if (selector.selects(line)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String found(PurchaseFacts facts) {
            return has(facts.basket()) ? "such a line" : "no such line";
        }

        @Override
        public String required() {
            return "a line of " + selector.describe();
        }

        @Override
        public String describe() {
            return "the basket has " + selector.describe();
        }

        @Override
        public Scope scope() {
            return selector.scope();
        }
    }
}
