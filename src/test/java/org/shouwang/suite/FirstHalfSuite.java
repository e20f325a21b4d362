package org.shouwang.suite;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What carries the work, and protection. */
@Suite
@SelectPackages("org.shouwang")
@IncludePackages({"org.shouwang.platform", "org.shouwang.sync", "org.shouwang.protection"})
@IncludeClassNamePatterns(".*Test")
class FirstHalfSuite {}
