package org.shouwang.register.move;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is done to a move, as the client asks for it; its id is the client's. */
sealed interface MoveAction {

    UUID id();

    Kind kind();

    /** Why, as it was written down; null where no reason is asked for. */
    default @Nullable String answer() {
        return null;
    }

    /** What may be done to a move, from which state, to which state. */
    enum Kind {
        REQUEST(MoveState.PROPOSED, MoveState.REQUESTED),
        DISMISS(MoveState.PROPOSED, MoveState.DISMISSED),
        ACCEPT(MoveState.REQUESTED, MoveState.ACCEPTED),
        RETURN(MoveState.REQUESTED, MoveState.RETURNED),
        CANCEL(MoveState.REQUESTED, MoveState.CANCELLED);

        private final MoveState from;
        private final MoveState to;

        Kind(MoveState from, MoveState to) {
            this.from = from;
            this.to = to;
        }

        MoveState from() {
            return from;
        }

        MoveState to() {
            return to;
        }
    }

    /** Names the village to which the children of a proposal went. */
    @Schema(name = "MoveProposalRequest")
    record Request(
            @NotNull UUID id,
            @NotNull Boolean wholeHousehold,
            @NotNull @Valid Destination to,
            @NotBlank @Size(max = 200) String reason)
            implements MoveAction {

        @Override
        public Kind kind() {
            return Kind.REQUEST;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    @Schema(name = "MoveDismiss")
    record Dismiss(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements MoveAction {

        @Override
        public Kind kind() {
            return Kind.DISMISS;
        }

        @Override
        public String answer() {
            return reason;
        }
    }

    /**
     * Takes the children over.
     *
     * @param householdId a household of the receiving village, instead of what the request named
     */
    @Schema(name = "MoveAccept")
    record Accept(@NotNull UUID id, @Nullable UUID householdId) implements MoveAction {

        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }
    }

    @Schema(name = "MoveReturn")
    record Return(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements MoveAction {

        @Override
        public Kind kind() {
            return Kind.RETURN;
        }

        @Override
        public String answer() {
            return reason;
        }
    }

    @Schema(name = "MoveCancel")
    record Cancel(
            @NotNull UUID id, @NotBlank @Size(max = 200) String reason) implements MoveAction {

        @Override
        public Kind kind() {
            return Kind.CANCEL;
        }

        @Override
        public String answer() {
            return reason;
        }
    }
}
