// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <functional>
#include <vector>

namespace carillon {

/// One key of `carillon.ini` and the field it stands for.
struct SettingField
{
    QString key;      ///< `desktop/theme`
    QString accepted; ///< for messages: `1 to 1000`
    std::function<QString(const Settings &)> text;
    /// False, with the field as it was, if the text is not accepted.
    std::function<bool(const QString &, Settings &)> read;
    /// What it was called once: read where the key is missing, removed when the key is written.
    QString olderKey = {};
};

inline SettingField withOlderKey(SettingField field, const QString &olderKey)
{
    field.olderKey = olderKey;
    return field;
}

/// All but those that come by names people choose; see aliassettings.h.
const std::vector<SettingField> &settingFields();

} // namespace carillon
