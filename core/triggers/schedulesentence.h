// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/schedulegrammar.h"
#include "core/triggers/trigger.h"

namespace carillon {

/// How much a sentence says of what a schedule leaves out.
enum class SentenceDetail : std::uint8_t {
    Full,  ///< every excluded schedule in words
    Brief, ///< only how many there are
};

/// A trigger in the words of `grammar`, not yet made a sentence and of any length; empty if there
/// are none for it. `home` is the zone that needs no mention.
QString wordsFor(const Trigger &trigger, const ScheduleGrammar &grammar, const Zone &home,
                 SentenceDetail detail);

} // namespace carillon
