package dev.laurel.dsl;

import static dev.laurel.dsl.BeautyInsider.BASE;
import static dev.laurel.dsl.BeautyInsider.INSIDER;
import static dev.laurel.dsl.BeautyInsider.POINTS;
import static dev.laurel.dsl.BeautyInsider.SPEND;
import static dev.laurel.dsl.BeautyInsider.VIB;
import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.LeapDay;
import dev.laurel.dsl.syntax.ProgramParts;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProgramSentenceProperties {
    private static final List<UnaryOperator<ProgramParts>> PARTS = List.of(
            program -> program.excluding(category("gift-card")),
            program -> program.excluding(category("shipping")),
            program -> program.ladders(ladder("status")
                    .startingAt(INSIDER)
                    .then(VIB, SPEND.per(YEAR).reaches(usd(350)))),
            program -> program.ladders(ladder("club").startingAt(tier("guest")).onlyGranted(tier("patron"))),
            program -> program.earn(rule("vib-rate")
                    .onPurchase()
                    .where(memberIs(VIB))
                    .multiplies(BASE)
                    .by("1.25")),
            program -> program.earn(rule("a-bonus").onPurchase().earns(POINTS.points(5))),
            program -> program.redeem(reward("mug").costing(POINTS.points(300)).gives(item("mug"))),
            program -> program.redeem(reward("cap").costing(POINTS.points(200)).gives(item("cap"))),
            program -> program.offers(
                    offer("birthday").on(birthday()).openFor(days(1)).gives(item("cake"))),
            program -> program.benefits(benefit("returns")),
            program -> program.lateLimit(days(5)),
            program -> program.returnsWithin(days(14)),
            program -> program.holdsAtMost(days(3)),
            program -> program.leapDay(LeapDay.MARCH_1));

    private static String textOf(List<UnaryOperator<ProgramParts>> parts) {
        ProgramParts program = program("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, expiring(never()))
                .earn(BASE);
        for (UnaryOperator<ProgramParts> part : parts) {
            program = part.apply(program);
        }
        return program.build().stableText();
    }

    @Provide
    Arbitrary<List<UnaryOperator<ProgramParts>>> orders() {
        return Arbitraries.shuffle(PARTS);
    }

    @Property(tries = 200)
    void theOrderOfPartsDoesNotMatter(@ForAll("orders") List<UnaryOperator<ProgramParts>> order) {
        assertThat(textOf(order)).isEqualTo(textOf(PARTS));
    }
}
