package dev.laurel.examples.replay;

import dev.laurel.account.Account;
import dev.laurel.examples.replay.member.MemberPage;
import dev.laurel.id.Identifiers;
import dev.laurel.service.AccountKey;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.PostedEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
                    "Holds each account against its ledger, and both against its events, run once more; differences are"
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

    /** Writes the files that were asked for. */
    void write(List<CustomerResult> results, Summary summary) throws ReplayException {
        try {
            if (ledger != null) {
                LedgerFile.write(ledger, results);
            }
            if (accounts != null) {
                AccountsFile.write(accounts, results);
            }
            if (summaryJson != null) {
                SummaryFile.write(summaryJson, summary);
            }
        } catch (IOException e) {
            throw new ReplayException("cannot write: " + e, e);
        }
    }

    /**
     * Holds the accounts against their ledgers and their events, if that was asked for.
     *
     * @return whether there is no difference
     */
    boolean verify(List<CustomerResult> results, LoyaltyService service, PrintWriter out, PrintWriter err) {
        if (!verify) {
            return true;
        }
        Verification verification = Verification.of(results, service);
        verification.differences().forEach(err::println);
        (verification.isRight() ? out : err).println(verification.text());
        return verification.isRight();
    }

    /** Tells a customer's history, if it was asked for. */
    void tellStory(List<CustomerResult> results, LoyaltyService service, InMemoryAccountStore store, PrintWriter out)
            throws ReplayException {
        if (explain != null) {
            CustomerResult result = resultOf(explain, results);
            new Story(service.engine(), out).tell(result, journalOf(result, service, store));
        }
    }

    /** Shows a member's page after the summary, if it was asked for. */
    void showMember(List<CustomerResult> results, LoyaltyService service, InMemoryAccountStore store, PrintWriter out)
            throws ReplayException {
        if (member == null) {
            return;
        }
        CustomerResult result = resultOf(member, results);
        FinalAccount last = result.finalAccount();
        if (last == null) {
            throw new ReplayException("customer '" + Identifiers.shown(member) + "' has no account");
        }
        Account account = last.account();
        out.println();
        out.println(
                MemberPage.of(service, account, journalOf(result, service, store), result.entries(), account.asOf()));
    }

    private static CustomerResult resultOf(String customer, List<CustomerResult> results) throws ReplayException {
        return results.stream()
                .filter(candidate -> candidate.customer().equals(customer))
                .findFirst()
                .orElseThrow(() ->
                        new ReplayException("no event of customer '" + Identifiers.shown(customer) + "' was read"));
    }

    private static List<PostedEvent> journalOf(
            CustomerResult result, LoyaltyService service, InMemoryAccountStore store) {
        // Without an account there is no journal, and the id may be one that no account can have.
        return result.finalAccount() == null
                ? List.of()
                : store.journal(new AccountKey(service.engine().program().id(), result.customer()));
    }
}
