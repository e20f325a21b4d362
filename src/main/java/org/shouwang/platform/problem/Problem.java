package org.shouwang.platform.problem;

/**
 * The catalogue of everything the server refuses (RFC 9457). Titles and details stand in the message bundles under {@code
 * problem.<type>}; {@code mobile-contract/errors} is written from it.
 */
public enum Problem {
    MALFORMED_REQUEST(400, AppAction.FIX),
    NOT_SIGNED_IN(401, AppAction.SIGN_IN),
    LOGIN_FAILED(401, AppAction.SIGN_IN),
    DEVICE_REVOKED(401, AppAction.WIPE),
    ROLE_FORBIDDEN(403, AppAction.SHOW),
    OTHER_WORKER(403, AppAction.SIGN_IN),
    NOT_FOUND(404, AppAction.SHOW),
    METHOD_NOT_ALLOWED(405, AppAction.FIX),
    NOT_ACCEPTABLE(406, AppAction.FIX),
    ID_REUSED(409, AppAction.SHOW),
    OPERATION_ID_REUSED(409, AppAction.FIX),
    STATE_CONFLICT(409, AppAction.PULL),
    HANDOVER_NEEDS_APPROVAL(409, AppAction.SHOW),
    PULL_FIRST(409, AppAction.PULL),
    ALREADY_REGISTERED(409, AppAction.SHOW),
    RESYNC_REQUIRED(410, AppAction.RESYNC),
    STALE_VERSION(412, AppAction.PULL),
    TOO_LARGE(413, AppAction.FIX),
    UNSUPPORTED_MEDIA_TYPE(415, AppAction.FIX),
    INVALID(422, AppAction.SHOW),
    UNKNOWN_OPERATION(422, AppAction.FIX),
    APPOINTMENT_NEEDED(422, AppAction.CHOOSE_APPOINTMENT),
    APP_TOO_OLD(426, AppAction.UPDATE),
    VERSION_REQUIRED(428, AppAction.FIX),
    TOO_MANY_ATTEMPTS(429, AppAction.SHOW),
    TOO_MANY_REQUESTS(429, AppAction.RETRY),
    TOO_MANY_FROM_ADDRESS(429, AppAction.SHOW),
    INTERNAL_ERROR(500, AppAction.RETRY),
    SMS_NOT_AVAILABLE(501, AppAction.SHOW),
    OVERLOADED(503, AppAction.RETRY);

    /** What an app does with it. */
    public enum AppAction {
        /** The app itself is wrong: report it to its makers. */
        FIX,
        /** Show the detail to the user, keep the record. */
        SHOW,
        /** Ask for the password again, keep everything. */
        SIGN_IN,
        /** The phone was declared lost: send what is unsent once, then wipe all data of this app. */
        WIPE,
        /** Let the user choose one of the posts of {@code GET /me}, send it as {@code X-Appointment-Id}. */
        CHOOSE_APPOINTMENT,
        /** Pull, then let the user decide again. */
        PULL,
        /** Pull everything from the start, keep what is not sent yet; send again what {@code resendFrom} says. */
        RESYNC,
        /** Ask the user to update the app; keep everything, and go on sending operations. */
        UPDATE,
        /** Send the same again later, after {@code Retry-After} where it is given. */
        RETRY
    }

    private final int status;
    private final AppAction appAction;

    Problem(int status, AppAction appAction) {
        this.status = status;
        this.appAction = appAction;
    }

    public int status() {
        return status;
    }

    public AppAction appAction() {
        return appAction;
    }

    /** Stable name of the problem, last part of its type URI. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "urn:shouwang:problem:" + slug();
    }
}
