package org.shouwang.suite;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludePackages;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What carries the work. */
@Suite
@SelectPackages("org.shouwang")
@IncludePackages({"org.shouwang.platform", "org.shouwang.sync", "org.shouwang.staff"})
@IncludeClassNamePatterns(".*Test")
class FirstHalfSuite {

    @BeforeSuite
    static void zone() {
        Zones.moveTo(0);
    }
}
