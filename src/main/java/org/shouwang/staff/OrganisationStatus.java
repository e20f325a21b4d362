package org.shouwang.staff;

enum OrganisationStatus {
    ACTIVE,
    CLOSED
}
