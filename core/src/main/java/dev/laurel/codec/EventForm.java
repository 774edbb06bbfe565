package dev.laurel.codec;

import com.google.common.collect.ImmutableList;
import dev.laurel.customer.Birthday;
import dev.laurel.customer.Customer;
import dev.laurel.event.Activity;
import dev.laurel.event.Adjustment;
import dev.laurel.event.BatchRecord;
import dev.laurel.event.Cancellation;
import dev.laurel.event.Capture;
import dev.laurel.event.Claim;
import dev.laurel.event.Closure;
import dev.laurel.event.Enrollment;
import dev.laurel.event.ErasedEvent;
import dev.laurel.event.Erasure;
import dev.laurel.event.Hold;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Opening;
import dev.laurel.event.ProfileChange;
import dev.laurel.event.ProfileChange.Field;
import dev.laurel.event.Purchase;
import dev.laurel.event.Redemption;
import dev.laurel.event.Release;
import dev.laurel.event.Reopening;
import dev.laurel.event.Return;
import dev.laurel.event.ReturnedLine;
import dev.laurel.event.TierGrant;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.event.TransferReceived;
import dev.laurel.money.Quantity;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** How events are written and read: each begins with its id, unless that follows from the rest, its customer and its time. */
final class EventForm {
    static final ImmutableList<Kind<? extends LoyaltyEvent>> KINDS = ImmutableList.of(
            named(
                    'p',
                    Purchase.class,
                    (out, event) -> BasketForm.write(out, event.basket()),
                    (in, head) -> new Purchase(head.id(), head.customer(), head.at(), BasketForm.read(in))),
            named('r', Redemption.class, EventForm::redemption, EventForm::redemption),
            named('b', Return.class, EventForm::returned, EventForm::returned),
            named('c', Claim.class, EventForm::claim, EventForm::claim),
            named('y', Cancellation.class, EventForm::cancellation, EventForm::cancellation),
            named('h', Hold.class, EventForm::hold, EventForm::hold),
            named('k', Capture.class, EventForm::capture, EventForm::capture),
            named(
                    'l',
                    Release.class,
                    (out, event) -> out.text(event.hold()),
                    (in, head) -> new Release(head.id(), head.customer(), head.at(), in.text())),
            named('a', Activity.class, EventForm::activity, EventForm::activity),
            named('e', Enrollment.class, EventForm::enrollment, EventForm::enrollment),
            named('f', ProfileChange.class, EventForm::profileChange, EventForm::profileChange),
            named('o', Opening.class, ArrivalForm::opening, ArrivalForm::opening),
            named('j', Adjustment.class, EventForm::adjustment, EventForm::adjustment),
            named('g', TierGrant.class, EventForm::grant, EventForm::grant),
            named('m', Transfer.class, ArrivalForm::transfer, ArrivalForm::transfer),
            unnamed('n', TransferReceived.class, ArrivalForm::received, ArrivalForm::received),
            named(
                    'q',
                    Closure.class,
                    EventForm::nothing,
                    (in, head) -> new Closure(head.id(), head.customer(), head.at())),
            named(
                    'w',
                    Reopening.class,
                    EventForm::nothing,
                    (in, head) -> new Reopening(head.id(), head.customer(), head.at())),
            named(
                    'z',
                    Erasure.class,
                    EventForm::nothing,
                    (in, head) -> new Erasure(head.id(), head.customer(), head.at())),
            named(
                    'x',
                    ErasedEvent.class,
                    EventForm::nothing,
                    (in, head) -> new ErasedEvent(head.id(), head.customer(), head.at())),
            named(
                    's',
                    BatchRecord.class,
                    (out, event) -> {
                        out.list(event.events(), CanonicalWriter::text);
                        out.orNull(event.promise(), PromiseForm::write);
                    },
                    (in, head) -> new BatchRecord(
                            head.id(),
                            head.customer(),
                            head.at(),
                            in.list(CanonicalReader::text),
                            in.orNull(PromiseForm::read))),
            unnamed(
                    't',
                    TimePassed.class,
                    EventForm::nothing,
                    (in, head) -> new TimePassed(head.customer(), head.at())));

