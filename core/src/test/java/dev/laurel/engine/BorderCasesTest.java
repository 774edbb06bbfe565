package dev.laurel.engine;

import static dev.laurel.condition.Selectors.category;
import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.account.Account;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Finding;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.condition.PurchaseFacts;
import dev.laurel.condition.Scope;
import dev.laurel.condition.Selector;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.RewardChoice;
import dev.laurel.event.TierGrant;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.money.Ratio;
import dev.laurel.money.Rounding;
import dev.laurel.occasion.Counter;
import dev.laurel.occasion.MoneySum;
import dev.laurel.occasion.PurchaseCounter;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.Ladder;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.UseCap;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where two things that are each right by themselves meet. */
class BorderCasesTest {
    private static final Counter<MoneySum> SPEND = PurchaseCounter.spend("spend");

    private static final EarnRule BASE = EarnRule.earning("base", Amounts.proportional(1, usd("1")));
    private static final Tier LOW = Tier.of("low");
    private static final Tier HIGH = Tier.of("high");
    private static final Ladder LADDER = Ladder.startingAt("status", LOW)
            .then(HIGH, SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
            .kept(Moment.endOf(BoundedWindow.YEAR))
            .fallingToTheLowest();

    @Nested
    @Tag("N4")
    class AMultiplierOfRoundedPoints {
        private long more(Rounding rounding, Basket basket) {
            EarnRule perLine = BASE.rounded(rounding, RoundingStep.PER_LINE);
            Shop shop = new Shop(program()
                    .earn(
                            perLine,
                            Multiplier.ofRounded("twice", perLine, Ratio.of(2)).of(category("x")))
                    .build());
            return shop.buy(noon("2026-01-05"), basket).entries().stream()
                    .filter(entry -> "twice".equals(entry.source()))
                    .mapToLong(entry -> entry.points())
                    .sum();
        }

        @Test
        void aMultiplierOfRoundedPointsTakesTheRoundedPointsOfEachLineWhereLinesAreRounded() {
            List<PurchaseLine> lines = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                lines.add(line("x" + i, "0.90", "x"));
            }
            lines.add(line("y", "100", "y"));
            assertThat(more(Rounding.DOWN, Basket.of(lines))).isZero();
            assertThat(more(Rounding.UP, Basket.of(line("1", "0.01", "x"), line("2", "0.99", "y"))))
                    .isEqualTo(1);
        }
    }

    @Nested
    @Tag("A2")
    class AMultiplierOfOtherLines {
        @Test
        void aMultiplierOfOtherLinesThanItsRuleDoesNotApply() {
            EarnRule skin = BASE.of(category("skin"));
            Shop shop = new Shop(program()
                    .earn(skin, Multiplier.of("more", skin, Ratio.of(2)).of(category("hair")))
                    .build());
            Decision decision = shop.buy("2026-01-05", line("1", "10", "skin"), line("2", "10", "hair"));
            assertThat(decision.explanation().text()).isEqualTo("""
                            base: +10 points (10 rounded down per purchase)
                            more: not applied, since a line on which base earns is required, but found none""");
        }
    }

    @Nested
    @Tag("A3")
    class AFixedAddition {
        private final EarnRule fixed = EarnRule.earning("welcome", Amounts.fixed(50));

        @Test
        void aFixedAdditionIsNeitherMultipliedNorRoundedPerItem() {
            assertThatThrownBy(() -> program()
                            .earn(
                                    fixed.rounded(Rounding.DOWN, RoundingStep.PER_ITEM),
                                    Multiplier.of("more", fixed, Ratio.of(2)))
                            .build())
                    .hasMessage("""
                            program 'shop' has 2 problems:
                            - rule 'welcome': is a fixed addition, but rounded per item; round it per purchase
                            - rule 'more': multiplies rule 'welcome', which is a fixed addition; award more there instead""");
        }
    }

    @Nested
    @Tag("A5")
    class ACapAndALateEvent {
        @Test
        @Tag("T3")
        void aCapHoldsForALateEventAlsoWhereMonthsOfTheLateLimitAreShort() {
            Shop shop = new Shop(program()
                    .lateLimit(Period.of(0, 1, 1))
                    .earn(BASE.capped(PointCap.of(POINTS.points(10)).per(BoundedWindow.DAY)))
                    .build());
            shop.spend("2026-01-28", "10");
            shop.advance(noon("2026-03-01"));
            assertThat(shop.spend("2026-01-28", "10").earned("points")).isZero();
        }

