package org.shouwang.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.http.Retiring;

class RetiringOperationsTest {

    private static final class Resource {

        @Retiring(since = "2027-01-01", goneOn = "2027-07-01", instead = "theNewWay")
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "theOldWay")
        @SuppressWarnings("unused") // read by its annotations
        void old() {}
    }

    private static Operation filtered(String operationId) throws IOException {
        return new RetiringOperations(Index.of(Resource.class))
                .filterOperation(OASFactory.createOperation().operationId(operationId));
    }

    @Test
    void theDocumentSaysWhatWillGoAndWhatComesInstead() throws IOException {
        Operation going = filtered("theOldWay");

        assertThat(going.getDeprecated()).isTrue();
        assertThat(going.getDescription()).contains("2027-07-01", "theNewWay");
    }

    @Test
    void whatStaysIsNotMarked() throws IOException {
        assertThat(filtered("theNewWay").getDeprecated()).isNull();
    }
}
