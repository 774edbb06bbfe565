package dev.laurel.simulation;

import static dev.laurel.simulation.SimulationFailure.unless;
import static dev.laurel.simulation.SimulationFailure.unlessEqual;

import dev.laurel.account.Account;
import dev.laurel.codec.Codec;
import dev.laurel.decision.Decision;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.PostedEvent;
import dev.laurel.decision.Reduction;
import dev.laurel.engine.LoyaltyEngine;
import dev.laurel.event.Activity;
import dev.laurel.event.Basket;
import dev.laurel.event.Enrollment;
import dev.laurel.event.LoyaltyEvent;
import dev.laurel.event.Pricing;
import dev.laurel.event.Purchase;
import dev.laurel.event.TimePassed;
import dev.laurel.event.Transfer;
import dev.laurel.ledger.EntryKind;
import dev.laurel.ledger.LedgerEntry;
import dev.laurel.program.LoyaltyProgram;
import dev.laurel.reward.Benefit;
import dev.laurel.service.InMemoryAccountStore;
import dev.laurel.service.LoyaltyService;
import dev.laurel.service.Outcome;
import dev.laurel.testkit.SeededHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Runs a history through the service, through the engine alone, and through the plain ledger, and holds after each event what must
 * hold for every history.
 */
final class Simulation {
    /** Each purchase is explained by all that happened before. */
    private static final int MOST_EXPLAINED = 5;

    private static final Instant RECORDED = Instant.parse("2030-01-01T00:00:00Z");

    private final SeededHistory history;
    private final Tested tested;
    private final InMemoryAccountStore store = new InMemoryAccountStore();

    /** By how many of the versions they know. */
    private final Map<Integer, LoyaltyEngine> engines = new HashMap<>();

    private final Map<Integer, LoyaltyService> services = new HashMap<>();
    private final InstantSource clock;
    private final PlainLedger plain;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Outcome> accepted = new HashMap<>();
    private final UnaryOperator<LoyaltyEvent> heard;
    private final Tally tally;
    private List<LoyaltyProgram> known = List.of();

    /** Whether all versions were known to whoever accepted something. */
    private boolean isFull = true;

    private LoyaltyEngine engine;
    private LoyaltyService service;

    private Simulation(SeededHistory history, Tested tested, Tally tally) {
        this.history = history;
        this.tally = tally;
        this.tested = tested;
        heard = tested.heard();
        SplittableRandom random = new SplittableRandom(history.seed());
        // A clock that now and then goes back, for no decision may depend on it.
        clock = () -> RECORDED.plusSeconds(random.nextInt(100_000));
        plain = new PlainLedger(history.versions(), tested.mistake());
        know(history.versions());
        history.customers().forEach(customer -> members.put(customer, new Member(engine, customer, history.seed())));
    }

    /** What comes next is given to an engine and a service that know these versions. */
    private void know(List<LoyaltyProgram> versions) {
        known = versions;
        engine = engines.computeIfAbsent(
                versions.size(), size -> tested.engines().apply(versions));
        // Some histories go further than any clock.
        service = services.computeIfAbsent(
                versions.size(),
                size -> LoyaltyService.of(engine, store)
                        .withTolerance(Duration.ofDays(3_650_000))
                        .withClock(clock));
        members.values().forEach(member -> member.under(engine));
    }

    /**
     * What is tested.
     *
     * @param engines compiles the versions of the program
     * @param heard what the engine is told of an event, which is the event itself but for a test of the simulator
     * @param mistake what the plain ledger gets wrong, which is nothing but for a test of the simulator
     */
    record Tested(
            Function<List<LoyaltyProgram>, LoyaltyEngine> engines,
            UnaryOperator<LoyaltyEvent> heard,
            PlainMistake mistake) {
        /** The engine as it is. */
        static final Tested ENGINE = new Tested(LoyaltyEngine::ofVersions, UnaryOperator.identity(), PlainMistake.NONE);
    }

    /**
     * Runs a history.
     *
     * @param tally where to count what happened
     * @throws SimulationFailure if something does not hold, with the place of the event at which it did not
     */
    static void run(SeededHistory history, Tested tested, Tally tally) {
        Simulation simulation = new Simulation(history, tested, tally);
        for (int i = 0; i < history.events().size(); i++) {
            LoyaltyEvent event = history.events().get(i);
            try {
                simulation.know(history.versionsAt(i));
                simulation.next(event);
            } catch (SimulationFailure e) {
                throw new SimulationFailure("at event " + i + ", " + event.id() + ": " + e.getMessage());
            }
        }
        simulation.know(history.versions());
        simulation.members.keySet().forEach(simulation::finish);
        if (history.program().pricing() == Pricing.GROSS) {
            tally.count("special: tax included");
        }
        tally.countHistory();
    }

