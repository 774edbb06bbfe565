package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.startOf;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningLot;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.ledger.LotDating;
import dev.laurel.program.Expiry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.tier.Tier;
import dev.laurel.tier.TierLadder;
import dev.laurel.tier.TierStanding;
import dev.laurel.tier.TierStep;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a customer brings over from another system. */
@Tag("E1")
class OpeningTest {
    private static final Tier LOW = Tier.of("low");
    private static final Tier MIDDLE = Tier.of("middle");
    private static final Tier HIGH = Tier.of("high");

    private final Shop shop = new Shop(program(Expiry.after(Period.ofMonths(12)))
            .tiers(TierLadder.perCalendarYear(
                    new TierStep(LOW, usd("0")), new TierStep(MIDDLE, usd("100")), new TierStep(HIGH, usd("200"))))
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .build());

    private static OpeningLot lot(long points, String earned) {
        return new OpeningLot("points", points, noon(earned), null);
    }

    @CanIgnoreReturnValue
    private Decision bring(String tier, String qualifying, OpeningLot... lots) {
        return shop.submit(new Opening(
                "o",
                CUSTOMER,
                noon("2026-06-01"),
                List.of(lots),
                tier,
                null,
                qualifying == null ? null : usd(qualifying)));
    }

    @Test
    @Tag("L4")
    void anOpeningKeepsItsLotsApartThoughTheirDatesAreTheSame() {
        List<LedgerEntry> entries =
                bring(null, null, lot(10, "2026-05-01"), lot(20, "2026-05-01")).entries();
        assertThat(Shop.uses(entries, EntryKind.OPEN)).containsExactly("1:10", "2:20");
    }

    @Test
    @Tag("L6")
    void anOpeningGivesLotsWithoutAnEndTheOneOfPointsEarnedThen() {
        LedgerEntry entry = bring(null, null, lot(10, "2026-05-01")).entries().get(0);
        assertThat(entry.earned()).isEqualTo(noon("2026-05-01"));
        assertThat(entry.available()).isEqualTo(noon("2026-06-01"));
        assertThat(entry.expires()).isEqualTo(noon("2027-05-01"));
    }

    @Test
    @Tag("L6")
    void anOpeningLetsPointsExpireAtOnceWhoseEndIsOver() {
        List<LedgerEntry> entries =
                bring(null, null, lot(10, "2025-05-01"), lot(20, "2026-05-01")).entries();
        assertThat(Shop.brief(entries)).containsExactly("OPEN 10", "OPEN 20", "EXPIRE -10");
        assertThat(shop.available()).isEqualTo(20);
    }

    @Test
    void anOpeningLiftsAboveTheTierThatIsBroughtIfTheSpendReachesMore() {
        bring("middle", "200");
        assertThat(shop.account().standing()).isEqualTo(new TierStanding(HIGH, startOf("2027-01-01")));
    }

    @Test
    void anOpeningLeavesTheTierThatIsBroughtIfTheSpendReachesLess() {
        bring("high", "100");
        assertThat(shop.account().standing()).isEqualTo(new TierStanding(HIGH, startOf("2027-01-01")));
    }

    @Test
    void anOpeningWithTheLowestTierIsAsWithNone() {
        bring("low", null);
        assertThat(shop.account().standing()).isEqualTo(new TierStanding(LOW, null));
    }

    @Test
    @Tag("L6")
    void anOpeningWithoutATierFollowsTheTierThatIsHeldAllTheSame() {
        Tier starter = Tier.of("starter");
        LoyaltyProgram before = program(Expiry.after(Period.ofMonths(12)))
                .tiers(TierLadder.perCalendarYear(new TierStep(LOW, usd("0")), new TierStep(HIGH, usd("200"))))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build();
        LoyaltyProgram after = program(Expiry.after(Period.ofMonths(12)).suspendedFor(LOW))
                .tiers(TierLadder.perCalendarYear(
                        new TierStep(starter, usd("0")), new TierStep(LOW, usd("100")), new TierStep(HIGH, usd("200"))))
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .build();
        Account made = LoyaltyEngine.of(before).newAccount(CUSTOMER);
        Decision decision = LoyaltyEngine.of(after)
                .evaluate(made, Opening.of("o", CUSTOMER, noon("2026-06-01"), lot(100, "2026-05-01")))
                .orThrow();
        assertThat(decision.entries().get(0).expires()).isEqualTo(noon("2027-05-01"));
        assertThat(decision.entries().get(0).dating()).isEqualTo(LotDating.SUSPENDED);
        assertThat(LoyaltyEngine.of(after).nextChangeAt(decision.account())).isEmpty();
    }
}
