package dev.laurel.account;

import static dev.laurel.account.Samples.AT;
import static dev.laurel.account.Samples.account;
import static dev.laurel.account.Samples.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.hash.Hashing;
import com.google.common.testing.EqualsTester;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.TimePassed;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D2")
@Tag("E2")
class CanonicalFormTest {
    @Nested
    class Bytes {
        @Test
        void theBytesOfACanonicalFormAreWhatItsHashIsTakenOf() {
            CanonicalForm form = CanonicalForm.of(account());
            assertThat(form.sha256())
                    .isEqualTo(Hashing.sha256().hashBytes(form.toBytes()).toString());
        }

        @Test
        void theBytesOfACanonicalFormCannotBeChangedFromOutside() {
            CanonicalForm form = CanonicalForm.of(account());
            String before = form.sha256();
            Arrays.fill(form.toBytes(), (byte) 0);
            assertThat(form.sha256()).isEqualTo(before);
        }

        @Test
        void theBytesOfCanonicalFormsDecideTheirEquality() {
            new EqualsTester()
                    .addEqualityGroup(CanonicalForm.of(account()), CanonicalForm.of(account()))
                    .addEqualityGroup(
                            CanonicalForm.of(new TimePassed("c-1", AT)), CanonicalForm.of(new TimePassed("c-1", AT)))
                    .addEqualityGroup(CanonicalForm.of(receipt()))
                    .testEquals();
        }

        @Test
        @Tag("F2")
        void theBytesOfACanonicalFormAreNotShownForTheyArePersonal() {
            CanonicalForm form = CanonicalForm.of(new TimePassed("canary", AT));
            assertThat(form).hasToString("CanonicalForm[" + form.toBytes().length + " bytes]");
        }

        @Test
        @Tag("F1")
        void aCanonicalFormIsNotTakenOfNull() {
            assertThatNullPointerException().isThrownBy(() -> CanonicalForm.of((Account) null));
            assertThatNullPointerException().isThrownBy(() -> CanonicalForm.of((PurchaseReceipt) null));
            assertThatNullPointerException().isThrownBy(() -> CanonicalForm.of((LoyaltyEvent) null));
        }
    }
}
