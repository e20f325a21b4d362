package org.shouwang.protection.violence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that is done in a case; its id is the client's. */
sealed interface CaseAct {

    /** Characters of a note. */
    int NOTE = 500;

    UUID id();

    Kind kind();

    /** What is said of it in words, sealed. */
    @Nullable
    String note();

    /** The post that it is about besides the one that acts. */
    default @Nullable UUID about() {
        return null;
    }

    /** What the ledger knows. */
    @Schema(name = "ViolenceActKind")
    enum Kind {
        STAGE,
        TAKE_BACK,
        REFER,
        HAND_ON,
        CLOSE,
        REOPEN,
        GRANT,
        REVOKE,
        TRANSFER,
        BREACH
    }

    /** A stage has this status by hand. */
    record Say(
            ViolenceStage stage,
            UUID id,
            StageStatus status,
            @Nullable UUID organisationId,
            @Nullable Instant at,
            @Nullable String note)
            implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.STAGE;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The same as it is sent. */
    @Schema(name = "ViolenceStageForm")
    record SayForm(
            @NotNull UUID id,

            @Schema(description = "Not needed, running or done without a referral, or refused by a woman") @NotNull
            StageStatus status,

            @Schema(description = "The agency that is at it or has done it, which sees the chain from now on") @Nullable
            UUID organisationId,

            @Schema(description = "When; now without it, and never later than now") @Nullable
            Instant at,

            @Size(max = NOTE) @Nullable String note) {

        Say of(ViolenceStage stage) {
            return new Say(stage, id, status, organisationId, at, note);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** An agency is asked no more, whoever asked it. */
    record TakeBack(ViolenceStage stage, UUID id, @Nullable String note) implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.TAKE_BACK;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The same as it is sent. */
    @Schema(name = "ViolenceStageTakeBack")
    record TakeBackForm(
            @NotNull UUID id, @Size(max = NOTE) @Nullable String note) {

        TakeBack of(ViolenceStage stage) {
            return new TakeBack(stage, id, note);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Nothing is left to do. */
    @Schema(name = "ViolenceCaseClose")
    record Close(
            @NotNull UUID id, @NotBlank @Size(max = NOTE) String reason) implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }

        @Override
        public String note() {
            return reason;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** It was not over after all. */
    @Schema(name = "ViolenceCaseReopen")
    record Reopen(
            @NotNull UUID id, @NotBlank @Size(max = NOTE) String reason) implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.REOPEN;
        }

        @Override
        public String note() {
            return reason;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Opens the case to one more post. */
    @Schema(name = "ViolenceCaseGrant")
    record Give(
            @NotNull UUID id,
            @NotNull UUID appointmentId,
            @Size(max = NOTE) @Nullable String note) implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.GRANT;
        }

        @Override
        public UUID about() {
            return appointmentId;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Closes the case to a post that answers for it no more. */
    @Schema(name = "ViolenceCaseRevocation")
    record Revoke(
            @NotNull UUID id,
            @NotNull UUID appointmentId,
            @Size(max = NOTE) @Nullable String note) implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.REVOKE;
        }

        @Override
        public UUID about() {
            return appointmentId;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Another post answers for the case from now on. */
    @Schema(name = "ViolenceCaseTransfer")
    record Transfer(
            @NotNull UUID id,
            @NotNull UUID toAppointmentId,
            @Size(max = NOTE) @Nullable String note) implements CaseAct {

        @Override
        public Kind kind() {
            return Kind.TRANSFER;
        }

        @Override
        public UUID about() {
            return toAppointmentId;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
