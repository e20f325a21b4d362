package org.shouwang.protection.incident;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;

/** Under which post somebody reports: nobody is asked to choose one first, and none is too far away to see a danger. */
final class Reporting {

    private Reporting() {}

    /**
     * The post that the caller named, else one that works there, else any that may report.
     *
     * @param caller with a post that may report
     * @param area where the danger is, as far as that is known
     */
    static Post post(Caller caller, @Nullable AreaCode area) {
        return Stream.of(caller.named())
                .flatMap(named -> Optional.ofNullable(named).flatMap(caller::post).stream())
                .filter(post -> post.has(Right.INCIDENT_REPORT))
                .findFirst()
                .orElseGet(() -> caller.posts().stream()
                        .filter(post -> post.has(Right.INCIDENT_REPORT))
                        .min(Comparator.<Post, Boolean>comparing(
                                        post -> area == null || !post.areas().contains(area))
                                .thenComparing(Post::role)
                                .thenComparing(Post::appointmentId))
                        .orElseThrow());
    }
}