        @Test
        @Tag("P3")
        @Tag("D2")
        void capsAreInTheStableTextOfTheProgram() {
            LoyaltyProgram uncapped = program().earn(BASE).build();
            LoyaltyProgram capped = program()
                    .earn(BASE.capped(
                            UseCap.of(3, Window.EVER),
                            PointCap.of(POINTS.points(5)).per(Window.EVER)))
                    .build();
            assertThat(capped.fingerprint()).isNotEqualTo(uncapped.fingerprint());
            assertThat(capped.stableText()).contains(", at most 3 uses ever, at most 5 points ever");
            assertThat(program()
                            .earn(BASE.capped(
                                    PointCap.of(POINTS.points(5)).per(Window.EVER), UseCap.of(3, Window.EVER)))
                            .build()
                            .fingerprint())
                    .isEqualTo(capped.fingerprint());
        }
    }

    @Nested
    class RefusalsWhereSeveralHold {
        private final Shop shop = new Shop(program()
                .ladders(LADDER)
                .earn(BASE)
                .redeem(Reward.costing("ten", 10))
                .build());

        private String code(dev.laurel.event.LoyaltyEvent event) {
            return shop.engine()
                    .evaluate(shop.account(), event)
                    .refusal()
                    .orElseThrow()
                    .code();
        }

        @Test
        void aRefusalIsTheFirstInTheirOrderWhereSeveralHold() {
            OpeningLot miles = new OpeningLot("miles", 1, noon("2026-01-01"), null);
            Opening opening = new Opening(
                    "o", CUSTOMER, noon("2026-01-02"), List.of(miles), List.of(new BroughtTier("gold", null)));
            assertThat(code(opening)).isEqualTo("WRONG_CURRENCY");
            shop.spend("2026-06-01", "10");
            assertThat(code(new Redemption("x", CUSTOMER, noon("2026-01-01"), "ten", 9L, null)))
                    .isEqualTo("INVALID");
            assertThat(code(new Redemption("x", CUSTOMER, noon("2026-01-01"), "ten", 10L, null)))
                    .isEqualTo("EVENT_TOO_LATE");
        }

        @Test
        @Tag("K21")
        void anOverflowOfTheBasketIsNotTheFaultOfARule() {
            String most = "9000000000000";
            for (Basket basket : List.of(
                    Basket.of(line("1", most), line("2", most)),
                    Basket.of(line("1", most).withTax(usd("0.01"))),
                    Basket.of(line("1", "1").withTax(usd(most))),
                    Basket.of(line("1", "1").withTax(usd(most)), line("2", "1").withTax(usd(most))),
                    Basket.of(line("1", most)).withShipping(usd("0.000001")))) {
                assertThat(code(new Purchase("p", CUSTOMER, noon("2026-01-05"), basket)))
                        .isEqualTo("OVERFLOW");
                assertThat(shop.engine()
                                .quote(shop.account(), basket, List.of(), noon("2026-01-05"))
                                .refusal())
                        .containsInstanceOf(Refusal.Overflow.class);
            }
        }

