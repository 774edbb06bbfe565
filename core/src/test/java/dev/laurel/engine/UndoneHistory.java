package dev.laurel.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Payment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.money.Money;
import dev.laurel.money.Quantity;
import dev.laurel.receipt.OpenHold;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.ReceiptLine;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.receipt.TakenLots;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A member buys, redeems, holds, sends and brings back whatever a list of numbers says, and in the end all of it is undone, in whatever
 * order these say: everything is returned and cancelled, and what was sent comes back. Then nothing may be owed and nothing gained.
 */
final class UndoneHistory {
    static final String POINTS = "points";
    private static final String MEMBER = "ada";
    private static final String FRIEND = "ben";
    private static final Instant START = Instant.parse("2026-02-01T12:00:00Z");
    private static final int MOST_PARTS = 40;

    private final LoyaltyEngine engine;
    private final int[] genes;
    private final boolean mayTransfer;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final List<LoyaltyEvent> events = new ArrayList<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final long given;
    private int gene;
    private int number;
    private Instant now = START;
    private boolean isUndoing;
    private long mostOwed;
    private long shortfalls;
    private boolean expiredBefore;
    private boolean expiredWhileUndone;

    private UndoneHistory(LoyaltyEngine engine, boolean mayTransfer, int[] genes) {
        this.engine = engine;
        this.genes = genes;
        this.mayTransfer = mayTransfer;
        accounts.put(MEMBER, engine.newAccount(MEMBER));
        accounts.put(FRIEND, engine.newAccount(FRIEND));
        submit(Enrollment.of("joins", FRIEND, START));
        given = draw(3) == 0 ? 0 : draw(300);
        if (given > 0) {
            submit(new Adjustment(id(), MEMBER, now, POINTS, given, "goodwill", "agent"));
        }
    }

    /** What came of a list of numbers. */
    static UndoneHistory of(LoyaltyEngine engine, boolean mayTransfer, int[] genes) {
        UndoneHistory history = new UndoneHistory(engine, mayTransfer, genes);
        for (int actions = 3 + history.draw(10); actions > 0; actions--) {
            history.act();
        }
        history.undo();
        return history;
    }

    // --- what came of it ---

    /** Points that are owed in the end. */
    long owed() {
        return balance(MEMBER).debt() + balance(FRIEND).debt();
    }

    /** Points that the member has more in the end than were given by hand; less than zero for those lost. */
    long gained() {
        return balance(MEMBER).outstanding() + balance(FRIEND).outstanding() - given;
    }

    /** Whether points expired between the first and the last undoing. */
    boolean expiredWhileUndone() {
        return expiredWhileUndone;
    }

    /** Whether points expired before that. */
    boolean expiredBefore() {
        return expiredBefore;
    }

    /** Whether a balance is not what its entries add up to. */
    List<String> differences() {
        return accounts.get(MEMBER)
                .verify(entries.stream().filter(entry -> entry.cause() != null).toList());
    }

    /** How much went wrong in between, and so how near it is to a mistake: what to climb. */
    long stress() {
        return mostOwed + 2 * shortfalls + events.size();
    }

