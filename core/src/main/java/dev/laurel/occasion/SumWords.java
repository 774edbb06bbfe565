package dev.laurel.occasion;

import dev.laurel.time.BoundedWindow;
import dev.laurel.time.Dates;
import dev.laurel.time.Periods;
import dev.laurel.time.Window;

/** What people read of a sum, whoever asks for it: how much of what, in which window, and by which counter. */
final class SumWords {
    private final Counter<?> counter;
    private final Noun noun;
    private final String window;

    SumWords(Sum sum) {
        counter = sum.counter();
        noun = counter instanceof MemberCounter<?> ofMember
                ? Noun.of(ofMember.measure())
                : Noun.of(((PurchaseCounter<?>) counter).measure());
        window = " " + window(sum.window());
    }

    /**
     * What is counted, and how people say it.
     *
     * @param has what a member has done, or nothing where that needs no word
     * @param one what follows an amount of one
     * @param many what follows any other amount
     * @param done what follows that, where no member is named
     */
    private record Noun(String has, String one, String many, String done) {
        static Noun of(MemberMeasure measure) {
            if (measure instanceof MemberMeasure.Earned earned) {
                String points = " " + earned.currency().id();
                return new Noun(" earned", points, points, " earned");
            }
            String kind = " '" + ((MemberMeasure.Activities) measure).kind().name() + "'";
            return new Noun(" done", kind + " activity", kind + " activities", "");
        }

        static Noun of(PurchaseMeasure measure) {
            if (measure instanceof PurchaseMeasure.Distinct distinct) {
                String values = distinct.property().describe() + " among purchases";
                return new Noun("", " of the " + values, " different " + values, "");
            }
            if (!(measure instanceof PurchaseMeasure.Usual usual)) {
                return new Noun("", " " + measure.describe(), " " + measure.describe(), "");
            }
            return switch (usual) {
                case SPEND -> new Noun(" spent", "", "", " spent");
                case PURCHASES -> new Noun(" made", " purchase", " purchases", "");
                case QUANTITY -> new Noun(" bought", " item", " items", " bought");
                case DAYS -> new Noun(" had", " day with a purchase", " days with a purchase", "");
            };
        }

        String after(boolean isOne) {
            return isOne ? one : many;
        }
    }

    private static String window(Window window) {
        if (window instanceof Window.Rolling rolling) {
            return "over the last " + Periods.inWords(rolling.period());
        }
        if (window instanceof Dates dates) {
            return dates(dates);
        }
        if (window instanceof BoundedWindow.Grid grid) {
            return "in the period of " + Periods.inWords(grid.period()) + " counted from " + grid.start();
        }
        if (window == Window.EVER) {
            return "in all";
        }
        if (window == Window.SINCE_ENROLLMENT) {
            return window.describe();
        }
        if (window == BoundedWindow.WEEK) {
            return "in the calendar week";
        }
        return (window == BoundedWindow.DAY ? "on the " : "in the ")
                + window.describe().substring("per ".length());
    }

    private static String dates(Dates dates) {
        if (dates.from() == null) {
            return dates.to() == null ? "on any date" : "until " + dates.to();
        }
        return "from " + dates.from() + (dates.to() == null ? " on" : " to " + dates.to());
    }

    private String name() {
        return " (" + counter.id() + ")";
    }

    /** What reads after an amount, such as {@code spent in the calendar year (spend)}. */
    String afterAmount() {
        return (noun.many() + noun.done() + window + name()).substring(1);
    }

    /** How much there is, such as {@code USD 5.00 spent in the calendar year}. */
    String found(String amount, boolean isOne) {
        return amount + noun.after(isOne) + noun.done() + window;
    }

    /** How much is asked for, such as {@code at least 3 purchases in all (visits)}. */
    String asked(String amount, boolean isOne) {
        return found(amount, isOne) + name();
    }

    /** The same of a member, such as {@code the member has made at least 3 purchases in all (visits)}. */
    String askedOfMember(String amount, boolean isOne) {
        return "the member has" + noun.has() + " " + amount + noun.after(isOne) + window + name();
    }
}
