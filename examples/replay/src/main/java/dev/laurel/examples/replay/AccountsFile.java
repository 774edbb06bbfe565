package dev.laurel.examples.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.laurel.account.Account;
import dev.laurel.account.Wallet;
import dev.laurel.ledger.Balance;
import dev.laurel.tier.Standings;
import dev.laurel.tier.TierStanding;
import java.io.IOException;

/** Writes an account as it stands at the end. */
final class AccountsFile {
    private AccountsFile() {}

    static void write(JsonOutput out, FinalAccount last, Ladders ladders) throws IOException {
        JsonGenerator json = out.generator();
        Account account = last.account();
        json.writeStartObject();
        json.writeStringField("customer", account.customer());
        out.writeInstant("at", account.asOf());
        if (ladders.areSeveral()) {
            writeByLadder(out, account);
        } else {
            writeOnlyTier(out, account);
        }
        json.writeObjectFieldStart("balances");
        for (Wallet wallet : account.wallets()) {
            write(json, wallet);
        }
        json.writeEndObject();
        json.writeStringField("digest", last.digest());
        json.writeEndObject();
        out.endLine();
    }

    private static void writeOnlyTier(JsonOutput out, Account account) throws IOException {
        TierStanding standing =
                account.standings().stream().map(Standings::held).findFirst().orElse(null);
        out.generator()
                .writeStringField(
                        "tier", standing == null ? null : standing.tier().id());
        out.writeInstant("tierUntil", standing == null ? null : standing.until());
    }

    private static void writeByLadder(JsonOutput out, Account account) throws IOException {
        JsonGenerator json = out.generator();
        json.writeObjectFieldStart("tiers");
        for (Standings standings : account.standings()) {
            json.writeObjectFieldStart(standings.ladder());
            json.writeStringField("tier", standings.held().tier().id());
            out.writeInstant("until", standings.held().until());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Wallet wallet) throws IOException {
        Balance balance = wallet.balance();
        json.writeObjectFieldStart(wallet.currency());
        json.writeNumberField("opened", balance.opened());
        json.writeNumberField("available", balance.available());
        json.writeNumberField("pending", balance.pending());
        json.writeNumberField("held", balance.held());
        json.writeNumberField("debt", balance.debt());
        json.writeNumberField("earned", balance.earned());
        json.writeNumberField("redeemed", balance.redeemed());
        json.writeNumberField("expired", balance.expired());
        json.writeNumberField("clawedBack", balance.clawedBack());
        json.writeNumberField("adjustedUp", balance.adjustedUp());
        json.writeNumberField("adjustedDown", balance.adjustedDown());
        json.writeNumberField("received", balance.received());
        json.writeNumberField("sent", balance.sent());
        json.writeEndObject();
    }
}