    String describe() {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event.occurredAt())
                .append(' ')
                .append(detail(event))
                .append('\n'));
        return text.toString();
    }

    private static String detail(LoyaltyEvent event) {
        if (event instanceof Purchase purchase) {
            return "Purchase " + purchase.id() + " " + purchase.basket().lines() + " shipping "
                    + purchase.basket().shipping() + " paid "
                    + purchase.basket().payments();
        }
        return event instanceof Return returned
                ? "Return of " + returned.purchase() + " " + returned.lines() + " " + returned.amount() + " "
                        + returned.shipping()
                : event
                        + (event instanceof Capture capture ? " points " + capture.points() : "")
                        + (event instanceof Cancellation cancelled ? " points " + cancelled.points() : "");
    }

    private Balance balance(String customer) {
        return requireNonNull(accounts.get(customer)).balance(POINTS);
    }

    // --- numbers ---

    /** The next number, below a bound; zero once there are no more. */
    private int draw(int bound) {
        return gene < genes.length ? Math.floorMod(genes[gene++], bound) : 0;
    }

    private String id() {
        return "e" + ++number;
    }

    /** Mostly as time goes on; now and then of some days before. */
    private Instant when() {
        now = now.plus(draw(3) * 12L, ChronoUnit.HOURS);
        return draw(8) == 7 ? now.minus(draw(20), ChronoUnit.DAYS) : now;
    }

    private <T> T pick(List<T> of) {
        return of.get(draw(of.size()));
    }

    // --- events ---

    @CanIgnoreReturnValue
    private boolean submit(LoyaltyEvent event) {
        Account before = requireNonNull(accounts.get(event.customer()));
        Decision decision = engine.evaluate(before, event, receipts.values());
        if (!decision.isAccepted()) {
            return false;
        }
        for (LoyaltyEvent delivery : decision.deliveries()) {
            Decision there = engine.evaluate(requireNonNull(accounts.get(delivery.customer())), delivery)
                    .orThrow();
            accept(delivery, there);
        }
        accept(event, decision);
        return true;
    }

    private void accept(LoyaltyEvent event, Decision decision) {
        events.add(event);
        accounts.put(event.customer(), decision.account());
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        for (LedgerEntry entry : decision.entries()) {
            boolean isOfClosure = event instanceof Closure || event instanceof Reopening;
            noteExpired(entry.kind() == EntryKind.EXPIRE && !isOfClosure);
            shortfalls += entry.shortfall();
            if (event.customer().equals(MEMBER)) {
                entries.add(entry);
            }
        }
        mostOwed = Math.max(mostOwed, balance(MEMBER).debt());
    }

    private void noteExpired(boolean expired) {
        expiredWhileUndone |= isUndoing && expired;
        expiredBefore |= !isUndoing && expired;
    }

    private void act() {
        switch (draw(11)) {
            case 4 -> redeem();
            case 5 -> hold();
            case 6 -> resolve();
            case 7 -> returnPart(draw(4));
            case 8 -> cancelPart();
            case 9 -> send();
            case 10 -> closeAndReopen();
            default -> buy();
        }
    }

    private long available() {
        return balance(MEMBER).available();
    }

    private long someAvailable() {
        long available = available();
        return draw(3) == 0 ? available : Math.min(available, 1 + draw(400));
    }

    @CanIgnoreReturnValue
    private String redeem() {
        String id = id();
        long points = someAvailable();
        return points > 0 && submit(Redemption.of(id, MEMBER, when(), "pays", points)) ? id : "";
    }

    @CanIgnoreReturnValue
    private String hold() {
        String id = id();
        long points = someAvailable();
        Instant at = when();
        return points > 0 && submit(new Hold(id, MEMBER, at, "pays", at.plus(300, ChronoUnit.DAYS), points, null))
                ? id
                : "";
    }

    private void buy() {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 1 + draw(3); i > 0; i--) {
            long cents = draw(4) == 0 ? draw(3) : draw(20_000);
            PurchaseLine line =
                    PurchaseLine.of("l" + i, "sku-" + draw(3), cents(cents)).withQuantity(Quantity.of(1 + draw(4)));
            lines.add(draw(3) == 0 ? line.withTax(cents(draw(2_000))) : line);
        }
        Basket basket = Basket.of(lines);
        basket = draw(4) == 0 ? basket.withShipping(cents(draw(900))) : basket;
        String paying = switch (draw(5)) {
            case 1 -> redeem();
            case 2 -> hold();
            case 3 -> anyPaying();
            default -> "";
        };
        submit(new Purchase(id(), MEMBER, when(), paying.isEmpty() ? basket : paid(basket, paying)));
    }

    private static Money cents(long cents) {
        return Money.ofMillionths(Shop.USD, cents * 10_000);
    }

    private Basket paid(Basket basket, String paying) {
        RedemptionReceipt receipt = (RedemptionReceipt) requireNonNull(receipts.get(paying));
        long most = Math.min(
                receipt.payable(requireNonNull(accounts.get(MEMBER))
                                .hold(paying)
                                .isPresent())
                        .millionths(),
                basket.total().millionths());
        long part = draw(2) == 0 ? most : most * draw(1_000) / 1_000;
        return basket.paidBy(Payment.withPoints(Money.ofMillionths(Shop.USD, part), paying));
    }

    private List<RedemptionReceipt> redemptions() {
        return receipts.values().stream()
                .filter(RedemptionReceipt.class::isInstance)
                .map(RedemptionReceipt.class::cast)
                .toList();
    }

    private List<OpenHold> holds() {
        return requireNonNull(accounts.get(MEMBER)).holds();
    }

    /** A redemption, or a hold that is open. */
    private String anyPaying() {
        List<String> ids = new ArrayList<>();
        for (RedemptionReceipt receipt : redemptions()) {
            boolean isOpen = holds().stream().anyMatch(hold -> hold.hold().equals(receipt.redemption()));
            if (!receipt.isUncaptured() || isOpen) {
                ids.add(receipt.redemption());
            }
        }
        return ids.isEmpty() ? "" : pick(ids);
    }

    private void resolve() {
        if (holds().isEmpty()) {
            return;
        }
        OpenHold hold = pick(holds());
        if (draw(3) == 0) {
            submit(new Release(id(), MEMBER, when(), hold.hold()));
        } else {
            long points = draw(2) == 0 ? hold.points() : 1 + draw((int) hold.points());
            Capture capture = new Capture(id(), MEMBER, when(), hold.hold(), points);
            submit(draw(2) == 0 ? capture.withMoreToFollow() : capture);
        }
    }

    /** An account that is closed by mistake, and opened again. */
    private void closeAndReopen() {
        long expired = balance(MEMBER).expired();
        if (submit(new Closure(id(), MEMBER, when()))) {
            assertThat(submit(new Reopening(id(), MEMBER, now))).isTrue();
        }
        noteExpired(balance(MEMBER).expired() > expired);
    }

    private void send() {
        long points = someAvailable();
        if (mayTransfer && points > 0) {
            submit(new Transfer(id(), MEMBER, when(), FRIEND, POINTS, points));
        }
    }

    // --- undoing ---

    private List<PurchaseReceipt> kept() {
        return receipts.values().stream()
                .filter(PurchaseReceipt.class::isInstance)
                .map(PurchaseReceipt.class::cast)
                .filter(receipt -> !receipt.isReturned()
                        || (!receipt.shippingReturned() && !receipt.shipping().isZero()))
                .toList();
    }

    /** By a cent, by a part of what is left, by pieces, by gross, or all. */
    private void returnPart(int how) {
        List<PurchaseReceipt> kept = kept();
        if (kept.isEmpty()) {
            return;
        }
        PurchaseReceipt receipt = pick(kept);
        String purchase = receipt.purchase();
        List<ReceiptLine> lines =
                receipt.lines().stream().filter(line -> !line.isReturned()).toList();
        if (how == 0 || lines.isEmpty()) {
            submit(Return.ofAll(id(), MEMBER, when(), purchase));
            return;
        }
        ReceiptLine line = pick(lines);
        ReturnedLine back = switch (how) {
            case 1 -> ReturnedLine.of(line.id(), cents(1));
            case 2 -> ReturnedLine.of(line.id(), Quantity.ofMillionths(1 + draw(1_000_000)));
            default -> ReturnedLine.ofGross(line.id(), cents(1 + draw(500)));
        };
        Return returned = new Return(id(), MEMBER, when(), purchase, List.of(back));
        if (!submit(draw(6) == 0 ? returned.withShipping() : returned)) {
            submit(Return.ofAmount(id(), MEMBER, when(), purchase, cents(1 + draw(300))));
        }
    }

    private void cancelPart() {
        List<TakenLots> taken = takenLeft();
        if (!taken.isEmpty()) {
            TakenLots lots = pick(taken);
            long points = draw(3) == 0 ? lots.left() : Math.min(lots.left(), 1 + draw(50));
            submit(new Cancellation(id(), MEMBER, when(), lots.event(), points));
        }
    }

    private List<TakenLots> takenLeft() {
        List<TakenLots> left = new ArrayList<>();
        redemptions()
                .forEach(receipt -> receipt.taken().stream()
                        .filter(taken -> taken.left() > 0)
                        .forEach(left::add));
        return left;
    }

    private void undo() {
        isUndoing = true;
        now = now.plus(draw(40), ChronoUnit.DAYS);
        for (int parts = 0; parts < MOST_PARTS && !isUndone(); parts++) {
            switch (draw(6)) {
                case 5 -> closeAndReopen();
                case 0 -> cancelPart();
                case 1 -> resolve();
                case 2 -> sendBack();
                default -> returnPart(draw(4));
            }
        }
        for (int rounds = 0; !isUndone(); rounds++) {
            if (rounds == MOST_PARTS) {
                throw new AssertionError("something cannot be undone:\n" + describe());
            }
            kept().forEach(receipt -> submit(Return.ofAll(id(), MEMBER, now, receipt.purchase())));
            holds().forEach(hold -> submit(new Release(id(), MEMBER, now, hold.hold())));
            takenLeft().forEach(taken -> submit(new Cancellation(id(), MEMBER, now, taken.event(), null)));
            sendBack();
        }
    }

    private void sendBack() {
        // Nobody wrote down what time brought about there; what is past its date cannot be sent.
        Decision present = engine.advance(requireNonNull(accounts.get(FRIEND)), now);
        accounts.put(FRIEND, present.account());
        expiredWhileUndone |= !present.entries().isEmpty();
        long points = balance(FRIEND).available();
        if (points > 0) {
            submit(new Transfer(id(), FRIEND, now, MEMBER, POINTS, points));
        }
    }

    private boolean isUndone() {
        return kept().isEmpty()
                && holds().isEmpty()
                && takenLeft().isEmpty()
                && balance(FRIEND).available() == 0;
    }
}
