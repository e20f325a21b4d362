package org.shouwang.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.register.child.Children;

/** Earlier versions of visits, in the session of a use case. */
@Singleton
class VisitHistory {

    private final Children children;
    private final FlagReaders flags;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    VisitHistory(Children children, FlagReaders flags, FieldCipher cipher, ObjectMapper json) {
        this.children = children;
        this.flags = flags;
        this.cipher = cipher;
        this.json = json;
    }

    /** Keeps the visit as it is, before it is changed. */
    Uni<Void> keep(StoredVisit stored, Instant at, UUID workerId) {
        UUID id = Ids.next();
        byte[] body = cipher.encrypt(written(VisitBody.of(stored)), VisitSealed.VERSION_BODY.placeOf(List.of(id)));
        VisitVersion version = new VisitVersion(id, stored.visit(), body, at, workerId);
        return Panache.getSession().chain(session -> session.persist(version));
    }

    /**
     * What the visit said before, newest first; each child stands where it lives now.
     *
     * @param before only versions earlier than this one
     */
    Uni<List<StoredVisit>> of(StoredVisit stored, int before, int atMost) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from VisitVersion where visitId = :visit and version < :before order by version desc",
                                VisitVersion.class)
                        .setParameter("visit", stored.visit().id)
                        .setParameter("before", before)
                        .setMaxResults(atMost)
                        .getResultList())
                .map(versions -> versions.stream()
                        .map(version -> new Earlier(version.version, body(version)))
                        .toList())
                .chain(earlier -> homes(stored, earlier)
                        .chain(homes -> flags.of(stored.visit().id).map(shown -> earlier.stream()
                                .map(one -> earlier(stored, one, homes, shown))
                                .toList())));
    }

    private record Earlier(int version, VisitBody body) {}

    private Uni<Map<UUID, AreaCode>> homes(StoredVisit stored, List<Earlier> earlier) {
        Map<UUID, AreaCode> homes = new HashMap<>();
        stored.children().forEach(child -> homes.put(child.childId, child.areaCode));
        Set<UUID> others = earlier.stream()
                .flatMap(one -> one.body.form().childIds().stream())
                .filter(child -> !homes.containsKey(child))
                .collect(Collectors.toSet());
        if (others.isEmpty()) {
            return Uni.createFrom().item(homes);
        }
        return children.look(others)
                .invoke(facts -> facts.forEach((child, known) -> homes.put(child, known.areaCode())))
                .replaceWith(homes);
    }

    private static StoredVisit earlier(
            StoredVisit stored, Earlier earlier, Map<UUID, AreaCode> homes, Map<UUID, Set<UUID>> shown) {
        Visit visit = stored.visit();
        List<VisitChild> answered = new ArrayList<>();
        for (ChildAnswers answers : earlier.body.form().childrenOrNone()) {
            AreaCode home = homes.get(answers.childId());
            if (home != null) {
                answered.add(new VisitChild(visit.id, answers, home));
            }
        }
        for (VisitChild child : answered) {
            Set<UUID> posts = shown.get(child.childId);
            child.flagsShownTo = posts == null ? null : posts.toArray(UUID[]::new);
        }
        return new StoredVisit(
                visit.as(earlier.body, earlier.version),
                answered,
                earlier.body.form().membersOrNone());
    }

    private VisitBody body(VisitVersion version) {
        String text = cipher.decrypt(version.bodyCipher, VisitSealed.VERSION_BODY.placeOf(List.of(version.id)));
        try {
            return json.readValue(text, VisitBody.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("version " + version.id + " cannot be read");
        }
    }

    private String written(VisitBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a visit cannot be written");
        }
    }
}
