package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules as its documentation shows it: a rule for each campaign, asked for each order. Running totals, no ledger. */
final class EasyRules implements Contender {
    private static final String SALE = "sale";

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private Standing[] standings = {};

    EasyRules(List<Campaign> campaigns) {
        rules.register(rule("base and tier", sale -> sale.getCovered() > 0, Sale::addBase));
        rules.register(rule("birthday", Sale::isBirthdayDue, Sale::addBirthday));
        campaigns.forEach(
                campaign -> rules.register(campaign.isByCategory() ? byCategory(campaign) : byArticles(campaign)));
    }

    private static Rule byCategory(Campaign campaign) {
        CampaignFact fact = new CampaignFact(campaign, campaign.category());
        return rule(
                campaign.id(),
                sale -> runs(fact, sale) && sale.centsOf(fact.getKey()) > 0,
                sale -> sale.add(sale.centsOf(fact.getKey()) * campaign.pointsPerDollar() / 100));
    }

    private static Rule byArticles(Campaign campaign) {
        CampaignFact fact = new CampaignFact(campaign, "");
        return rule(
                campaign.id(),
                sale -> runs(fact, sale)
                        && sale.getCovered() >= campaign.leastCents()
                        && sale.hasOneOf(campaign.skus()),
                sale -> sale.add(campaign.points()));
    }

    private static boolean runs(CampaignFact fact, Sale sale) {
        return sale.getDay() >= fact.getFrom() && sale.getDay() <= fact.getTo();
    }

    private static Rule rule(String name, Predicate<Sale> condition, Consumer<Sale> action) {
        return new RuleBuilder()
                .name(name)
                .when(facts -> condition.test(facts.get(SALE)))
                .then(facts -> action.accept(facts.get(SALE)))
                .build();
    }

    @Override
    public void open(Shop shop) {
        standings = shop.members().stream().map(Standing::new).toArray(Standing[]::new);
    }

    @Override
    public long buy(Order order) {
        Sale sale = new Sale(order, standings[order.member()]);
        Facts facts = new Facts();
        facts.put(SALE, sale);
        engine.fire(rules, facts);
        return sale.finish();
    }

    @Override
    public long earned(int member) {
        return standings[member].earned();
    }
}
