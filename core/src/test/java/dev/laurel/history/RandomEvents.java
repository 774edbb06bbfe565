package dev.laurel.history;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.reward.Choice;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events of every kind of one customer of a program, now and then at the same instant, late, or bound to be refused. */
final class RandomEvents {
    private final Draw draw;
    private final RandomProgram program;
    private final ZoneId zone;
    private final List<LoyaltyEvent> events = new ArrayList<>();

    RandomEvents(Draw draw, RandomProgram program) {
        this.draw = draw;
        this.program = program;
        zone = program.zone;
    }

    List<LoyaltyEvent> make() {
        Instant at = Draw.FIRST_DAY.atStartOfDay(zone).toInstant();
        if (draw.chance(30)) {
            events.add(opening("e", at));
        }
        if (draw.chance(70)) {
            events.add(profileChange("p", at));
        }
        int count = 5 + draw.below(50);
        for (int i = 0; i < count; i++) {
            at = later(at);
            Instant when = draw.chance(10) ? at.minus(draw.below(40), ChronoUnit.DAYS) : at;
            events.add(event("e" + i, when));
        }
        return events;
    }

    private Instant later(Instant at) {
        return switch (draw.below(5)) {
            case 0 -> at;
            case 1 -> at.plus(draw.below(100), ChronoUnit.DAYS);
            // Midnights, where days, windows and periods end.
            case 2 ->
                LocalDate.ofInstant(at, zone)
                        .plusDays(1 + draw.below(40))
                        .atStartOfDay(zone)
                        .toInstant();
            default -> at.plus(draw.below(1_728_000), ChronoUnit.SECONDS).plusNanos(1_000L * draw.below(1_000_000));
        };
    }

    private LoyaltyEvent event(String id, Instant at) {
        int kind = draw.below(100);
        if (kind < 37) {
            return new Purchase(id, RandomHistory.CUSTOMER, at, draw.chance(98) ? basket() : inEuros());
        }
        if (kind < 49) {
            return redemption(id, at);
        }
        if (kind < 62) {
            return returned(id, at);
        }
        if (kind < 66) {
            return cancellation(id, at);
        }
        if (kind < 76) {
            return claim(id, at);
        }
        if (kind < 84) {
            return profileChange(id, at);
        }
        if (kind < 91) {
            return adjustment(id, at);
        }
        if (kind < 96) {
            return grant(id, at);
        }
        Customer profile = new Customer(
                RandomHistory.CUSTOMER, draw.chance(50) ? birthday(at) : null, Map.of("newsletter", "yes"), segments());
        return kind < 98 ? new Enrollment(id, at, profile, draw.chance(20) ? "c0" : null) : opening(id, at);
    }

    private Redemption redemption(String id, Instant at) {
        if (program.offerings.rewards.isEmpty()) {
            return Redemption.of(id, RandomHistory.CUSTOMER, at, "no-such-reward");
        }
        Reward reward = draw.pick(program.offerings.rewards);
        Long points = program.offerings.pointsFor(reward);
        Basket order = draw.chance(2) ? inEuros() : basket();
        return new Redemption(
                id,
                RandomHistory.CUSTOMER,
                at,
                draw.chance(97) ? reward.id() : "no-such-reward",
                points,
                draw.chance(70) ? order : null);
    }

    /** Mostly of a purchase that was made lately, so that it can be returned and often is before. */
    private Return returned(String id, Instant at) {
        List<Purchase> purchases = earlier(Purchase.class);
        if (purchases.isEmpty() || draw.chance(3)) {
            return Return.ofAll(id, RandomHistory.CUSTOMER, at, "no-such-purchase");
        }
        Purchase purchase = lately(purchases);
        if (draw.chance(20)) {
            return Return.ofAll(id, RandomHistory.CUSTOMER, at, purchase.id());
        }
        List<ReturnedLine> lines = new ArrayList<>();
        for (PurchaseLine line : purchase.basket().lines()) {
            if (draw.chance(60)) {
                lines.add(returned(line));
            }
        }
        if (draw.chance(3)) {
            lines.add(ReturnedLine.of("no-such-line", Quantity.ONE));
        }
        return new Return(id, RandomHistory.CUSTOMER, at, purchase.id(), lines);
    }

    private ReturnedLine returned(PurchaseLine line) {
        long net = line.net().millionths();
        if (draw.chance(40) && net > 0) {
            return ReturnedLine.of(
                    line.id(), Money.ofMillionths(line.net().currency(), draw.chance(20) ? net : 1 + draw.below(net)));
        }
        long quantity = line.quantity().millionths();
        return ReturnedLine.of(
                line.id(),
                draw.chance(60) && line.quantity().isWhole()
                        ? Quantity.ONE
                        : Quantity.ofMillionths(draw.chance(50) ? quantity : 1 + draw.below(quantity)));
    }

    private Cancellation cancellation(String id, Instant at) {
        List<Redemption> redemptions = earlier(Redemption.class);
        String redemption = redemptions.isEmpty() || draw.chance(3)
                ? "no-such-redemption"
                : lately(redemptions).id();
        return new Cancellation(
                id, RandomHistory.CUSTOMER, at, redemption, draw.chance(50) ? null : Long.valueOf(1 + draw.below(150)));
    }

