package org.shouwang.protection.violence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The five stages of a case in their order. */
record Chain(List<Link> links) {

    Chain {
        links = List.copyOf(links);
    }

    static Chain begun(Instant at) {
        return new Chain(Stream.of(ViolenceStage.values())
                .map(stage -> new Link(stage, StageStatus.UNDECIDED, null, at, null))
                .toList());
    }

    Link at(ViolenceStage stage) {
        return links.stream().filter(link -> link.stage() == stage).findFirst().orElseThrow();
    }

    Chain with(Link link) {
        return new Chain(links.stream()
                .map(one -> one.stage() == link.stage() ? link : one)
                .toList());
    }

    /** Whether nothing is left to do (roles and law, section 7). */
    boolean isFinal() {
        return links.stream().allMatch(link -> link.status().isFinal());
    }
}
