package dev.laurel.simulation;

import dev.laurel.condition.OrderTotal;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.event.OpeningSum;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one customer has done, as a list: each sum is added up anew whenever it is asked. */
final class PlainCounts {
    /**
     * Something that counts.
     *
     * @param sum for which sum
     * @param by by which terms
     * @param window the number of the window in which it was counted
     * @param event by which event
     * @param value what is counted once in a window, such as a day, or nothing
     */
    private record Fact(String sum, LoyaltyProgram by, long window, String event, long amount, String value) {}

    /** Where a purchase or claim was counted, by which lines, and for how much, or with which values. */
    record Counted(Sum sum, List<Integer> lines, long amount, Set<String> values) {
        Counted(Sum sum, List<Integer> lines, long amount) {
            this(sum, lines, amount, Set.of());
        }
    }

    private final PlainAccount account;
    private final List<Fact> facts = new ArrayList<>();

    PlainCounts(PlainAccount account) {
        this.account = account;
    }

    PlainCounts copyFor(PlainAccount other) {
        PlainCounts copy = new PlainCounts(other);
        copy.facts.addAll(facts);
        return copy;
    }

    // --- asked ---

    /** What a condition is told of a sum: before an enrollment there is none since it. */
    long answered(Sum sum, Instant at, LoyaltyProgram by) {
        return isMember(sum.window(), at) ? asked(sum, at, by) : -1;
    }

    /** What a sum is at an instant, asked by the terms of a version. */
    long asked(Sum sum, Instant at, LoyaltyProgram by) {
        if (!isOfValues(sum)) {
            return asked(sum, at, byWindow(sum, by));
        }
        LocalDate today = at.atZone(account.zone).toLocalDate();
        List<Fact> asked = factsOf(sum, by)
                .filter(fact -> isAsked(sum.window(), fact.window, today, at))
                .toList();
        long brought = asked.stream()
                .filter(fact -> fact.value.isEmpty())
                .mapToLong(Fact::amount)
                .sum();
        return brought
                + asked.stream()
                        .map(Fact::value)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .count();
    }

    /** What was counted for a sum by versions that follow one another up to one or from it on and ask for it as it does. */
    private Stream<Fact> factsOf(Sum sum, LoyaltyProgram by) {
        return facts.stream()
                .filter(fact -> fact.sum.equals(sum.id())
                        && (account.versions.mistake() == PlainMistake.RESTARTS_WITH_OLD_SUMS
                                || account.versions.goOn(sum.id(), fact.by, by)));
    }

    /** Whether days or other values are counted once. */
    static boolean isOfValues(Sum sum) {
        return sum.counter() instanceof PurchaseCounter<?> counter
                && (counter.measure() == PurchaseMeasure.Usual.DAYS
                        || counter.measure() instanceof PurchaseMeasure.Distinct);
    }

    /** What a sum is at an instant, by what its windows have; those of one that goes back from any date are days. */
    long asked(Sum sum, Instant at, Map<Long, Long> byWindow) {
        LocalDate today = at.atZone(account.zone).toLocalDate();
        long total = 0;
        for (Map.Entry<Long, Long> each : byWindow.entrySet()) {
            total = isAsked(sum.window(), each.getKey(), today, at) ? Math.addExact(total, each.getValue()) : total;
        }
        return total;
    }

    private boolean isAsked(Window window, long number, LocalDate today, Instant at) {
        if (window instanceof Window.Rolling rolling) {
            LocalDate day = LocalDate.ofEpochDay(number);
            return !day.isAfter(today) && day.plus(rolling.period()).isAfter(today);
        }
        return window instanceof Dates || (isMember(window, at) && number == numberOf(window, today));
    }

    /** What the windows of a sum have, as far as it is anything. */
    Map<Long, Long> byWindow(Sum sum, LoyaltyProgram by) {
        Map<Long, Long> byWindow = new TreeMap<>();
        factsOf(sum, by)
                .filter(fact -> fact.amount > 0)
                .forEach(fact -> byWindow.merge(fact.window, fact.amount, Math::addExact));
        return byWindow;
    }

