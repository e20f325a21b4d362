package org.shouwang.register;

import java.util.Optional;
import org.shouwang.platform.AreaCode;

/** Which children a list shows: of an area with all below it, in a category that holds today, at a level. */
record ChildFilter(Optional<AreaCode> area, Optional<CategoryCode> category, Optional<RiskLevel> riskLevel) {}
