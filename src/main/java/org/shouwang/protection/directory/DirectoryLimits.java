package org.shouwang.protection.directory;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What the directory keeps to on phones. */
@Singleton
class DirectoryLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(new Limit(
                "resourcesOnPhone",
                ResourceFeed.MOST,
                "Entries of kind `resource` on one phone; where more serve its places the nearest are sent"));
    }
}
