package dev.laurel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.decision.Decision;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Claim;
import dev.laurel.event.Erasure;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.ledger.EntryKind;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.RedemptionReceipt;
import dev.laurel.reward.Reward;
import dev.laurel.rule.Cap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** What is taken and claimed in a history of any program. */
@Tag("slow")
class OfferingsProperties {
    private static final int TRIES = 1_000;

    private interface Witness {
        void see(LoyaltyEngine engine, Account before, LoyaltyEvent event, Decision accepted);
    }

    private static void watch(long seed, Witness witness) {
        RandomHistory history = new RandomHistory(seed);
        LoyaltyEngine engine = LoyaltyEngine.of(history.program());
        Account account = engine.newAccount(RandomHistory.CUSTOMER);
        KeptReceipts receipts = new KeptReceipts();
        for (LoyaltyEvent event : history.events()) {
            Decision decision = receipts.next(engine, account, event);
            if (decision.isAccepted()) {
                witness.see(engine, account, event, decision);
            }
            account = decision.account();
        }
    }

    @Property(tries = TRIES)
    @Tag("R1")
    void noRewardIsTakenMoreOftenThanItsLimitsAllowNorOnOtherDaysThanItsOwn(@ForAll long seed) {
        CountedCaps taken = new CountedCaps(new RandomHistory(seed).program().zone());
        Map<String, Redemption> uses = new HashMap<>();
        watch(seed, (engine, before, event, decision) -> {
            if (event instanceof Redemption redemption) {
                Reward reward = engine.program().reward(redemption.reward()).orElseThrow();
                assertThat(reward.validity()
                                .contains(LocalDate.ofInstant(
                                        event.occurredAt(), engine.program().zone())))
                        .isTrue();
                for (Cap limit : reward.limits()) {
                    taken.count(reward.id(), limit, event.id(), event.occurredAt(), decision.account(), 1);
                }
                uses.put(event.id(), redemption);
            } else {
                // What went back altogether was not used.
                for (Receipt receipt : decision.receipts()) {
                    if (receipt instanceof RedemptionReceipt left && left.pointsLeft() == 0) {
                        Redemption redemption = uses.remove(left.redemption());
                        Reward reward = redemption == null
                                ? null
                                : engine.program().reward(redemption.reward()).orElseThrow();
                        for (Cap limit : reward == null ? List.<Cap>of() : reward.limits()) {
                            taken.count(
                                    reward.id(),
                                    limit,
                                    redemption.id(),
                                    redemption.occurredAt(),
                                    decision.account(),
                                    -1);
                        }
                    }
                }
            }
        });
    }

    @Property(tries = TRIES)
    @Tag("R1")
    @Tag("L8")
    void aRedemptionTakesThePriceOrThePointsThatItStatesAndNeverDuringADebt(@ForAll long seed) {
        watch(seed, (engine, before, event, decision) -> {
            if (event instanceof Redemption redemption) {
                Reward reward = engine.program().reward(redemption.reward()).orElseThrow();
                String currency = Optional.ofNullable(reward.price().currency())
                        .orElse(engine.program().points().get(0).currency())
                        .id();
                Long stated = redemption.points();
                long points = stated == null ? reward.price().least() : stated;
                assertThat(reward.price().allows(points)).isTrue();
                // What becomes available until then pays a debt before.
                assertThat(engine.advance(before, event.occurredAt())
                                .account()
                                .balance(currency)
                                .debt())
                        .isZero();
                assertThat(decision.entries().stream()
                                .filter(entry -> entry.kind() == EntryKind.REDEEM)
                                .map(entry -> entry.source() + " " + entry.currency() + " " + entry.points()))
                        .containsExactly(reward.id() + " " + currency + " " + -points);
            }
        });
    }

    @Property(tries = TRIES)
    @Tag("G2")
    @Tag("K17")
    void claimedBirthdaysLieAYearApart(@ForAll long seed) {
        watch(seed, (engine, before, event, decision) -> {
            if (event instanceof Claim claim) {
                List<ClaimedBirthday> claimed = decision.account().claimed().get(claim.offer());
                LocalDate birthday = claimed.stream()
                        .filter(each -> each.claim().equals(claim.id()))
                        .findFirst()
                        .orElseThrow()
                        .birthday();
                assertThat(claimed)
                        .allMatch(other -> other.claim().equals(claim.id())
                                || Math.abs(ChronoUnit.DAYS.between(other.birthday(), birthday)) >= 365);
                assertThat(ChronoUnit.DAYS.between(
                                birthday,
                                LocalDate.ofInstant(
                                        event.occurredAt(), engine.program().zone())))
                        .isBetween(-31L, 180L);
            } else if (!(event instanceof Erasure || event instanceof Cancellation)) {
                assertThat(decision.account().claimed()).isEqualTo(before.claimed());
            }
        });
    }
}
