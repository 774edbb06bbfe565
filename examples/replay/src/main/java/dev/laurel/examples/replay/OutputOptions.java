package dev.laurel.examples.replay;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.laurel.decision.PostedEvent;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.examples.replay.member.MemberPage;
import dev.laurel.id.Identifiers;
import dev.laurel.service.LoyaltyService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says of what is written and told besides the summary. */
final class OutputOptions {
    @Option(names = "--ledger", paramLabel = "OUT", description = "Writes ledger entries and refused events.")
    private @Nullable Path ledger;

    @Option(names = "--accounts", paramLabel = "OUT", description = "Writes the final accounts.")
    private @Nullable Path accounts;

    @Option(names = "--summary-json", paramLabel = "OUT", description = "Writes the summary.")
    private @Nullable Path summaryJson;

    @Option(names = "--explain", paramLabel = "CUSTOMER", description = "Tells why a customer earned what.")
    private @Nullable String explain;

    @Option(names = "--member", paramLabel = "CUSTOMER", description = "Prints the customer's page.")
    private @Nullable String member;

    @Option(
            names = "--verify",
            description =
                    "Checks each account against its ledger, and both against its events, run once more; differences are"
                            + " errors, and end with exit code 1.")
    private boolean verify;

    /** Fails where what is written would overwrite what is read. */
    void requireOther(Path events) throws BadInputException {
        for (Path out : new Path[] {ledger, accounts, summaryJson}) {
            if (out != null
                    && out.toAbsolutePath()
                            .normalize()
                            .equals(events.toAbsolutePath().normalize())) {
                throw new BadInputException("'" + out + "' is the history itself, and would be overwritten");
            }
        }
    }

    /** What the run must keep for all this. */
    Wanted wanted() {
        Set<String> stories = new HashSet<>();
        if (explain != null) {
            stories.add(explain);
        }
        if (member != null) {
            stories.add(member);
        }
        return new Wanted(ledger != null, accounts != null, verify, stories);
    }

    /** Writes the files that were asked for, and sums up. */
    Summary write(Results results) throws ReplayException {
        Hasher digest = Hashing.sha256().newHasher();
        try (OutputStream ledgerBytes = bytes(ledger);
                OutputStream accountBytes = bytes(accounts)) {
            results.drainTo(written -> {
                ledgerBytes.write(written.ledger());
                accountBytes.write(written.account());
                if (!written.digest().isEmpty()) {
                    digest.putString(written.customer() + " " + written.digest() + "\n", StandardCharsets.UTF_8);
                }
            });
        } catch (IOException e) {
            throw cannotWrite(e);
        }
        Summary summary = results.totals().summary(digest.hash().toString());
        if (summaryJson != null) {
            try {
                SummaryFile.write(summaryJson, summary);
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }
        return summary;
    }

    private static OutputStream bytes(@Nullable Path file) throws IOException {
        return file == null ? OutputStream.nullOutputStream() : TextFile.bytes(file);
    }

    private static ReplayException cannotWrite(IOException e) {
        return new ReplayException("cannot write: " + e, e);
    }

    /**
     * Tells what became of the verification, if that was asked for.
     *
     * @return whether there is no difference
     */
    boolean tellVerification(Results results, PrintWriter out, PrintWriter err) {
        if (!verify) {
            return true;
        }
        Verification verification = results.verification();
        verification.differences().forEach(err::println);
        (verification.isRight() ? out : err).println(verification.text());
        return verification.isRight();
    }

    /** Tells a customer's history, if it was asked for. */
    void tellStory(Results results, LoyaltyEngine engine, PrintWriter out) throws ReplayException {
        if (explain != null) {
            CustomerResult result = resultOf(explain, results);
            new Story(engine, out).tell(result, journalOf(result));
        }
    }

    /** Shows a member's page after the summary, if it was asked for. */
    void showMember(Results results, PrintWriter out) throws ReplayException {
        if (member == null) {
            return;
        }
        CustomerResult result = resultOf(member, results);
        FinalAccount last = result.finalAccount();
        LoyaltyService service = result.service();
        if (last == null || service == null) {
            throw new ReplayException("customer '" + Identifiers.shown(member) + "' has no account");
        }
        Instant until = last.account().asOf();
        // So that what happened by itself is among the last entries.
        service.advance(result.customer(), until);
        out.println();
        out.println(MemberPage.of(service, result.customer(), until));
    }

    private static CustomerResult resultOf(String customer, Results results) throws ReplayException {
        return results.story(customer)
                .orElseThrow(() ->
                        new ReplayException("no event of customer '" + Identifiers.shown(customer) + "' was read"));
    }

    private static List<PostedEvent> journalOf(CustomerResult result) {
        // Without an account there is no journal, and the id may be one that no account can have.
        LoyaltyService service = result.finalAccount() == null ? null : result.service();
        return service == null ? List.of() : ImmutableList.copyOf(service.journal(result.customer()));
    }
}
