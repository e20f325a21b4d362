package org.shouwang.register;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.problem.Violation;

/** Why the worker must see what is masked (未成年人网络保护条例 art. 36). */
@Schema(name = "FullLookForm")
public record FullLookForm(
        @NotNull @Size(max = MOST) @Schema(examples = "到派出所核对户口")
        String reason) {

    /** Characters; fewer say nothing. */
    static final int LEAST = 4;

    private static final int MOST = 500;

    public List<Violation> violations() {
        String said = reason.strip();
        return said.codePointCount(0, said.length()) < LEAST
                ? List.of(Violation.of("reason", "reason-too-short", LEAST))
                : List.of();
    }

    @Override
    public String toString() {
        return "***";
    }
}
