package org.shouwang.protection.incident;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.incident.IncidentLedger.Kind;

/** Something that is done in a case, as the client asks for it; its id is the client's. */
sealed interface IncidentAct {

    UUID id();

    @Nullable
    String note();

    Kind kind();

    /** The post that it is about besides the one that acts. */
    default @Nullable UUID about() {
        return null;
    }

    /** Somebody is on it: nobody else is alarmed. Who takes it answers for it. */
    @Schema(name = "IncidentTake")
    record Take(@NotNull UUID id, @Size(max = 500) @Nullable String note) implements IncidentAct {

        @Override
        public Kind kind() {
            return Kind.TAKE;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The case has reached a stage. */
    @Schema(name = "IncidentReach")
    record Reach(
            @NotNull UUID id,
            @NotNull Stage stage,

            @Schema(description = "When; now without it, and never later than now") @Nullable
            Instant at,

            @Size(max = 500) @Nullable String note)
            implements IncidentAct {

        @Override
        public Kind kind() {
            return Kind.STAGE;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Opens the case to one more post. */
    @Schema(name = "IncidentGrant")
    record Give(
            @NotNull UUID id,
            @NotNull UUID appointmentId,
            @Size(max = 500) @Nullable String note) implements IncidentAct {

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

    /** The suspect is a village cadre: the case is closed to all posts of villages, the reporter's too. */
    @Schema(name = "IncidentVillageCut")
    record CutVillage(
            @NotNull UUID id, @Size(max = 500) @Nullable String note) implements IncidentAct {

        @Override
        public Kind kind() {
            return Kind.CUT_VILLAGE;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Another post answers for the case from now on: the county's approval, one by one. */
    @Schema(name = "IncidentTransfer")
    record Transfer(
            @NotNull UUID id,
            @NotNull UUID toAppointmentId,
            @Size(max = 500) @Nullable String note) implements IncidentAct {

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
