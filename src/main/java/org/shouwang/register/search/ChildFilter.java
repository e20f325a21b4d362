package org.shouwang.register.search;

import java.util.Optional;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;

/** Which children a list shows: of an area with all below it, in a category that holds today, at a level. */
record ChildFilter(Optional<AreaCode> area, Optional<CategoryCode> category, Optional<RiskLevel> riskLevel) {}
