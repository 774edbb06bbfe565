package dev.laurel.simulation;

import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.Question;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.occasion.MemberCounter;
import dev.laurel.occasion.MemberMeasure;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.occasion.PurchaseMeasure;
import dev.laurel.occasion.Sum;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.MoneySteps;
import dev.laurel.rule.Rule;
import dev.laurel.service.Outcome;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Window;
import java.util.List;

/**
 * How often a rule gave points that asks for a sum, by what is counted and in which kind of window; that earns by steps, is about a part of
 * what was paid, or asks how long a member has been enrolled; and how often points of such a rule were taken back.
 */
final class TallyOfSums {
    private TallyOfSums() {}

    static void count(Outcome outcome, List<LoyaltyProgram> versions, Tally tally) {
        for (LedgerEntry entry : outcome.entries()) {
            String moved = entry.kind() == EntryKind.EARN ? "gave" : "lost";
            if (entry.kind() == EntryKind.EARN || entry.kind() == EntryKind.CLAWBACK) {
                versions.stream()
                        .filter(version -> version.versionedId().equals(entry.program()))
                        .flatMap(version -> version.rules().stream())
                        .filter(rule -> rule.id().equals(entry.source()))
                        .forEach(rule -> count(rule, moved, tally));
            }
            if (entry.kind() == EntryKind.EARN) {
                countOffers(entry, versions, tally);
                versions.stream()
                        .filter(version -> version.versionedId().equals(entry.program()))
                        .flatMap(version -> version.rules().stream())
                        .filter(rule -> rule.id().equals(entry.source()))
                        .forEach(rule -> count(rule, tally));
            }
        }
    }

    private static void count(Rule rule, String moved, Tally tally) {
        if (rule instanceof EarnRule earns && earns.effect().amount() instanceof MoneySteps) {
            tally.count("rule by steps " + moved);
        }
        if (rule instanceof EarnRule earns && earns.method() != null) {
            tally.count("rule of a part that was paid " + moved);
        }
        if (rule.conditions().stream().anyMatch(TallyOfSums::isOfEnrollment)) {
            tally.count("rule since the enrollment " + moved);
        }
    }

    private static void countOffers(LedgerEntry entry, List<LoyaltyProgram> versions, Tally tally) {
        versions.stream()
                .filter(version -> version.versionedId().equals(entry.program()))
                .flatMap(version -> version.offers().stream())
                .filter(offer -> offer.id().equals(entry.source()))
                .forEach(offer -> {
                    if (offer.conditions().stream().anyMatch(TallyOfSums::isOfEnrollment)) {
                        tally.count("offer since the enrollment gave");
                    }
                    if (offer.mentions().questions().stream()
                            .anyMatch(question -> question instanceof SumUpTo upTo && upTo.isOfAnyPurchase())) {
                        tally.count("offer after a purchase gave");
                    }
                });
    }

    private static boolean isOfEnrollment(PurchaseCondition condition) {
        return condition.mentions().questions().contains(Question.ENROLLMENT);
    }

    private static void count(Rule rule, Tally tally) {
        for (PurchaseCondition condition : rule.conditions()) {
            for (Question question : condition.mentions().questions()) {
                if (question instanceof SumUpTo upTo) {
                    tally.count("sum: of " + measureOf(upTo.sum()));
                    tally.count("sum: in " + kindOf(upTo.sum().window()));
                }
            }
        }
    }

    static String measureOf(Sum sum) {
        if (sum.counter() instanceof MemberCounter<?> counter) {
            return counter.measure() instanceof MemberMeasure.Earned ? "points earned" : "activities";
        }
        PurchaseMeasure measure = ((PurchaseCounter<?>) sum.counter()).measure();
        return measure instanceof PurchaseMeasure.Own ? "a measure of one's own" : measure.describe();
    }

    static String kindOf(Window window) {
        if (window instanceof Window.Rolling) {
            return "a rolling window";
        }
        if (window instanceof BoundedWindow.Grid) {
            return "a grid";
        }
        return window instanceof Dates
                ? "dates"
                : window instanceof BoundedWindow bounded ? bounded.noun() : window.describe();
    }
}
