package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class HouseholdRepository implements PanacheRepositoryBase<Household, UUID> {}
