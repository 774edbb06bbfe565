package dev.laurel.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotUse;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.PointsAsPayment;
import dev.laurel.reward.Reward;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One customer's account with a program, events applied one after another, and the entries and receipts so far. */
final class Shop {
    static final Currency USD = Currency.getInstance("USD");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final PointCurrency POINTS = PointCurrency.of("points");
    static final String CUSTOMER = "c1";

    /** Points that pay, a cent each. */
    static final Reward PAYS =
            Reward.costing("pays", ChosenPrice.ofAnyNumber()).giving(PointsAsPayment.of(Money.of(USD, "0.01"), 1));

    private final LoyaltyEngine engine;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private Account account;
    private int events;

    Shop(LoyaltyProgram program) {
        this(List.of(program));
    }

    Shop(List<LoyaltyProgram> versions) {
        engine = LoyaltyEngine.ofVersions(versions);
        account = engine.newAccount(CUSTOMER);
    }

    static LoyaltyProgram.Builder program() {
        return program(Moment.never());
    }

    static LoyaltyProgram.Builder program(Expiry expiry) {
        return program(PointTerms.expiring(expiry));
    }

    static LoyaltyProgram.Builder program(PointTerms terms) {
        return LoyaltyProgram.builder("shop", "1").zone(NEW_YORK).money(USD).points(POINTS, terms);
    }

    static Money usd(String amount) {
        return Money.of(USD, amount);
    }

    /** Noon of a date in the program's zone. */
    static Instant noon(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(NEW_YORK).toInstant();
    }

    static Instant startOf(String date) {
        return LocalDate.parse(date).atStartOfDay(NEW_YORK).toInstant();
    }

    static PurchaseLine line(String id, String net, String... categories) {
        return PurchaseLine.of(id, "sku-" + id, usd(net)).withCategories(categories);
    }

    LoyaltyEngine engine() {
        return engine;
    }

    Account account() {
        return account;
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    /** The receipt of a purchase, as returns have left it. */
    PurchaseReceipt receiptOf(String purchase) {
        return (PurchaseReceipt) requireNonNull(receipts.get(purchase));
    }

    /** The receipt of an event, as it is now. */
    Receipt receipt(String event) {
        return requireNonNull(receipts.get(event));
    }

    /** The receipt of a redemption, as cancellations and returns have left it. */
    RedemptionReceipt redeemed(String redemption) {
        return (RedemptionReceipt) requireNonNull(receipts.get(redemption));
    }

    long available() {
        return account.balance("points").available();
    }

    /** Applies an event that must be accepted. */
    @CanIgnoreReturnValue
    Decision submit(LoyaltyEvent event) {
        Decision decision = engine.evaluate(account, event, receipts.values()).orThrow();
        account = decision.account();
        entries.addAll(decision.entries());
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        return decision;
    }

    /** Why an event is refused that must be, and that leaves everything as it was. */
    Refusal refused(LoyaltyEvent event) {
        String digest = Codec.ACCOUNTS.digest(account);
        Decision decision = engine.evaluate(account, event, receipts.values());
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.account()).isSameAs(account);
        assertThat(Codec.ACCOUNTS.digest(account)).isEqualTo(digest);
        assertThat(decision.entries()).isEmpty();
        assertThat(decision.tierChanges()).isEmpty();
        assertThat(decision.receipts()).isEmpty();
        return decision.refusal().orElseThrow();
    }

    /** Holds the account against its ledger. */
    void verify() {
        assertThat(account.verify(entries)).isEmpty();
    }

    /** Brings as many points as pay so much in a program that has {@link #PAYS}, and redeems them for that. */
    @CanIgnoreReturnValue
    Shop redeemsToPay(String id, Instant at, String amount) {
        long points = usd(amount).millionths() / 10_000;
        submit(new Adjustment("brought for " + id, CUSTOMER, at, "points", points, "brought", "host"));
        submit(Redemption.of(id, CUSTOMER, at, "pays", points));
        return this;
    }

    /** A purchase at noon. */
    @CanIgnoreReturnValue
    Decision buy(String date, PurchaseLine... lines) {
        return buy(noon(date), Basket.of(lines));
    }

    @CanIgnoreReturnValue
    Decision buy(Instant at, Basket basket) {
        return submit(new Purchase("e" + ++events, CUSTOMER, at, basket));
    }

    /** A purchase of one line at noon. */
    @CanIgnoreReturnValue
    Decision spend(String date, String net) {
        return buy(date, line("1", net));
    }

    @CanIgnoreReturnValue
    Decision advance(Instant to) {
        Decision decision = engine.advance(account, to).orThrow();
        account = decision.account();
        entries.addAll(decision.entries());
        return decision;
    }

    /** Each entry as kind, points and source, such as {@code EARN 10 base}. */
    static List<String> brief(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry ->
                        entry.kind() + " " + entry.points() + (entry.source() == null ? "" : " " + entry.source()))
                .toList();
    }

    /** The lots that entries of a kind touched, as number:points. */
    static List<String> uses(List<LedgerEntry> entries, EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.lots().stream())
                .map(Shop::brief)
                .toList();
    }

    private static String brief(LotUse use) {
        return use.lot() + ":" + use.points();
    }
}
