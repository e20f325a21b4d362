package org.shouwang.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.CodeLists;
import org.shouwang.platform.feed.ReferenceFeed;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.openapi.SchemaName;
import org.shouwang.sync.CodeListView.Code;

/** The code lists of all rooms. They change with a release only. */
@Singleton
class CodeListFeed implements ReferenceFeed {

    private final List<Reference> lists;

    CodeListFeed(@All List<CodeLists> rooms, Messages messages, ObjectMapper json) {
        this.lists = rooms.stream()
                .flatMap(room -> room.lists().stream())
                .distinct()
                .map(list -> view(list, messages, json))
                .sorted(Comparator.comparing(CodeListView::name))
                .map(view -> new Reference(id(view.name()), view))
                .toList();
    }

    @Override
    public String kind() {
        return "code-list";
    }

    @Override
    public String schema() {
        return "CodeList";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return Uni.createFrom().item(lists);
    }

    private static CodeListView view(Class<? extends Enum<?>> list, Messages messages, ObjectMapper json) {
        String name = SchemaName.of(list);
        return new CodeListView(
                name,
                Stream.of(list.getEnumConstants())
                        .map(constant -> json.convertValue(constant, String.class))
                        .map(code -> new Code(
                                code,
                                messages.label(Messages.CHINESE, name, code),
                                messages.label(Locale.ENGLISH, name, code)))
                        .toList());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("code-list/" + name).getBytes(UTF_8));
    }
}
