package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.CAP;
import static dev.laurel.codec.Samples.CAPPED;
import static dev.laurel.codec.Samples.DATED;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.MICRO_LATER;
import static dev.laurel.codec.Samples.PENDING;
import static dev.laurel.codec.Samples.SPEND;
import static dev.laurel.codec.Samples.UNDATED;
import static dev.laurel.codec.Samples.account;
import static dev.laurel.codec.Samples.balance;
import static dev.laurel.codec.Samples.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.GivenOnSum;
import dev.laurel.account.Milestones;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.VersionInForce;
import dev.laurel.account.Wallet;
import dev.laurel.counter.WindowSums;
import dev.laurel.customer.Customer;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.receipt.CountedUse;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.OpenHold;
import dev.laurel.tier.Standings;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierStanding;
import dev.laurel.time.Timestamps;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
@Tag("E2")
class CanonicalAccountsTest {
    private static Variants<Balance> balances() {
        Variants<Balance> variants = Variants.of("balance", balance());
        long total = 100;
        for (RecordComponent component : Balance.class.getRecordComponents()) {
            variants = variants.with(component.getName(), component.getName(), ++total);
        }
        return variants.coverEveryComponent();
    }

    private static Variants<Lot> lots() {
        return Variants.of("lot", UNDATED)
                .with("lot number", "number", 4L)
                .with("lot points", "points", 6L)
                .with("lot left", "left", 4L)
                .with("lot earned", "earned", LATER)
                .with("lot available", "available", LATER)
                .with("lot expires", "expires", LATER)
                .with("lot suspended", UNDATED.withExpires(LATER, LotDating.SUSPENDED))
                // Only a date can be ruled by something.
                .coverEveryComponentBut("dating");
    }

    private static Variants<ExpiredPoints> expired() {
        return Variants.of("expired", Samples.expired())
                .with("expired lot", "lot", 5L)
                .with("expired points", "points", 8L)
                .with("expired earned", "earned", LATER)
                .coverEveryComponent();
    }

    private static Variants<Wallet> wallets() {
        Wallet wallet = wallet();
        return Variants.of("wallet", wallet)
                .with("other currency", "currency", "stars")
                .with("timer", "runsOut", AT)
                .with("no timer", "runsOut", null)
                .with("fewer lots", "dated", DATED.withoutFirst())
                .with("left", "dated", DATED.withFirst(DATED.first().withLeft(59)))
                .with("timer ran out", "ranOut", 5L)
                .with("timer never ran out", "ranOut", 0L)
                .with("nothing expired", "expired", List.of())
                .with("expired twice", "expired", List.of(Samples.expired(), Samples.expired()))
                .with("undated lots gone", "undated", LotQueue.EMPTY)
                .with("not suspended", "suspendedSince", null)
                .with("suspended later", "suspendedSince", LATER)
                .with("never redated", "redatings", List.of())
                .with("redated twice", "redatings", List.of(Samples.redating(), Samples.redating()))
                .with("no shortfall", "shortfalls", List.of())
                .with("shortfall twice", "shortfalls", List.of(Samples.shortfall(), Samples.shortfall()))
                .with(
                        "dating of a lot",
                        "dated",
                        DATED.withoutFirst().plus(DATED.first().withExpires(LATER, LotDating.OWN)))
                .with(
                        "lot that came back",
                        "dated",
                        DATED.withoutFirst().plus(DATED.first().withExpires(LATER, LotDating.GIVEN_BACK)))
                .with("nothing pending", "pending", LotQueue.NONE_PENDING)
                .with("pending", "pending", LotQueue.NONE_PENDING.plus(PENDING.withLeft(7)))
                .withPart(balances(), balance -> wallet(balance, DATED, UNDATED, PENDING, Samples.expired()))
                .withPart(lots(), lot -> wallet(balance(), DATED, lot, PENDING, Samples.expired()))
                .withPart(expired(), points -> wallet(balance(), DATED, UNDATED, PENDING, points))
                .withPart(redatings(), redating -> with(redating, Samples.shortfall()))
                .withPart(redatingsByVersion(), redating -> with(redating, Samples.shortfall()))
                .withPart(shortfalls(), shortfall -> with(Samples.redating(), shortfall))
                .coverEveryComponent();
    }

    private static Wallet with(Redating redating, Shortfall shortfall) {
        Wallet wallet = wallet();
        return new Wallet(
                wallet.currency(),
                wallet.balance(),
                wallet.dated(),
                wallet.undated(),
                wallet.pending(),
                wallet.runsOut(),
                wallet.ranOut(),
                wallet.expired(),
                wallet.suspendedSince(),
                List.of(redating),
                List.of(shortfall));
    }

