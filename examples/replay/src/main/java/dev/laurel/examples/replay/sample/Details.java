package dev.laurel.examples.replay.sample;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of an event besides who, when and its id: what differs between the kinds. */
interface Details {
    /** Writes the fields. */
    void writeTo(JsonGenerator json) throws IOException;

    /** A customer joins. */
    record Enrollment(
            @Nullable MonthDay birthday,
            @Nullable String referrer,
            Map<String, String> attributes,
            List<String> segments)
            implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            EventJson.writeBirthday(json, birthday);
            if (referrer != null) {
                json.writeStringField("referrer", referrer);
            }
            EventJson.writeTexts(json, "attributes", attributes);
            if (!segments.isEmpty()) {
                EventJson.writeTexts(json, "segments", segments);
            }
        }
    }

    /** A customer buys. */
    record Purchase(Order order) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            EventJson.writeBasket(json, order.basket());
            if (order.shipping() > 0) {
                json.writeStringField("shipping", Cents.text(order.shipping()));
            }
            EventJson.writePayments(json, order.payments());
        }
    }

    /**
     * What points are used for.
     *
     * @param reward the id of the reward
     * @param points how many, or null for as many as the reward costs
     * @param basket what they are used on, or null
     */
    record Use(
            String reward,
            @Nullable Integer points,
            @Nullable Basket basket) {
        /** To lower what a basket costs. */
        static Use of(Reward reward, Basket basket) {
            return new Use(reward.label(), null, basket);
        }

        /** To pay for a basket, or for more than one if it is null. */
        static Use toPay(int points, @Nullable Basket basket) {
            return new Use("points", points, basket);
        }

        private void writeRestTo(JsonGenerator json) throws IOException {
            EventJson.writePoints(json, points);
            if (basket != null) {
                json.writeObjectFieldStart("basket");
                EventJson.writeBasket(json, basket);
                json.writeEndObject();
            }
        }
    }

    /** A customer gives points for a reward. */
    record Redemption(Use use) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("reward", use.reward());
            use.writeRestTo(json);
        }
    }

    /** Points are set aside for a reward. */
    record Hold(Use use, Instant until) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("reward", use.reward());
            json.writeStringField("until", until.toString());
            use.writeRestTo(json);
        }
    }

    /** Points that were set aside are taken: so many, or all if null. */
    record Capture(String hold, @Nullable Integer points) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("hold", hold);
            EventJson.writePoints(json, points);
        }
    }

    /** Points that were set aside are not needed. */
    record Release(String hold) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("hold", hold);
        }
    }

    /** Points for a reward are given back: so many, or all that are left if null. */
    record Cancellation(String redemption, @Nullable Integer points) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("redemption", redemption);
            EventJson.writePoints(json, points);
        }
    }

    /** A customer brings back all that is left, for which what sending it cost is given back too. */
    record ReturnOfAll(String purchase) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("purchase", purchase);
        }
    }

    /** A customer brings back these lines; or none, and only what sending it cost is given back. */
    record Return(String purchase, List<ReturnedLine> lines, boolean shipping) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("purchase", purchase);
            json.writeArrayFieldStart("lines");
            for (ReturnedLine line : lines) {
                EventJson.writeReturnedLine(json, line);
            }
            json.writeEndArray();
            if (shipping) {
                json.writeBooleanField("shipping", true);
            }
        }
    }

    /** A customer keeps all, and is given back a part of what it cost, in cents. */
    record Amends(String purchase, long cents) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("purchase", purchase);
            json.writeStringField("amount", Cents.text(cents));
        }
    }

    /** A customer takes a gift. */
    record Claim(String gift, String choice) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("gift", gift);
            json.writeStringField("choice", choice);
        }
    }

    /** A customer does something else. */
    record Activity(String name, Map<String, String> attributes) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("name", name);
            EventJson.writeTexts(json, "attributes", attributes);
        }
    }

    /** What is on file changes; all of it is given, what stays the same too. */
    record Profile(@Nullable MonthDay birthday, List<String> segments) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            EventJson.writeBirthday(json, birthday);
            EventJson.writeTexts(json, "segments", segments);
        }
    }

    /** Somebody of the shop gives points. */
    record Adjustment(int points, String reason, String actor) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("currency", "points");
            json.writeNumberField("points", points);
            json.writeStringField("reason", reason);
            json.writeStringField("actor", actor);
        }
    }

    /** A customer gets a tier. */
    record TierGrant(String tier, Instant until) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("tier", tier);
            json.writeStringField("until", until.toString());
        }
    }
}
