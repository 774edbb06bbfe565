package dev.laurel.examples.replay.member;

import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.engine.OpenOffer;
import dev.laurel.engine.RewardOption;
import dev.laurel.engine.UsablePoints;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.Expiry;
import dev.laurel.receipt.OpenHold;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Price;
import dev.laurel.rule.Condition;
import dev.laurel.rule.PurchaseCondition;
import dev.laurel.service.LoyaltyService;
import dev.laurel.tier.TierProgress;
import dev.laurel.tier.TierStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One member's page, as a shop would show it: tier and what is missing, points and what expires, rewards, gifts, benefits, the
 * last entries with their reasons, and why the last purchase earned what it earned.
 */
public final class MemberPage {
    private static final int LAST_ENTRIES = 8;

    private final LoyaltyService service;
    private final LoyaltyEngine engine;
    private final Account account;
    private final List<PostedEvent> journal;
    private final List<LedgerEntry> entries;
    private final Instant at;
    private final Dates dates;
    private final List<String> lines = new ArrayList<>();

    private MemberPage(
            LoyaltyService service, Account account, List<PostedEvent> journal, List<LedgerEntry> entries, Instant at) {
        this.service = service;
        this.account = account;
        this.journal = journal;
        this.entries = entries;
        this.at = at;
        engine = service.engine();
        dates = new Dates(engine.program().zone());
    }

    /**
     * The page, ready to be printed.
     *
     * @param account the account as it stands at the instant
     * @param journal the events of the account, in their order
     * @param entries its ledger entries until the instant, in their order
     */
    public static String of(
            LoyaltyService service, Account account, List<PostedEvent> journal, List<LedgerEntry> entries, Instant at) {
        MemberPage page = new MemberPage(service, account, journal, entries, at);
        String program = service.engine().program().versionedId();
        page.lines.add("Member " + account.customer() + " of " + program + ", " + page.dates.minute(at));
        page.addTier();
        page.addPoints();
        page.addRewards();
        page.addGifts();
        page.addBenefits();
        page.addEntries();
        page.addLastPurchase();
        return String.join("\n", page.lines);
    }

    private void heading(String heading) {
        lines.add("");
        lines.add(heading);
    }

    private void addTier() {
        engine.progress(account).ifPresent(progress -> {
            heading("Tier");
            TierStanding standing = progress.standing();
            Instant until = standing.until();
            lines.add("  " + standing.tier().id() + (until == null ? "" : ", " + dates.through(until)));
            lines.add("  " + progress.measured() + " of qualifying spend so far");
            addMissing(progress);
        });
    }

    private void addMissing(TierProgress progress) {
        String by = " more " + dates.through(progress.windowEnds());
        if (progress.next() != null) {
            lines.add("  " + progress.missingToNext() + by + " for "
                    + progress.next().id());
        }
        if (progress.missingToKeep() != null) {
            String tier = progress.standing().tier().id();
            lines.add(
                    progress.missingToKeep().isZero()
                            ? "  nothing more to keep " + tier
                            : "  " + progress.missingToKeep() + by + " to keep " + tier);
        }
    }

    private void addPoints() {
        heading("Points");
        for (Wallet wallet : account.wallets()) {
            Balance balance = wallet.balance();
            lines.add("  " + number(balance.available()) + " " + wallet.currency() + ", "
                    + number(balance.pending()) + " pending"
                    + (balance.held() == 0 ? "" : ", " + number(balance.held()) + " set aside")
                    + (balance.debt() == 0 ? "" : ", " + number(balance.debt()) + " owed"));
            lines.add("  "
                    + wallet.expiringNext()
                            .map(next -> number(next.points()) + " of them can be used " + dates.through(next.at())
                                    + (isProlonged(wallet.currency())
                                            ? " if nothing is bought or redeemed until then"
                                            : ""))
                            .orElse("nothing expires"));
        }
        for (OpenHold hold : account.holds()) {
            lines.add("  " + number(hold.points()) + " " + hold.currency() + " are set aside for " + hold.reward() + " "
                    + dates.through(hold.until()) + ", " + hold.hold());
        }
    }

    /** Whether the points of a currency stay for as long as the member is active. */
    private boolean isProlonged(String currency) {
        return engine.program()
                .policyOf(currency)
                .filter(policy -> policy.expiry() instanceof Expiry.AfterInactivity)
                .isPresent();
    }

    private void addRewards() {
        List<RewardOption> options = engine.rewardsFor(account, at);
        if (options.isEmpty()) {
            return;
        }
        heading("Rewards");
        List<List<String>> rows = new ArrayList<>();
        for (RewardOption option : options) {
            rows.add(List.of(
                    option.reward().id(),
                    price(option.reward().price()),
                    option.reward().content().describe(),
                    stateOf(option)));
        }
        TextTable.of(rows).forEach(lines::add);
    }

    private static String price(Price price) {
        return price instanceof ChosenPrice ? number(price.least()) + " or more" : number(price.least());
    }

    private static String usable(UsablePoints points) {
        return ", up to " + number(points.most()) + " for " + points.worth();
    }

    private static String stateOf(RewardOption option) {
        if (option.isAvailable()) {
            String orders = option.reward().conditions().stream()
                    .filter(condition -> !(condition instanceof Condition))
                    .map(PurchaseCondition::describe)
                    .collect(Collectors.joining(" and "));
            return "within reach"
                    + option.usable().map(MemberPage::usable).orElse("")
                    + (orders.isEmpty() ? "" : " if " + orders);
        }
        List<String> reasons = new ArrayList<>();
        if (option.missingPoints() > 0) {
            reasons.add(number(option.missingPoints()) + " missing");
        }
        option.refusal().map(MemberPage::reasonOtherThanPoints).ifPresent(reasons::add);
        return String.join("; ", reasons);
    }

    private static @Nullable String reasonOtherThanPoints(Refusal refusal) {
        if (refusal instanceof Refusal.InsufficientPoints) {
            return null;
        }
        return refusal instanceof Refusal.ConditionNotMet unmet ? "needs " + unmet.required() : refusal.message();
    }

    private void addGifts() {
        List<OpenOffer> offers = engine.offersFor(account, at);
        heading("Gifts");
        if (offers.isEmpty()) {
            lines.add("  none open");
        }
        for (OpenOffer open : offers) {
            String choices = open.choices().stream()
                    .map(Choice::content)
                    .map(content -> content.describe())
                    .collect(Collectors.joining(" or "));
            lines.add("  " + open.offer().id() + ": " + choices + ", " + dates.through(open.until()));
        }
    }

    private void addBenefits() {
        List<Benefit> benefits = engine.benefitsFor(account, at);
        if (!benefits.isEmpty()) {
            heading("Benefits");
            lines.add("  " + benefits.stream().map(Benefit::id).collect(Collectors.joining(", ")));
        }
    }

    private void addEntries() {
        heading("Last entries");
        List<List<String>> rows = new Reasons(engine, journal, dates).last(LAST_ENTRIES, entries);
        if (rows.isEmpty()) {
            lines.add("  none");
        }
        TextTable.of(rows).forEach(lines::add);
    }

    private void addLastPurchase() {
        for (int i = journal.size() - 1; i >= 0; i--) {
            if (journal.get(i).event() instanceof Purchase purchase) {
                heading("Why " + purchase.id() + ", " + dates.day(purchase.occurredAt()) + ", "
                        + purchase.basket().net() + ", earned what it earned");
                service.explain(account.customer(), purchase.id())
                        .ifPresent(explanation -> explanation.text().lines().forEach(line -> lines.add("  " + line)));
                return;
            }
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
