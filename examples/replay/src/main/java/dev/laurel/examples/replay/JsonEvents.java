package dev.laurel.examples.replay;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.Transfer;
import dev.laurel.id.Identifiers;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.program.LoyaltyProgram;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what an event of each type says besides who, when and its id. Made only when asked for, as {@link JsonBaskets}. */
final class JsonEvents {
    private final Currency money;
    private final Ladders ladders;
    private final JsonTiers tiers;

    private JsonEvents(Currency money, Ladders ladders) {
        this.money = money;
        this.ladders = ladders;
        tiers = new JsonTiers(ladders);
    }

    /**
     * A reader for one program.
     *
     * @param versions its versions: their currency is that of spend that names none, and their ladders are those that tiers are of
     */
    static JsonEvents of(List<LoyaltyProgram> versions) {
        return new JsonEvents(versions.get(0).money(), Ladders.of(versions));
    }

    Supplier<? extends LoyaltyEvent> event(String type, String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        return switch (type) {
            case "enroll" -> enrollment(id, customer, at, fields);
            case "opening" -> opening(id, customer, at, fields);
            case "purchase" -> purchase(id, customer, at, fields);
            case "redeem" -> redemption(id, customer, at, fields);
            case "hold" -> hold(id, customer, at, fields);
            case "capture" -> capture(id, customer, at, fields);
            case "release" -> release(id, customer, at, fields);
            case "return" -> returned(id, customer, at, fields);
            case "cancel" -> cancellation(id, customer, at, fields);
            case "claim" -> claim(id, customer, at, fields);
            case "activity" -> activity(id, customer, at, fields);
            case "profile" -> profileChange(id, customer, at, fields);
            case "adjust" -> adjustment(id, customer, at, fields);
            case "grant-tier" -> tierGrant(id, customer, at, fields);
            case "transfer" -> transfer(id, customer, at, fields);
            case "close" -> () -> new Closure(id, customer, at);
            case "reopen" -> () -> new Reopening(id, customer, at);
            case "erase" -> () -> new Erasure(id, customer, at);
            default ->
                throw new BadInputException(
                        "type '" + Identifiers.shown(type)
                                + "' is unknown; known are activity, adjust, cancel, capture, claim, close, enroll, erase,"
                                + " grant-tier, hold, opening, profile, purchase, redeem, release, reopen, return and transfer");
        };
    }

    private static Supplier<Enrollment> enrollment(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        Birthday birthday = birthdayOrNull(fields);
        String referrer = fields.textOrNull("referrer");
        Map<String, String> attributes = fields.textsByName("attributes");
        List<String> segments = fields.texts("segments");
        return () -> new Enrollment(
                id, at, new Customer(customer, birthday, attributes, new LinkedHashSet<>(segments)), referrer);
    }

