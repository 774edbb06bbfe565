package dev.laurel.examples.replay.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws customers, each alone: more customers change nothing in the others but their numbers, and so by whom they were referred. */
final class People {
    /** How often a customer buys in two years: a few people very often, most seldom. */
    private static final int[][] VISITS = {
        {1, 1}, {2, 2}, {3, 3}, {4, 6}, {7, 12}, {13, 24}, {25, 44}, {45, 75}, {76, 150}
    };

    private static final Weights HOW_MANY_VISIT_SO_OFTEN = Weights.of(165, 100, 80, 145, 165, 153, 100, 66, 31);
    private static final List<Channel> CHANNELS =
            List.of(Channel.WEB, Channel.WEB, Channel.STORE, Channel.STORE, Channel.APP);
    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final List<String> SKIN_TYPES = List.of("normal", "dry", "oily", "combination", "sensitive");

    private People() {}

    /** So many customers, in the order of their first visits. */
    static List<Person> drawn(Dice dice, int number) {
        List<Person> people = new ArrayList<>(number);
        for (int index = 0; index < number; index++) {
            people.add(person(dice.numbered(index)));
        }
        // Stable, so that customers who come at the same second keep the order in which they were drawn.
        people.sort(Comparator.comparing(Person::firstVisit));
        people.replaceAll(new Numbering()::numbered);
        return Collections.unmodifiableList(people);
    }

    private static final class Numbering {
        private int last;

        Person numbered(Person person) {
            last++;
            return person.withNumber(last);
        }
    }

    private static Person person(Dice seed) {
        Dice dice = seed.named("person");
        int[] often = VISITS[HOW_MANY_VISIT_SO_OFTEN.draw(dice)];
        int visitsInAll = dice.between(often[0], often[1]);
        LocalDate firstDay = Seasons.day(dice, TwoYears.FIRST_DAY, endOfFirstDays(dice, visitsInAll));
        LocalDate lastDay = lastDay(dice, firstDay);
        Channel channel = dice.oneOf(CHANNELS);
        Instant firstVisit = TwoYears.instant(firstDay, channel.time(dice));
        // Who comes later or leaves earlier buys less, but at least once.
        long days = ChronoUnit.DAYS.between(firstDay, lastDay);
        int visits = 1 + (int) ((visitsInAll - 1) * days / TwoYears.DAYS);
        Set<Category> liked = liked(dice);
        Instant enrolled = enrolled(dice, firstVisit);
        MonthDay birthday = dice.happens(700) ? birthday(dice) : null;
        List<String> segments = dice.happens(6) ? List.of("staff") : List.of();
        return new Person(
                0, seed, firstVisit, lastDay, visits, channel, liked, enrolled, birthday, attributes(dice), segments);
    }

    /** Half of the customers bought there before the history begins, so that they soon come again. */
    private static LocalDate endOfFirstDays(Dice dice, int visitsInAll) {
        if (dice.happens(480)) {
            return TwoYears.END_DAY;
        }
        return TwoYears.FIRST_DAY.plusDays(Math.min(365, 20 + TwoYears.DAYS / visitsInAll));
    }

    /** Many leave for good sooner or later. */
    private static LocalDate lastDay(Dice dice, LocalDate firstDay) {
        int left = (int) ChronoUnit.DAYS.between(firstDay, TwoYears.END_DAY) - 1;
        return firstDay.plusDays(dice.happens(650) ? left : dice.below(left + 1));
    }

    private static Set<Category> liked(Dice dice) {
        Set<Category> liked = EnumSet.noneOf(Category.class);
        for (int draws = dice.between(2, 4); draws > 0; draws--) {
            liked.add(dice.oneOf(CATEGORIES));
        }
        return liked;
    }

    /** Most join at the till, some later, some never. */
    private static @Nullable Instant enrolled(Dice dice, Instant firstVisit) {
        if (dice.happens(110)) {
            return null;
        }
        Duration later = Duration.ofMinutes(dice.between(45, 70 * 24 * 60)).plusSeconds(dice.below(60));
        Duration sooner = Duration.ofSeconds(dice.between(60, 1_200));
        if (dice.happens(760)) {
            Instant enrolled = firstVisit.minus(sooner);
            return enrolled.isBefore(TwoYears.START) ? TwoYears.START : enrolled;
        }
        Instant enrolled = firstVisit.plus(later);
        return enrolled.isBefore(TwoYears.END) ? enrolled : null;
    }

    /** Any day of a year, and 29 February more often than it is true, since it must not be missing. */
    static MonthDay birthday(Dice dice) {
        if (dice.happens(10)) {
            return MonthDay.of(2, 29);
        }
        return MonthDay.from(LocalDate.ofYearDay(2024, dice.between(1, 366)));
    }

    private static Map<String, String> attributes(Dice dice) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("newsletter", dice.happens(580) ? "yes" : "no");
        if (dice.happens(400)) {
            attributes.put("skin-type", dice.oneOf(SKIN_TYPES));
        }
        return Collections.unmodifiableMap(attributes);
    }
}
