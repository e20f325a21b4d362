package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/** Changes facts of a children's home; whether it counts follows from them by itself. */
@Singleton
class EditHome {

    private final HomeRepository homes;
    private final HomeLists lists;
    private final HomeRows rows;
    private final Trail trail;
    private final Clock clock;

    EditHome(HomeRepository homes, HomeLists lists, HomeRows rows, Trail trail, Clock clock) {
        this.homes = homes;
        this.lists = lists;
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
    }

    /** Answers the home afterwards. */
    Uni<Result<HomeView>> edit(UUID id, Result<BaseVersion> base, HomePatch patch, Caller caller) {
        return Races.again(() -> change(id, base, patch, caller))
                .chain(result -> result.thenDo(
                        home -> rows.byIds(List.of(id), AreaRanges.EVERYWHERE).map(found -> found.get(0))));
    }

    /** The same, answered with the home as the session holds it. */
    Uni<Result<ChildrensHome>> change(UUID id, Result<BaseVersion> base, HomePatch patch, Caller caller) {
        return caller.with(Right.HOME_WRITE)
                .then(able ->
                        Panache.withTransaction(() -> homes.locked(id).chain(home -> edited(home, base, patch, able))));
    }

    private Uni<Result<ChildrensHome>> edited(
            @Nullable ChildrensHome home, Result<BaseVersion> base, HomePatch patch, Caller caller) {
        if (home == null) {
            return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
        }
        return caller.acting(Right.HOME_WRITE, home.areaCode)
                .flatMap(post ->
                        base.flatMap(version -> version.against(home.version)).map(fresh -> post))
                .then(post -> lists.of(home.id)
                        .map(known -> HomeEdit.of(
                                        StoredHome.form(home, known), home.statusSince, patch, LocalDays.today(clock))
                                .check(LocalDays.today(clock)))
                        .chain(edit -> edit.then(this::staffed))
                        .chain(edit -> edit.thenDo(able -> write(home, able, caller, post))));
    }

    /** Who was named before may have left the instance since. */
    private Uni<Result<HomeEdit>> staffed(HomeEdit edit) {
        Set<UUID> named = new HashSet<>(edit.after().details().workers());
        named.removeAll(edit.before().details().workers());
        return Places.workers(named).map(wrong -> Result.unless(wrong, edit));
    }

    private Uni<ChildrensHome> write(ChildrensHome home, HomeEdit edit, Caller caller, Post post) {
        List<String> changed = new ArrayList<>(edit.changed());
        if (changed.isEmpty()) {
            return Uni.createFrom().item(home);
        }
        Instant now = clock.instant();
        home.say(edit.after());
        home.statusSince = edit.since();
        home.touch(now, caller.workerId());
        Uni<Void> written = homes.flush();
        if (!edit.before().details().equals(edit.after().details())) {
            written = written.chain(() -> lists.put(home.id, edit.after().details()));
        }
        Subject subject = new Subject("Home", home.id, home.areaCode);
        for (String fact : changed) {
            written = written.chain(() -> trail.changed(caller, post, "home.edit." + fact, subject));
        }
        return written.replaceWith(home);
    }
}
