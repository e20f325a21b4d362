package org.shouwang.platform.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;

/** Under which of the caller's posts each part of a page is shown: a look is reviewed where its post is. */
final class ShownBy {

    private ShownBy() {}

    /**
     * The ids by post, each under the first post that allows it there; what no post allows by its area, such as what a grant
     * opened, under the first that has the right.
     *
     * @throws IllegalArgumentException when the caller has the right nowhere, and so nothing to be shown
     */
    static Map<Post, List<UUID>> posts(Caller caller, Right right, Collection<Subject> shown) {
        List<Post> able = caller.posts().stream()
                .filter(post -> post.rights().contains(right))
                .toList();
        if (able.isEmpty() && !shown.isEmpty()) {
            throw new IllegalArgumentException("nobody is shown anything without the right " + right);
        }
        Map<Post, List<UUID>> parts = new LinkedHashMap<>();
        shown.forEach(subject -> parts.computeIfAbsent(of(able, subject), post -> new ArrayList<>())
                .add(subject.id()));
        return parts;
    }

    private static Post of(List<Post> able, Subject subject) {
        return Optional.ofNullable(subject.area())
                .flatMap(area -> able.stream()
                        .filter(post -> post.areas().contains(area))
                        .findFirst())
                .orElse(able.get(0));
    }
}
