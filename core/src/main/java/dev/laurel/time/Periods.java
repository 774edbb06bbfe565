package dev.laurel.time;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Civil periods in plain English. */
public final class Periods {
    private Periods() {}

    /** Such as {@code 18 months} or {@code 1 year, 6 months and 1 day}. */
    public static String inWords(Period period) {
        List<String> parts = new ArrayList<>();
        addIfAny(parts, period.getYears(), "year");
        addIfAny(parts, period.getMonths(), "month");
        addIfAny(parts, period.get(ChronoUnit.DAYS), "day");
        if (parts.isEmpty()) {
            return "0 days";
        }
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static void addIfAny(List<String> parts, long count, String singular) {
        if (count != 0) {
            parts.add(count + " " + singular + (count == 1 ? "" : "s"));
        }
    }
}
