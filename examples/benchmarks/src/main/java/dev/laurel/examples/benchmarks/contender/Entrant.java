package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import java.util.List;
import java.util.function.Function;

/** Who is compared, in the order of the tables. */
public enum Entrant {
    /** Running totals and a loop over the campaigns. */
    HAND("hand", Hand::new),
    /** Running totals and campaigns by day, category and article. */
    INDEXED("indexed", Indexed::new),
    /** What all others are measured against. */
    HAND_WITH_LEDGER("hand with a ledger", HandWithLedger::new),
    /** Easy Rules, which looks at each rule for each order. */
    EASY_RULES("Easy Rules 4.1.0", EasyRules::new, Entrant.HUNDREDS),
    /** Drools with campaigns as facts. */
    DROOLS("Drools 10.2.0", Drools::new),
    /** Laurel's engine. */
    EVALUATE("Laurel evaluate", LaurelEvaluate::plain),
    /** Laurel's engine, of which each explanation is asked for. */
    EXPLAINED("Laurel evaluate, explanation asked for", LaurelEvaluate::explained),
    /** Laurel's engine, of which each explanation is read. */
    READ("Laurel evaluate, explanation read", LaurelEvaluate::read),
    /** Laurel's service over the store in memory. */
    SERVICE("Laurel service, in-memory store", LaurelService::new);

    /** The most campaigns for one who looks at each of them for each order: with thousands it would take an hour. */
    private static final int HUNDREDS = 500;

    private final String label;
    private final Function<List<Campaign>, Contender> maker;
    private final int mostCampaigns;

    Entrant(String label, Function<List<Campaign>, Contender> maker) {
        this(label, maker, Integer.MAX_VALUE);
    }

    Entrant(String label, Function<List<Campaign>, Contender> maker, int mostCampaigns) {
        this.label = label;
        this.maker = maker;
        this.mostCampaigns = mostCampaigns;
    }

    /** The name in tables. */
    public String label() {
        return label;
    }

    /** Whether it can run so many campaigns in reasonable time. */
    public boolean takesPartAt(int campaigns) {
        return campaigns <= mostCampaigns;
    }

    /** Makes the contender for some campaigns: what it compiles, it compiles here. */
    public Contender of(List<Campaign> campaigns) {
        return maker.apply(campaigns);
    }
}
