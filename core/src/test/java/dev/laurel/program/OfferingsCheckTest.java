package dev.laurel.program;

import static dev.laurel.program.CheckedPrograms.BASE;
import static dev.laurel.program.CheckedPrograms.POINTS;
import static dev.laurel.program.CheckedPrograms.SPEND;
import static dev.laurel.program.CheckedPrograms.STARS;
import static dev.laurel.program.CheckedPrograms.USD;
import static dev.laurel.program.CheckedPrograms.VIB;
import static dev.laurel.program.CheckedPrograms.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Finding;
import dev.laurel.condition.Selector;
import dev.laurel.condition.Selectors;
import dev.laurel.event.PurchaseLine;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.reward.AmountOff;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.PercentageOff;
import dev.laurel.reward.Reward;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with rewards, offers, benefits and exclusions. */
@Tag("P1")
class OfferingsCheckTest {
    private static final Money EURO = Money.of(Currency.getInstance("EUR"), 1);
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier ROUGE = Tier.of("rouge");
    private static final Ladder LADDER = Ladder.startingAt("status", INSIDER)
            .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 350)))
            .then(ROUGE, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 1000)))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();
    private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
    private static final LocalDate MAY_7 = LocalDate.of(2026, 5, 7);
    private static final Condition NEVER = Conditions.during(MAY_7, MAY_1);
    private static final BirthdayOccasion BIRTHDAY =
            BirthdayOccasion.onTheDay().open(Opening.until(Moment.after(Period.ofDays(1))));
    private static final Reward CASH = Reward.costing("cash", 1);
    private static final Offer GIFT = Offer.of("gift", BIRTHDAY, new Item("mug"));
    private static final Benefit SHIPPING = Benefit.of("free-shipping");

    private static final String OWN_ID = "; give it its own id: entries name what brought them about by it";
    private static final String TIER = "asks for tier 'gold', which the program does not have; declare it in a ladder";
    private static final String MONEY =
            "speaks of EUR, which is not the program's money; give amounts in the program's currency";

    /** A condition of somebody's, which says what it is told to say. */
    private record Said(Supplier<String> text) implements Condition {
        @Override
        public Finding check(Facts facts) {
            return Finding.of(true, "yes", "yes");
        }

        @Override
        public String describe() {
            return text.get();
        }
    }

    /** A selector of somebody's, which says what it is told to say. */
    private record SaidSelector(Supplier<String> text) implements Selector {
        @Override
        public boolean selects(PurchaseLine line) {
            throw new IllegalStateException("canary");
        }

        @Override
        public String describe() {
            return text.get();
        }
    }

    private static LoyaltyProgram.Builder good() {
        return untiered().ladders(LADDER);
    }

    private static LoyaltyProgram.Builder untiered() {
        return LoyaltyProgram.builder("shop", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()))
                .earn(BASE);
    }

    private static String failing() {
        throw new IllegalStateException("canary");
    }

    @Nested
    class Ids {
        @Test
        void idsOfOffersAndBenefitsAreTheirOwn() {
            problems(
                    good().offers(GIFT, GIFT.where(Conditions.memberIs(VIB))).benefits(SHIPPING, SHIPPING),
                    "offer 'gift': has an id that another offer has; give each offer its own id",
                    "benefit 'free-shipping': has an id that another benefit has; give each benefit its own id");
        }

        @Test
        void idsAreUniqueAcrossRulesRewardsAndOffers() {
            problems(
                    good().redeem(Reward.costing("base", 1), CASH)
                            .offers(
                                    Offer.of("base", BIRTHDAY, new Item("a")),
                                    Offer.of("cash", BIRTHDAY, new Item("b"))),
                    "reward 'base': has an id that a rule has" + OWN_ID,
                    "offer 'base': has an id that a rule or reward has" + OWN_ID,
                    "offer 'cash': has an id that a rule or reward has" + OWN_ID);
        }

        @Test
        void idsOfBenefitsAndItemsMayBeThoseOfOtherParts() {
            assertThat(good().redeem(CASH)
                            .offers(Offer.of("gift", BIRTHDAY, new Item("cash"), new Item("base")))
                            .benefits(Benefit.of("cash"), Benefit.of("gift"), Benefit.of("base"))
                            .build()
                            .benefits())
                    .hasSize(3);
        }
    }

    @Nested
    @Tag("R1")
    class Rewards {
        @Test
        void rewardsHaveIdsOfTheirOwn() {
            problems(
                    good().redeem(Reward.costing("cash", 1), Reward.costing("cash", 2)),
                    "reward 'cash': has an id that another reward has; give each reward its own id");
        }

        @Test
        void rewardsCostCurrenciesThatThereAre() {
            problems(
                    good().redeem(Reward.costing("cash", STARS.points(1))),
                    "reward 'cash': costs 'stars', which is no currency of the program; declare it with points(…)");
        }

        @Test
        void rewardsAskForTiersAndMoneyThatTheProgramHas() {
            problems(
                    good().redeem(
                                    CASH.where(Conditions.memberIs(Tier.of("gold"))),
                                    Reward.costing("b", 1).where(Conditions.orderOfAtLeast(EURO))),
                    "reward 'cash': " + TIER,
                    "reward 'b': " + MONEY);
        }

        @Test
        @Tag("N1")
        void rewardsGiveDiscountsInTheProgramSMoney() {
            problems(
                    good().redeem(
                                    CASH.giving(new AmountOff(EURO)),
                                    Reward.costing("b", 1)
                                            .giving(PercentageOff.of(Ratio.of(10))
                                                    .upTo(EURO))),
                    "reward 'cash': " + MONEY,
                    "reward 'b': " + MONEY);
        }

        @Test
        void rewardsGiveNoPointsForPoints() {
            problems(
                    good().redeem(
                                    CASH.giving(new Bonus(POINTS.points(2))),
                                    Reward.costing("b", 1).giving(new Bonus(STARS.points(1)))),
                    "reward 'cash': gives points for points; give something else, or adjust the price",
                    "reward 'b': gives 'stars', which is no currency of the program; declare it with points(…)",
                    "reward 'b': gives points for points; give something else, or adjust the price");
        }

        @Test
        void everyRewardCanBeHadSomeDay() {
            String message =
                    "reward 'cash': can never be had; mend its conditions, dates or selector, which exclude one"
                            + " another";
            FreeItem nothing = new FreeItem(Selectors.skus(Set.of()));
            problems(good().redeem(CASH.where(NEVER)), message);
            problems(good().redeem(CASH.where(Conditions.memberIs(VIB), Conditions.memberIs(ROUGE))), message);
            problems(good().redeem(CASH.giving(nothing)), message);
            problems(good().redeem(CASH.giving(new AmountOff(Money.of(USD, 1)).of(nothing.selector()))), message);
            problems(good().redeem(CASH.giving(PercentageOff.of(Ratio.of(10)).of(nothing.selector()))), message);
            problems(good().redeem(CASH.valid(new Dates(MAY_7, null)).where(Conditions.during(MAY_1, MAY_1))), message);
            problems(good().redeem(CASH.valid(new Dates(null, MAY_1)).where(Conditions.during(MAY_7, MAY_7))), message);
            assertThat(good().redeem(CASH.valid(new Dates(MAY_1, MAY_1))
                                    .giving(new FreeItem(Selectors.sku("a")))
                                    .where(Conditions.during(MAY_1, MAY_7), Conditions.memberIs(VIB)))
                            .build()
                            .rewards())
                    .hasSize(1);
        }

        @Test
        void theLimitsOfARewardCountDifferentThings() {
            problems(
                    good().redeem(CASH.capped(UseCap.of(1, BoundedWindow.DAY), UseCap.of(2, BoundedWindow.DAY))),
                    "reward 'cash': has two limits that count the same; keep the lower one");
            problems(
                    good().redeem(CASH.capped(UseCap.of(1, Window.EVER), UseCap.of(1, Window.EVER))),
                    "reward 'cash': has two limits that count the same; keep the lower one");
            assertThat(good().redeem(CASH.capped(
                                    UseCap.of(9, Window.EVER),
                                    UseCap.of(1, BoundedWindow.DAY),
                                    UseCap.of(1, BoundedWindow.WEEK)))
                            .build()
                            .rewards())
                    .hasSize(1);
        }

        @Test
        void aRewardCanCostPointsThatOnlyAnOfferGives() {
            LoyaltyProgram.Builder builder = good().points(STARS, PointTerms.expiring(Moment.never()))
                    .redeem(Reward.costing("cash", STARS.points(1)));
            assertThat(ofRewards(builder))
                    .containsExactly(
                            "reward 'cash': costs points that no rule or offer gives, so only what is brought in"
                                    + " some other way can pay it; add a rule that earns them if that is not meant");
            assertThat(ofRewards(builder.offers(Offer.of("birthday", BIRTHDAY, new Bonus(STARS.points(1))))))
                    .isEmpty();
        }

        @Test
        void rewardsThatCostMoreThanAllCapsEverAllowAreSuspicious() {
            EarnRule first = EarnRule.earning("first", STARS.points(50))
                    .capped(
                            PointCap.of(STARS.points(80)).per(Window.EVER),
                            PointCap.of(STARS.points(60)).per(BoundedWindow.DAY));
            EarnRule second = EarnRule.earning("second", STARS.points(5))
                    .capped(PointCap.of(STARS.points(20)).per(Window.EVER));
            LoyaltyProgram.Builder builder = good().points(STARS, PointTerms.expiring(Moment.never()))
                    .redeem(Reward.costing("cash", STARS.points(101)));
            builder.earn(first, second);
            assertThat(ofRewards(builder))
                    .containsExactly("reward 'cash': costs 101 points, but by their caps all rules together never award"
                            + " more than 100; raise a cap, or lower the price, if that is not meant");
            assertThat(ofRewards(builder.earn(EarnRule.earning("third", STARS.points(1))
                            .capped(PointCap.of(STARS.points(1)).per(Window.EVER)))))
                    .isEmpty();
        }

        private List<String> ofRewards(LoyaltyProgram.Builder builder) {
            return builder.build().warnings().stream()
                    .map(ProgramProblem::toString)
                    .filter(warning -> warning.startsWith("reward "))
                    .toList();
        }

        @Test
        void aRewardCanCostAnythingWhereACapIsNotForEver() {
            EarnRule monthly = EarnRule.earning("monthly", STARS.points(5))
                    .capped(PointCap.of(STARS.points(5)).per(BoundedWindow.MONTH), UseCap.of(9, Window.EVER));
            EarnRule vast = EarnRule.earning("vast", POINTS.points(5))
                    .capped(PointCap.of(POINTS.points(Long.MAX_VALUE)).per(Window.EVER));
            assertThat(good().points(STARS, PointTerms.expiring(Moment.never()))
                            .earn(monthly, vast)
                            .redeem(
                                    Reward.costing("a", STARS.points(Long.MAX_VALUE)),
                                    Reward.costing("b", Long.MAX_VALUE))
                            .build()
                            .rewards())
                    .hasSize(2);
        }

        @Test
        void rewardsDoNotThrowNorStaySilentWhenAskedAboutThemselves() {
            problems(
                    good().redeem(
                                    CASH.where(new Said(OfferingsCheckTest::failing)),
                                    Reward.costing("b", 1).where(new Said(() -> null)),
                                    Reward.costing("c", 1).where(new Said(() -> "two\nlines")),
                                    Reward.costing("d", 1)
                                            .giving(new FreeItem(new SaidSelector(OfferingsCheckTest::failing))),
                                    Reward.costing("e", 1).giving(new FreeItem(new SaidSelector(() -> null))),
                                    Reward.costing("f", 1)
                                            .giving(new AmountOff(Money.of(USD, 1))
                                                    .of(new SaidSelector(OfferingsCheckTest::failing))),
                                    Reward.costing("g", 1)
                                            .giving(PercentageOff.of(Ratio.of(10))
                                                    .of(new SaidSelector(() -> null))),
                                    Reward.costing("h", 1)
                                            .giving(new AmountOff(Money.of(USD, 1))
                                                    .of(new SaidSelector(() -> "a\tb")))),
                    "reward 'cash': has a part that threw java.lang.IllegalStateException when it was asked about"
                            + " itself; mend that part, or nest its parts less deeply",
                    "reward 'b': has a part that does not describe itself; return words from its describe()",
                    "reward 'c': describes itself with control characters; use one line of words",
                    "reward 'd': has a part that threw java.lang.IllegalStateException when it was asked about"
                            + " itself; mend that part, or nest its parts less deeply",
                    "reward 'e': has a part that does not describe itself; return words from its describe()",
                    "reward 'f': has a part that threw java.lang.IllegalStateException when it was asked about"
                            + " itself; mend that part, or nest its parts less deeply",
                    "reward 'g': has a part that does not describe itself; return words from its describe()",
                    "reward 'h': describes itself with control characters; use one line of words");
        }
    }

    @Nested
    @Tag("G1")
    class Offers {
        private static Offer within(BirthdayOccasion occasion) {
            return Offer.of("gift", occasion, new Item("mug"));
        }

        @Test
        void offersAskForTiersThatTheProgramHas() {
            Condition gold = Conditions.memberIs(Tier.of("gold"));
            problems(good().offers(GIFT.where(gold)), "offer 'gift': " + TIER);
            problems(good().offers(GIFT.alsoFor(gold, new Item("pin"))), "offer 'gift': " + TIER);
            problems(
                    good().offers(within(BIRTHDAY.from(Tier.of("gold"), Opening.inItsMonth()))),
                    "offer 'gift': " + TIER);
            problems(
                    good().offers(within(BIRTHDAY.from(Tier.of("gold"), Opening.inItsMonth()))
                            .where(gold)),
                    "offer 'gift': " + TIER);
            problems(
                    untiered().offers(within(BIRTHDAY.from(VIB, Opening.inItsMonth()))),
                    "offer 'gift': asks for tier 'vib', which the program does not have; declare it in a ladder");
        }

        @Test
        void offersGivePointsThatTheProgramHas() {
            problems(
                    good().offers(Offer.of("gift", BIRTHDAY, new Bonus(STARS.points(1)))),
                    "offer 'gift': gives 'stars', which is no currency of the program; declare it with points(…)");
        }

        @Test
        void everyOfferIsMadeToSomebody() {
            problems(
                    good().offers(GIFT.where(NEVER)),
                    "offer 'gift': is made to nobody; mend its conditions, which exclude one another");
            problems(
                    good().offers(GIFT.alsoFor(NEVER, new Bonus(POINTS.points(5)))),
                    "offer 'gift': gives 5 points to nobody; mend its conditions, which exclude one another");
            problems(
                    good().offers(GIFT.where(Conditions.memberIs(VIB))
                            .alsoFor(Conditions.memberIs(ROUGE), new Item("pin"))),
                    "offer 'gift': gives pin to nobody; mend its conditions, which exclude one another");
            problems(
                    good().offers(GIFT.where(NEVER).alsoFor(NEVER, new Item("pin"))),
                    "offer 'gift': is made to nobody; mend its conditions, which exclude one another");
        }

        @ParameterizedTest
        @Tag("G2")
        @ValueSource(strings = {"P1000Y1M", "P12001M", "P372001D", "P2147483647Y"})
        void offersDoNotWaitForMoreThan1000Years(Period period) {
            problems(
                    good().offers(within(BIRTHDAY.knownFor(period).purchasedFor(period))),
                    "offer 'gift': needs a birthday on file for " + period + "; give a period of at most 1000 years",
                    "offer 'gift': needs a purchase made for " + period + "; give a period of at most 1000 years");
        }

        @Test
        @Tag("G2")
        void offersHaveWindowsByAscendingTier() {
            Opening week = Opening.until(Moment.after(Period.ofDays(7)));
            problems(
                    good().offers(within(
                            BIRTHDAY.from(ROUGE, Opening.inItsMonth()).from(VIB, week))),
                    "offer 'gift': has an opening from tier 'vib' on that hides the one from tier 'rouge' on; name each"
                            + " tier once, in ascending order");
            problems(
                    good().offers(within(
                            BIRTHDAY.from(VIB, Opening.inItsMonth()).from(VIB, week))),
                    "offer 'gift': has an opening from tier 'vib' on that hides the one from tier 'vib' on; name each"
                            + " tier once, in ascending order");
            assertThat(good().offers(within(BIRTHDAY.from(VIB, week).from(ROUGE, Opening.inItsMonth())))
                            .build()
                            .offers())
                    .hasSize(1);
        }

        @Test
        void offersDoNotThrowNorStaySilentWhenAskedAboutThemselves() {
            problems(
                    good().offers(
                                    GIFT.where(new Said(OfferingsCheckTest::failing)),
                                    Offer.of("b", BIRTHDAY, new Item("b")).where(new Said(() -> null)),
                                    Offer.of("c", BIRTHDAY, new Item("c")).alsoFor(new Said(() -> null), new Item("d")),
                                    Offer.of("d", BIRTHDAY, new Item("d")).where(new Said(() -> "\u0007"))),
                    "offer 'gift': has a part that threw java.lang.IllegalStateException when it was asked about"
                            + " itself; mend that part, or nest its parts less deeply",
                    "offer 'b': has a part that does not describe itself; return words from its describe()",
                    "offer 'c': has a part that does not describe itself; return words from its describe()",
                    "offer 'd': describes itself with control characters; use one line of words");
        }
    }

    @Nested
    @Tag("G4")
    class Benefits {
        @Test
        void benefitsAskForTiersThatTheProgramHas() {
            problems(
                    good().benefits(SHIPPING.where(Conditions.memberIsAtLeast(Tier.of("gold")))),
                    "benefit 'free-shipping': " + TIER);
        }

        @Test
        @Tag("N1")
        void benefitsSpeakOfTheProgramSMoney() {
            problems(
                    good().benefits(SHIPPING.where(Conditions.orderOfAtLeast(EURO))),
                    "benefit 'free-shipping': " + MONEY);
        }

        @Test
        void everyBenefitOfAnOrderCanBeHadWithOne() {
            problems(
                    good().benefits(SHIPPING.where(
                            Conditions.orderOfAtLeast(Money.of(USD, 1), Selectors.skus(Set.of())))),
                    "benefit 'free-shipping': can never be had; mend its conditions, which exclude one another");
        }

        @Test
        void everyBenefitCanBeHadBySomebody() {
            problems(
                    good().benefits(SHIPPING.where(Conditions.memberIs(VIB), NEVER)),
                    "benefit 'free-shipping': can never be had; mend its conditions, which exclude one another");
        }

        @Test
        void benefitsDoNotThrowNorStaySilentWhenAskedAboutThemselves() {
            problems(
                    good().benefits(
                                    SHIPPING.where(new Said(() -> {
                                        throw new AssertionError("canary");
                                    })),
                                    Benefit.of("b").where(new Said(() -> null))),
                    "benefit 'free-shipping': has a part that threw java.lang.AssertionError when it was asked about"
                            + " itself; mend that part, or nest its parts less deeply",
                    "benefit 'b': has a part that does not describe itself; return words from its describe()");
        }
    }

    @Nested
    @Tag("A6")
    class Exclusions {
        @Test
        void everyExclusionCanChooseALine() {
            problems(
                    good().excluding(Selectors.category("gift-card")).excluding(Selectors.skus(Set.of())),
                    "exclusion 2: can never choose a line; mend it, or leave it out");
        }

        @Test
        void exclusionsDoNotThrowNorStaySilentWhenAskedAboutThemselves() {
            problems(
                    good().excluding(new SaidSelector(OfferingsCheckTest::failing))
                            .excluding(new SaidSelector(() -> null))
                            .excluding(new SaidSelector(() -> "a\tb")),
                    "exclusion 1: has a part that threw java.lang.IllegalStateException when it was asked about"
                            + " itself; mend that part, or nest its parts less deeply",
                    "exclusion 2: has a part that does not describe itself; return words from its describe()",
                    "exclusion 3: describes itself with control characters; use one line of words");
        }
    }

    @Test
    @Tag("F1")
    void nullIsRefused() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> good().offers((Offer) null).build(),
                () -> good().benefits((Benefit) null).build(),
                () -> good().leapDay(null).build(),
                () -> good().points(POINTS, null))) {
            assertThatNullPointerException().isThrownBy(call);
        }
    }
}
