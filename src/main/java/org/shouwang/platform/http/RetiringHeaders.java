package org.shouwang.platform.http;

import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.shouwang.platform.LocalDays;

/** Tells whoever calls an operation that it is {@link Retiring}; the others cost nothing. */
@Provider
class RetiringHeaders implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Retiring retiring = resource.getResourceMethod().getAnnotation(Retiring.class);
        if (retiring != null) {
            String deprecation = deprecation(LocalDate.parse(retiring.since()));
            String sunset = sunset(LocalDate.parse(retiring.goneOn()));
            context.register((ContainerResponseFilter) (request, response) -> {
                response.getHeaders().putSingle("Deprecation", deprecation);
                response.getHeaders().putSingle("Sunset", sunset);
            });
        }
    }

    /** A date of RFC 9651: seconds since 1970, behind an at sign. */
    static String deprecation(LocalDate day) {
        return "@" + begin(day).getEpochSecond();
    }

    static String sunset(LocalDate day) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(begin(day).atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT);
    }
}
