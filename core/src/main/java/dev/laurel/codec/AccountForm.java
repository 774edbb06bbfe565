package dev.laurel.codec;

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

/** How an account is written and read. Its instants are mostly near its present, so they are written as what lies between. */
final class AccountForm {
    static final Kind<Account> KIND = new Kind<>('A', Account.class, AccountForm::write, AccountForm::read);

    private AccountForm() {}

    private static void write(CanonicalWriter out, Account account) {
        Instant asOf = account.asOf();
        out.text(account.program());
        ProfileForm.write(out, account.profile());
        out.instant(asOf, Instant.EPOCH);
        milestones(out, account.milestones(), asOf);
        out.number(account.sequence());
        out.number(account.lotsOpened());
        out.list(account.wallets(), (to, wallet) -> WalletForm.write(to, wallet, asOf));
        out.list(account.holds(), (to, hold) -> WalletForm.hold(to, hold, asOf));
        out.orNull(account.standings(), (to, standings) -> StandingForm.standings(to, standings, asOf));
        counters(out, account.counters());
        out.map(account.claimed(), (to, birthdays) -> to.list(birthdays, AccountForm::claimed));
    }

    private static Account read(CanonicalReader in) {
        String program = in.text();
        Customer profile = ProfileForm.read(in);
        Instant asOf = in.instant(Instant.EPOCH);
        return Account.of(
                program,
                profile,
                asOf,
                milestones(in, asOf),
                in.number(),
                in.number(),
                in.list(from -> WalletForm.read(from, asOf)),
                in.list(from -> WalletForm.hold(from, asOf)),
                in.orNull(from -> StandingForm.standings(from, asOf)),
                counters(in),
                in.map(from -> from.list(AccountForm::claimed)));
    }

    private static void claimed(CanonicalWriter out, ClaimedBirthday claimed) {
        out.text(claimed.claim());
        out.number(claimed.birthday().toEpochDay());
    }

    private static ClaimedBirthday claimed(CanonicalReader in) {
        return new ClaimedBirthday(in.text(), LocalDate.ofEpochDay(in.number()));
    }

    private static void milestones(CanonicalWriter out, Milestones milestones, Instant asOf) {
        out.instantOrNull(milestones.opened(), asOf);
        Instant near = near(milestones.opened(), asOf);
        out.instantOrNull(milestones.latest(), asOf);
        out.instantOrNull(milestones.enrolled(), near);
        out.orNull(milestones.referrer(), CanonicalWriter::text);
        out.instantOrNull(milestones.firstPurchase(), near);
        out.instantOrNull(milestones.birthdayOnFile(), near);
        out.instantOrNull(milestones.broughtOver(), near);
        out.instantOrNull(milestones.closed(), asOf);
        out.instantOrNull(milestones.erased(), asOf);
    }

    private static Milestones milestones(CanonicalReader in, Instant asOf) {
        Instant opened = in.instantOrNull(asOf);
        Instant near = near(opened, asOf);
        return new Milestones(
                opened,
                in.instantOrNull(asOf),
                in.instantOrNull(near),
                in.orNull(CanonicalReader::text),
                in.instantOrNull(near),
                in.instantOrNull(near),
                in.instantOrNull(near),
                in.instantOrNull(asOf),
                in.instantOrNull(asOf));
    }

    private static Instant near(@Nullable Instant opened, Instant asOf) {
        return opened == null ? asOf : opened;
    }

    /** The one that nearly all have stands first, without its id. */
    private static void counters(CanonicalWriter out, Map<String, WindowSums> counters) {
        out.orNull(counters.get(Account.QUALIFYING_SPEND), AccountForm::sums);
        out.map(Maps.filterKeys(counters, id -> !id.equals(Account.QUALIFYING_SPEND)), AccountForm::sums);
    }

    private static Map<String, WindowSums> counters(CanonicalReader in) {
        WindowSums spend = in.orNull(AccountForm::sums);
        Map<String, WindowSums> counters = in.map(AccountForm::sums);
        if (spend != null) {
            counters.put(Account.QUALIFYING_SPEND, spend);
        }
        return counters;
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
