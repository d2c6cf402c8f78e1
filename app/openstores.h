// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"
#include "core/settings/settings.h"

#include <QStringList>

#include <memory>

namespace carillon {

class Store;

/// The stores of a profile, as one.
struct OpenStores
{
    std::unique_ptr<Store> store;
    QStringList databases; ///< the files behind it, the profile's own first
};

/// Opens the profile's database as `default`, `memory`, and what the settings name. The profile
/// must be locked. Fails as SqlStore::open() does; InvalidInput if two aliases name one file.
Result<OpenStores> openStores(const Profile &profile, const Settings &settings);

} // namespace carillon
