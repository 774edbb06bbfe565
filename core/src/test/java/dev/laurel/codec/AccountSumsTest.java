package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.LATER;
import static dev.laurel.codec.Samples.account;
import static dev.laurel.codec.Samples.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.laurel.account.Account;
import dev.laurel.account.ExpiredPoints;
import dev.laurel.account.Redating;
import dev.laurel.account.Shortfall;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Balance;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.Lot;
import dev.laurel.ledger.LotDating;
import dev.laurel.ledger.LotQueue;
import dev.laurel.receipt.LotTaken;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account whose sums do not agree can be made by hand and written, but not read. */
@Tag("D2")
@Tag("L3")
class AccountSumsTest {
    private static void isRefused(Account wrong, String problem) {
        byte[] bytes = Codec.ACCOUNTS.encode(wrong);
        assertThatExceptionOfType(MalformedBytesException.class)
                .isThrownBy(() -> Codec.ACCOUNTS.decode(bytes))
                .withMessageEndingWith(": " + problem);
    }

    private static Account with(String component, Object value) {
        return (Account) Parts.with(account(), component, value);
    }

    private static Account withWallet(String component, Object value) {
        return account((Wallet) Parts.with(wallet(), component, value));
    }

    private static Account withBalance(String component, long points) {
        return withWallet("balance", Parts.with(Samples.balance(), component, points));
    }

    @Test
    void anAccountWhoseSumsAgreeIsRead() {
        assertThat(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(account()))).isEqualTo(account());
    }

    @Test
    void anAccountIsRefusedWhoseTotalsAreNotWhatIsLeft() {
        isRefused(withBalance("available", 74), "the points available are not those left in lots");
        isRefused(withWallet("undated", LotQueue.EMPTY), "the points available are not those left in lots");
        isRefused(withBalance("pending", 9), "the points pending are not those left in lots");
        isRefused(withBalance("held", 49), "the points held are not those of the open holds");
        isRefused(with("holds", List.of()), "the points held are not those of the open holds");
        isRefused(withBalance("earned", 161), "a balance does not add up");
        isRefused(withBalance("debt", 1), "a balance does not add up");
        isRefused(
                withWallet("balance", new Balance(1, 160, 3, 4, 13, -2, 7, 8, 9, 75, 8, 50, 0)),
                "a balance does not add up");
    }

    @Test
    void anAccountIsRefusedWhoseWalletsAndHoldsDoNotGoTogether() {
        isRefused(with("wallets", List.of()), "there is a hold of a point currency without a wallet");
        isRefused(
                with("wallets", List.of(wallet(), Wallet.none("points"))), "there are two wallets of a point currency");
        isRefused(with("holds", List.of(Samples.hold(), Samples.hold())), "a hold is open twice");
    }

    @Test
    void anAccountIsRefusedWithALotTwice() {
        Lot first = Samples.DATED.first();
        isRefused(
                withWallet("undated", LotQueue.EMPTY.plus(new Lot(first.number(), 5, 5, AT, AT, null))),
                "there is a lot twice");
        // What was given back of one lot under two versions has two dates.
        LotQueue cameBack = Samples.DATED
                .plus(new Lot(3, 2, 2, AT, AT, LATER, LotDating.GIVEN_BACK))
                .plus(new Lot(3, 3, 3, AT, AT, LATER.plusSeconds(60), LotDating.GIVEN_BACK));
        Account both = account(wallet(
                new Balance(1, 165, 3, 4, 5, 6, 7, 8, 9, 80, 8, 50, 0),
                cameBack,
                Samples.UNDATED,
                Samples.PENDING,
                Samples.expired()));
        assertThat(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(both))).isEqualTo(both);
    }

    @Test
    void anAccountIsRefusedWithNumbersBeyondTheLast() {
        isRefused(with("lotsOpened", 3L), "points expired of a lot after the last");
        isRefused(
                withWallet("expired", List.of(new ExpiredPoints(5, 7, AT))), "points expired of a lot after the last");
        isRefused(
                withWallet("redatings", List.of(new Redating.Resumed(AT, 1, 5, LATER))),
                "a lot after the last got another date");
        isRefused(
                withWallet("shortfalls", List.of(new Shortfall(EntryKind.ADJUST, null, 9, 8, LATER))),
                "an entry after the last fell short");
        isRefused(withWallet("ranOut", 8L), "a timer ran out after the last entry");
        isRefused(with("sequence", 5L), "a hold is by an entry after the last");
        Lot later = new Lot(5, 8, 8, AT, LATER, LATER.plusSeconds(2));
        isRefused(
                withWallet("pending", LotQueue.NONE_PENDING.plus(later)),
                "there is a lot after the last that was opened");
        Lot emptied = new Lot(5, 50, 0, AT, AT, LATER);
        isRefused(
                with("holds", List.of(Samples.hold().withLots(List.of(new LotTaken(emptied, 50, 50))))),
                "a hold is of a lot after the last");
        isRefused(
                Account.of(
                        "shop",
                        List.of(),
                        account().profile(),
                        AT,
                        account().milestones(),
                        -1,
                        0,
                        List.of(Wallet.none("points")),
                        List.of(),
                        List.of(),
                        account().counters(),
                        account().claimed()),
                "a last number is negative");
    }
}
