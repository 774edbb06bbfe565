package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools as an expert uses it: four rules as an executable model, the campaigns as facts that are found by hash, one session for all
 * orders, in which each order is a fact while it is run. Running totals, no ledger.
 */
final class Drools implements Contender {
    private final KieContainer container;
    private final KieSession session;
    private Standing[] standings = {};

    Drools(List<Campaign> campaigns) {
        container = compiled();
        session = container.newKieSession();
        for (Campaign campaign : campaigns) {
            if (campaign.isByCategory()) {
                session.insert(new CampaignFact(campaign, campaign.category()));
            } else {
                campaign.skus().forEach(sku -> session.insert(new CampaignFact(campaign, sku)));
            }
        }
    }

    private static KieContainer compiled() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(services.getResources().newClassPathResource("shop.drl", Drools.class));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    "shop.drl must compile, but: " + builder.getResults().getMessages());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId());
    }

    @Override
    public void open(Shop shop) {
        standings = shop.members().stream().map(Standing::new).toArray(Standing[]::new);
    }

    @Override
    public long buy(Order order) {
        Sale sale = new Sale(order, standings[order.member()]);
        FactHandle handle = session.insert(sale);
        session.fireAllRules();
        session.delete(handle);
        return sale.finish();
    }

    @Override
    public long earned(int member) {
        return standings[member].earned();
    }

    @Override
    public void close() {
        session.dispose();
        container.dispose();
    }
}
