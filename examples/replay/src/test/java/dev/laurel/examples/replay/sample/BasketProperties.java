package dev.laurel.examples.replay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BasketProperties {
    @Property
    void anAmountOffIsSharedByTheGoodsToTheCentAndGiftCardsBearNothing(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 50_000) Long> nets,
            @ForAll @IntRange(max = 1_000) int perMille) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Catalog.SHOP.of(Category.GIFT_CARD).get(0), 1, 25_00, false));
        nets.forEach(net -> lines.add(new Line(Catalog.SHOP.of(Category.SERUM).get(0), 1, net, false)));
        Basket basket = new Basket("USD", Channel.WEB, lines);
        long off = basket.merchandise() * perMille / 1_000;

        Basket lowered = basket.lessBy(off);

        assertThat(lowered.merchandise()).isEqualTo(basket.merchandise() - off);
        assertThat(lowered.lines().get(0)).isEqualTo(lines.get(0));
        assertThat(lowered.lines()).allMatch(line -> line.net() >= 0);
    }
}
