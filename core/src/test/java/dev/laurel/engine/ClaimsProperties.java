package dev.laurel.engine;

import static dev.laurel.engine.Shop.CUSTOMER;
import static dev.laurel.engine.Shop.NEW_YORK;
import static dev.laurel.engine.Shop.program;
import static dev.laurel.engine.Shop.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.account.Account;
import dev.laurel.account.ClaimedBirthday;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.LeapDay;
import dev.laurel.decision.Decision;
import dev.laurel.event.Claim;
import dev.laurel.event.ProfileChange;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.BirthdayOccasion;
import dev.laurel.reward.BirthdayOccasion.Opening;
import dev.laurel.reward.Item;
import dev.laurel.reward.Offer;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("G2")
@Tag("slow")
class ClaimsProperties {
    private static final String OFFER = "birthday";
    private static final int EDITS_A_YEAR = 1_000;
    private static final int YEARS = 4;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static LoyaltyEngine engine(Opening window, LeapDay leapDay) {
        LoyaltyProgram declared = program()
                .leapDay(leapDay)
                .earn(EarnRule.earning("base", Amounts.proportional(1, usd("1"))))
                .offers(Offer.of(OFFER, BirthdayOccasion.onTheDay().open(window), new Item("sample")))
                .build();
        return LoyaltyEngine.of(declared);
    }

    private static Opening window(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Opening.until(Moment.after(Period.ofDays(1)));
            case 1 -> Opening.inItsMonth();
            default -> Opening.until(Moment.after(Period.ofDays(1 + random.nextInt(BirthdayOccasion.MOST_DAYS_OPEN))));
        };
    }

    /** Of those who edit their birthday as often as they claim, mostly so that its window is open. */
    @Property(tries = 50)
    @Tag("K17")
    void claimedBirthdaysLieAYearApartHoweverOftenTheDateIsEdited(@ForAll long seed, @ForAll LeapDay leapDay) {
        Random random = new Random(seed);
        LoyaltyEngine engine = engine(window(random), leapDay);
        Account account = engine.newAccount(CUSTOMER);
        List<LocalDate> claimed = new ArrayList<>();
        Instant at = FIRST_DAY.atStartOfDay(NEW_YORK).toInstant();
        for (int i = 0; i < EDITS_A_YEAR * YEARS; i++) {
            at = at.plus(random.nextInt(2 * 365 * 24 * 60 / EDITS_A_YEAR), ChronoUnit.MINUTES);
            // A late one too, now and then.
            Instant when = random.nextInt(10) == 0 ? at.minus(random.nextInt(30), ChronoUnit.DAYS) : at;
            account = engine.evaluate(
                            account, ProfileChange.ofBirthday("b" + i, CUSTOMER, when, birthdayAround(when, random)))
                    .account();
            Decision claim = engine.evaluate(account, new Claim("c" + i, CUSTOMER, when, OFFER, null));
            account = claim.account();
            if (claim.isAccepted()) {
                account.claimed().get(OFFER).stream()
                        .map(ClaimedBirthday::birthday)
                        .max(Comparator.naturalOrder())
                        .ifPresent(claimed::add);
            }
        }
        assertThat(claimed).hasSizeBetween(2, YEARS + 1);
        for (int i = 1; i < claimed.size(); i++) {
            assertThat(ChronoUnit.DAYS.between(claimed.get(i - 1), claimed.get(i)))
                    .isGreaterThanOrEqualTo(365);
        }
    }

    private static Birthday birthdayAround(Instant at, Random random) {
        LocalDate date = LocalDate.ofInstant(at, NEW_YORK)
                .minusDays(random.nextInt(4) == 0 ? random.nextInt(365) : random.nextInt(3));
        return new Birthday(date.getMonth(), date.getDayOfMonth());
    }

    /** A cycle of the calendar has 400 years. */
    @Property(tries = 40)
    @Tag("T4")
    @Tag("K16")
    void aBirthdayIsOpenOnOneDayOfEveryYear(@ForAll long seed, @ForAll LeapDay leapDay) {
        Random random = new Random(seed);
        LocalDate anyDay = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
        Birthday birthday = random.nextBoolean()
                ? Birthday.parse("--02-29")
                : new Birthday(anyDay.getMonth(), anyDay.getDayOfMonth());
        LoyaltyEngine engine = engine(Opening.until(Moment.after(Period.ofDays(1))), leapDay);
        LocalDate start = LocalDate.of(2000, 1, 1);
        Account account = engine.evaluate(
                        engine.newAccount(CUSTOMER),
                        ProfileChange.ofBirthday(
                                "b", CUSTOMER, start.atStartOfDay(NEW_YORK).toInstant(), birthday))
                .account();
        for (int year = 2001; year <= 2400; year++) {
            // A year apart, so each can be claimed; and no other day around it can.
            LocalDate day = birthday.inYear(year, leapDay);
            List<LocalDate> open = new ArrayList<>();
            for (LocalDate date = day.minusDays(3); date.isBefore(day.plusDays(4)); date = date.plusDays(1)) {
                if (isOpen(engine, account, date)) {
                    open.add(date);
                }
            }
            assertThat(open).containsExactly(day);
            account = engine.evaluate(
                            account,
                            new Claim(
                                    "c" + year,
                                    CUSTOMER,
                                    day.atTime(12, 0).atZone(NEW_YORK).toInstant(),
                                    OFFER,
                                    null))
                    .orThrow()
                    .account();
        }
    }

    private static boolean isOpen(LoyaltyEngine engine, Account account, LocalDate date) {
        Instant noon = date.atTime(12, 0).atZone(NEW_YORK).toInstant();
        return !engine.offersFor(account, noon).isEmpty();
    }
}
