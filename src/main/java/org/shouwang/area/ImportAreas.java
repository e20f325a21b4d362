package org.shouwang.area;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Result;

/** Takes a list of administrative divisions into the tree, in one transaction. Blocks: call it on a worker thread. */
@Singleton
class ImportAreas {

    private final AgroalDataSource database;
    private final TrailRows trail;

    ImportAreas(AgroalDataSource database, TrailRows trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Answers what became of each line; refused as invalid when the file as a whole cannot be read. */
    Result<AreaReport> from(InputStream body, Caller caller) {
        return caller.with(Right.AREA_WRITE).flatMap(able -> {
            try {
                Path file = Files.createTempFile("areas", ".csv");
                try {
                    Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                    return Result.ok(take(new AreaFile(file), able));
                } finally {
                    Files.delete(file);
                }
            } catch (AreaFileException e) {
                return Result.invalid("file", e.rule(), AreaFile.MOST_BYTES >> 20);
            } catch (IOException e) {
                throw new UncheckedIOException("the uploaded file cannot be kept", e);
            }
        });
    }

    private AreaReport take(AreaFile file, Caller caller) {
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            try {
                AreaReport report = AreaImport.take(transaction, file, caller.where(Right.AREA_WRITE));
                trail.changed(
                        transaction,
                        caller.workerId(),
                        post(caller),
                        "area.import",
                        new Subject("AREA_IMPORT", Ids.next(), null));
                transaction.commit();
                return report;
            } finally {
                transaction.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The post for the trail; several posts of one person write each in its own areas. */
    private static Post post(Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.rights().contains(Right.AREA_WRITE))
                .findFirst()
                .orElseThrow();
    }

    /** Carries what the database says to the edge, which knows the failures that pass. */
    private static final class DatabaseFailure extends RuntimeException {

        private static final long serialVersionUID = 1;

        DatabaseFailure(SQLException cause) {
            super(cause);
        }
    }
}
