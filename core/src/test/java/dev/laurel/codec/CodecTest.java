package dev.laurel.codec;

import static dev.laurel.codec.Samples.AT;
import static dev.laurel.codec.Samples.account;
import static dev.laurel.codec.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.customer.Customer;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Redemption;
import dev.laurel.event.TimePassed;
import dev.laurel.ledger.Lot;
import dev.laurel.receipt.CaptureReceipt;
import dev.laurel.receipt.LotTaken;
import dev.laurel.receipt.Receipt;
import dev.laurel.receipt.ReceiptAward;
import dev.laurel.receipt.TakenLots;
import dev.laurel.rule.RoundingStep;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
class CodecTest {
    private static final TimePassed PASSED = new TimePassed("c-1", AT);

    private static byte[] hex(String hex) {
        return BaseEncoding.base16().lowerCase().decode(hex.replace(" ", ""));
    }

    /** With the checksum that they should have. */
    private static byte[] sealed(byte[] bytes) {
        return Bytes.concat(bytes, Hashing.crc32c().hashBytes(bytes).asBytes());
    }

    private static byte[] sealed(String hex) {
        return sealed(hex(hex));
    }

    private static byte[] unsealed(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - CanonicalWriter.BYTES_OF_CHECKSUM);
    }

    private static MalformedBytesException malformed(Codec<?> codec, byte[] bytes) {
        MalformedBytesException malformed =
                catchThrowableOfType(MalformedBytesException.class, () -> codec.decode(bytes));
        assertThat(malformed).as("what is thrown").isNotNull();
        return malformed;
    }

    /** What is wrong with an event that is written like this. */
    private static String wrongWith(String hex) {
        return malformed(Codec.EVENTS, sealed(hex)).getMessage();
    }

    private static TakenLots taken(Lot lot) {
        return new TakenLots("r-1", List.of(new LotTaken(lot, 5, 5)));
    }

    @Nested
    class Encode {
        @Test
        void anEncodingBeginsWithTheLayoutAndTheKindAndEndsWithAChecksum() {
            assertThat(Codec.EVENTS.encode(PASSED)).containsExactly(sealed("01 74 03 63 2d 31 81 e2 81 e9 34"));
            assertThat(Codec.ACCOUNTS.encode(account())).startsWith(1, 'A');
            assertThat(Codec.RECEIPTS.encode(receipt())).startsWith(1, 'R');
        }

        @Test
        void anEncodingHoldsAnInstantInTheLargestUnitThatIsWhole() {
            assertThat(List.of(AT, AT.plusMillis(1), AT.plusNanos(1_000)))
                    .extracting(at -> Codec.EVENTS.encode(new TimePassed("c-1", at)).length)
                    .containsExactly(15, 17, 18);
        }

        @Test
        void aCodecRefusesToEncodeWhatHasNoBytes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Codec.RECEIPTS.encode(
                            new CaptureReceipt("t-1", "c-1", AT.plusNanos(1), AT.plusNanos(1), "h-1")))
                    .withMessage("an instant must be to the microsecond, and of no distant millennium,"
                            + " but was 2026-03-01T10:00:00.000000001Z");
            Lot farther = new Lot(1, 5, 5, Instant.parse("-31000-01-01T00:00:00Z"), AT, null);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Codec.RECEIPTS.encode(Samples.redemption().withLeft(taken(farther))))
                    .withMessage("an instant must be to the microsecond, and of no distant millennium,"
                            + " but was -31000-01-01T00:00:00Z");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Codec.RECEIPTS.encode(new CaptureReceipt("\ud800", "c-1", AT, AT, "h-1")))
                    .withMessage("a text must not hold unpaired surrogates");
        }

        @Test
        @Tag("F1")
        void aCodecRefusesToEncodeOrDecodeNull() {
            assertThatNullPointerException()
                    .isThrownBy(() -> Codec.EVENTS.encode(null))
                    .withMessage("event");
            assertThatNullPointerException().isThrownBy(() -> Codec.EVENTS.decode(null));
        }
    }

    @Nested
    class Digest {
        @Test
        @Tag("E2")
        void theDigestIsTheSha256OfTheBytes() {
            assertThat(Codec.ACCOUNTS.digest(account()))
                    .isEqualTo(Hashing.sha256()
                            .hashBytes(Codec.ACCOUNTS.encode(account()))
                            .toString());
            assertThat(Codec.RECEIPTS.digest(receipt())).isEqualTo(Codec.RECEIPTS.digest(receipt()));
            assertThat(Codec.EVENTS.digest(PASSED)).isNotEqualTo(Codec.EVENTS.digest(new TimePassed("c-2", AT)));
        }

        @Test
        @Tag("F1")
        void nullHasNoDigest() {
            assertThatNullPointerException().isThrownBy(() -> Codec.ACCOUNTS.digest(null));
            assertThatNullPointerException().isThrownBy(() -> Codec.RECEIPTS.digest(null));
            assertThatNullPointerException().isThrownBy(() -> Codec.EVENTS.digest(null));
        }
    }

    @Nested
    class Decode {
        @Test
        void aCodecDecodesTheBytesOfAValueToTheSameValue() {
            assertThat(Codec.EVENTS.decode(Codec.EVENTS.encode(PASSED))).isEqualTo(PASSED);
            assertThat(Codec.ACCOUNTS.decode(Codec.ACCOUNTS.encode(account()))).isEqualTo(account());
            assertThat(Codec.RECEIPTS.decode(Codec.RECEIPTS.encode(receipt()))).isEqualTo(receipt());
        }

        @Test
        void aCodecRefusesALayoutThatItDoesNotKnow() {
            assertThat(wrongWith("02 74"))
                    .isEqualTo("event cannot be read at byte 1: layout 2 is not known, only layout 1;"
                            + " if a later version of Laurel wrote it, read it with that");
            assertThat(wrongWith("00")).startsWith("event cannot be read at byte 1: layout 0 is not known");
        }

        @Test
        void aCodecRefusesBytesOfAnotherCodec() {
            assertThat(wrongWith("01 41"))
                    .isEqualTo("event cannot be read at byte 2: kind 65 is not known as one of events");
            assertThat(malformed(Codec.ACCOUNTS, Codec.EVENTS.encode(PASSED)))
                    .hasMessage("account cannot be read at byte 2: kind 116 is not known as one of accounts");
        }

        @Test
        void aCodecSaysWhatCannotBeReadAndAtWhichByte() {
            MalformedBytesException malformed = malformed(Codec.RECEIPTS, sealed("01"));
            assertThat(malformed)
                    .hasMessage("receipt cannot be read at byte 1: the bytes end here, but more was to follow");
            assertThat(malformed.what()).isEqualTo("receipt");
            assertThat(malformed.offset()).isEqualTo(1);
            assertThat(malformed(Codec.RECEIPTS, sealed("")).offset()).isZero();
        }

        @Test
        void aCodecRefusesLengthsBeyondTheBytes() {
            assertThat(wrongWith("01 74 03 63 2d"))
                    .isEqualTo(
                            "event cannot be read at byte 3: a length must not exceed the 2 bytes that are left, but was 3");
            assertThat(wrongWith("01 74 ff ff ff ff ff ff ff ff ff 01 63"))
                    .isEqualTo("event cannot be read at byte 12: a length must not exceed the 1 bytes that are left,"
                            + " but was 18446744073709551615");
        }

        @Test
        void aCodecRefusesNumbersOfMoreThan64Bits() {
            assertThat(wrongWith("01 74 ff ff ff ff ff ff ff ff ff 02"))
                    .isEqualTo("event cannot be read at byte 12: a number must have at most 64 bits");
        }

        @Test
        void aCodecRefusesBytesWhoseChecksumDoesNotFit() {
            byte[] changed = Codec.EVENTS.encode(PASSED);
            changed[3] ^= 1;
            assertThat(malformed(Codec.EVENTS, changed))
                    .hasMessage("event cannot be read at byte 11: the checksum does not fit,"
                            + " so the bytes were changed or cut off");
            assertThat(malformed(Codec.EVENTS, new byte[0]))
                    .hasMessage("event cannot be read at byte 0: the checksum does not fit,"
                            + " so the bytes were changed or cut off");
            assertThat(malformed(Codec.EVENTS, Bytes.concat(Codec.EVENTS.encode(PASSED), new byte[4]))
                            .offset())
                    .isEqualTo(15);
        }

        @Test
        void aCodecRefusesInstantsThatAreMissingOrOutOfRange() {
            assertThat(wrongWith("01 74 01 63 00")).isEqualTo("event cannot be read at byte 5: an instant is missing");
            assertThat(wrongWith("01 74 01 63 04"))
                    .isEqualTo("event cannot be read at byte 5: an instant must have a unit");
            assertThat(wrongWith("01 74 01 63 fd ff ff ff ff ff ff ff ff 01"))
                    .isEqualTo("event cannot be read at byte 14: the values read up to here are not allowed");
        }

        @Test
        void aCodecRefusesBytesThatAreLeftOver() {
            assertThat(malformed(
                            Codec.EVENTS, sealed(Bytes.concat(unsealed(Codec.EVENTS.encode(PASSED)), new byte[3]))))
                    .hasMessage("event cannot be read at byte 11: 3 bytes more than the event takes");
        }

        @Test
        void aCodecRefusesFlagsAndChoicesThatThereAreNot() {
            byte[] release = Codec.EVENTS.encode(Redemption.of("e", "c", Instant.EPOCH, "r"));
            assertThat(release).containsExactly(sealed("01 72 01 65 01 63 01 01 72 00 00"));
            assertThat(wrongWith("01 72 01 65 01 63 01 01 72 02 00"))
                    .isEqualTo("event cannot be read at byte 10: a flag must be 0 or 1, but was 2");
            byte[] receipt = unsealed(Codec.RECEIPTS.encode(receipt()));
            receipt[placeOfTheStep(receipt)] = 7;
            assertThat(malformed(Codec.RECEIPTS, sealed(receipt)).getMessage()).endsWith(": there is no choice 7 of 3");
        }

        /** A receipt that is rounded on something else differs first there. */
        private int placeOfTheStep(byte[] receipt) {
            ReceiptAward award = Samples.award();
            ReceiptAward perLine = new ReceiptAward(
                    award.currency(),
                    award.lot(),
                    award.shares(),
                    award.rounding(),
                    RoundingStep.PER_LINE,
                    award.terms(),
                    award.base(),
                    award.cut(),
                    award.parts(),
                    award.counted());
            return Arrays.mismatch(
                    receipt,
                    Codec.RECEIPTS.encode(
                            Samples.receipt(Samples.receiptLine(), perLine, Samples.payment(), Samples.taken())));
        }

        @Test
        void aCodecRefusesMapsWithOneKeyTwice() {
            assertThat(wrongWith("01 61 01 65 01 63 01 01 6e 02 01 61 00 01 61 00"))
                    .isEqualTo("event cannot be read at byte 16: there is something twice that can be there once only");
        }

        @Test
        void aCodecRefusesLotsInAnotherOrder() {
            byte[] bytes = unsealed(Codec.ACCOUNTS.encode(account()));
            int second = Bytes.indexOf(bytes, new byte[] {2, 20, 0, 1, 9, 9});
            assertThat(second).isPositive();
            // It expires a second before the first one, no longer a second after; what rules that date follows.
            bytes[second + 5] = 5;
            assertThat(malformed(Codec.ACCOUNTS, sealed(bytes)))
                    .hasMessage("account cannot be read at byte " + (second + 7)
                            + ": the values read up to here are not allowed");
        }

        @Test
        void aCodecRefusesBytesWhereverTheyAreCutOff() {
            for (byte[] bytes : List.of(Codec.ACCOUNTS.encode(account()), Codec.RECEIPTS.encode(receipt()))) {
                Codec<?> codec = bytes[1] == 'A' ? Codec.ACCOUNTS : Codec.RECEIPTS;
                for (int length = 0; length < bytes.length; length++) {
                    assertThat(malformed(codec, Arrays.copyOf(bytes, length)).offset())
                            .isLessThanOrEqualTo(length);
                }
                for (int length = 0; length < bytes.length - CanonicalWriter.BYTES_OF_CHECKSUM; length++) {
                    assertThat(malformed(codec, sealed(Arrays.copyOf(bytes, length)))
                                    .offset())
                            .isLessThanOrEqualTo(length);
                }
            }
        }

        @Test
        @Tag("F2")
        @Tag("K30")
        void aCodecThatRefusesBytesSaysNothingOfTheirContent() {
            LoyaltyEvent event = Enrollment.of(
                    "canary",
                    new Customer("canary", Samples.BIRTHDAY, Map.of("canary", "canary"), Set.of("canary")),
                    AT);
            byte[] bytes = unsealed(Codec.EVENTS.encode(event));
            int refused = 0;
            for (int i = 0; i < bytes.length; i++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] other = bytes.clone();
                    other[i] ^= (byte) (1 << bit);
                    byte[] changed = sealed(other);
                    try {
                        LoyaltyEvent unused = Codec.EVENTS.decode(changed);
                    } catch (MalformedBytesException e) {
                        assertThat(e.getMessage()).doesNotContain("canar", "anary");
                        assertThatExceptionOfType(MalformedBytesException.class)
                                .isThrownBy(() -> Codec.EVENTS.decode(changed))
                                .withNoCause();
                        refused++;
                    }
                }
            }
            assertThat(refused).isGreaterThan(50);
        }
    }

    /** What is read although nothing is written like that. */
    @Nested
    class IsCanonical {
        private static void isReadButNotCanonical(LoyaltyEvent event, String hex) {
            assertThat(Codec.EVENTS.decode(sealed(hex))).isEqualTo(event);
            assertThat(Codec.EVENTS.isCanonical(sealed(hex))).isFalse();
        }

        @Test
        void whatACodecWritesIsCanonical() {
            assertThat(Codec.EVENTS.isCanonical(Codec.EVENTS.encode(PASSED))).isTrue();
            assertThat(Codec.ACCOUNTS.isCanonical(Codec.ACCOUNTS.encode(account())))
                    .isTrue();
            assertThat(Codec.RECEIPTS.isCanonical(Codec.RECEIPTS.encode(receipt())))
                    .isTrue();
        }

        @Test
        void numbersThatTakeMoreBytesThanTheyNeedAreNotCanonical() {
            isReadButNotCanonical(PASSED, "01 74 83 00 63 2d 31 81 e2 81 e9 34");
        }

        @Test
        void instantsInASmallerUnitThanTheyNeedAreNotCanonical() {
            isReadButNotCanonical(new TimePassed("c", Instant.EPOCH), "01 74 01 63 02");
            assertThat(Codec.EVENTS.isCanonical(sealed("01 74 01 63 01"))).isTrue();
        }

        @Test
        void setsInAnotherOrderOrWithOneTwiceAreNotCanonical() {
            LoyaltyEvent sorted =
                    Enrollment.of("e", new Customer("c", null, Map.of(), Set.of("a", "b")), Instant.EPOCH);
            assertThat(Codec.EVENTS.encode(sorted))
                    .containsExactly(sealed("01 65 01 65 01 63 01 00 00 02 01 61 01 62 00"));
            isReadButNotCanonical(sorted, "01 65 01 65 01 63 01 00 00 02 01 62 01 61 00");
            isReadButNotCanonical(sorted, "01 65 01 65 01 63 01 00 00 03 01 61 01 61 01 62 00");
        }

        @Test
        void aPartThatIsThereAndEmptyIsNotCanonical() {
            Account untouched = Account.untouched("shop", "c-1", List.of(Wallet.none("points")), List.of());
            byte[] bytes = unsealed(Codec.ACCOUNTS.encode(untouched));
            // The totals and lots of its only wallet: none. Then one that is there, and is zero.
            assertThat(bytes).endsWith(0);
            bytes[bytes.length - 1] = 1;
            byte[] withZero = sealed(Bytes.concat(bytes, new byte[1]));
            assertThat(Codec.ACCOUNTS.decode(withZero)).isEqualTo(untouched);
            assertThat(Codec.ACCOUNTS.isCanonical(withZero)).isFalse();
        }

        @Test
        void bytesThatAreNoValuesAreRefused() {
            assertThatExceptionOfType(MalformedBytesException.class)
                    .isThrownBy(() -> Codec.EVENTS.isCanonical(hex("01 74")));
        }
    }

    @Nested
    class Kinds {
        @Test
        void theFormsHaveAllKindsOfEventsAndReceiptsThatThereAre() {
            assertThat(EventForm.KINDS.stream().<Class<?>>map(Kind::type))
                    .containsExactlyInAnyOrder(LoyaltyEvent.class.getPermittedSubclasses());
            assertThat(ReceiptForm.KINDS.stream().<Class<?>>map(Kind::type))
                    .containsExactlyInAnyOrder(Receipt.class.getPermittedSubclasses());
        }

        @Test
        void allKindsOfEncodedValuesHaveTagsOfTheirOwn() {
            List<Character> tags = java.util.stream.Stream.of(
                            List.of(AccountForm.KIND),
                            List.of(PostedForm.KIND),
                            AccountChunk.kinds(Chunks.none()),
                            ReceiptForm.KINDS,
                            EventForm.KINDS)
                    .flatMap(List::stream)
                    .map(Kind::tag)
                    .toList();
            assertThat(tags).doesNotHaveDuplicates().doesNotContain(HeaderForm.TAG);
        }
    }
}
