package dev.laurel.simulation;

import dev.laurel.program.LoyaltyProgram;
import dev.laurel.tier.Tier;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which versions of its program have been in force for an account, each since when. */
final class PlainVersions {
    /** A version, and since when it is in force for the account. */
    record InForce(LoyaltyProgram program, Instant since) {}

    private final PlainAccount account;
    private final PlainMistake mistake;
    private final List<InForce> inForce = new ArrayList<>();
    private List<LoyaltyProgram> known;

    PlainVersions(PlainAccount account, List<LoyaltyProgram> known, PlainMistake mistake) {
        this.account = account;
        this.known = known;
        this.mistake = mistake;
    }

    PlainVersions copyFor(PlainAccount other) {
        PlainVersions copy = new PlainVersions(other, known, mistake);
        copy.inForce.addAll(inForce);
        return copy;
    }

    List<LoyaltyProgram> known() {
        return known;
    }

    PlainMistake mistake() {
        return mistake;
    }

    /** Those that have been in force, the present one last; none before anything has happened. */
    List<InForce> inForce() {
        return inForce;
    }

    /** When a version comes into force by its date. */
    static Instant startOf(LoyaltyProgram program) {
        LocalDate from = program.inForceFrom();
        return from == null ? Timestamps.MIN : from.atStartOfDay(program.zone()).toInstant();
    }

    private LoyaltyProgram ofDate(Instant at) {
        LoyaltyProgram ofDate = known.get(0);
        for (LoyaltyProgram program : known) {
            ofDate = startOf(program).isAfter(at) ? ofDate : program;
        }
        return ofDate;
    }

    /** The first event opens the account under the version of its date; what happened by then is by nobody changed any more. */
    void noteOpened() {
        if (inForce.isEmpty()) {
            inForce.add(new InForce(account.program, startOf(account.program)));
        }
    }

    /** Lets come into force what is due by an event, given the versions that are known then, and says by which it is judged. */
    void begin(List<LoyaltyProgram> versions, Instant at) {
        known = versions;
        if (inForce.isEmpty()) {
            account.start(ofDate(at));
        } else {
            PlainRefusal.unless(isPresentAmong(versions), "UNKNOWN_VERSION");
            LoyaltyProgram next = next(versions);
            while (next != null && !startOf(next).isAfter(at.isAfter(account.asOf) ? at : account.asOf)) {
                account.advance(startOf(next));
                adopt(next, account.asOf);
                next = next(versions);
            }
        }
        account.judging = mistake == PlainMistake.JUDGES_BY_THE_PRESENT ? account.program : judging(at);
    }

    /** Lets the same versions come into force as for another account, each when it did. */
    void follow(PlainVersions other) {
        known = other.known;
        for (InForce later : other.inForce.subList(inForce.size(), other.inForce.size())) {
            account.advance(later.since);
            adopt(later.program, later.since);
        }
    }

    private void adopt(LoyaltyProgram next, Instant since) {
        inForce.add(new InForce(next, mistake == PlainMistake.CHANGES_THE_PAST ? startOf(next) : since));
        account.adopt(next);
    }

    /** Whether the version that wrote the account last is among some. */
    boolean isPresentAmong(List<LoyaltyProgram> versions) {
        return inForce.isEmpty() || versions.stream().anyMatch(this::isPresent);
    }

    private boolean isPresent(LoyaltyProgram program) {
        return program.version().equals(account.program.version());
    }

    /** The version after the present one among some, or null. */
    private LoyaltyProgram next(List<LoyaltyProgram> versions) {
        for (int i = 0; i + 1 < versions.size(); i++) {
            if (isPresent(versions.get(i))) {
                return versions.get(i + 1);
            }
        }
        return null;
    }

    /** When the next version of some comes into force, or null. */
    Instant nextBorder(List<LoyaltyProgram> versions) {
        LoyaltyProgram next = inForce.isEmpty() ? null : next(versions);
        Instant border = next == null ? null : startOf(next);
        return border != null && border.isBefore(account.asOf) ? account.asOf : border;
    }

    /** The version that was in force at an instant; before any was, that of its date, if it is an earlier one. */
    LoyaltyProgram judging(Instant at) {
        if (inForce.isEmpty()) {
            return account.program;
        }
        for (int i = inForce.size() - 1; i >= 0; i--) {
            if (!at.isBefore(inForce.get(i).since)) {
                return inForce.get(i).program;
            }
        }
        LoyaltyProgram first = inForce.get(0).program;
        LoyaltyProgram ofDate = ofDate(at);
        return startOf(ofDate).isBefore(startOf(first)) ? ofDate : first;
    }

    /** Whether a sum goes on between two versions: both ask for it, and so do all between them. */
    boolean goOn(String sum, LoyaltyProgram one, LoyaltyProgram other) {
        List<LoyaltyProgram> inOrder = inOrder();
        int from = placeOf(one, inOrder);
        int to = placeOf(other, inOrder);
        return inOrder.subList(Math.min(from, to), Math.max(from, to) + 1).stream()
                .allMatch(version -> asksFor(version, sum));
    }

    /** Those that have been in force, and before them what is known of earlier ones. */
    private List<LoyaltyProgram> inOrder() {
        List<LoyaltyProgram> inOrder = new ArrayList<>();
        for (LoyaltyProgram program : known) {
            if (inForce.isEmpty() || startOf(program).isBefore(startOf(inForce.get(0).program))) {
                inOrder.add(program);
            }
        }
        inForce.forEach(version -> inOrder.add(version.program));
        return inOrder;
    }

    private static int placeOf(LoyaltyProgram program, List<LoyaltyProgram> among) {
        return among.stream().map(LoyaltyProgram::version).toList().indexOf(program.version());
    }

    /** Under which name an account keeps a sum that the terms in force ask for. */
    String keyOf(String sum) {
        int began = Math.max(0, inForce.size() - 1);
        while (began > 0 && asksFor(inForce.get(began - 1).program, sum)) {
            began--;
        }
        return began == 0 ? sum : sum + "@" + began;
    }

    private static boolean asksFor(LoyaltyProgram version, String sum) {
        return PlainCounts.sumsOf(version).stream().anyMatch(other -> other.id().equals(sum));
    }

    /** The tier that stands now for one of a version: where that is retired, the one on which its members stand, and so on. */
    Tier inPlaceOf(Tier tier, LoyaltyProgram of) {
        Tier now = tier;
        boolean isLater = false;
        for (LoyaltyProgram program : known) {
            Tier standsOn = isLater ? program.retired().standsOn(now) : null;
            now = Objects.requireNonNullElse(standsOn, now);
            isLater |= program.version().equals(of.version());
            if (isPresent(program)) {
                break;
            }
        }
        return now;
    }
}
