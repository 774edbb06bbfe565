package dev.laurel.dsl;

import static dev.laurel.dsl.BeautyInsider.BASE;
import static dev.laurel.dsl.BeautyInsider.INSIDER;
import static dev.laurel.dsl.BeautyInsider.POINTS;
import static dev.laurel.dsl.BeautyInsider.ROUGE;
import static dev.laurel.dsl.BeautyInsider.SPEND;
import static dev.laurel.dsl.BeautyInsider.VIB;
import static dev.laurel.dsl.Laurel.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.customer.LeapDay;
import dev.laurel.dsl.syntax.ProgramParts;
import dev.laurel.event.Pricing;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Ratio;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointPolicy;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ProgramProblem;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.Rule;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProgramSentenceTest {
    private static final PointCurrency STAMPS = pointCurrency("stamps");
    private static final ProgramParts START =
            program("shop", "1").zone(ZoneId.of("UTC")).money(USD).points(POINTS, expiring(never()));
    private static final Ladder LADDER =
            ladder("status").startingAt(INSIDER).then(VIB, SPEND.per(YEAR).reaches(usd(350)));
    private static final Ladder CLUB = ladder("club").startingAt(tier("guest")).onlyGranted(tier("patron"));

    private static LoyaltyProgram beautyInsiderOfTheCore() {
        EarnRule base =
                EarnRule.earning("base", Amounts.proportional(1, usd(1))).awarding(POINTS);
        MoneySum spend = PurchaseCounter.spend("spend").per(BoundedWindow.YEAR);
        return LoyaltyProgram.builder("beauty-insider", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Expiry.inactiveFor(months(18))))
                .excluding(Selectors.any(Selectors.category("gift-card"), Selectors.category("shipping")))
                .ladders(Ladder.startingAt("status", INSIDER)
                        .then(VIB, spend.reaches(usd(350)))
                        .then(ROUGE, spend.reaches(usd(1000))))
                .earn(
                        base,
                        Multiplier.of("vib-rate", base, Ratio.of("1.25")).where(Conditions.memberIs(VIB)),
                        Multiplier.of("rouge-rate", base, Ratio.of("1.5")).where(Conditions.memberIs(ROUGE)),
                        Multiplier.of("fragrance-days", base, Ratio.of("2"))
                                .of(Selectors.category("fragrance"))
                                .where(Conditions.during(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7)))
                                .because("Double points on fragrance, 1-7 May"))
                .redeem(
                        Reward.costing("cash-10", POINTS.points(500))
                                .where(Conditions.orderOfAtLeast(usd(10)))
                                .giving(new AmountOff(usd(10))),
                        Reward.costing("rouge-reward", POINTS.points(2500))
                                .where(Conditions.memberIs(ROUGE))
                                .giving(new AmountOff(usd(100))))
                .offers(Offer.of(
                                "birthday",
                                BirthdayOccasion.onTheDay()
                                        .open(Opening.inItsMonth())
                                        .knownFor(days(1)),
                                new Item("mini-lipstick"),
                                new Item("mini-mascara"))
                        .alsoFor(Conditions.memberIsAtLeast(VIB), new Bonus(POINTS.points(250))))
                .benefits(
                        Benefit.of("early-access").where(Conditions.memberIsAtLeast(VIB)),
                        Benefit.of("free-shipping").where(Conditions.memberIs(ROUGE)))
                .build();
    }

    @Test
    void aWholeProgramIsTheOneThatTheCoresOwnBuilderMakes() {
        LoyaltyProgram said = BeautyInsider.program();
        LoyaltyProgram built = beautyInsiderOfTheCore();

        assertThat(said.stableText()).isEqualTo(built.stableText());
        assertThat(said.fingerprint()).isEqualTo(built.fingerprint());
        assertThat(said.points()).isEqualTo(built.points());
        assertThat(said.exclusions()).isEqualTo(built.exclusions());
        assertThat(said.ladders()).isEqualTo(built.ladders());
        assertThat(said.rules()).isEqualTo(built.rules());
        assertThat(said.rewards()).isEqualTo(built.rewards());
        assertThat(said.offers()).isEqualTo(built.offers());
        assertThat(said.benefits()).isEqualTo(built.benefits());
    }

    @Test
    void allPartsReachTheProgramBeforeAndAfterItsRules() {
        EarnRule stamp = rule("stamp").onPurchase().earns(STAMPS.points(1).perItem());
        Reward mug = reward("mug").costing(POINTS.points(300)).gives(item("mug"));
        Offer gift = offer("birthday").on(birthday()).openFor(days(1)).gives(item("cake"));
        LoyaltyProgram before = START.points(STAMPS, expiring(after(months(12))).forgettingWhatIsMissing())
                .excluding(category("gift-card"), category("shipping"))
                .ladders(LADDER)
                .redeem(mug)
                .offers(gift)
                .benefits(benefit("returns"))
                .lateLimit(days(90))
                .returnsWithin(years(3))
                .holdsAtMost(days(3))
                .leapDay(LeapDay.MARCH_1)
                .earn(BASE, stamp)
                .build();
        LoyaltyProgram after = START.earn(BASE)
                .earn(stamp)
                .leapDay(LeapDay.MARCH_1)
                .lateLimit(days(90))
                .holdsAtMost(days(3))
                .returnsWithin(years(3))
                .benefits(benefit("returns"))
                .offers(gift)
                .redeem(mug)
                .ladders(LADDER)
                .excluding(category("shipping"))
                .excluding(category("gift-card"))
                .points(STAMPS, expiring(after(months(12))).forgettingWhatIsMissing())
                .build();

        assertThat(after.stableText()).isEqualTo(before.stableText());
        assertThat(before.points())
                .containsExactly(
                        new PointPolicy(POINTS, PointTerms.expiring(Moment.never())),
                        new PointPolicy(
                                STAMPS,
                                PointTerms.expiring(Moment.after(months(12))).forgettingWhatIsMissing()));
        assertThat(before.exclusions()).containsExactly(category("gift-card"), category("shipping"));
        assertThat(before.ladders()).containsExactly(LADDER);
        assertThat(before.rules()).containsExactly(BASE, stamp);
        assertThat(before.rewards()).containsExactly(mug);
        assertThat(before.offers()).containsExactly(gift);
        assertThat(before.benefits()).containsExactly(benefit("returns"));
        assertThat(before.lateLimit()).isEqualTo(days(90));
        assertThat(before.longestHold()).isEqualTo(days(3));
        assertThat(before.returnPeriod()).isEqualTo(years(3));
        assertThat(before.leapDay()).isEqualTo(LeapDay.MARCH_1);
    }

    @Test
    void theFirstPointCurrencyCanForgetWhatIsMissing() {
        LoyaltyProgram program = program("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, expiring(never()).forgettingWhatIsMissing())
                .earn(BASE)
                .build();

        assertThat(program.points())
                .containsExactly(new PointPolicy(
                        POINTS, PointTerms.expiring(Moment.never()).forgettingWhatIsMissing()));
    }

    @Test
    void halfAProgramCanBeKeptAndContinuedTwice() {
        EarnRule more = rule("more").onPurchase().earns(POINTS.points(5));
        ProgramParts half = START.earn(BASE);
        LoyaltyProgram tiered = half.ladders(LADDER).build();

        assertThat(half.earn(more).build().rules()).containsExactly(BASE, more);
        assertThat(tiered.rules()).containsExactly(BASE);
        assertThat(half.build().ladders()).isEmpty();
        assertThat(half.build().stableText()).isEqualTo(START.earn(BASE).build().stableText());
    }

    @Test
    @Tag("P1")
    void aProgramWithoutRulesNeedsSomethingElse() {
        assertThat(START.ladders(LADDER).build().rules()).isEmpty();
        assertThat(START.benefits(benefit("early-access")).build().warnings())
                .extracting(ProgramProblem::toString)
                .contains(
                        "program: has no rules on purchases, so these earn nothing; add one with earn(…) if that is not meant");
        assertThatThrownBy(() -> START.lateLimit(days(1)).build())
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("program: has neither rules nor tiers, rewards, offers or benefits, so nothing"
                        + " could ever happen; add a rule with earn(…), or one of the others");
    }

    @Test
    void aProgramDoesNotChangeWithTheArrayItWasMadeOf() {
        Rule[] more = {rule("more").onPurchase().earns(POINTS.points(5))};
        ProgramParts program = START.earn(BASE, more);
        more[0] = rule("less").onPurchase().earns(POINTS.points(1));

        assertThat(program.build().rules()).extracting(Rule::id).containsExactly("base", "more");
    }

    @Test
    @Tag("A6")
    void aProgramThatIncludesTaxIsOneThatCountsGrossAmounts() {
        assertThat(START.earn(BASE).build().pricing()).isEqualTo(Pricing.NET);
        assertThat(START.includingTax().earn(BASE).build().pricing()).isEqualTo(Pricing.GROSS);
    }

    @Test
    void aPartThatCanBeSaidOnceOnlyIsRefusedTheSecondTime() {
        ProgramParts program = START.ladders(LADDER)
                .lateLimit(days(1))
                .returnsWithin(days(1))
                .holdsAtMost(days(1))
                .leapDay(LeapDay.MARCH_1)
                .includingTax()
                .earn(BASE);

        assertThatThrownBy(() -> program.includingTax())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("program 'shop' must say includingTax(…) once, but says it again; leave one of them out");
        assertThatThrownBy(() -> program.lateLimit(days(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("program 'shop' must say lateLimit(…) once, but says it again; leave one of them out");
        assertThatThrownBy(() -> program.returnsWithin(days(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("program 'shop' must say returnsWithin(…) once, but says it again; leave one of them out");
        assertThatThrownBy(() -> program.holdsAtMost(days(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("program 'shop' must say holdsAtMost(…) once, but says it again; leave one of them out");
        assertThatThrownBy(() -> program.leapDay(LeapDay.MARCH_1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("program 'shop' must say leapDay(…) once, but says it again; leave one of them out");
    }

    @Test
    @Tag("Q1")
    void severalLaddersCanBeSaidTogetherOrOneByOne() {
        LoyaltyProgram together = START.earn(BASE).ladders(LADDER, CLUB).build();
        LoyaltyProgram oneByOne = START.ladders(CLUB).earn(BASE).ladders(LADDER).build();

        assertThat(together.ladders()).containsExactlyInAnyOrder(LADDER, CLUB);
        assertThat(together.ladder("club")).contains(CLUB);
        assertThat(oneByOne.stableText()).isEqualTo(together.stableText());
        assertThatThrownBy(() -> START.ladders(LADDER, LADDER).build())
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining(
                        "ladder 'status': has an id that another ladder has; give each ladder its own id");
    }

    @Test
    void tenThousandRulesCanBeSaidOneByOne() {
        ProgramParts program = START.earn(BASE);
        for (int i = 0; i < 10_000; i++) {
            program = program.earn(
                    rule("bonus-" + i).onPurchase().of(sku("s" + i)).earns(POINTS.points(1)));
        }

        assertThat(program.build().rules()).hasSize(10_001);
    }

    @Test
    void aPartThatIsAbsentThrowsWhereItIsSaid() {
        assertThatNullPointerException()
                .isThrownBy(() -> program("shop", "1").zone(null))
                .withMessage("zone");
        assertThatNullPointerException()
                .isThrownBy(() -> program("shop", "1").zone(ZoneId.of("UTC")).money(null));
        assertThatNullPointerException().isThrownBy(() -> START.points(STAMPS, null));
        assertThatNullPointerException().isThrownBy(() -> START.ladders((Ladder) null));
        assertThatNullPointerException().isThrownBy(() -> START.earn(BASE, (EarnRule) null));
    }
}
