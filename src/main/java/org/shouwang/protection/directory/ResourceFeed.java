package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ReferenceFeed;

/**
 * The directory on phones, so that help is found without network: who serves a place of the caller's posts today. All of it comes
 * anew when an entry changes, begins or ends: a county has a few hundred, each of some hundred bytes.
 */
@Singleton
class ResourceFeed implements ReferenceFeed {

    /** Entries of one phone, at most; with more the nearest stay. */
    static final int MOST = 500;

    private final ServingAreas serving;
    private final ResourceViews views;

    ResourceFeed(ServingAreas serving, ResourceViews views) {
        this.serving = serving;
        this.views = views;
    }

    @Override
    public String kind() {
        return "resource";
    }

    @Override
    public String schema() {
        return "Resource";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return serving.of(caller.where(Right.SYNC), MOST).map(found -> found.stream()
                .map(stored -> new Reference(stored.id(), views.of(stored, caller)))
                .toList());
    }
}
