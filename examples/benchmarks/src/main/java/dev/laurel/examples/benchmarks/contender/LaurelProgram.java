package dev.laurel.examples.benchmarks.contender;

import static dev.laurel.dsl.Laurel.MONTH;
import static dev.laurel.dsl.Laurel.USD;
import static dev.laurel.dsl.Laurel.YEAR;
import static dev.laurel.dsl.Laurel.any;
import static dev.laurel.dsl.Laurel.anyNumberOf;
import static dev.laurel.dsl.Laurel.atMost;
import static dev.laurel.dsl.Laurel.category;
import static dev.laurel.dsl.Laurel.counter;
import static dev.laurel.dsl.Laurel.during;
import static dev.laurel.dsl.Laurel.expiring;
import static dev.laurel.dsl.Laurel.inactiveFor;
import static dev.laurel.dsl.Laurel.item;
import static dev.laurel.dsl.Laurel.ladder;
import static dev.laurel.dsl.Laurel.memberIs;
import static dev.laurel.dsl.Laurel.orderOfAtLeast;
import static dev.laurel.dsl.Laurel.paymentOf;
import static dev.laurel.dsl.Laurel.pointCurrency;
import static dev.laurel.dsl.Laurel.program;
import static dev.laurel.dsl.Laurel.reward;
import static dev.laurel.dsl.Laurel.rule;
import static dev.laurel.dsl.Laurel.skus;
import static dev.laurel.dsl.Laurel.tier;
import static dev.laurel.dsl.Laurel.usd;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Terms;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.Money;
import dev.laurel.occasion.MoneySum;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.EarnRule;
import dev.laurel.rule.Rule;
import dev.laurel.tier.Tier;
import java.util.List;
import java.util.stream.Stream;

/** The shop's terms and campaigns as a program of Laurel. */
public final class LaurelProgram {
    /** The points. */
    public static final PointCurrency POINTS = pointCurrency("points");

    /** The id of a reward that costs ten points. */
    public static final String SMALL_REWARD = "small";

    /** The id of a reward that pays with as many points as a member chooses. */
    public static final String ANY_NUMBER = "any-number";

    private static final Tier INSIDER = tier("insider");
    private static final Tier VIB = tier("vib");
    private static final Tier ROUGE = tier("rouge");
    private static final long CENT = 10_000;

    private static final MoneySum YEARLY_SPEND = counter("spend").spend().per(YEAR);

    private static final EarnRule BASE = rule("base")
            .onPurchase()
            .earns(POINTS.points(1).per(usd(1)))
            .capped(atMost(POINTS.points(Terms.MONTHLY_CAP)).per(MONTH));

    private LaurelProgram() {}

    /** The program with these campaigns. */
    public static LoyaltyProgram of(List<Campaign> campaigns) {
        Rule[] rules = Stream.concat(terms(), campaigns.stream().map(LaurelProgram::ruleOf))
                .toArray(Rule[]::new);
        return program("shop", "1")
                .zone(Terms.ZONE)
                .money(USD)
                .points(POINTS, expiring(inactiveFor(Terms.INACTIVITY)))
                .excluding(Terms.EXCLUDED.stream()
                        .map(name -> category(name))
                        .reduce((one, other) -> any(one, other))
                        .orElseThrow())
                .ladders(ladder("status")
                        .startingAt(INSIDER)
                        .then(VIB, YEARLY_SPEND.reaches(cents(Terms.VIB_CENTS)))
                        .then(ROUGE, YEARLY_SPEND.reaches(cents(Terms.ROUGE_CENTS))))
                .earn(BASE, rules)
                .redeem(
                        reward(SMALL_REWARD).costing(POINTS.points(10)).gives(item("sample")),
                        reward(ANY_NUMBER)
                                .costing(anyNumberOf(POINTS))
                                .gives(paymentOf(usd("0.01")).perPoint()))
                .build();
    }

    private static Stream<Rule> terms() {
        return Stream.of(
                rule("vib-rate")
                        .onPurchase()
                        .where(memberIs(VIB))
                        .multiplies(BASE)
                        .by("1.25"),
                rule("rouge-rate")
                        .onPurchase()
                        .where(memberIs(ROUGE))
                        .multiplies(BASE)
                        .by("1.5"),
                rule("birthday")
                        .onPurchase()
                        .where(new InBirthMonth())
                        .earns(POINTS.points(Terms.BIRTHDAY_POINTS))
                        .capped(atMost(1).usesPer(YEAR)));
    }

    private static EarnRule ruleOf(Campaign campaign) {
        return campaign.isByCategory()
                ? rule(campaign.id())
                        .onPurchase()
                        .of(category(campaign.category()))
                        .where(during(campaign.from(), campaign.to()))
                        .earns(POINTS.points(campaign.pointsPerDollar()).per(usd(1)))
                : rule(campaign.id())
                        .onPurchase()
                        .of(skus(campaign.skus()))
                        .where(during(campaign.from(), campaign.to()), orderOfAtLeast(cents(campaign.leastCents())))
                        .earns(POINTS.points(campaign.points()));
    }

    /** So many cents. */
    public static Money cents(long cents) {
        return Money.ofMillionths(USD, cents * CENT);
    }
}
