package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.FileCounts;

/** Files that are complete and were verified within a year (一人一档建档率; 未成年人保护法 art. 43). */
@Singleton
class CompleteFiles implements Formula {

    private final FileCounts files;

    CompleteFiles(FileCounts files) {
        this.files = files;
    }

    @Override
    public String id() {
        return "complete-files";
    }

    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        return files.of(ground.ranges(), span.on()).map(found -> found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new Count(
                                one.getValue().complete(), one.getValue().registered()))));
    }
}
