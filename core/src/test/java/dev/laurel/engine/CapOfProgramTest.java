package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.POINTS;
import static dev.laurel.engine.Shop.brief;
import static dev.laurel.engine.Shop.line;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Selectors;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Reduction;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Quantity;
import dev.laurel.money.Ratio;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.program.ProgramProblem;
import dev.laurel.receipt.CountedUse;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.Cap;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Multiplier;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.Rule;
import dev.laurel.rule.TermsOfReturn;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Window;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A5")
class CapOfProgramTest {
    private static final PointCurrency STARS = PointCurrency.of("stars");
    private static final EarnRule A = EarnRule.earning("a", POINTS.points(1).per(usd("1")));
    private static final EarnRule B = EarnRule.earning("b", POINTS.points(1).per(usd("1")));
    private static final EarnRule WELCOME = EarnRule.earning("welcome", POINTS.points(500));

    private static PointCap most(long points) {
        return PointCap.of(POINTS.points(points));
    }

    private static Shop shop(Cap cap, Rule... rules) {
        return new Shop(program().earn(rules).capped(cap).build());
    }

    private static List<Reduction> reductions(Decision decision, String rule) {
        return decision.explanation().applied().stream()
                .filter(outcome -> outcome.rule().equals(rule))
                .map(RuleOutcome.Applied::reductions)
                .findFirst()
                .orElseThrow();
    }

    private static void returned(Shop shop, String id, String date, String purchase, ReturnedLine... lines) {
        shop.submit(new Return(id, CUSTOMER, noon(date), purchase, List.of(lines)));
    }

    private static void returnedAll(Shop shop, String id, String date, String purchase) {
        shop.submit(Return.ofAll(id, CUSTOMER, noon(date), purchase));
    }

    @Nested
    class Points {
        private final Cap daily = most(120).per(BoundedWindow.DAY);
        private final Shop capped = shop(daily, A.capped(most(60)), B);

        @Test
        @Tag("A3")
        @Tag("X1")
        @Tag("TV-205")
        void aCapOfTheProgramComesAfterThoseOfItsRulesAndTheExplanationNamesIt() {
            Decision decision = capped.spend("2026-01-05", "100");
            assertThat(brief(decision.entries())).containsExactly("EARN 60 a", "EARN 60 b");
            assertThat(reductions(decision, "a")).containsExactly(new Reduction.ByCap("a", most(60), 40));
            assertThat(reductions(decision, "b")).containsExactly(new Reduction.ByCapOfProgram("shop", daily, 40));
            assertThat(decision.explanation().applied()).allMatch(RuleOutcome.Applied::isCut);
            assertThat(decision.explanation().text()).isEqualTo("""
                            a: +60 points (100 rounded down per purchase, less 40 by the cap of a, at most 60 points per purchase)
                            b: +60 points (100 rounded down per purchase, less 40 by the cap of program shop, at most 120 points per day)""");
        }

        @Test
        @Tag("A3")
        @Tag("TV-205")
        void aCapOfTheProgramIsOfWholePoints() {
            Shop shop = shop(most(10), A, B);
            Decision decision = shop.spend("2026-01-05", "5.50");
            assertThat(brief(decision.entries())).containsExactly("EARN 5 a", "EARN 5 b");
            assertThat(decision.explanation().applied()).noneMatch(RuleOutcome.Applied::isCut);
        }

        @Test
        @Tag("V2")
        void aReturnOfAPartLeavesEachRuleTheLesserOfItsPointsAndItsPart() {
            capped.buy(noon("2026-01-05"), Basket.of(line("1", "100").withQuantity(Quantity.of(2))));
            returned(capped, "r", "2026-01-05", "e1", ReturnedLine.of("1", usd("50")));
            assertThat(capped.receiptOf("e1").awards())
                    .extracting(award -> award.kept())
                    .containsExactly(50L, 50L);
            assertThat(capped.account().counter("*:points.points:day").toMap()).containsValue(100L);
            // Twenty of the day are free again.
            assertThat(brief(capped.spend("2026-01-05", "10").entries())).containsExactly("EARN 10 a", "EARN 10 b");
            assertThat(capped.spend("2026-01-05", "10").entries()).isEmpty();
        }

