package org.shouwang.register.child;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.ChildParts.Other;

/** Links, categories and assessments of children. Every query runs in the caller's session, one after another. */
@Singleton
class ChildPartsRepository {

    private static final String OTHERS =
            "select c.id, o.id, o.areaCode from Child c join Child o on o.id = c.duplicateOf where c.id in :ids";

    Uni<Map<UUID, ChildParts>> ofChildren(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        return Panache.getSession().chain(session -> ofChildren(session, MemberChild.class, wanted)
                .chain(links -> ofChildren(session, ChildCategory.class, wanted)
                        .chain(categories -> ofChildren(session, RiskAssessment.class, wanted)
                                .chain(assessments -> others(session, wanted)
                                        .map(others -> parts(wanted, links, categories, assessments, others))))));
    }

    private static Uni<Map<UUID, Other>> others(Mutiny.Session session, Set<UUID> ids) {
        return session.createSelectionQuery(OTHERS, Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0], row -> new Other((UUID) row[1], (AreaCode) row[2]))));
    }

    private static <T> Uni<List<T>> ofChildren(Mutiny.Session session, Class<T> part, Set<UUID> ids) {
        return session.createSelectionQuery("from " + part.getSimpleName() + " where childId in :ids", part)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static Map<UUID, ChildParts> parts(
            Set<UUID> ids,
            List<MemberChild> links,
            List<ChildCategory> categories,
            List<RiskAssessment> assessments,
            Map<UUID, Other> others) {
        var linksOf = links.stream().collect(groupingBy(link -> link.childId));
        var categoriesOf = categories.stream().collect(groupingBy(category -> category.childId));
        var assessmentsOf = assessments.stream().collect(groupingBy(assessment -> assessment.childId));
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new ChildParts(
                                linksOf.getOrDefault(id, List.of()),
                                categoriesOf.getOrDefault(id, List.of()),
                                assessmentsOf.getOrDefault(id, List.of()),
                                Optional.ofNullable(others.get(id)))));
    }

    /** Whether any of these ids already belongs to a category or an assessment of any child. */
    Uni<Boolean> anyTaken(ChildForm form) {
        Set<UUID> categoryIds = new HashSet<>();
        form.claims().forEach(category -> categoryIds.add(category.id()));
        Set<UUID> assessmentIds = Optional.ofNullable(form.assessment()).stream()
                .map(ChildForm.Assessment::id)
                .collect(Collectors.toSet());
        return Panache.getSession().chain(session -> count(session, ChildCategory.class, categoryIds)
                .chain(categories -> count(session, RiskAssessment.class, assessmentIds)
                        .map(assessments -> categories + assessments > 0)));
    }

    private static Uni<Long> count(Mutiny.Session session, Class<?> part, Set<UUID> ids) {
        return session.createSelectionQuery(
                        "select count(*) from " + part.getSimpleName() + " where id in :ids", Long.class)
                .setParameter("ids", ids)
                .getSingleResult();
    }
}
