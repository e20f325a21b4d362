package org.shouwang.activity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.FieldMerge;
import org.shouwang.platform.operation.OfflineEdit;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;

/** What phones do to children's homes offline. */
@Singleton
class HomeOperations {

    private static final FieldMerge.Kinds KINDS = new FieldMerge.Kinds(Set.of(), Set.of(), Set.of());

    private final HomeRepository homes;
    private final HomeLists lists;
    private final ObjectMapper json;

    HomeOperations(HomeRepository homes, HomeLists lists, ObjectMapper json) {
        this.homes = homes;
        this.lists = lists;
        this.json = json;
    }

    @Produces
    @Singleton
    OperationHandler<HomeForm> record(RecordHome recordHome) {
        return OperationType.making(
                "home.record",
                HomeFeed.KIND,
                HomeForm.class,
                (operation, form, caller) -> recordHome.record(operation.record(), form, caller));
    }

    @Produces
    @Singleton
    OperationHandler<ChangesForm> update(OfflineEdit offline, EditHome editHome) {
        return offline.type(
                "home.update",
                Right.HOME_WRITE,
                HomePatch.class,
                (id, caller) -> current(id),
                (id, base, patch, caller) -> editHome.change(id, base, patch, caller)
                        .map(result -> result.map(home -> (Answers.Versioned) () -> home.version)));
    }

    private Uni<Optional<OfflineEdit.Current>> current(UUID id) {
        return homes.locked(id)
                .chain(home -> home == null
                        ? Uni.createFrom().item(Optional.empty())
                        : lists.of(id).map(known -> Optional.of(current(home, known))));
    }

    private OfflineEdit.Current current(ChildrensHome home, HomeDetails lists) {
        return new OfflineEdit.Current(HomeFeed.KIND, home.id, home.areaCode, home.version, form(home, lists), KINDS);
    }

    private ObjectNode form(ChildrensHome home, HomeDetails lists) {
        ObjectNode form = json.valueToTree(StoredHome.form(home, lists));
        return form.set("statusSince", json.valueToTree(home.statusSince));
    }
}