    private EventForm() {}

    private static <T extends LoyaltyEvent> Kind<T> named(
            char tag,
            Class<T> type,
            BiConsumer<CanonicalWriter, T> write,
            BiFunction<CanonicalReader, EventHead, T> read) {
        return new Kind<>(
                tag,
                type,
                (out, event) -> {
                    out.text(event.id());
                    out.text(event.customer());
                    out.instant(event.occurredAt(), Instant.EPOCH);
                    write.accept(out, event);
                },
                in -> read.apply(in, new EventHead(in.text(), in.text(), in.instant(Instant.EPOCH))));
    }

    /** A kind whose id follows from the rest. */
    private static <T extends LoyaltyEvent> Kind<T> unnamed(
            char tag,
            Class<T> type,
            BiConsumer<CanonicalWriter, T> write,
            BiFunction<CanonicalReader, EventHead, T> read) {
        return new Kind<>(
                tag,
                type,
                (out, event) -> {
                    out.text(event.customer());
                    out.instant(event.occurredAt(), Instant.EPOCH);
                    write.accept(out, event);
                },
                in -> read.apply(in, new EventHead("", in.text(), in.instant(Instant.EPOCH))));
    }

    private static void nothing(CanonicalWriter out, LoyaltyEvent event) {
        // There is no more to it than what every event begins with.
    }

    private static void redemption(CanonicalWriter out, Redemption event) {
        out.text(event.reward());
        out.orNull(event.points(), CanonicalWriter::number);
        out.orNull(event.basket(), BasketForm::write);
    }

    private static Redemption redemption(CanonicalReader in, EventHead head) {
        return new Redemption(
                head.id(),
                head.customer(),
                head.at(),
                in.text(),
                in.orNull(CanonicalReader::number),
                in.orNull(BasketForm::read));
    }

    private static void returned(CanonicalWriter out, Return event) {
        out.text(event.purchase());
        out.list(event.lines(), EventForm::returnedLine);
        out.orNull(event.amount(), CanonicalWriter::money);
        out.flag(event.shipping());
    }

    private static Return returned(CanonicalReader in, EventHead head) {
        return new Return(
                head.id(),
                head.customer(),
                head.at(),
                in.text(),
                in.list(EventForm::returnedLine),
                in.orNull(CanonicalReader::money),
                in.flag());
    }

    private static void returnedLine(CanonicalWriter out, ReturnedLine line) {
        out.text(line.line());
        out.orNull(line.quantity(), (to, quantity) -> to.number(quantity.millionths()));
        out.orNull(line.amount(), CanonicalWriter::money);
        out.orNull(line.gross(), CanonicalWriter::money);
    }

    private static ReturnedLine returnedLine(CanonicalReader in) {
        return new ReturnedLine(
                in.text(),
                in.orNull(from -> Quantity.ofMillionths(from.number())),
                in.orNull(CanonicalReader::money),
                in.orNull(CanonicalReader::money));
    }

    private static void claim(CanonicalWriter out, Claim event) {
        out.text(event.offer());
        out.orNull(event.choice(), CanonicalWriter::text);
    }

    private static Claim claim(CanonicalReader in, EventHead head) {
        return new Claim(head.id(), head.customer(), head.at(), in.text(), in.orNull(CanonicalReader::text));
    }

    private static void cancellation(CanonicalWriter out, Cancellation event) {
        out.text(event.redemption());
        out.orNull(event.points(), CanonicalWriter::number);
    }

    private static Cancellation cancellation(CanonicalReader in, EventHead head) {
        return new Cancellation(head.id(), head.customer(), head.at(), in.text(), in.orNull(CanonicalReader::number));
    }