    private Member member(String customer) {
        return members.computeIfAbsent(customer, id -> new Member(engine, id, history.seed()));
    }

    private void next(LoyaltyEvent given) {
        LoyaltyEvent event = heard.apply(given);
        Map<String, Account> before = accounts();
        Outcome outcome = service.submit(event);
        tally.count(outcome);
        if (outcome.isAccepted() && !outcome.isRepeat()) {
            TallyOfSums.count(outcome, history.versions(), tally);
            Account start = before.getOrDefault(event.customer(), engine.newAccount(event.customer()));
            TallyOfTiers.count(start, outcome, history.versions(), tally);
        }
        Comparison.ofOutcomes(outcome, plain.submit(given, known));
        Set<String> concerned = new LinkedHashSet<>();
        concerned.add(event.customer());
        if (event instanceof Transfer transfer) {
            concerned.add(transfer.to());
        }
        checkAgainstEngine(event, outcome, before.get(event.customer()));
        Map<String, Account> now = accounts();
        before.forEach((customer, account) -> {
            if (!concerned.contains(customer)) {
                unlessEqual("the account of another customer", now.get(customer), account);
            }
        });
        if (Member.isOfUnknownVersion(outcome.refusal())) {
            tally.count("version: refused as unknown");
            unlessEqual("the account after a refusal", now, before);
            return;
        }
        isFull &= known.size() == history.versions().size() || !outcome.isAccepted();
        now.forEach((customer, account) ->
                TallyOfVersions.count(before.getOrDefault(customer, account), account, history.versions(), tally));
        if (outcome.isAccepted() && event instanceof Purchase purchase && !outcome.isRepeat()) {
            checkBenefits(now.get(event.customer()), purchase.basket());
        }
        concerned.forEach(customer -> checkAccount(customer, now.getOrDefault(customer, engine.newAccount(customer))));
    }

    private void checkBenefits(Account account, Basket basket) {
        PlainAccount plainAccount = plain.account(account.customer());
        Instant at = account.asOf();
        List<String> withOrder = ids(engine.benefitsFor(account, basket, at));
        List<String> without = ids(engine.benefitsFor(account, at));
        unlessEqual("the benefits of an order", withOrder, PlainRewards.benefits(plainAccount, at, basket));
        unlessEqual("the benefits without an order", without, PlainRewards.benefits(plainAccount, at, null));
        if (withOrder.size() > without.size()) {
            tally.count("special: benefit of an order");
        }
    }

    private static List<String> ids(List<Benefit> benefits) {
        return benefits.stream().map(Benefit::id).toList();
    }

    private void checkAccount(String customer, Account account) {
        unlessEqual("the account in the store", account, member(customer).account());
        PlainAccount plainAccount = plain.account(customer);
        if (!account.isOpen()) {
            unlessEqual("when it was opened", account.milestones().opened(), plainAccount.opened);
            return;
        }
        Comparison.ofAccounts(account, plainAccount);
        if (plainAccount.versions.isPresentAmong(known)) {
            unlessEqual(
                    "when something next happens by itself",
                    engine.nextChangeAt(account).orElse(null),
                    plainAccount.nextChangeToSee(known));
        }
    }

    private Map<String, Account> accounts() {
        Map<String, Account> accounts = new HashMap<>();
        for (String customer : members.keySet()) {
            service.account(customer).ifPresent(account -> accounts.put(customer, account));
        }
        return accounts;
    }

    private void checkAgainstEngine(LoyaltyEvent event, Outcome outcome, Account before) {
        String key = event.customer() + " " + event.id();
        boolean isConflict = outcome.refusal()
                .map(refusal -> refusal.code().equals("ID_CONFLICT"))
                .orElse(false);
        if (outcome.isRepeat() || isConflict) {
            unless(accepted.containsKey(key), "an event counts as sent before that was not");
            unlessEqual("the account after an event was sent again", outcome.account(), before);
            if (outcome.isRepeat()) {
                unlessEqual(
                        "the second answer",
                        outcome.entries(),
                        accepted.get(key).entries());
                unlessEqual(
                        "the second answer",
                        outcome.tierChanges(),
                        accepted.get(key).tierChanges());
            }
            return;
        }
        unless(!accepted.containsKey(key), "an event was accepted twice");
        Decision decision = evaluated(event);
        unlessEqual("the refusal of the service", outcome.refusal(), decision.refusal());
        unlessEqual("the entries of the service", outcome.entries(), decision.entries());
        unlessEqual("the tier changes of the service", outcome.tierChanges(), decision.tierChanges());
        Account start = before == null ? engine.newAccount(event.customer()) : before;
        TallyOfMemberRules.count(start, decision, history.versions(), tally);
        checkExplanation(event, decision);
        boolean nothing = event instanceof TimePassed && Member.broughtAboutNothing(decision, start);
        if (outcome.isAccepted() && !nothing) {
            accepted.put(key, outcome);
        }
    }

