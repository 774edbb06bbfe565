package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import java.time.Period;
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
        writeComingBack(terms);
        terms.heading(2, "Missing points");
        terms.block("If points are to be taken back that the member no longer has:");
        terms.block(forEach(policy -> shortfall(policy.shortfall())));
        writeTransfers(terms);
    }

    private void writeTransfers(Markdown terms) {
        List<PointPolicy> transferable =
                policies.stream().filter(PointPolicy::isTransferable).toList();
        if (!transferable.isEmpty()) {
            terms.heading(2, "Transfers");
            terms.block("Members may give each other "
                    + Wording.listed(
                            transferable.stream().map(PointTerms::given).toList(), "and")
                    + ". Points that are given keep the dates at which they expire, and whatever the member does who receives"
                    + " them, these do not change.");
        }
    }

    private static String given(PointPolicy policy) {
        Period age = policy.transferAge();
        return code(policy.currency().id())
                + (age == null || age.isZero() ? "" : " that were earned at least " + Wording.period(age) + " before");
    }

    private void writeComingBack(Markdown terms) {
        for (PointPolicy policy : policies) {
            if (!policy.extension().isZero()) {
                terms.block("Of " + code(policy.currency().id())
                        + ", those that come back when a reward is cancelled, or an order returned that they paid, can be used until "
                        + Wording.period(policy.extension())
                        + " after their date, however often they come back.");
            }
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
                    + ", they do not expire. When the tier ends, those that the member then has expire "
                    + date(suspended.afterwards(), "the member left") + leastAfterwards(suspended)
                    + ". If it is lost by a return, they expire as if it had never been held.";
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
        return suspended.expiry() instanceof Expiry.AfterInactivity
                ? ", or later if the last activity lets them"
                : ", or at their own date if that is later";
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
            case PURCHASE -> "a purchase of something that is paid in money and takes part in this program";
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
            case CLAMP ->
                "what is there is taken, and the rest is forgotten; only points that were used or set aside before that, and come"
                        + " back, are taken for it.";
        };
    }
}