    /** What one of the windows of a sum of the terms in force has; of one that goes back from any date, that which ends with a day. */
    long in(Sum sum, long number) {
        Set<String> values = new TreeSet<>();
        long total = 0;
        for (Fact fact : factsOf(sum, account.program).toList()) {
            if (isIn(sum.window(), fact.window, number)) {
                if (isOfValues(sum) && !fact.value.isEmpty()) {
                    values.add(fact.value);
                } else {
                    total = Math.addExact(total, fact.amount);
                }
            }
        }
        return total + values.size();
    }

    private static boolean isIn(Window window, long counted, long number) {
        if (window instanceof Window.Rolling rolling) {
            LocalDate until = LocalDate.ofEpochDay(counted).plus(rolling.period());
            return counted <= number && until.toEpochDay() > number;
        }
        return counted == number;
    }

    private long numberOf(Window window, LocalDate date) {
        if (window instanceof BoundedWindow bounded) {
            return PlainWindows.numberOf(bounded, date, account.memberSince());
        }
        return window == Window.SINCE_ENROLLMENT ? 1 : 0;
    }

    /** Since enrollment there is nothing before it. */
    private boolean isMember(Window window, Instant at) {
        return window != Window.SINCE_ENROLLMENT || (account.enrolled != null && !at.isBefore(account.enrolled));
    }

    // --- counted ---

    /** The sums for which an event counts at an instant: those of the terms of its date. */
    private List<Sum> counting(Instant at) {
        return counting(account.judging, at);
    }

    private List<Sum> counting(LoyaltyProgram by, Instant at) {
        List<Sum> counting = new ArrayList<>(sumsOf(by));
        LocalDate date = at.atZone(account.zone).toLocalDate();
        counting.removeIf(
                sum -> !isMember(sum.window(), at) || (sum.window() instanceof Dates dates && !dates.contains(date)));
        return counting;
    }

    static List<Sum> sumsOf(LoyaltyProgram program) {
        return program.sums().stream().map(SumUpTo::sum).toList();
    }

    /** Up to which number a sum is asked by the terms in force where it goes on by these, or by those that judge the event. */
    private long most(Sum sum) {
        LoyaltyProgram asking =
                account.versions.goOn(sum.id(), account.judging, account.program) ? account.program : account.judging;
        return asking.sums().stream()
                .filter(upTo -> upTo.sum().id().equals(sum.id()))
                .findFirst()
                .orElseThrow()
                .most();
    }

    /** What a purchase counts for, before anything of it is written down. */
    List<Counted> ofPurchase(
            PlainFacts facts, List<PlainPurchase.Line> lines, Ratio paidInMoney, List<PlainAward> awards) {
        List<Counted> counted = new ArrayList<>();
        for (Sum sum : counting(facts.occurredAt())) {
            Counted one = sum.counter() instanceof MemberCounter<?> earned
                    ? new Counted(sum, List.of(), earned(earned, facts, awards))
                    : ofLines(sum, (PurchaseCounter<?>) sum.counter(), facts, lines, paidInMoney);
            if (one.amount > 0 || !one.values.isEmpty()) {
                counted.add(one);
            }
        }
        return counted;
    }

    private static long earned(MemberCounter<?> counter, PlainFacts facts, List<PlainAward> awards) {
        long points = 0;
        for (PlainAward award : awards) {
            points += isOf(counter, award.currency()) ? award.points() : 0;
        }
        return points > 0 && areMet(counter.conditions(), facts) ? points : 0;
    }

    private static boolean areMet(List<? extends PurchaseCondition> conditions, PlainFacts facts) {
        return conditions.stream()
                .allMatch(condition ->
                        PlainRefusal.ask(() -> condition.check(facts)).met());
    }

