// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"
#include "core/util/result.h"

#include <QJsonObject>

/// What is promised of values, whichever text they were read from. Each answers with the promise
/// that was broken, or nothing.
namespace carillon::fuzz {

/// One line, for people.
QString brokenBy(const Error &refusal);

/// The members are where they may be, asking again answers the same, the words fit, and the JSON
/// reads back to an equal trigger.
QString brokenBy(const Trigger &trigger);

/// `reread` is what `written` was read as; they must be equal.
template <typename Value, typename Mistake>
QString notReadBack(const Result<Value, Mistake> &reread, const Value &value,
                    const QString &written)
{
    if (!reread)
        return u"what was written is refused: "_qs + written;
    return *reread == value ? QString() : u"reads back differently: "_qs + written;
}

} // namespace carillon::fuzz
