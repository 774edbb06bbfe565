package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Member;
import dev.laurel.examples.benchmarks.shop.Terms;
import java.time.LocalDate;

/** Where a member stands, for those who keep no ledger: running totals and nothing else. */
final class Standing {
    private final int birthMonth;
    private int year;
    private long spend;
    private int tier;
    private int tierUntil;
    private int birthdayYear;
    private int capMonth;
    private long capUsed;
    private long earned;

    Standing(Member member) {
        birthMonth = member.birthMonth().getValue();
    }

    /** The tier that rates an order of a date. */
    int tierOn(LocalDate date) {
        int now = date.getYear();
        if (now != year) {
            long spendBefore = now == year + 1 ? spend : 0;
            if (tier > 0 && now > tierUntil) {
                tier = Terms.tierOf(spendBefore);
                tierUntil = now;
            }
            year = now;
            spend = 0;
        }
        return tier;
    }

    /** Whether an order of a date that counts gets the birthday's points. */
    boolean isBirthdayDueOn(LocalDate date) {
        return date.getMonthValue() == birthMonth && birthdayYear != date.getYear();
    }

    void takeBirthday() {
        birthdayYear = year;
    }

    /** What the cap of the month leaves of points of base and tier. */
    long capped(long points, LocalDate date) {
        int month = date.getYear() * 12 + date.getMonthValue();
        if (month != capMonth) {
            capMonth = month;
            capUsed = 0;
        }
        long left = Math.min(points, Terms.MONTHLY_CAP - capUsed);
        capUsed += left;
        return left;
    }

    /** Counts an order, whose date {@link #tierOn} was asked for before. */
    void count(long coveredCents, long points) {
        earned += points;
        spend += coveredCents;
        int reached = Terms.tierOf(spend);
        if (reached > 0 && reached >= tier) {
            tier = reached;
            tierUntil = year + 1;
        }
    }

    long earned() {
        return earned;
    }
}
