package org.shouwang.staff.organisation;

public enum OrganisationStatus {
    ACTIVE,
    CLOSED
}
