package org.shouwang.suite;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All other rooms, and what spans them. */
@Suite
@SelectPackages("org.shouwang")
@ExcludePackages({"org.shouwang.platform", "org.shouwang.sync", "org.shouwang.staff"})
@IncludeClassNamePatterns(".*Test")
class SecondHalfSuite {

    @BeforeSuite
    static void zone() {
        Zones.moveTo(1);
    }
}
