package org.shouwang.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DataExceptionTest {

    @Test
    void aValueThatTheDatabaseCannotTakeIsFoundBelowItsWrappers() {
        Throwable failure = new IllegalStateException(new SQLException("timestamp out of range", "22008"));

        assertThat(DataException.stateIn(failure)).contains("22008");
    }

    @Test
    void anotherFailureIsNone() {
        assertThat(DataException.stateIn(new SQLException("duplicate key", "23505")))
                .isEmpty();
        assertThat(DataException.stateIn(new IllegalStateException("no database here")))
                .isEmpty();
    }
}
