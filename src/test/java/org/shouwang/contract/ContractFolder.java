package org.shouwang.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of the contract in which each file is written by the code, and no other lies. */
record ContractFolder(String path, String ending) {

    void check(Map<String, JsonNode> files) {
        assertThat(files).isNotEmpty();
        files.forEach((name, content) -> new ContractFile(path + "/" + name + ending, pretty(content)).check());
        assertThat(names())
                .as("files in %s; delete what the code does not know any more", path)
                .isEqualTo(files.keySet());
    }

    private Set<String> names() {
        try (Stream<Path> files = Files.list(Path.of(path))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode node) {
        try {
            return ContractApiTest.pretty(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
