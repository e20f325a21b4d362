package org.shouwang.staff.worker;

import org.shouwang.platform.RoleCode;

/** A role in a place. */
record HeldPost(RoleCode role, PostPlace place) {}
