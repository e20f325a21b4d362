package org.shouwang.protection.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.ChangedFacts;
import org.shouwang.protection.directory.ResourceOutcome.Kind;
import org.shouwang.protection.directory.ResourcePlan.EntryKey;
import org.shouwang.protection.directory.ResourcePlan.Write;

/** Decides what a list of entries changes: each line by itself, judged as a form that records or edits the entry. */
final class PlanResources {

    private final Surroundings around;
    private final Map<EntryKey, StoredResource> known;
    private final Caller caller;
    private final LocalDate today;
    private final Supplier<UUID> ids;
    private final Set<EntryKey> seen = new HashSet<>();
    private final List<ResourceOutcome> outcomes = new ArrayList<>();
    private final List<Write> created = new ArrayList<>();
    private final List<Write> updated = new ArrayList<>();

    private PlanResources(
            Surroundings around,
            Map<EntryKey, StoredResource> known,
            Caller caller,
            LocalDate today,
            Supplier<UUID> ids) {
        this.around = around;
        this.known = known;
        this.caller = caller;
        this.today = today;
        this.ids = ids;
    }

    /** @param known the entries that the lines name */
    static ResourcePlan plan(
            List<ResourceLine> lines,
            Surroundings around,
            Map<EntryKey, StoredResource> known,
            Caller caller,
            LocalDate today,
            Supplier<UUID> ids) {
        PlanResources planner = new PlanResources(around, known, caller, today, ids);
        lines.forEach(planner::decide);
        return new ResourcePlan(
                List.copyOf(planner.outcomes), List.copyOf(planner.created), List.copyOf(planner.updated));
    }

    private void decide(ResourceLine line) {
        line.said()
                .ifPresentOrElse(
                        said -> decide(line.number(), said),
                        () -> outcomes.add(ResourceOutcome.refused(line.number(), line.violations())));
    }

    private void decide(int line, ResourceLine.Said said) {
        ResourceForm form = said.made();
        EntryKey key = EntryKey.of(around.placed(form));
        Optional<Post> post = post(key);
        if (!around.areas().containsKey(form.areaCode())) {
            refuse(line, "areaCode", "area-exists");
        } else if (post.isEmpty()) {
            refuse(line, "areaCode", "area-not-yours");
        } else if (!seen.add(key)) {
            refuse(line, "name", "resource-line-twice");
        } else {
            decide(line, said, known.get(key), post.get());
        }
    }

    private void decide(int line, ResourceLine.Said said, @Nullable StoredResource stored, Post post) {
        ResourceForm before = stored == null ? null : stored.facts();
        ResourceForm sent = before == null ? said.made() : said.facts().over(before);
        List<Violation> wrong = new ArrayList<>(ResourceRules.check(sent, today));
        wrong.addAll(around.check(sent, before, post, caller));
        if (!wrong.isEmpty()) {
            outcomes.add(ResourceOutcome.refused(line, wrong));
        } else if (stored == null) {
            Write write = new Write(post, ids.get(), around.placed(sent), List.of());
            created.add(write);
            outcomes.add(ResourceOutcome.of(line, Kind.CREATED, write.id()));
        } else {
            update(line, stored, around.placed(sent), post);
        }
    }

    /** A list that is older than the last check brings nothing back. */
    private void update(int line, StoredResource stored, ResourceForm after, Post post) {
        List<String> changed = new ArrayList<>(ChangedFacts.between(stored.facts(), after));
        boolean older = after.verifiedOn().isBefore(stored.facts().verifiedOn());
        if (changed.isEmpty() || (older && changed.equals(List.of("verifiedOn")))) {
            outcomes.add(ResourceOutcome.of(line, Kind.UNCHANGED, stored.id()));
        } else if (older) {
            refuse(line, "verifiedOn", "resource-checked-later");
        } else {
            updated.add(new Write(post, stored.id(), after, List.copyOf(changed)));
            outcomes.add(ResourceOutcome.of(line, Kind.UPDATED, stored.id()));
        }
    }

    /** The named one of several. */
    private Optional<Post> post(EntryKey key) {
        List<Post> able = caller.posts().stream()
                .filter(post -> post.allows(Right.RESOURCE_WRITE, key.area()))
                .toList();
        return able.stream()
                .filter(post -> post.appointmentId().equals(caller.named()))
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    private void refuse(int line, String field, String rule) {
        outcomes.add(ResourceOutcome.refused(line, List.of(Violation.of(field, rule))));
    }
}
