package org.shouwang.platform.secret;

import java.util.List;

/** The encrypted columns of one room, so that its keys can be changed and checked without knowing the room. */
public interface SealedColumns {

    List<SealedColumn> columns();
}
