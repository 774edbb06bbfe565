package dev.laurel.engine.draft;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.condition.Facts;
import dev.laurel.condition.Question;
import dev.laurel.customer.Customer;
import dev.laurel.engine.plan.Series;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.CivilZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What rules see of a member at an instant: values only, and the tier held before the event. */
public class FactsOfMember implements Facts {
    private final Instant occurredAt;
    private final Customer customer;
    private final CivilZone zone;
    private final AccountDraft account;
    private final @Nullable TierLadder ladder;
    private final @Nullable Tier tier;
    private final long day;
    private @Nullable LocalDate date;

    public FactsOfMember(AccountDraft account, Instant occurredAt) {
        this.account = account;
        this.occurredAt = occurredAt;
        day = account.dayOf(occurredAt);
        customer = account.member().profile();
        zone = account.zone();
        ladder = account.plan().ladder();
        TierStanding standing = account.held();
        tier = standing == null ? null : standing.tier();
    }

    @Override
    public final Instant occurredAt() {
        return occurredAt;
    }

    @Override
    public final ZoneId zone() {
        return zone.id();
    }

    @Override
    public final LocalDate date() {
        LocalDate known = date;
        if (known == null) {
            known = LocalDate.ofEpochDay(day);
            date = known;
        }
        return known;
    }

    @Override
    public final Customer customer() {
        return customer;
    }

    @Override
    public final @Nullable Tier tier() {
        return tier;
    }

    @Override
    public final boolean holds(Tier wanted) {
        return tier != null && tier.equals(account.versions().inForce(wanted));
    }

    @Override
    public final long answerTo(Question question) {
        Series series = account.versions().seriesOf(question);
        checkArgument(
                series != null, "nobody says in the mentions of a condition that it asks for %s", question.describe());
        return account.counters().sumAt(series, occurredAt);
    }

    @Override
    public final boolean holdsAtLeast(Tier wanted) {
        if (ladder == null || tier == null) {
            return false;
        }
        int rank = ladder.rankOf(account.versions().inForce(wanted));
        return rank >= 0 && ladder.rankOf(tier) >= rank;
    }
}
