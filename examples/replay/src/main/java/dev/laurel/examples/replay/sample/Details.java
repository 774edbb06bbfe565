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

    /** A customer gives points for a reward, to lower what a basket costs. */
    record Redemption(Reward reward, Basket basket) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("reward", reward.label());
            json.writeObjectFieldStart("basket");
            EventJson.writeBasket(json, basket);
            json.writeEndObject();
        }
    }

    /** Points are set aside for a reward, to lower what a basket costs. */
    record Hold(Reward reward, Basket basket, Instant until) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("reward", reward.label());
            json.writeStringField("until", until.toString());
            json.writeObjectFieldStart("basket");
            EventJson.writeBasket(json, basket);
            json.writeEndObject();
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

    /** A customer brings something back: these lines, or all that is left if there are none. */
    record Return(String purchase, List<ReturnedLine> lines) implements Details {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeStringField("purchase", purchase);
            if (lines.isEmpty()) {
                return;
            }
            json.writeArrayFieldStart("lines");
            for (ReturnedLine line : lines) {
                EventJson.writeReturnedLine(json, line);
            }
            json.writeEndArray();
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
