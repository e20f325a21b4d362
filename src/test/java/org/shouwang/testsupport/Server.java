package org.shouwang.testsupport;

import io.quarkus.test.common.QuarkusTestResource;

/** What every test with the application runs on: a database of its own, fresh keys, a free port, the demo district. */
@QuarkusTestResource(DatabaseResource.class)
@QuarkusTestResource(ServerResource.class)
final class Server {

    private Server() {}
}
