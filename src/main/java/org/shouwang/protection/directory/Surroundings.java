package org.shouwang.protection.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Violation;

/**
 * What entries refer to, as it is today.
 *
 * @param areas the areas that they name and that exist
 * @param organisations those that they name and that work
 */
record Surroundings(Map<AreaCode, Areas.Place> areas, Map<UUID, Organisation> organisations) {

    /** An organisation that works, with the codes of its area and all below. */
    record Organisation(AreaCode area, AreaRanges range) {}

    AreaCode today(AreaCode code) {
        Areas.Place place = areas.get(code);
        return place == null ? code : place.code();
    }

    /** The entry with today's codes. */
    ResourceForm placed(ResourceForm form) {
        return form.at(
                today(form.areaCode()),
                form.areaScope().stream().map(this::today).toList());
    }

    /**
     * What is wrong with the places and the organisation that an entry newly names.
     *
     * @param form as it was sent
     * @param before the entry as it stands; null for a new one
     * @param post under which it is written: an entry serves at most what its writer answers for
     */
    List<Violation> check(ResourceForm form, @Nullable ResourceForm before, Post post, Caller caller) {
        List<Violation> found = new ArrayList<>();
        if (before == null && !areas.containsKey(form.areaCode())) {
            found.add(Violation.of("areaCode", "area-exists"));
        }
        Set<AreaCode> known = before == null ? Set.of() : new HashSet<>(before.areaScope());
        for (int i = 0; i < form.areaScope().size(); i++) {
            AreaCode sent = form.areaScope().get(i);
            AreaCode code = today(sent);
            String field = "areaScope[" + i + "]";
            if (known.contains(code)) {
                continue;
            }
            if (!areas.containsKey(sent)) {
                found.add(Violation.of(field, "area-exists"));
            } else if (!post.allows(Right.RESOURCE_WRITE, code)) {
                found.add(Violation.of(field, "resource-scope-reach", code.toString()));
            }
        }
        if (!mayName(form, before, caller)) {
            found.add(Violation.of("organisationId", "organisation-known"));
        }
        return found;
    }

    /** One of the own areas, or one above whose entry it is: a police office of the city serves the county too. */
    private boolean mayName(ResourceForm form, @Nullable ResourceForm before, Caller caller) {
        UUID id = form.organisationId();
        if (id == null || (before != null && Objects.equals(id, before.organisationId()))) {
            return true;
        }
        Organisation named = organisations.get(id);
        return named != null
                && (caller.may(Right.ORGANISATION_READ, named.area())
                        || named.range().contains(today(form.areaCode())));
    }
}
