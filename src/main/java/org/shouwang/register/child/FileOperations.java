package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.FieldMerge;
import org.shouwang.platform.operation.FormId;
import org.shouwang.platform.operation.OfflineEdit;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.operation.OperationType;
import org.shouwang.register.SealedFields;

/** What phones do to children's files offline. */
@Singleton
class FileOperations {

    private static final Set<String> MASKED = Set.of("idType", "idNumber", "contactPhone");

    /** Links go by their member, and a first assessment has nothing before it. */
    private static final Set<String> ADDED = Set.of("members", "endedMembers", "assessment");

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;

    FileOperations(ChildRepository children, ChildPartsRepository parts, SealedFields sealed) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
    }

    @Produces
    @Singleton
    OperationHandler<ChildForm> register(RecordChild recordChild) {
        return OperationType.making("child.register", ChildForm.class, recordChild::offline)
                .at("noticeGivenAt")
                .needing(form -> Stream.ofNullable(form.householdId()).toList());
    }

    @Produces
    @Singleton
    OperationHandler<ChangesForm> update(OfflineEdit offline, EditChild editChild) {
        return offline.type("child.update", Right.CHILD_WRITE, ChildPatch.class, this::current, editChild::edit);
    }

    private Uni<Optional<OfflineEdit.Current>> current(UUID id, Caller caller) {
        return children.locked(id)
                .chain(child -> child == null
                        ? Uni.createFrom().item(Optional.empty())
                        : parts.ofChildren(List.of(id))
                                .map(of -> Optional.of(current(child, Objects.requireNonNull(of.get(id)), caller))));
    }

    private OfflineEdit.Current current(Child child, ChildParts of, Caller caller) {
        ChildForm file = StoredFile.form(child, of, sealed);
        return new OfflineEdit.Current(
                ChildFeed.KIND, child.id, child.areaCode, child.version, file, kinds(child, caller));
    }

    private static FieldMerge.Kinds kinds(Child child, Caller caller) {
        return new FieldMerge.Kinds(
                MASKED, ChildView.isCalledBy(caller, child) ? Set.of("contactPhone") : Set.of(), ADDED);
    }

    @Produces
    @Singleton
    OperationHandler<ChildAct.Close> close(CloseOrReopen files) {
        return act("child.close", ChildAct.Close.class, files::closeLate);
    }

    @Produces
    @Singleton
    OperationHandler<ChildAct.Reopen> reopen(CloseOrReopen files) {
        return act("child.reopen", ChildAct.Reopen.class, files::reopenLate);
    }

    /** An act on a file under the operation's own id. */
    static <A> OperationHandler<A> act(String type, Class<A> act, OperationType.Storing<A, ChildView> use) {
        return OperationType.doing(type, ChildFeed.KIND, act, use).with(FormId.OPERATION);
    }
}
