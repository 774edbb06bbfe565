package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;

/**
 * A campaign under one key, by which an engine finds it: its category, or one of its articles. Public, and with getters, because an
 * engine compiles against it.
 */
public final class CampaignFact {
    private final Campaign campaign;
    private final String key;
    private final long from;
    private final long to;

    CampaignFact(Campaign campaign, String key) {
        this.campaign = campaign;
        this.key = key;
        from = campaign.from().toEpochDay();
        to = campaign.to().toEpochDay();
    }

    /** The campaign. */
    public Campaign getCampaign() {
        return campaign;
    }

    /** Whether the key is a category, and not an article. */
    public boolean isByCategory() {
        return campaign.isByCategory();
    }

    /** The category or the article. */
    public String getKey() {
        return key;
    }

    /** The first date, in days since 1970. */
    public long getFrom() {
        return from;
    }

    /** The last date, in days since 1970. */
    public long getTo() {
        return to;
    }

    /** What an order must cost at least, in cents of covered lines. */
    public long getLeastCents() {
        return campaign.leastCents();
    }
}
