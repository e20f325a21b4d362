package org.shouwang.visit.contact;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.move.Residences;
import org.shouwang.register.move.ResidencesThen;

/** Notes a contact once; repeating it answers the contact as it is now. */
@ApplicationScoped
class LogContact {

    private final Children children;
    private final ResidencesThen residences;
    private final ContactTexts texts;
    private final List<ContactListener> listeners;
    private final FeedWriter feed;
    private final Trail trail;
    private final Clock clock;

    LogContact(
            Children children,
            ResidencesThen residences,
            ContactTexts texts,
            @All List<ContactListener> listeners,
            FeedWriter feed,
            Trail trail,
            Clock clock) {
        this.children = children;
        this.residences = residences;
        this.texts = texts;
        this.listeners = listeners;
        this.feed = feed;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Result<Stored<ContactView>>> log(UUID id, ContactForm form, Caller caller) {
        return log(id, form, caller, Uni.createFrom().item(Residences.OF_NOW));
    }

    /** The same of a contact that was noted offline: its children may have moved away since. */
    Uni<Result<Stored<ContactView>>> late(Operation operation, ContactForm form, Caller caller) {
        return log(
                operation.record(),
                form,
                caller,
                Uni.createFrom().deferred(() -> residences.of(form.childIds(), null, operation)));
    }

    private Uni<Result<Stored<ContactView>>> log(UUID id, ContactForm form, Caller caller, Uni<Residences> then) {
        return caller.with(Right.VISIT_WRITE)
                .then(able -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.find(Contact.class, id))
                        .chain(found -> found == null
                                ? children.facts(form.childIds())
                                        .chain(facts -> then.map(lived -> accept(form, facts, lived, able)))
                                        .chain(accepted -> accepted.thenDo(one -> write(id, form, one, able)))
                                : repeated(found, form, able))));
    }

    /**
     * A contact that may be written.
     *
     * @param villages where its children lived then
     */
    private record Accepted(Post acting, List<ChildFacts> children, List<AreaCode> villages) {}

    private Result<Accepted> accept(ContactForm form, Map<UUID, ChildFacts> facts, Residences then, Caller caller) {
        List<ChildFacts> about = form.childIds().stream()
                .distinct()
                .flatMap(child -> Stream.ofNullable(facts.get(child)))
                .toList();
        List<AreaCode> villages = about.stream()
                .flatMap(child ->
                        then.within(child.id(), child.areaCode(), at -> caller.may(Right.VISIT_WRITE, at)).stream())
                .toList();
        if (villages.size() < form.childIds().stream().distinct().count()) {
            return Result.refused(Problem.NOT_FOUND);
        }
        return acting(Set.copyOf(villages), caller)
                .flatMap(acting -> Result.unless(
                        ContactRules.check(form, about, clock.instant()), new Accepted(acting, about, villages)));
    }

    /** One post must cover all the children: it stands for the contact, and holds the tasks that it asks for. */
    private static Result<Post> acting(Set<AreaCode> villages, Caller caller) {
        boolean covered = caller.posts().stream()
                .anyMatch(post -> villages.stream().allMatch(village -> post.allows(Right.VISIT_WRITE, village)));
        return covered ? caller.acting(Right.VISIT_WRITE, villages) : Result.invalid("childIds", "contact-one-post");
    }

    private Uni<Stored<ContactView>> write(UUID id, ContactForm form, Accepted accepted, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AreaCode village = accepted.children.get(0).areaCode();
        Birth birth = new Birth(id, village, accepted.villages.get(0), RequestHash.of(form), now, caller.workerId());
        Contact contact = new Contact(birth, form, accepted.acting.appointmentId(), texts.closed(id, form.summary()));
        Map<UUID, AreaCode> homes =
                accepted.children.stream().collect(Collectors.toMap(ChildFacts::id, ChildFacts::areaCode));
        Object[] about = accepted.children.stream()
                .map(child -> new ContactChild(contact, child.id(), child.areaCode()))
                .toArray();
        StoredContact stored = new StoredContact(contact, homes, form.summary());
        return Panache.getSession()
                .chain(session -> session.persist(contact)
                        .chain(() -> session.persistAll(about))
                        .chain(session::flush))
                .chain(() -> trail.changed(
                        caller, accepted.acting, "contact.log", new Subject(ContactView.SUBJECT, id, village)))
                .chain(() -> feed.put(
                        homes.values().stream().map(AreaCode::value).toList(), ContactFeed.KIND, id, contact.version))
                .chain(() -> tell(LoggedContact.of(contact, accepted.children), caller, accepted.acting))
                .map(done -> new Stored<>(
                        id,
                        contact.version,
                        true,
                        stored.view(caller, Right.VISIT_READ).orElse(null)));
    }

    private Uni<Void> tell(LoggedContact contact, Caller caller, Post acting) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ContactListener listener : listeners) {
            told = told.chain(() -> listener.logged(contact, caller, acting));
        }
        return told;
    }

    private Uni<Result<Stored<ContactView>>> repeated(Contact found, ContactForm form, Caller caller) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ContactChild where contactId = :contact", ContactChild.class)
                        .setParameter("contact", found.id)
                        .getResultList())
                .map(about -> about.stream().collect(Collectors.toMap(child -> child.childId, child -> child.areaCode)))
                .map(homes -> new StoredContact(found, homes, texts.opened(found)).view(caller, Right.VISIT_READ))
                .map(view -> Known.decide(
                                view.isPresent(),
                                RequestHash.of(form).matches(found.requestHash),
                                found.createdBy.equals(caller.workerId()))
                        .map(known -> view.map(shown -> Stored.repeated(found, shown))
                                .orElseGet(() -> Stored.outOfScope(found))));
    }
}
