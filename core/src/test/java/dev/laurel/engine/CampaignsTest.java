package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.program;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.event.Basket;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many rules, of which only those are looked at that can apply on a day and to what is bought. */
@Tag("A2")
class CampaignsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final int DAYS = 70;

    /** For each day one rule that runs from it for so many days, declared in any order. */
    private static LoyaltyProgram campaigns(int length, long seed) {
        List<EarnRule> rules = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate from = FIRST.plusDays(day);
            EarnRule rule = EarnRule.earning("from-" + from, Amounts.fixed(1))
                    .where(Conditions.during(from, from.plusDays(length - 1L)));
            rules.add(day % 2 == 0 ? rule : rule.of(Selectors.category(day % 3 == 0 ? "skin" : "hair")));
        }
        Collections.shuffle(rules, new Random(seed));
        return program().earn(rules.toArray(EarnRule[]::new)).build();
    }

    private static List<String> expected(LocalDate date, int length, boolean hair) {
        List<String> rules = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate from = FIRST.plusDays(day);
            boolean open = !date.isBefore(from) && date.isBefore(from.plusDays(length));
            if (open && (day % 2 == 0 || day % 3 == 0 || hair)) {
                rules.add("from-" + from);
            }
        }
        return rules;
    }

    private static List<String> applied(LoyaltyEngine engine, Instant at, Basket basket) {
        return engine.preview(engine.newAccount(CUSTOMER), basket, at).entries().stream()
                .map(LedgerEntry::source)
                .sorted()
                .toList();
    }

    @Test
    void campaignsApplyFromTheFirstToTheLastMicrosecondOfTheirDays() {
        for (int length : new int[] {1, 2, 25}) {
            LoyaltyEngine engine = LoyaltyEngine.of(campaigns(length, length));
            Basket skin = Basket.of(line("1", "10", "skin"), line("2", "10", "skin"));
            Basket both = Basket.of(line("1", "10", "skin"), line("2", "10", "hair"));
            for (int day = -1; day <= DAYS + length; day++) {
                LocalDate date = FIRST.plusDays(day);
                Instant start = date.atStartOfDay(NEW_YORK).toInstant();
                Instant end =
                        date.plusDays(1).atStartOfDay(NEW_YORK).toInstant().minusNanos(1_000);
                for (Instant at : List.of(start, end)) {
                    assertThat(applied(engine, at, skin)).isEqualTo(expected(date, length, false));
                    assertThat(applied(engine, at, both)).isEqualTo(expected(date, length, true));
                }
            }
        }
    }

    /** A line that belongs to many categories finds the same rules many times; each applies once. */
    @Test
    void rulesApplyOnceHoweverManyOfTheirCategoriesALineHas() {
        int count = 40;
        String[] categories = new String[count];
        EarnRule[] rules = new EarnRule[count];
        for (int i = 0; i < count; i++) {
            categories[i] = "category-" + i;
            rules[i] = EarnRule.earning("rule-" + i, Amounts.fixed(1))
                    .of(Selectors.any(
                            Selectors.category("category-" + i), Selectors.category("category-" + (i + 1) % count)));
        }
        LoyaltyEngine engine = LoyaltyEngine.of(program().earn(rules).build());
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        Basket basket = Basket.of(line("1", "10", categories), line("2", "10", categories));
        assertThat(applied(engine, at, basket)).hasSize(count).doesNotHaveDuplicates();
        assertThat(applied(engine, at, Basket.of(line("1", "10", "category-3"))))
                .containsExactly("rule-2", "rule-3");
    }
}
