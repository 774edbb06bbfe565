package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop would write without a library for the purchases of the program {@code cdnow-yearly}: a loop over the file, and for each
 * customer a ledger, lots, spend of the year and a tier. What it comes to is what a replay is checked against, and timed against.
 */
final class PlainLoop {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final BigDecimal SILVER = new BigDecimal(350);
    private static final BigDecimal GOLD = new BigDecimal(1000);

    private final Map<String, Member> members = new HashMap<>();
    private Instant latest = Instant.MIN;
    private long events;

    /** What the loop comes to. */
    record Sums(long customers, long events, long earned, long expired, long outstanding, long silver, long gold) {}

    private record Entry(
            String kind,
            long points,
            String cause,
            Instant at,
            @Nullable Instant expires) {}

    private static final class Lot {
        private final long points;
        private final Instant expires;

        Lot(long points, Instant expires) {
            this.points = points;
            this.expires = expires;
        }
    }

    private static final class Member {
        private final List<Entry> ledger = new ArrayList<>();
        private final Deque<Lot> lots = new ArrayDeque<>();
        private BigDecimal spent = BigDecimal.ZERO;
        private int year;
        private long earned;
        private long expired;

        void advance(Instant to) {
            while (!lots.isEmpty() && !lots.peek().expires.isAfter(to)) {
                Lot lot = lots.remove();
                expired += lot.points;
                ledger.add(new Entry("EXPIRE", -lot.points, "", lot.expires, null));
            }
        }

        void startYear(int now) {
            if (now != year) {
                year = now;
                spent = BigDecimal.ZERO;
            }
        }

        void buy(String id, Instant at, BigDecimal net) {
            advance(at);
            LocalDate date = at.atZone(ZONE).toLocalDate();
            startYear(date.getYear());
            long base = net.longValue();
            long points = isGold() ? base * 3 / 2 : isSilver() ? base * 5 / 4 : base;
            spent = spent.add(net);
            if (points > 0) {
                Instant expires = date.plusMonths(12).atStartOfDay(ZONE).toInstant();
                lots.add(new Lot(points, expires));
                earned += points;
                ledger.add(new Entry("EARN", points, id, at, expires));
            }
        }

        boolean isSilver() {
            return spent.compareTo(SILVER) >= 0;
        }

        boolean isGold() {
            return spent.compareTo(GOLD) >= 0;
        }
    }

    static Sums over(Path file) throws IOException {
        PlainLoop loop = new PlainLoop();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                loop.read(json);
            }
        }
        return loop.sums();
    }

    private void read(JsonParser json) throws IOException {
        String id = "";
        String customer = "";
        Instant at = Instant.MIN;
        BigDecimal net = BigDecimal.ZERO;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            json.nextToken();
            switch (name) {
                case "id" -> id = json.getText();
                case "customer" -> customer = json.getText();
                case "at" -> at = Instants.parse(json.getText());
                case "lines" -> net = net(json);
                default -> json.skipChildren();
            }
        }
        events++;
        latest = at.isAfter(latest) ? at : latest;
        members.computeIfAbsent(customer, key -> new Member()).buy(id, at, net);
    }

    private static BigDecimal net(JsonParser json) throws IOException {
        BigDecimal net = BigDecimal.ZERO;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals("net")) {
                    net = net.add(new BigDecimal(json.getText()));
                } else {
                    json.skipChildren();
                }
            }
        }
        return net;
    }

    private Sums sums() {
        long earned = 0;
        long expired = 0;
        long silver = 0;
        long gold = 0;
        for (Member member : members.values()) {
            member.advance(latest);
            member.startYear(latest.atZone(ZONE).getYear());
            earned += member.earned;
            expired += member.expired;
            gold += member.isGold() ? 1 : 0;
            silver += member.isSilver() && !member.isGold() ? 1 : 0;
        }
        return new Sums(members.size(), events, earned, expired, earned - expired, silver, gold);
    }
}
