package org.shouwang.suite;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The work, and what spans all rooms. */
@Suite
@SelectPackages("org.shouwang")
@ExcludePackages({"org.shouwang.platform", "org.shouwang.sync"})
@IncludeClassNamePatterns(".*Test")
class OtherRoomsSuite {}
