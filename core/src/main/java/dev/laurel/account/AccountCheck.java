package dev.laurel.account;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerFold;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotUse;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares an account with the fold of its entries. */
final class AccountCheck {
    private final List<String> differences = new ArrayList<>();

    private AccountCheck() {}

    static List<String> of(Account account, LedgerFold fold) {
        AccountCheck check = new AccountCheck();
        fold.violation()
                .ifPresent(violation ->
                        check.differences.add("entry " + violation.sequence() + " " + violation.message()));
        check.compare("sequence", account.sequence(), fold.sequence());
        check.compare("lots opened", account.lotsOpened(), fold.lotsOpened());
        for (Wallet wallet : account.wallets()) {
            String currency = wallet.currency();
            check.compare("balance of " + currency, wallet.balance(), fold.balance(currency));
            List<Lot> lots = Ordering.from(Comparator.comparingLong(Lot::number).thenComparing(Lot::dating))
                    .sortedCopy(wallet.lots());
            check.compare("lots of " + currency, lots, fold.openLots(currency));
            check.compareSums(wallet);
            check.compare("holds of " + currency, held(account, currency), fold.openHolds(currency));
            if (!wallet.balance().isConserved()) {
                check.differences.add("balance of " + currency + " does not add up: " + wallet.balance());
            }
        }
        for (String currency : fold.currencies()) {
            if (account.wallet(currency).isEmpty()) {
                check.differences.add("the entries have " + currency + ", of which the account knows nothing");
            }
        }
        return ImmutableList.copyOf(check.differences);
    }

    private static SortedMap<String, List<LotUse>> held(Account account, String currency) {
        SortedMap<String, List<LotUse>> held = new TreeMap<>();
        for (OpenHold hold : account.holds()) {
            if (hold.currency().equals(currency)) {
                held.put(
                        hold.hold(),
                        hold.lots().stream()
                                .collect(Collectors.groupingBy(
                                        taken -> taken.lot().number(),
                                        TreeMap::new,
                                        Collectors.summingLong(LotTaken::points)))
                                .entrySet()
                                .stream()
                                .map(lot -> new LotUse(lot.getKey(), lot.getValue()))
                                .toList());
            }
        }
        return held;
    }

    private void compare(String what, Object held, Object folded) {
        if (!Objects.equals(held, folded)) {
            differences.add(what + " must be " + folded + " by the entries, but is " + held);
        }
    }

    /** The sums that a fold of right entries does not give by itself: what is available and pending is what is left in lots. */
    private void compareSums(Wallet wallet) {
        BigInteger pending = leftIn(wallet.pending());
        Balance balance = wallet.balance();
        compare(
                "points available of " + wallet.currency(),
                BigInteger.valueOf(balance.available()),
                leftIn(wallet.lots()).subtract(pending));
        compare("points pending of " + wallet.currency(), BigInteger.valueOf(balance.pending()), pending);
    }

    /** Lots that are not right may add up to more than a long can hold. */
    private static BigInteger leftIn(Iterable<Lot> lots) {
        BigInteger left = BigInteger.ZERO;
        for (Lot lot : lots) {
            left = left.add(BigInteger.valueOf(lot.left()));
        }
        return left;
    }
}
