package org.shouwang.staff;

import org.shouwang.platform.RoleCode;

/** A role in a place. */
record HeldPost(RoleCode role, PostPlace place) {}
