package org.shouwang.platform.feed;

import java.util.List;

/**
 * The codes that a room's forms take and its records show. A phone without network must show them in words, so each code has a
 * label in the bundles {@code messages/codes}: {@code <list>.<code>}, where the list is named as in the OpenAPI document.
 */
public interface CodeLists {

    List<Class<? extends Enum<?>>> lists();
}
