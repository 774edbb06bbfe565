package dev.laurel.engine.draft;

import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.Header;
import dev.laurel.account.Milestone;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.engine.plan.Membership;
import dev.laurel.event.OpeningDates;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a member and of the membership, while an event is being settled. */
public final class MemberDraft {
    private final AccountDraft account;
    private final Header header;
    private Customer profile;
    private @Nullable String referrer;
    private Map<String, List<ClaimedBirthday>> claimed;

    MemberDraft(AccountDraft account, Account before) {
        this.account = account;
        header = account.header();
        profile = before.profile();
        referrer = before.referrer();
        claimed = before.claimed();
    }

    /** What is known of the customer. */
    public Customer profile() {
        return profile;
    }

    /** The host's id of the customer who brought this one, or null. */
    @Nullable
    String referrer() {
        return referrer;
    }

    /** Whether something has happened. */
    public boolean has(Milestone milestone) {
        return header.has(milestone);
    }

    /** When something happened, or null. */
    public @Nullable Instant instantOf(Milestone milestone) {
        return header.instantOf(milestone);
    }

    /** The latest date of what the host gave, if it is after another, or null. */
    public @Nullable Instant latestAfter(Instant date) {
        long latest = header.get(Milestone.LATEST);
        return latest != Timestamps.NEVER && latest > Timestamps.micros(date) ? Timestamps.ofMicros(latest) : null;
    }

    private void note(Milestone milestone, @Nullable Instant at) {
        header.set(milestone, Timestamps.microsOrNever(at));
    }

    /**
     * When the membership begins from which its years are counted: as it was fixed, or would be now by the enrollment, else by the first
     * event.
     */
    private long membershipBegan() {
        for (Milestone milestone : List.of(Milestone.MEMBERSHIP_BEGAN, Milestone.ENROLLED, Milestone.OPENED)) {
            if (header.has(milestone)) {
                return header.get(milestone);
            }
        }
        return account.now();
    }

    /** What decides in which windows the member's events count. */
    Membership membership() {
        return new Membership(account.zone().dayOf(membershipBegan()), header.get(Milestone.ENROLLED));
    }

    /** Something counts by membership years, so their start stays from now on. */
    public void fixMembership() {
        header.set(Milestone.MEMBERSHIP_BEGAN, membershipBegan());
    }

    /** It happened then, unless it is known to have happened before. */
    private void noteFirst(Milestone milestone, Instant at) {
        header.set(milestone, Math.min(header.get(milestone), Timestamps.micros(at)));
    }

    /** The birthdays for which each offer was claimed. */
    Map<String, List<ClaimedBirthday>> claimed() {
        return claimed;
    }

    /** Whether an offer was claimed for a birthday that lies fewer days away than two must. */
    public boolean isClaimedNear(String offer, LocalDate birthday) {
        return claimed.getOrDefault(offer, List.of()).stream()
                .anyMatch(other -> Math.abs(ChronoUnit.DAYS.between(birthday, other.birthday()))
                        < BirthdayOccasion.LEAST_DAYS_BETWEEN);
    }

    /** The first event of a customer opens the account at its date. */
    public void open(Instant occurredAt) {
        if (!has(Milestone.OPENED)) {
            note(Milestone.OPENED, occurredAt);
        }
    }

    /** The host gave an event of this date. */
    public void noteGiven(Instant occurredAt) {
        long given = Timestamps.micros(occurredAt);
        if (!has(Milestone.LATEST) || header.get(Milestone.LATEST) < given) {
            header.set(Milestone.LATEST, given);
        }
    }

    /** The customer enrolls. */
    public void enroll(Customer customer, @Nullable String broughtBy, Instant at) {
        know(customer);
        note(Milestone.ENROLLED, at);
        referrer = broughtBy;
    }

    /**
     * The customer is brought over from another system. What happened first counts; a birthday that is on file here is as they said it
     * here, so it stays.
     *
     * @param at when they come over
     */
    public void bringOver(OpeningDates dates, Instant at) {
        note(Milestone.BROUGHT_OVER, at);
        Instant enrolled = dates.enrolled();
        if (enrolled != null) {
            noteFirst(Milestone.ENROLLED, enrolled);
        }
        if (dates.firstPurchase() != null) {
            notePurchase(dates.firstPurchase());
        }
        Birthday birthday = dates.birthday();
        if (birthday != null && (profile.birthday() == null || birthday.equals(profile.birthday()))) {
            Instant since = dates.birthdaySince() == null ? at : dates.birthdaySince();
            noteFirst(Milestone.BIRTHDAY_ON_FILE, since);
            profile = profile.withBirthday(birthday);
        }
    }

    /** From now on this is known of the customer; a birthday that stays the same stays on file since it was. */
    public void know(Customer customer) {
        if (!Objects.equals(profile.birthday(), customer.birthday())) {
            note(Milestone.BIRTHDAY_ON_FILE, customer.birthday() == null ? null : account.asOf());
        }
        profile = customer;
    }

    /** Something was bought; the first purchase is the one that happened first, even if it comes late. */
    public void notePurchase(Instant at) {
        noteFirst(Milestone.FIRST_PURCHASE, at);
    }

    /** An offer was claimed for a birthday. */
    public void claim(String offer, ClaimedBirthday birthday) {
        LocalDate matters = account.plan().firstBirthdayThatMatters(birthday.birthday());
        List<ClaimedBirthday> birthdays = new ArrayList<>(claimed.getOrDefault(offer, List.of()));
        birthdays.removeIf(before -> before.birthday().isBefore(matters));
        birthdays.add(birthday);
        birthdays.sort(Comparator.comparing(ClaimedBirthday::birthday));
        setClaimed(offer, birthdays);
    }

    /** A claim of an offer was undone, so the birthday that it was for counts no longer. */
    public void unclaim(String offer, String claim) {
        List<ClaimedBirthday> birthdays = new ArrayList<>(claimed.getOrDefault(offer, List.of()));
        birthdays.removeIf(birthday -> birthday.claim().equals(claim));
        setClaimed(offer, birthdays);
    }

    private void setClaimed(String offer, List<ClaimedBirthday> birthdays) {
        Map<String, List<ClaimedBirthday>> changed = new TreeMap<>(claimed);
        if (birthdays.isEmpty()) {
            changed.remove(offer);
        } else {
            changed.put(offer, birthdays);
        }
        claimed = changed;
    }

    /** The membership ends; what becomes of the points is for {@link AccountDraft#close}. */
    void close() {
        note(Milestone.CLOSED, account.asOf());
    }

    /** The membership goes on. */
    void reopen() {
        note(Milestone.CLOSED, null);
    }

    /** Nothing personal is known of the customer any more. */
    public void erase() {
        profile = Customer.of(profile.id());
        claimed = Map.of();
        referrer = null;
        note(Milestone.BIRTHDAY_ON_FILE, null);
        note(Milestone.ERASED, account.asOf());
    }
}