    private static Variants<Redating> redatings() {
        return Variants.of("redating", Samples.redating())
                .with("redated from", "from", LATER)
                .with("entry before", "entry", 6L)
                .with("lots redated", "lots", 4L)
                .with("redated to", "expires", MICRO_LATER)
                .coverEveryComponent();
    }

    private static Variants<Redating> redatingsByVersion() {
        return Variants.<Redating>of("redating by a version", Samples.redatingByVersion())
                .with("version", "version", "2026.3")
                .with("redated at", "at", LATER)
                .with("entry before version", "entry", 6L)
                .with("lots redated by version", "lots", 4L)
                .with("suspended", "suspendedSince", LATER)
                .with("both", "bothCounted", true)
                .with("timer", "runsOut", MICRO_LATER)
                .with("no timer", "runsOut", null)
                .with("run out before", "ranOut", 3L)
                .coverEveryComponent();
    }

    private static Variants<Shortfall> shortfalls() {
        return Variants.of("shortfall", Samples.shortfall())
                .with("kind", "kind", EntryKind.ADJUST)
                .with("source", "source", "vib")
                .with("no source", "source", null)
                .with("points", "points", 8L)
                .with("entry", "entry", 7L)
                .with("points and entry turned", new Shortfall(EntryKind.CLAWBACK, "base", 6, 9, LATER))
                .with("ends", "ends", MICRO_LATER)
                .coverEveryComponent();
    }

    private static Variants<TierStanding> standing() {
        return Variants.of("standing", Samples.standings().earned())
                .with("tier", "tier", Tier.of("platinum"))
                .with("tier until", "until", LATER.plusSeconds(1))
                .with("tier without end", "until", null)
                .coverEveryComponent();
    }

    private static Variants<Standings> standings() {
        Standings standings = Samples.standings();
        TierStanding vib = standings.earned();
        TierStanding rouge = standings.held();
        return Variants.of("standings", standings)
                .with("ladder", "ladder", "club")
                .with("held", "held", vib)
                .with("earned", "earned", rouge)
                .with(
                        "held and earned turned",
                        new Standings("status", vib, rouge, standings.grants(), standings.began()))
                .with("no grants", "grants", List.of())
                .with("one grant more", "grants", List.of(vib, rouge))
                .with("grants turned", "grants", List.of(rouge, vib))
                .with("nothing began", "began", new TreeMap<>())
                .with("one window began", "began", new TreeMap<>(Map.of(2025L, vib)))
                .with("another window began", "began", new TreeMap<>(Map.of(2024L, vib)))
                .with("a window began with another tier", "began", new TreeMap<>(Map.of(2025L, rouge)))
                .withPart(
                        standing(),
                        earned -> new Standings("status", rouge, earned, standings.grants(), standings.began()))
                .coverEveryComponent();
    }

    private static Variants<List<Standings>> ladders() {
        Standings status = Samples.standings();
        Standings club = Standings.earned("club", new TierStanding(Tier.of("member"), null));
        return Variants.of("ladders", List.of(status))
                .with("no tiers", List.of())
                .with("one ladder more", List.of(club, status))
                .with("another ladder", List.of(club))
                .withPart(standings(), List::of);
    }

    private static Variants<Milestones> milestones() {
        return Variants.of("milestones", Samples.milestones())
                .with("opened", "opened", LATER)
                .with("not opened", "opened", null)
                .with("latest", "latest", MICRO_LATER)
                .with("nothing given", "latest", null)
                .with("enrolled", "enrolled", AT)
                .with("not enrolled", "enrolled", null)
                .with(
                        "opened and enrolled turned",
                        new Milestones(
                                MICRO_LATER, LATER, AT, "c-9", LATER, AT, MICRO_LATER, LATER, MICRO_LATER, LATER))
                .with("referrer", "referrer", "c-8")
                .with("no referrer", "referrer", null)
                .with("first purchase", "firstPurchase", MICRO_LATER)
                .with("no purchase", "firstPurchase", null)
                .with("birthday on file", "birthdayOnFile", MICRO_LATER)
                .with("no birthday on file", "birthdayOnFile", null)
                .with("brought over", "broughtOver", AT)
                .with("not brought over", "broughtOver", null)
                .with("closed", "closed", AT)
                .with("not closed", "closed", null)
                .with("erased", "erased", AT)
                .with("not erased", "erased", null)
                .with("membership began", "membershipBegan", AT)
                .with("no membership year", "membershipBegan", null)
                .with(
                        "closed and erased turned",
                        new Milestones(
                                AT, LATER, MICRO_LATER, "c-9", LATER, AT, MICRO_LATER, MICRO_LATER, LATER, LATER))
                .with(
                        "purchase and birthday turned",
                        new Milestones(
                                AT, LATER, MICRO_LATER, "c-9", AT, LATER, MICRO_LATER, LATER, MICRO_LATER, LATER))
                .coverEveryComponent();
    }

