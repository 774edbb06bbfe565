package dev.laurel.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Selectors;
import dev.laurel.customer.LeapDay;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Bonus;
import dev.laurel.reward.FreeItem;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Combination;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.Rule;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Expiry;
import dev.laurel.time.Moment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoyaltyProgramTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final Currency USD = Currency.getInstance("USD");
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final PointCurrency STAMPS = PointCurrency.of("stamps");
    private static final Tier INSIDER = Tier.of("insider");
    private static final Tier VIB = Tier.of("vib");
    private static final Ladder LADDER = Ladder.startingAt("status", INSIDER)
            .then(VIB, SPEND.per(BoundedWindow.YEAR).reaches(Money.of(USD, 350)));
    private static final EarnRule BASE =
            EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, 1))).combining(Combination.COMPOUND);
    private static final Rule[] RULES = {
        BASE,
        Multiplier.of("vib-rate", BASE, Ratio.of("1.25")).where(Conditions.memberIs(VIB)),
        Multiplier.ofRounded("app-rate", BASE, Ratio.of("4/3"))
                .where(Conditions.during(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7)))
                .because("A week of the app"),
        EarnRule.earning("stamp", Amounts.perItem(1))
                .of(Selectors.category("drink"))
                .awarding(STAMPS),
        EarnRule.earning("spree", Amounts.perCompleted(5, Money.of(USD, "2.50")))
                .of(Selectors.all(Selectors.brand("acme"), Selectors.not(Selectors.discounted())))
                .where(
                        Conditions.orderOfAtLeast(Money.of(USD, 20)),
                        Conditions.any(Conditions.memberIsAtLeast(VIB), Conditions.basketHas(Selectors.sku("sku-1"))))
                .rounded(Rounding.HALF_UP, RoundingStep.PER_LINE)
    };
    private static final Reward[] REWARDS = {
        Reward.costing("cash-10", 500), Reward.costing("free-drink", STAMPS.points(9)), Reward.costing("cash-25", 1250)
    };

    private static LoyaltyProgram program(List<Rule> rules, List<Reward> rewards, boolean turned) {
        LoyaltyProgram.Builder builder = LoyaltyProgram.builder("beauty-insider", "2026.1")
                .zone(ZoneId.of("America/New_York"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Expiry.inactiveFor(Period.ofMonths(18))))
                .points(STAMPS, PointTerms.expiring(Moment.never()))
                .excluding(Selectors.category(turned ? "shipping" : "gift-card"))
                .excluding(Selectors.category(turned ? "gift-card" : "shipping"))
                .ladders(LADDER);
        rules.forEach(builder::earn);
        rewards.forEach(builder::redeem);
        return builder.build();
    }

    private static LoyaltyProgram program() {
        return program(Arrays.asList(RULES), Arrays.asList(REWARDS), false);
    }

    @Nested
    @Tag("P3")
    class StableText {
        @Test
        void theStableTextTellsEverythingThatWasDeclared() {
            assertThat(program().stableText()).isEqualTo("""
                            layout 1
                            program beauty-insider@2026.1
                            zone America/New_York
                            money USD
                            points points: expires P18M after the last purchase or redemption, what is missing is owed
                            points stamps: expires never, what is missing is owed
                            excluding category gift-card
                            excluding category shipping
                            ladder status: from insider; vib from at least USD 350.00 spent in the calendar year (spend); kept until P1Y after its end, at the end of the year; falling to what is earned
                            late P30D
                            returns P365D
                            counter spend: what is spent, of everything
                            rule app-rate: multiplies the rounded points of base by 4/3, of everything, where during 2026-05-01 to 2026-05-07, rounded down per purchase
                            rule base: earns 1 point per USD 1.00, of everything, rounded down per purchase, multipliers compound
                            rule spree: earns 5 points for each full USD 2.50, of (brand acme and not (discounted)), where the order is at least USD 20.00, where (the member is at least vib or the basket has SKU sku-1), rounded half up per line, multipliers add up
                            rule stamp: earns 1 point per item, of category drink, in stamps, rounded down per purchase, multipliers add up
                            rule vib-rate: multiplies base by 1.25, of everything, where the member is vib
                            reward cash-10: costs 500, gives cash-10
                            reward cash-25: costs 1250, gives cash-25
                            reward free-drink: costs 9 stamps, gives free-drink
                            leap-day FEBRUARY_28
                            """);
        }

        @Test
        void theStableTextTellsOffersBenefitsPoliciesAndTheLeapDay() {
            assertThat(withOfferings(true).stableText()).isEqualTo("""
                            layout 1
                            program p@1
                            zone UTC
                            money USD
                            points points: expires never, what is missing is owed
                            points stamps: expires P1Y after earning, what is missing is forgotten
                            late P30D
                            returns P365D
                            rule base: earns 1 point per USD 1.00, of everything, rounded down per purchase, multipliers compound
                            reward tea: costs 9 stamps, gives one of category drink free, at most 1 use per calendar month
                            offer birthday: in the month of the birthday, where the member is in segment club, gives mug or 9 stamps
                            offer other: for P7D from the birthday on, on file for P1D, gives cake
                            benefit lounge, where the member is in segment staff
                            benefit newsletter
                            leap-day MARCH_1
                            """);
        }

        @Test
        @Tag("D3")
        void aProgramDoesNotDependOnTheOrderOfItsOffersAndBenefits() {
            assertThat(withOfferings(false).stableText())
                    .isEqualTo(withOfferings(true).stableText());
            assertThat(withOfferings(false).offers())
                    .isEqualTo(withOfferings(true).offers());
            assertThat(withOfferings(false).benefits())
                    .isEqualTo(withOfferings(true).benefits());
        }

        @Test
        @Tag("D2")
        void theStableTextIsWhatTheFingerprintIsTakenOf() {
            assertThat(program().fingerprint())
                    .isEqualTo(Hashing.sha256()
                            .hashString(program().stableText(), StandardCharsets.UTF_8)
                            .toString())
                    .isEqualTo(GOLDEN_FINGERPRINT);
        }

        private static final String GOLDEN_FINGERPRINT =
                "7ca9bbaf4dda8f2d8052717c15cbf3be6d14a5e46b0cbf6dbe9e2e548542de07";

        @Test
        @Tag("D3")
        void aProgramDoesNotDependOnTheOrderOfItsRulesRewardsAndExclusions() {
            LoyaltyProgram declared = program();
            Random random = new Random(7);
            for (int i = 0; i < 20; i++) {
                List<Rule> rules = new ArrayList<>(Arrays.asList(RULES));
                List<Reward> rewards = new ArrayList<>(Arrays.asList(REWARDS));
                Collections.shuffle(rules, random);
                Collections.shuffle(rewards, random);
                LoyaltyProgram shuffled = program(rules, rewards, i % 2 == 0);
                assertThat(shuffled.stableText()).isEqualTo(declared.stableText());
                assertThat(shuffled.fingerprint()).isEqualTo(declared.fingerprint());
                assertThat(shuffled.rules()).isEqualTo(declared.rules());
                assertThat(shuffled.rewards()).isEqualTo(declared.rewards());
            }
        }

        @Test
        void theFingerprintChangesWithTheOrderOfPointCurrenciesForTheFirstIsTheDefault() {
            LoyaltyProgram.Builder pointsFirst = minimal().points(STAMPS, PointTerms.expiring(Moment.never()));
            LoyaltyProgram.Builder stampsFirst = LoyaltyProgram.builder("p", "1")
                    .zone(ZoneId.of("UTC"))
                    .money(USD)
                    .points(STAMPS, PointTerms.expiring(Moment.never()))
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(BASE);
            assertThat(pointsFirst.build().fingerprint())
                    .isNotEqualTo(stampsFirst.build().fingerprint());
        }

        @Test
        void theStableTextIsTheSameHoweverNumbersWereWritten() {
            EarnRule same = EarnRule.earning("base", Amounts.proportional(1, Money.of(USD, "1.000")))
                    .combining(Combination.COMPOUND);
            assertThat(minimal().build().stableText())
                    .isEqualTo(LoyaltyProgram.builder("p", "1")
                            .zone(ZoneId.of("UTC"))
                            .money(USD)
                            .points(POINTS, PointTerms.expiring(Moment.never()))
                            .earn(same)
                            .build()
                            .stableText());
        }
    }

    private static LoyaltyProgram.Builder minimal() {
        return LoyaltyProgram.builder("p", "1")
                .zone(ZoneId.of("UTC"))
                .money(USD)
                .points(POINTS, PointTerms.expiring(Moment.never()))
                .earn(BASE);
    }

    private static LoyaltyProgram withOfferings(boolean turned) {
        Offer birthday = Offer.of(
                        "birthday",
                        BirthdayOccasion.onTheDay().open(Opening.inItsMonth()),
                        new Item("mug"),
                        new Bonus(STAMPS.points(9)))
                .where(Conditions.memberIsIn("club"));
        Offer other = Offer.of(
                "other",
                BirthdayOccasion.onTheDay()
                        .open(Opening.until(Moment.after(Period.ofDays(7))))
                        .knownFor(Period.ofDays(1)),
                new Item("cake"));
        Benefit lounge = Benefit.of("lounge").where(Conditions.memberIsIn("staff"));
        Benefit newsletter = Benefit.of("newsletter");
        LoyaltyProgram.Builder builder = minimal()
                .points(
                        STAMPS,
                        PointTerms.expiring(Moment.after(Period.ofYears(1))).forgettingWhatIsMissing())
                .redeem(Reward.costing("tea", STAMPS.points(9))
                        .giving(new FreeItem(Selectors.category("drink")))
                        .capped(UseCap.of(1, BoundedWindow.MONTH)))
                .leapDay(LeapDay.MARCH_1);
        return turned
                ? builder.offers(other, birthday).benefits(newsletter, lounge).build()
                : builder.benefits(lounge)
                        .offers(birthday)
                        .benefits(newsletter)
                        .offers(other)
                        .build();
    }

    @Nested
    class Parts {
        @Test
        void theOffersAndBenefitsOfAProgramAreListedById() {
            LoyaltyProgram program = withOfferings(true);
            assertThat(program.offers()).extracting(Offer::id).containsExactly("birthday", "other");
            assertThat(program.offer("other")).contains(program.offers().get(1));
            assertThat(program.offer("third")).isEmpty();
            assertThat(program.benefits()).extracting(Benefit::id).containsExactly("lounge", "newsletter");
            for (List<?> part : List.of(program.offers(), program.benefits())) {
                assertThatThrownBy(part::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }

        @Test
        @Tag("T4")
        void aProgramPutsABirthdayOf29FebruaryOnThe28thUnlessSaid() {
            assertThat(minimal().build().leapDay()).isEqualTo(LeapDay.FEBRUARY_28);
            assertThat(withOfferings(true).leapDay()).isEqualTo(LeapDay.MARCH_1);
        }

        @Test
        @Tag("L8")
        void missingPointsAreOwedUnlessSaid() {
            assertThat(withOfferings(true).points())
                    .containsExactly(
                            new PointPolicy(POINTS, PointTerms.expiring(Moment.never())),
                            new PointPolicy(
                                    STAMPS,
                                    PointTerms.expiring(Moment.after(Period.ofYears(1)))
                                            .forgettingWhatIsMissing()));
            assertThat(ShortfallPolicy.OWE.describe()).isEqualTo("what is missing is owed");
            assertThat(ShortfallPolicy.CLAMP.describe()).isEqualTo("what is missing is forgotten");
            assertThatNullPointerException()
                    .isThrownBy(() -> new PointPolicy(null, PointTerms.expiring(Moment.never())))
                    .withMessage("currency");
            assertThatNullPointerException()
                    .isThrownBy(() -> PointTerms.expiring(null))
                    .withMessage("expiry");
            assertThatNullPointerException()
                    .isThrownBy(() -> new PointTerms(Moment.never(), Set.of(), null, null, null, Period.ZERO))
                    .withMessage("shortfall");
        }

        @Test
        void thePartsOfAProgramAreWhatWasDeclared() {
            LoyaltyProgram program = program();
            assertThat(program.id()).isEqualTo("beauty-insider");
            assertThat(program.version()).isEqualTo("2026.1");
            assertThat(program.versionedId()).isEqualTo("beauty-insider@2026.1");
            assertThat(program).hasToString("LoyaltyProgram[beauty-insider@2026.1]");
            assertThat(program.zone()).isEqualTo(ZoneId.of("America/New_York"));
            assertThat(program.money()).isEqualTo(USD);
            assertThat(program.points()).extracting(PointPolicy::currency).containsExactly(POINTS, STAMPS);
            assertThat(program.policyOf("stamps"))
                    .contains(new PointPolicy(STAMPS, PointTerms.expiring(Moment.never())));
            assertThat(program.policyOf("miles")).isEmpty();
            assertThat(program.ladders()).containsExactly(LADDER);
            assertThat(program.ladder("status")).contains(LADDER);
            assertThat(program.ladder("club")).isEmpty();
            assertThat(program.ladderOf(VIB)).contains(LADDER);
            assertThat(program.ladderOf(Tier.of("rouge"))).isEmpty();
            assertThat(program.rules())
                    .extracting(Rule::id)
                    .containsExactly("app-rate", "base", "spree", "stamp", "vib-rate");
            assertThat(program.reward("cash-10")).contains(REWARDS[0]);
            assertThat(program.reward("cash-11")).isEmpty();
            assertThat(program.exclusions()).hasSize(2);
        }

        @Test
        @Tag("T3")
        void eventsMayBe30DaysLateUnlessSaid() {
            assertThat(program().lateLimit()).isEqualTo(Period.ofDays(30));
            assertThat(minimal().lateLimit(Period.ZERO).build().lateLimit()).isEqualTo(Period.ZERO);
            assertThat(minimal().build().ladders()).isEmpty();
        }

        @Test
        @Tag("L7")
        void holdsMayLast30DaysUnlessSaid() {
            assertThat(minimal().build().longestHold()).isEqualTo(Period.ofDays(30));
            assertThat(minimal().holdsAtMost(Period.ZERO).build().longestHold()).isEqualTo(Period.ZERO);
        }

        @Test
        @Tag("L7")
        @Tag("P3")
        void theLongestHoldStandsInTheStableTextWhereItIsNotTheUsual() {
            String usual = minimal().build().stableText();
            assertThat(minimal().holdsAtMost(Period.ofDays(30)).build().stableText())
                    .isEqualTo(usual)
                    .doesNotContain("holds");
            assertThat(minimal().holdsAtMost(Period.ofDays(3)).build().stableText())
                    .isEqualTo(usual.replace("returns P365D\n", "returns P365D\nholds P3D\n"));
        }

        @Test
        @Tag("L7")
        @Tag("P3")
        void theLongestHoldStandsInTheTermsWhereItIsNotTheUsual() {
            LoyaltyProgram.Builder program = minimal().redeem(REWARDS[0]);
            assertThat(program.build().terms()).doesNotContain("set aside");
            assertThat(program.holdsAtMost(Period.ofDays(3)).build().terms())
                    .contains("Points can be set aside for a reward that is not taken yet, for at most 3 days.");
            assertThat(program.holdsAtMost(Period.ZERO).build().terms())
                    .contains("Points cannot be set aside for a reward that is not taken yet.");
            assertThat(minimal().holdsAtMost(Period.ofDays(3)).build().terms()).doesNotContain("set aside");
        }

        @Test
        @Tag("P1")
        void aProgramThatIsBuiltCannotBeChangedAnyMore() {
            LoyaltyProgram.Builder builder = minimal();
            LoyaltyProgram program = builder.build();
            String before = program.stableText();
            builder.earn(EarnRule.earning("more", Amounts.fixed(1)))
                    .redeem(REWARDS[0])
                    .points(STAMPS, PointTerms.expiring(Moment.never()))
                    .excluding(Selectors.discounted())
                    .ladders(LADDER)
                    .lateLimit(Period.ZERO);
            assertThat(program.stableText()).isEqualTo(before);
            for (List<?> part : List.of(
                    program.rules(), program.rewards(), program.points(), program.exclusions(), program.warnings())) {
                assertThatThrownBy(part::clear).isInstanceOf(UnsupportedOperationException.class);
            }
        }
    }
}
