package org.shouwang.platform.http;

import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;

/** Carries a refusal through the HTTP edge; no use case throws it. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public ProblemException(Refusal refusal) {
        super(refusal.problem().slug(), null, false, false);
        this.refusal = refusal;
    }

    public ProblemException(Problem problem) {
        this(Refusal.of(problem));
    }

    public Refusal refusal() {
        return refusal;
    }
}