    private static Variants<Map<String, List<ClaimedBirthday>>> claims() {
        ClaimedBirthday claimed = Samples.claimed();
        ClaimedBirthday later = new ClaimedBirthday("g-2", LocalDate.of(2027, 6, 15));
        return Variants.of("claims", account().claimed())
                .with("claim", Map.of("birthday", List.of(new ClaimedBirthday("g-2", claimed.birthday()))))
                .with(
                        "claimed birthday",
                        Map.of("birthday", List.of(new ClaimedBirthday("g-1", LocalDate.of(2025, 6, 15)))))
                .with("claimed offer", Map.of("other", List.of(claimed)))
                .with("one offer more", Map.of("birthday", List.of(claimed), "other", List.of(claimed)))
                .with("one claim more", Map.of("birthday", List.of(claimed, later)))
                .with("no claims", Map.of());
    }

    private static Variants<Map<String, WindowSums>> counters() {
        String spend = "spend/year";
        return Variants.of("counters", account().counters())
                .with("sum", Map.of(spend, WindowSums.of(Map.of(2025L, 5L, 2026L, 7L)), CAP, CAPPED))
                .with("sum of a cap", Map.of(spend, SPEND, CAP, WindowSums.of(Map.of(24_314L, 101L))))
                .with(
                        "one sum more",
                        Map.of(spend, WindowSums.of(Map.of(2025L, 5L, 2026L, 6L, 2027L, 1L)), CAP, CAPPED))
                .with("one sum", Map.of(spend, WindowSums.of(Map.of(2026L, 6L)), CAP, CAPPED))
                .with("window", Map.of(spend, SPEND, CAP, WindowSums.of(Map.of(24_315L, 100L))))
                .with("window and sum turned", Map.of(spend, SPEND, CAP, WindowSums.of(Map.of(100L, 24_314L))))
                .with("counter", Map.of(spend, SPEND, "base:points:week", CAPPED))
                .with("one counter more", Map.of(spend, SPEND, CAP, CAPPED, "base:uses:month", CAPPED))
                .with("spend only", Map.of(spend, SPEND))
                .with("cap only", Map.of(CAP, CAPPED))
                .with("counters turned", Map.of(spend, CAPPED, CAP, SPEND))
                .with("sums of one counter", Map.of(spend, WindowSums.of(Map.of(2025L, 5L, 2026L, 6L, 24_314L, 100L))))
                .with("no counters", Map.of());
    }

    private static Variants<List<OpenHold>> holds() {
        OpenHold hold = Samples.hold();
        OpenHold other = new OpenHold(
                "h-2", "cash-10", "points", AT, MICRO_LATER, 6, LATER, hold.lots(), 3, hold.orders(), hold.counted());
        return Variants.of("holds", List.of(hold))
                .withPart(eachHold(), List::of)
                .with("two", List.of(hold, other));
    }

    private static Variants<OpenHold> eachHold() {
        OpenHold hold = Samples.hold();
        Lot lot = hold.lots().get(0).lot();
        return Variants.of("hold", hold)
                .with("captured", "captured", 4L)
                .with("id", "hold", "h-2")
                .with("reward", "reward", "cash-25")
                .with("currency", "currency", "stars")
                .with("happened", "occurredAt", MICRO_LATER)
                .with("taken", "takenAt", AT)
                .with("entry", "entry", 7L)
                .with("until", "until", AT)
                .with("no lots", "lots", List.of())
                .with("points of a lot", "lots", List.of(new LotTaken(lot, 6, 4)))
                .with(
                        "dating of a lot",
                        "lots",
                        List.of(new LotTaken(lot.withExpires(lot.expires(), LotDating.OWN), 50, 20)))
                .with("no orders", "orders", List.of())
                .with("orders turned", "orders", List.of("p-2", "p-1"))
                .with("order", "orders", List.of("p-1", "p-3"))
                .with("not counted", "counted", List.of())
                .with("counter", "counted", List.of(new CountedUse("cash-10:uses:year", 24313, true)))
                .with("window", "counted", List.of(new CountedUse("cash-10:uses:month", 24314, true)))
                .with("what is counted", "counted", List.of(new CountedUse("cash-10:uses:month", 24313, false)))
                .coverEveryComponent();
    }

