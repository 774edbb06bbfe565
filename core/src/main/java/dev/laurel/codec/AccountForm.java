package dev.laurel.codec;

import com.google.common.collect.ImmutableSet;
import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.Milestones;
import dev.laurel.account.VersionInForce;
import dev.laurel.account.Wallet;
import dev.laurel.counter.Counters;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Customer;
import dev.laurel.receipt.OpenHold;
import dev.laurel.tier.Standings;
import dev.laurel.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an account is written and read: what each has, and then the parts that are there. Its instants are mostly near its present, so they
 * are written as what lies between.
 */
final class AccountForm {
    static final Kind<Account> KIND = new Kind<>('A', Account.class, AccountForm::write, in -> checked(in, read(in)));

    private static final int PARTS = 22;

    private AccountForm() {}

    static void write(CanonicalWriter out, Account account) {
        write(out, account, account.counters(), false);
    }

    /**
     * Writes it.
     *
     * @param counted the counters, or none if they stand elsewhere
     * @param asHeader whether without chunks of lots and of windows, which stand elsewhere
     */
    static void write(CanonicalWriter out, Account account, Map<String, WindowSums> counted, boolean asHeader) {
        Customer profile = account.profile();
        Instant asOf = account.asOf();
        out.text(account.program());
        out.text(profile.id());
        out.instant(asOf, Instant.EPOCH);
        PartsWriter parts = new PartsWriter(out);
        parts.list(account.versions(), (to, version) -> version(to, version, asOf));
        parts.part(profile.birthday(), ProfileForm::birthday);
        parts.map(profile.attributes(), CanonicalWriter::text);
        parts.list(profile.segments(), CanonicalWriter::text);
        milestones(parts, account.milestones(), asOf);
        parts.number(account.sequence());
        parts.number(account.lotsOpened());
        parts.list(account.wallets(), (to, wallet) -> WalletForm.write(to, wallet, asOf, asHeader));
        parts.list(account.holds(), (to, hold) -> HoldForm.write(to, hold, asOf));
        parts.list(account.standings(), (to, standings) -> StandingForm.standings(to, standings, asOf));
        parts.part(counted.isEmpty() ? null : counted, (to, counters) -> CounterForm.counters(to, counters, !asHeader));
        parts.map(account.claimed(), (to, birthdays) -> to.list(birthdays, AccountForm::claimed));
        parts.instant(account.milestones().membershipBegan(), asOf);
        parts.list(account.given(), (to, given) -> GivenForm.given(to, given, asOf));
        parts.end();
    }

    /** The account, if its sums agree. */
    static Account checked(CanonicalReader in, Account account) {
        String problem = AccountSums.problem(account);
        if (problem != null) {
            throw in.malformed(problem);
        }
        return account;
    }

    /** Reads it as it is, whether its sums agree or not. */
    static Account read(CanonicalReader in) {
        return read(in, Counters.NONE, null);
    }

    /**
     * Reads it.
     *
     * @param counted the counters, or none if they stand here
     * @param chunks the chunks of its lots and windows, or null if all stands here
     */
    static Account read(CanonicalReader in, Counters counted, @Nullable Chunks chunks) {
        String program = in.text();
        String customer = in.text();
        Instant asOf = in.instant(Instant.EPOCH);
        PartsReader parts = new PartsReader(in, PARTS);
        List<VersionInForce> versions = parts.list(from -> version(from, asOf));
        Customer profile = new Customer(
                customer,
                parts.part(ProfileForm::birthday),
                parts.map(CanonicalReader::text),
                ImmutableSet.copyOf(parts.list(CanonicalReader::text)));
        Milestones milestones = milestones(parts, asOf);
        long sequence = parts.number();
        long lotsOpened = parts.number();
        List<Wallet> wallets = parts.list(from -> WalletForm.read(from, asOf, chunks));
        List<OpenHold> holds = parts.list(from -> HoldForm.read(from, asOf));
        List<Standings> standings = parts.list(from -> StandingForm.standings(from, asOf));
        Map<String, WindowSums> counters = counters(in, parts, counted, chunks);
        Map<String, List<ClaimedBirthday>> claimed = parts.map(from -> from.list(AccountForm::claimed));
        milestones = milestones.withMembershipBegan(parts.instant(asOf));
        List<GivenOnSum> given = parts.list(from -> GivenForm.given(from, asOf));
        Account account = Account.of(
                program,
                versions,
                profile,
                asOf,
                milestones,
                sequence,
                lotsOpened,
                wallets,
                holds,
                standings,
                counters,
                claimed);
        return given.isEmpty() ? account : account.withGiven(given);
    }

    /** The first version of a program is in force from the first instant on, which is far from everything. */
    private static void version(CanonicalWriter out, VersionInForce version, Instant asOf) {
        out.text(version.version());
        out.instantOrNull(version.since().equals(Timestamps.MIN) ? null : version.since(), asOf);
        out.list(version.begun(), CanonicalWriter::text);
    }

    private static VersionInForce version(CanonicalReader in, Instant asOf) {
        String version = in.text();
        Instant since = in.instantOrNull(asOf);
        return new VersionInForce(version, since == null ? Timestamps.MIN : since, in.list(CanonicalReader::text));
    }

    private static void claimed(CanonicalWriter out, ClaimedBirthday claimed) {
        out.text(claimed.claim());
        out.number(claimed.birthday().toEpochDay());
    }

    private static ClaimedBirthday claimed(CanonicalReader in) {
        return new ClaimedBirthday(in.text(), LocalDate.ofEpochDay(in.number()));
    }

    private static void milestones(PartsWriter parts, Milestones milestones, Instant asOf) {
        parts.instant(milestones.opened(), asOf);
        Instant near = near(milestones.opened(), asOf);
        parts.instant(milestones.latest(), asOf);
        parts.instant(milestones.enrolled(), near);
        parts.text(milestones.referrer());
        parts.instant(milestones.firstPurchase(), near);
        parts.instant(milestones.birthdayOnFile(), near);
        parts.instant(milestones.broughtOver(), near);
        parts.instant(milestones.closed(), asOf);
        parts.instant(milestones.erased(), asOf);
    }

    private static Milestones milestones(PartsReader parts, Instant asOf) {
        Instant opened = parts.instant(asOf);
        Instant near = near(opened, asOf);
        return new Milestones(
                opened,
                parts.instant(asOf),
                parts.instant(near),
                parts.text(),
                parts.instant(near),
                parts.instant(near),
                parts.instant(near),
                parts.instant(asOf),
                parts.instant(asOf),
                null);
    }

    private static Instant near(@Nullable Instant opened, Instant asOf) {
        return opened == null ? asOf : opened;
    }

    private static Map<String, WindowSums> counters(
            CanonicalReader in, PartsReader parts, Counters counted, @Nullable Chunks chunks) {
        Map<String, WindowSums> here = parts.part(from -> CounterForm.counters(from, chunks));
        if (!counted.isEmpty() && here != null) {
            throw in.malformed("counters must stand either here or in chunks");
        }
        return here == null ? counted : here;
    }
}
