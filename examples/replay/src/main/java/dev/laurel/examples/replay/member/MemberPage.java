package dev.laurel.examples.replay.member;

import dev.laurel.account.Wallet;
import dev.laurel.condition.Condition;
import dev.laurel.condition.PurchaseCondition;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.LadderProgress;
import dev.laurel.engine.OpenOffer;
import dev.laurel.engine.RewardOption;
import dev.laurel.engine.UsablePoints;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Purchase;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.receipt.OpenHold;
import dev.laurel.reward.Benefit;
import dev.laurel.reward.Choice;
import dev.laurel.reward.ChosenPrice;
import dev.laurel.reward.Price;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Member;
import dev.laurel.service.MemberEntry;
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
    private final Member member;
    private final LoyaltyProgram program;
    private final Dates dates;
    private final List<String> lines = new ArrayList<>();

    private MemberPage(LoyaltyService service, Member member) {
        this.service = service;
        this.member = member;
        program = member.program();
        dates = new Dates(program.zone());
    }

    /** The page of a customer at an instant, ready to be printed. */
    public static String of(LoyaltyService service, String customer, Instant at) {
        MemberPage page = new MemberPage(service, service.member(customer, at));
        page.lines.add("Member " + customer + " of " + page.program.versionedId() + ", "
                + page.dates.minute(page.member.at()));
        page.addTiers();
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

    private void addTiers() {
        List<LadderProgress> ladders = member.progress();
        for (LadderProgress progress : ladders) {
            heading(ladders.size() == 1 ? "Tier" : "Tier of " + progress.ladder());
            new TierLines(progress, dates).addTo(lines);
        }
    }

    private void addPoints() {
        heading("Points");
        for (Wallet wallet : member.account().wallets()) {
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
        for (OpenHold hold : member.account().holds()) {
            lines.add("  " + number(hold.points()) + " " + hold.currency() + " are set aside for " + hold.reward() + " "
                    + dates.through(hold.until()) + ", " + hold.hold());
        }
    }

    /** Whether the points of a currency stay for as long as the member is active. */
    private boolean isProlonged(String currency) {
        return program.policyOf(currency)
                .filter(policy -> policy.expiry().inactivity() != null)
                .isPresent();
    }

    private void addRewards() {
        List<RewardOption> options = member.rewards();
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
        List<OpenOffer> offers = member.offers();
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
        List<Benefit> benefits = member.benefits();
        if (!benefits.isEmpty()) {
            heading("Benefits");
            lines.add("  " + benefits.stream().map(Benefit::id).collect(Collectors.joining(", ")));
        }
    }

    private void addEntries() {
        heading("Last entries");
        List<MemberEntry> entries = member.recentEntries(LAST_ENTRIES);
        if (entries.isEmpty()) {
            lines.add("  none");
        }
        TextTable.of(entries.stream().map(this::row).toList()).forEach(lines::add);
    }

    private List<String> row(MemberEntry recent) {
        LedgerEntry entry = recent.entry();
        return List.of(
                dates.day(entry.effective()),
                String.format(Locale.ROOT, onlyMoves(entry.kind()) ? "%,d" : "%+,d", entry.points()),
                entry.currency(),
                reason(recent));
    }

    /** This shop shows its members what its clerks write. */
    private static String reason(MemberEntry recent) {
        return recent.entry().kind() == EntryKind.ADJUST && recent.event() instanceof Adjustment adjustment
                ? adjustment.reason()
                : recent.reason();
    }

    /** Whether what the member has less what is owed stays the same, so that a sign would mislead. */
    private static boolean onlyMoves(EntryKind kind) {
        return switch (kind) {
            case HOLD, RELEASE, REDATE, DEBT_PAID -> true;
            default -> false;
        };
    }

    private void addLastPurchase() {
        Purchase last = null;
        for (PostedEvent posted : service.journal(member.customer())) {
            last = posted.event() instanceof Purchase purchase ? purchase : last;
        }
        if (last != null) {
            heading("Why " + last.id() + ", " + dates.day(last.occurredAt()) + ", "
                    + last.basket().net() + ", earned what it earned");
            service.explain(member.customer(), last.id())
                    .ifPresent(explanation -> explanation.text().lines().forEach(line -> lines.add("  " + line)));
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
