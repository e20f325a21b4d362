package org.shouwang.monitoring.bulletin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.workbook.WorkbookFile;

/** A bulletin as a workbook, for whoever may read it; a draft that was given up has none. */
@Singleton
class WriteBulletin {

    private final FindBulletins find;
    private final Messages messages;
    private final Vertx vertx;

    WriteBulletin(FindBulletins find, Messages messages, Vertx vertx) {
        this.find = find;
        this.messages = messages;
        this.vertx = vertx;
    }

    Uni<Result<WorkbookFile>> of(UUID id, Caller caller, Locale locale) {
        return find.one(id, caller)
                .chain(found -> found.then(bulletin -> {
                    BulletinContent content = bulletin.content();
                    return content == null
                            ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                            : vertx.executeBlocking(
                                    () -> Result.ok(WorkbookFile.of(
                                            name("bulletin", bulletin.areaCode(), bulletin.year(), bulletin.quarter()),
                                            new BulletinSheets(new Words(messages, locale)).of(bulletin, content))),
                                    false);
                }));
    }

    static String name(String kind, AreaCode area, int year, @Nullable Integer quarter) {
        return kind + "-" + area + "-" + year + (quarter == null ? "" : "-q" + quarter) + ".xlsx";
    }
}
