package dev.laurel.dsl.syntax;

import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;

/** A program that has all it needs. Next: other parts, if any, and its end. */
public interface ProgramWithRules extends ProgramParts<ProgramWithRules> {
    /**
     * Purchases earn points by these rules too.
     *
     * <pre>{@code
     * ProgramWithRules seasonal = START.earn(BASE);
     * for (int day = 1; day <= 24; day++) {
     *     EarnRule door = rule("door-" + day).onPurchase()
     *             .where(during(LocalDate.of(2026, 12, day), LocalDate.of(2026, 12, day)))
     *             .earns(POINTS.points(day));
     *     seasonal = seasonal.earn(door);
     * }
     * LoyaltyProgram advent = seasonal.build();
     * }</pre>
     */
    ProgramWithRules earn(EarnRule rule, EarnRule... more);

    /**
     * The program.
     *
     * <pre>{@code
     * LoyaltyProgram simple = START.earn(BASE).build();
     * }</pre>
     *
     * @throws dev.laurel.program.InvalidProgramException if anything is wrong with it; all problems are listed
     */
    LoyaltyProgram build();
}
