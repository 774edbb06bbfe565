package dev.laurel.program;

import dev.laurel.counter.Cap;
import dev.laurel.ledger.Points;
import dev.laurel.money.Rounding;
import dev.laurel.rule.RoundingStep;
import dev.laurel.time.CalendarWindow;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Plain English for values: what a program's terms say for a period, a rounding, a limit. */
final class Wording {
    private Wording() {}

    /** A count of something, such as {@code 1 point} or {@code 2 points}. */
    static String count(long count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }

    /** Such as {@code 500 `points`}: the count and the id of the currency. */
    static String points(Points points) {
        return points.count() + " " + Markdown.code(points.currency().id());
    }

    /** Such as {@code 18 months} or {@code 1 year, 6 months and 1 day}. */
    static String period(Period period) {
        List<String> parts = new ArrayList<>();
        addIfAny(parts, period.getYears(), "year");
        addIfAny(parts, period.getMonths(), "month");
        addIfAny(parts, period.get(ChronoUnit.DAYS), "day");
        return parts.isEmpty() ? "0 days" : listed(parts, "and");
    }

    private static void addIfAny(List<String> parts, long count, String singular) {
        if (count != 0) {
            parts.add(count(count, singular));
        }
    }

    /** Such as {@code a, b and c}. */
    static String listed(List<String> parts, String lastWord) {
        int last = parts.size() - 1;
        return last == 0
                ? parts.get(0)
                : String.join(", ", parts.subList(0, last)) + " " + lastWord + " " + parts.get(last);
    }

    /** A text as a sentence: with a full stop, unless it ends as a sentence does. */
    static String sentence(String text) {
        return text.matches(".*[.!?…]") ? text : text + ".";
    }

    /** A window in words that read after "per". */
    static String window(CalendarWindow window) {
        return window == CalendarWindow.WEEK ? "calendar week" : window.describe();
    }

    /** A rounding in words that read after "is". */
    static String rounding(Rounding rounding) {
        return switch (rounding) {
            case DOWN -> "rounded down";
            case HALF_UP -> "rounded to the nearest whole point, and a half up";
            case HALF_EVEN -> "rounded to the nearest whole point, and a half to the even one";
            case UP -> "rounded up";
        };
    }

    /** On what is rounded, in words that read after how. */
    static String step(RoundingStep step) {
        return switch (step) {
            case PER_PURCHASE -> "once per purchase";
            case PER_LINE -> "on each line of the purchase";
            case PER_ITEM -> "on each item";
        };
    }

    /** How much a rule may award, as a sentence for points and one for purchases. */
    static List<String> caps(List<Cap> caps) {
        List<String> sentences = new ArrayList<>();
        addCaps(sentences, "It gives at most ", caps, Cap.Measure.POINTS, "point");
        addCaps(sentences, "It applies to at most ", caps, Cap.Measure.USES, "purchase");
        return sentences;
    }

    /** How much a multiplier may add, as a sentence for points and one for purchases. */
    static List<String> capsOfMultiplier(List<Cap> caps) {
        List<String> sentences = new ArrayList<>();
        addCaps(sentences, "It adds at most ", caps, Cap.Measure.POINTS, "point");
        addCaps(sentences, "It adds points to at most ", caps, Cap.Measure.USES, "purchase");
        return sentences;
    }

    private static void addCaps(
            List<String> sentences, String beginning, List<Cap> caps, Cap.Measure measure, String singular) {
        List<String> limits = caps.stream()
                .filter(cap -> cap.measure() == measure)
                .sorted(Cap.BY_WHAT_IS_COUNTED)
                .map(cap -> count(cap.limit(), singular) + span(cap))
                .toList();
        if (!limits.isEmpty()) {
            sentences.add(beginning + listed(limits, "and") + ".");
        }
    }

    /** How often something may be had, such as {@code once per day and 3 times per calendar month}; empty without limits. */
    static String limits(List<Cap> limits) {
        List<String> words = limits.stream()
                .sorted(Cap.BY_WHAT_IS_COUNTED)
                .map(limit -> (limit.limit() == 1 ? "once" : count(limit.limit(), "time")) + span(limit))
                .toList();
        return words.isEmpty() ? "" : listed(words, "and");
    }

    private static String span(Cap cap) {
        CalendarWindow window = cap.window();
        return switch (cap.span()) {
            case PURCHASE -> " per purchase";
            case WINDOW -> window == null ? "" : " per " + window(window);
            case LIFETIME -> " ever";
        };
    }
}
