package org.shouwang.register.child;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Right;

/** Something that is decided about a child's file or one of its categories, as the client asks for it; its id is the client's. */
sealed interface ChildAct permits ChildAct.Close, ChildAct.Reopen, CategoryAct {

    UUID id();

    Kind kind();

    /** Why, where the act says so: a code, or a text that is stored and never printed. */
    default @Nullable String why() {
        return null;
    }

    /** What may be decided, and by which right. */
    enum Kind {
        CLOSE(Right.FILE_CLOSE),
        REOPEN(Right.CHILD_WRITE),
        VERIFY(Right.CATEGORY_VERIFY),
        APPROVE(Right.CATEGORY_APPROVE),
        /** By whoever decides next. */
        REJECT(Right.CATEGORY_VERIFY, Right.CATEGORY_APPROVE),
        END(Right.CATEGORY_VERIFY);

        private final Right right;
        private final Right onceVerified;

        Kind(Right right) {
            this(right, right);
        }

        Kind(Right right, Right onceVerified) {
            this.right = right;
            this.onceVerified = onceVerified;
        }

        Right right() {
            return right;
        }

        /** The right for a category that is past its verification. */
        Right onceVerified() {
            return onceVerified;
        }
    }

    @Schema(name = "FileClose")
    record Close(@NotNull UUID id, @NotNull CloseReason closeReason) implements ChildAct {

        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }

        @Override
        public String why() {
            return closeReason.name();
        }
    }

    @Schema(name = "FileReopen")
    record Reopen(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements ChildAct {

        @Override
        public Kind kind() {
            return Kind.REOPEN;
        }

        @Override
        public String why() {
            return reason;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
