package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Selector;
import dev.laurel.event.PurchaseLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amount;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Selection;
import dev.laurel.time.Moment;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others say of their parts is text in the terms, whatever it is. */
@Tag("P3")
class HostileTermsTest {
    private record SaidCondition(String describe) implements Condition {
        @Override
        public Finding check(Facts facts) {
            return Finding.of(true, "yes", "yes");
        }
    }

    private record SaidSelector(String describe) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            return true;
        }
    }

    private record SaidAmount(String describe) implements Amount {
        @Override
        public Ratio of(Selection selection, PurchaseFacts facts) {
            return Ratio.ONE;
        }
    }

    private static LoyaltyProgram program(String text) {
        Condition condition = new SaidCondition(text);
        Selector selector = new SaidSelector(text);
        return LoyaltyProgram.builder("hostile", "1")
                .zone(ZoneId.of("UTC"))
                .money(Currency.getInstance("USD"))
                .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                .excluding(selector)
                .earn(EarnRule.earning("rule", new SaidAmount(text))
                        .of(selector)
                        .where(condition)
                        // A reason with what cannot be seen is refused where the rule is made.
                        .because(text.matches("\\P{C}+") && !text.contains("\u2028") ? text : "said"))
                .redeem(Reward.costing("reward", 1)
                        .giving(new FreeItem(selector))
                        .where(condition))
                .offers(Offer.of(
                                "offer",
                                BirthdayOccasion.onTheDay().open(Opening.until(Moment.after(Period.ofDays(1)))),
                                new Item("cake"))
                        .alsoFor(condition, new Item("pie"))
                        .where(condition))
                .benefits(Benefit.of("benefit").where(condition))
                .build();
    }

    private static String withoutFingerprint(String terms) {
        return terms.substring(0, terms.indexOf("---\n\nFingerprint"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b |",
                "ends with \\",
                "\\| `a` | b",
                "[here](https://example.org) ![x](y) <https://example.org> www.example.org",
                "</td><script>alert(1)</script> &#60;b&#62;",
                "# Title ## | --- |",
                "*a* **b** __c__ ~~d~~ ``` $e$ {#f}",
                "\u2028# Title\u2029- item",
                "\u202Ereversed",
            })
    void theWordsOfOthersAreTextInTheTermsAndNothingElse(String text) {
        String terms = program(text).terms();

        assertThat(withoutFingerprint(terms).replace(Markdown.escaped(text), "said"))
                .isEqualTo(withoutFingerprint(program("said").terms()));
    }
}
