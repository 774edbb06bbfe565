package dev.laurel.examples.replay.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as drawn, before anything happens.
 *
 * @param number the place among all customers in the order of their first visits, from 1
 * @param dice what else is left to chance
 * @param firstVisit when the customer first buys
 * @param lastDay the last day on which the customer may buy
 * @param visits how often the customer buys, about
 * @param channel where the customer mostly buys
 * @param liked the categories that the customer likes most
 * @param enrolled when the customer joins the program, or null for one who never does
 * @param birthday the birthday given on joining, if it is
 * @param attributes what else is given on joining
 * @param segments in which segments the customer is from the start
 */
record Person(
        int number,
        Dice dice,
        Instant firstVisit,
        LocalDate lastDay,
        int visits,
        Channel channel,
        Set<Category> liked,
        @Nullable Instant enrolled,
        @Nullable MonthDay birthday,
        Map<String, String> attributes,
        List<String> segments) {
    private static final int ID_WIDTH = 5;

    /** The id: ids sort as the customers came. */
    String id() {
        String digits = Integer.toString(number);
        return "c" + "0".repeat(Math.max(0, ID_WIDTH - digits.length())) + digits;
    }

    /** The same in another place. */
    Person withNumber(int place) {
        return new Person(
                place, dice, firstVisit, lastDay, visits, channel, liked, enrolled, birthday, attributes, segments);
    }
}
