package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** When points expire, and what becomes of points that are missing. */
final class PointTerms {
    private final List<PointPolicy> policies;

    PointTerms(List<PointPolicy> policies) {
        this.policies = policies;
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "Expiry");
        terms.block(forEach(policy -> expiry(policy.expiry())));
        if (policies.stream().anyMatch(policy -> !(policy.expiry() instanceof Expiry.Never))) {
            terms.block("Points can be used up to the moment at which they expire, but no longer at that moment. Those"
                    + " that expire first are used first.");
        }
        terms.heading(2, "Missing points");
        terms.block("If points are to be taken back that the member no longer has:");
        terms.block(forEach(policy -> shortfall(policy.shortfall())));
        writeTransfers(terms);
    }

    private void writeTransfers(Markdown terms) {
        List<String> transferable = policies.stream()
                .filter(PointPolicy::transferable)
                .map(policy -> code(policy.currency().id()))
                .toList();
        if (!transferable.isEmpty()) {
            terms.heading(2, "Transfers");
            terms.block("Members may give each other " + Wording.listed(transferable, "and")
                    + ". Points that are given keep the dates at which they expire.");
        }
    }

    private String forEach(Function<PointPolicy, String> words) {
        return String.join(
                "\n",
                policies.stream()
                        .map(policy -> Markdown.item(0, code(policy.currency().id()) + ": " + words.apply(policy)))
                        .toList());
    }

    private static String expiry(Expiry expiry) {
        if (expiry instanceof Expiry.Dated dated) {
            return "expire " + date(dated, "they were earned") + ".";
        }
        if (expiry instanceof Expiry.FromAvailability available) {
            return "expire " + date(available.expiry(), "they became available") + ".";
        }
        if (expiry instanceof Expiry.Suspended suspended) {
            List<String> tiers =
                    suspended.tiers().stream().map(tier -> code(tier.id())).toList();
            return expiry(suspended.expiry()) + " While a member holds " + Wording.listed(tiers, "or")
                    + ", they do not expire; those that a member then has on leaving for another tier expire "
                    + date(suspended.afterwards(), "the member left") + leastAfterwards(suspended) + ".";
        }
        return expiry instanceof Expiry.AfterInactivity inactivity ? inactivity(inactivity) : "never expire.";
    }

    /** When, in words that read after "expire". */
    private static String date(Expiry.Dated expiry, String beginning) {
        String period = Wording.period(expiry.period()) + " after " + beginning;
        if (expiry instanceof Expiry.AtStartOf start) {
            return period + ", at the start of the " + start.window().noun() + " that this falls in";
        }
        if (expiry instanceof Expiry.AtEndOf end) {
            String window = end.window().noun();
            return end.period().isZero()
                    ? "at the end of the " + window + " in which " + beginning
                    : period + ", at the end of the " + window + " that this falls in";
        }
        return period + ", at the same time of day";
    }

    private static String leastAfterwards(Expiry.Suspended suspended) {
        return suspended.expiry() instanceof Expiry.AfterInactivity ? ", or later if the last activity lets them" : "";
    }

    private static String inactivity(Expiry.AfterInactivity inactivity) {
        List<String> activities = new ArrayList<>();
        inactivity.activities().stream()
                .filter(activity -> activity != Expiry.Activity.CAPTURE || !inactivity.isUsual())
                .map(activity -> activity(activity, inactivity))
                .forEach(activities::add);
        inactivity.named().forEach(name -> activities.add(code(name)));
        return "all expire together, " + Wording.period(inactivity.period())
                + " after the last activity, at the same time of day. Activity is "
                + Wording.listed(activities, "or") + ". The next points after that begin a new period.";
    }

    private static String activity(Expiry.Activity activity, Expiry.AfterInactivity inactivity) {
        return switch (activity) {
            case PURCHASE -> "a purchase of anything";
            case REDEMPTION ->
                inactivity.isUsual()
                        ? "a redemption of any reward"
                        : "a redemption of any reward that is not held first";
            case CAPTURE -> "the use of points that were set aside";
        };
    }

    private static String shortfall(ShortfallPolicy shortfall) {
        return switch (shortfall) {
            case OWE ->
                "what is there is taken, and the rest is owed: points that come later pay it first, and none can be"
                        + " redeemed meanwhile.";
            case CLAMP -> "what is there is taken, and the rest is forgotten.";
        };
    }
}
