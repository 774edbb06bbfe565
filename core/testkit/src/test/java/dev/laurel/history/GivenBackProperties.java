package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.receipt.PurchaseReceipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.RedemptionReceipt;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What goes back to a customer, over whole histories. */
@Tag("slow")
class GivenBackProperties {
    @Property(tries = 500)
    @Tag("R4")
    @Tag("R3")
    void noRedemptionGivesBackMoreThanItTookNorAPurchaseLosesMoreThanItGave(@ForAll long seed) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        KeptReceipts receipts = new KeptReceipts();
        for (LoyaltyEvent event : history.events()) {
            Decision decision = receipts.next(engine, account, event);
            account = decision.account();
            decision.receipts().forEach(receipt -> {
                if (receipt instanceof RedemptionReceipt redemption) {
                    assertThat(redemption.pointsLeft()).isBetween(0L, redemption.points());
                } else if (receipt instanceof PurchaseReceipt purchase) {
                    for (String currency : List.of("points", "status")) {
                        long given = purchase.awards().stream()
                                .filter(award -> award.currency().equals(currency))
                                .mapToLong(ReceiptAward::points)
                                .sum();
                        assertThat(purchase.taken(currency)).isBetween(0L, given);
                    }
                }
            });
        }
    }
}
