// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openstores.h"

#include "core/stores/memorystore.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storeset.h"
#include "core/util/coretext.h"

#include <QDir>

namespace carillon {

namespace {

/// Empty for a store in memory.
QString fileOf(const QString &place, const Profile &profile)
{
    static const QString prefix = u"sqlite:"_qs;
    if (!place.startsWith(prefix))
        return {};
    return QDir::cleanPath(QDir(profile.folder()).absoluteFilePath(place.mid(prefix.size())));
}

} // namespace

Result<OpenStores> openStores(const Profile &profile, const Settings &settings)
{
    OpenStores opened;
    std::vector<StoreSet::Member> members;
    const auto add = [&](const QString &alias, const QString &file) -> Result<> {
        if (file.isEmpty()) {
            members.push_back({alias, std::make_unique<MemoryStore>()});
            return {};
        }
        if (opened.databases.contains(file))
            return Error{ErrorCode::InvalidInput,
                         CoreText::tr("The job store “%1” names the file “%2”, which another one "
                                      "uses. Nothing was started. Give it a file of its own in "
                                      "the settings.")
                             .arg(alias, QDir::toNativeSeparators(file)),
                         u"jobstores/"_qs + alias};
        auto store = SqlStore::open(file);
        if (!store)
            return store.error();
        members.push_back({alias, *std::move(store)});
        opened.databases.append(file);
        return {};
    };
    if (const auto first = add(u"default"_qs, profile.database()); !first)
        return first.error();
    if (const auto memory = add(u"memory"_qs, {}); !memory)
        return memory.error();
    for (auto it = settings.jobStores.begin(); it != settings.jobStores.end(); ++it) {
        if (const auto added = add(it.key(), fileOf(it.value(), profile)); !added)
            return added.error();
    }
    auto set = StoreSet::create(std::move(members));
    if (!set)
        return set.error();
    opened.store = *std::move(set);
    return opened;
}

} // namespace carillon
