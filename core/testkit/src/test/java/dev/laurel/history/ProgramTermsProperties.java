package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Laws that hold for the terms of every program. */
@Tag("P3")
@Tag("slow")
class ProgramTermsProperties {
    @Property
    void theTermsTellEveryIdThatIsDeclared(@ForAll long seed) {
        LoyaltyProgram program = new RandomHistory(seed).program();
        List<String> ids = idsOf(program);
        assertThat(program.terms())
                .contains(ids.stream().map(id -> "`" + id + "`").toList());
    }

    private static List<String> idsOf(LoyaltyProgram program) {
        List<String> ids = new ArrayList<>();
        ids.add(program.id());
        program.points().forEach(policy -> ids.add(policy.currency().id()));
        program.ladders().stream()
                .flatMap(ladder -> ladder.steps().stream())
                .map(Ladder.Step::tier)
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
}
