package dev.laurel.examples.benchmarks.contender;

import dev.laurel.examples.benchmarks.shop.Campaign;
import dev.laurel.examples.benchmarks.shop.Line;
import dev.laurel.examples.benchmarks.shop.Member;
import dev.laurel.examples.benchmarks.shop.Order;
import dev.laurel.examples.benchmarks.shop.Shop;
import dev.laurel.examples.benchmarks.shop.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class that an able developer writes without a library: lots that expire, appended entries, spend per year, a tier with its
 * end, a receipt per order for returns to come, a decision for the caller; and a loop over the campaigns. Everybody is measured
 * against it.
 */
final class HandWithLedger implements Contender {
    private final DatedCampaign[] campaigns;
    private List<Member> members = List.of();
    private @Nullable Account[] accounts = {};

    /** Kept, because a caller does something with it: what nobody looks at, the compiler need not make. */
    @Nullable
    Decision last;

    HandWithLedger(List<Campaign> campaigns) {
        this.campaigns = campaigns.stream().map(DatedCampaign::of).toArray(DatedCampaign[]::new);
    }

    @Override
    public void open(Shop shop) {
        members = shop.members();
        accounts = new Account[members.size()];
    }

    @Override
    public long buy(Order order) {
        Decision decision = decide(account(order.member()), order);
        last = decision;
        return decision.points();
    }

    private Account account(int member) {
        Account account = accounts[member];
        if (account == null) {
            account = new Account(members.get(member));
            accounts[member] = account;
        }
        return account;
    }

    private Decision decide(Account account, Order order) {
        LocalDate date = LocalDate.ofInstant(order.at(), Terms.ZONE);
        List<Entry> entries = new ArrayList<>(4);
        account.expire(order.at(), order.id(), entries);
        account.review(date.getYear());
        int tier = account.tier;
        long covered = 0;
        List<ReceiptLine> lines = new ArrayList<>(order.lines().size());
        for (Line line : order.lines()) {
            long qualifying = line.isCovered() ? line.cents() : 0;
            covered += qualifying;
            lines.add(new ReceiptLine(line.id(), line.cents(), qualifying));
        }
        List<Award> awards = new ArrayList<>(4);
        account.awardTerms(covered, date, awards);
        awardCampaigns(order, covered, date.toEpochDay(), awards);
        long points = account.post(awards, order, entries);
        account.count(covered, date.getYear(), order.at());
        Receipt receipt = new Receipt(order.id(), order.at(), List.copyOf(lines), List.copyOf(awards));
        return new Decision(order.id(), points, tier, account.tier, List.copyOf(entries), receipt);
    }

    private void awardCampaigns(Order order, long covered, long day, List<Award> awards) {
        for (DatedCampaign dated : campaigns) {
            if (day >= dated.from() && day <= dated.to()) {
                Campaign campaign = dated.campaign();
                if (campaign.isByCategory()) {
                    awardCategory(campaign, order, awards);
                } else if (covered >= campaign.leastCents()) {
                    awardArticles(dated, order, awards);
                }
            }
        }
    }

