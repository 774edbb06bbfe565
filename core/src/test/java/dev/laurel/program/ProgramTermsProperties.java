package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.history.RandomHistory;
import dev.laurel.tier.TierStep;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Laws that hold for the terms of every program. */
@Tag("P3")
class ProgramTermsProperties {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]{}<>#|~&$\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    @Property
    void theTermsTellEveryIdThatIsDeclared(@ForAll long seed) {
        LoyaltyProgram program = new RandomHistory(seed).program();
        List<String> ids = idsOf(program);
        assertThat(program.terms()).contains(ids.stream().map(Markdown::code).toList());
    }

    private static List<String> idsOf(LoyaltyProgram program) {
        List<String> ids = new ArrayList<>();
        ids.add(program.id());
        program.points().forEach(policy -> ids.add(policy.currency().id()));
        program.ladder().stream()
                .flatMap(ladder -> ladder.steps().stream())
                .map(TierStep::tier)
                .forEach(tier -> ids.add(tier.id()));
        program.rules().forEach(rule -> ids.add(rule.id()));
        program.rewards().forEach(reward -> ids.add(reward.id()));
        program.offers().forEach(offer -> {
            ids.add(offer.id());
            offer.choices().forEach(choice -> ids.add(choice.id()));
        });
        program.benefits().forEach(benefit -> ids.add(benefit.id()));
        return ids;
    }

    @Property
    @Tag("D3")
    void theTermsDoNotDependOnTheOrderOfDeclaration(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        assertThat(history.programDeclaredInAnotherOrder().terms())
                .isEqualTo(history.program().terms());
    }

    @Property
    void theTermsSayPeriodsInWords(@ForAll long seed) {
        assertThat(new RandomHistory(seed).program().terms()).doesNotContainPattern("\\bP\\d+[YMD]");
    }

    @Property
    void anEscapedTextHasNoMarksAndIsReadAsTheTextItself(@ForAll String text) {
        String escaped = Markdown.escaped(text);
        assertThat(ESCAPE.matcher(escaped).replaceAll("")).doesNotContainPattern(MARK);
        assertThat(ESCAPE.matcher(escaped).replaceAll("$1"))
                .isEqualTo(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " "));
    }
}
