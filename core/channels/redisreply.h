// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace carillon {

/// What a Redis server answers.
struct RedisReply
{
    enum class Kind : std::uint8_t { Nothing, Status, Text, Number, List, Failure };

    Kind kind = Kind::Nothing;
    QByteArray text = {}; ///< of Status, Text and Failure
    qint64 number = 0;
    std::vector<RedisReply> items = {};

    bool isFailure() const { return kind == Kind::Failure; }
};

} // namespace carillon