    private static Variants<GivenOnSum> given() {
        GivenOnSum given = Samples.given();
        GivenOnSum.PostedLot posted = given.lots().get(0);
        Lot lot = posted.lot();
        return Variants.of("what a rule on a sum gave", given)
                .with("rule", "rule", "other")
                .with("sum", "on", "spend/year")
                .with("currency", "what", "stars")
                .with("window", "window", 676L)
                .with("end of the window", "ends", MICRO_LATER)
                .with("given", "given", 31L)
                .with("posted", "posted", 21L)
                .with("no lots", "lots", List.of())
                .with("awarded", "lots", List.of(new GivenOnSum.PostedLot(lot, 21, 15, 5, posted.counted())))
                .with("kept", "lots", List.of(new GivenOnSum.PostedLot(lot, 20, 14, 5, posted.counted())))
                .with("taken", "lots", List.of(new GivenOnSum.PostedLot(lot, 20, 15, 4, posted.counted())))
                .with("counted nowhere", "lots", List.of(new GivenOnSum.PostedLot(lot, 20, 15, 5, List.of())))
                .coverEveryComponent();
    }

    private static Account withHolds(Account account, List<OpenHold> holds) {
        return Account.of(
                account.program(),
                account.versions(),
                account.profile(),
                account.asOf(),
                account.milestones(),
                account.sequence(),
                account.lotsOpened(),
                account.wallets(),
                holds,
                account.standings(),
                account.counters(),
                account.claimed());
    }

    private static Variants<Account> accounts() {
        Account account = account();
        return Variants.of("account", account)
                .with("program", "program", "other")
                .with("no versions", "versions", List.of())
                .with("version", "versions", List.of(VersionInForce.of("2026.2", Timestamps.MIN)))
                .with("version since", "versions", List.of(VersionInForce.of("2026.1", LATER)))
                .with(
                        "two versions",
                        "versions",
                        List.of(VersionInForce.of("2026.1", Timestamps.MIN), VersionInForce.of("2026.2", MICRO_LATER)))
                .with(
                        "sums that began with a version",
                        "versions",
                        List.of(
                                VersionInForce.of("2026.1", Timestamps.MIN),
                                new VersionInForce("2026.2", MICRO_LATER, List.of("spend/year"))))
                .with("profile", "profile", Customer.of("c-1"))
                .with("as of", "asOf", LATER.plusNanos(1_000))
                .with("sequence", "sequence", 8L)
                .with("lots opened", "lotsOpened", 5L)
                .with("no wallets", "wallets", List.of())
                .with("no holds", "holds", List.of())
                .withPart(holds(), holds -> withHolds(account, holds))
                .with("two wallets", "wallets", List.of(wallet(), Wallet.none("stars")))
                .withPart(wallets(), Samples::account)
                .withPart(
                        milestones(), milestones -> with(account, milestones, account.standings(), account.counters()))
                .withPart(ladders(), standings -> with(account, account.milestones(), standings, account.counters()))
                .withPart(counters(), counters -> with(account, account.milestones(), account.standings(), counters))
                .withPart(
                        claims(),
                        claims -> Account.of(
                                account.program(),
                                account.versions(),
                                account.profile(),
                                account.asOf(),
                                account.milestones(),
                                account.sequence(),
                                account.lotsOpened(),
                                account.wallets(),
                                account.holds(),
                                account.standings(),
                                account.counters(),
                                claims))
                .withPart(given(), given -> account.withGiven(List.of(given)))
                .coverEveryComponent();
    }

    private static Account with(
            Account account, Milestones milestones, List<Standings> standings, Map<String, WindowSums> counters) {
        return Account.of(
                        account.program(),
                        account.versions(),
                        account.profile(),
                        account.asOf(),
                        milestones,
                        account.sequence(),
                        account.lotsOpened(),
                        account.wallets(),
                        account.holds(),
                        standings,
                        counters,
                        account.claimed())
                .withGiven(account.given());
    }

    @Test
    void accountsThatDifferInOneFieldAreWrittenDifferentlyAndReadAsTheyWere() {
        Variants<Account> accounts = accounts();
        assertThat(accounts.values()).hasSizeGreaterThanOrEqualTo(110);
        // One field alone can seldom differ in an account whose sums agree, so they are not looked at.
        accounts.haveFormsOfTheirOwn(
                new Codec<>(
                        "account",
                        Codec.LAYOUT,
                        ImmutableList.of(new Kind<>('A', Account.class, AccountForm::write, AccountForm::read))),
                Account.class);
    }

    @Test
    void accountsHaveTheSameDigestInWhateverOrderTheirCountersCame() {
        Map<String, WindowSums> backward = new TreeMap<>(Collections.reverseOrder());
        backward.putAll(account().counters());
        Account same = with(account(), account().milestones(), account().standings(), backward);
        assertThat(Codec.ACCOUNTS.digest(same)).isEqualTo(Codec.ACCOUNTS.digest(account()));
        assertThat(same).isEqualTo(account());
    }

    @Test
    void accountsHaveTheSameDigestInEveryLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String digest = Codec.ACCOUNTS.digest(account());
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(Codec.ACCOUNTS.digest(account())).isEqualTo(digest);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
