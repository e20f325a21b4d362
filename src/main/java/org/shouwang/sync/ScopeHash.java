package org.shouwang.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Sha256;

/**
 * Says whether a caller sees today what was seen when a cursor was made: the worker, the resolved (role, ranges, rights and
 * classes of fields) of the posts, and the kinds of records that the feed can load. A release that learns a kind, or shows a
 * role more, thus makes phones pull afresh; they would never get the older records otherwise.
 */
final class ScopeHash {

    private ScopeHash() {}

    static UUID of(Caller caller, Collection<String> kinds) {
        String posts = caller.posts().stream()
                .map(post -> post.role() + "@" + post.areas().ranges() + access(post))
                .sorted()
                .collect(Collectors.joining(";"));
        String known = kinds.stream().sorted().collect(Collectors.joining(","));
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of((caller.number() + "|" + posts + "|" + known).getBytes(UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static String access(Post post) {
        return post.access().entrySet().stream()
                .map(right -> right.getKey() + ":" + new TreeSet<>(right.getValue()))
                .sorted()
                .collect(Collectors.joining(","));
    }
}