    /** What the engine alone says, for two customers as for one: if the second refuses, so does the first. */
    private Decision evaluated(LoyaltyEvent event) {
        Member member = member(event.customer());
        for (LoyaltyEvent delivery : member.ask(event).deliveries()) {
            Decision arrived = member(delivery.customer()).ask(delivery);
            if (!arrived.isAccepted()) {
                return arrived;
            }
        }
        Decision decision = member.next(event);
        decision.deliveries().forEach(delivery -> {
            Decision arrived = member(delivery.customer()).next(delivery);
            arrived.entries().forEach(entry -> tally.count("entry " + entry.kind()));
        });
        return decision;
    }

    // --- at the end ---

    private void finish(String customer) {
        Account account = member(customer).account();
        List<String> wrong = service.verify(customer);
        unless(wrong.isEmpty(), "what is kept of " + customer + " does not agree: " + wrong);
        if (account.milestones().erased() == null) {
            replay(customer, account);
        }
        if (account.isOpen()) {
            checkFuture(account);
        }
    }

    private void replay(String customer, Account account) {
        Set<String> posting = new HashSet<>();
        replay(customer, account, posted -> {
            posting.addAll(posted.versions());
            return engine.withOnly(posting);
        });
        if (history.versions().size() > 1) {
            checkExplanations(customer);
            if (isFull) {
                replay(customer, account, posted -> engine);
            }
        }
    }

    /** The points of an explanation are those that were posted, by whatever version that was. */
    private void checkExplanations(String customer) {
        int left = MOST_EXPLAINED;
        for (PostedEvent posted : service.journal(customer)) {
            if ((posted.event() instanceof Purchase || isOfMember(posted.event())) && left-- > 0) {
                Explanation explanation =
                        service.explain(customer, posted.event().id()).orElseThrow();
                if (explanation.applied().stream()
                        .flatMap(outcome -> outcome.reductions().stream())
                        .anyMatch(Reduction.ByCapOfProgram.class::isInstance)) {
                    tally.count("special: cut by a cap of the program");
                }
                checkExplanation(posted.event(), posted.entries(), explanation);
            }
        }
    }

    private static boolean isOfMember(LoyaltyEvent event) {
        return event instanceof Activity || event instanceof Enrollment;
    }

    /** What follows from an activity or an enrollment is explained at once. */
    private static void checkExplanation(LoyaltyEvent event, Decision decision) {
        if (isOfMember(event) && decision.isAccepted()) {
            checkExplanation(event, decision.entries(), decision.explanation());
        }
    }

    private static void checkExplanation(LoyaltyEvent event, List<LedgerEntry> entries, Explanation explanation) {
        Map<String, Long> earned = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == EntryKind.EARN)
                .forEach(entry -> earned.merge(entry.source(), entry.points(), Long::sum));
        Map<String, Long> explained = new TreeMap<>();
        explanation.applied().forEach(outcome -> explained.merge(outcome.rule(), outcome.points(), Long::sum));
        explanation.followed().forEach(outcome -> explained.merge(outcome.rule(), outcome.points(), Long::sum));
        explained.values().removeIf(points -> points == 0);
        unlessEqual("the points of the explanation of " + event.id(), explained, earned);
    }

    private void replay(String customer, Account account, Function<PostedEvent, LoyaltyEngine> engines) {
        Member replayed = new Member(engine, customer, history.seed());
        for (PostedEvent posted : service.journal(customer)) {
            Decision decision = replayed.under(engines.apply(posted)).goOn(posted.event());
            unlessEqual("the entries of a replay", decision.entries(), posted.entries());
        }
        unlessEqual(
                "the digest of a replay", Codec.ACCOUNTS.digest(replayed.account()), Codec.ACCOUNTS.digest(account));
    }

    /** In one step or change by change: the far future is the same. */
    private void checkFuture(Account account) {
        Instant end = account.asOf().plus(3_000, ChronoUnit.DAYS);
        Account stepwise = account;
        for (int i = 0; i < 1_000; i++) {
            Instant next = engine.nextChangeAt(stepwise).orElse(end);
            if (!next.isBefore(end)) {
                break;
            }
            stepwise = engine.advance(stepwise, next).account();
        }
        unlessEqual(
                "the far future",
                Codec.ACCOUNTS.digest(engine.advance(stepwise, end).account()),
                Codec.ACCOUNTS.digest(engine.advance(account, end).account()));
    }
}
