package org.shouwang.protection.directory;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.feed.CodeLists;

/** The codes of the directory. */
@Singleton
class DirectoryCodeLists implements CodeLists {

    @Override
    public List<Class<? extends Enum<?>>> lists() {
        return List.of(ResourceCategory.class, ProviderType.class, ResourceStatus.class, ReferralType.class);
    }
}
