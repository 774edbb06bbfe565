package dev.laurel.testkit;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What would become of the events so far, so that most of those to come can be accepted: orders are paid with what was redeemed, and
 * what was bought is returned.
 */
final class Foreseen {
    private final List<LoyaltyEngine> engines = new ArrayList<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Map<String, Receipt>> receipts = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private LoyaltyEngine engine;

    Foreseen(List<LoyaltyProgram> versions) {
        for (int known = 1; known <= versions.size(); known++) {
            engines.add(LoyaltyEngine.ofVersions(versions.subList(0, known)));
        }
        engine = engines.get(0);
    }

    /** What comes next is given to a service that knows so many versions. */
    void know(int versions) {
        engine = engines.get(versions - 1);
    }

    private Account account(String customer) {
        return accounts.computeIfAbsent(customer, engine::newAccount);
    }

    /** How many points of a currency a customer can spend. */
    long available(String customer, String currency) {
        return account(customer)
                .wallet(currency)
                .map(Wallet::balance)
                .map(balance -> balance.available())
                .orElse(0L);
    }

    /** Whether something is owed, and there are points that may pay it later. */
    boolean owesAndWaits(String customer) {
        return account(customer).wallets().stream()
                .map(Wallet::balance)
                .anyMatch(balance -> balance.debt() > 0 && balance.pending() + balance.held() > 0);
    }

    /** Whether an account is closed and can be opened again. */
    boolean isClosed(String customer) {
        return account(customer).isClosed() && !isErased(customer);
    }

    boolean isErased(String customer) {
        return account(customer).milestones().erased() != null;
    }

    /** Whether an event is accepted, and was not before. */
    boolean isAccepted(LoyaltyEvent event) {
        String id = event.customer() + " " + event.id();
        if (known.contains(id)) {
            return false;
        }
        List<Decision> decisions = new ArrayList<>();
        try {
            if (!isAccepted(event, decisions)) {
                return false;
            }
        } catch (RuntimeException e) {
            // An engine that fails is for those to find who run the history.
            return false;
        }
        known.add(id);
        for (Decision decision : decisions) {
            String customer = decision.account().customer();
            accounts.put(customer, decision.account());
            Map<String, Receipt> kept = receipts.computeIfAbsent(customer, unused -> new HashMap<>());
            decision.receipts().forEach(receipt -> kept.put(receipt.event(), receipt));
        }
        return true;
    }

    /** An event is accepted if what it sends to another customer is. */
    private boolean isAccepted(LoyaltyEvent event, List<Decision> decisions) {
        Decision decision = engine.evaluate(
                account(event.customer()),
                event,
                receipts.getOrDefault(event.customer(), Map.of()).values());
        decisions.add(decision);
        return decision.isAccepted()
                && decision.deliveries().stream().allMatch(delivery -> isAccepted(delivery, decisions));
    }
}
