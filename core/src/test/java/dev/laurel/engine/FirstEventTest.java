package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.noon;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("E4")
class FirstEventTest {
    private static final Instant FIRST = noon("2026-01-05");

    private final Shop shop = new Shop(program()
            .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
            .build());

    static Stream<LoyaltyEvent> firstEvents() {
        return Stream.of(
                new Purchase("p", CUSTOMER, FIRST, Basket.ofTotal(usd("0.50"))),
                Enrollment.of("e", CUSTOMER, FIRST),
                Opening.of("o", CUSTOMER, FIRST));
    }

    @ParameterizedTest
    @MethodSource("firstEvents")
    void theFirstEventOpensTheAccountAtItsDateAndNoLaterOneDoes(LoyaltyEvent first) {
        shop.submit(first);
        shop.spend("2026-02-01", "10");
        assertThat(shop.account().milestones().opened()).isEqualTo(FIRST);
    }

    @Test
    void theFirstEventIsNotThePassageOfTime() {
        shop.advance(FIRST);
        assertThat(shop.account().isOpen()).isFalse();
    }

    @Test
    void theFirstEventIsCompletedByALaterEnrollmentWithProfileAndReferrer() {
        shop.buy(FIRST, Basket.ofTotal(usd("10")));
        Customer profile =
                new Customer(CUSTOMER, Birthday.parse("--06-15"), Map.of("newsletter", "yes"), Set.of("staff"));
        shop.submit(new Enrollment("e", noon("2026-02-01"), profile, "c0"));
        assertThat(shop.account().profile()).isEqualTo(profile);
        assertThat(shop.account().milestones().referrer()).isEqualTo("c0");
        assertThat(shop.account().milestones().enrolled()).isEqualTo(noon("2026-02-01"));
        assertThat(shop.account().milestones().opened()).isEqualTo(FIRST);
        assertThat(shop.available()).isEqualTo(10);
    }

    @Test
    @Tag("G2")
    void aBirthdayThatIsOnFileIsKeptThroughAnEnrollmentWithoutOne() {
        shop.submit(ProfileChange.ofBirthday("f", CUSTOMER, FIRST, Birthday.parse("--06-15")));
        shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-02-01")));
        assertThat(shop.account().profile().birthday()).isEqualTo(Birthday.parse("--06-15"));
        assertThat(shop.account().milestones().birthdayOnFile()).isEqualTo(FIRST);
    }

    @Test
    void theProfileOnFileIsKeptThroughAnEnrollmentThatHasNoneOfIt() {
        Customer known = new Customer(CUSTOMER, null, Map.of("newsletter", "yes"), Set.of("staff"));
        shop.submit(ProfileChange.to(
                "f",
                new Customer(CUSTOMER, null, known.attributes(), known.segments()),
                FIRST,
                ProfileChange.Field.ATTRIBUTES,
                ProfileChange.Field.SEGMENTS));
        shop.submit(Enrollment.of("e", CUSTOMER, noon("2026-02-01")));
        assertThat(shop.account().profile()).isEqualTo(known);
    }

    @Test
    void theProfileTakesWhatAnEnrollmentHasInPlaceOfWhatIsOnFile() {
        shop.submit(ProfileChange.to(
                "f",
                new Customer(CUSTOMER, null, Map.of("newsletter", "yes"), Set.of("staff")),
                FIRST,
                ProfileChange.Field.ATTRIBUTES,
                ProfileChange.Field.SEGMENTS));
        Customer told = Customer.of(CUSTOMER).withAttribute("shop", "Berlin").withSegments("friend");
        shop.submit(Enrollment.of("e", told, noon("2026-02-01")));
        assertThat(shop.account().profile()).isEqualTo(told);
    }

    @Test
    @Tag("T3")
    void theFirstEventStaysTheFirstThoughALaterOneIsOlder() {
        shop.buy(FIRST, Basket.ofTotal(usd("10")));
        shop.spend("2026-01-01", "10");
        assertThat(shop.account().milestones().opened()).isEqualTo(FIRST);
    }
}