    private <T extends LoyaltyEvent> List<T> earlier(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T> T lately(List<T> values) {
        int some = Math.min(values.size(), 4);
        return draw.pick(values.subList(values.size() - some, values.size()));
    }

    private Claim claim(String id, Instant at) {
        if (program.offerings.offers.isEmpty()) {
            return new Claim(id, RandomHistory.CUSTOMER, at, "no-such-gift", null);
        }
        Offer offer = draw.pick(program.offerings.offers);
        Choice choice = draw.pick(offer.choices());
        String chosen = draw.chance(95) ? choice.id() : "no-such-choice";
        return new Claim(
                id,
                RandomHistory.CUSTOMER,
                at,
                draw.chance(97) ? offer.id() : "no-such-gift",
                draw.chance(95) ? chosen : null);
    }

    private ProfileChange profileChange(String id, Instant at) {
        boolean all = draw.chance(20);
        boolean birthday = all || draw.chance(70);
        return new ProfileChange(
                id,
                RandomHistory.CUSTOMER,
                at,
                birthday ? birthday(at) : null,
                all ? Map.of("newsletter", "no") : null,
                all || !birthday ? segments() : null);
    }

    /** Mostly around now, so that its window is open; often on a day that not every year has, or around the new year. */
    private Birthday birthday(Instant at) {
        if (draw.chance(20)) {
            return Birthday.parse(draw.pick(List.of("--02-29", "--03-01", "--12-31", "--01-01")));
        }
        LocalDate date = LocalDate.ofInstant(at, zone).plusDays(draw.below(40) - 30);
        return new Birthday(date.getMonth(), date.getDayOfMonth());
    }

    private Set<String> segments() {
        return Set.copyOf(draw.shuffled(RandomConditions.SEGMENTS).subList(0, draw.below(3)));
    }

    private Adjustment adjustment(String id, Instant at) {
        long points = draw.chance(4) ? Long.MAX_VALUE - draw.below(3) : 1 + draw.below(400);
        String currency = draw.chance(95) ? draw.pick(List.of("points", "status")) : "miles";
        return new Adjustment(
                id, RandomHistory.CUSTOMER, at, currency, draw.chance(50) ? points : -points, "goodwill", "agent-1");
    }

    private TierGrant grant(String id, Instant at) {
        String tier = draw.chance(95) ? draw.pick(RandomProgram.TIERS).id() : "no-such-tier";
        Instant until = draw.chance(40)
                ? LocalDate.ofInstant(at, zone)
                        .plusMonths(draw.below(14))
                        .withDayOfMonth(1)
                        .atStartOfDay(zone)
                        .toInstant()
                : at.plus(draw.below(400) - 20, ChronoUnit.DAYS);
        return new TierGrant(id, RandomHistory.CUSTOMER, at, tier, until);
    }

    private static Basket inEuros() {
        return Basket.ofTotal(Money.of(Currency.getInstance("EUR"), "10"));
    }

    private Opening opening(String id, Instant at) {
        List<OpeningLot> lots = new ArrayList<>();
        for (int i = draw.below(4); i > 0; i--) {
            Instant earned = at.minus(draw.below(100), ChronoUnit.DAYS);
            lots.add(new OpeningLot(
                    draw.chance(80) ? "points" : "status",
                    1 + draw.below(300),
                    earned,
                    draw.chance(50) ? null : earned.plus(1 + draw.below(300), ChronoUnit.DAYS)));
        }
        String tier = program.tiered && draw.chance(50)
                ? draw.pick(RandomProgram.TIERS).id()
                : null;
        Instant until = tier != null && draw.chance(50) ? at.plus(draw.below(200) - 20, ChronoUnit.DAYS) : null;
        return new Opening(
                "o" + id,
                RandomHistory.CUSTOMER,
                at,
                lots,
                tier,
                until,
                draw.chance(50) ? Draw.usd(draw.below(40_000)) : null);
    }

    /** A basket of the kind that the events have. */
    Basket basket() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1 + draw.below(4); i > 0; i--) {
            PurchaseLine line = PurchaseLine.of(
                            "l" + i, "sku-" + draw.below(8), Draw.usd(draw.chance(5) ? 0 : draw.below(20_000)))
                    .withCategories(draw.pick(RandomConditions.CATEGORIES))
                    .withQuantity(draw.chance(80) ? Quantity.of(1 + draw.below(5)) : Quantity.of("0.345"))
                    .withTax(Draw.usd(draw.below(500)));
            line = draw.chance(30) ? line.withBrand(draw.pick(RandomConditions.BRANDS)) : line;
            line = draw.chance(30) ? line.withDiscount() : line;
            lines.add(draw.chance(20) ? line.withAttribute("cabin", "business") : line);
        }
        Basket basket = Basket.of(lines);
        // Often all of it, so that nothing is left that earns; a redemption that never was is the host's affair.
        List<Redemption> redemptions = earlier(Redemption.class);
        String redemption = redemptions.isEmpty() ? "x1" : lately(redemptions).id();
        long millionths = basket.total().millionths();
        return draw.chance(30) && millionths > 0
                ? basket.paidBy(Payment.withPoints(
                        Money.ofMillionths(Draw.USD, draw.chance(20) ? millionths : 1 + draw.below(millionths)),
                        redemption))
                : basket;
    }
}
