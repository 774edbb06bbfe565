package dev.laurel.examples.replay.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a review of something that was bought, some days later. */
final class Reviewing implements Habit {
    private static final List<String> STARS = List.of("1", "2", "3", "4", "4", "4", "5", "5", "5", "5");

    private final Dice dice;

    Reviewing(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void bought(Life life, String purchase, Order order) {
        List<Line> goods = order.basket().lines().stream()
                .filter(line -> !line.product().isGiftCard())
                .toList();
        if (life.profileOrNull() != null && !goods.isEmpty() && dice.happens(70)) {
            String sku = dice.oneOf(goods).product().sku();
            life.plan(dice.between(3, 35), Channel.APP.time(dice), () -> review(life, sku));
        }
    }

    private void review(Life life, String sku) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("sku", sku);
        attributes.put("stars", dice.oneOf(STARS));
        life.write(EventKind.ACTIVITY, new Details.Activity("review", attributes));
    }
}
