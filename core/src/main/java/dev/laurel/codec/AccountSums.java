package dev.laurel.codec;

import dev.laurel.account.Account;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What agrees in every account that the engine made, and is quickly looked at: totals with what is left in lots and holds, and numbers
 * with the last ones given out. It is said without anything of the content.
 */
final class AccountSums {
    private final Account account;
    private final Map<String, Long> held = new HashMap<>();
    private final Set<String> currencies = new HashSet<>();

    /** The numbers of the lots, and apart from them those of lots that came back and last longer, of which each may be both. */
    private final Numbers opened = new Numbers();

    private final Numbers givenBack = new Numbers();

    private AccountSums(Account account) {
        this.account = account;
    }

    /** What is wrong first, or null if all agrees. */
    static @Nullable String problem(Account account) {
        if (account.sequence() < 0 || account.lotsOpened() < 0) {
            return "a last number is negative";
        }
        AccountSums sums = new AccountSums(account);
        String problem = sums.problemOfHolds();
        for (Wallet wallet : account.wallets()) {
            problem = problem == null ? sums.problemOf(wallet) : problem;
        }
        problem = problem == null ? sums.problemOfGiven() : problem;
        return problem == null ? sums.problemOfAll() : problem;
    }

    private @Nullable String problemOfHolds() {
        Set<String> ids = new HashSet<>();
        for (OpenHold hold : account.holds()) {
            if (!ids.add(hold.hold())) {
                return "a hold is open twice";
            }
            if (hold.entry() > account.sequence()) {
                return "a hold is by an entry after the last";
            }
            long points = 0;
            for (LotTaken taken : hold.lots()) {
                points = Math.addExact(points, taken.points());
                if (taken.lot().number() > account.lotsOpened()) {
                    return "a hold is of a lot after the last";
                }
            }
            held.merge(hold.currency(), points, Math::addExact);
        }
        return null;
    }

    private @Nullable String problemOf(Wallet wallet) {
        if (!currencies.add(wallet.currency())) {
            return "there are two wallets of a point currency";
        }
        if (Math.addExact(left(wallet.dated()), left(wallet.undated()))
                != wallet.balance().available()) {
            return "the points available are not those left in lots";
        }
        if (left(wallet.pending()) != wallet.balance().pending()) {
            return "the points pending are not those left in lots";
        }
        Long onHold = held.remove(wallet.currency());
        if ((onHold == null ? 0 : onHold) != wallet.balance().held()) {
            return "the points held are not those of the open holds";
        }
        if (!wallet.balance().isConserved()) {
            return "a balance does not add up";
        }
        return problemOfRemembered(wallet);
    }

    private @Nullable String problemOfRemembered(Wallet wallet) {
        for (ExpiredPoints expired : wallet.expired()) {
            if (expired.lot() > account.lotsOpened()) {
                return "points expired of a lot after the last";
            }
        }
        for (Redating redating : wallet.redatings()) {
            if (redating.lots() > account.lotsOpened()) {
                return "a lot after the last got another date";
            }
        }
        for (Shortfall shortfall : wallet.shortfalls()) {
            if (shortfall.entry() > account.sequence()) {
                return "an entry after the last fell short";
            }
        }
        return wallet.ranOut() > account.sequence() ? "a timer ran out after the last entry" : null;
    }

    private long left(LotQueue lots) {
        long left = 0;
        for (Lot lot : lots) {
            left = Math.addExact(left, lot.left());
            (lot.dating() == LotDating.GIVEN_BACK ? givenBack : opened).add(lot.number());
        }
        return left;
    }

    private @Nullable String problemOfGiven() {
        for (GivenOnSum given : account.given()) {
            long kept = 0;
            for (GivenOnSum.PostedLot posted : given.lots()) {
                if (posted.lot().number() > account.lotsOpened()) {
                    return "a rule on a sum gave a lot after the last";
                }
                kept = Math.addExact(kept, posted.kept());
            }
            if (kept > given.posted()) {
                return "a rule on a sum gave more points in lots than it did";
            }
        }
        return null;
    }

    private @Nullable String problemOfAll() {
        if (!held.isEmpty()) {
            return "there is a hold of a point currency without a wallet";
        }
        if (Math.max(opened.sortedMost(), givenBack.sortedMost()) > account.lotsOpened()) {
            return "there is a lot after the last that was opened";
        }
        // Points of one lot that were given back under two versions can have two dates: queues see to it that those
        // differ.
        return opened.haveOneTwice() ? "there is a lot twice" : null;
    }

    /** Numbers without an object for each, of which there can be many. */
    private static final class Numbers {
        private static final int FIRST_SIZE = 16;

        private long[] numbers = new long[FIRST_SIZE];
        private int size;

        void add(long number) {
            numbers = size == numbers.length ? Arrays.copyOf(numbers, 2 * size) : numbers;
            numbers[size++] = number;
        }

        /** Puts them in order, and tells the last. */
        long sortedMost() {
            Arrays.sort(numbers, 0, size);
            return size == 0 ? 0 : numbers[size - 1];
        }

        boolean haveOneTwice() {
            for (int i = 1; i < size; i++) {
                if (numbers[i - 1] == numbers[i]) {
                    return true;
                }
            }
            return false;
        }
    }
}
