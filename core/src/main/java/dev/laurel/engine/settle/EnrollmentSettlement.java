package dev.laurel.engine.settle;

import dev.laurel.account.Account;
import dev.laurel.account.Milestone;
import dev.laurel.customer.Customer;
import dev.laurel.decision.Explanation;
import dev.laurel.decision.Refusal;
import dev.laurel.engine.draft.AccountDraft;
import dev.laurel.engine.draft.FactsOfMember;
import dev.laurel.engine.draft.MemberRulesDraft;
import dev.laurel.engine.plan.Versions;
import dev.laurel.event.Enrollment;
import java.time.Instant;
import java.util.List;

/** A customer enrolls, once; rules on that see the member as enrolled. */
final class EnrollmentSettlement implements Settlement<Enrollment> {
    @Override
    public void settle(Evaluation<Enrollment> on) {
        Enrollment enrollment = on.event();
        Instant enrolled = on.account().member().instantOf(Milestone.ENROLLED);
        if (enrolled != null) {
            throw on.refuse(new Refusal.AlreadyEnrolled(enrolled));
        }
        if (enrollment.customer().equals(enrollment.referrer())) {
            throw on.refuse(
                    new Refusal.NotAllowed("customer '" + enrollment.customer() + "' cannot be their own referrer"));
        }
        enroll(on.account(), enrollment);
        on.expectSums();
        on.asked(on.judgingPlan().memberRules().onEnrollment()).post(enrollment.id());
        on.followSums();
    }

    @Override
    public Explanation explain(Versions versions, Account before, Enrollment event) {
        AccountDraft draft = AccountDraft.of(versions, before, event.occurredAt());
        draft.catchUp(event.occurredAt());
        enroll(draft, event);
        return new MemberRulesDraft(draft, draft.judgingPlan(), new FactsOfMember(draft, event.occurredAt()))
                .ask(draft.judgingPlan().memberRules().onEnrollment())
                .explained(List.of());
    }

    private static void enroll(AccountDraft account, Enrollment enrollment) {
        Customer profile = completed(account.member().profile(), enrollment.profile());
        account.member().enroll(profile, enrollment.referrer(), enrollment.occurredAt());
    }

    /** What is on file already and what an enrollment has besides; nothing is lost of which the enrollment has none. */
    private static Customer completed(Customer known, Customer more) {
        return new Customer(
                more.id(),
                more.birthday() == null ? known.birthday() : more.birthday(),
                more.attributes().isEmpty() ? known.attributes() : more.attributes(),
                more.segments().isEmpty() ? known.segments() : more.segments());
    }
}
