package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.decision.Refusal;
import dev.laurel.event.Activity;
import dev.laurel.occasion.ActivityKind;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Expiry;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes of something that the host gives a name. */
@Tag("E1")
@Tag("L6")
class ActivitiesTest {
    private final Shop shop =
            new Shop(program(Expiry.inactiveFor(Period.ofMonths(1)).countingAlso("review", "check-in"))
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                    .activities(new ActivityKind("survey"))
                    .build());

    private static Activity activity(String id, String date, String name) {
        return Activity.of(id, CUSTOMER, noon(date), name);
    }

    private Instant runsOut() {
        return shop.account().wallet("points").orElseThrow().runsOut();
    }

    @Test
    void anActivityThatTheProgramNamesKeepsPointsAlive() {
        shop.spend("2026-01-01", "10");
        shop.submit(activity("a", "2026-01-20", "review"));
        assertThat(runsOut()).isEqualTo(noon("2026-02-20"));
        shop.submit(activity("b", "2026-02-19", "check-in"));
        assertThat(runsOut()).isEqualTo(noon("2026-03-19"));
        assertThat(shop.entries()).hasSize(1);
        shop.verify();
    }

    @Test
    void anActivityThatTheProgramOnlyDeclaresKeepsNoPointsAlive() {
        shop.spend("2026-01-01", "10");
        shop.submit(activity("a", "2026-01-20", "survey"));
        assertThat(runsOut()).isEqualTo(noon("2026-02-01"));
    }

    @Test
    @Tag("F1")
    void anActivityThatTheProgramDoesNotKnowIsRefused() {
        Refusal refusal = shop.refused(activity("a", "2026-01-20", "Survey"));
        assertThat(refusal).isEqualTo(new Refusal.UnknownActivity("Survey"));
        assertThat(refusal.code()).isEqualTo("UNKNOWN_ACTIVITY");
        assertThat(refusal.message()).isEqualTo("the program has no activity 'Survey'");
    }

    @Test
    @Tag("P1")
    void kindsOfActivitiesHaveKebabCaseNames() {
        assertThatThrownBy(() -> new ActivityKind("Survey"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("activity must be kebab-case");
    }

    @Test
    @Tag("P3")
    void theActivitiesThatAProgramDeclaresAreInItsStableText() {
        LoyaltyProgram program = program(Expiry.inactiveFor(Period.ofMonths(1)).countingAlso("review"))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .activities(new ActivityKind("survey"), new ActivityKind("check-in"))
                .activities(new ActivityKind("survey"))
                .build();
        assertThat(program.stableText()).contains("activity check-in\nactivity survey\n");
        assertThat(program.knowsActivity("review")).isTrue();
        assertThat(program.knowsActivity("walk")).isFalse();
    }

    @Test
    @Tag("T3")
    void aLateActivityNeverShortensTheTimer() {
        shop.spend("2026-01-20", "10");
        shop.submit(activity("a", "2026-01-10", "review"));
        assertThat(runsOut()).isEqualTo(noon("2026-02-20"));
        assertThat(shop.account().asOf()).isEqualTo(noon("2026-01-20"));
    }

    @Test
    @Tag("E4")
    void anActivityOpensAnAccountAndStartsNoTimer() {
        shop.submit(activity("a", "2026-01-10", "review"));
        assertThat(shop.account().milestones().opened()).isEqualTo(noon("2026-01-10"));
        assertThat(runsOut()).isNull();
    }

    @Test
    @Tag("F2")
    void anActivityIsShownWithoutItsAttributes() {
        Activity activity = new Activity("a", CUSTOMER, noon("2026-01-10"), "review", Map.of("canary-name", "canary"));
        assertThat(activity).hasToString("Activity[a of c1 at 2026-01-10T17:00:00Z, review]");
        assertThatThrownBy(() -> activity("a", "2026-01-10", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name of an activity must not be empty");
    }
}
