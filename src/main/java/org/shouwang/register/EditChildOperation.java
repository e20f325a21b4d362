package org.shouwang.register;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.Effect;
import org.shouwang.platform.operation.FieldMerge;
import org.shouwang.platform.operation.OfflineEdit;
import org.shouwang.platform.operation.OfflineEdit.Current;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.operation.OperationHandler;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;

/** Facts of a child's file that were changed offline: {@code PATCH /children/{id}}, merged field by field. */
@Singleton
class EditChildOperation implements OperationHandler<ChangesForm> {

    private static final Set<String> MASKED = Set.of("idType", "idNumber", "contactPhone");

    /** Links go by their member, and a first assessment has nothing before it. */
    private static final Set<String> ADDED = Set.of("members", "endedMembers", "assessment");

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;
    private final OfflineEdit offline;
    private final EditChild editChild;

    EditChildOperation(
            ChildRepository children,
            ChildPartsRepository parts,
            SealedFields sealed,
            OfflineEdit offline,
            EditChild editChild) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
        this.offline = offline;
        this.editChild = editChild;
    }

    @Override
    public String type() {
        return "child.update";
    }

    @Override
    public Class<ChangesForm> form() {
        return ChangesForm.class;
    }

    @Override
    public String schema() {
        return "ChildPatch";
    }

    @Override
    public Collection<UUID> needs(UUID record, ChangesForm form) {
        return List.of(record);
    }

    @Override
    public Uni<Result<Effect>> apply(Operation operation, ChangesForm form, Caller caller) {
        return children.locked(operation.record())
                .chain(child -> child == null
                        ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                        : caller.acting(Right.CHILD_WRITE, child.areaCode).then(post -> current(child, caller)
                                .chain(current -> offline.merge(
                                        form,
                                        current,
                                        ChildPatch.class,
                                        patch -> editChild.edit(
                                                child.id,
                                                Result.ok(new BaseVersion(current.version())),
                                                patch,
                                                caller)))));
    }

    private static FieldMerge.Kinds kinds(Child child, Caller caller) {
        return new FieldMerge.Kinds(
                MASKED, ChildView.isCalledBy(caller, child) ? Set.of("contactPhone") : Set.of(), ADDED);
    }

    private Uni<Current> current(Child child, Caller caller) {
        return parts.ofChildren(List.of(child.id))
                .map(of -> StoredFile.form(child, Objects.requireNonNull(of.get(child.id)), sealed))
                .map(file -> new Current(ChildFeed.KIND, child.id, child.version, file, kinds(child, caller)));
    }
}
