package dev.laurel.examples.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Instants as histories write them: ISO 8601 with an offset. */
final class Instants {
    private static final String USUAL = "0000-00-00T00:00:00Z";
    private static final int SECONDS_OF_DAY = 86_400;
    /** A day that every month has; the rest are left to those who know the calendar. */
    private static final int LAST_DAY_OF_ALL = 28;

    private Instants() {}

    /**
     * The instant of a text. Nearly all are UTC to the second, and read here, since a history has one in each line and the JDK takes
     * ten times as long.
     *
     * @throws DateTimeParseException if it is none
     */
    static Instant parse(String text) {
        if (isUsual(text)) {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int day = number(text, 8, 10);
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            if (year > 0
                    && month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= LAST_DAY_OF_ALL
                    && hour < 24
                    && minute < 60
                    && second < 60) {
                long days = LocalDate.of(year, month, day).toEpochDay();
                return Instant.ofEpochSecond(days * SECONDS_OF_DAY + (hour * 60 + minute) * 60L + second);
            }
        }
        return Instant.parse(text);
    }

    /** Whether it has the form, each 0 of which stands for any digit. */
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char c = text.charAt(i);
            char form = USUAL.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
