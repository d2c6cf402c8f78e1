// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <spdlog/fmt/fmt.h>
#include <spdlog/logger.h>

/// Include from .cpp files only: spdlog costs close to a second of compile time.
namespace carillon::log {

/// One named logger per folder. Usable from any thread, from the first line of main() on.
spdlog::logger &app();
spdlog::logger &store();
spdlog::logger &executor();
spdlog::logger &scheduler();
spdlog::logger &api();
spdlog::logger &channels();
spdlog::logger &ui();

/// Sends all loggers, and Qt's own messages, to stderr and, if `file` is not empty, to that
/// rotating file (3 × 5 MB). `level` is trace, debug, info, warn, error or off. Call once.
void setUp(const QString &file, const QString &level);

} // namespace carillon::log

template <>
struct fmt::formatter<QString> : fmt::formatter<fmt::string_view>
{
    template <typename Context>
    auto format(const QString &text, Context &context) const
    {
        const QByteArray utf8 = text.toUtf8();
        return fmt::formatter<fmt::string_view>::format(
            {utf8.constData(), static_cast<size_t>(utf8.size())}, context);
    }
};
