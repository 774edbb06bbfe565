package dev.laurel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L3")
class LedgerFoldTest {
    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant DAY_9 = Instant.parse("2026-01-09T00:00:00Z");

    private static LotUse use(long lot, long points) {
        return new LotUse(lot, points);
    }

    private static LedgerEntry earn(long sequence, String cause, Instant at, Instant expires, LotUse... uses) {
        long points = List.of(uses).stream().mapToLong(LotUse::points).sum();
        return new LedgerEntry(
                sequence, EntryKind.EARN, "points", points, List.of(uses), "base", cause, "p@1", at, at, at, expires);
    }

    private static LedgerEntry take(long sequence, EntryKind kind, Instant at, LotUse... uses) {
        long points = List.of(uses).stream().mapToLong(LotUse::points).sum();
        return new LedgerEntry(
                sequence, kind, "points", -points, List.of(uses), null, "r-1", "p@1", at, null, null, null);
    }

    /** A good ledger: 100 until day 9 and 40 for ever, 30 of the first spent. */
    private static List<LedgerEntry> good() {
        return List.of(
                earn(1, "e-1", DAY_1, DAY_9, use(1, 100)),
                earn(2, "e-2", DAY_1, null, use(2, 40)),
                take(3, EntryKind.REDEEM, DAY_2, use(1, 30)));
    }

    private static void refusedAfterGood(LedgerEntry wrong, String message) {
        List<LedgerEntry> entries = new ArrayList<>(good());
        entries.add(wrong);
        entries.add(take(entries.size() + 1, EntryKind.REDEEM, DAY_2, use(2, 40)));
        LedgerFold fold = LedgerFold.of(entries);
        assertThat(fold.violation()).contains(new LedgerFold.Violation(wrong.sequence(), message));
        LedgerFold before = LedgerFold.of(good());
        assertThat(fold.sequence()).isEqualTo(before.sequence());
        assertThat(fold.lotsOpened()).isEqualTo(before.lotsOpened());
        assertThat(fold.balance("points")).isEqualTo(before.balance("points"));
        assertThat(fold.openLots("points")).isEqualTo(before.openLots("points"));
    }

    @Nested
    class GoodLedgers {
        @Test
        void aLedgerOfNoEntriesHasNothing() {
            LedgerFold fold = LedgerFold.of(List.of());
            assertThat(fold.violation()).isEmpty();
            assertThat(fold.sequence()).isZero();
            assertThat(fold.lotsOpened()).isZero();
            assertThat(fold.balance("points")).isEqualTo(Balance.ZERO);
            assertThat(fold.openLots("points")).isEmpty();
        }

        @Test
        void aGoodLedgerFoldsIntoBalancesAndOpenLots() {
            LedgerFold fold = LedgerFold.of(good());
            assertThat(fold.violation()).isEmpty();
            assertThat(fold.sequence()).isEqualTo(3);
            assertThat(fold.lotsOpened()).isEqualTo(2);
            assertThat(fold.balance("points"))
                    .isEqualTo(Balance.ZERO.plus(EntryKind.EARN, 140).plus(EntryKind.REDEEM, -30));
            assertThat(fold.openLots("points"))
                    .containsExactly(new Lot(1, 100, 70, DAY_1, DAY_1, DAY_9), new Lot(2, 40, 40, DAY_1, DAY_1, null));
        }

        @Test
        @Tag("TV-73")
        void aGoodLedgerExpiresALotAtItsDateAndKeepsTheOthers() {
            List<LedgerEntry> entries = new ArrayList<>(good());
            entries.add(take(4, EntryKind.EXPIRE, DAY_9, use(1, 70)));
            LedgerFold fold = LedgerFold.of(entries);
            assertThat(fold.violation()).isEmpty();
            assertThat(fold.balance("points").available()).isEqualTo(40);
            assertThat(fold.openLots("points")).extracting(Lot::number).containsExactly(2L);
        }

