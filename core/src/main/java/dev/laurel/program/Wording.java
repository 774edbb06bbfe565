package dev.laurel.program;

import dev.laurel.ledger.Points;
import dev.laurel.money.Rounding;
import dev.laurel.rule.Cap;
import dev.laurel.rule.PointCap;
import dev.laurel.rule.RoundingStep;
import dev.laurel.rule.UseCap;
import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Moment;
import dev.laurel.time.Periods;
import dev.laurel.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /** In what something is counted, in words that read after a count. */
    static String counted(@Nullable Window window) {
        if (window == null) {
            return "per purchase";
        }
        if (window instanceof Window.Rolling rolling) {
            return "in any " + Periods.inWords(rolling.period());
        }
        return window instanceof BoundedWindow bounded && !(bounded instanceof Dates)
                ? "per " + window(bounded)
                : window.describe();
    }

    /** A window in words that read after "per" or "of the", such as {@code calendar year}. */
    static String window(BoundedWindow window) {
        if (window instanceof BoundedWindow.Grid grid) {
            return "period of " + Periods.inWords(grid.period()) + ", counted from " + grid.start() + ",";
        }
        return window == BoundedWindow.WEEK
                ? "calendar week"
                : window.describe().replaceFirst("^per ", "");
    }

    /**
     * A moment in words that read after "expire" or "until".
     *
     * @param beginning what it is worked out from, as a sentence that reads after "after"
     */
    static String moment(Moment moment, String beginning) {
        return moment(moment, beginning, "in which " + beginning);
    }

    /** The same for a purchase. */
    static String momentOfPurchase(Moment moment) {
        return moment(moment, "the purchase", "of the purchase");
    }

    private static String moment(Moment moment, String beginning, String within) {
        if (moment instanceof Moment.After after) {
            return Periods.inWords(after.period()) + " after " + beginning + ", at the same time of day";
        }
        if (moment instanceof Moment.Border border) {
            return border(border, beginning, within);
        }
        if (moment instanceof Moment.Later later) {
            return Periods.inWords(later.period()) + " after this: " + moment(later.moment(), beginning, within);
        }
        return moment instanceof Moment.Earlier earlier
                ? moment(earlier.one(), beginning, within) + ", or " + moment(earlier.other(), beginning, within)
                        + ", whichever is earlier"
                : "never";
    }

    private static String border(Moment.Border border, String beginning, String within) {
        String which = border.isEnd() ? "at the end of " : "at the start of ";
        if (border.window() instanceof Dates dates) {
            return which + (border.isEnd() ? dates.to() : dates.from());
        }
        String window = border.window() instanceof BoundedWindow.Grid
                ? window(border.window())
                : border.window().noun();
        return border.period().isZero()
                ? which + "the " + window + " " + within
                : Periods.inWords(border.period()) + " after " + beginning + ", " + which + "the " + window
                        + " that this falls in";
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
        addCaps(sentences, "It gives at most ", points(caps));
        addCaps(sentences, "It applies to at most ", purchases(caps));
        return sentences;
    }

    /** How much a rule on a member may give, as a sentence for points and one for how often. */
    static List<String> capsOfMemberRule(List<Cap> caps) {
        List<String> sentences = new ArrayList<>();
        addCaps(sentences, "It gives at most ", points(caps));
        addCaps(
                sentences,
                "It applies at most ",
                limits(caps, UseCap.class, cap -> count(cap.most(), "time") + " " + counted(cap.window())));
        return sentences;
    }

    /** How much a multiplier may add, as a sentence for points and one for purchases. */
    static List<String> capsOfMultiplier(List<Cap> caps) {
        List<String> sentences = new ArrayList<>();
        addCaps(sentences, "It adds at most ", points(caps));
        addCaps(sentences, "It adds points to at most ", purchases(caps));
        return sentences;
    }

    /** How much all rules of a program may award together, as a sentence for points and one for purchases. */
    static List<String> capsOfProgram(List<Cap> caps) {
        List<String> sentences = new ArrayList<>();
        addCaps(
                sentences,
                "All rules together give at most ",
                limits(caps, PointCap.class, cap -> points(cap.most()) + " " + counted(cap.window())));
        addCaps(sentences, "They give points for at most ", purchases(caps));
        return sentences;
    }

    private static List<String> points(List<Cap> caps) {
        return limits(caps, PointCap.class, cap -> count(cap.most().count(), "point") + " " + counted(cap.window()));
    }

    private static List<String> purchases(List<Cap> caps) {
        return limits(caps, UseCap.class, cap -> count(cap.most(), "purchase") + " " + counted(cap.window()));
    }

    private static <C extends Cap> List<String> limits(List<Cap> caps, Class<C> kind, Function<C, String> words) {
        return caps.stream()
                .sorted(Cap.BY_WHAT_IS_COUNTED)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(words)
                .toList();
    }

    private static void addCaps(List<String> sentences, String beginning, List<String> limits) {
        if (!limits.isEmpty()) {
            sentences.add(beginning + listed(limits, "and") + ".");
        }
    }

    /** How often something may be had, such as {@code once per day and 3 times per calendar month}; empty without limits. */
    static String limits(List<UseCap> limits) {
        List<String> words = limits.stream()
                .sorted(Cap.BY_WHAT_IS_COUNTED)
                .map(limit ->
                        (limit.most() == 1 ? "once" : count(limit.most(), "time")) + " " + counted(limit.window()))
                .toList();
        return words.isEmpty() ? "" : listed(words, "and");
    }
}
