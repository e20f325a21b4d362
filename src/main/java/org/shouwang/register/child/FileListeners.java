package org.shouwang.register.child;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** All who are told of files, one after the other. */
@Singleton
class FileListeners {

    private final List<FileListener> listeners;

    FileListeners(@All List<FileListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    Uni<Void> tell(FileChange change, Caller caller, Post acting) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (FileListener listener : listeners) {
            told = told.chain(() -> listener.changed(change, caller, acting));
        }
        return told;
    }
}