        @Test
        @Tag("L4")
        void aGoodLedgerSharesALotBetweenAwardsOfOneEvent() {
            LedgerFold fold = LedgerFold.of(
                    List.of(earn(1, "e-1", DAY_1, DAY_9, use(1, 100)), earn(2, "e-1", DAY_1, DAY_9, use(1, 25))));
            assertThat(fold.violation()).isEmpty();
            assertThat(fold.lotsOpened()).isEqualTo(1);
            assertThat(fold.openLots("points")).containsExactly(new Lot(1, 125, 125, DAY_1, DAY_1, DAY_9));
        }

        @Test
        @Tag("N2")
        void aGoodLedgerKeepsCurrenciesApart() {
            LedgerEntry stars = new LedgerEntry(
                    1, EntryKind.OPEN, "stars", 7, List.of(use(1, 7)), null, "o-1", "p@1", DAY_2, DAY_1, DAY_1, null);
            LedgerFold fold = LedgerFold.of(List.of(stars, earn(2, "e-1", DAY_2, null, use(2, 1))));
            assertThat(fold.violation()).isEmpty();
            assertThat(fold.balance("stars").opened()).isEqualTo(7);
            assertThat(fold.openLots("stars")).extracting(Lot::number).containsExactly(1L);
            assertThat(fold.openLots("points")).extracting(Lot::number).containsExactly(2L);
        }

        @Test
        void aGoodLedgerLetsALotWithoutADateExpireWheneverInactivitySays() {
            List<LedgerEntry> entries = new ArrayList<>(good());
            entries.add(take(4, EntryKind.EXPIRE, DAY_2, use(2, 40)));
            assertThat(LedgerFold.of(entries).violation()).isEmpty();
        }
    }

    @Nested
    class WrongEntries {
        @Test
        @Tag("L1")
        void anEntryThatLeavesAGapOrRepeatsANumberIsWrong() {
            refusedAfterGood(earn(5, "e-3", DAY_2, null, use(3, 1)), "sequence must be 4, but was 5");
            refusedAfterGood(earn(3, "e-3", DAY_2, null, use(3, 1)), "sequence must be 4, but was 3");
        }

        @Test
        void anEntryThatGoesBackInTimeIsWrong() {
            refusedAfterGood(
                    earn(4, "e-3", DAY_1, null, use(3, 1)),
                    "must not take effect before the entry before it, at 2026-01-02T00:00:00Z, but did at"
                            + " 2026-01-01T00:00:00Z");
        }