        @Test
        @Tag("A3")
        void whatIsOverIsTakenFromTheHighestIdFirstWhetherThatIsARuleOrAMultiplier() {
            Multiplier aboveAll = Multiplier.of("z-double", A, Ratio.of(2));
            Multiplier below = Multiplier.of("aa-double", B, Ratio.of(2));
            assertThat(brief(shop(most(25), A, B, aboveAll, below)
                            .spend("2026-01-05", "10")
                            .entries()))
                    .containsExactly("EARN 10 a", "EARN 5 b", "EARN 10 aa-double");
            assertThat(brief(shop(most(10), A, B, aboveAll, below)
                            .spend("2026-01-05", "10")
                            .entries()))
                    .containsExactly("EARN 10 a");
        }

        @Test
        @Tag("N2")
        void aCapOfTheProgramIsOfOneCurrency() {
            EarnRule stars = EarnRule.earning("stars", STARS.points(1).per(usd("1")));
            Shop shop = new Shop(program()
                    .points(STARS, PointTerms.expiring(Moment.never()))
                    .earn(A, stars)
                    .capped(most(20).per(Window.EVER), PointCap.of(STARS.points(5)))
                    .build());
            assertThat(brief(shop.spend("2026-01-05", "15").entries())).containsExactly("EARN 15 a", "EARN 5 stars");
            assertThat(brief(shop.spend("2026-01-05", "15").entries())).containsExactly("EARN 5 a", "EARN 5 stars");
        }

        @Test
        @Tag("T3")
        void theCapOfALateEventIsThatOfItsOwnDate() {
            Shop shop = shop(most(10).per(BoundedWindow.DAY), A);
            shop.spend("2026-01-05", "10");
            shop.spend("2026-01-20", "10");
            assertThat(shop.spend("2026-01-05", "10").earned("points")).isZero();
            assertThat(shop.spend("2026-01-06", "10").earned("points")).isEqualTo(10);
        }

        @Test
        @Tag("T2")
        void windowsFromOneDateToAnotherLimitNothingElse() {
            Shop shop = shop(most(100).per(new Dates(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7))), A);
            assertThat(shop.spend("2026-04-30", "500").earned("points")).isEqualTo(500);
            assertThat(shop.spend("2026-05-01", "60").earned("points")).isEqualTo(60);
            assertThat(shop.spend("2026-05-07", "60").earned("points")).isEqualTo(40);
            assertThat(shop.spend("2026-05-08", "500").earned("points")).isEqualTo(500);
        }

        @Test
        @Tag("E4")
        void membershipYearsBeginWhereAnEventCountsForThem() {
            Shop shop = shop(most(100).per(BoundedWindow.MEMBERSHIP_YEAR), A);
            shop.submit(Enrollment.of("n", Customer.of(CUSTOMER), noon("2024-02-29")));
            assertThat(shop.account().milestones().membershipBegan()).isNull();
            assertThat(shop.spend("2025-02-27", "60").earned("points")).isEqualTo(60);
            assertThat(shop.account().milestones().membershipBegan()).isEqualTo(noon("2024-02-29"));
            assertThat(shop.spend("2025-02-28", "60").earned("points")).isEqualTo(60);
        }

        @Test
        @Tag("D4")
        void windowsThatNoEventCanFallInAnyMoreAreForgotten() {
            Shop shop = shop(most(10).per(BoundedWindow.DAY), A);
            for (int i = 0; i < 100; i++) {
                shop.buy(noon("2026-01-05").plusSeconds(86_400L * i), Basket.ofTotal(usd("10")));
            }
            assertThat(shop.account().counter("*:points.points:day").toMap()).hasSize(35);
        }