    private static @Nullable Birthday birthdayOrNull(JsonFields fields) throws BadInputException {
        String birthday = fields.textOrNull("birthday");
        try {
            return birthday == null ? null : Birthday.parse(birthday);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private Supplier<Opening> opening(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        List<Supplier<OpeningLot>> lots = new ArrayList<>();
        for (JsonFields lot : fields.objects("lots")) {
            lots.add(openingLot(lot));
        }
        Supplier<List<BroughtTier>> brought = tiers.of(fields);
        Supplier<OpeningDates> dates = openingDates(fields);
        List<Supplier<OpeningSum>> sums = new ArrayList<>();
        String qualifying = fields.decimalOrNull("qualifying");
        if (qualifying != null) {
            String counter = ladders.counterOfTheOnly();
            if (counter == null) {
                throw new BadInputException(
                        "qualifying must be left out, since no one counter decides about the tiers of the"
                                + " program; name counters in sums");
            }
            sums.add(() -> new OpeningSum(counter, at, new BigDecimal(qualifying)));
        }
        for (JsonFields sum : fields.objects("sums")) {
            sums.add(openingSum(sum));
        }
        return () -> new Opening(
                id,
                customer,
                at,
                lots.stream().map(Supplier::get).toList(),
                brought.get(),
                dates.get(),
                sums.stream().map(Supplier::get).toList());
    }

    private static Supplier<OpeningSum> openingSum(JsonFields fields) throws BadInputException {
        String counter = fields.text("counter");
        Instant at = fields.instant("at");
        String sum = fields.decimal("sum");
        fields.requireNothingElse();
        return () -> new OpeningSum(counter, at, new BigDecimal(sum));
    }

    private static Supplier<OpeningDates> openingDates(JsonFields fields) throws BadInputException {
        Instant enrolled = fields.instantOrNull("enrolled");
        Instant firstPurchase = fields.instantOrNull("firstPurchase");
        Birthday birthday = birthdayOrNull(fields);
        Instant birthdaySince = fields.instantOrNull("birthdaySince");
        return () -> new OpeningDates(enrolled, firstPurchase, birthday, birthdaySince);
    }

    private static Supplier<OpeningLot> openingLot(JsonFields fields) throws BadInputException {
        String currency = fields.text("currency");
        long points = fields.whole("points");
        Instant earned = fields.instant("earned");
        Instant expires = fields.instantOrNull("expires");
        fields.requireNothingElse();
        return () -> new OpeningLot(currency, points, earned, expires);
    }

    private static Supplier<Purchase> purchase(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        Supplier<Basket> basket = JsonBaskets.basket(fields);
        return () -> new Purchase(id, customer, at, basket.get());
    }

    private static Supplier<Redemption> redemption(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String reward = fields.text("reward");
        Long points = fields.wholeOrNull("points");
        Supplier<Basket> order = orderOrNull(fields);
        return () -> new Redemption(id, customer, at, reward, points, order == null ? null : order.get());
    }

    private static Supplier<Hold> hold(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String reward = fields.text("reward");
        Instant until = fields.instant("until");
        Long points = fields.wholeOrNull("points");
        Supplier<Basket> order = orderOrNull(fields);
        return () -> new Hold(id, customer, at, reward, until, points, order == null ? null : order.get());
    }

    /** The order that a reward is used on; one without any field is none. */
    private static @Nullable Supplier<Basket> orderOrNull(JsonFields fields) throws BadInputException {
        JsonFields order = fields.objectOrNull("basket");
        if (order == null || order.isEmpty()) {
            return null;
        }
        Supplier<Basket> basket = JsonBaskets.basket(order);
        order.requireNothingElse();
        return basket;
    }

    private static Supplier<Capture> capture(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String hold = fields.text("hold");
        Long points = fields.wholeOrNull("points");
        boolean more = fields.flag("more");
        return () -> new Capture(id, customer, at, hold, points, more);
    }

    private static Supplier<Release> release(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String hold = fields.text("hold");
        return () -> new Release(id, customer, at, hold);
    }

    /** Without lines and an amount, of all that is left of the purchase, its shipping too. */
    private Supplier<Return> returned(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String purchase = fields.text("purchase");
        boolean namesLines = fields.has("lines");
        List<Supplier<ReturnedLine>> lines = new ArrayList<>();
        for (JsonFields line : fields.objects("lines")) {
            lines.add(returnedLine(line));
        }
        String amount = fields.decimalOrNull("amount");
        boolean shipping = fields.flag("shipping") && (namesLines || amount != null);
        return () -> new Return(
                id, customer, at, purchase, lines.stream().map(Supplier::get).toList(), moneyOrNull(amount), shipping);
    }

    private Supplier<ReturnedLine> returnedLine(JsonFields fields) throws BadInputException {
        String line = fields.text("id");
        String quantity = fields.decimalOrNull("quantity");
        String amount = fields.decimalOrNull("amount");
        String gross = fields.decimalOrNull("gross");
        fields.requireNothingElse();
        return () -> new ReturnedLine(
                line, quantity == null ? null : Quantity.of(quantity), moneyOrNull(amount), moneyOrNull(gross));
    }

    private @Nullable Money moneyOrNull(@Nullable String amount) {
        return amount == null ? null : Money.of(money, amount);
    }

    private static Supplier<Cancellation> cancellation(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String redemption = fields.text("redemption");
        Long points = fields.wholeOrNull("points");
        return () -> new Cancellation(id, customer, at, redemption, points);
    }

    private static Supplier<Claim> claim(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String gift = fields.text("gift");
        String choice = fields.textOrNull("choice");
        return () -> new Claim(id, customer, at, gift, choice);
    }

    private static Supplier<Activity> activity(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String name = fields.text("name");
        Map<String, String> attributes = fields.textsByName("attributes");
        return () -> new Activity(id, customer, at, name, attributes);
    }

    /** What is not there stays as it was, and what is null is cleared. */
    private static Supplier<ProfileChange> profileChange(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        Set<ProfileChange.Field> changes = EnumSet.noneOf(ProfileChange.Field.class);
        if (fields.names("birthday")) {
            changes.add(ProfileChange.Field.BIRTHDAY);
        }
        if (fields.names("attributes")) {
            changes.add(ProfileChange.Field.ATTRIBUTES);
        }
        if (fields.names("segments")) {
            changes.add(ProfileChange.Field.SEGMENTS);
        }
        Birthday birthday = birthdayOrNull(fields);
        Map<String, String> attributes = fields.textsByName("attributes");
        List<String> segments = fields.texts("segments");
        return () -> new ProfileChange(
                id, at, new Customer(customer, birthday, attributes, new LinkedHashSet<>(segments)), changes);
    }

    private static Supplier<Adjustment> adjustment(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String currency = fields.text("currency");
        long points = fields.whole("points");
        String reason = fields.text("reason");
        String actor = fields.text("actor");
        Instant available = fields.instantOrNull("available");
        Instant expires = fields.instantOrNull("expires");
        String purchase = fields.textOrNull("purchase");
        return () -> new Adjustment(id, customer, at, currency, points, reason, actor, available, expires, purchase);
    }

    private static Supplier<TierGrant> tierGrant(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String tier = fields.text("tier");
        Instant until = fields.instant("until");
        return () -> new TierGrant(id, customer, at, tier, until);
    }

    private static Supplier<Transfer> transfer(String id, String customer, Instant at, JsonFields fields)
            throws BadInputException {
        String to = fields.text("to");
        String currency = fields.text("currency");
        long points = fields.whole("points");
        return () -> new Transfer(id, customer, at, to, currency, points);
    }
}
