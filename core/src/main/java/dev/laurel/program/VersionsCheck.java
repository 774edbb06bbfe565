package dev.laurel.program;

import com.google.common.collect.ImmutableList;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.occasion.SumUpTo;
import dev.laurel.reward.Offer;
import dev.laurel.reward.Reward;
import dev.laurel.tier.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the versions of a program together, and puts them in order. */
final class VersionsCheck {
    /** The first is in force from the beginning on, and so comes first if it has no date. */
    private static final Comparator<LoyaltyProgram> BY_DATE = Comparator.comparing(
            LoyaltyProgram::inForceFrom, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));

    private final List<LoyaltyProgram> versions;
    private final List<ProgramProblem> problems = new ArrayList<>();

    private VersionsCheck(List<LoyaltyProgram> versions) {
        this.versions = ImmutableList.sortedCopyOf(BY_DATE, versions);
    }

    static List<LoyaltyProgram> inOrder(List<LoyaltyProgram> versions) {
        VersionsCheck check = new VersionsCheck(versions);
        check.checkNamesAndDates();
        for (int i = 1; i < versions.size(); i++) {
            check.check(check.versions.get(i - 1), check.versions.get(i));
        }
        check.checkCounters();
        if (!check.problems.isEmpty()) {
            throw new InvalidProgramException(check.versions.get(0).id(), check.problems);
        }
        return check.versions;
    }

    private void checkNamesAndDates() {
        Set<String> names = new HashSet<>();
        Map<@Nullable LocalDate, LoyaltyProgram> dates = new HashMap<>();
        for (LoyaltyProgram version : versions) {
            if (!names.add(version.version())) {
                problem(version, "", "has a version that another one has", "give each version its own");
            }
            LocalDate from = version.inForceFrom();
            LoyaltyProgram other = dates.putIfAbsent(from, version);
            if (other != null) {
                problem(
                        version,
                        "",
                        from == null
                                ? "does not say from when on it is in force, and neither does version '"
                                        + other.version() + "'"
                                : "is in force from " + from + " on, as version '" + other.version() + "' is",
                        "give each version its own date with inForceFrom(…); only the first may have none");
            }
        }
    }

    private void check(LoyaltyProgram before, LoyaltyProgram version) {
        requireSame(version, "id", before.id(), version.id());
        requireSame(version, "zone", before.zone().getId(), version.zone().getId());
        requireSame(
                version,
                "money",
                before.money().getCurrencyCode(),
                version.money().getCurrencyCode());
        for (PointPolicy policy : before.allPoints()) {
            PointCurrency currency = policy.currency();
            if (version.allPoints().stream().noneMatch(other -> other.currency().equals(currency))) {
                missing(before, version, "point currency '" + currency.id() + "'", "retire it with its terms");
            }
        }
        before.ladders().forEach(ladder -> checkLadder(before, ladder, version));
        for (Reward reward : before.rewards()) {
            String id = reward.id();
            if (version.reward(id).isEmpty() && !version.retired().rewards().contains(id)) {
                missing(before, version, "reward '" + id + "'", "retire it");
            }
        }
        for (Offer offer : before.offers()) {
            String id = offer.id();
            if (version.offer(id).isEmpty() && !version.retired().offers().contains(id)) {
                missing(before, version, "offer '" + id + "'", "retire it");
            }
        }
    }

    /** Two meanings of one number are one too many, also where a version between them does not ask for it. */
    private void checkCounters() {
        Map<String, String> meanings = new HashMap<>();
        for (LoyaltyProgram version : versions) {
            for (SumUpTo upTo : version.sums()) {
                String id = upTo.sum().counter().id();
                String meaning = upTo.sum().counter().describe();
                String before = meanings.putIfAbsent(id, meaning);
                if (before != null && !before.equals(meaning)) {
                    problem(
                            version,
                            ", counter '" + id + "'",
                            "counts something else than in an earlier version, " + before,
                            "give it an id of its own");
                    meanings.put(id, meaning);
                }
            }
        }
    }

    private void checkLadder(LoyaltyProgram before, Ladder ladder, LoyaltyProgram version) {
        Ladder now = version.ladder(ladder.id()).orElse(null);
        if (now == null) {
            if (!version.retired().ladders().contains(ladder.id())) {
                missing(before, version, "ladder '" + ladder.id() + "'", "retire it, and its members hold nothing");
            }
            return;
        }
        for (Ladder.Step step : ladder.steps()) {
            Tier tier = step.tier();
            Tier standsOn = version.retired().standsOn(tier);
            if (standsOn == null && version.ladderOf(tier).isEmpty()) {
                missing(
                        before,
                        version,
                        "tier '" + tier.id() + "'",
                        "retire it, and name the tier on which its members stand");
            } else if (!now.has(version.retired().inPlaceOf(tier))) {
                problem(
                        version,
                        ", tier '" + tier.id() + "'",
                        "is on another ladder than in version '" + before.version() + "'",
                        "leave it on ladder '" + ladder.id() + "', or retire it onto a tier of that");
            }
        }
    }

    private void requireSame(LoyaltyProgram version, String what, String before, String now) {
        if (!before.equals(now)) {
            problem(
                    version,
                    "",
                    "has the " + what + " " + now + ", but the version before it has " + before,
                    "leave it as it was, or begin another program");
        }
    }

    private void missing(LoyaltyProgram before, LoyaltyProgram version, String what, String remedy) {
        problem(version, ", " + what, "is missing, but version '" + before.version() + "' has it", remedy);
    }

    private void problem(LoyaltyProgram version, String what, String wrong, String remedy) {
        problems.add(new ProgramProblem("version '" + version.version() + "'" + what, wrong, remedy));
    }
}
