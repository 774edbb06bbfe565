package dev.laurel.engine.draft;

import dev.laurel.account.Account;
import dev.laurel.account.Milestones;
import dev.laurel.customer.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a member and of the membership, while an event is being settled. */
public final class MemberDraft {
    private final AccountDraft account;
    private Customer profile;
    private Milestones milestones;
    private Map<String, LocalDate> claimed;

    MemberDraft(AccountDraft account, Account before) {
        this.account = account;
        profile = before.profile();
        milestones = before.milestones();
        claimed = before.claimed();
    }

    /** What is known of the customer. */
    public Customer profile() {
        return profile;
    }

    /** What happened for the first time, and when. */
    public Milestones milestones() {
        return milestones;
    }

    /** The last birthday for which each offer was claimed. */
    Map<String, LocalDate> claimed() {
        return claimed;
    }

    /** The last birthday for which an offer was claimed, or null. */
    public @Nullable LocalDate claimed(String offer) {
        return claimed.get(offer);
    }

    /** The first event of a customer opens the account at its date. */
    public void open(Instant occurredAt) {
        if (milestones.opened() == null) {
            milestones = milestones.withOpened(occurredAt);
        }
    }

    /** The host gave an event of this date. */
    public void noteGiven(Instant occurredAt) {
        milestones = milestones.withGiven(occurredAt);
    }

    /** The customer enrolls. */
    public void enroll(Customer customer, @Nullable String broughtBy, Instant at) {
        know(customer);
        milestones = milestones.withEnrolled(at, broughtBy);
    }

    /** From now on this is known of the customer; a birthday that stays the same stays on file since it was. */
    public void know(Customer customer) {
        if (!Objects.equals(profile.birthday(), customer.birthday())) {
            milestones = milestones.withBirthdayOnFile(customer.birthday() == null ? null : account.asOf());
        }
        profile = customer;
    }

    /** Something was bought; the first purchase is the one that happened first, even if it comes late. */
    public void notePurchase(Instant at) {
        Instant first = milestones.firstPurchase();
        if (first == null || at.isBefore(first)) {
            milestones = milestones.withFirstPurchase(at);
        }
    }

    /** An offer was claimed for a birthday. */
    public void claim(String offer, LocalDate birthday) {
        Map<String, LocalDate> more = new TreeMap<>(claimed);
        more.put(offer, birthday);
        claimed = more;
    }

    /** The membership ends; what becomes of the points is for {@link AccountDraft#close}. */
    void close() {
        milestones = milestones.withClosed(account.asOf());
    }

    /** Nothing personal is known of the customer any more. */
    public void erase() {
        profile = Customer.of(profile.id());
        claimed = Map.of();
        milestones = milestones.withErased(account.asOf());
    }
}
