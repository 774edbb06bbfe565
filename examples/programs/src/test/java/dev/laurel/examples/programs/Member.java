package dev.laurel.examples.programs;

import static dev.laurel.dsl.Laurel.usd;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Basket;
import dev.laurel.event.Claim;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Return;
import dev.laurel.event.TierGrant;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.Receipt;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A member who lives through a program: dates are days at noon in the program's zone, unless they have a time. */
final class Member {
    private static final String ID = "c1";

    private final LoyaltyEngine engine;
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final String currency;
    private Account account;
    private int events;

    Member(LoyaltyProgram program) {
        engine = LoyaltyEngine.of(program);
        account = engine.newAccount(ID);
        currency = program.points().get(0).currency().id();
    }

    LoyaltyEngine engine() {
        return engine;
    }

    Account account() {
        return account;
    }

    /** Such as {@code 2026-01-31} or {@code 2026-01-31T23:59}. */
    Instant at(String when) {
        LocalDateTime local = when.contains("T")
                ? LocalDateTime.parse(when)
                : LocalDate.parse(when).atTime(12, 0);
        ZoneId zone = engine.program().zone();
        return local.atZone(zone).toInstant();
    }

    @CanIgnoreReturnValue
    Decision submit(LoyaltyEvent event) {
        Decision decision = engine.evaluate(account, event, receipts.values());
        account = decision.account();
        decision.receipts().forEach(receipt -> receipts.put(receipt.event(), receipt));
        return decision;
    }

    private String nextId() {
        return "e" + ++events;
    }

    /** The points of the program's first currency that a purchase earns. */
    @CanIgnoreReturnValue
    long buys(String when, String net) {
        return buys(when, Basket.ofTotal(usd(net)));
    }

    @CanIgnoreReturnValue
    long buys(String when, Basket basket) {
        return submit(new Purchase(nextId(), ID, at(when), basket)).orThrow().earned(currency);
    }

    /** Brings all of the last purchase back. */
    @CanIgnoreReturnValue
    Decision bringsBack(String when) {
        return bringsBack(when, lastId());
    }

    /** Brings all of a purchase back. */
    @CanIgnoreReturnValue
    Decision bringsBack(String when, String purchase) {
        return submit(Return.ofAll("back-" + purchase, ID, at(when), purchase)).orThrow();
    }

    /** The id of the last event that was given one. */
    String lastId() {
        return "e" + events;
    }

    @CanIgnoreReturnValue
    Decision enrolls(String when, String birthday) {
        Customer customer = new Customer(ID, Birthday.parse(birthday), Map.of(), Set.of());
        return submit(new Enrollment(nextId(), at(when), customer, null)).orThrow();
    }

    @CanIgnoreReturnValue
    Decision changesBirthday(String when, String birthday) {
        return submit(ProfileChange.ofBirthday(nextId(), ID, at(when), Birthday.parse(birthday)))
                .orThrow();
    }

    /** Empty if the gift was given; otherwise the code of the refusal. */
    @CanIgnoreReturnValue
    String claims(String when, String choice) {
        return code(submit(new Claim(nextId(), ID, at(when), "birthday", choice)));
    }

    /** Empty if the reward was given; otherwise the code of the refusal. */
    @CanIgnoreReturnValue
    String redeems(String when, String reward, String order) {
        return redeems(when, reward, Basket.ofTotal(usd(order)));
    }

    @CanIgnoreReturnValue
    String redeems(String when, String reward, Basket order) {
        return code(submit(new Redemption(nextId(), ID, at(when), reward, null, order)));
    }

    void isGranted(String when, String tier, String until) {
        submit(new TierGrant(nextId(), ID, at(when), tier, at(until))).orThrow();
    }

    void waitsUntil(String when) {
        waitsUntil(at(when));
    }

    void waitsUntil(Instant instant) {
        account = engine.advance(account, instant).account();
    }

    private static String code(Decision decision) {
        return decision.refusal().map(Refusal::code).orElse("");
    }

    String tier() {
        return standing().tier().id();
    }

    TierStanding standing() {
        return standing("status");
    }

    /** What the member holds on a ladder. */
    TierStanding standing(String ladder) {
        return account.standing(ladder).orElseThrow();
    }

    /** How far the member is on the only ladder. */
    LadderProgress progress() {
        return engine.progress(account).get(0);
    }

    long available() {
        return account.balance(currency).available();
    }
}