    private static void awardCategory(Campaign campaign, Order order, List<Award> awards) {
        long cents = 0;
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            if (line.category().equals(campaign.category())) {
                cents += line.cents();
            }
        }
        long points = cents * campaign.pointsPerDollar() / 100;
        if (points > 0) {
            awards.add(new Award(campaign.id(), points, cents));
        }
    }

    private static void awardArticles(DatedCampaign dated, Order order, List<Award> awards) {
        long cents = 0;
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            if (dated.skus().contains(line.sku())) {
                cents += line.cents();
            }
        }
        if (cents > 0) {
            awards.add(new Award(dated.campaign().id(), dated.campaign().points(), cents));
        }
    }

    @Override
    public long earned(int member) {
        return account(member).earned;
    }

    @Override
    public OptionalLong available(int member, Instant at) {
        Account account = account(member);
        return OptionalLong.of(account.isRunOutAt(at) ? 0 : account.available);
    }

    /** With dates as numbers, because every order looks at all of them, and a set of articles that is quick to ask. */
    private record DatedCampaign(Campaign campaign, long from, long to, Set<String> skus) {
        static DatedCampaign of(Campaign campaign) {
            return new DatedCampaign(
                    campaign, campaign.from().toEpochDay(), campaign.to().toEpochDay(), new HashSet<>(campaign.skus()));
        }
    }

    private enum Kind {
        EARN,
        EXPIRE
    }

    private record Entry(
            long sequence,
            Kind kind,
            long points,
            long lot,
            @Nullable String rule,
            String cause,
            Instant at) {}

    private record ReceiptLine(String line, long cents, long qualifyingCents) {}

    private record Award(String rule, long points, long weightCents) {}

    private record Receipt(String order, Instant at, List<ReceiptLine> lines, List<Award> awards) {}

    private record Decision(
            String order, long points, int tierBefore, int tierAfter, List<Entry> entries, Receipt receipt) {}

    private record Lot(long number, long points, Instant earned) {}

    private static final class Account {
        private final int birthMonth;
        private final ArrayDeque<Lot> open = new ArrayDeque<>();
        private final Map<Integer, Long> spendByYear = new HashMap<>();
        private long sequence;
        private long lots;
        private long earned;
        private long available;
        private @Nullable Instant runsOut;
        private int tier;
        private int tierUntil;
        private int birthdayYear;
        private int capMonth;
        private long capUsed;

        Account(Member member) {
            birthMonth = member.birthMonth().getValue();
        }

        boolean isRunOutAt(Instant at) {
            return runsOut != null && !at.isBefore(runsOut);
        }

        void expire(Instant at, String cause, List<Entry> entries) {
            Instant end = runsOut;
            if (end == null || at.isBefore(end)) {
                return;
            }
            for (Lot lot : open) {
                entries.add(new Entry(++sequence, Kind.EXPIRE, -lot.points(), lot.number(), null, cause, end));
            }
            open.clear();
            available = 0;
            runsOut = null;
        }

        void review(int year) {
            if (tier > 0 && year > tierUntil) {
                tier = Terms.tierOf(spendByYear.getOrDefault(year - 1, 0L));
                tierUntil = year;
            }
        }

        /** What the terms give: base and tier as one amount under the cap, and the birthday. */
        void awardTerms(long covered, LocalDate date, List<Award> awards) {
            int month = date.getYear() * 12 + date.getMonthValue();
            if (capMonth != month) {
                capMonth = month;
                capUsed = 0;
            }
            long room = Terms.MONTHLY_CAP - capUsed;
            long withTier = Math.min(Terms.pointsFor(covered, tier), room);
            long base = Math.min(Terms.pointsFor(covered, 0), room);
            capUsed += withTier;
            if (base > 0) {
                awards.add(new Award("base", base, covered));
            }
            if (withTier > base) {
                awards.add(new Award("tier", withTier - base, covered));
            }
            if (covered > 0 && date.getMonthValue() == birthMonth && birthdayYear != date.getYear()) {
                awards.add(new Award("birthday", Terms.BIRTHDAY_POINTS, covered));
                birthdayYear = date.getYear();
            }
        }

        /** All awards of an order share one lot. */
        long post(List<Award> awards, Order order, List<Entry> entries) {
            if (awards.isEmpty()) {
                return 0;
            }
            long lot = ++lots;
            long sum = 0;
            for (Award award : awards) {
                sum += award.points();
                entries.add(
                        new Entry(++sequence, Kind.EARN, award.points(), lot, award.rule(), order.id(), order.at()));
            }
            open.addLast(new Lot(lot, sum, order.at()));
            available += sum;
            earned += sum;
            return sum;
        }

        void count(long covered, int year, Instant at) {
            if (covered == 0) {
                return;
            }
            runsOut = at.atZone(Terms.ZONE).plus(Terms.INACTIVITY).toInstant();
            int reached = Terms.tierOf(spendByYear.merge(year, covered, Long::sum));
            if (reached > 0 && reached >= tier) {
                tier = reached;
                tierUntil = year + 1;
            }
        }
    }
}
