package org.shouwang.platform;

import io.smallrye.mutiny.Uni;

/** The one place that decides who may do what where. Read on each request, so an ended appointment works at once. */
public interface Authority {

    /** The caller of the current request; fails with 401 when the worker is no longer active. */
    Uni<Caller> caller();

    /** Who has signed in, whether or not they hold a post today: what was recorded offline arrives after its post ended. */
    Uni<SignedIn> signedIn();
}
