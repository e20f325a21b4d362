package org.shouwang.platform.http;

import jakarta.ws.rs.HeaderParam;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;

/** The header that every edit carries, as a {@code @BeanParam}. */
public class IfMatch {

    /** Proxies that compress answers make strong tags weak; ours name a version either way. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private static final String ANY = "*";

    @HeaderParam("If-Match")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            required = true,
            description = "`ETag` of the record that was edited",
            example = "\"3\"")
    @Nullable
    String tag;

    /**
     * The version that the edit was made from. A value, so that a use case refuses in its own order: who may not edit at all
     * is told that first.
     *
     * @return refused with 428 when no version is named, with 400 when the tag is not one of ours
     */
    public Result<BaseVersion> version() {
        if (tag == null || tag.equals(ANY)) {
            return Result.refused(Problem.VERSION_REQUIRED);
        }
        Matcher matcher = TAG.matcher(tag);
        return matcher.matches()
                ? Result.ok(new BaseVersion(Integer.parseInt(matcher.group(1))))
                : Result.refused(Problem.MALFORMED_REQUEST);
    }
}