        @Test
        void anEntryWhosePointsDoNotHaveTheSignOfItsKindIsWrong() {
            refusedAfterGood(
                    new LedgerEntry(
                            4, EntryKind.EARN, "points", 0, List.of(), "base", "e-3", "p@1", DAY_2, DAY_2, DAY_2, null),
                    "EARN must have more than 0 points, but had 0");
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.OPEN,
                            "points",
                            -5,
                            List.of(use(3, 5)),
                            null,
                            "e-3",
                            "p@1",
                            DAY_2,
                            DAY_2,
                            DAY_2,
                            null),
                    "OPEN must have more than 0 points, but had -5");
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.REDEEM,
                            "points",
                            5,
                            List.of(use(1, 5)),
                            null,
                            "r-1",
                            "p@1",
                            DAY_2,
                            null,
                            null,
                            null),
                    "REDEEM must have less than 0 points, but had 5");
            refusedAfterGood(
                    new LedgerEntry(
                            4, EntryKind.EXPIRE, "points", 0, List.of(), null, "r-1", "p@1", DAY_9, null, null, null),
                    "EXPIRE must have less than 0 points, but had 0");
        }

        @Test
        void anEntryThatTouchesLotsByAnotherNumberOfPointsIsWrong() {
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.EARN,
                            "points",
                            10,
                            List.of(use(3, 5), use(4, 4)),
                            "base",
                            "e-3",
                            "p@1",
                            DAY_2,
                            DAY_2,
                            DAY_2,
                            null),
                    "its lots have 9 points, but it has 10");
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.REDEEM,
                            "points",
                            -10,
                            List.of(use(1, 5), use(2, 40)),
                            null,
                            "r-1",
                            "p@1",
                            DAY_2,
                            null,
                            null,
                            null),
                    "its lots have 45 points, but it has -10");
        }

        @Test
        @Tag("N2")
        void anEntryThatBringsATotalPastWhatALongCanHoldIsWrong() {
            String message = "brings a total past what a long can hold";
            refusedAfterGood(earn(4, "e-3", DAY_2, null, use(3, Long.MAX_VALUE)), message);
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.EARN,
                            "points",
                            5,
                            List.of(use(3, Long.MAX_VALUE), use(4, Long.MAX_VALUE), use(5, 7)),
                            "base",
                            "e-3",
                            "p@1",
                            DAY_2,
                            DAY_2,
                            DAY_2,
                            null),
                    message);
        }

        @Test
        void anEntryThatOpensALotWithoutItsDatesIsWrong() {
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.EARN,
                            "points",
                            5,
                            List.of(use(3, 5)),
                            "base",
                            "e-3",
                            "p@1",
                            DAY_2,
                            null,
                            DAY_2,
                            null),
                    "opens lot 3 without saying when it was earned and from when it is available");
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.EARN,
                            "points",
                            5,
                            List.of(use(3, 5)),
                            "base",
                            "e-3",
                            "p@1",
                            DAY_2,
                            DAY_2,
                            null,
                            null),
                    "opens lot 3 without saying when it was earned and from when it is available");
        }

        @Test
        void anEntryThatOpensLotsOutOfOrderIsWrong() {
            refusedAfterGood(earn(4, "e-3", DAY_2, null, use(4, 5)), "must open lot 3, but opened 4");
            refusedAfterGood(earn(4, "e-3", DAY_2, null, use(3, 5), use(5, 5)), "must open lot 4, but opened 5");
        }

        @Test
        void anEntryThatAddsToALotOfAnotherEventIsWrong() {
            refusedAfterGood(
                    earn(4, "e-3", DAY_2, null, use(2, 5)), "adds to lot 2, which is not one that it could share");
        }

        @Test
        void anEntryThatAddsToALotWithOtherDatesOrOfAnotherCurrencyIsWrong() {
            String message = "adds to lot 1, which is not one that it could share";
            LedgerEntry first = earn(1, "e-1", DAY_2, DAY_9, use(1, 100));
            for (LedgerEntry second : List.of(
                    earn(2, "e-1", DAY_2, null, use(1, 5)),
                    earn(2, "e-1", DAY_9, DAY_9, use(1, 5)),
                    new LedgerEntry(
                            2,
                            EntryKind.EARN,
                            "points",
                            5,
                            List.of(use(1, 5)),
                            "b",
                            "e-1",
                            "p@1",
                            DAY_2,
                            DAY_1,
                            DAY_2,
                            DAY_9),
                    new LedgerEntry(
                            2,
                            EntryKind.EARN,
                            "points",
                            5,
                            List.of(use(1, 5)),
                            "b",
                            "e-1",
                            "p@1",
                            DAY_2,
                            DAY_2,
                            DAY_9,
                            DAY_9),
                    new LedgerEntry(
                            2,
                            EntryKind.EARN,
                            "stars",
                            5,
                            List.of(use(1, 5)),
                            "b",
                            "e-1",
                            "p@1",
                            DAY_2,
                            DAY_2,
                            DAY_2,
                            DAY_9))) {
                assertThat(LedgerFold.of(List.of(first, second)).violation())
                        .contains(new LedgerFold.Violation(2, message));
            }
        }

        @Test
        void anEntryThatAddsToALotThatWasSpentFromIsWrong() {
            LedgerFold fold = LedgerFold.of(List.of(
                    earn(1, "e-1", DAY_1, null, use(1, 100)),
                    take(2, EntryKind.REDEEM, DAY_1, use(1, 1)),
                    earn(3, "e-1", DAY_1, null, use(1, 5))));
            assertThat(fold.violation())
                    .contains(new LedgerFold.Violation(3, "adds to lot 1, which is not one that it could share"));
        }

        @Test
        @Tag("L9")
        void anEntryThatTakesFromALotThatDoesNotHoldSuchPointsIsWrong() {
            refusedAfterGood(
                    take(4, EntryKind.REDEEM, DAY_2, use(1, 70), use(3, 1)),
                    "takes from lot 3, which holds no such points");
            refusedAfterGood(
                    new LedgerEntry(
                            4,
                            EntryKind.REDEEM,
                            "stars",
                            -5,
                            List.of(use(1, 5)),
                            null,
                            "r-1",
                            "p@1",
                            DAY_2,
                            null,
                            null,
                            null),
                    "takes from lot 1, which holds no such points");
        }

        @Test
        @Tag("L9")
        void anEntryThatSpendsAPointTwiceIsWrong() {
            refusedAfterGood(
                    take(4, EntryKind.REDEEM, DAY_2, use(1, 71)), "takes 71 points from lot 1, which has 70 left");
            refusedAfterGood(
                    take(4, EntryKind.REDEEM, DAY_2, use(1, 70), use(1, 1)),
                    "takes from lot 1, which holds no such points");
            refusedAfterGood(
                    take(4, EntryKind.REDEEM, DAY_2, use(1, 60), use(1, 11)),
                    "takes 11 points from lot 1, which has 10 left");
        }

        @Test
        @Tag("T2")
        void anEntryThatRedeemsWhatIsExpiredOrNotYetAvailableIsWrong() {
            refusedAfterGood(
                    take(4, EntryKind.REDEEM, DAY_9, use(1, 1)),
                    "REDEEM takes from lot 1, which cannot be spent at 2026-01-09T00:00:00Z");
            LedgerEntry pending = new LedgerEntry(
                    1, EntryKind.EARN, "points", 5, List.of(use(1, 5)), "b", "e-1", "p@1", DAY_1, DAY_1, DAY_2, null);
            assertThat(LedgerFold.of(List.of(pending, take(2, EntryKind.REDEEM, DAY_2.minusNanos(1_000), use(1, 1))))
                            .violation())
                    .contains(new LedgerFold.Violation(
                            2, "REDEEM takes from lot 1, which cannot be spent at 2026-01-01T23:59:59.999999Z"));
            assertThat(LedgerFold.of(List.of(pending, take(2, EntryKind.REDEEM, DAY_2, use(1, 1))))
                            .violation())
                    .isEmpty();
        }

        @Test
        @Tag("T2")
        void anEntryThatExpiresALotBeforeADateOfItsOwnIsWrong() {
            LedgerEntry opened = new LedgerEntry(
                    1,
                    EntryKind.OPEN,
                    "points",
                    5,
                    List.of(use(1, 5)),
                    null,
                    "e-1",
                    "p@1",
                    DAY_1,
                    DAY_1,
                    DAY_1,
                    DAY_9,
                    LotDating.OWN,
                    0,
                    null);
            assertThat(LedgerFold.of(List.of(opened, take(2, EntryKind.EXPIRE, DAY_9.minusNanos(1_000), use(1, 4))))
                            .violation())
                    .contains(new LedgerFold.Violation(2, "expires lot 1 before its date, 2026-01-09T00:00:00Z"));
            assertThat(LedgerFold.of(List.of(opened, take(2, EntryKind.EXPIRE, DAY_9, use(1, 4))))
                            .violation())
                    .isEmpty();
        }
    }
}
