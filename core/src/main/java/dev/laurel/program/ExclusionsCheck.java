package dev.laurel.program;

import dev.laurel.condition.Selector;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with what a program excludes from earning. */
final class ExclusionsCheck {
    private static final String GIFT_CARD = "gift-card";

    private final LoyaltyProgram.Builder program;

    ExclusionsCheck(LoyaltyProgram.Builder program) {
        this.program = program;
    }

    void check(AnswersCheck answers) {
        int number = 0;
        for (Selector selector : program.exclusions) {
            number++;
            String where = "exclusion " + number;
            answers.check(
                    where,
                    List.of(selector::describe),
                    () -> {
                        if (answers.isEmpty(selector.scope())) {
                            answers.problem(where, "can never choose a line", "mend it, or leave it out");
                        }
                    },
                    () -> String.valueOf(selector.describe()));
        }
    }

    /** A warning if a gift card, by the category that it usually has, is among what earns. */
    Optional<ProgramProblem> giftCards(Currency money) {
        PurchaseLine giftCard =
                PurchaseLine.of("1", GIFT_CARD, Money.of(money, 1)).withCategories(GIFT_CARD);
        return program.exclusions.stream().anyMatch(selector -> selects(selector, giftCard))
                ? Optional.empty()
                : Optional.of(new ProgramProblem(
                        "program",
                        "does not exclude gift cards, so a gift card earns when it is bought and again when it pays",
                        "exclude them, such as with excluding(Selectors.category(\"gift-card\"))"));
    }

    private static boolean selects(Selector selector, PurchaseLine line) {
        try {
            return selector.selects(line);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            // It may be anybody's, and what it does with a line that it does not know is not known.
            return false;
        }
    }
}
