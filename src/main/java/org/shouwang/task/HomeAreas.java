package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.AreaCode;

/** Where children's homes are that tasks are about; the room that keeps the homes implements it as a bean. */
public interface HomeAreas {

    /** The areas of those ids that are homes. Runs in the caller's session. No scope is checked here. */
    Uni<Map<UUID, AreaCode>> of(Collection<UUID> homeIds);
}
