package org.shouwang.platform;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * Who asks, and what they may do where on this day.
 *
 * <p>A thing is allowed when <em>one</em> post grants both the right and the area: a union of roles over a union of areas
 * would let rights of one village leak into another.
 *
 * @param number the worker's short number; its negative is the worker's own scope in the change feed
 * @param named the appointment named by the header {@code X-Appointment-Id}, if any
 * @param grants children whose files were opened to the caller outside the areas of the posts
 */
public record Caller(
        UUID workerId,
        long number,
        List<Post> posts,
        @Nullable UUID named,
        List<Grant> grants) {

    public Caller {
        posts = List.copyOf(posts);
        grants = List.copyOf(grants);
    }

    /** A caller to whom nothing was opened. */
    public Caller(UUID workerId, long number, List<Post> posts, @Nullable UUID named) {
        this(workerId, number, posts, named, List.of());
    }

    /** The same person for what outlives a grant, as the records on a phone do. */
    public Caller withoutGrants() {
        return new Caller(workerId, number, posts, named);
    }

    /** The grant that opens this child's file. It shows what is not of class R, and no household. */
    public Optional<Grant> granted(UUID childId) {
        return grants.stream().filter(grant -> grant.childId().equals(childId)).findFirst();
    }

    /** Everywhere the right holds. */
    public AreaRanges where(Right right) {
        return posts.stream()
                .filter(post -> post.has(right))
                .map(Post::areas)
                .reduce(AreaRanges.NONE, AreaRanges::union);
    }

    public boolean may(Right right, AreaCode at) {
        return posts.stream().anyMatch(post -> post.allows(right, at));
    }

    /** Whether one post shows fields of this class there. */
    public boolean sees(Right right, FieldClass fields, AreaCode at) {
        return posts.stream()
                .anyMatch(post -> post.reaches(right, fields) && post.areas().contains(at));
    }

    public boolean holds(UUID appointmentId) {
        return post(appointmentId).isPresent();
    }

    /** The caller's post of this appointment. */
    public Optional<Post> post(UUID appointmentId) {
        return posts.stream()
                .filter(post -> post.appointmentId().equals(appointmentId))
                .findFirst();
    }

    /** Refuses with 403 when no post of the caller has the right anywhere. */
    public Result<Caller> with(Right right) {
        boolean held = posts.stream().anyMatch(post -> post.has(right));
        return held ? Result.ok(this) : Result.refused(Problem.ROLE_FORBIDDEN);
    }

    /**
     * The post under which the caller acts: the only one that allows it, or the one named in the header.
     *
     * @return refused with 403 without the right, with 404 outside the area, with 422 when several posts could act and none
     *     is named
     */
    public Result<Post> acting(Right right, AreaCode at) {
        return acting(right, List.of(at));
    }

    /** The same where one thing is done at several places under one post. */
    public Result<Post> acting(Right right, Collection<AreaCode> at) {
        return with(right).flatMap(caller -> {
            List<Post> able = posts.stream()
                    .filter(post -> at.stream().allMatch(place -> post.allows(right, place)))
                    .toList();
            List<Post> chosen = able.size() == 1 || named == null
                    ? able
                    : able.stream()
                            .filter(post -> post.appointmentId().equals(named))
                            .toList();
            if (able.isEmpty()) {
                return Result.refused(Problem.NOT_FOUND);
            }
            return chosen.size() == 1 ? Result.ok(chosen.get(0)) : Result.refused(Problem.APPOINTMENT_NEEDED);
        });
    }
}
