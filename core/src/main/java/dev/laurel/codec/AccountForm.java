package dev.laurel.codec;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.Milestones;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Customer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an account is written and read: what each has, and then the parts that are there. Its instants are mostly near its present, so they
 * are written as what lies between.
 */
final class AccountForm {
    static final Kind<Account> KIND = new Kind<>('A', Account.class, AccountForm::write, AccountForm::checked);

    private static final int PARTS = 20;

    private AccountForm() {}

    static void write(CanonicalWriter out, Account account) {
        Customer profile = account.profile();
        Instant asOf = account.asOf();
        out.text(account.program());
        out.text(profile.id());
        out.instant(asOf, Instant.EPOCH);
        PartsWriter parts = new PartsWriter(out);
        parts.part(profile.birthday(), ProfileForm::birthday);
        parts.map(profile.attributes(), CanonicalWriter::text);
        parts.list(profile.segments(), CanonicalWriter::text);
        milestones(parts, account.milestones(), asOf);
        parts.number(account.sequence());
        parts.number(account.lotsOpened());
        parts.list(account.wallets(), (to, wallet) -> WalletForm.write(to, wallet, asOf));
        parts.list(account.holds(), (to, hold) -> HoldForm.write(to, hold, asOf));
        parts.part(account.standings(), (to, standings) -> StandingForm.standings(to, standings, asOf));
        counters(parts, account.counters());
        parts.map(account.claimed(), (to, birthdays) -> to.list(birthdays, AccountForm::claimed));
        parts.end();
    }

    private static Account checked(CanonicalReader in) {
        Account account = read(in);
        String problem = AccountSums.problem(account);
        if (problem != null) {
            throw in.malformed(problem);
        }
        return account;
    }

    /** Reads it as it is, whether its sums agree or not. */
    static Account read(CanonicalReader in) {
        String program = in.text();
        String customer = in.text();
        Instant asOf = in.instant(Instant.EPOCH);
        PartsReader parts = new PartsReader(in, PARTS);
        return Account.of(
                program,
                new Customer(
                        customer,
                        parts.part(ProfileForm::birthday),
                        parts.map(CanonicalReader::text),
                        ImmutableSet.copyOf(parts.list(CanonicalReader::text))),
                asOf,
                milestones(parts, asOf),
                parts.number(),
                parts.number(),
                parts.list(from -> WalletForm.read(from, asOf)),
                parts.list(from -> HoldForm.read(from, asOf)),
                parts.part(from -> StandingForm.standings(from, asOf)),
                counters(parts),
                parts.map(from -> from.list(AccountForm::claimed)));
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
                parts.instant(asOf));
    }

    private static Instant near(@Nullable Instant opened, Instant asOf) {
        return opened == null ? asOf : opened;
    }

    /** The one that nearly all have stands first, without its id. */
    private static void counters(PartsWriter parts, Map<String, WindowSums> counters) {
        parts.part(counters.get(Account.QUALIFYING_SPEND), AccountForm::sums);
        parts.map(Maps.filterKeys(counters, id -> !id.equals(Account.QUALIFYING_SPEND)), AccountForm::sums);
    }

    private static Map<String, WindowSums> counters(PartsReader parts) {
        WindowSums spend = parts.part(AccountForm::sums);
        Map<String, WindowSums> counters = parts.map(AccountForm::sums);
        if (spend == null) {
            return counters;
        }
        Map<String, WindowSums> with = new TreeMap<>(counters);
        with.put(Account.QUALIFYING_SPEND, spend);
        return with;
    }

    private static void sums(CanonicalWriter out, WindowSums sums) {
        Map<Long, Long> byWindow = sums.toMap();
        out.count(byWindow.size());
        long last = 0;
        for (Map.Entry<Long, Long> sum : byWindow.entrySet()) {
            out.number(sum.getKey() - last);
            out.number(sum.getValue());
            last = sum.getKey();
        }
    }

    private static WindowSums sums(CanonicalReader in) {
        Map<Long, Long> byWindow = new TreeMap<>();
        long window = 0;
        for (int count = in.count(); count > 0; count--) {
            window += in.number();
            byWindow.put(window, in.number());
        }
        return WindowSums.of(byWindow);
    }
}
