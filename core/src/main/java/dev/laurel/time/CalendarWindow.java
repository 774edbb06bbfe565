package dev.laurel.time;

import java.time.Period;

/** The windows of the calendar, and the years of a membership. */
enum CalendarWindow implements BoundedWindow {
    /** A day; its number counts days from 1970. */
    DAY("day", "day", Period.ofDays(1), 1) {
        @Override
        public long numberOf(long day, long memberSince) {
            return day;
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return number;
        }
    },
    /** An ISO week, from Monday on; its number counts weeks from that of 1 January 1970. */
    WEEK("ISO week", "week", Period.ofWeeks(1), 7) {
        @Override
        public long numberOf(long day, long memberSince) {
            return Math.floorDiv(day + THURSDAY, 7L);
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return number * 7 - THURSDAY;
        }
    },
    /** A calendar month; its number counts months from the year 0. */
    MONTH("calendar month", "month", Period.ofMonths(1), 31) {
        @Override
        public long numberOf(long day, long memberSince) {
            return EpochDays.monthOf(day);
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return EpochDays.firstDayOf(number);
        }
    },
    /** A calendar quarter; its number counts quarters from the year 0. */
    QUARTER("calendar quarter", "quarter", Period.ofMonths(3), 92) {
        @Override
        public long numberOf(long day, long memberSince) {
            return Math.floorDiv(EpochDays.monthOf(day), 3L);
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return EpochDays.firstDayOf(number * 3);
        }
    },
    /** A calendar year; its number is the year's. */
    YEAR("calendar year", "year", Period.ofYears(1), 366) {
        @Override
        public long numberOf(long day, long memberSince) {
            return Math.floorDiv(EpochDays.monthOf(day), 12L);
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return EpochDays.firstDayOf(number * 12);
        }
    },
    /** A year of membership; the first has number 0. */
    MEMBERSHIP_YEAR("membership year", "membership year", Period.ofYears(1), 366) {
        @Override
        public long numberOf(long day, long memberSince) {
            return EpochDays.numberOf(day, memberSince, 12);
        }

        @Override
        public long firstDayOf(long number, long memberSince) {
            return EpochDays.plusMonths(memberSince, number * 12);
        }
    };

    /** 1 January 1970 was a Thursday: three days of its week had passed. */
    private static final int THURSDAY = 3;

    private final String words;
    private final String noun;
    private final Period length;
    private final int mostDays;

    CalendarWindow(String words, String noun, Period length, int mostDays) {
        this.words = words;
        this.noun = noun;
        this.length = length;
        this.mostDays = mostDays;
    }

    @Override
    public Period length() {
        return length;
    }

    @Override
    public long mostDays() {
        return mostDays;
    }

    @Override
    public String id() {
        return WindowId.of(this);
    }

    @Override
    public String describe() {
        return "per " + words;
    }

    @Override
    public String noun() {
        return noun;
    }

    @Override
    public boolean needsMember() {
        return this == MEMBERSHIP_YEAR;
    }
}