        @Test
        @Tag("K21")
        void aBasketThatFitsToTheLastMillionthIsTaken() {
            Basket basket = Basket.of(line("1", "8999999999999").withTax(usd("0.5")))
                    .withShipping(Money.ofMillionths(Shop.USD, 500_000));
            Shop large = new Shop(program()
                    .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1000"))))
                    .build());
            Quote quote = large.engine().quote(large.account(), basket, List.of(), noon("2026-01-05"));
            assertThat(quote.total()).isEqualTo(Money.ofMillionths(Shop.USD, Money.MAX_MILLIONTHS));
            large.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), basket));
        }
    }

    @Nested
    @Tag("Q3")
    class ALateOpening {
        @Test
        @Tag("D4")
        void aLateOpeningDoesNotBringATierThatIsOverAlready() {
            Shop shop = new Shop(program().ladders(LADDER).earn(BASE).build());
            shop.advance(noon("2026-07-01"));
            shop.submit(new Opening(
                    "o",
                    CUSTOMER,
                    noon("2026-06-15"),
                    List.of(),
                    List.of(new BroughtTier("high", startOf("2026-06-20")))));
            assertThat(shop.account().standing("status").orElseThrow()).isEqualTo(new TierStanding(LOW, null));
            assertThat(shop.engine().nextChangeAt(shop.account())).isEmpty();
        }
    }

    @Nested
    @Tag("L3")
    class AnAccountOfAnotherProgramOfTheSameId {
        @Test
        void anAccountIsNotJudgedByAnotherProgramOfTheSameIdThatLacksItsPointsOrTiers() {
            Shop rich = new Shop(program()
                    .points(PointCurrency.of("status"), PointTerms.expiring(Moment.never()))
                    .ladders(LADDER)
                    .earn(BASE)
                    .build());
            LoyaltyEngine poor = LoyaltyEngine.of(program().earn(BASE).build());
            Account account = rich.spend("2026-01-05", "100").account();
            assertThatThrownBy(() -> poor.advance(account, noon("2030-01-01")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("account holds 'status', which program 'shop@1' does not have");
            LoyaltyEngine untiered = LoyaltyEngine.of(program()
                    .points(PointCurrency.of("status"), PointTerms.expiring(Moment.never()))
                    .earn(BASE)
                    .build());
            assertThatThrownBy(() -> untiered.advance(account, noon("2030-01-01")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("which program 'shop@1' does not have");
        }

        @Test
        void anAccountIsNotJudgedByAnotherProgramOfTheSameIdThatLacksATierThatItEarnedOrWasGranted() {
            Shop shop = new Shop(program().ladders(LADDER).earn(BASE).build());
            LoyaltyEngine other = LoyaltyEngine.of(program()
                    .ladders(Ladder.startingAt("status", LOW)
                            .then(
                                    Tier.of("middle"),
                                    SPEND.per(BoundedWindow.YEAR).reaches(usd("100")))
                            .kept(Moment.endOf(BoundedWindow.YEAR))
                            .fallingToTheLowest())
                    .earn(BASE)
                    .build());
            shop.submit(new TierGrant("g", CUSTOMER, noon("2026-01-05"), "high", noon("2026-03-05")));
            Account granted = shop.account();
            assertThatThrownBy(() -> other.progress(granted))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has the standing TierStanding[tier=Tier[id=high]")
                    .hasMessageContaining("which program 'shop@1' does not have");
            assertThat(other.progress(shop.advance(noon("2026-03-05")).account()))
                    .hasSize(1);
            Account earned = shop.spend("2026-03-06", "5000").account();
            assertThatThrownBy(() -> other.progress(earned))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has the standing TierStanding[tier=Tier[id=high]");
        }

        @Test
        void anAccountOfAProgramOfAnotherIdCanBeAskedNothing() {
            LoyaltyEngine engine = LoyaltyEngine.of(program().earn(BASE).build());
            Account foreign = Account.untouched("kiosk", CUSTOMER, List.of(), List.of());
            Basket basket = Basket.ofTotal(usd("10"));
            Instant at = noon("2026-01-05");
            List<ThrowingCallable> questions = List.of(
                    () -> engine.preview(foreign, basket, at),
                    () -> engine.rewardsFor(foreign, at),
                    () -> engine.rewardsFor(foreign, basket, at),
                    () -> engine.quote(foreign, basket, List.of(), at),
                    () -> engine.quote(foreign, basket, at, RewardChoice.of("ten")),
                    () -> engine.offersFor(foreign, at),
                    () -> engine.benefitsFor(foreign, at),
                    () -> engine.progress(foreign),
                    () -> engine.nextChangeAt(foreign),
                    () -> engine.advance(foreign, at));
            for (ThrowingCallable question : questions) {
                assertThatThrownBy(question)
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .hasMessage("account is of program 'kiosk', but this engine runs 'shop'");
            }
        }

        @Test
        void anAccountGoesOnInAnotherProgramOfTheSameIdThatHasMoreKindsOfPoints() {
            Shop shop =
                    new Shop(program(Moment.after(Period.ofDays(30))).earn(BASE).build());
            Account before = shop.spend("2026-01-05", "100").account();
            LoyaltyEngine more = LoyaltyEngine.of(program(Moment.after(Period.ofDays(30)))
                    .points(PointCurrency.of("amber"), PointTerms.expiring(Moment.never()))
                    .points(PointCurrency.of("stars"), PointTerms.expiring(Moment.never()))
                    .earn(BASE, EarnRule.earning("amber", Amounts.fixed(3)).awarding(PointCurrency.of("amber")))
                    .build());
            Decision decision =
                    more.evaluate(before, new Purchase("p", CUSTOMER, noon("2026-01-06"), Basket.ofTotal(usd("10"))));
            assertThat(decision.account().wallets())
                    .extracting(
                            wallet -> wallet.currency() + " " + wallet.balance().available())
                    .containsExactly("amber 3", "points 110", "stars 0");
            assertThat(Shop.brief(
                            more.advance(decision.account(), noon("2026-02-10")).entries()))
                    .containsExactly("EXPIRE -100", "EXPIRE -10");
        }
    }

    @Nested
    @Tag("T1")
    class AClockThatGoesBackOverMidnight {
        @Test
        void aClockThatGoesBackOverMidnightLeavesNoRuleOut() {
            ZoneId zone = ZoneId.of("America/St_Johns");
            LocalDate date = LocalDate.parse("2010-11-06");
            LoyaltyEngine engine = LoyaltyEngine.of(LoyaltyProgram.builder("shop", "1")
                    .zone(zone)
                    .money(Shop.USD)
                    .points(Shop.POINTS, PointTerms.expiring(Moment.never()))
                    .earn(BASE.where(Conditions.during(date, date)))
                    .build());
            Instant twice = Instant.parse("2010-11-07T02:45:00Z");
            assertThat(LocalDate.ofInstant(twice, zone)).isEqualTo(date);
            assertThat(engine.preview(engine.newAccount(CUSTOMER), Basket.ofTotal(usd("10")), twice)
                            .earned("points"))
                    .isEqualTo(10);
        }
    }

    @Nested
    @Tag("D6")
    class RulesThatCannotSpeak {
        private record Mute(String words, boolean met) implements PurchaseCondition {
            @Override
            public Finding check(PurchaseFacts facts) {
                return Finding.of(
                        met,
                        () -> {
                            throw new IllegalStateException();
                        },
                        () -> "");
            }

            @Override
            public String describe() {
                return words;
            }
        }

        private record Unscoped(RuntimeException answer) implements Selector {
            @Override
            public boolean selects(PurchaseLine line) {
                return true;
            }

            @Override
            public String describe() {
                return "unscoped";
            }

            @Override
            public Scope scope() {
                throw answer;
            }
        }

        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            @SuppressWarnings("unchecked")
            T sneaked = (T) thrown;
            throw sneaked;
        }

        @Test
        @Tag("X1")
        void rulesThatCannotSpeakAreExplainedByThat() {
            Shop shop = new Shop(program()
                    .earn(BASE, EarnRule.earning("mute", Amounts.fixed(1)).where(new Mute("mute", false)))
                    .build());
            assertThat(shop.spend("2026-01-05", "10").explanation().notApplied())
                    .containsExactly(new RuleOutcome.NotApplied(
                            "mute",
                            "the rule itself",
                            "rule 'mute' threw java.lang.IllegalStateException from its finding; nothing was posted",
                            "an answer"));
        }

        @Test
        @Tag("P1")
        void rulesThatCannotSpeakAreProblemsOfTheProgram() {
            assertThatThrownBy(() -> program()
                            .earn(
                                    BASE.where(new Mute("a\nrule forged", true)),
                                    EarnRule.earning("unscoped", Amounts.fixed(1))
                                            .of(new Unscoped(new IllegalStateException("x"))),
                                    EarnRule.earning("wordless", Amounts.fixed(1))
                                            .where(new Mute(null, true)))
                            .build())
                    .isInstanceOf(InvalidProgramException.class)
                    .hasMessage("""
                            program 'shop' has 3 problems:
                            - rule 'base': describes itself with control characters; use one line of words
                            - rule 'unscoped': has a part that threw java.lang.IllegalStateException when it was asked about itself; mend that part, or nest its parts less deeply
                            - rule 'wordless': has a part that does not describe itself; return words from its describe()""");
        }

        @Test
        void rulesThatThrowWhatNobodyMayThrowAreContained() {
            Selector sneaky = new Selector() {
                @Override
                public boolean selects(PurchaseLine line) {
                    RulesThatCannotSpeak.<RuntimeException>sneak(new java.io.IOException("secret"));
                    return true;
                }

                @Override
                public String describe() {
                    return "sneaky";
                }
            };
            Shop shop = new Shop(program().earn(BASE.of(sneaky)).build());
            assertThat(shop.engine()
                            .preview(shop.account(), Basket.ofTotal(usd("1")), noon("2026-01-05"))
                            .refusal())
                    .contains(new Refusal.RuleFailed("base", "threw java.io.IOException from its selector"));
        }
    }
}
