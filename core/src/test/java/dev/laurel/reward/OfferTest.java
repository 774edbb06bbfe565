package dev.laurel.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.condition.Condition;
import dev.laurel.condition.Conditions;
import dev.laurel.condition.Mentions;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.tier.Tier;
import dev.laurel.time.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G1")
class OfferTest {
    private static final PointCurrency POINTS = PointCurrency.of("points");
    private static final Occasion BIRTHDAY =
            BirthdayOccasion.onTheDay().open(Opening.until(Moment.after(Period.ofDays(1))));
    private static final Item LIPSTICK = new Item("mini-lipstick");
    private static final Bonus BONUS = new Bonus(POINTS.points(250));
    private static final Condition VIB = Conditions.memberIsAtLeast(Tier.of("vib"));
    private static final Condition MAY = Conditions.during(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31));
    private static final Offer GIFT = Offer.of("birthday", BIRTHDAY, LIPSTICK);

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class Offers {
        @Test
        void offersAreMadeToEverybodyUnlessSaid() {
            assertThat(Offer.of("birthday", BIRTHDAY, LIPSTICK, BONUS))
                    .isEqualTo(
                            new Offer("birthday", BIRTHDAY, List.of(), List.of(Choice.of(LIPSTICK), Choice.of(BONUS))));
        }

        @Test
        void offersHaveAKebabCaseId() {
            refused(
                    () -> Offer.of("Birthday gift", BIRTHDAY, LIPSTICK),
                    "offer id must be kebab-case, such as 'vib-bonus', but was 'Birthday gift'");
            refused(
                    () -> Offer.of("", BIRTHDAY, LIPSTICK),
                    "offer id must be kebab-case, such as 'vib-bonus', but was ''");
        }

        @Test
        void offersGiveSomething() {
            refused(() -> Offer.of("birthday", BIRTHDAY), "offer 'birthday' must give something");
        }

        @Test
        void offersHaveEachChoiceOnce() {
            refused(
                    () -> GIFT.alsoFor(VIB, LIPSTICK),
                    "offer 'birthday' must have 'mini-lipstick' as a choice once only");
            refused(
                    () -> Offer.of("birthday", BIRTHDAY, BONUS, new Bonus(POINTS.points(500))),
                    "offer 'birthday' must have 'points' as a choice once only");
            refused(
                    () -> Offer.of("birthday", BIRTHDAY, BONUS, new Item("points")),
                    "offer 'birthday' must have 'points' as a choice once only");
        }

        @Test
        void offersChangeOneThingInEachCopyAndStayAsTheyWere() {
            Offer full = GIFT.where(VIB).alsoFor(VIB, BONUS).where(MAY).alsoGiving(Choice.of(new Item("mug")));
            assertThat(full)
                    .isEqualTo(new Offer(
                            "birthday",
                            BIRTHDAY,
                            List.of(VIB, MAY),
                            List.of(Choice.of(LIPSTICK), new Choice(BONUS, List.of(VIB)), Choice.of(new Item("mug")))))
                    .isEqualTo(full.where().alsoGiving());
            assertThat(GIFT).isEqualTo(Offer.of("birthday", BIRTHDAY, LIPSTICK));
        }

        @Test
        void offersCopyTheirLists() {
            List<Condition> conditions = new ArrayList<>(List.of(VIB));
            List<Choice> choices = new ArrayList<>(List.of(Choice.of(LIPSTICK)));
            Offer offer = new Offer("birthday", BIRTHDAY, conditions, choices);
            conditions.clear();
            choices.clear();
            assertThat(offer).isEqualTo(GIFT.where(VIB));
            assertThatThrownBy(() -> offer.conditions().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> offer.choices().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void offersFindAChoiceByItsId() {
            Offer offer = GIFT.alsoFor(VIB, BONUS);
            assertThat(offer.choice("mini-lipstick")).contains(Choice.of(LIPSTICK));
            assertThat(offer.choice("points")).contains(Choice.of(BONUS).where(VIB));
            assertThat(offer.choice("mug")).isEmpty();
        }

        @Test
        void offersSpeakOfWhatTheirPartsSpeakOf() {
            Offer offer = GIFT.where(VIB).alsoFor(Conditions.memberIs(Tier.of("rouge")), BONUS);
            assertThat(offer.mentions().tiers()).containsExactlyInAnyOrder(Tier.of("vib"), Tier.of("rouge"));
            assertThat(GIFT.mentions()).isEqualTo(Mentions.NOTHING);
        }

        @Test
        @Tag("P3")
        void offersDescribeThemselves() {
            assertThat(GIFT.describe()).isEqualTo("birthday: for P1D from the birthday on, gives mini-lipstick");
            assertThat(GIFT.where(VIB, MAY).alsoFor(VIB, BONUS).describe())
                    .isEqualTo(
                            "birthday: for P1D from the birthday on, where the member is at least vib, where during 2026-05-01 to"
                                    + " 2026-05-31, gives mini-lipstick or 250 points where the member is at least vib");
        }

        @Test
        @Tag("F1")
        void offersRefuseNull() {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> Offer.of(null, BIRTHDAY, LIPSTICK),
                    () -> Offer.of("birthday", null, LIPSTICK),
                    () -> Offer.of("birthday", BIRTHDAY, (Gift) null),
                    () -> GIFT.where((Condition) null),
                    () -> GIFT.alsoGiving((Choice) null),
                    () -> GIFT.alsoFor(null, BONUS),
                    () -> GIFT.alsoFor(VIB, null))) {
                assertThatNullPointerException().isThrownBy(call);
            }
        }
    }

    @Nested
    class Choices {
        @Test
        void choicesAreKnownByTheItemOrThePointCurrency() {
            assertThat(Choice.of(LIPSTICK).id()).isEqualTo("mini-lipstick");
            assertThat(Choice.of(BONUS).id()).isEqualTo("points");
        }

        @Test
        void choicesAreForThoseForWhomTheirConditionsHold() {
            List<Condition> conditions = new ArrayList<>(List.of(VIB));
            Choice choice = new Choice(BONUS, conditions);
            conditions.clear();
            assertThat(choice).isEqualTo(Choice.of(BONUS).where(VIB));
            assertThat(choice.where(MAY).conditions()).containsExactly(VIB, MAY);
            assertThat(choice.where()).isEqualTo(choice);
            assertThat(choice.mentions()).isEqualTo(Mentions.of(Tier.of("vib")));
            assertThatThrownBy(() -> choice.conditions().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        @Tag("P3")
        void choicesDescribeThemselves() {
            assertThat(Choice.of(LIPSTICK).describe()).isEqualTo("mini-lipstick");
            assertThat(Choice.of(BONUS).where(VIB, MAY).describe())
                    .isEqualTo("250 points where the member is at least vib where during 2026-05-01 to 2026-05-31");
        }

        @Test
        @Tag("F1")
        void choicesRefuseNull() {
            assertThatNullPointerException().isThrownBy(() -> Choice.of(null));
            assertThatNullPointerException().isThrownBy(() -> new Choice(BONUS, null));
            assertThatNullPointerException().isThrownBy(() -> Choice.of(BONUS).where((Condition) null));
        }
    }

    @Nested
    class Contents {
        @Test
        void theContentOfAnOfferCanBeAnItemOfAKebabCaseId() {
            assertThat(LIPSTICK.id()).isEqualTo("mini-lipstick");
            assertThat(LIPSTICK.describe()).isEqualTo("mini-lipstick");
            assertThat(LIPSTICK.mentions()).isEqualTo(Mentions.NOTHING);
            refused(
                    () -> new Item("Mini lipstick"),
                    "item id must be kebab-case, such as 'vib-bonus', but was 'Mini lipstick'");
            assertThatNullPointerException().isThrownBy(() -> new Item(null));
        }

        @Test
        void theContentOfAnOfferCanBeABonusOfPoints() {
            assertThat(BONUS.id()).isEqualTo("points");
            assertThat(BONUS.describe()).isEqualTo("250 points");
            assertThat(BONUS.mentions()).isEqualTo(Mentions.NOTHING);
            assertThatNullPointerException().isThrownBy(() -> new Bonus(null)).withMessage("points");
        }
    }
}
