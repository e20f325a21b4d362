package org.shouwang.protection.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.ReferenceFeed;

/**
 * The national hotlines on phones: in danger one calls first, with or without network, and reports afterwards (L1). Local ones
 * come with the directory.
 */
@Singleton
class HotlineFeed implements ReferenceFeed {

    private final List<Reference> hotlines;

    HotlineFeed(Hotlines hotlines) {
        this.hotlines = hotlines.national().stream()
                .map(hotline -> new Reference(id(hotline), hotline))
                .toList();
    }

    @Override
    public String kind() {
        return "hotline";
    }

    @Override
    public String schema() {
        return "Hotline";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return Uni.createFrom().item(hotlines);
    }

    private static UUID id(Hotline hotline) {
        return UUID.nameUUIDFromBytes(("hotline/" + hotline.number()).getBytes(UTF_8));
    }
}
