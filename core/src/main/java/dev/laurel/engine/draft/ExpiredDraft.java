package dev.laurel.engine.draft;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.ledger.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** What of a wallet expired unused and still matters, while an event is being settled; by the number of the lot. */
final class ExpiredDraft {
    private List<ExpiredPoints> points;
    private boolean isOwn;

    ExpiredDraft(List<ExpiredPoints> before) {
        points = before;
    }

    /** What is left of a lot has expired. */
    void add(Lot lot) {
        own();
        int place = placeOf(lot);
        if (place < 0) {
            points.add(-place - 1, new ExpiredPoints(lot.number(), lot.left(), lot.earned()));
        } else {
            // Points that came back from a redemption to a lot that had expired already.
            long sum = Math.addExact(points.get(place).points(), lot.left());
            points.set(place, new ExpiredPoints(lot.number(), sum, lot.earned()));
        }
    }

    private void own() {
        if (!isOwn) {
            points = new ArrayList<>(points);
            isOwn = true;
        }
    }

    /** Points of a lot that had expired are there again. */
    void remove(Lot lot, long count) {
        int place = placeOf(lot);
        // What expired too long ago for its purchase to be returned is forgotten.
        if (place >= 0) {
            long left = points.get(place).points() - count;
            own();
            if (left > 0) {
                points.set(place, new ExpiredPoints(lot.number(), left, lot.earned()));
            } else {
                points.remove(place);
            }
        }
    }

    /** How many points of a lot expired unused. */
    long of(Lot lot) {
        int place = placeOf(lot);
        return place < 0 ? 0 : points.get(place).points();
    }

    /** As a binary search says it. */
    private int placeOf(Lot lot) {
        return Collections.binarySearch(Lists.transform(points, ExpiredPoints::lot), lot.number());
    }

    /** What was earned late enough for its purchase to be returned; the same list if nothing has changed. */
    List<ExpiredPoints> thatMatter(AccountDraft account) {
        if (points.isEmpty()) {
            return points;
        }
        Predicate<Instant> matters = account.versions().returnableAt(account.earliestDate());
        return Iterables.all(points, each -> matters.test(each.earned()))
                ? points
                : points.stream().filter(each -> matters.test(each.earned())).toList();
    }
}