    private static Counted ofLines(
            Sum sum, PurchaseCounter<?> counter, PlainFacts facts, List<PlainPurchase.Line> lines, Ratio paidInMoney) {
        List<Integer> places = new ArrayList<>();
        List<PurchaseLine> chosen = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            PlainPurchase.Line line = lines.get(place);
            if (line.counts()) {
                PurchaseLine bought = facts.basket().lines().stream()
                        .filter(other -> other.id().equals(line.id()))
                        .findFirst()
                        .orElseThrow();
                if (counter.selector().selects(bought)) {
                    places.add(place);
                    chosen.add(bought);
                }
            }
        }
        if (places.isEmpty() || !areMet(counter.conditions(), facts)) {
            return new Counted(sum, places, 0);
        }
        if (counter.measure() == PurchaseMeasure.Usual.DAYS) {
            return new Counted(sum, places, 0, Set.of(facts.date().toString()));
        }
        if (counter.measure() instanceof PurchaseMeasure.Distinct distinct) {
            Set<String> values = new TreeSet<>();
            chosen.forEach(line -> values.addAll(distinct.property().valuesOf(line, facts.basket())));
            return new Counted(sum, places, 0, values);
        }
        if (counter.measure() instanceof PurchaseMeasure.Own own) {
            return new Counted(sum, places, own.measure().of(facts.with(chosen)));
        }
        Fraction amount = Fraction.ZERO;
        for (int place : places) {
            PlainPurchase.Line line = lines.get(place);
            amount = amount.plus(
                    switch ((PurchaseMeasure.Usual) counter.measure()) {
                        case SPEND -> Fraction.of(Ratio.of(line.qualifying()));
                        case QUANTITY -> quantity(line, paidInMoney);
                        case DAYS -> throw new AssertionError(counter);
                        case PURCHASES -> amount.equals(Fraction.ZERO) ? Fraction.ONE : Fraction.ZERO;
                    });
        }
        return new Counted(sum, places, amount.rounded(Rounding.DOWN));
    }

    private static Fraction quantity(PlainPurchase.Line line, Ratio paidInMoney) {
        return Fraction.of(Ratio.of(line.quantity().millionths()))
                .times(Fraction.of(paidInMoney))
                .times(Fraction.of(line.left()));
    }

    private static boolean isOf(MemberCounter<?> counter, String currency) {
        return counter.measure() instanceof MemberMeasure.Earned earned
                && earned.currency().id().equals(currency);
    }

    /** One more activity. */
    List<Counted> ofActivity(PlainFacts facts, String name) {
        List<Counted> counted = new ArrayList<>();
        for (Sum sum : counting(facts.occurredAt())) {
            if (sum.counter() instanceof MemberCounter<?> counter
                    && counter.measure().equals(new MemberMeasure.Activities(new ActivityKind(name)))
                    && areMet(counter.conditions(), facts)) {
                counted.add(new Counted(sum, List.of(), 1));
            }
        }
        return counted;
    }

    /** The points that a claim gave. */
    List<Counted> ofClaim(PlainFacts facts, String currency, long points) {
        List<Counted> counted = new ArrayList<>();
        for (Sum sum : counting(facts.occurredAt())) {
            if (sum.counter() instanceof MemberCounter<?> counter
                    && isOf(counter, currency)
                    && areMet(counter.conditions(), facts)) {
                counted.add(new Counted(sum, List.of(), points));
            }
        }
        return counted;
    }

    /** Writes down what an event of an instant counts for, and says to which sums of the terms in force that adds something. */
    Set<String> write(List<Counted> counted, String event, Instant at) {
        int before = facts.size();
        add(counted, event, at);
        return inForce(facts.subList(before, facts.size()));
    }

    /** The sums that go on by the terms in force, of some facts. */
    private Set<String> inForce(List<Fact> some) {
        return some.stream().filter(this::isInForce).map(Fact::sum).collect(Collectors.toSet());
    }

    private boolean isInForce(Fact fact) {
        return account.versions.goOn(fact.sum, fact.by, account.program);
    }

    private void add(List<Counted> counted, String event, Instant at) {
        for (Counted one : counted) {
            if (isOfValues(one.sum)) {
                long window = windowOf(one.sum, at);
                one.values.forEach(value -> note(one.sum, window, event, value, at));
            } else {
                add(one.sum, account.judging, event, one.amount, at);
            }
        }
    }

    private long windowOf(Sum sum, Instant at) {
        LocalDate date = at.atZone(account.zone).toLocalDate();
        if (PlainWindows.isOfMember(sum.window())) {
            account.fixMembership();
        }
        return sum.window() instanceof Window.Rolling ? date.toEpochDay() : numberOf(sum.window(), date);
    }

    private void add(Sum sum, LoyaltyProgram by, String event, long amount, Instant at) {
        long window = windowOf(sum, at);
        LocalDate date = at.atZone(account.zone).toLocalDate();
        facts.add(new Fact(sum.id(), by, window, event, amount, ""));
        long inWindow = factsOf(sum, by)
                .filter(fact -> fact.window == window && fact.value.isEmpty())
                .mapToLong(Fact::amount)
                .reduce(0, Math::addExact);
        PlainRefusal.unless(inWindow <= Money.MAX_MILLIONTHS, "OVERFLOW");
        if (sum.window() instanceof Window.Rolling rolling) {
            for (LocalDate day = date; day.isBefore(date.plus(rolling.period())); day = day.plusDays(1)) {
                Instant noon = day.atTime(12, 0).atZone(account.zone).toInstant();
                PlainRefusal.unless(asked(sum, noon, by) <= Money.MAX_MILLIONTHS, "OVERFLOW");
            }
        }
    }

    /** Whether the program asks for a counter, and that can have so much. */
    boolean canBring(OpeningSum brought) {
        List<Sum> asked = sumsOf(account.program).stream()
                .filter(sum -> sum.counter().id().equals(brought.counter()))
                .toList();
        return !asked.isEmpty()
                && (isInParts(asked.get(0))
                        || brought.sum().stripTrailingZeros().scale() <= 0);
    }

    private static boolean isInParts(Sum sum) {
        return sum instanceof MoneySum
                || (sum.counter() instanceof PurchaseCounter<?> counter
                        && counter.measure() == PurchaseMeasure.Usual.QUANTITY);
    }

    /** What was done elsewhere counts by its date for all that the terms in force ask of its counter. */
    Set<String> bring(OpeningSum brought, String event) {
        int before = facts.size();
        for (Sum sum : counting(account.program, brought.at())) {
            if (sum.counter().id().equals(brought.counter()) && brought.sum().signum() > 0) {
                BigDecimal amount = isInParts(sum) ? brought.sum().movePointRight(6) : brought.sum();
                add(sum, account.program, event, amount.longValueExact(), brought.at());
            }
        }
        return inForce(facts.subList(before, facts.size()));
    }

    /** Each once in a window, and as long as anything asks for more; of a window that goes back from any date always. */
    private void note(Sum sum, long window, String event, String value, Instant at) {
        boolean isEnough = !(sum.window() instanceof Window.Rolling) && asked(sum, at, account.judging) >= most(sum);
        boolean isKnown =
                factsOf(sum, account.judging).anyMatch(fact -> fact.window == window && fact.value.equals(value));
        if (!isEnough && !isKnown) {
            facts.add(new Fact(sum.id(), account.judging, window, event, 1, value));
        }
    }

    // --- taken out ---

    /** What is left of a purchase counts on, and no more of it; says of which sums there is less, each with the window. */
    Map<String, Long> keep(List<Counted> counted, String event, PlainPurchase after) {
        Map<String, Long> less = new TreeMap<>();
        for (Counted one : counted) {
            if (!isOfValues(one.sum)) {
                replace(one.sum.id(), event, left(one, after), less);
            }
        }
        return less;
    }

    /** A claim was undone; says of which sums there is less, each with the window. */
    Map<String, Long> remove(String event) {
        Map<String, Long> less = new TreeMap<>();
        facts.stream()
                .filter(fact -> fact.event.equals(event) && isInForce(fact))
                .forEach(fact -> less.put(fact.sum, fact.window));
        facts.removeIf(fact -> fact.event.equals(event));
        return less;
    }

    private void replace(String sum, String event, long amount, Map<String, Long> less) {
        facts.replaceAll(fact -> {
            if (!fact.sum.equals(sum) || !fact.event.equals(event)) {
                return fact;
            }
            if (amount < fact.amount && isInForce(fact)) {
                less.put(sum, fact.window);
            }
            return new Fact(sum, fact.by, fact.window, event, amount, "");
        });
    }

    private static long left(Counted counted, PlainPurchase after) {
        if (counted.sum.counter() instanceof MemberCounter<?> counter) {
            return after.awards().stream()
                    .filter(award -> isOf(counter, award.currency()))
                    .mapToLong(award -> award.kept(after))
                    .sum();
        }
        PurchaseCounter<?> counter = (PurchaseCounter<?>) counted.sum.counter();
        List<PlainPurchase.Line> lines =
                counted.lines.stream().map(after.lines()::get).toList();
        if (counter.measure() instanceof PurchaseMeasure.Own) {
            Fraction cost =
                    costLeft(lines.stream().map(line -> line.with(Ratio.ONE)).toList());
            boolean isAnyLeft = lines.stream().anyMatch(line -> line.left().signum() > 0);
            return cost.equals(Fraction.ZERO)
                    ? isAnyLeft ? counted.amount : 0
                    : costLeft(lines)
                            .dividedBy(cost)
                            .times(Fraction.of(Ratio.of(counted.amount)))
                            .rounded(Rounding.DOWN);
        }
        return switch ((PurchaseMeasure.Usual) counter.measure()) {
            case SPEND ->
                lines.stream().mapToLong(PlainPurchase.Line::qualifyingLeft).sum();
            case QUANTITY -> {
                Fraction quantity = Fraction.ZERO;
                for (PlainPurchase.Line line : lines) {
                    quantity = quantity.plus(quantity(line, after.paidInMoney()));
                }
                yield quantity.rounded(Rounding.DOWN);
            }
            case DAYS -> throw new AssertionError(counter);
            case PURCHASES -> isStillOne(counter, lines, after) ? 1 : 0;
        };
    }

    private static Fraction costLeft(List<PlainPurchase.Line> lines) {
        Fraction cost = Fraction.ZERO;
        for (PlainPurchase.Line line : lines) {
            cost = cost.plus(Fraction.of(line.cost()).times(Fraction.of(line.left())));
        }
        return cost;
    }

    private static boolean isStillOne(PurchaseCounter<?> counter, List<PlainPurchase.Line> lines, PlainPurchase after) {
        boolean isAnyLeft = lines.stream().anyMatch(line -> line.left().signum() > 0);
        for (PurchaseCondition condition : counter.conditions()) {
            for (OrderTotal total : condition.totals()) {
                List<PlainPurchase.Line> of = after.counting().stream()
                        .filter(line -> total.lines().selects(line.bought()))
                        .toList();
                isAnyLeft &= !costLeft(of).isLessThan(Fraction.of(total.least().toRatio()));
            }
        }
        return isAnyLeft;
    }

    /** Different values can be personal: nobody knows them after an erasure. Days stay, and what was brought without the values. */
    void eraseValues() {
        Set<String> sums = account.versions.known().stream()
                .flatMap(version -> sumsOf(version).stream())
                .filter(sum -> sum.counter() instanceof PurchaseCounter<?> counter
                        && counter.measure() instanceof PurchaseMeasure.Distinct)
                .map(Sum::id)
                .collect(Collectors.toSet());
        facts.removeIf(fact -> sums.contains(fact.sum) && !fact.value.isEmpty());
    }
}