        @Test
        @Tag("X2")
        void previewsSayWhatPurchasesThenGiveAndUseNothingUp() {
            Basket basket = Basket.ofTotal(usd("100"));
            for (int i = 0; i < 3; i++) {
                Decision preview = capped.engine().preview(capped.account(), basket, noon("2026-01-05"));
                assertThat(brief(preview.entries())).containsExactly("EARN 60 a", "EARN 60 b");
            }
            assertThat(capped.engine()
                            .quote(capped.account(), basket, List.of(), noon("2026-01-05"))
                            .earned("points"))
                    .isEqualTo(120);
            capped.buy(noon("2026-01-05"), basket);
            assertThat(capped.engine()
                            .quote(capped.account(), basket, List.of(), noon("2026-01-05"))
                            .earned("points"))
                    .isZero();
        }

        @Test
        @Tag("V3")
        void anAwardThatIsNoWholeKeepsTheLesserOfItsPointsAndItsPartToo() {
            EarnRule drinks =
                    EarnRule.earning("drinks", POINTS.points(3).per(usd("2"))).of(Selectors.category("drink"));
            Multiplier some = Multiplier.of("some", drinks, Ratio.of(2)).of(Selectors.sku("sku-2"));
            Shop shop = shop(most(40), drinks, some);
            assertThat(brief(shop.buy("2026-01-05", line("1", "20", "drink"), line("2", "10", "drink"))
                            .entries()))
                    .containsExactly("EARN 40 drinks");
            returned(shop, "r", "2026-01-06", "e1", ReturnedLine.of("1", Quantity.ONE));
            assertThat(shop.available()).isEqualTo(15);
            returnedAll(shop, "q", "2026-01-06", "e1");
            assertThat(shop.available()).isZero();
            shop.verify();
        }
    }

    @Nested
    class Uses {
        @Test
        void aUseIsAPurchaseThatIsAwardedAnyPoints() {
            Shop shop = shop(UseCap.of(2, BoundedWindow.DAY), A, B);
            assertThat(shop.spend("2026-01-05", "0.50").entries()).isEmpty();
            assertThat(shop.spend("2026-01-05", "10").earned("points")).isEqualTo(20);
            assertThat(shop.spend("2026-01-05", "10").earned("points")).isEqualTo(20);
            assertThat(reductions(shop.spend("2026-01-05", "10"), "a"))
                    .containsExactly(new Reduction.ByCapOfProgram("shop", UseCap.of(2, BoundedWindow.DAY), 10));
            assertThat(shop.spend("2026-01-06", "10").earned("points")).isEqualTo(20);
        }

        @Test
        void aUseIsOfEveryCurrency() {
            EarnRule stars = EarnRule.earning("stars", STARS.points(1).per(usd("1")));
            Shop shop = new Shop(program()
                    .points(STARS, PointTerms.expiring(Moment.never()))
                    .earn(A, stars)
                    .capped(UseCap.of(1, Window.EVER))
                    .build());
            assertThat(brief(shop.spend("2026-01-05", "15").entries())).containsExactly("EARN 15 a", "EARN 15 stars");
            assertThat(shop.spend("2026-01-05", "15").entries()).isEmpty();
        }

        @Test
        @Tag("V2")
        void aUseIsGivenBackOnceNoRuleKeepsAPoint() {
            EarnRule thrice = A.of(Selectors.category("a"));
            EarnRule once = B.of(Selectors.category("b"));
            Shop shop = shop(UseCap.of(1, Window.EVER), thrice, once);
            shop.buy("2026-01-05", line("1", "10", "a"), line("2", "10", "b"));
            assertThat(shop.receiptOf("e1").counted()).containsExactly(new CountedUse("*:uses:ever", 0, true));
            returned(shop, "r", "2026-01-06", "e1", ReturnedLine.of("1", Quantity.ONE));
            assertThat(shop.buy("2026-01-07", line("1", "10", "a")).entries()).isEmpty();
            assertThat(shop.receiptOf("e2").counted()).isEmpty();
            returned(shop, "q", "2026-01-08", "e1", ReturnedLine.of("2", Quantity.ONE));
            assertThat(shop.buy("2026-01-09", line("1", "10", "a")).earned("points"))
                    .isEqualTo(10);
            // What gave nothing gives nothing back.
            returnedAll(shop, "s", "2026-01-10", "e2");
            assertThat(shop.buy("2026-01-11", line("1", "10", "a")).entries()).isEmpty();
        }

        @Test
        @Tag("V2")
        void aUseThatLeavesPointsIsNotGivenBack() {
            Shop shop = shop(UseCap.of(1, Window.EVER), A, B.returning(TermsOfReturn.KEPT));
            shop.spend("2026-01-05", "10");
            returnedAll(shop, "r", "2026-01-06", "e1");
            assertThat(shop.available()).isEqualTo(10);
            assertThat(shop.spend("2026-01-07", "10").entries()).isEmpty();
        }
    }

    @Nested
    @Tag("V2")
    class Returns {
        @Test
        @Tag("TV-222")
        void aReturnMakesRoomUnderTheCapOfTheProgramAndGivesTheUseBack() {
            Shop shop = shop(most(300).per(BoundedWindow.MONTH), A);
            shop.spend("2026-01-05", "300");
            returnedAll(shop, "r", "2026-01-06", "e1");
            assertThat(shop.spend("2026-01-07", "310").earned("points")).isEqualTo(300);
            Shop welcoming = shop(UseCap.of(1, Window.EVER), WELCOME);
            welcoming.spend("2026-01-05", "10");
            returnedAll(welcoming, "r", "2026-01-06", "e1");
            welcoming.spend("2026-01-07", "10");
            assertThat(welcoming.spend("2026-01-07", "10").entries()).isEmpty();
            assertThat(welcoming.available()).isEqualTo(500);
        }

        @Test
        @Tag("P2")
        void aReturnMakesRoomWhereItWasCountedAlsoUnderAVersionWithoutTheCap() {
            LoyaltyProgram capped =
                    program().earn(A).capped(most(100).per(Window.EVER)).build();
            LoyaltyProgram free = LoyaltyProgram.builder("shop", "2")
                    .zone(Shop.NEW_YORK)
                    .money(Shop.USD)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(A)
                    .inForceFrom(LocalDate.of(2026, 2, 1))
                    .build();
            LoyaltyProgram raised = LoyaltyProgram.builder("shop", "3")
                    .zone(Shop.NEW_YORK)
                    .money(Shop.USD)
                    .points(POINTS, PointTerms.expiring(Moment.never()))
                    .earn(A)
                    .capped(most(150).per(Window.EVER))
                    .inForceFrom(LocalDate.of(2026, 3, 1))
                    .build();
            Shop shop = new Shop(List.of(capped, free, raised));
            shop.spend("2026-01-05", "80");
            assertThat(shop.spend("2026-01-06", "80").earned("points")).isEqualTo(20);
            assertThat(shop.spend("2026-02-05", "80").earned("points")).isEqualTo(80);
            // A late one is judged by the cap of its date.
            assertThat(shop.spend("2026-01-31", "80").earned("points")).isZero();
            returnedAll(shop, "r", "2026-02-06", "e1");
            assertThat(shop.spend("2026-01-31", "30").earned("points")).isEqualTo(30);
            // The cap that counts the same goes on where the one before stood.
            assertThat(shop.spend("2026-03-05", "500").earned("points")).isEqualTo(100);
            shop.verify();
        }
    }

    @Nested
    @Tag("P1")
    class Programs {
        private List<String> problems(LoyaltyProgram.Builder builder) {
            try {
                return builder.build().warnings().stream()
                        .map(ProgramProblem::toString)
                        .filter(warning -> !warning.contains("gift"))
                        .toList();
            } catch (InvalidProgramException e) {
                return e.problems().stream().map(ProgramProblem::toString).toList();
            }
        }

        @Test
        void capsOfThePointsOfAnotherCurrencyThanTheAwardedAreProblems() {
            EarnRule wrong = A.capped(PointCap.of(STARS.points(5)));
            Multiplier more = Multiplier.of("more", wrong, Ratio.of(2)).capped(PointCap.of(STARS.points(5)));
            assertThat(problems(program().earn(wrong, more)))
                    .containsExactly(
                            "rule 'a': awards 'points', but has a cap of 'stars'; cap the points that it awards",
                            "rule 'more': awards 'points', but has a cap of 'stars'; cap the points that it awards");
            EarnRule unnamed = EarnRule.earning("unnamed", Amounts.fixed(1));
            assertThat(problems(program().earn(unnamed.capped(most(5))))).isEmpty();
            assertThat(problems(program().earn(unnamed.capped(PointCap.of(STARS.points(5))))))
                    .containsExactly(
                            "rule 'unnamed': awards 'points', but has a cap of 'stars'; cap the points that it awards");
        }

        @Test
        void capsOfTheProgramAreCheckedAsThoseOfItsRulesAre() {
            assertThat(problems(program()
                            .earn(WELCOME)
                            .capped(
                                    most(499).per(Window.EVER),
                                    most(600).per(Window.EVER),
                                    UseCap.of(1, Window.overTheLast(Period.ZERO)),
                                    PointCap.of(STARS.points(5)))))
                    .containsExactly(
                            "rule 'welcome': awards 500 points, but all rules of the program at most 499 points ever;"
                                    + " raise the cap of the program, or award less",
                            "program: has two caps that count the same; keep the lower one",
                            "program: counts over the last P0D; give a positive period of at most 1000 years",
                            "program: has a cap of 'stars', which is no currency of the program; declare it with"
                                    + " points(…)");
        }

        @Test
        void capsOfPointsThatNoRuleEarnsAreSuspicious() {
            LoyaltyProgram.Builder builder = program()
                    .points(STARS, PointTerms.expiring(Moment.never()))
                    .earn(A)
                    .capped(PointCap.of(STARS.points(5)).per(BoundedWindow.DAY));
            assertThat(problems(builder))
                    .containsExactly("program: has a cap of 'stars', which no rule earns; add a rule that earns them,"
                            + " or leave out the cap, if that is not meant");
        }

        @Test
        void rewardsThatCostMoreThanTheProgramEverAwardsAreSuspicious() {
            assertThat(problems(program()
                            .earn(A)
                            .redeem(Reward.costing("mug", 101))
                            .capped(most(100).per(Window.EVER))))
                    .containsExactly("reward 'mug': costs 101 points, but by their caps all rules together never award"
                            + " more than 100; raise a cap, or lower the price, if that is not meant");
        }

        @Test
        @Tag("D3")
        @Tag("P3")
        void capsStandInTheStableTextAndTheTermsInAnOrderOfTheirOwn() {
            Cap[] caps = {UseCap.of(1, BoundedWindow.DAY), most(500).per(BoundedWindow.YEAR), most(120)};
            LoyaltyProgram one = program().earn(A).capped(caps).build();
            LoyaltyProgram other =
                    program().earn(A).capped(caps[2]).capped(caps[1], caps[0]).build();
            assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
            assertThat(one.caps()).containsExactly(caps[2], caps[1], caps[0]);
            assertThat(one.stableText()).contains("""
                            cap at most 120 points per purchase
                            cap at most 500 points per calendar year
                            cap at most 1 use per day
                            rule a:""");
            assertThat(one.fingerprint()).isNotEqualTo(program().earn(A).build().fingerprint());
            assertThat(one.terms())
                    .contains("All rules together give at most 120 `points` per purchase and 500 `points` per calendar"
                            + " year. They give points for at most 1 purchase per day. What is over is taken from the"
                            + " rules with the last ids first.");
        }

        @Test
        void capsDoNotMakeAProgramInWhichSomethingCanHappen() {
            assertThatThrownBy(() -> program().capped(most(5)).build())
                    .hasMessageContaining("so nothing could ever happen");
        }
    }

    @Test
    void aCapOfTheProgramGoesOnCountingWhereOnlyTheLimitIsAnother() {
        Shop shop = shop(most(10).per(BoundedWindow.MONTH), A);
        shop.submit(new Purchase("p", CUSTOMER, noon("2026-01-05"), Basket.of(PurchaseLine.of("1", "s", usd("8")))));
        LoyaltyEngine raised = LoyaltyEngine.of(
                program().earn(A).capped(most(20).per(BoundedWindow.MONTH)).build());
        assertThat(raised.preview(shop.account(), Basket.ofTotal(usd("50")), noon("2026-01-06"))
                        .earned("points"))
                .isEqualTo(12);
    }
}
