package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * An account that the engine made knows when something next happens by itself, and until when what it counts matters. One that comes from
 * bytes, or that another engine of the same terms made, knows nothing of it, and must be decided alike.
 */
@Tag("slow")
@Tag("E1")
@Tag("D5")
class DecodedAccountsProperties {
    private static final int TRIES = 1_000;

    @Property(tries = TRIES)
    void whatAnAccountKnowsOfItsFutureDecidesNothing(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        LoyaltyEngine other = LoyaltyEngine.of(history.program());
        KeptReceipts receipts = new KeptReceipts();
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        for (LoyaltyEvent event : history.events()) {
            Account decoded = Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(account));
            Decision anew = receipts.ask(engine, decoded, event);
            Decision byOther = receipts.ask(other, account, event);
            Decision decision = receipts.next(engine, account, event);
            assertAlike(decision, anew);
            assertAlike(decision, byOther);
            assertThat(engine.nextChangeAt(decision.account())).isEqualTo(engine.nextChangeAt(anew.account()));
            account = decision.account();
        }
    }

    private static void assertAlike(Decision one, Decision other) {
        assertThat(other.account()).isEqualTo(one.account());
        assertThat(other.entries()).isEqualTo(one.entries());
        assertThat(other.tierChanges()).isEqualTo(one.tierChanges());
        assertThat(other.receipts()).isEqualTo(one.receipts());
        assertThat(other.refusal()).isEqualTo(one.refusal());
    }
}
