package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class ActivityRepository implements PanacheRepositoryBase<Activity, UUID> {}
