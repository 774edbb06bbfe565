package dev.laurel.testkit;

import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.Basket;
import dev.laurel.event.BroughtTier;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.OpeningDates;
import dev.laurel.event.OpeningLot;
import dev.laurel.event.Payment;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.Purchase;
import dev.laurel.event.PurchaseLine;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import org.jspecify.annotations.Nullable;

/** An event of a made-up customer in words, with all that is in it, which the events themselves do not tell. */
final class EventText {
    private EventText() {}

    static String of(LoyaltyEvent event) {
        return event.customer() + " " + event.occurredAt() + " "
                + (event instanceof TimePassed ? "" : event.id() + " ")
                + contentOf(event);
    }

    private static String contentOf(LoyaltyEvent event) {
        if (event instanceof Purchase purchase) {
            return "buys " + of(purchase.basket());
        }
        if (event instanceof Return returned) {
            return "returns " + returned.purchase() + ": " + linesOf(returned);
        }
        if (event instanceof Redemption redemption) {
            Basket basket = redemption.basket();
            return "redeems " + redemption.reward() + pointsOf(redemption.points())
                    + (basket == null ? "" : " on " + of(basket));
        }
        if (event instanceof Cancellation cancellation) {
            return "cancels " + cancellation.redemption() + pointsOf(cancellation.points());
        }
        if (event instanceof Claim claim) {
            return "claims " + claim.offer() + (claim.choice() == null ? "" : ": " + claim.choice());
        }
        return contentOfOther(event);
    }

    private static String contentOfOther(LoyaltyEvent event) {
        if (event instanceof Enrollment enrollment) {
            return "enrolls " + of(enrollment.profile())
                    + (enrollment.referrer() == null ? "" : " by " + enrollment.referrer());
        }
        if (event instanceof ProfileChange change) {
            return "changes " + change.fields() + " to " + of(change.profile());
        }
        if (event instanceof Adjustment adjustment) {
            return "is adjusted by " + adjustment.points() + " " + adjustment.currency()
                    + (adjustment.available() == null ? "" : " from " + adjustment.available())
                    + (adjustment.expires() == null ? "" : " to " + adjustment.expires())
                    + (adjustment.purchase() == null ? "" : " about " + adjustment.purchase());
        }
        if (event instanceof TierGrant grant) {
            return "is granted " + grant.tier() + " until " + grant.until();
        }
        if (event instanceof Opening opening) {
            return of(opening);
        }
        return event instanceof TimePassed ? "time passes" : contentOfTransferOrHold(event);
    }

    private static String contentOfTransferOrHold(LoyaltyEvent event) {
        if (event instanceof Hold hold) {
            Basket basket = hold.basket();
            return "holds " + hold.reward() + pointsOf(hold.points()) + " until " + hold.until()
                    + (basket == null ? "" : " on " + of(basket));
        }
        if (event instanceof Capture capture) {
            return "captures " + capture.hold() + pointsOf(capture.points())
                    + (capture.more() ? " with more to follow" : "");
        }
        if (event instanceof Release release) {
            return "releases " + release.hold();
        }
        if (event instanceof Transfer transfer) {
            return "gives " + transfer.points() + " " + transfer.currency() + " to " + transfer.to();
        }
        if (event instanceof Activity activity) {
            return "does " + activity.name() + (activity.attributes().isEmpty() ? "" : " " + activity.attributes());
        }
        if (event instanceof Closure) {
            return "closes";
        }
        if (event instanceof Reopening) {
            return "is reopened";
        }
        return event instanceof Erasure ? "is erased" : event.toString();
    }

    private static String pointsOf(@Nullable Long points) {
        return points == null ? "" : " for " + points + " points";
    }

    private static String of(Customer profile) {
        return "with birthday " + profile.birthday() + ", segments " + profile.segments();
    }

    private static String of(Opening opening) {
        StringBuilder text = new StringBuilder("opens with");
        for (OpeningLot lot : opening.lots()) {
            text.append(' ').append(lot.points()).append(' ').append(lot.currency());
            text.append(" earned ").append(lot.earned());
            text.append(lot.expires() == null ? "" : " to " + lot.expires()).append(',');
        }
        opening.sums().forEach(sum -> text.append(' ').append(sum).append(','));
        OpeningDates dates = opening.dates();
        for (BroughtTier tier : opening.tiers()) {
            text.append(" tier ").append(tier.tier()).append(" until ").append(tier.until());
        }
        return text.append(", enrolled ")
                .append(dates.enrolled())
                .append(", first purchase ")
                .append(dates.firstPurchase())
                .append(", birthday ")
                .append(dates.birthday())
                .append(" since ")
                .append(dates.birthdaySince())
                .toString();
    }

    private static String linesOf(Return returned) {
        if (returned.isOfAll()) {
            return "all that is left";
        }
        StringBuilder text = new StringBuilder();
        text.append(returned.amount() == null ? "" : returned.amount() + " of all");
        for (ReturnedLine line : returned.lines()) {
            text.append(text.length() == 0 ? "" : "; ")
                    .append(line.quantity() == null ? "" : line.quantity())
                    .append(line.amount() == null ? "" : line.amount())
                    .append(line.gross() == null ? "" : line.gross() + " with tax")
                    .append(" of ")
                    .append(line.line());
        }
        return text + (returned.shipping() ? (text.length() == 0 ? "" : "; ") + "shipping" : "");
    }

    private static String of(Basket basket) {
        StringBuilder text = new StringBuilder();
        for (PurchaseLine line : basket.lines()) {
            text.append(text.length() == 0 ? "" : "; ").append(of(line));
        }
        text.append(basket.shipping().isZero() ? "" : "; shipping " + basket.shipping());
        for (Payment payment : basket.payments()) {
            text.append("; ").append(payment.amount()).append(" by ").append(payment.method());
            text.append(payment.redemption() == null ? "" : " of " + payment.redemption());
            text.append(payment.foreign() ? " of another program" : "");
        }
        return text.append(basket.channel() == null ? "" : "; through " + basket.channel())
                .toString();
    }

    private static String of(PurchaseLine line) {
        return line.id() + " " + line.quantity() + " " + line.sku() + " " + line.categories()
                + (line.brand() == null ? "" : " " + line.brand())
                + (line.discounted() ? " discounted" : "")
                + (line.attributes().isEmpty() ? "" : " " + line.attributes())
                + " " + line.net()
                + (line.tax().isZero() ? "" : " and " + line.tax() + " of tax");
    }
}
