package dev.laurel.engine.settle;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.Posted;
import dev.laurel.decision.RuleOutcome;
import dev.laurel.decision.TierChange;
import dev.laurel.decision.UnpaidOrders;
import dev.laurel.engine.draft.EntryLog;
import dev.laurel.engine.plan.Plan;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.receipt.Receipt;
import dev.laurel.rule.MemberEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an event wrote, as its settlement left it: entries, receipts and the explanation are made when somebody reads them. */
final class Settled<E extends LoyaltyEvent> implements Posted {
    private final Versions versions;
    private final Account before;
    private final E event;
    private final List<String> posting;
    private final EntryLog entries;
    private final List<TierChange> tierChanges;
    private final List<Receipt> receipts;
    private final @Nullable Supplier<? extends Receipt> unwritten;
    private final List<UnpaidOrders> unpaid;
    private final List<LoyaltyEvent> deliveries;
    private @Nullable List<Receipt> written;

    Settled(
            Versions versions,
            Account before,
            E event,
            List<String> posting,
            EntryLog entries,
            List<TierChange> tierChanges,
            List<Receipt> receipts,
            @Nullable Supplier<? extends Receipt> unwritten,
            List<UnpaidOrders> unpaid,
            List<LoyaltyEvent> deliveries) {
        this.versions = versions;
        this.before = before;
        this.event = event;
        this.posting = posting;
        this.entries = entries;
        this.tierChanges = List.copyOf(tierChanges);
        this.receipts = List.copyOf(receipts);
        this.unwritten = unwritten;
        this.unpaid = List.copyOf(unpaid);
        this.deliveries = List.copyOf(deliveries);
    }

    @Override
    public List<String> versions() {
        return posting;
    }

    @Override
    public List<LedgerEntry> entries() {
        return entries.entries();
    }

    @Override
    public List<TierChange> tierChanges() {
        return tierChanges;
    }

    @Override
    public List<Receipt> receipts() {
        List<Receipt> known = written;
        if (known == null) {
            known = unwritten == null
                    ? receipts
                    : ImmutableList.<Receipt>builder()
                            .addAll(receipts)
                            .add(unwritten.get())
                            .build();
            written = known;
        }
        return known;
    }

    @Override
    public List<UnpaidOrders> unpaid() {
        return unpaid;
    }

    @Override
    public List<LoyaltyEvent> deliveries() {
        return deliveries;
    }

    @Override
    public long earned(String currency) {
        return entries.earned(currency);
    }

    @Override
    public Explanation explanation() {
        Explanation explained = Settlements.of(event).explain(versions, before, event);
        return explained.andFollowed(() -> followed(explained));
    }

    /** What else rules on a member gave for the event, by the versions that its entries name: for sums and tiers. */
    private List<RuleOutcome.Followed> followed(Explanation explained) {
        List<RuleOutcome.Followed> followed = new ArrayList<>();
        for (LedgerEntry entry : entries()) {
            Plan plan = entry.kind() == EntryKind.EARN && entry.cause().equals(event.id())
                    ? versions.planOf(entry.program())
                    : null;
            if (plan != null) {
                plan.program().memberRules().stream()
                        .filter(rule -> rule.id().equals(entry.source()))
                        .filter(rule -> explained.outcomeOf(rule.id()).isEmpty())
                        .map(rule -> new RuleOutcome.Followed(
                                rule.id(),
                                new MemberEffect.Earns(
                                        PointCurrency.of(entry.currency()).points(entry.points())),
                                List.of(),
                                rule.reason()))
                        .forEach(followed::add);
            }
        }
        return followed;
    }
}