    private static void hold(CanonicalWriter out, Hold event) {
        out.text(event.reward());
        out.instant(event.until(), event.occurredAt());
        out.orNull(event.points(), CanonicalWriter::number);
        out.orNull(event.basket(), BasketForm::write);
    }

    private static Hold hold(CanonicalReader in, EventHead head) {
        return new Hold(
                head.id(),
                head.customer(),
                head.at(),
                in.text(),
                in.instant(head.at()),
                in.orNull(CanonicalReader::number),
                in.orNull(BasketForm::read));
    }

    private static void capture(CanonicalWriter out, Capture event) {
        out.text(event.hold());
        out.orNull(event.points(), CanonicalWriter::number);
        out.flag(event.more());
    }

    private static Capture capture(CanonicalReader in, EventHead head) {
        return new Capture(
                head.id(), head.customer(), head.at(), in.text(), in.orNull(CanonicalReader::number), in.flag());
    }

    private static void activity(CanonicalWriter out, Activity event) {
        out.text(event.name());
        ProfileForm.attributes(out, event.attributes());
    }

    private static Activity activity(CanonicalReader in, EventHead head) {
        return new Activity(head.id(), head.customer(), head.at(), in.text(), ProfileForm.attributes(in));
    }

    private static void enrollment(CanonicalWriter out, Enrollment event) {
        ProfileForm.rest(out, event.profile());
        out.orNull(event.referrer(), CanonicalWriter::text);
    }

    private static Enrollment enrollment(CanonicalReader in, EventHead head) {
        return new Enrollment(
                head.id(), head.at(), ProfileForm.rest(in, head.customer()), in.orNull(CanonicalReader::text));
    }

    /** Of each field whether it changes, and if so to what. */
    private static void profileChange(CanonicalWriter out, ProfileChange event) {
        Customer profile = event.profile();
        out.flag(event.changes(Field.BIRTHDAY));
        ProfileForm.birthday(out, profile.birthday());
        out.orNull(event.changes(Field.ATTRIBUTES) ? profile.attributes() : null, ProfileForm::attributes);
        out.orNull(event.changes(Field.SEGMENTS) ? profile.segments() : null, ProfileForm::segments);
    }

    private static ProfileChange profileChange(CanonicalReader in, EventHead head) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        if (in.flag()) {
            fields.add(Field.BIRTHDAY);
        }
        Birthday birthday = ProfileForm.birthday(in);
        Map<String, String> attributes = in.orNull(ProfileForm::attributes);
        if (attributes != null) {
            fields.add(Field.ATTRIBUTES);
        }
        Set<String> segments = in.orNull(ProfileForm::segments);
        if (segments != null) {
            fields.add(Field.SEGMENTS);
        }
        Customer profile = new Customer(
                head.customer(),
                birthday,
                attributes == null ? Map.of() : attributes,
                segments == null ? Set.of() : segments);
        return new ProfileChange(head.id(), head.at(), profile, fields);
    }

    private static void adjustment(CanonicalWriter out, Adjustment event) {
        out.text(event.currency());
        out.number(event.points());
        out.text(event.reason());
        out.text(event.actor());
        out.instantOrNull(event.available(), event.occurredAt());
        out.instantOrNull(event.expires(), event.occurredAt());
        out.orNull(event.purchase(), CanonicalWriter::text);
    }

    private static Adjustment adjustment(CanonicalReader in, EventHead head) {
        return new Adjustment(
                head.id(),
                head.customer(),
                head.at(),
                in.text(),
                in.number(),
                in.text(),
                in.text(),
                in.instantOrNull(head.at()),
                in.instantOrNull(head.at()),
                in.orNull(CanonicalReader::text));
    }

    private static void grant(CanonicalWriter out, TierGrant event) {
        out.text(event.tier());
        out.instant(event.until(), event.occurredAt());
    }

    private static TierGrant grant(CanonicalReader in, EventHead head) {
        return new TierGrant(head.id(), head.customer(), head.at(), in.text(), in.instant(head.at()));
    }
}
