package dev.laurel.program;

import static dev.laurel.program.Markdown.code;

import dev.laurel.time.Expiry;
import dev.laurel.time.Inactivity;
import dev.laurel.time.Moment;
import dev.laurel.time.Periods;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** When points expire, and what becomes of points that are missing. */
final class CurrencyTerms {
    private final List<PointPolicy> policies;

    CurrencyTerms(List<PointPolicy> policies) {
        this.policies = policies;
    }

    void writeTo(Markdown terms) {
        terms.heading(2, "Expiry");
        terms.block(forEach(policy -> expiry(policy.terms())));
        if (policies.stream().anyMatch(policy -> expires(policy.expiry()))) {
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
                            transferable.stream().map(CurrencyTerms::given).toList(), "and")
                    + ". Points that are given keep the dates at which they expire, and whatever the member does who receives"
                    + " them, these do not change.");
        }
    }

    private static String given(PointPolicy policy) {
        Period age = policy.transferAge();
        return code(policy.currency().id())
                + (age == null || age.isZero() ? "" : " that were earned at least " + Periods.inWords(age) + " before");
    }

    private void writeComingBack(Markdown terms) {
        for (PointPolicy policy : policies) {
            if (!policy.extension().isZero()) {
                terms.block("Of " + code(policy.currency().id())
                        + ", those that come back when a reward is cancelled, or an order returned that they paid, can be used until "
                        + Periods.inWords(policy.extension())
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

    private static boolean expires(Expiry expiry) {
        return expiry.inactivity() != null || !(expiry.date() instanceof Moment.Never);
    }

    private static String expiry(PointTerms terms) {
        String expiry = expiry(terms.expiry());
        if (terms.suspending().isEmpty()) {
            return expiry;
        }
        List<String> tiers =
                terms.suspending().stream().map(tier -> code(tier.id())).toList();
        return expiry + " While a member holds " + Wording.listed(tiers, "or")
                + ", they do not expire. When the tier ends, those that the member then has expire "
                + afterwards(terms) + ". If it is lost by a return, they expire as if it had never been held.";
    }

    private static String expiry(Expiry expiry) {
        Inactivity inactivity = expiry.inactivity();
        String beginning = expiry.isFromAvailability() ? "they became available" : "they were earned";
        if (inactivity != null) {
            return "all expire together, " + inactivity(inactivity)
                    + (expiry.date() instanceof Moment.Never
                            ? ""
                            : " Each expires " + Wording.moment(expiry.date(), beginning) + ", if that is earlier.");
        }
        return expires(expiry) ? "expire " + Wording.moment(expiry.date(), beginning) + "." : "never expire.";
    }

    private static String afterwards(PointTerms terms) {
        String left = "the member left";
        boolean isTimed = terms.expiry().inactivity() != null;
        boolean isDated = !(terms.expiry().date() instanceof Moment.Never);
        String least = Wording.moment(isTimed ? terms.timerOnLeaving() : terms.dateOnLeaving(), left);
        String own = isTimed ? ", or later if the last activity lets them" : ", or at their own date if that is later";
        return isTimed && isDated
                ? least + own + ", but no later than " + Wording.moment(terms.dateOnLeaving(), left)
                        + " or than their own date, whichever is later"
                : least + own;
    }

    private static String inactivity(Inactivity inactivity) {
        List<String> activities = new ArrayList<>();
        inactivity.activities().stream()
                .filter(activity -> activity != Expiry.Activity.CAPTURE || !inactivity.isUsual())
                .map(activity -> activity(activity, inactivity))
                .forEach(activities::add);
        inactivity.named().forEach(name -> activities.add(code(name)));
        return Wording.moment(inactivity.end(), "the last activity") + ". Activity is "
                + Wording.listed(activities, "or") + ". The next points after that begin a new period.";
    }

    private static String activity(Expiry.Activity activity, Inactivity inactivity) {
        return switch (activity) {
            case PURCHASE -> "a purchase of something that is paid in money and takes part in this program";
            case REDEMPTION ->
                inactivity.isUsual()
                        ? "a redemption of any reward"
                        : "a redemption of any reward that is not held first";
            case CAPTURE -> "the use of points that were set aside";
            case EARNING -> "points of this kind that a rule or a gift gives";
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
