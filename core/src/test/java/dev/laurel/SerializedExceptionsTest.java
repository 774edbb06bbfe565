package dev.laurel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.laurel.codec.Codec;
import dev.laurel.codec.MalformedBytesException;
import dev.laurel.decision.Refusal;
import dev.laurel.decision.RefusedException;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Enrollment;
import dev.laurel.ledger.PointCurrency;
import dev.laurel.money.AmountOverflowException;
import dev.laurel.money.CurrencyMismatchException;
import dev.laurel.money.Money;
import dev.laurel.program.InvalidProgramException;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.program.PointTerms;
import dev.laurel.rule.Amounts;
import dev.laurel.rule.EarnRule;
import dev.laurel.service.AccountKey;
import dev.laurel.service.ConcurrentUpdateException;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.time.Moment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An exception crosses processes with its facts: every public one of Laurel is serialized here and read again. */
@Tag("F1")
class SerializedExceptionsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    /** A value of each type that a refusal has as a fact. */
    private static final Map<Class<?>, Object> FACTS = Map.of(
            String.class,
            "a fact",
            long.class,
            7L,
            Instant.class,
            Instant.parse("2026-01-01T00:00:00.000001Z"),
            LocalDate.class,
            LocalDate.parse("2026-02-28"),
            Period.class,
            Period.of(1, 2, 3),
            Money.class,
            Money.of(USD, "0.000001"),
            List.class,
            List.of("one", "two"));

    private static List<Throwable> exceptions() {
        return List.of(
                new RefusedException(new Refusal.Overflow("a sum")),
                catchThrowable(() -> LoyaltyProgram.builder("Shop", "").build()),
                catchThrowable(() -> Codec.ACCOUNTS.decode(new byte[] {1, 2, 3})),
                new ConcurrentUpdateException(new AccountKey("shop", "c1"), 1, 2),
                new CurrencyMismatchException(USD, JPY),
                new AmountOverflowException("a sum does not fit"),
                catchThrowable(SerializedExceptionsTest::changeTerms));
    }

    private static void changeTerms() {
        InMemoryAccountStore store = new InMemoryAccountStore();
        for (String date : List.of("2026-01-01", "2026-01-02")) {
            LoyaltyProgram program = LoyaltyProgram.builder("shop", "1")
                    .zone(ZoneOffset.UTC)
                    .money(USD)
                    .points(PointCurrency.of("points"), PointTerms.expiring(Moment.never()))
                    .earn(EarnRule.earning("base", Amounts.fixed(1)))
                    .inForceFrom(LocalDate.parse(date))
                    .build();
            LoyaltyService service =
                    LoyaltyService.of(LoyaltyEngine.of(program), store).withTolerance(Duration.ofDays(3_650_000));
            assertThat(service.submit(Enrollment.of("e", "c1", Instant.parse("2026-01-05T00:00:00Z")))
                            .isAccepted())
                    .isTrue();
        }
    }

    private static Stream<Refusal> refusals() {
        return Stream.of(Refusal.class.getPermittedSubclasses()).map(SerializedExceptionsTest::of);
    }

    private static Refusal of(Class<?> kind) {
        RecordComponent[] facts = kind.getRecordComponents();
        Class<?>[] types = Arrays.stream(facts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (Refusal) kind.getDeclaredConstructor(types)
                    .newInstance(Arrays.stream(types).map(FACTS::get).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(kind + " cannot be made", e);
        }
    }

    private static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    private static <T> T again(Class<T> type, Object value) throws IOException, ClassNotFoundException {
        return type.cast(read(written(value)));
    }

    @Test
    void everyPublicExceptionOfLaurelIsAmongThose() {
        List<String> found = new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .filter(type -> type.isAssignableTo(Throwable.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        // What lies deeper is not exported.
                        .filter(type -> type.getPackageName().split("\\.").length == 3)
                        .map(JavaClass::getName)
                        .toList();
        assertThat(exceptions())
                .extracting(exception -> exception.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(found);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void exceptionsKeepTypeAndMessageAndHaveNoCause(Throwable exception) throws IOException, ClassNotFoundException {
        assertThat(again(Throwable.class, exception))
                .isExactlyInstanceOf(exception.getClass())
                .hasMessage(exception.getMessage())
                .hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyKindOfRefusalIsReadAsItWasAndCarriedByTheException(Refusal refusal)
            throws IOException, ClassNotFoundException {
        assertThat(again(Refusal.class, refusal)).isEqualTo(refusal).isNotSameAs(refusal);
        RefusedException exception = again(RefusedException.class, new RefusedException(refusal));
        assertThat(exception.refusal()).isEqualTo(refusal);
        assertThat(exception).hasMessage(refusal.code() + ": " + refusal.message());
    }

    @Test
    void problemsOfAProgramAreReadAsTheyWere() throws IOException, ClassNotFoundException {
        InvalidProgramException invalid = (InvalidProgramException) exceptions().get(1);
        assertThat(again(InvalidProgramException.class, invalid).problems())
                .hasSizeGreaterThan(1)
                .isEqualTo(invalid.problems());
    }

    @Test
    void factsOfTheOthersAreReadAsTheyWere() throws IOException, ClassNotFoundException {
        MalformedBytesException malformed =
                (MalformedBytesException) exceptions().get(2);
        MalformedBytesException malformedAgain = again(MalformedBytesException.class, malformed);
        assertThat(malformedAgain.what()).isEqualTo(malformed.what());
        assertThat(malformedAgain.offset()).isEqualTo(malformed.offset());
        CurrencyMismatchException mismatch =
                again(CurrencyMismatchException.class, exceptions().get(4));
        assertThat(mismatch.expected()).isEqualTo(USD);
        assertThat(mismatch.actual()).isEqualTo(JPY);
    }

    @Test
    @Tag("N1")
    void anAmountThatWasForgedOnTheWayIsRefused() throws IOException {
        byte[] bytes = written(Money.ofMillionths(USD, 0x0123456789ABCL));
        int place = indexOf(bytes, new byte[] {0x00, 0x00, 0x12, 0x34, 0x56, 0x78, (byte) 0x9A, (byte) 0xBC});
        bytes[place] = 0x7F;
        assertThatThrownBy(() -> read(bytes))
                .isNotInstanceOf(InvalidClassException.class)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
