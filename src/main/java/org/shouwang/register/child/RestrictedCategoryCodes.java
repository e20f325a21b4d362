package org.shouwang.register.child;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.policy.RestrictedCodes;

/** A visit that is due sooner than a child's level asks for would tell a village of such a category. */
@Singleton
class RestrictedCategoryCodes implements RestrictedCodes {

    @Override
    public Set<String> categories() {
        return Stream.of(CategoryCode.values())
                .filter(CategoryCode::isRestricted)
                .map(CategoryCode::name)
                .collect(Collectors.toSet());
    }
}
