package dev.laurel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Release;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens when there is a next layout, shown by one that is made up: a release then is known by its hold first. */
@Tag("D2")
class LayoutsTest {
    private static final Release RELEASE = new Release("e-1", "c-1", Samples.AT, "h-1");

    private static final Kind<Release> KIND = new Kind<>('l', Release.class, LayoutsTest::write, LayoutsTest::read);
    private static final Codec<LoyaltyEvent> OF_LAYOUT_1 = new Codec<>("event", 1, ImmutableList.of(KIND));
    private static final Codec<LoyaltyEvent> OF_LAYOUT_2 = new Codec<>("event", 2, ImmutableList.of(KIND));

    private static void write(CanonicalWriter out, Release release) {
        if (out.layout() >= 2) {
            out.text(release.hold());
        }
        out.text(release.id());
        out.text(release.customer());
        out.instant(release.occurredAt(), Instant.EPOCH);
        if (out.layout() < 2) {
            out.text(release.hold());
        }
    }

    private static Release read(CanonicalReader in) {
        String first = in.layout() >= 2 ? in.text() : "";
        String id = in.text();
        String customer = in.text();
        Instant at = in.instant(Instant.EPOCH);
        return new Release(id, customer, at, in.layout() >= 2 ? first : in.text());
    }

    @Test
    void aCodecOfTheNextLayoutReadsWhatTheOneBeforeWrote() {
        byte[] before = Codec.EVENTS.encode(RELEASE);
        assertThat(OF_LAYOUT_1.encode(RELEASE)).isEqualTo(before);
        assertThat(OF_LAYOUT_2.decode(before)).isEqualTo(RELEASE);
    }

    @Test
    void aCodecWritesItsNewestLayoutWhateverItRead() {
        byte[] next = OF_LAYOUT_2.encode(OF_LAYOUT_2.decode(Codec.EVENTS.encode(RELEASE)));
        assertThat(next).startsWith(2, 'l', 3, 'h');
        assertThat(OF_LAYOUT_2.decode(next)).isEqualTo(RELEASE);
    }

    @Test
    void aCodecRefusesALayoutThatCameAfterIt() {
        byte[] next = OF_LAYOUT_2.encode(RELEASE);
        assertThatExceptionOfType(MalformedBytesException.class)
                .isThrownBy(() -> Codec.EVENTS.decode(next))
                .withMessage("event cannot be read at byte 1: layout 2 is not known, only layout 1;"
                        + " if a later version of Laurel wrote it, read it with that");
    }

    @Test
    void aCodecRefusesLayoutsThatThereNeverWere() {
        for (int layout : new int[] {0, 3, 255}) {
            byte[] bytes = new Codec<LoyaltyEvent>("event", layout, ImmutableList.of(KIND)).encode(RELEASE);
            assertThatExceptionOfType(MalformedBytesException.class)
                    .isThrownBy(() -> OF_LAYOUT_2.decode(bytes))
                    .withMessage(
                            "event cannot be read at byte 1: layout " + layout + " is not known, only layouts 1 to 2;"
                                    + " if a later version of Laurel wrote it, read it with that");
        }
    }
}
