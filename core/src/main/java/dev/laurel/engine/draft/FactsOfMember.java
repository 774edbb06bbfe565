package dev.laurel.engine.draft;

import static com.google.common.base.Preconditions.checkArgument;

import dev.laurel.account.Milestone;
import dev.laurel.condition.Facts;
import dev.laurel.condition.Question;
import dev.laurel.customer.Customer;
import dev.laurel.engine.plan.Series;
import dev.laurel.engine.plan.TierPlace;
import dev.laurel.engine.plan.Version;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.tier.Tier;
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
    private final Tier[] held;
    private final CountersDraft counters;
    private final Version asking;
    private final long day;
    private final @Nullable Instant enrolled;
    private final @Nullable Instant opened;
    private @Nullable LocalDate date;

    /** For the terms by which the event is judged. */
    public FactsOfMember(AccountDraft account, Instant occurredAt) {
        this(account, occurredAt, account.versions().judging());
    }

    /** For the terms of a version: conditions ask for what is counted by these. */
    public FactsOfMember(AccountDraft account, Instant occurredAt, Version asking) {
        this(account, occurredAt, asking, null);
    }

    private FactsOfMember(AccountDraft account, Instant occurredAt, Version asking, @Nullable Instant opened) {
        this.opened = opened;
        counters = account.counters();
        enrolled = account.member().instantOf(Milestone.ENROLLED);
        this.account = account;
        this.asking = asking;
        this.occurredAt = occurredAt;
        day = account.dayOf(occurredAt);
        customer = account.member().profile();
        zone = account.zone();
        held = account.held();
    }

    private FactsOfMember(FactsOfMember same, CountersDraft counters, Version asking) {
        this.counters = counters;
        this.asking = asking;
        opened = same.opened;
        enrolled = same.enrolled;
        account = same.account;
        occurredAt = same.occurredAt;
        day = same.day;
        customer = same.customer;
        zone = same.zone;
        held = same.held;
    }

    /** The same, with what is counted by now: what is counted later they do not see. */
    FactsOfMember asCountedByNow() {
        return new FactsOfMember(this, counters.copy(), asking);
    }

    /** The same for the terms of another version. */
    FactsOfMember askedBy(Version other) {
        return other == asking ? this : new FactsOfMember(this, counters, other);
    }

    /** The same for an offer that opened at an instant. */
    public FactsOfMember ofOfferOpenedAt(Instant opened) {
        return new FactsOfMember(account, occurredAt, asking, opened);
    }

    @Override
    public final @Nullable Instant enrolled() {
        return enrolled;
    }

    @Override
    public final Instant countsBackFrom() {
        return opened == null ? occurredAt : opened;
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
    public final @Nullable Tier heldBeside(Tier tier) {
        TierPlace place = placeInForce(tier);
        return place == null ? null : held[place.ladder()];
    }

    @Override
    public final boolean holds(Tier tier) {
        Tier inForce = account.versions().inForce(tier);
        for (Tier each : held) {
            if (each.equals(inForce)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final boolean holdsAtLeast(Tier tier) {
        TierPlace wanted = placeInForce(tier);
        if (wanted == null) {
            return false;
        }
        TierPlace place = account.plan().placeOf(held[wanted.ladder()]);
        return place != null && place.rank() >= wanted.rank();
    }

    private @Nullable TierPlace placeInForce(Tier tier) {
        return account.plan().placeOf(account.versions().inForce(tier));
    }

    @Override
    public final long answerTo(Question question) {
        Series series = account.versions().seriesOf(question, asking);
        checkArgument(
                series != null, "nobody says in the mentions of a condition that it asks for %s", question.describe());
        long sum = counters.sumAt(series, occurredAt);
        if (opened == null || !(question instanceof SumUpTo upTo && upTo.isOfAnyPurchase())) {
            return sum;
        }
        return firstPurchaseWasBefore(opened) ? Math.max(1, sum) : 0;
    }

    private boolean firstPurchaseWasBefore(Instant instant) {
        Instant first = account.member().instantOf(Milestone.FIRST_PURCHASE);
        return first != null && first.isBefore(instant);
    }
}
