// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>
#include <optional>

namespace carillon {

/// Does `work`; what it throws comes back as text, so that one job cannot stop the others. Nothing
/// if it threw nothing.
template <typename Work>
std::optional<QString> thrownBy(Work &&work)
{
    try {
        work();
        return {};
    } catch (const std::exception &thrown) {
        return QString::fromUtf8(thrown.what());
    } catch (...) {
        return u"unknown exception"_qs;
    }
}

} // namespace carillon
